import assert from 'node:assert/strict';
import { isSamePath } from '../../../src/git/same-path.ts';

describe('a path as a file system gives it back', () => {
  it('is the same with other capitals and with accents written otherwise', () => {
    assert.ok(isSamePath('/Users/ada/Café/src', '/users/ada/Cafe\u0301/SRC'));
    assert.ok(isSamePath('C:\\Users\\ada', 'c:\\users\\Ada'));
  });

  it('is another one with any other letter, or one more', () => {
    assert.ok(!isSamePath('/a/cafe', '/a/café'));
    assert.ok(!isSamePath('/a/b', '/a/b/'));
    assert.ok(!isSamePath('/a/b', '/a'));
  });
});
