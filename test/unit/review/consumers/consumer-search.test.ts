import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../../src/change/in-memory.ts';
import { ConsumerSearch } from '../../../../src/review/consumers/consumer-search.ts';
import type { Used } from '../../../../src/review/consumers/uses.ts';
import { EditedTree } from '../../../../src/review/session/edited-tree.ts';
import { WholeFiles } from '../../../../src/review/whole-files.ts';
import { extractorOfCheckout } from '../reviewing.ts';

const total: Used = { language: 'script', path: 'src/orders.ts', name: 'total', qualifiedName: 'total', module: 'src/orders' };

describe('ConsumerSearch', () => {
  it('looks at unchanged files of a session once, however often it is asked', async () => {
    const { head } = inMemoryChangeSet({}, { 'a.ts': 'total();\n', 'b.ts': 'subtotal();\n' }).trees;
    const asked: string[] = [];
    const tree: typeof head = {
      ...head,
      grep: (words, ...where) => (asked.push(`grep ${words.join(' ')}`), head.grep(words, ...where)),
      read: (paths) => (asked.push(`read ${paths.join(' ')}`), head.read(paths)),
    };
    const extractor = extractorOfCheckout();
    const search = new ConsumerSearch(new EditedTree(tree), new WholeFiles(extractor));
    for (const round of [1, 2]) {
      const { files, isCut } = await search.filesThatMayUse([total], { files: [] });
      assert.deepEqual([files.map(({ path }) => path), isCut], [['a.ts'], false], `round ${round}`);
    }
    assert.deepEqual(asked, ['grep total', 'read a.ts']);
    await extractor.dispose();
  });

  it('says where there are more files than it reads', async () => {
    const texts = Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`f${String(index)}.ts`, 'total();\n']));
    const extractor = extractorOfCheckout();
    const search = new ConsumerSearch(inMemoryChangeSet({}, texts).trees.head, new WholeFiles(extractor));
    const { files, isCut } = await search.filesThatMayUse([total], { files: [] });
    assert.deepEqual([files.length, isCut], [60, true]);
    await extractor.dispose();
  });
});
