import assert from 'node:assert/strict';
import { quotedCode, quotedDifference, shortened } from '../../../src/base/shortened.ts';

describe('a text in a sentence', () => {
  it('stands as it is where it fits', () => {
    assert.equal(shortened('a'.repeat(60), 60), 'a'.repeat(60));
  });

  it('is cut off where it does not', () => {
    assert.equal(shortened('a'.repeat(61), 60), `${'a'.repeat(57)}…`);
  });

  it('is on one line between backticks, without any of its own', () => {
    assert.equal(quotedCode(' a(`b`,\n    c) '), "`a('b', c)`");
  });

  it('shows where two differ, however far that is from their beginning', () => {
    const call = (last: string): string => `orders.scope([byMember, withViews, withDrafts, withCollections, withAuthors]).findAll(${last})`;
    assert.deepEqual(quotedDifference(call('{ where: { owner } }'), call('{ where }')), [
      '`…withAuthors]).findAll({ where: { owner } })`',
      '`…withAuthors]).findAll({ where })`',
    ]);
    assert.deepEqual(quotedDifference('a(b)', 'a(c)'), ['`a(b)`', '`a(c)`']);
  });
});
