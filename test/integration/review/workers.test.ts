import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import type { Texts } from '../../../src/change/in-memory.ts';
import { createExtractor } from '../../../src/review/extraction/extractor.ts';
import { WorkerReader } from '../../../src/review/extraction/worker-reader.ts';
import { review } from '../../../src/review/review.ts';
import { rules } from '../../../src/rules/index.ts';
import { locateWasmInPackages } from '../../../src/syntax/wasm-files.ts';
import { standardOf } from '../../unit/review/reviewing.ts';
import { buildWorker } from './built-workers.ts';
import type { BuiltWorker } from './built-workers.ts';

const loadWasm = locateWasmInPackages(process.cwd());
const standard = standardOf(rules);

/** A change of `count` files that is large enough for workers: mostly remarks, which are read fast. */
function largeChange(count: number): { base: Texts; head: Texts } {
  const remarks = '  // What is written between the methods is long, and has to be read all the same.\n'.repeat(240);
  const methods = (changed: boolean): string =>
    Array.from(
      { length: 20 },
      (_, n) => `  public int method${n}(int a) {\n    return a * ${n}${changed && n % 10 === 0 ? ' + 1' : ''};\n  }\n`,
    ).join('');
  const texts = (changed: boolean): Texts =>
    Object.fromEntries(
      Array.from({ length: count }, (_, n) => [
        `src/main/java/p/C${n}.java`,
        `package p;\n\npublic class C${n} {\n${remarks}${methods(changed)}}\n`,
      ]),
    );
  return { base: texts(false), head: texts(true) };
}

describe('worker threads', () => {
  let worker: BuiltWorker;
  before(async () => {
    worker = await buildWorker();
  });
  after(() => {
    worker.remove();
  });

  it('give the same bytes as one thread', async () => {
    const { base, head } = largeChange(160);
    const changeSet = inMemoryChangeSet(base, head);
    const results: string[] = [];
    for (const workers of [undefined, { count: 1, script: worker.script }, { count: 3, script: worker.script }]) {
      const extractor = createExtractor({ wasm: loadWasm, ...(workers && { workers }) });
      results.push(JSON.stringify(await review({ changeSet, standard, rules, now: new Date('2026-08-10') }, extractor)));
      await extractor.dispose();
    }
    assert.equal(results[1], results[0]);
    assert.equal(results[2], results[0]);
    assert.ok((JSON.parse(results[0] ?? '') as { findings: unknown[] }).findings.length > 0);
  });

  it('are replaced when they die, and the review says so', async () => {
    const script = join(worker.script, '..', 'dying.mjs');
    writeFileSync(
      script,
      `import { existsSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
const died = import.meta.filename + '.died';
if (!existsSync(died)) parentPort.once('message', () => { writeFileSync(died, ''); process.exit(9); });
await import('./extraction-worker.mjs');
`,
    );
    const { base, head } = largeChange(6);
    const reader = new WorkerReader({ count: 1, script }, loadWasm);
    const tasks = inMemoryChangeSet(base, head).files.map((change) => ({ change, everything: true }));
    const done: number[] = [];
    const notices: string[] = [];
    for await (const { index, reading } of reader.read(tasks)) {
      done.push(index);
      notices.push(...reading.notices.map(({ id }) => id));
      assert.ok(reading.head?.facts);
    }
    await reader.dispose();
    assert.deepEqual(
      done.sort((a, b) => a - b),
      [0, 1, 2, 3, 4, 5],
    );
    assert.deepEqual(new Set(notices), new Set(['worker-restarted']));
  });

  it('stop soon when the review is cancelled', async () => {
    const { base, head } = largeChange(300);
    const extractor = createExtractor({ wasm: loadWasm, workers: { count: 2, script: worker.script } });
    const controller = new AbortController();
    const running = review(
      { changeSet: inMemoryChangeSet(base, head), standard, rules, now: new Date('2026-08-10'), signal: controller.signal },
      extractor,
    );
    let aborted = 0;
    setTimeout(() => {
      aborted = performance.now();
      controller.abort(new Error('enough'));
    }, 150);
    await assert.rejects(running, { message: 'enough' });
    assert.ok(performance.now() - aborted < 1_000);
    await extractor.dispose();
  });
});

describe('the order of files', () => {
  it('does not change a byte of the review', async () => {
    const { base, head } = largeChange(4);
    const extractor = createExtractor({ wasm: loadWasm });
    const changeSet = inMemoryChangeSet(
      { ...base, 'a.yaml': 'evil: 1\n' },
      { ...head, 'b.yaml': '# plumbline-allow no/such -- rule\nevil: 2\n' },
    );
    const expected = JSON.stringify(await review({ changeSet, standard, rules, now: new Date('2026-08-10') }, extractor));
    const indexes = changeSet.files.map((_, index) => index);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(indexes, { minLength: indexes.length }), async (order) => {
        const shuffled: typeof extractor = {
          ...extractor,
          readText: (...given) => extractor.readText(...given),
          async *read(tasks, signal) {
            for (const index of order)
              for await (const { reading } of extractor.read(tasks.slice(index, index + 1), signal)) yield { index, reading };
          },
        };
        assert.equal(JSON.stringify(await review({ changeSet, standard, rules, now: new Date('2026-08-10') }, shuffled)), expected);
      }),
      { numRuns: 10 },
    );
    await extractor.dispose();
  });
});
