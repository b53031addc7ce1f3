import { patternRule } from '../pattern/pattern-rule.ts';
import { flawOf } from './sanitizing/flaws.ts';
import { replacementsIn } from './sanitizing/replacement.ts';

export const incompleteSanitization = patternRule({
  id: 'security/incomplete-sanitization',
  title: 'A text is made harmless only in part',
  reason:
    'A replacement that is meant to take away what is dangerous in a text, and leaves some of it, is worse than none: the text is trusted from there on. Typical are replacing only the first occurrence, escaping quotes but not backslashes, removing tags by a pattern, and forgetting quotes in HTML.',
  remedy:
    'Use what the platform or a maintained library has for the place the text goes to: parameters for SQL, `textContent` or an HTML sanitizer for markup, `execFile` for commands, `path.resolve` with a check of the prefix for paths. Where a replacement stays, let it replace every occurrence, and repeat it until nothing is left.',
  severity: 'warning',
  confidence: 'medium',
  category: 'xss',
  languages: ['typescript', 'javascript'],
  cwe: [116, 79, 20],
  sources: [
    {
      title: 'OWASP Cross Site Scripting Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'The shape of the replacement tells, not where the text comes from or goes to. Replacements with a computed text are not judged. Stripping one pair of brackets or quotes is left out.',
  examples: [
    {
      name: 'only the first quote is doubled',
      base: {},
      head: { 'src/escape.ts': 'export const quoted = (text: string) => text.replace("\'", "\'\'");\n' },
      finds: ["src/escape.ts:1 Only the first `'` is replaced; every further one gets through."],
      fixed: { 'src/escape.ts': 'export const quoted = (text: string) => text.replaceAll("\'", "\'\'");\n' },
    },
    {
      name: 'every quote is doubled',
      base: {},
      head: { 'src/escape.ts': "export const quoted = (text: string) => text.replace(/'/g, \"''\");\n" },
      finds: [],
    },
    {
      name: 'scripts are taken out by a pattern',
      base: {},
      head: { 'src/clean.js': "export function clean(html) {\n  return html.replace(/<script[\\s\\S]*?<\\/script>/gi, '');\n}\n" },
      finds: ['src/clean.js:2 `<script` is removed once: `<scr<scriptipt` becomes `<script` when its middle is taken out.'],
    },
    {
      name: 'a pair of brackets is stripped',
      base: {},
      head: { 'src/names.js': "export const bare = (name) => name.replace('[', '').replace(']', '');\n" },
      finds: [],
    },
  ],
  *look(code) {
    const all = replacementsIn(code);
    for (const replacement of all) {
      const flaw = flawOf(replacement, all);
      if (flaw) yield flaw;
    }
  },
});
