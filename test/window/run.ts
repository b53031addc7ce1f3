import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { openWindows } from './window.ts';

/** Runs `*.test.ts` of this folder: real windows, driven from outside. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { grep: { type: 'string' }, summary: { type: 'string' } } });
  const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, forbidOnly: true, failZero: true });
  if (values.grep !== undefined) mocha.grep(values.grep);
  mocha.rootHooks({ afterEach: showFailure, afterAll: closeWindows });
  // Mocha would load the tests by `require`, and they would have modules of their own: other open windows than this one's.
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  for (const file of testFiles()) await import(pathToFileURL(file).href);
  const stats = await finish(mocha);
  if (values.summary !== undefined) writeFileSync(values.summary, JSON.stringify({ passed: stats.passes, failed: stats.failures }));
  process.exitCode = stats.failures > 0 || stats.passes === 0 ? 1 : 0;
}

function testFiles(): string[] {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => join(import.meta.dirname, file));
}

async function showFailure(this: Mocha.Context): Promise<void> {
  if (this.currentTest?.state !== 'failed') return;
  const name = `failed ${this.currentTest.fullTitle()}`.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 100);
  for (const window of openWindows) {
    console.error(window.log());
    console.error(`The window when the test failed: ${await window.takePicture(name)}`);
  }
}

async function closeWindows(): Promise<void> {
  for (const window of openWindows) await window.close();
}

function finish(mocha: Mocha): Promise<Mocha.Stats> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run(() => {
      if (runner.stats === undefined) reject(new Error('mocha ran without counting tests'));
      else resolve(runner.stats);
    });
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
