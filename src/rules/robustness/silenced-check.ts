import * as z from 'zod/mini';
import { groupBy } from '../../base/group-by.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { silencingsIn, type Silencing } from './silencing-marks.ts';

const java = (annotation: string): string => `class Parser {\n${annotation}  Object read(String text) {\n    return parse(text);\n  }\n}\n`;

export const silencedCheck = defineFileRule({
  id: 'robustness/silenced-check',
  title: 'A compiler or linter is told to be silent',
  reason:
    'A warning that is silenced is not mended. What the checker knew stays true, and the next mistake in the same place is silenced with it.',
  remedy:
    'Mend what the checker found. Where it is wrong, silence the one rule on the one line, and say why: `// eslint-disable-next-line no-x -- reason`, `@ts-expect-error reason`.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    { title: 'TypeScript 3.9: @ts-expect-error', url: 'https://www.typescriptlang.org/docs/handbook/release-notes/typescript-3-9.html' },
    { title: 'ESLint: Configure Rules, disabling with descriptions', url: 'https://eslint.org/docs/latest/use/configure/rules' },
  ],
  limits:
    'A mark that gives its reason, or silences one rule that is not about security in one place, is a note of less confidence; `@ts-expect-error`, which fails when it is needed no more, is left alone. Warnings such as `unchecked`, which Java’s generics make unavoidable, are left alone. Tests are left out.',
  examples: [
    edited('a warning is suppressed', 'src/main/java/Parser.java', java(''), java('  @SuppressWarnings("all")\n'), [
      '2 `@SuppressWarnings("all")` keeps warnings of all from being seen.',
    ]),
    edited('an unchecked cast cannot be avoided', 'src/main/java/Parser.java', java(''), java('  @SuppressWarnings("unchecked")\n')),
    edited(
      'the compiler is told to ignore a line',
      'src/load.ts',
      'export function load(id: string) {\n  return get(id);\n}\n',
      'export function load(id: string) {\n  // @ts-ignore\n  return get(id);\n}\n',
      ['2 `@ts-ignore` keeps the compiler from checking the next line.'],
    ),
    edited(
      'the mark was there before',
      'src/load.ts',
      '// @ts-ignore\nexport const one = get(1);\n',
      '// @ts-ignore\nexport const one = get(2);\n',
    ),
    edited('a file is no longer linted', 'src/load.js', 'exports.load = get;\n', '/* eslint-disable */\nexports.load = get;\n', [
      '1 `eslint-disable` keeps ESLint from checking all that follows.',
    ]),
    edited(
      'a comment only speaks of ESLint',
      'src/load.js',
      'exports.load = get;\n',
      '// ESLint is set up in the root\nexports.load = get;\n',
    ),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production') return;
    const isNew = ({ range }: Silencing): boolean => file.touched.some(({ start, end }) => start <= range.start && range.start < end);
    for (const alike of groupBy(silencingsIn(file), (each) => `${each.what} ${String(each.explained)} ${String(isNew(each))}`).values()) {
      const [first, ...more] = alike;
      if (first && more.length >= manyAlike - 1 && isNew(first)) yield silencingFinding(file, first, more);
      else for (const each of alike) yield silencingFinding(file, each, []);
    }
  },
});

/** That many of one kind in a file are one thing to decide. */
const manyAlike = 3;

function silencingFinding(file: SourceFile, first: Silencing, more: readonly Silencing[]): FindingDraft {
  const { range, what, mark, explained } = first;
  const rest = more.length > 0 ? `, and ${String(more.length)} more such marks in this file do` : '';
  return {
    message: `\`${mark}\` keeps ${what}${rest}.`,
    place: { file, range },
    subject: mark,
    ...(more.length > 0 && { related: more.map((each) => ({ file, range: each.range, caption: 'here, too' })) }),
    // One cast is often the only way around a type that is wrong elsewhere.
    ...(what.includes('done with the value') && { severity: 'note' as const }),
    ...(explained && { severity: 'note' as const, confidence: 'low' as const }),
  };
}
