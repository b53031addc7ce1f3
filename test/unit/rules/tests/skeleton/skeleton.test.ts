import assert from 'node:assert/strict';
import type { Texts } from '../../../../../src/change/in-memory.ts';
import { written } from './written.ts';

const before = 'export function clip(text: string, most: number): string {\n  return text;\n}\n';
const after =
  "export function clip(text: string, most: number): string {\n  if (most < 1) throw new RangeError('most must be positive');\n  return text;\n}\n";

const styles: readonly (readonly [name: string, test: string, expected: readonly string[]])[] = [
  [
    'vitest',
    "import { describe, expect, it } from 'vitest';\nimport { clip } from '../src/limits.js';\n\ndescribe('clip', () => {\n  it('keeps what is short', () => {\n    expect(clip('a', 2)).toBe('a');\n  });\n});\n",
    [
      "  it('clip throws RangeError when most is 0', () => {",
      "    expect(() => clip('a', 0)).toThrow(RangeError);",
      "  it('clip when most is 1', () => {",
      "    expect(clip('a', 1)).toBe(\"state what clip('a', 1) should give\");",
      "  it('clip when most is 2', () => {",
      "    expect(clip('a', 2)).toBe(\"state what clip('a', 2) should give\");",
    ],
  ],
  [
    'mocha and chai',
    "import { expect } from 'chai';\nimport * as limits from '../src/limits';\n\nit('keeps what is short', () => {\n\texpect(limits.clip('a', 2)).to.equal('a');\n});\n",
    [
      "it('clip throws RangeError when most is 0', () => {",
      "\texpect(() => limits.clip('a', 0)).to.throw(RangeError);",
      "it('clip when most is 1', () => {",
      "\texpect(limits.clip('a', 1)).to.equal(\"state what limits.clip('a', 1) should give\");",
      "it('clip when most is 2', () => {",
      "\texpect(limits.clip('a', 2)).to.equal(\"state what limits.clip('a', 2) should give\");",
    ],
  ],
  [
    'node:test',
    "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { clip } from '../src/limits.ts';\n\ntest('keeps what is short', () => {\n  assert.equal(clip('a', 2), 'a');\n});\n",
    [
      "test('clip throws RangeError when most is 0', () => {",
      "  assert.throws(() => clip('a', 0), RangeError);",
      "test('clip when most is 1', () => {",
      "  assert.equal(clip('a', 1), \"state what clip('a', 1) should give\");",
      "test('clip when most is 2', () => {",
      "  assert.equal(clip('a', 2), \"state what clip('a', 2) should give\");",
    ],
  ],
  [
    'ava',
    "import test from 'ava';\nimport { clip } from '../src/limits.js';\n\ntest('keeps what is short', (t) => {\n    t.is(clip('a', 2), 'a');\n});\n",
    [
      "test('clip throws RangeError when most is 0', (t) => {",
      "    t.throws(() => clip('a', 0), { instanceOf: RangeError });",
      "test('clip when most is 1', (t) => {",
      "    t.is(clip('a', 1), \"state what clip('a', 1) should give\");",
      "test('clip when most is 2', (t) => {",
      "    t.is(clip('a', 2), \"state what clip('a', 2) should give\");",
    ],
  ],
];

const moreStyles: typeof styles = [
  [
    'tap, which has to be told the end, without semicolons',
    "const t = require('tap')\nconst { clip } = require('../src/limits')\n\nt.test('keeps what is short', (t) => {\n  t.equal(clip('a', 2), 'a')\n  t.end()\n})\n",
    [
      "t.test('clip throws RangeError when most is 0', (t) => {",
      "  t.throws(() => clip('a', 0), RangeError)",
      "t.test('clip when most is 1', (t) => {",
      "  t.equal(clip('a', 1), \"state what clip('a', 1) should give\")",
      "t.test('clip when most is 2', (t) => {",
      "  t.equal(clip('a', 2), \"state what clip('a', 2) should give\")",
    ],
  ],
];

const cart = (body: string): string =>
  `package com.acme;\n\nimport com.acme.errors.TaxException;\nimport java.util.List;\n\npublic class Cart {\n    public Cart(String owner) {}\n\n    public long total(List<Long> items, int tax) {\n${body}        return items.size() + tax;\n    }\n}\n`;
const refused = cart('        if (tax < 0) throw new TaxException("negative");\n');

