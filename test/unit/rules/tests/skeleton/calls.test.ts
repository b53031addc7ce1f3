import assert from 'node:assert/strict';
import { written } from './written.ts';

interface Row {
  readonly name: string;
  /** Before the change, and after it. */
  readonly code: readonly [base: string, head: string];
  readonly test: string;
  readonly expected: readonly string[];
  readonly path?: string;
}

const lines = (...text: readonly string[]): string => text.map((line) => `${line}\n`).join('');
const vitest = (names: string, ...body: readonly string[]): string =>
  lines(
    "import { expect, it } from 'vitest';",
    `import ${names} from '../src/shop.js';`,
    '',
    "it('works', async () => {",
    ...body.map((line) => `  ${line}`),
    '});',
  );
const shop = (guard: string): string =>
  lines(
    'export class Shop {',
    '  constructor(store) {',
    '    this.store = store;',
    '  }',
    '  sell(count) {',
    ...(guard === '' ? [] : [`    ${guard}`]),
    '    return this.store.take(count);',
    '  }',
    '}',
  );
const refused = "if (count <= 0) throw new RangeError('count');";

const rows: readonly Row[] = [
  {
    name: 'calls with what the nearest test gives',
    code: ['export const at = (items, place) => items[place];\n', 'export const at = (items, place) => (place > 9 ? 0 : items[place]);\n'],
    test: vitest('{ at }', 'expect(at([1, 2], 0)).toBe(1);'),
    expected: [
      "it('at when place is 8', () => {",
      "  expect(at([1, 2], 8)).toBe('state what at([1, 2], 8) should give');",
      "it('at when place is 9', () => {",
      "  expect(at([1, 2], 9)).toBe('state what at([1, 2], 9) should give');",
      "it('at when place is 10', () => {",
      "  expect(at([1, 2], 10)).toBe('state what at([1, 2], 10) should give');",
    ],
  },
  {
    name: 'makes an object as the nearest test makes it',
    code: [shop(''), shop(refused)],
    test: vitest('{ Shop }', 'const shop = new Shop({ take: (count) => count });', 'expect(shop.sell(1)).toBe(1);'),
    expected: [
      "it('sell throws RangeError when count is -1', () => {",
      '  expect(() => new Shop({ take: (count) => count }).sell(-1)).toThrow(RangeError);',
      "it('sell when count is 1', () => {",
      "  expect(new Shop({ take: (count) => count }).sell(1)).toBe('state what new Shop({ take: (count) => count }).sell(1) should give');",
    ],
  },
  {
    name: 'asks for what is not known before it tries',
    code: [shop(''), shop(refused)],
    test: vitest('{ Shop }', 'const store = open();', 'const shop = new Shop(store);', 'expect(shop.sell(1)).toBe(1);'),
    expected: [
      "it('sell throws RangeError when count is -1', () => {",
      '  expect(() => new Shop(undefined).sell(-1)).toThrow(RangeError);',
      "it('sell when count is 1', () => {",
      "  // expect(new Shop(store).sell(1)).toBe('…');",
      "  throw new Error('state store, and what new Shop(store).sell(1) should give');",
    ],
  },
  {
    name: 'goes one step into a generator',
    code: [
      'export function* count(most) {\n  yield most;\n}\n',
      "export function* count(most) {\n  if (most < 0) throw new RangeError('most');\n  yield most;\n}\n",
    ],
    test: vitest('{ count }', 'expect([...count(1)]).toEqual([1]);'),
    expected: [
      "it('count throws RangeError when most is -1', () => {",
      '  expect(() => count(-1).next()).toThrow(RangeError);',
      "it('count when most is 0', () => {",
      "  expect(count(0).next().value).toBe('state what count(0) should give');",
      "it('count when most is 1', () => {",
      "  expect(count(1).next().value).toBe('state what count(1) should give');",
    ],
  },
  {
    name: 'waits for a promise that is returned',
    code: [
      'export function find(id) {\n  return Promise.resolve(id);\n}\n',
      "export function find(id) {\n  if (id < 1) return Promise.reject(new RangeError('id'));\n  return Promise.resolve(id);\n}\n",
    ],
    test: vitest('{ find }', 'expect(await find(1)).toBe(1);'),
    expected: [
      "it('find throws RangeError when id is 0', async () => {",
      '  await expect(async () => find(0)).rejects.toThrow(RangeError);',
      "it('find when id is 1', async () => {",
      "  expect(await find(1)).toBe('state what find(1) should give');",
      "it('find when id is 2', async () => {",
      "  expect(await find(2)).toBe('state what find(2) should give');",
    ],
  },
  {
    name: 'gives an option that a parameter takes apart',
    code: [
      'export const list = ({ limit = 10 } = {}) => limit;\n',
      "export const list = ({ limit = 10 } = {}) => {\n  if (limit >= 50) throw new RangeError('limit');\n  return limit;\n};\n",
    ],
    test: vitest('{ list }', 'expect(list()).toBe(10);'),
    expected: [
      "it('list throws RangeError when limit is 51', () => {",
      '  expect(() => list({ limit: 51 })).toThrow(RangeError);',
      "it('list when limit is 49', () => {",
      "  expect(list({ limit: 49 })).toBe('state what list({ limit: 49 }) should give');",
    ],
  },
  {
    name: 'gives as many as all that is left may be',
    code: [
      'export const join = (...names) => names.join();\n',
      "export const join = (...names) => {\n  if (names.length > 1) throw new RangeError('names');\n  return names.join();\n};\n",
    ],
    test: vitest('{ join }', "expect(join('a')).toBe('a');"),
    expected: [
      "it('join throws RangeError when names.length is 2', () => {",
      '  expect(() => join(...Array.from({ length: 2 }, () => 0))).toThrow(RangeError);',
      "it('join when names.length is 0', () => {",
      "  expect(join(...Array.from({ length: 0 }, () => 0))).toBe('state what join(...Array.from({ length: 0 }, () => 0)) should give');",
      "it('join when names.length is 1', () => {",
      "  expect(join(...Array.from({ length: 1 }, () => 0))).toBe('state what join(...Array.from({ length: 1 }, () => 0)) should give');",
    ],
  },
];

