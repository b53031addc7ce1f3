import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { createOrdersRepository } from './orders-repository.ts';
import { startVSCode } from './server.ts';
import { REPORT_MARK } from './suite/report-mark.ts';
import { bundleSuite, type SuiteBundle } from './suite-bundle.ts';
import { REPOSITORY, VSCODE_VERSIONS, type VersionName } from './versions.ts';

/** How many tests passed and failed. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

export interface SuiteRun {
  readonly extensionPath: string;
  /** Runs only the tests whose full title contains this. */
  readonly grep: string | undefined;
}

const DESKTOP_CACHE = join(REPOSITORY, '.cache', 'vscode-desktop');
const SUITE_LIMIT_MS = 10 * 60_000;

/** Runs the suite in one VS Code: in `VSCODE_EXECUTABLE` or a downloaded one when asked, else in the server from npm. */
export async function runSuite(version: VersionName, { extensionPath, grep }: SuiteRun): Promise<Totals> {
  const started = performance.now();
  const bundle = await bundleSuite(version, grep);
  const workspace = createOrdersRepository();
  console.log(`\nVS Code ${VSCODE_VERSIONS[version].vscode} (${version})`);
  let ended = false;
  try {
    await (isDesktop() ? runInDesktop : runInServer)(version, extensionPath, bundle, workspace.folder);
    ended = true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  } finally {
    workspace.remove();
  }
  const totals = readTotals(bundle, ended);
  console.log(`${version}: ${totals.passed} passed, ${totals.failed} failed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return totals;
}

function isDesktop(): boolean {
  return process.env['VSCODE_DESKTOP'] === '1' || process.env['VSCODE_EXECUTABLE'] !== undefined;
}

async function runInDesktop(version: VersionName, extensionPath: string, bundle: SuiteBundle, workspace: string): Promise<void> {
  const executable = process.env['VSCODE_EXECUTABLE'];
  await runTests({
    ...(executable === undefined ? { version: VSCODE_VERSIONS[version].vscode } : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: extensionPath,
    extensionTestsPath: bundle.entry,
    cachePath: DESKTOP_CACHE,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', join(DESKTOP_CACHE, 'user')],
  });
}

async function runInServer(version: VersionName, extensionPath: string, bundle: SuiteBundle, workspace: string): Promise<void> {
  const vscode = await startVSCode({ version, extensionPath, workspace, suite: bundle.entry, onLog: printSuiteLine });
  try {
    const code = await withinLimit(vscode.suiteExit);
    if (code !== 0) throw new Error(`The suite ended with exit code ${code}.`);
  } catch (error) {
    console.error(
      vscode
        .log()
        .split('\n')
        .filter((line) => !line.includes(REPORT_MARK))
        .join('\n'),
    );
    throw error;
  } finally {
    await vscode.stop();
  }
}

/** Prints what mocha reports, without the window's own log; that is shown when the run fails. */
function printSuiteLine(line: string): void {
  if (line.startsWith(REPORT_MARK)) console.log(line.slice(REPORT_MARK.length));
}

async function withinLimit<T>(work: Promise<T>): Promise<T> {
  let limit: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    limit = setTimeout(() => {
      reject(new Error(`The suite did not end within ${SUITE_LIMIT_MS / 60_000} minutes.`));
    }, SUITE_LIMIT_MS);
  });
  return Promise.race([work, tooLong]).finally(() => {
    clearTimeout(limit);
  });
}

/** A run that broke off, or that ran no test, has failed even when no single test did. */
function readTotals({ summary }: SuiteBundle, ended: boolean): Totals {
  const counted = existsSync(summary) ? (JSON.parse(readFileSync(summary, 'utf8')) as Totals) : { passed: 0, failed: 0 };
  const broken = counted.failed === 0 && (!ended || counted.passed === 0);
  return broken ? { ...counted, failed: 1 } : counted;
}
