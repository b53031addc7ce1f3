import * as z from 'zod/mini';
import type { SourceFile } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { foldedText } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { codeIn, reference } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { isNamedLikeTestOnly } from '../pattern/test-names.ts';
import { inMethod, mayTrust, trustIn, type Trust } from './trusting-code.ts';

export const disabledTlsVerification = defineFileRule({
  id: 'security/disabled-tls-verification',
  title: 'The other end of a TLS connection is not verified',
  reason:
    'TLS keeps others from reading and changing what is sent only when the other end’s certificate and host name are checked. Without the check anyone on the way can pretend to be the server, and nothing shows it.',
  remedy:
    'Leave the check on. For a private certificate authority or a self-signed certificate, trust exactly that certificate: `ca` in Node, a trust store in Java. For local work use a locally trusted certificate.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [295, 297],
  sources: [
    {
      title: 'OWASP Transport Layer Security Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
    },
    { title: 'Node.js: tls.connect, rejectUnauthorized', url: 'https://nodejs.org/api/tls.html#tlsconnectoptions-callback' },
  ],
  limits:
    'Values that are computed, and settings outside the code (environment, command line), are not seen. Tests and examples are left out.',
  examples: [
    {
      name: 'a Node client accepts every certificate',
      base: { 'src/agent.ts': "import { Agent } from 'node:https';\n\nexport const agent = new Agent({ keepAlive: true });\n" },
      head: {
        'src/agent.ts':
          "import { Agent } from 'node:https';\n\nexport const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });\n",
      },
      finds: ['src/agent.ts:3 TLS verification is off: `rejectUnauthorized: false` accepts every certificate.'],
      fixed: {
        'src/agent.ts':
          "import { Agent } from 'node:https';\n\nexport const agent = new Agent({ keepAlive: true, rejectUnauthorized: true });\n",
      },
    },
    {
      name: 'a private certificate authority is trusted',
      base: {},
      head: {
        'src/agent.ts':
          "import { Agent } from 'node:https';\n\nexport const agent = (ca: string) => new Agent({ ca, rejectUnauthorized: true });\n",
      },
      finds: [],
    },
    {
      name: 'the whole Node process accepts every certificate',
      base: {},
      head: { 'src/start.js': "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';\nstart();\n" },
      finds: [
        'src/start.js:1 TLS verification is off: `NODE_TLS_REJECT_UNAUTHORIZED = 0` makes the whole process accept every certificate.',
      ],
    },
    {
      name: 'the environment decides',
      base: {},
      head: { 'src/start.js': 'export const options = { rejectUnauthorized: process.env.INSECURE !== "yes" };\n' },
      finds: [],
    },
    {
      name: 'a trust manager checks nothing',
      base: {},
      head: {
        'src/main/java/Trusting.java':
          'import javax.net.ssl.X509TrustManager;\n\nclass Trusting implements X509TrustManager {\n  public void checkClientTrusted(X509Certificate[] chain, String type) {}\n  public void checkServerTrusted(X509Certificate[] chain, String type) {}\n  public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }\n}\n',
      },
      finds: [
        'src/main/java/Trusting.java:4 TLS verification is off: `checkClientTrusted` is empty, so every certificate is accepted.',
        'src/main/java/Trusting.java:5 TLS verification is off: `checkServerTrusted` is empty, so every certificate is accepted.',
      ],
    },
    {
      name: 'the trust manager asks another',
      base: {},
      head: {
        'src/main/java/Pinning.java':
          'import javax.net.ssl.X509TrustManager;\n\nclass Pinning implements X509TrustManager {\n  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {\n    parent.checkServerTrusted(chain, type);\n  }\n}\n',
      },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production' && file.role !== 'build' && !isNamedLikeTestOnly(file)) return;
    if (!mayTrust(file.text)) return;
    for (const { symbol, code } of codeIn(file)) for (const trust of trustIn({ file, symbol, code })) yield finding(file, symbol, trust);
    for (const symbol of file.facts?.symbols ?? []) {
      if (symbol.kind !== 'method' || !symbol.body || !implementsCheck(file, symbol)) continue;
      const method = {
        name: symbol.name,
        parameters: (symbol.parameters ?? []).map((each) => each.name),
        body: symbol.body,
        range: symbol.nameRange,
      };
      for (const trust of inMethod(method)) yield finding(file, symbol, trust);
    }
  },
});

/** A method of the same name in a class of another kind checks something else. */
function implementsCheck(file: SourceFile, symbol: SymbolFact): boolean {
  const owner = symbol.parent === undefined ? undefined : file.facts?.symbols[symbol.parent];
  return (owner?.supertypes ?? []).some(({ type }) => /TrustManager|HostnameVerifier/.test(type));
}

function finding(file: SourceFile, symbol: SymbolFact, trust: Trust): FindingDraft {
  return {
    message: `TLS verification is off: ${trust.what}.`,
    place: { file, range: trust.range },
    subject: `${symbol.qualifiedName} ${foldedText(file.text, trust.range)}`,
    content: foldedText(file.text, trust.range),
    symbol: reference(symbol),
    ...(trust.guarded && { confidence: 'low' as const }),
    // Unsafe: a server without a trusted certificate is refused from then on.
    ...(trust.instead && { fixes: [{ title: 'Verify the certificate', safety: 'unsafe' as const, edits: [{ file, ...trust.instead }] }] }),
    properties: { category: 'tls-verification', weakness: trust.weakness },
  };
}
