import * as z from 'zod/mini';
import { remembered } from '../../base/remembered.ts';
import { groupBy } from '../../base/group-by.ts';
import { overlaps } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { TestFact } from '../../code/facts.ts';
import { callsIn, visitsOf } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { liveCases, titleLine, titled } from './quality/test-finding.ts';

const java = (...tests: readonly (readonly [name: string, body: string])[]): string =>
  `import org.junit.jupiter.api.Test;\n\nclass CartTest {\n${tests.map(([name, body]) => `  @Test\n  void ${name}() {\n    ${body}\n  }\n`).join('\n')}}\n`;
const script = (...tests: readonly (readonly [name: string, body: string])[]): string =>
  tests.map(([name, body]) => `it('${name}', () => {\n  ${body}\n});\n`).join('\n');
const [of, total] = [
  'Cart cart = new Cart(1, 2);\n    assertEquals(3, cart.total());',
  'const cart = new Cart(1, 2);\n  expect(cart.total()).toBe(3);',
];

export const duplicatedTest = defineChangeRule({
  id: 'tests/duplicated-test',
  title: 'Two tests do the same',
  reason:
    'A copy under another title tests nothing more, and what its title promises is not tested at all: mostly the values were to be changed and were not. Both have to be kept up from then on.',
  remedy: 'Give the copy the values that its title speaks of, or delete it.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    { title: 'Sonar RSPEC-4144: Methods should not have identical implementations', url: 'https://rules.sonarsource.com/java/RSPEC-4144/' },
    { title: 'xUnit Test Patterns: Test Code Duplication', url: 'http://xunitpatterns.com/Test%20Code%20Duplication.html' },
  ],
  limits:
    'Only tests of one file and one group, which are set up alike, that are equal to the letter but for their titles, marks and literals included. A test that asks for its own name may do something else.',
  examples: [
    edited('a test is copied', 'src/test/java/CartTest.java', java(['totalsUp', of]), java(['totalsUp', of], ['totalsUpTwoItems', of]), [
      '11 The test “totalsUpTwoItems” does the same as “totalsUp”, to the letter: what its title says is not tested.',
    ]),
    edited(
      'the copy has another value',
      'src/test/java/CartTest.java',
      java(['totalsUp', of]),
      java(['totalsUp', of], ['totalsUpTwoItems', of.replace('(1, 2)', '(2, 1)')]),
    ),
    edited(
      'a test is copied in TypeScript',
      'test/cart.test.ts',
      script(['totals up', total]),
      script(['totals up', total], ['totals up two items', total]),
      ['6 The test “totals up two items” does the same as “totals up”, to the letter: what its title says is not tested.'],
    ),
    edited(
      'the copy is in a group of its own',
      'test/cart.test.ts',
      script(['totals up', total]),
      `${script(['totals up', total])}\ndescribe('with tax', () => {\n${script(['totals up two items', total])}});\n`,
    ),
    edited(
      'a test is copied in JavaScript',
      'test/cart.test.js',
      script(['totals up', total]),
      script(['totals up', total], ['totals up two items', total]),
      ['6 The test “totals up two items” does the same as “totals up”, to the letter: what its title says is not tested.'],
    ),
    edited(
      'both were there before',
      'test/cart.test.js',
      script(['totals up', total], ['totals up two items', total]),
      script(['totals up', total], ['totals up two items', total], ['empties', 'cart.clear(1);\n  expect(cart.total()).toBe(0);']),
    ),
  ],
  needs: ['tests'],
  options: z.object({}),
  *check(change) {
    const changed = new Map(change.files.map((file) => [file.head?.path, file]));
    for (const file of change.tests) {
      const at = changed.get(file.path);
      if (at) yield* copiesIn(file, at.base, at.head);
    }
  },
});

const copiesIn = remembered((file: SourceFile, base: SourceFile | undefined, head: SourceFile | undefined) => [
  ...findCopies(file, base, head),
]);

