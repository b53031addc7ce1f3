import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import { WordSearch } from '../../../src/review/word-search.ts';

const tree = inMemoryChangeSet({}, { 'a.test.ts': 'one two', 'a.ts': 'one', 'bTest.java': 'two', 'test/c.js': 'three', 'test/d.md': 'one' })
  .trees.head;

describe('WordSearch', () => {
  it('finds tests of the changed files’ languages by any of the words, whatever was looked for ahead', async () => {
    const search = new WordSearch(tree, ['a.ts', 'b.md']);
    search.start(['one', 'three']);
    assert.deepEqual(await search.find(['one', 'two']), ['a.test.ts']);
    assert.deepEqual(await search.find(['two', 'three']), ['a.test.ts', 'test/c.js']);
    assert.deepEqual(await search.find([]), []);
  });

  it('looks for each word once', async () => {
    const asked: (readonly string[])[] = [];
    const search = new WordSearch({ ...tree, grep: (words, suffixes) => (asked.push(words), tree.grep(words, suffixes)) }, ['a.ts']);
    search.start(['one']);
    await search.find(['one', 'two']);
    await search.find(['two']);
    assert.deepEqual(asked, [['one'], ['two']]);
  });

  it('hands on why the tree could not be searched', async () => {
    const search = new WordSearch({ ...tree, grep: () => Promise.reject(new Error('no git')) }, ['a.ts']);
    search.start(['one']);
    await assert.rejects(search.find(['one']), /no git/);
  });
});
