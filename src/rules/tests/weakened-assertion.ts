import * as z from 'zod/mini';
import { quotedCode } from '../../base/shortened.ts';
import type { CodeChange } from '../../code/code-change.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { restoredLines } from '../safeguards/restore.ts';
import { changedExpectations } from './expectations/changes.ts';
import { testedCode } from './expectations/tested-code.ts';
import { isSameSubject, strengthOf } from './gaps/assertion-strength.ts';
import {
  assertionsOf,
  namesIn,
  newTestsAssertions,
  pairedTests,
  removedNames,
  type TestAt,
  type WrittenAssertion,
} from './gaps/test-pairs.ts';
import { titleLine } from './quality/test-finding.ts';

const java = (...lines: readonly string[]): string =>
  `import org.junit.jupiter.api.Test;\n\nclass CartTest {\n  @Test\n  void totalsUp() {\n    Cart cart = new Cart(1, 2);\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...lines: readonly string[]): string =>
  `it('totals up', () => {\n  const cart = new Cart(1, 2);\n${lines.map((line) => `  ${line}\n`).join('')}});\n`;

export const weakenedAssertion = defineChangeRule({
  id: 'tests/weakened-assertion',
  title: 'A test checks less than before',
  reason:
    'An assertion that is removed or asks for less lets pass what was held before. It is the shortest way to a green run, and nothing in the test that is left shows it.',
  remedy: 'Put the assertion back and mend the code. Where the behaviour was meant to change, assert the new one as exactly as the old.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  sources: [{ title: 'xUnit Test Patterns: Assertion Roulette and Lost Test', url: 'http://xunitpatterns.com/' }],
  limits:
    'Tests are known again by their titles. A test that calls another function now may leave the check to it, and one whose subject is removed or renamed by the change is left alone. What an assertion is about is told by the names in it.',
  examples: [
    edited(
      'an assertion is removed',
      'src/test/java/CartTest.java',
      java('assertEquals(2, cart.size());', 'assertEquals(3, cart.total());'),
      java('assertEquals(2, cart.size());'),
      ['5 The test “totalsUp” no longer checks `assertEquals(3, cart.total())`.'],
      java('assertEquals(2, cart.size());', 'assertEquals(3, cart.total());'),
    ),
    edited(
      'the value that is expected changes',
      'src/test/java/CartTest.java',
      java('assertEquals(3, cart.total());'),
      java('assertEquals(4, cart.total());'),
    ),
    edited(
      'an assertion asks for less',
      'test/cart.test.ts',
      script('expect(cart.total()).toBe(3);'),
      script('expect(cart.total()).toBeDefined();'),
      ['3 The test “totals up” checks less: `expect(cart.total()).toBe(3)` became `expect(cart.total()).toBeDefined()`.'],
      script('expect(cart.total()).toBe(3);'),
    ),
    edited(
      'an assertion asks for more',
      'test/cart.test.ts',
      script('expect(cart.total()).toBeDefined();'),
      script('expect(cart.total()).toBe(3);'),
    ),
    edited(
      'an error may be any error',
      'test/cart.test.js',
      script('expect(() => cart.pay()).toThrow(EmptyCart);'),
      script('expect(() => cart.pay()).toThrow();'),
      ['3 The test “totals up” checks less: `expect(() => cart.pay()).toThrow(EmptyCart)` became `expect(() => cart.pay()).toThrow()`.'],
    ),
    edited('a function of the test checks', 'test/cart.test.js', script('expect(cart.total()).toBe(3);'), script('expectTotal(cart, 3);')),
  ],
  needs: [],
  options: z.object({}),
  *check(change) {
    const removed = removedNames(change);
    const elsewhere = newTestsAssertions(change);
    for (const pair of pairedTests(change)) {
      const { base, head } = pair;
      if (base.test.run === 'skipped' || [...namesIn(base)].some((name) => removed.has(name))) continue;
      const found = [...losses(change, base, head, (each) => elsewhere.has(each.text) || isAbout(each, removed))];
      const told = found.length > 0 && testedCode(change, head) ? letThrough(pair) : none;
      yield* found.filter(({ subject }) => !told.has(subject));
    }
  },
});

const none: ReadonlySet<string> = new Set();

/** Refusals that the test gives up together with the code: that is told as such. */
function letThrough(pair: { readonly base: TestAt; readonly head: TestAt }): ReadonlySet<string> {
  const given = changedExpectations(pair).filter(({ isLetThrough }) => isLetThrough);
  return new Set(given.map(({ before }) => subjectOf(pair.head, before.assertion)));
}

function subjectOf({ test }: TestAt, { text }: WrittenAssertion): string {
  return `${test.titles.join(' › ')} ${text}`;
}

/** @param isExcused whether an assertion may go: others make it, or what it is about is gone */
function* losses(change: CodeChange, base: TestAt, head: TestAt, isExcused: (each: WrittenAssertion) => boolean): Generator<FindingDraft> {
  const before = assertionsOf(base);
  const after = assertionsOf(head);
  if (before.length === after.length && before.every(({ text }, index) => text === after[index]?.text)) return;
  const gone = withoutThose(before, after).filter(
    (each) => !isExcused(each) && !isOfGoneDouble(each, base, head) && !isImplied(each, after),
  );
  const added = withoutThose(after, before);
  const title = base.test.titles.at(-1) ?? '';
  for (const each of gone) {
    const about = added.filter((other) => isSameSubject(each, other));
    // Moved to another library, several assertions of one thing are told apart by how much they ask for.
    if (about.some((other) => other.name !== each.name && !isWeaker(other, each))) continue;
    const now = about.find(({ name }) => name === each.name) ?? about[0];
    if (now) {
      if (isWeaker(now, each))
        yield draft(change, base, head, each, `The test “${title}” checks less: ${code(each)} became ${code(now)}.`, now);
    } else if (added.length < gone.length && !leavesItToOthers(base, head, added.length)) {
      yield draft(change, base, head, each, `The test “${title}” no longer checks ${code(each)}.`);
    }
  }
}

/** Whether an assertion names a property that is gone: `api.fake`, `"fake" in api`. */
function isAbout({ text }: WrittenAssertion, removed: ReadonlySet<string>): boolean {
  return Array.from(text.matchAll(/[.'"]([\w$]{1,80})/g)).some(([, name = '']) => removed.has(name));
}

/** Whether there is something is held by an assertion about a part of it: `expect(state).toBeDefined()` by `expect(state?.data).toBe(1)`. */
function isImplied(gone: WrittenAssertion, after: readonly WrittenAssertion[]): boolean {
  const about = /^(?:expect|assertNotNull|assertThat)\(\s{0,4}(\w{1,60})\s{0,4}\)/.exec(gone.text)?.[1];
  if (about === undefined || !/^(?:toBeDefined|toBeTruthy|assertNotNull|isNotNull)$/.test(gone.name)) return false;
  const part = new RegExp(`\\(\\s{0,4}${about}\\??[.[]`);
  return after.some((each) => part.test(each.text) && (strengthOf(each) ?? 0) > 1);
}

/** What was done with a stand-in that the file no longer declares: the code asks for another one, or for none. */
function isOfGoneDouble({ kind, text }: WrittenAssertion, base: TestAt, head: TestAt): boolean {
  const [, double] = kind === 'interaction' ? (/^[\w.]{1,80}\(\s*(\w{1,80})\s*[,)]/.exec(text) ?? []) : [];
  const isDeclared = ({ file }: TestAt): boolean => file.facts?.symbols.some(({ name }) => name === double) === true;
  return double !== undefined && isDeclared(base) && !isDeclared(head);
}

/** Each of the others takes away one of the same text. */
function withoutThose(these: readonly WrittenAssertion[], others: readonly WrittenAssertion[]): readonly WrittenAssertion[] {
  const left = new Map<string, number>();
  for (const { text } of others) left.set(text, (left.get(text) ?? 0) + 1);
  return these.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function isWeaker(now: WrittenAssertion, before: WrittenAssertion): boolean {
  // The ways of several libraries to expect an error are not compared.
  if (before.kind === 'throws' && now.kind === 'throws' && now.name !== before.name) return false;
  if (saysTheSame(now.name, before.text) || (/\bhasSize\(\s{0,4}1\s{0,4}\)$/.test(before.text) && now.text.includes('.singleElement(')))
    return false;
  const [strength, was] = [strengthOf(now), strengthOf(before)];
  return strength !== undefined && was !== undefined && strength < was && !/\.not\b/.test(before.text);
}

/** `isEqualTo(true)` and `isTrue()`, `assertEquals(null, x)` and `assertNull(x)`. */
function saysTheSame(name: string, before: string): boolean {
  const literal =
    /(?:\(|,\s{0,4})(true|false|null|undefined|Boolean\.TRUE|Boolean\.FALSE)\s{0,4}\)$|\((true|false|null|undefined)\s{0,4},/.exec(before);
  const value = (literal?.[1] ?? literal?.[2])?.toLowerCase();
  return value !== undefined && name.toLowerCase().endsWith(value.replace('boolean.', ''));
}

/** Where the test calls something that it did not call, or asserts something new, the check may have moved there. */
function leavesItToOthers(base: TestAt, head: TestAt, added: number): boolean {
  const before = namesIn(base);
  return added > 0 || [...namesIn(head)].some((name) => !before.has(name));
}

function draft(
  change: CodeChange,
  base: TestAt,
  head: TestAt,
  gone: WrittenAssertion,
  message: string,
  now?: WrittenAssertion,
): FindingDraft {
  const fix = restoredLines(change, base.file, head.file, gone.range);
  return {
    message,
    place: { file: head.file, range: now?.range ?? titleLine(head.file, head.test) },
    subject: subjectOf(head, gone),
    related: [{ file: base.file, range: gone.range, caption: 'it was checked here' }],
    ...(fix && { fixes: [fix] }),
    properties: { test: 'weakened' },
  };
}

function code({ text }: WrittenAssertion): string {
  return quotedCode(text);
}
