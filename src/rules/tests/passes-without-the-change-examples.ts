import type { Example, ExampleTrial } from '../rule.ts';
import { adds, cart, cartTest, refuses, sums, ts, tsTest } from './gaps/example-texts.ts';

const undone = (of: string, outcome: ExampleTrial['outcome']): readonly ExampleTrial[] => [{ of, tried: 'undone', outcome }];
const shipping = (sign: string): string => `export function shipping(sum) {\n  return sum ${sign} 50 ? 0 : 5;\n}\n`;
const shippingTest = (...sums: readonly number[]): string =>
  `it('ships for free', () => {\n${sums.map((sum) => `  expect(shipping(${sum})).toBe(0);\n`).join('')}});\n`;

/** What passes-without-the-change finds and what not. */
export const passesWithoutTheChangeExamples: readonly Example[] = [
  {
    name: 'a test of the change checks only what was so before',
    base: { 'src/main/java/Cart.java': cart('return sum() + tax;'), 'src/test/java/CartTest.java': cartTest(adds) },
    head: {
      'src/main/java/Cart.java': cart('if (tax > 100) return sum();', 'return sum() + tax;'),
      'src/test/java/CartTest.java': cartTest(adds, 'addsALargeTax() {\n    assertEquals(102, new Cart().total(100));\n  }'),
    },
    trials: undone('Cart.total', 'passed'),
    finds: [
      'src/main/java/Cart.java:2 `Cart.total` is changed (`if (tax > 100) return sum();`), but `npm test` passes with what it was before, too.',
    ],
  },
  {
    name: 'a test fails without the change',
    base: { 'src/main/java/Cart.java': cart('return sum() + tax;'), 'src/test/java/CartTest.java': cartTest(adds) },
    head: {
      'src/main/java/Cart.java': cart('if (tax < 0) throw new IllegalArgumentException("negative tax");', 'return sum() + tax;'),
      'src/test/java/CartTest.java': cartTest(adds, refuses),
    },
    trials: undone('Cart.total', 'failed'),
    finds: [],
  },
  {
    name: 'a new function is run by no test',
    base: { 'src/total.ts': ts('return sum(items) + tax;'), 'test/total.test.ts': tsTest(sums) },
    head: {
      'src/total.ts': `${ts('return sum(items) + tax;')}\nexport function average(items: number[]): number {\n  return sum(items) / items.length;\n}\n`,
      'test/total.test.ts': tsTest(sums),
    },
    trials: [{ of: 'average', tried: 'emptied', outcome: 'passed' }],
    finds: ['src/total.ts:5 `average` is new, but `npm test` passes even when all it does is throw.'],
  },
  {
    name: 'it does not build without the change, so that nothing can be said',
    base: { 'src/total.ts': ts('return sum(items) + tax;'), 'test/total.test.ts': tsTest(sums) },
    head: { 'src/total.ts': ts('return sum(items) * 2 + tax;'), 'test/total.test.ts': tsTest(sums) },
    trials: undone('total', 'unclear'),
    finds: [],
  },
  {
    name: 'the new bound is not tried',
    base: { 'src/total.js': shipping('>'), 'test/total.test.js': shippingTest(60) },
    head: { 'src/total.js': shipping('>='), 'test/total.test.js': shippingTest(60, 70) },
    trials: undone('shipping', 'passed'),
    finds: ['src/total.js:1 `shipping` is changed (`sum >= 50 ? 0 : 5`), but `npm test` passes with what it was before, too.'],
  },
  {
    name: 'the new bound is tried',
    base: { 'src/total.js': shipping('>'), 'test/total.test.js': shippingTest(60) },
    head: { 'src/total.js': shipping('>='), 'test/total.test.js': shippingTest(60, 50) },
    trials: undone('shipping', 'failed'),
    finds: [],
  },
];
