import type { Example } from '../rule.ts';

const cart = (...body: readonly string[]): string =>
  `public class Cart {\n  public int total(int tax) {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const cartTest = (...tests: readonly string[]): string =>
  `import static org.junit.jupiter.api.Assertions.*;\nimport org.junit.jupiter.api.Test;\n\nclass CartTest {\n${tests.map((each) => `  @Test\n  void ${each}\n`).join('\n')}}\n`;
const adds = 'addsTheTax() {\n    assertEquals(3, new Cart().total(1));\n  }';
const refuses = 'refusesANegativeTax() {\n    assertThrows(IllegalArgumentException.class, () -> new Cart().total(-1));\n  }';
const ts = (...body: readonly string[]): string =>
  `export function total(items: number[], tax: number): number {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
const jsTotal = (...body: readonly string[]): string =>
  `export function total(items, tax) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
const tsTest = (...tests: readonly string[]): string =>
  `import { expect, it } from 'vitest';\nimport { total } from '../src/total';\n\n${tests.join('\n')}\n`;
const sums = "it('sums up', () => {\n  expect(total([1, 2], 0)).toBe(3);\n});";
const sumsWithTax = "it('sums up with tax', () => {\n  expect(total([1, 2], 100)).toBe(103);\n});";
const refusesTax = "it('refuses a negative tax', () => {\n  expect(() => total([1], -1)).toThrow(RangeError);\n});";

/** What untested-edge-case finds and what not. */
export const untestedEdgeCaseExamples: readonly Example[] = [
  {
    name: 'a new error is expected by no test',
    base: { 'src/main/java/Cart.java': cart('return sum() + tax;'), 'src/test/java/CartTest.java': cartTest(adds) },
    head: {
      'src/main/java/Cart.java': cart('if (tax < 0) throw new IllegalArgumentException("negative tax");', 'return sum() + tax;'),
      'src/test/java/CartTest.java': cartTest(adds, 'addsALargeTax() {\n    assertEquals(102, new Cart().total(100));\n  }'),
    },
    finds: ['src/main/java/Cart.java:3 `Cart.total` now throws IllegalArgumentException; no test expects it.'],
  },
  {
    name: 'the change brings tests for both sides',
    base: { 'src/main/java/Cart.java': cart('return sum() + tax;'), 'src/test/java/CartTest.java': cartTest(adds) },
    head: {
      'src/main/java/Cart.java': cart('if (tax < 0) throw new IllegalArgumentException("negative tax");', 'return sum() + tax;'),
      'src/test/java/CartTest.java': cartTest(adds, refuses),
    },
    finds: [],
  },
  {
    name: 'a new error has no test beside those of the change',
    base: { 'src/total.ts': ts('return sum(items) + tax;'), 'test/total.test.ts': tsTest(sums) },
    head: {
      'src/total.ts': ts("if (tax < 0) throw new RangeError('negative tax');", 'return sum(items) + tax;'),
      'test/total.test.ts': tsTest(sums, sumsWithTax),
    },
    finds: ['src/total.ts:2 `total` now throws RangeError; no test expects it.'],
  },
  {
    name: 'the new error is expected',
    base: { 'src/total.ts': ts('return sum(items) + tax;'), 'test/total.test.ts': tsTest(sums) },
    head: {
      'src/total.ts': ts("if (tax < 0) throw new RangeError('negative tax');", 'return sum(items) + tax;'),
      'test/total.test.ts': tsTest(sums, sumsWithTax, refusesTax),
    },
    finds: [],
  },
  {
    name: 'another error is expected in JavaScript',
    base: { 'src/total.js': jsTotal('return sum(items) + tax;'), 'test/total.test.js': tsTest(sums) },
    head: {
      'src/total.js': jsTotal("if (tax < 0) throw new RangeError('negative tax');", 'return sum(items) + tax;'),
      'test/total.test.js': tsTest(sums, sumsWithTax),
    },
    finds: ['src/total.js:2 `total` now throws RangeError; no test expects it.'],
  },
  {
    name: 'the new error is expected in JavaScript',
    base: { 'src/total.js': jsTotal('return sum(items) + tax;'), 'test/total.test.js': tsTest(sums) },
    head: {
      'src/total.js': jsTotal("if (tax < 0) throw new RangeError('negative tax');", 'return sum(items) + tax;'),
      'test/total.test.js': tsTest(sums, sumsWithTax, refusesTax),
    },
    finds: [],
  },
];
