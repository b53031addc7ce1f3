import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../../src/change/in-memory.ts';
import { ConsumerSearch } from '../../../../src/review/consumers/consumer-search.ts';
import type { Used } from '../../../../src/review/consumers/uses.ts';
import { EditedTree } from '../../../../src/review/session/edited-tree.ts';
import { WholeFiles } from '../../../../src/review/whole-files.ts';
import { extractorOfCheckout } from '../reviewing.ts';

const total: Used = { language: 'script', path: 'src/orders.ts', name: 'total', qualifiedName: 'total', module: 'src/orders' };

const importing = "import { total } from './src/orders';\n";

describe('ConsumerSearch', () => {
  it('leaves out files that cannot import the module, but none that may get it handed on, or lie below a folder whose index it is', async () => {
    const texts = {
      'src/orders/tax/rate.ts': "import { total } from '..';\n",
      'src/baskets/rate.ts': "import { total } from '..';\n",
      'src/baskets/sum.ts': "import { total } from '../orders';\n",
      'src/sum.ts': 'const total = 1;\n',
      'src/rates.ts': "import { total } from 'rates';\n",
    };
    const extractor = extractorOfCheckout();
    const search = new ConsumerSearch(inMemoryChangeSet({}, texts).trees.head, new WholeFiles(extractor));
    const { files } = await search.filesThatMayUse([{ ...total, path: 'src/orders/index.ts' }], { files: [] });
    assert.deepEqual(
      files.map(({ path }) => path),
      ['src/baskets/rate.ts', 'src/baskets/sum.ts', 'src/orders/tax/rate.ts'],
    );
    await extractor.dispose();
  });

  it('looks at unchanged files of a session once, however often it is asked', async () => {
    const { head } = inMemoryChangeSet({}, { 'a.ts': `${importing}total();\n`, 'b.ts': 'subtotal();\n' }).trees;
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
    const texts = Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`f${String(index)}.ts`, importing]));
    const extractor = extractorOfCheckout();
    const search = new ConsumerSearch(inMemoryChangeSet({}, texts).trees.head, new WholeFiles(extractor));
    const { files, isCut } = await search.filesThatMayUse([total], { files: [] });
    assert.deepEqual([files.length, isCut], [60, true]);
    await extractor.dispose();
  });

  it('reads modules that hand each other on once, those of a step together', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `m${String(index)}`);
    const all = names.map((name) => `export * from './${name}';\n`).join('');
    const { head } = inMemoryChangeSet(
      {},
      {
        'src/all.ts': all,
        ...Object.fromEntries(names.map((name) => [`src/${name}.ts`, `${all}export * from './all';\n`])),
        'src/m39.ts': "export { total } from './orders';\n",
        'src/user.ts': "import { total } from './all';\ntotal();\n",
        'src/other.ts': "import { total } from './m0/none';\ntotal();\n",
      },
    ).trees;
    const asked: number[] = [];
    const tree: typeof head = { ...head, read: (paths) => (asked.push(paths.length), head.read(paths)) };
    const extractor = extractorOfCheckout();
    const search = new ConsumerSearch(tree, new WholeFiles(extractor));
    const { files } = await search.filesThatMayUse([total], { files: [] });
    asked.length = 0;
    const { places, isCut } = await search.asUsedOtherwise(new Set([total]), files, { files: [] });
    const [first] = places.get(total) ?? [];
    assert.deepEqual([[...(first?.used.handedOnBy ?? [])], isCut], [['src/all'], false]);
    assert.equal(asked.filter((count) => count > 0).length, 3);
    await extractor.dispose();
  });

  it('says where there are more heirs than it asks for', async () => {
    const texts = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`a/H${String(index)}.java`, `package a;\nclass H${String(index)} extends Orders {}\n`]),
    );
    const extractor = extractorOfCheckout();
    const search = new ConsumerSearch(inMemoryChangeSet({}, texts).trees.head, new WholeFiles(extractor));
    const owner = { name: 'Orders', qualifiedName: 'a.Orders' };
    const used: Used = { language: 'java', path: 'a/Orders.java', name: 'total', qualifiedName: 'a.Orders.total', module: 'a', owner };
    const { files } = await search.filesThatMayUse([{ ...used, name: 'Orders' }], { files: [] });
    const { isCut } = await search.asUsedOtherwise(new Set([used]), files, { files: [] });
    assert.equal(isCut, true);
    await extractor.dispose();
  });
});
