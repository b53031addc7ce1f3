import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import { createExtractor } from '../../../src/review/extraction/extractor.ts';
import { review } from '../../../src/review/review.ts';
import type { Review } from '../../../src/review/review-result.ts';
import { rules } from '../../../src/rules/index.ts';
import { loadStandard } from '../../../src/standard/load.ts';
import { locateWasmInPackages } from '../../../src/syntax/wasm-files.ts';
import type { LoadWasm } from '../../../src/syntax/wasm-files.ts';

const order = (limit: number): string => `import { price } from './price.js';

/** What an order costs. */
export function total(amount: number): number {
  if (amount > ${limit}) throw new RangeError('too many');
  return price(amount) * amount;
}
`;

const rest = {
  'package.json': '{ "name": "orders", "version": "1.0.0", "main": "./src/index.js" }',
  'src/index.ts': "export { total } from './order.js';\n",
  'src/price.ts': 'export function price(amount: number): number {\n  return amount < 10 ? 3 : 2;\n}\n',
  'test/order.test.ts': [
    "import { total } from '../src/order.js';",
    ...Array.from(
      { length: 300 },
      (_, at) => `it('costs something for ${at}', () => {\n  expect(total(${at % 50})).toBe(${(at % 50) * 3});\n});`,
    ),
  ].join('\n'),
};

describe('a second review', () => {
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'plumbline-cache-'));
  });
  afterEach(() => {
    rmSync(cache, { recursive: true });
  });

  const reviewed = async (limit: number, wasm: LoadWasm): Promise<Review> => {
    const changeSet = inMemoryChangeSet({ ...rest, 'src/order.ts': order(100) }, { ...rest, 'src/order.ts': order(limit) });
    const extractor = createExtractor({ wasm, cache });
    const standard = await loadStandard(changeSet.trees.base, rules, { root: '/nowhere' });
    const result = await review({ changeSet, standard, rules, now: new Date('2026-08-10') }, extractor);
    await extractor.dispose();
    return result;
  };
  const locate = locateWasmInPackages(process.cwd());
  const noGrammar: LoadWasm = (file) => Promise.reject(new Error(`${file} was loaded`));

  it('parses nothing: neither what changed, nor its tests, nor the modules around it', async () => {
    const first = await reviewed(120, locate);
    assert.deepEqual(
      first.testPlan?.runOrder.map(({ path, covers }) => [path, covers]),
      [['test/order.test.ts', ['total']]],
    );
    assert.deepEqual(await reviewed(120, noGrammar), first);
  });

  it('reads what changed since', async () => {
    await reviewed(120, locate);
    const { notices } = await reviewed(130, noGrammar);
    assert.deepEqual(
      notices.map(({ id, path }) => [id, path]),
      [
        ['grammar-not-loaded', 'src/order.ts'],
        ['grammar-not-loaded', 'src/order.ts'],
      ],
    );
  });
});