const size = [
  'function size(n) {\n  return n;\n}\nmodule.exports = size;\n',
  "function size(n) {\n  if (n === 3) throw new RangeError('n');\n  return n;\n}\nmodule.exports = size;\n",
] as const;
const later = [
  'export async function size(n) {\n  return n;\n}\n',
  "export async function size(n) {\n  if (n === 3) throw new RangeError('n');\n  return n;\n}\n",
] as const;

const frameworks: readonly Row[] = [
  {
    name: 'a module that is a function, in jasmine’s way',
    code: size,
    path: 'spec/shopSpec.js',
    test: lines("const size = require('../src/shop');", '', "it('works', function () {", '  expect(size(1)).toEqual(1);', '});'),
    expected: [
      "it('size throws RangeError when n is 3', () => {",
      '  expect(() => size(3)).toThrowError(RangeError);',
      "it('size when n is 2', () => {",
      "  expect(size(2)).toBe('state what size(2) should give');",
      "it('size when n is 4', () => {",
      "  expect(size(4)).toBe('state what size(4) should give');",
    ],
  },
  {
    name: 'a rejection in the way of chai’s assert, which has none',
    code: later,
    test: lines(
      "import { assert } from 'chai';",
      "import { size } from '../src/shop.js';",
      '',
      "it('works', async () => {",
      '  assert.equal(await size(1), 1);',
      '});',
    ),
    expected: [
      "it('size throws RangeError when n is 3', async () => {",
      '  assert.instanceOf(await Promise.resolve(size(3)).catch((error) => error), RangeError);',
      "it('size when n is 2', async () => {",
      "  assert.equal(await size(2), 'state what size(2) should give');",
      "it('size when n is 4', async () => {",
      "  assert.equal(await size(4), 'state what size(4) should give');",
    ],
  },
  {
    name: 'the assertions of a context',
    code: size,
    test: lines(
      "const { test } = require('node:test');",
      "const size = require('../src/shop');",
      '',
      "test('works', (t) => {",
      '  t.assert.strictEqual(size(1), 1);',
      '});',
    ),
    expected: [
      "test('size throws RangeError when n is 3', (t) => {",
      '  t.assert.throws(() => size(3), RangeError);',
      "test('size when n is 2', (t) => {",
      "  t.assert.strictEqual(size(2), 'state what size(2) should give');",
      "test('size when n is 4', (t) => {",
      "  t.assert.strictEqual(size(4), 'state what size(4) should give');",
    ],
  },
];

