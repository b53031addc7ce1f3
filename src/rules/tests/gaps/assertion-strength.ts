import { remembered } from '../../../base/remembered.ts';
import type { WrittenAssertion } from './test-pairs.ts';

/** How much an assertion pins down: a value, a part of it, that there is one. */
const strengths: readonly (readonly [RegExp, number])[] = [
  [
    /^(toBe|toEqual|toStrictEqual|equal|equals|strictEqual|deepEqual|deepStrictEqual|assertEquals|assertSame|assertArrayEquals|assertIterableEquals|isEqualTo|isSameAs|containsExactly\w*|containsEntry|containsEntries|containsOnly\w*|hasSize|toHaveLength|eql|toHaveBeenCalledWith|toHaveBeenNthCalledWith|toHaveBeenCalledTimes|same|is|isExactlyInstanceOf|eq)$/,
    5,
  ],
  [
    /^(toMatchObject|toContain|toContainEqual|toMatch|toHaveProperty|contains\w*|includes?|startsWith|endsWith|match|matches|assertLinesMatch|toBeCloseTo|isCloseTo|include|toBeGreaterThan\w*|toBeLessThan\w*|isGreaterThan\w*|isLessThan\w*|isBetween|isPositive|toBeInstanceOf|isInstanceOf|assertInstanceOf|like|toHaveBeenCalled|called|hasFieldOrProperty\w*)$/,
    3,
  ],
  [
    /^(toBeTruthy|toBeDefined|ok|assert|assertTrue|assertNotNull|isNotNull|isTrue|isNotEmpty|exists?|exist|truthy|toBeFalsy|not|notEqual|notStrictEqual|assertNotEquals|isNotEqualTo|isNotBlank|doesNotThrow|assertDoesNotThrow|toBeUndefined|toBeNull)$/,
    1,
  ],
];

/** Undefined where it is not known. */
export function strengthOf({ name, kind, text }: WrittenAssertion): number | undefined {
  if (kind === 'throws') return /\(\s*\)/.test(text.slice(text.lastIndexOf(name))) ? 3 : 4;
  // `assertTrue(a.equals(b))`, `assertThat(a.has(b)).isTrue()` and `ok(a === b)` say as much as an assertion of equality.
  if (/^(assertTrue|ok|assert|isTrue)$/.test(name) && /===?|[<>]|\w\([^()]/.test(askedIn(text))) return 4;
  return strengths.find(([names]) => names.test(name))?.[1];
}

/** What an assertion is given, whatever class its method is of: `a.isEmpty())` of `Assert.assertTrue(a.isEmpty())`. */
function askedIn(text: string): string {
  return text.slice(text.indexOf('(') + 1);
}

/** Whether two assertions are about the same thing: an argument that is more than a literal stands in both. */
export function isSameSubject(base: WrittenAssertion, head: WrittenAssertion): boolean {
  return subjectsOf(base).some((subject) => head.text.includes(subject));
}

/** `cart.total()` in `assertEquals(3, cart.total())` and in `expect(cart.total()).toBe(3)`. */
const subjectsOf = remembered(({ text }: WrittenAssertion): readonly string[] => {
  const found =
    text.slice(0, 500).match(/(?<![A-Za-z_$])[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[\w*\]|\([^()]{0,80}\))+|\b[a-z_$][\w$]*\b/g) ?? [];
  return found
    .map((each) =>
      each
        .replace(/^(?:expect|assertThat|assert\w*|equal|ok)\(/, '')
        .replace(/\.(?:not\.)?to[A-Z]\w*\([^()]*\)$/, '')
        .replace(/(?<!\))\)+$/, (end) => (each.includes('(') ? end : '')),
    )
    .filter(
      (each) =>
        each.length > 2 &&
        !/^(expect|assert\w*|true|false|null|undefined|new|await|not|equal|strictEqual|toBe\w*|toEqual|message)$/.test(each),
    );
});
