import type { Example } from '../rule.ts';
import { adds, cart, cartTest, refuses, sums, ts, tsTest } from './gaps/example-texts.ts';

const jsTotal = (...body: readonly string[]): string =>
  `export function total(items, tax) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
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
