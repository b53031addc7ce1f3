import type { Example } from '../rule.ts';
import { adds, cart, cartTest, refuses, sums, ts, tsTest } from './gaps/example-texts.ts';

/** What untested-change finds and what not. */
export const untestedChangeExamples: readonly Example[] = [
  {
    name: 'a new branch has no test in the change',
    base: { 'src/main/java/Cart.java': cart('return sum() + tax;'), 'src/test/java/CartTest.java': cartTest(adds) },
    head: {
      'src/main/java/Cart.java': cart('if (tax > 100) return sum();', 'return sum() + tax;'),
      'src/test/java/CartTest.java': cartTest(adds),
    },
    finds: ['src/main/java/Cart.java:2 `Cart.total` behaves differently now (`if (tax > 100) return sum();`); no test shows it.'],
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
    name: 'a new function is called by no test',
    base: { 'src/total.ts': ts('return sum(items) + tax;'), 'test/total.test.ts': tsTest(sums) },
    head: {
      'src/total.ts': `${ts('return sum(items) + tax;')}\nexport function average(items: number[]): number {\n  return sum(items) / items.length;\n}\n`,
      'test/total.test.ts': tsTest(sums),
    },
    finds: ['src/total.ts:5 `average` is new and no test calls it.'],
  },
  {
    name: 'code only moves into a function of its own',
    base: {
      'src/total.ts': ts('const net = items.reduce((sum, item) => sum + item, 0);', 'return net + tax;'),
      'test/total.test.ts': tsTest(sums),
    },
    head: {
      'src/total.ts': `${ts('const net = netOf(items);', 'return net + tax;')}\nfunction netOf(items: number[]): number {\n  return items.reduce((sum, item) => sum + item, 0);\n}\n`,
      'test/total.test.ts': tsTest(sums),
    },
    finds: [],
  },
  {
    name: 'a changed condition is shown by no test',
    base: {
      'src/total.js': 'export function shipping(sum) {\n  return sum > 50 ? 0 : 5;\n}\n',
      'test/total.test.js': "it('ships for free', () => {\n  expect(shipping(60)).toBe(0);\n});\n",
    },
    head: {
      'src/total.js': 'export function shipping(sum) {\n  return sum >= 50 ? 0 : 5;\n}\n',
      'test/total.test.js': "it('ships for free', () => {\n  expect(shipping(60)).toBe(0);\n});\n",
    },
    finds: ['src/total.js:1 `shipping` behaves differently now (`sum >= 50 ? 0 : 5`); no test shows it.'],
  },
  {
    name: 'a coverage file tells that tests run only a part of what changed',
    base: { 'src/total.ts': ts('return sum(items) + tax;'), 'test/total.test.ts': tsTest(sums) },
    head: {
      'src/total.ts': ts('const net = sum(items) * 2;', 'if (tax > 100) {', '  return net;', '}', 'return net + tax;'),
      'test/total.test.ts': tsTest(sums),
    },
    coverage: { 'coverage/lcov.info': 'SF:src/total.ts\nDA:2,1\nDA:3,1\nDA:4,0\nDA:6,1\nend_of_record\n' },
    finds: [
      'src/total.ts:1 `total` behaves differently now (`if (tax > 100)`); tests run it, but none shows it, and line 4 is run by no test.',
    ],
  },
  {
    name: 'the test of the change shows the new outcome',
    base: {
      'src/total.js': 'export function shipping(sum) {\n  return sum > 50 ? 0 : 5;\n}\n',
      'test/total.test.js': "it('ships for free', () => {\n  expect(shipping(60)).toBe(0);\n});\n",
    },
    head: {
      'src/total.js': 'export function shipping(sum) {\n  return sum >= 50 ? 0 : 5;\n}\n',
      'test/total.test.js': "it('ships for free', () => {\n  expect(shipping(60)).toBe(0);\n  expect(shipping(50)).toBe(0);\n});\n",
    },
    finds: [],
  },
];
