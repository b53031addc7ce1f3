import assert from 'node:assert/strict';
import { boundNames } from '../../../../src/code/flow/pattern.ts';

const bound = (pattern: string): string[] =>
  boundNames(pattern).map(({ name, path, rest }) => `${rest ? '...' : ''}${name} from ${path.join('.')}`);

describe('a destructuring pattern', () => {
  it('binds names to the ways down to them', () => {
    assert.deepEqual(bound('a'), ['a from ']);
    assert.deepEqual(bound('{ a, b: { c: d = 1 }, "e-f": g = {}, ...rest }'), ['a from a', 'd from b.c', 'g from e-f', '...rest from ']);
    assert.deepEqual(bound('[first, , { third }, ...others]'), ['first from 0', 'third from 2.third', '...others from ']);
  });

  it('ends in broken and in endless text', () => {
    assert.deepEqual(bound('{ a, b'), ['a from a']);
    assert.deepEqual(bound('{a:'.repeat(1000)), []);
  });
});
