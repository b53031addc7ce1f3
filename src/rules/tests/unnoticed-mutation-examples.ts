import type { Example, ExampleTrial } from '../rule.ts';
import { adds, cart, cartTest, refuses, sums, ts, tsTest } from './gaps/example-texts.ts';

const mutated = (of: string, from: string, to: string, outcome: ExampleTrial['outcome']): ExampleTrial => ({
  of,
  tried: { from, to },
  outcome,
});
const refusing = cart('if (tax < 0) throw new IllegalArgumentException("negative tax");', 'return sum() + tax;');
const javaError = 'throw new IllegalArgumentException("negative tax");';
const shipping = (condition: string): string => `export function shipping(sum, isGift) {\n  return ${condition} ? 0 : 5;\n}\n`;

/** What unnoticed-mutation finds and what not. */
export const unnoticedMutationExamples: readonly Example[] = [
  {
    name: 'no test expects the error, and none tries the bound',
    base: { 'src/main/java/Cart.java': cart('return sum() + tax;'), 'src/test/java/CartTest.java': cartTest(adds) },
    head: { 'src/main/java/Cart.java': refusing, 'src/test/java/CartTest.java': cartTest(adds) },
    trials: [
      mutated('Cart.total', 'tax < 0', 'tax <= 0', 'passed'),
      mutated('Cart.total', javaError, ';', 'passed'),
      mutated('Cart.total', 'sum() + tax', 'sum() - tax', 'failed'),
    ],
    finds: [
      'src/main/java/Cart.java:3 `npm test` passes when in `Cart.total` `tax < 0` becomes `tax <= 0` and when `throw new IllegalArgumentException("negative tax");` is left out.',
    ],
  },
  {
    name: 'the tests notice',
    base: { 'src/main/java/Cart.java': cart('return sum() + tax;'), 'src/test/java/CartTest.java': cartTest(adds) },
    head: { 'src/main/java/Cart.java': refusing, 'src/test/java/CartTest.java': cartTest(adds, refuses) },
    trials: [mutated('Cart.total', javaError, ';', 'failed')],
    finds: [],
  },
  {
    name: 'a test runs the new line and checks something else',
    base: { 'src/total.ts': ts('return sum(items) + tax;'), 'test/total.test.ts': tsTest(sums) },
    head: {
      'src/total.ts': ts('if (items.length > 9) tax = 0;', 'return sum(items) + tax;'),
      'test/total.test.ts': tsTest(sums, "it('sums up many', () => {\n  expect(total([1, 2, 3], 1)).toBeGreaterThan(6);\n});"),
    },
    trials: [mutated('total', 'items.length > 9', 'items.length >= 9', 'passed')],
    finds: ['src/total.ts:2 `npm test` passes when in `total` `items.length > 9` becomes `items.length >= 9`.'],
  },
  {
    name: 'it does not build that way',
    base: { 'src/total.ts': ts('return sum(items) + tax;'), 'test/total.test.ts': tsTest(sums) },
    head: { 'src/total.ts': ts('if (items.length > 9) tax = 0;', 'return sum(items) + tax;'), 'test/total.test.ts': tsTest(sums) },
    trials: [mutated('total', 'items.length > 9', '!(items.length > 9)', 'unclear')],
    finds: [],
  },
  {
    name: 'only one of two conditions is tried',
    base: {
      'src/total.js': shipping('sum > 50'),
      'test/total.test.js': "it('ships', () => {\n  expect(shipping(60, true)).toBe(0);\n});\n",
    },
    head: {
      'src/total.js': shipping('sum > 50 || isGift'),
      'test/total.test.js': "it('ships', () => {\n  expect(shipping(60, true)).toBe(0);\n  expect(shipping(10, false)).toBe(5);\n});\n",
    },
    trials: [mutated('shipping', 'sum > 50 || isGift', 'sum > 50 && isGift', 'passed')],
    finds: ['src/total.js:2 `npm test` passes when in `shipping` `sum > 50 || isGift` becomes `sum > 50 && isGift`.'],
  },
  {
    name: 'both conditions are tried',
    base: {
      'src/total.js': shipping('sum > 50'),
      'test/total.test.js': "it('ships', () => {\n  expect(shipping(60, false)).toBe(0);\n});\n",
    },
    head: {
      'src/total.js': shipping('sum > 50 || isGift'),
      'test/total.test.js': "it('ships', () => {\n  expect(shipping(60, false)).toBe(0);\n  expect(shipping(10, true)).toBe(0);\n});\n",
    },
    trials: [mutated('shipping', 'sum > 50 || isGift', 'sum > 50 && isGift', 'failed')],
    finds: [],
  },
];
