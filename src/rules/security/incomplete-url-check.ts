import { patternRule } from '../pattern/pattern-rule.ts';
import { partialHosts, partialSchemes, suffixesByIndex } from './urls/host-checks.ts';
import { looseHostPatterns } from './urls/host-patterns.ts';

export const incompleteUrlCheck = patternRule({
  id: 'security/incomplete-url-check',
  title: 'A check of an address lets others through',
  reason:
    'An address that is checked as a text can be written so that it passes and still leads elsewhere: the wanted host can stand in a path, in front of the real one, or at the end of a longer name.',
  remedy:
    'Parse the address, and compare its host as a whole with a list: `allowed.has(new URL(text).hostname)`, in Java `allowed.contains(URI.create(text).getHost())`. Name the schemes that are allowed: `https:` and what else is needed.',
  severity: 'warning',
  confidence: 'medium',
  category: 'input-validation',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [20, 184],
  sources: [
    {
      title: 'OWASP Server-Side Request Forgery Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Where no name says that the text is an address the finding is less sure. Hosts are known by common endings such as `.com` or `.org`. Code that refuses `javascript:` is left alone where it names `https:` or `mailto:` as well, whatever it does with them. Patterns that are put together when the program runs are not read.',
  examples: [
    {
      name: 'the host may go on',
      base: {},
      head: {
        'src/main/java/Redirects.java':
          'class Redirects {\n  boolean isOurs(String url) {\n    return url.startsWith("https://acme.com");\n  }\n}\n',
      },
      finds: [
        'src/main/java/Redirects.java:3 The check for `https://acme.com` also lets `https://acme.com.evil.com` through: compare the whole host of the parsed URL.',
      ],
    },
    {
      name: 'the whole host is compared',
      base: {},
      head: {
        'src/main/java/Redirects.java':
          'class Redirects {\n  boolean isOurs(String url) {\n    return "acme.com".equals(URI.create(url).getHost());\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'the host may stand anywhere',
      base: {},
      head: { 'src/redirect.ts': "export const isOurs = (url: string) => url.includes('acme.com');\n" },
      finds: [
        'src/redirect.ts:1 The check for `acme.com` also lets `https://evil.com/?acme.com` through: compare the whole host of the parsed URL.',
      ],
    },
    {
      name: 'the host is compared as a whole',
      base: {},
      head: { 'src/redirect.ts': "export const isOurs = (url: string) => new URL(url).hostname === 'acme.com';\n" },
      finds: [],
    },
    {
      name: 'a dot is not escaped',
      base: {},
      head: { 'src/redirect.js': 'export const isOurs = (url) => /^https:\\/\\/www.acme\\.com\\//.test(url);\n' },
      finds: ['src/redirect.js:1 The dot in `w.acme.com` stands for any character, so that another host matches, too. Escape it.'],
    },
    {
      name: 'every dot is escaped',
      base: {},
      head: { 'src/redirect.js': 'export const isOurs = (url) => /^https:\\/\\/www\\.acme\\.com\\//.test(url);\n' },
      finds: [],
    },
  ],
  *look(code) {
    yield* partialHosts(code);
    yield* partialSchemes(code);
    yield* suffixesByIndex(code);
    yield* looseHostPatterns(code);
  },
});
