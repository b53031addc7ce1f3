import { patternRule } from '../pattern/pattern-rule.ts';
import { cleartextInJava, cleartextInScript } from './web/cleartext.ts';

export const cleartextConnection = patternRule({
  id: 'security/cleartext-connection',
  title: 'A connection is not encrypted',
  reason:
    'What goes over plain HTTP, FTP, LDAP or WebSocket can be read and changed by everyone on the way: passwords and tokens are copied, and what is downloaded can be exchanged.',
  remedy: 'Use the encrypted form: `https:`, `sftp:` or `ftps:`, `ldaps:`, `wss:`.',
  severity: 'warning',
  confidence: 'medium',
  category: 'cleartext-transport',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [319, 522],
  sources: [
    {
      title: 'OWASP Transport Layer Security Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
    },
  ],
  limits:
    'Only addresses that are written in the code and handed to a client are found. Machines nearby (localhost, private addresses, names without a dot) are left out.',
  examples: [
    {
      name: 'an address is opened',
      base: {},
      head: {
        'src/main/java/Rates.java':
          'class Rates {\n  Rate today() {\n    return restTemplate.getForObject("http://rates.acme.com/today", Rate.class);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Rates.java:3 `http://rates.acme.com/today` is not encrypted: everyone on the way can read and change what is sent.',
      ],
    },
    {
      name: 'an encrypted address is opened',
      base: {},
      head: {
        'src/main/java/Rates.java':
          'class Rates {\n  Rate today() {\n    return restTemplate.getForObject("https://rates.acme.com/today", Rate.class);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'something is fetched',
      base: {},
      head: { 'src/rates.ts': "export const today = () => fetch('http://rates.acme.com/today');\n" },
      finds: ['src/rates.ts:1 `http://rates.acme.com/today` is not encrypted: everyone on the way can read and change what is sent.'],
    },
    {
      name: 'a service nearby is asked',
      base: {},
      head: { 'src/rates.ts': "export const today = () => fetch('http://localhost:8080/today');\n" },
      finds: [],
    },
    {
      name: 'a socket is opened',
      base: {},
      head: { 'src/rates.js': "const socket = new WebSocket('ws://rates.acme.com/live');\n" },
      finds: ['src/rates.js:1 `ws://rates.acme.com/live` is not encrypted: everyone on the way can read and change what is sent.'],
    },
    {
      name: 'an address is a name',
      base: {},
      head: { 'src/rates.js': "svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');\n" },
      finds: [],
    },
  ],
  *look(code) {
    for (const { at, range, address, credentials } of code.file.facts?.language === 'java'
      ? cleartextInJava(code)
      : cleartextInScript(code)) {
      yield {
        at,
        range,
        message: credentials
          ? `Name and password are sent to \`${address}\` as they are: everyone on the way can read them.`
          : `\`${address}\` is not encrypted: everyone on the way can read and change what is sent.`,
      };
    }
  },
});