const javaStyles: readonly (readonly [name: string, test: string, expected: readonly string[]])[] = [
  [
    'JUnit 5',
    'package com.acme;\n\nimport static org.junit.jupiter.api.Assertions.assertEquals;\n\nimport java.util.List;\nimport org.junit.jupiter.api.Test;\n\nclass CartTest {\n    private final Cart cart = new Cart("a");\n\n    @Test\n    void addsTheTax() {\n        assertEquals(3, cart.total(List.of(1L), 2));\n    }\n}\n',
    [
      'import static org.junit.jupiter.api.Assertions.assertThrows;',
      'import com.acme.errors.TaxException;',
      '    void totalThrowsTaxExceptionWhenTaxIsMinus1() {',
      '        assertThrows(TaxException.class, () -> cart.total(List.of(1L), -1));',
      '    void totalWhenTaxIs0() {',
      '        assertEquals((Object) "state what cart.total(List.of(1L), 0) should give", cart.total(List.of(1L), 0));',
      '    void totalWhenTaxIs1() {',
      '        assertEquals((Object) "state what cart.total(List.of(1L), 1) should give", cart.total(List.of(1L), 1));',
    ],
  ],
  [
    'JUnit 4',
    'package com.acme;\n\nimport static org.junit.Assert.*;\n\nimport org.junit.Test;\n\npublic class CartTest {\n  @Test\n  public void testTotal() {\n    assertEquals(3, new Cart("a").total(java.util.List.of(1L), 2));\n  }\n}\n',
    [
      'import com.acme.errors.TaxException;',
      '  @Test(expected = TaxException.class)',
      '  public void testTotalThrowsTaxExceptionWhenTaxIsMinus1() {',
      '    new Cart("a").total(java.util.List.of(1L), -1);',
      '  public void testTotalWhenTaxIs0() {',
      '    assertEquals((Object) "state what new Cart(\\"a\\").total(java.util.List.of(1L), 0) should give", new Cart("a").total(java.util.List.of(1L), 0));',
      '  public void testTotalWhenTaxIs1() {',
      '    assertEquals((Object) "state what new Cart(\\"a\\").total(java.util.List.of(1L), 1) should give", new Cart("a").total(java.util.List.of(1L), 1));',
    ],
  ],
  [
    'AssertJ',
    'package com.acme;\n\nimport static org.assertj.core.api.Assertions.assertThat;\n\nimport org.junit.jupiter.api.Test;\n\nclass CartTest {\n    @Test\n    void total_adds_the_tax() {\n        assertThat(new Cart("a").total(java.util.List.of(1L), 2)).isEqualTo(3);\n    }\n}\n',
    [
      'import static org.assertj.core.api.Assertions.assertThatThrownBy;',
      'import com.acme.errors.TaxException;',
      '    void total_throws_TaxException_when_tax_is_minus_1() {',
      '        assertThatThrownBy(() -> new Cart("a").total(java.util.List.of(1L), -1)).isInstanceOf(TaxException.class);',
      '    void total_when_tax_is_0() {',
      '        assertThat((Object) new Cart("a").total(java.util.List.of(1L), 0)).isEqualTo("state what new Cart(\\"a\\").total(java.util.List.of(1L), 0) should give");',
      '    void total_when_tax_is_1() {',
      '        assertThat((Object) new Cart("a").total(java.util.List.of(1L), 1)).isEqualTo("state what new Cart(\\"a\\").total(java.util.List.of(1L), 1) should give");',
    ],
  ],
];

describe('the skeleton of missing tests', () => {
  for (const [name, test, expected] of [...styles, ...moreStyles]) {
    it(`is written as ${name} writes tests`, async () => {
      const path = 'test/limits.test.ts';
      assert.deepEqual(await written({ 'src/limits.ts': before, [path]: test }, { 'src/limits.ts': after, [path]: test }, path), expected);
    });
  }

  for (const [name, test, expected] of javaStyles) {
    it(`is written as ${name} writes tests`, async () => {
      const [path, code] = ['src/test/java/com/acme/CartTest.java', 'src/main/java/com/acme/Cart.java'];
      assert.deepEqual(await written({ [code]: cart(''), [path]: test }, { [code]: refused, [path]: test }, path), expected);
    });
  }

  it('imports what the nearest test does not know, as its imports are written', async () => {
    const path = 'test/limits.test.js';
    const test =
      "const assert = require('assert');\nconst { other } = require('../src/limits');\n\nit('is other', () => {\n  assert.equal(other(), 1);\n});\n";
    const code = (more: string): Texts => ({
      'src/limits.js': `exports.other = function other() {\n  return 1;\n};\n${more}`,
      [path]: test,
    });
    const clip = 'exports.clip = function clip(text) {\n  return text.trim();\n};\n';
    assert.deepEqual(await written(code(''), code(clip), path), [
      "const { other, clip } = require('../src/limits');",
      "it('clip gives what is expected', () => {",
      "  // assert.equal(clip(text), '…');",
      "  throw new Error('state text, and what clip(text) should give');",
    ]);
  });

  it('is not written where the function cannot be called from a test', async () => {
    const path = 'test/limits.test.ts';
    const test =
      "import { expect, it } from 'vitest';\nimport { all } from '../src/limits';\n\nit('is all', () => {\n  expect(all()).toBe(1);\n});\n";
    const code = (body: string): Texts => ({ 'src/limits.ts': `export const all = () => clip(1);\n${body}`, [path]: test });
    const [old, changed] = [
      'function clip(most: number): number {\n  return most;\n}\n',
      "function clip(most: number): number {\n  if (most > 9) throw new Error('too many');\n  return most;\n}\n",
    ];
    assert.deepEqual(await written(code(old), code(changed), path), []);
  });
});
