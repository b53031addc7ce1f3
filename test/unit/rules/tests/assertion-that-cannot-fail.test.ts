import { assertionThatCannotFail as rule } from '../../../../src/rules/tests/assertion-that-cannot-fail.ts';
import { fileCases } from '../rule-cases.ts';
import { javaBodies, scriptBodies } from './quality-cases.ts';

const constant = 'in the test “adds” holds whatever the code does: what it is given is a constant.';
const size = 'in the test “adds” holds whatever the code does: nothing has less than no elements.';
const itself = (name: string): string => `in the test “adds” holds whatever the code does: \`${name}\` is compared with itself.`;

describe('tests/assertion-that-cannot-fail in Java', () => {
  javaBodies(rule, [
    ['finds true that is true', ['cart.add(1);', 'assertTrue(true);'], [`2 \`assertTrue(true)\` ${constant}`]],
    ['finds it behind a message', ['assertTrue("adds", true);'], [`1 \`assertTrue("adds", true)\` ${constant}`]],
    ['finds it with AssertJ', ['assertThat(true).isTrue();'], [`1 \`assertThat(true).isTrue()\` ${constant}`]],
    ['finds a null that is null', ['assertNull(null);'], [`1 \`assertNull(null)\` ${constant}`]],
    ['finds a literal that is itself', ['assertEquals(3, 3);'], [`1 \`assertEquals(3, 3)\` ${constant}`]],
    [
      'finds a value that is compared with itself',
      ['int total = cart.total();', 'assertEquals(total, total);'],
      [`2 \`assertEquals(total, total)\` ${itself('total')}`],
    ],
    ['finds a size from zero on', ['assertTrue(cart.items().size() >= 0);'], [`1 \`assertTrue(cart.items().size() >= 0)\` ${size}`]],
    [
      'finds a count that is not negative',
      ['assertThat(cart.size()).isNotNegative();'],
      [`1 \`assertThat(cart.size()).isNotNegative()\` ${size}`],
    ],
    ['leaves two values alone', ['assertEquals(3, cart.total());', 'assertThat(cart.total()).isEqualTo(3);'], []],
    ['leaves calls that may answer otherwise alone', ['assertEquals(cart.next(), cart.next());'], []],
    ['leaves a denied equality alone', ['assertThat(cart).isNotEqualTo(cart);'], []],
    ['leaves a mark that must not be reached alone', ['assertTrue(false);', 'assertFalse(true);'], []],
    ['leaves a size of at least one alone', ['assertTrue(cart.items().size() >= 1);'], []],
  ]);
  javaBodies(rule, [['leaves a test of equality alone', ['assertEquals(cart, cart);'], []]], 'equalsItself');
});

for (const [language, path] of [
  ['TypeScript', 'test/cart.test.ts'],
  ['JavaScript', 'test/cart.test.js'],
] as const)
  describe(`tests/assertion-that-cannot-fail in ${language}`, () => {
    scriptBodies(rule, path, [
      ['finds true that is true', ['cart.add(1);', 'expect(true).toBe(true);'], [`2 \`expect(true).toBe(true)\` ${constant}`]],
      ['finds it with chai', ['expect(true).to.be.true;'], [`1 \`expect(true).to.be.true\` ${constant}`]],
      [
        'finds it with node:assert',
        ['assert.ok(true);', "assert('is added');"],
        [`1 \`assert.ok(true)\` ${constant}`, `2 \`assert('is added')\` ${constant}`],
      ],
      ['finds a function that is not called', ['assert.ok(() => cart.isEmpty());'], [`1 \`assert.ok(() => cart.isEmpty())\` ${constant}`]],
      ['finds equal lists', ['expect([1, 2]).toEqual([1, 2]);'], [`1 \`expect([1, 2]).toEqual([1, 2])\` ${constant}`]],
      [
        'finds a value that is compared with itself',
        ['const total = cart.total();', 'assert.equal(total, total);'],
        [`2 \`assert.equal(total, total)\` ${itself('total')}`],
      ],
      [
        'finds a length from zero on',
        ['expect(cart.items.length).toBeGreaterThanOrEqual(0);'],
        [`1 \`expect(cart.items.length).toBeGreaterThanOrEqual(0)\` ${size}`],
      ],
      ['leaves two values alone', ['expect(cart.total()).toBe(3);', 'assert.equal(cart.total(), 3);'], []],
      ['leaves a property that may be another the second time alone', ['expect(cart.items).toBe(cart.items);'], []],
      ['leaves a denial alone', ['expect(cart).not.toBe(cart);', 'expect(true).toBe(false);'], []],
      ['leaves a promise alone', ['await expect(cart).resolves.toBe(cart);'], []],
      ['leaves assertions that are counted alone', ['expect.assertions(1);', 'cart.on("add", () => expect(true).toBe(true));'], []],
      ['leaves a literal that is there for its type alone', ['// @ts-expect-error no number', 'expect(3).toBe(3);'], []],
    ]);
    scriptBodies(
      rule,
      path,
      [['leaves a test alone that is not to throw', ['cart.add(1);', 'expect(true).toBe(true);'], []]],
      'does not throw',
    );
    fileCases(rule, path, [
      [
        'leaves the tests of an assertion library alone',
        '',
        "import { expect } from '../src/index';\n\nit('adds', () => {\n  expect(1).toBe(1);\n});\n",
        [],
      ],
    ]);
  });
