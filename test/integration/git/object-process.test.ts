import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ObjectProcess } from '../../../src/git/object-process.ts';
import { GitFailure, type GitPlace } from '../../../src/git/start.ts';
import { Sandbox } from './sandbox.ts';

async function ask(objects: ObjectProcess, ...names: string[]): Promise<string[]> {
  const found: string[] = [];
  await objects.ask(names, (object) => found.push(object ? `${object.type} ${object.bytes.toString()}` : 'nothing'));
  return found;
}

describe('a git process that stays', () => {
  function committed(sandbox: Sandbox): GitPlace {
    sandbox.write('a.txt', 'one\n');
    sandbox.write('b.txt', 'two\n');
    sandbox.commit('first');
    const environment = { PATH: process.env['PATH'] ?? '', GIT_DIR: join(sandbox.root, '.git') };
    return { directory: sandbox.root, environment };
  }

  it('answers many questions, in their order', async () => {
    using sandbox = new Sandbox();
    const place = committed(sandbox);
    const objects = new ObjectProcess(place, '--batch');
    const answers = await Promise.all([ask(objects, 'HEAD:a.txt', 'HEAD:gone', 'HEAD:b.txt'), ask(objects), ask(objects, 'HEAD:a.txt')]);
    assert.deepEqual(answers, [['blob one\n', 'nothing', 'blob two\n'], [], ['blob one\n']]);
    assert.deepEqual(await ask(objects, 'HEAD:b.txt'), ['blob two\n']);
  });

  it('fails only the question that meets a damaged object', async () => {
    using sandbox = new Sandbox();
    const place = committed(sandbox);
    sandbox.write('c.bin', randomBytes(100_000));
    sandbox.commit('second');
    const id = sandbox.git('rev-parse', 'HEAD:c.bin');
    const file = join(sandbox.root, '.git/objects', id.slice(0, 2), id.slice(2));
    chmodSync(file, 0o644);
    // Its beginning can still be read, so git goes to answer, and ends.
    writeFileSync(file, readFileSync(file).subarray(0, 60_000));
    const objects = new ObjectProcess(place, '--batch');
    const failed = assert.rejects(ask(objects, id), GitFailure);
    assert.deepEqual(await Promise.all([ask(objects, 'HEAD:b.txt'), ask(objects, 'HEAD:b.txt')]), [['blob two\n'], ['blob two\n']]);
    await failed;
  });

  it('answers also what is asked while it is being let go', async () => {
    using sandbox = new Sandbox();
    const objects = new ObjectProcess(committed(sandbox), '--batch', undefined, 1);
    for (let round = 0; round < 30; round++) {
      // The program is busy until the process is idle for long enough, and goes on before it hears of its end.
      await new Promise((resolve) => setTimeout(resolve, round % 4));
      const end = performance.now() + 3;
      while (performance.now() < end);
      assert.deepEqual(await ask(objects, 'HEAD:a.txt'), ['blob one\n']);
    }
  });

  it('ends when the review is cancelled', async () => {
    using sandbox = new Sandbox();
    const place = committed(sandbox);
    const cancel = new AbortController();
    const objects = new ObjectProcess(place, '--batch-check', cancel.signal);
    assert.deepEqual(await ask(objects, 'HEAD^{commit}'), ['commit ']);
    const asked = ask(objects, 'HEAD^{tree}');
    cancel.abort(new Error('enough'));
    await assert.rejects(asked, /enough/);
    assert.throws(() => objects.ask(['HEAD'], () => undefined), /enough/);
  });
});
