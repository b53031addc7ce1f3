import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import type Mocha from 'mocha';
import { REPORT_MARK } from './report-mark.ts';

/** What the bundler writes in place of this name; see `suite-bundle.ts`. */
declare const SUITE: { readonly mochaUrl: string; readonly summary: string; readonly grep?: string };

/** VS Code calls this inside its extension host and takes a rejection for a failed run. */
export async function run(): Promise<void> {
  const { default: MochaClass } = (await import(SUITE.mochaUrl)) as { default: typeof Mocha };
  const mocha = new MochaClass({ ui: 'bdd', timeout: 60_000, forbidOnly: true, failZero: true, color: false });
  markReport(MochaClass);
  if (SUITE.grep !== undefined) mocha.grep(SUITE.grep);
  for (const file of testFiles()) mocha.addFile(file);
  const { passes, failures } = await finish(mocha);
  writeFileSync(SUITE.summary, JSON.stringify({ passed: passes, failed: failures }));
  if (failures > 0 || passes === 0) throw new Error(`${failures} tests failed, ${passes} passed`);
}

function markReport({ reporters }: typeof Mocha): void {
  reporters.Base.consoleLog = (...values: unknown[]) => {
    for (const line of format(...values).split('\n')) console.log(REPORT_MARK + line);
  };
}

function testFiles(): string[] {
  return readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.cjs'))
    .sort()
    .map((name) => join(__dirname, name));
}

function finish(mocha: Mocha): Promise<Mocha.Stats> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run(() => {
      if (runner.stats === undefined) reject(new Error('mocha ran without counting tests'));
      else resolve(runner.stats);
    });
  });
}
