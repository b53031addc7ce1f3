import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import type { CompilerThread } from '../../../src/deep/compiler/compiler-thread.ts';
import { askTypeScript } from '../../../src/deep/compiler/ask-typescript.ts';
import type { CompilerAnswers } from '../../../src/review/compiler/settle-types.ts';

const script = resolve('dist/compiler-worker.js');
const question = { base: 'src/index.ts', head: 'src/index.ts', names: ['pick'] };
const manifest = { 'package.json': '{ "name": "cart", "types": "./src/index.ts" }\n' };
const pick = (type: string) => ({ ...manifest, 'src/index.ts': `export declare function pick(key: ${type}): void;\n` });

function ask(folder: string, thread: Partial<CompilerThread>): Promise<CompilerAnswers> {
  const sides = inMemoryChangeSet(pick('string'), pick('string | number'));
  return askTypeScript(folder, { script, seconds: 60, ...thread }).then((asked) => asked([question], sides));
}

describe('the compiler in a thread of its own', function () {
  this.timeout(60_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-compiler-'));
    mkdirSync(join(folder, 'lib'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** A compiler that loads, and then does something else than to answer. */
  function compilerThat(does: string): void {
    const module = `module.exports = { version: '5.9.0', versionMajorMinor: '5.9', parseConfigFileTextToJson() { ${does} } };\n`;
    writeFileSync(join(folder, 'lib', 'typescript.js'), module);
  }

  it('answers as it does in this one', async () => {
    const { fits, notices } = await ask('node_modules/typescript', {});
    assert.deepEqual([fits(question), notices], [true, []]);
  });

  it('is ended when its time is up, and the question stays open', async () => {
    compilerThat('for (;;);');
    const { fits, notices } = await ask(folder, { seconds: 0.5 });
    assert.deepEqual([fits(question), notices.map(({ id }) => id)], [undefined, ['types-not-compared']]);
  });

  it('is ended when the review is cancelled', async () => {
    compilerThat('for (;;);');
    const controller = new AbortController();
    const asked = ask(folder, { signal: controller.signal });
    setTimeout(() => {
      controller.abort();
    }, 300);
    await assert.rejects(asked, { name: 'AbortError' });
  });

  it('hands on what it fails with', async () => {
    compilerThat("throw new Error('out of types');");
    await assert.rejects(ask(folder, {}), /out of types/);
    compilerThat('process.exit(3);');
    await assert.rejects(ask(folder, {}), /ended with exit code 3 before it answered/);
    writeFileSync(join(folder, 'lib', 'typescript.js'), "module.exports = { version: '4.9.5', versionMajorMinor: '4.9' };\n");
    await assert.rejects(ask(folder, {}), { name: 'UserError' });
  });
});
