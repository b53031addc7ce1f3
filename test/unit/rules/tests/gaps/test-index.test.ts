import assert from 'node:assert/strict';
import { LineIndex } from '../../../../../src/base/line-index.ts';
import { testCases } from '../../../../../src/rules/tests/gaps/test-index.ts';
import { read } from '../../../languages/typescript/read.ts';

/** The names that each test of a file is taken to use, by its title. */
async function namesByTitle(text: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const path = 'test/cart.test.ts';
  const facts = await read(text, path);
  const file = { side: 'head', path, text, lines: new LineIndex(text), role: 'test', facts, touched: [], secrets: [] } as const;
  const cases = testCases({ files: [], tests: [file] });
  return Object.fromEntries(
    cases.map(({ test, names }): readonly [string, readonly string[]] => [test.titles.at(-1) ?? '', [...names].sort()]),
  );
}

describe('what a test uses', () => {
  it('is what it calls itself, and what values and functions of its file call', async () => {
    const tests = `import { it } from 'vitest';
      describe('a cart', () => {
        const cart = open();
        const make = () => fill(cart);
        it('is made', () => { expect(make()).toBe(1); });
        it('is open', () => { expect(cart).toBe(1); });
      });`;
    assert.deepEqual(await namesByTitle(tests), {
      'is made': ['cart', 'expect', 'fill', 'make', 'open', 'toBe'],
      'is open': ['cart', 'expect', 'open', 'toBe'],
    });
  });

  it('is nothing of another test, though their variables have one name', async () => {
    const tests = `import { it } from 'vitest';
      it('counts', () => { const result = count(1); expect(result).toBe(1); });
      it('sums up', () => { const result = total(1); expect(result).toBe(1); });`;
    assert.deepEqual(await namesByTitle(tests), {
      counts: ['count', 'expect', 'result', 'toBe'],
      'sums up': ['expect', 'result', 'toBe', 'total'],
    });
  });
});
