import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { expectFindings, type Texts } from '../../rule-cases.ts';

/** A change without tests of its own; `finds` names the functions that nothing shows. */
async function change(base: Texts, head: Texts, around: Texts, finds: readonly string[]): Promise<void> {
  await expectFindings(untestedChange, { ...around, ...base }, { ...around, ...head }, finds);
}

const parser = (split: string): string => `'use strict';

var parts = function (text, options) {
    ${split}
};

module.exports = function parse(text, options) {
    var settings = options ? Object.assign({}, options) : {};
    return parts(String(text), settings).map(function (each) {
        return each.trim();
    });
};
`;
const plain = "return text.split(';');";
const withCommas = "return text.split(settings(options)); function settings(o) { return o.commas ? /[;,]/ : ';'; }";
const ofParser = (...lines: readonly string[]): Texts => ({
  'lib/index.js': "module.exports = { parse: require('./parse') };\n",
  'package.json': '{ "name": "parts", "main": "lib/index.js" }\n',
  'test/parse.js': `var test = require('tape');\nvar lib = require('../');\n\ntest('parse()', function (t) {\n    t.test('parts', function (st) {\n${lines.map((line) => `        ${line}\n`).join('')}        st.end();\n    });\n});\n`,
});
const older = "st.deepEqual(lib.parse('a; b'), ['a', 'b']);";

const shelf = (limit: string): string => `export class Shelf {
  readonly #items = new Map<string, number>();

  put(name: string, count: number): this {
    this.#items.set(name, this.#allowed(name, count));
    return this;
  }

  count(name: string): number {
    return this.#items.get(name) ?? 0;
  }

  #allowed(name: string, count: number): number {
    ${limit}
  }
}
`;
const ofShelf = (body: string): Texts => ({
  'src/shelf.test.ts': `import { describe, expect, it } from 'vitest';\nimport { Shelf } from './shelf';\n\ndescribe('Shelf', () => {\n  it('holds', () => {\n    expect(new Shelf().put('tea', 2).count('tea')).toBe(2);\n  });\n  it('has a limit', () => {\n    ${body}\n  });\n});\n`,
});

describe('test gaps where older tests are gone through', () => {
  it('are none where one of them only comes out right with the change', () =>
    change(
      { 'lib/parse.js': parser(plain) },
      { 'lib/parse.js': parser(withCommas) },
      ofParser(older, "st.deepEqual(lib.parse('a,b', { commas: true }), ['a', 'b']);"),
      [],
    ));
  it('are there where all of them come out as before', () =>
    change(
      { 'lib/parse.js': parser(plain) },
      { 'lib/parse.js': parser(withCommas) },
      ofParser(older, "st.deepEqual(lib.parse('a,b'), ['a,b']);"),
      ["lib/parse.js:3 `parts` behaves differently now (`o.commas ? /[;,]/ : ';'`); no test shows it."],
    ));
  it('are none where a private method is shown by what its class does', () =>
    change(
      { 'src/shelf.ts': shelf('return count;') },
      { 'src/shelf.ts': shelf('return Math.min(count, name.length * 10);') },
      ofShelf("expect(new Shelf().put('tea', 50).count('tea')).toBe(30);"),
      [],
    ));
  it('are there where it is not', () =>
    change(
      { 'src/shelf.ts': shelf('return count;') },
      { 'src/shelf.ts': shelf('return Math.min(count, name.length * 10);') },
      ofShelf("expect(new Shelf().put('tea', 5).count('tea')).toBe(5);"),
      ['src/shelf.ts:13 `Shelf.#allowed` behaves differently now (`return Math.min(count, name.length * 10);`); no test shows it.'],
    ));

  const price = (round: string): Texts => ({
    'src/inner/rounding.ts': `export function rounded(value: number): number {\n  return ${round};\n}\n`,
  });
  const shop = (test: string): Texts => ({
    'package.json': '{ "name": "@shop/prices", "main": "dist/index.js" }\n',
    'src/index.ts': "export { price } from './prices';\n",
    'src/prices.ts': "import { rounded } from '@/inner/rounding';\n\nexport const price = (net: number): number => rounded(net * 1.2);\n",
    'test/index.test.ts': `import { expect, it } from 'vitest';\nimport { price } from '@shop/prices';\n\nit('adds taxes', () => {\n  expect(${test});\n});\n`,
  });
  it('are none where a test that says no name of it gets there by the name of the package', () =>
    change(price('value'), price('Math.round(value)'), shop('price(9)).toBe(11'), []));
  it('are there where such a test comes out as before', () =>
    change(price('value'), price('Math.round(value)'), shop('price(10)).toBe(12'), [
      'src/inner/rounding.ts:1 `rounded` behaves differently now (`return Math.round(value);`); no test shows it.',
    ]));

  const fee = (rate: string): Texts => ({
    'src/fee.ts': `import { isHoliday } from 'calendar';\n\nexport function fee(sum: number): number {\n  if (isHoliday(sum)) return 0;\n  return ${rate};\n}\n`,
  });
  const ofFee = (expected: string): Texts => ({
    'src/fee.test.ts': `import { expect, it } from 'vitest';\nimport { fee } from './fee';\n\nit('is a part of the sum', () => {\n  expect(fee(200)).toBe(${expected});\n});\n`,
  });
  it('are none where only what a package says is not known, and the test fails before and holds after', () =>
    change(fee('sum / 10'), fee('sum / 20'), ofFee('10'), []));
  it('are there where it holds neither way', () =>
    change(fee('sum / 10'), fee('sum / 20'), ofFee('0'), [
      'src/fee.ts:3 `fee` behaves differently now (`return sum / 20;`); no test shows it.',
    ]));
});
