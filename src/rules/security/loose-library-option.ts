import { patternRule } from '../pattern/pattern-rule.ts';
import { looseChainsInJava } from './web/java-chains.ts';
import { looseUsesInJava } from './web/java-uses.ts';
import { looseUsesIn } from './web/library-options.ts';

const upload = (options: string): string => `import multer from 'multer';\n\nexport const upload = multer(${options});\n`;
const queue = (line: string): string => `class Queue {\n  void open(ActiveMQConnectionFactory factory) {\n    ${line}\n  }\n}\n`;
const markdown = (html: boolean): string =>
  `const MarkdownIt = require('markdown-it');\n\nconst markdown = new MarkdownIt({ html: ${String(html)} });\n`;

export const looseLibraryOption = patternRule({
  id: 'security/loose-library-option',
  title: 'A library is told to let more through than it should',
  reason:
    'Libraries come with safe defaults and with switches to turn them off, or with nothing until they are told. What such a switch lets through is seen only when somebody uses it: a file of any kind, a hidden file that is served, a token without end.',
  remedy:
    'Leave the safe default on, or say the limit that is missing. Where it has to be open, say so beside it, and narrow who can reach it.',
  severity: 'warning',
  confidence: 'medium',
  category: 'misconfig',
  yieldsTo: ['security/weakened-security-header', 'security/disabled-output-escaping', 'security/disabled-tls-verification'],
  languages: ['java', 'typescript', 'javascript'],
  cwe: [1188, 16],
  sources: [
    {
      title: 'OWASP Node.js Security Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Nodejs_Security_Cheat_Sheet.html',
    },
    { title: 'Express: production best practices, security', url: 'https://expressjs.com/en/advanced/best-practice-security.html' },
  ],
  limits:
    'Options that are written where the library is called. Options that come from another file, and what a proxy in front adds, are not seen.',
  examples: [
    {
      name: 'an upload may be anything',
      base: {},
      head: { 'src/upload.ts': upload("{ dest: 'uploads' }") },
      finds: ['src/upload.ts:3 With no `limits` whatever is sent is kept, of any kind and of any size.'],
    },
    {
      name: 'an upload is limited',
      base: {},
      head: { 'src/upload.ts': upload("{ dest: 'uploads', limits: { fileSize: 100_000 } }") },
      finds: [],
    },
    {
      name: 'markup of users is kept',
      base: {},
      head: { 'src/text.js': markdown(true) },
      finds: ['src/text.js:3 With `html: true` a script that stands in the text becomes part of the page.'],
    },
    { name: 'markup of users is escaped', base: {}, head: { 'src/text.js': markdown(false) }, finds: [] },
    {
      name: 'every package is trusted',
      base: {},
      head: { 'src/main/java/Queue.java': queue('factory.setTrustAllPackages(true);') },
      finds: ['src/main/java/Queue.java:3 With `setTrustAllPackages(true)` whoever sends data chooses which classes are made of it.'],
    },
    {
      name: 'one package is trusted',
      base: {},
      head: { 'src/main/java/Queue.java': queue('factory.setTrustedPackages(List.of("com.acme.orders"));') },
      finds: [],
    },
  ],
  *look(code) {
    const uses = code.file.facts?.language === 'java' ? [...looseUsesInJava(code), ...looseChainsInJava(code)] : looseUsesIn(code);
    for (const { at, range, category, what, harm, severity } of uses)
      yield { at, range, category, message: `With ${what} ${harm}.`, ...(severity && { severity }) };
  },
});