describe('the skeleton of missing tests', () => {
  for (const { name, code, test, expected, path = 'test/shop.test.js' } of [...rows, ...frameworks])
    it(`${rows.some((row) => row.name === name) ? '' : 'writes '}${name}`, async () => {
      const texts = (source: string) => ({ 'src/shop.js': source, [path]: test });
      assert.deepEqual(await written(texts(code[0]), texts(code[1]), path), expected);
    });

  const cart = (guard: string): string =>
    lines(
      'package com.acme;',
      '',
      'public class Cart {',
      '    private final Store store;',
      '    public Cart(Store store) { this.store = store; }',
      '    public int add(String item) { return 0; }',
      '    public int add(Item item, Store other) {',
      ...(guard === '' ? [] : [`        ${guard}`]),
      '        return store.add(item, other);',
      '    }',
      '    public int add(String item, Store other) { return 1; }',
      '}',
    );
  const cartTest = (made: string): string =>
    lines(
      'package com.acme;',
      '',
      'import static org.junit.jupiter.api.Assertions.assertEquals;',
      '',
      'import org.junit.jupiter.api.Test;',
      '',
      'class CartTest {',
      '    @Test',
      '    void adds() {',
      `        ${made}`,
      '        assertEquals(3, cart.add(new Item(1), other));',
      '    }',
      '}',
    );
  const guard = 'if (item == null) throw new IllegalArgumentException("item");';
  const path = 'src/test/java/com/acme/CartTest.java';
  const texts = (code: string, made: string) => ({ 'src/main/java/com/acme/Cart.java': code, [path]: cartTest(made) });

  it('makes an object of Java as the nearest test makes it, and tells overloads apart', async () => {
    const made = 'Cart cart = new Cart(new Store());';
    assert.deepEqual(await written(texts(cart(''), made), texts(cart(guard), made), path), [
      'import static org.junit.jupiter.api.Assertions.assertThrows;',
      '    void addThrowsIllegalArgumentExceptionWhenItemIsNull() {',
      '        assertThrows(IllegalArgumentException.class, () -> new Cart(new Store()).add((Item) null, other));',
    ]);
  });

  it('asks for what is not known of Java before it tries', async () => {
    const made = 'Store other = open(); Cart cart = new Cart(other);';
    const full = 'if (store.isFull()) throw new IllegalStateException("full");';
    assert.deepEqual(await written(texts(cart(''), made), texts(cart(full), made), path), [
      'import static org.junit.jupiter.api.Assertions.fail;',
      '    void addThrowsIllegalStateException() {',
      '        fail("state store, other, so that new Cart(store).add(new Item(1), other) throws IllegalStateException");',
    ]);
  });

  it('knows an error by the package that the code names, and a type within another', async () => {
    const code = (guard: string): string =>
      `package com.acme;\n\npublic class Cart {\n    public static class Line {\n        public int at(int n) throws Exception {\n            ${guard}\n            return n;\n        }\n    }\n}\n`;
    const made = 'Cart.Line cart = new Cart.Line(); cart.at(1);';
    const checked = code('if (n < 0) throw new java.io.IOException("n");');
    assert.deepEqual(await written(texts(code(''), made), texts(checked, made), path), [
      'import static org.junit.jupiter.api.Assertions.assertThrows;',
      'import java.io.IOException;',
      '    void atThrowsIOExceptionWhenNIsMinus1() throws Exception {',
      '        assertThrows(IOException.class, () -> new Cart.Line().at(-1));',
      '    void atWhenNIs0() throws Exception {',
      '        assertEquals((Object) "state what new Cart.Line().at(0) should give", new Cart.Line().at(0));',
      '    void atWhenNIs1() throws Exception {',
      '        assertEquals((Object) "state what new Cart.Line().at(1) should give", new Cart.Line().at(1));',
    ]);
  });

  it('writes a public class where the others are', async () => {
    const other = {
      'src/test/java/com/acme/OtherTest.java':
        'package com.acme;\n\nimport static org.junit.Assert.assertEquals;\n\nimport org.junit.Test;\n\npublic class OtherTest {\n    @Test\n    public void is() {\n        assertEquals(1, new Other().is());\n    }\n}\n',
    };
    const code =
      'package com.acme;\n\npublic class Size {\n    public int of(String text) {\n        return text.length() + 1;\n    }\n}\n';
    assert.deepEqual(await written(other, { ...other, 'src/main/java/com/acme/Size.java': code }, 'src/test/java/com/acme/SizeTest.java'), [
      'package com.acme;',
      'import static org.junit.Assert.assertEquals;',
      'import org.junit.Test;',
      'public class SizeTest {',
      '    @Test',
      '    public void ofGivesWhatIsExpected() {',
      '        assertEquals((Object) "state what new Size().of(\\"a\\") should give", new Size().of("a"));',
      '    }',
      '}',
    ]);
  });
});