function* findCopies(file: SourceFile, base: SourceFile | undefined, head: SourceFile | undefined): Generator<FindingDraft> {
  const before = base ? folded(base.text) : '';
  for (const [first, ...others] of alike(file)) {
    if (!first) continue;
    const same = [first, ...others];
    // As many as there were before are old ones, wherever they stood.
    if (occurrences(before, bodyText(first, file)) >= same.length) continue;
    const touched = same.filter(({ range }) => head?.touched.some((each) => overlaps(each, range)));
    const copy = touched.findLast(({ titles }) => !before.includes(titles.at(-1) ?? '')) ?? touched.at(-1);
    const original = same.find((test) => test !== copy);
    if (copy && original && !wereAlike(copy, original, base)) yield finding(copy, original, file);
  }
}

/** Whether tests of these titles were copies at base, too, however they were written there. */
function wereAlike(copy: TestFact, original: TestFact, base: SourceFile | undefined): boolean {
  if (!base) return false;
  const titles = new Set([titled(copy), titled(original)]);
  const before = liveCases(base).filter((test) => titles.has(titled(test)));
  return new Set(before.map((test) => withoutTitle(test, base))).size < before.length;
}

function finding(copy: TestFact, original: TestFact, file: SourceFile): FindingDraft {
  return {
    message:
      titled(copy) === titled(original)
        ? `The test ${titled(copy)} stands here twice, to the letter: one of them tests nothing more.`
        : `The test ${titled(copy)} does the same as ${titled(original)}, to the letter: what its title says is not tested.`,
    place: { file, range: titleLine(file, copy) },
    subject: `${copy.titles.join(' › ')} = ${original.titles.join(' › ')}`,
    related: [{ file, range: titleLine(file, original), caption: 'it does the same' }],
    properties: { test: 'weak' },
  };
}

/** A test whose body says what it is about: a lone call without arguments may look its data up by the test's name. */
function isTelling({ body }: TestFact): boolean {
  if (body.length === 0) return false;
  return body.length > 1 || callsIn(body).some((call) => call.arguments.length > 0) || visitsOf(body, 'new').length > 0;
}

const asksForItsName =
  /\b(?:currentTestName|getDisplayName|getTestMethod|getMethodName|getTestName|testInfo|TestInfo|TestName|fullTitle|titlePath|test\.title|task\.name|t\.title|t\.name)\b/;

/** The tests of a file that are alike and set up alike. */
function alike(file: SourceFile): readonly (readonly TestFact[])[] {
  const byText = [...groupBy(liveCases(file).filter(isTelling), (test) => withoutTitle(test, file))];
  return byText
    .filter(([text, tests]) => tests.length > 1 && !asksForItsName.test(text))
    .flatMap(([, tests]) => [...groupBy(tests, (test) => surroundings(test, file)).values()])
    .filter((tests) => tests.length > 1);
}

/** The text of a test with marks and literals, but without its title. */
function withoutTitle({ range, titles }: TestFact, { text }: SourceFile): string {
  return folded(
    text
      .slice(range.start, range.end)
      .replace(/@DisplayName\([^)]*\)\s*/, '')
      .replace(titles.at(-1) ?? '', ''),
  );
}

/** Where the group, loop or branch begins that a test stands in: each may set it up in another way. */
function surroundings({ range }: TestFact, { facts }: SourceFile): number {
  const groups = (facts?.tests ?? []).filter(({ kind }) => kind === 'group');
  const blocks = visitsOf(facts?.symbols[0]?.body ?? [], 'function', 'loop', 'if').map(({ node }) => node);
  const around = [...groups, ...blocks].filter((each) => each.range.start <= range.start && range.end <= each.range.end);
  return Math.max(-1, ...around.map((each) => each.range.start));
}

function bodyText({ body }: TestFact, file: SourceFile): string {
  return folded(file.text.slice(body[0]?.range.start ?? 0, body.at(-1)?.range.end ?? 0));
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function occurrences(text: string, part: string): number {
  return part === '' ? 0 : text.split(part).length - 1;
}
