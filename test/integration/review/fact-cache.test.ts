import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import { CachePacks } from '../../../src/review/extraction/cache-packs.ts';
import { FactCache } from '../../../src/review/extraction/fact-cache.ts';
import { KeptFacts } from '../../../src/review/extraction/kept-facts.ts';
import type { ReadingTask } from '../../../src/review/extraction/reading.ts';

const [change] = inMemoryChangeSet({ 'a.ts': 'a' }, { 'a.ts': 'b' }).files;
const task: ReadingTask = { change: change!, everything: false };
/** Large enough to be worth saving. */
const secrets = [{ range: { start: 0, end: 1 }, kind: 'k'.repeat(300_000) }];
const reading = { base: { role: 'production', secrets }, head: { role: 'production', secrets: [] }, notices: [] } as const;

describe('FactCache', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'plumbline-cache-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const factsIn = (folder: string, build?: string): KeptFacts => new KeptFacts(new FactCache(new CachePacks(folder), build));
  const stored = async (build?: string): Promise<string> => {
    const facts = factsIn(directory, build);
    facts.keepReading(task, reading);
    await facts.save();
    const [pack] = readdirSync(directory);
    return join(directory, pack!);
  };
  const found = async (asked: ReadingTask, build?: string): Promise<unknown> => {
    const facts = factsIn(directory, build);
    const result = await facts.reading(asked);
    await facts.save();
    return result;
  };

  it('gives back what was read from the same contents at the same paths, in another process too', async () => {
    await stored();
    assert.deepEqual(await found(task), reading);
    assert.equal(await found({ ...task, everything: true }), undefined);
    assert.equal(await found({ ...task, change: { ...change!, head: { ...change!.head!, blob: 'other' } } }), undefined);
    assert.equal(await found({ ...task, change: { ...change!, head: { ...change!.head!, path: 'b.ts' } } }), undefined);
  });

  it('gives another program nothing', async () => {
    await stored('one');
    assert.deepEqual(await found(task, 'one'), reading);
    assert.equal(await found(task, 'other'), undefined);
  });

  it('reads a text and a module once, for as long as nothing of them changes', async () => {
    const asked: string[] = [];
    const module = { name: 'n'.repeat(300_000), imports: [], exports: [] };
    const moduleOf = async (path: string, text: string): Promise<unknown> => {
      const facts = factsIn(directory);
      const result = await facts.module(path, text, () => {
        asked.push(`${path} ${text}`);
        return Promise.resolve(module);
      });
      await facts.save();
      return result;
    };
    assert.deepEqual(await moduleOf('a.ts', 'x'), module);
    assert.deepEqual(await moduleOf('a.ts', 'x'), module);
    assert.deepEqual(await moduleOf('a.ts', 'y'), module);
    assert.deepEqual(await moduleOf('b.ts', 'y'), module);
    assert.deepEqual(asked, ['a.ts x', 'a.ts y', 'b.ts y']);
  });

  it('ignores damaged packs', async () => {
    const pack = await stored();
    const whole = readFileSync(pack);
    for (const damage of [whole.subarray(0, -1), whole.subarray(0, 5), Buffer.alloc(0), Buffer.from('x'.repeat(100)), flipped(whole)]) {
      writeFileSync(pack, damage);
      assert.equal(await found(task), undefined);
    }
  });

  it('does not keep what came with notices', async () => {
    const facts = factsIn(directory);
    facts.keepReading(task, { ...reading, notices: [{ id: 'parse-too-slow', message: 'm', incomplete: true }] });
    assert.equal(await facts.reading(task), undefined);
  });

  it('keeps what is too little for a pack until there is more', async () => {
    const facts = factsIn(directory);
    const little = { head: { role: 'production', secrets: [] }, notices: [] } as const;
    facts.keepReading({ ...task, everything: true }, little);
    await facts.save();
    assert.deepEqual(readdirSync(directory), []);
    facts.keepReading(task, reading);
    await facts.save();
    assert.deepEqual(await found({ ...task, everything: true }), little);
  });

  it('removes the oldest packs when there is too much', async () => {
    const packs = new CachePacks(directory, 1_000);
    for (const name of ['a', 'b', 'c']) await packs.write(new Map([[name, name.repeat(600)]]));
    assert.equal(readdirSync(directory).length, 1);
  });

  it('does without a folder that cannot be written', async () => {
    const facts = factsIn(join(directory, 'file\0'));
    facts.keepReading(task, reading);
    await facts.save();
    assert.equal(await facts.reading(task), undefined);
  });
});

/** With one bit of the last byte turned. */
function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 2] = (copy[copy.length - 2] ?? 0) ^ 1;
  return copy;
}
