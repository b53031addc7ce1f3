import * as z from 'zod/mini';
import type { SourceFile } from '../../code/code-change.ts';
import { defineFileRule } from '../rule.ts';

/** Characters that turn the direction of what follows (U+202A…U+202E, U+2066…U+2069). */
const directed = /[\u202a-\u202e\u2066-\u2069]/g;

export const hiddenCharacters = defineFileRule({
  id: 'security/hidden-characters',
  title: 'Characters that nobody sees change how the text reads',
  reason:
    'Characters that turn the direction of writing have an editor show the words of a line in another order than the compiler reads them: a comment can hide a statement, and a statement can look like a comment. A reviewer sees something else than what runs.',
  remedy: 'Take them out. Where a text in a right-to-left script needs them, write them as escapes, such as `\\u202e`.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [1007],
  sources: [{ title: 'Trojan Source: invisible vulnerabilities', url: 'https://trojansource.codes/' }],
  limits: 'Letters of other scripts that look the same are not found. Documentation and translations are left out.',
  examples: [
    {
      name: 'a comment is turned around',
      base: {},
      head: { 'src/admin.ts': 'const admin = false;\n/*\u202e } \u2066if (admin)\u2069 \u2066 begin admins only */\nopen();\n' },
      finds: [
        'src/admin.ts:2 The line holds 4 characters that turn the direction of writing (U+202E, U+2066, U+2069): it does not read as it runs.',
      ],
      fixed: { 'src/admin.ts': 'const admin = false;\n/* } if (admin)  begin admins only */\nopen();\n' },
    },
    {
      name: 'a text in Hebrew stands as it is',
      base: {},
      head: { 'src/greeting.ts': "export const greeting = '\u05e9\u05dc\u05d5\u05dd';\n" },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (!/^(production|test|build|configuration|example)$/.test(file.role) || isTranslation(file) || file.text.search(directed) === -1)
      return;
    for (const { start, end } of file.touched) {
      for (const line of linesWith(file, start, end)) {
        const text = file.text.slice(line.start, line.end);
        const found = text.match(directed) ?? [];
        const codes = [...new Set(found)].map((each) => `U+${each.charCodeAt(0).toString(16).toUpperCase()}`);
        yield {
          message: `The line holds ${found.length === 1 ? 'a character that turns' : `${String(found.length)} characters that turn`} the direction of writing (${codes.sort().join(', ')}): it does not read as it runs.`,
          place: { file, range: line },
          subject: text.trim(),
          fixes: [{ title: 'Take them out', safety: 'unsafe', edits: [{ file, range: line, newText: text.replace(directed, '') }] }],
          properties: { category: 'trojan-source' },
        };
      }
    }
  },
});

function isTranslation({ path }: SourceFile): boolean {
  return /(?:^|\/)(?:i18n|l10n|locales?|lang|languages|translations?|messages)(?:\/|[._-])/i.test(path);
}

/** The lines of a part of the text that hold such a character, without their ends. */
function* linesWith(file: SourceFile, start: number, end: number): Generator<{ readonly start: number; readonly end: number }> {
  let after = start;
  for (const match of file.text.slice(start, end).matchAll(directed)) {
    const at = start + match.index;
    if (at < after) continue;
    const line = file.lines.lineRange(file.lines.position(at).line);
    const ending = /\r?\n$/.exec(file.text.slice(line.start, line.end))?.[0].length ?? 0;
    yield { start: line.start, end: line.end - ending };
    after = line.end;
  }
}
