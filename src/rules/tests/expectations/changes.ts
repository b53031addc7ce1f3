import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import { contains, type TextRange } from '../../../base/text-range.ts';
import { canonical } from '../../../code/canonical.ts';
import type { CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { Statement } from '../../../code/statement.ts';
import { callsIn, foldedText, visitsOf } from '../../../code/walk.ts';
import { assertionsOf, casesOf, pairedTests, type TestAt } from '../gaps/test-pairs.ts';
import { checksOf } from '../quality/checks.ts';
import { expectationsOf, type Expectation } from './expectation.ts';

/** A test of both sides, known by its title or by what it does. */
export interface TestPair {
  readonly base: TestAt;
  readonly head: TestAt;
}

/** What a test expected, and what it expects in its place. */
export interface ChangedExpectation {
  readonly before: Expectation;
  /** Where in the test at head, and as what. */
  readonly now: { readonly text: string; readonly range: TextRange; readonly value: string };
  /** Whether it was to be refused and is to be let through. */
  readonly isLetThrough: boolean;
}

/** The tests of both sides: those that got another title because they expect something else, too. */
export const testPairs = remembered((change: CodeChange): readonly TestPair[] => {
  const pairs = pairedTests(change);
  const [old, known] = [new Set(pairs.map(({ base }) => base.test)), new Set(pairs.map(({ head }) => head.test))];
  return [
    ...pairs,
    ...change.files.flatMap(({ base, head }) => {
      const rest = casesOf(head).filter(({ test }) => !known.has(test));
      const byContent = groupBy(rest, whatItDoes);
      return casesOf(base).flatMap((each) => {
        const [same, another] = old.has(each.test) ? [] : (byContent.get(whatItDoes(each)) ?? []);
        return same && !another ? [{ base: each, head: same }] : [];
      });
    }),
  ];
});

/** All that a test does and asks, without what it expects. */
const whatItDoes = remembered((at: TestAt): string =>
  [...steps(at).map(({ text }) => text), ...expectationsOf(at).map(({ about }) => about)].join('\n'),
);

/** The statements of a test that expect nothing. */
const steps = remembered(({ file, test }: TestAt): readonly { readonly text: string; readonly range: TextRange }[] =>
  test.body
    .filter((statement) => !isExpectedValue(statement) && !test.assertions.some(({ range }) => shares(statement.range, range)))
    .map(({ range }) => ({ text: compact(foldedText(file.text, range)), range })),
);

function isExpectedValue(statement: Statement): boolean {
  return statement.kind === 'variable' && /^(?:expected|want|wanted)/i.test(statement.name);
}

/** Side by side is not together. */
function shares(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}

function compact(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/["'`]/g, "'")
    .replace(/,(?=[)\]}])/g, '');
}

/** What a test expects otherwise than before, of the same that was done before. */
export const changedExpectations = remembered((pair: TestPair): readonly ChangedExpectation[] => {
  const [before, after] = [expectationsOf(pair.base), expectationsOf(pair.head)];
  const left = [...after];
  const gone = before.filter((each) => !take(left, (other) => other.about === each.about && other.value === each.value));
  return gone.flatMap((each) => {
    const isError = each.assertion.kind === 'throws';
    const now = take(left, ({ about, assertion }) => about === each.about && (!isError || assertion.kind === 'throws'));
    const found = now ? between(each, now) : letThrough(each, pair);
    return found && isSameUpTo(pair, each, found.now.range) ? [found] : [];
  });
});

function take<Item>(items: Item[], fits: (item: Item) => boolean): Item | undefined {
  const at = items.findIndex(fits);
  return at === -1 ? undefined : items.splice(at, 1)[0];
}

function between(before: Expectation, { assertion, value, answer, isValue }: Expectation): ChangedExpectation | undefined {
  const isLetThrough = before.answer === 'refused' && answer === 'accepted';
  if (!isLetThrough && !(before.isValue && isValue)) return undefined;
  return { before, now: { text: assertion.text, range: assertion.range, value }, isLetThrough };
}

/** The call that had to fail is made, and nothing says that it must. */
function letThrough(before: Expectation, { base, head }: TestPair): ChangedExpectation | undefined {
  if (before.answer !== 'refused' || before.assertion.kind !== 'throws') return undefined;
  const about = before.about === '' ? lastCalled(base) : before.about;
  const refusing = checksOf(head.test).filter(({ fact }) => fact.kind === 'throws');
  const call = callsIn(head.test.body).find(
    (each) =>
      canonical(each) === about && !refusing.some(({ visited }) => contains(visited.node.range, each.range)) && !isTried(head, each.range),
  );
  if (!call) return undefined;
  const around = assertionsOf(head).find(({ range }) => contains(range, call.range));
  const range = around?.range ?? call.range;
  return { before, now: { text: around?.text ?? foldedText(head.file.text, range), range, value: '' }, isLetThrough: true };
}

function lastCalled({ test }: TestAt): string | undefined {
  const [last] = callsIn(test.body.slice(-1));
  return last && canonical(last);
}

/** Whatever a test catches it may expect. */
function isTried({ test }: TestAt, range: TextRange): boolean {
  return visitsOf(test.body, 'try').some(({ node }) => node.handlers.length > 0 && contains(node.range, range));
}

/** Whether the test does the same as before up to where it expects: else what it asks is another thing. */
function isSameUpTo({ base, head }: TestPair, before: Expectation, now: TextRange): boolean {
  const done = new Set(steps(head).map(({ text }) => text));
  return (
    steps(base).every(({ text, range }) => range.start > before.assertion.range.start || done.has(text)) &&
    addsNothingBefore(base, head, now)
  );
}

function addsNothingBefore(base: TestAt, head: TestAt, { start }: TextRange): boolean {
  const known = new Set(steps(base).map(({ text }) => text));
  return steps(head).every(({ text, range }) => range.start >= start || known.has(text) || range.end > start || !text.includes('('));
}

/** Whether the change touches what the tests of a file share: set-up, fixtures, helpers that a test names. */
export function hasOtherSetUp({ file, test }: TestAt): boolean {
  return sharedNames(file).some((name) => name === '' || new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b`).test(textOf(file, test.range)));
}

function textOf({ text }: SourceFile, { start, end }: TextRange): string {
  return text.slice(start, end);
}

/** Of what is touched beside the tests; an empty name for what runs before each. */
const sharedNames = remembered((file: SourceFile): readonly string[] => {
  const { symbols = [], tests = [] } = file.facts ?? {};
  const isTouched = (range: TextRange): boolean => file.touched.some((each) => shares(each, range));
  const own = symbols.filter(
    ({ kind, range, touched }) =>
      touched && /^(?:function|method|field|variable)$/.test(kind) && isTouched(range) && !tests.some((test) => shares(test.range, range)),
  );
  const hooks = callsIn(symbols[0]?.body ?? []).some(({ name, range }) => /^before(?:Each|All)?$/.test(name) && isTouched(range));
  return [
    ...own.map(({ name, annotations }) => (annotations.some((each) => each.name.includes('Before')) ? '' : name)),
    ...(hooks ? [''] : []),
  ];
});
