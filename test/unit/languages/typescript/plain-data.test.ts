import assert from 'node:assert/strict';
import { read } from './read.ts';

describe('TypeScript facts', () => {
  it('are plain data, so that they can travel between threads and into the cache', async () => {
    const text = `
import a, { b } from './a';
/** Doc. @deprecated */
@Dec({ x: [1] }) export class C<T> extends D implements E { constructor(private p: string = 'x') { super(); } static { go(); } f = () => 1; }
export const o = { m() { return <a b={c}>{d}</a>; }, n: \`t\${1}\` };
describe('g', () => { it.each([1])('t', async (x) => { await expect(x).rejects.toThrow(/e/); }); });
try { using r = f(); switch (r) { case 1: throw new Error('x' + r); } } catch (e) { for (const i of e) i?.[0]!; }`;
    const facts = await read(text, 'src/a.tsx');
    assert.deepEqual(JSON.parse(JSON.stringify(facts)), facts);
    assertPlain(facts);
  });
});

function assertPlain(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const prototype: unknown = Object.getPrototypeOf(value);
  assert.ok(prototype === Object.prototype || prototype === Array.prototype, JSON.stringify(value));
  Object.values(value).forEach(assertPlain);
}
