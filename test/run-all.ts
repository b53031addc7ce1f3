import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOfTypes } from './tools/files-of-types.ts';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const STAGE_LIMIT_MS = 30 * 60_000;

/** The oldest Node that mocha, c8 and ESLint run on; the product itself runs on every Node 20. */
const OLDEST_NODE = [20, 19] as const;

interface Totals {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** What must have succeeded for this stage to make sense. */
  readonly needs?: string;
}

/** The file into which a stage counts its tests; a stage that names none has no tests, and is only seen when it fails. */
const TOTALS = '{totals}';

const STAGES: readonly Stage[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'build', command: ['node', 'esbuild.mjs'] },
  {
    name: 'unit',
    command: [
      ...['c8', '--config', 'test/.c8rc.json', ...['src/vscode/**', ...filesOfTypes('src')].flatMap((path) => ['--exclude', path])],
      ...['mocha', '--config', 'test/.mocharc.json', '--fail-zero'],
      ...['--reporter', './test/totals-reporter.ts', '--reporter-option', `totals=${TOTALS}`],
    ],
  },
  { name: 'vscode', command: ['tsx', 'test/vscode/run.ts', '--summary', TOTALS], needs: 'build' },
  { name: 'window', command: ['tsx', 'test/window/run.ts', '--summary', TOTALS], needs: 'build' },
];

/** Runs all stages, or those named on the command line, and prints the sum of their tests as the last line. */
function main(names: readonly string[]): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    console.error(`The tests need Node ${OLDEST_NODE.join('.')} or later (https://nodejs.org); this is ${process.versions.node}.`);
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-totals-'));
  const failedStages = new Set<string>();
  const all = chosenStages(names).map((stage) => {
    const totals = runStage(stage, join(folder, `${stage.name}.json`), failedStages);
    if (totals.failed > 0) failedStages.add(stage.name);
    return totals;
  });
  rmSync(folder, { recursive: true, force: true });
  const passed = all.reduce((sum, totals) => sum + totals.passed, 0);
  const failed = all.reduce((sum, totals) => sum + totals.failed, 0);
  if (failedStages.size > 0) console.log(`\nFailed: ${[...failedStages].join(', ')}`);
  if (passed + failed === 0) console.log('\nNo test ran.');
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed`);
}

function chosenStages(names: readonly string[]): readonly Stage[] {
  const unknown = names.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown !== undefined) throw new Error(`There is no stage "${unknown}". Stages: ${STAGES.map(({ name }) => name).join(', ')}.`);
  return names.length === 0 ? STAGES : STAGES.filter(({ name }) => names.includes(name));
}

/** A stage that fails without a failed test of its own (it broke, or coverage is too low) counts as one failed. */
function runStage(stage: Stage, totalsFile: string, failedStages: ReadonlySet<string>): Totals {
  console.log(`\n== ${stage.name} ==`);
  if (stage.needs !== undefined && failedStages.has(stage.needs)) {
    console.log(`Not run, because ${stage.needs} failed.`);
    return { passed: 0, failed: 1 };
  }
  const started = performance.now();
  const ended = run(stage.command.map((argument) => argument.replace(TOTALS, totalsFile)));
  console.log(`${stage.name}: ${ended ? 'done' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const counted = readTotals(totalsFile);
  return !ended && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function run([program = '', ...args]: readonly string[]): boolean {
  const path = `${join(REPOSITORY, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const { status, error } = spawnSync(program, args, {
    cwd: REPOSITORY,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
    timeout: STAGE_LIMIT_MS,
    killSignal: 'SIGTERM',
  });
  if (error !== undefined) console.error(`${program}: ${error.message}`);
  return status === 0;
}

function readTotals(file: string): Totals {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Totals) : { passed: 0, failed: 0 };
}

main(process.argv.slice(2));
