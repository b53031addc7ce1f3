import { outdatedTlsInJava, outdatedTlsInScript } from './crypto/tls-versions.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

export const outdatedTlsVersion = patternRule({
  id: 'security/outdated-tls-version',
  title: 'An old version of TLS or SSL is let in',
  reason:
    'SSL, TLS 1.0 and TLS 1.1 have known attacks and were withdrawn (RFC 8996). Where they are allowed, an attacker on the way can have both sides use them.',
  remedy: 'Allow TLS 1.2 and 1.3 only, or leave the choice to the platform, whose default is right today.',
  severity: 'warning',
  confidence: 'high',
  category: 'weak-crypto',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [327, 757],
  sources: [{ title: 'RFC 8996: Deprecating TLS 1.0 and TLS 1.1', url: 'https://www.rfc-editor.org/rfc/rfc8996' }],
  limits:
    'Versions that are computed, or set outside the file, are not seen. `SSLContext.getInstance("TLS")` takes what the platform allows and is left out.',
  examples: [
    {
      name: 'a context is made for SSL 3',
      base: {},
      head: {
        'src/main/java/Client.java':
          'class Client {\n  SSLContext context() throws Exception {\n    return SSLContext.getInstance("SSLv3");\n  }\n}\n',
      },
      finds: ['src/main/java/Client.java:3 `SSLv3` is allowed here, which has known attacks.'],
    },
    {
      name: 'a context is made for TLS 1.2',
      base: {},
      head: {
        'src/main/java/Client.java':
          'class Client {\n  SSLContext context() throws Exception {\n    return SSLContext.getInstance("TLSv1.2");\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'the least version is TLS 1.0',
      base: {},
      head: {
        'src/server.ts': "import { createServer } from 'node:https';\n\nexport const server = createServer({ minVersion: 'TLSv1' });\n",
      },
      finds: ['src/server.ts:3 `TLSv1` is allowed here, which has known attacks.'],
    },
    {
      name: 'the least version is TLS 1.2',
      base: {},
      head: {
        'src/server.ts': "import { createServer } from 'node:https';\n\nexport const server = createServer({ minVersion: 'TLSv1.2' });\n",
      },
      finds: [],
    },
    {
      name: 'a method of SSL 3 is chosen',
      base: {},
      head: { 'src/server.js': "https.request({ host, secureProtocol: 'SSLv3_method' });\n" },
      finds: ['src/server.js:1 `SSLv3_method` is allowed here, which has known attacks.'],
    },
    {
      name: 'the platform chooses',
      base: {},
      head: { 'src/server.js': "https.request({ host, secureProtocol: 'TLS_method' });\n" },
      finds: [],
    },
  ],
  *look(code) {
    const found = code.file.facts?.language === 'java' ? outdatedTlsInJava(code) : outdatedTlsInScript(code);
    for (const { at, range, version } of found) yield { at, range, message: `\`${version}\` is allowed here, which has known attacks.` };
  },
});
