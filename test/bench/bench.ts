// npm run bench -- --repo DIR --range A..B [--workers N] [--rounds N]
// Prints one line of JSON: the times of the whole check beside the least that reading and parsing the change takes.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { build } from 'esbuild';
import { worthwhileWorkers } from '../../src/review/extraction/extractor.ts';
import { measureActivation } from './activation.ts';
import { git } from './floor.ts';
import type { Asked } from './measure.ts';

const { values } = parseArgs({
  options: {
    repo: { type: 'string' },
    range: { type: 'string' },
    workers: { type: 'string', default: String(worthwhileWorkers()) },
    rounds: { type: 'string', default: '5' },
  },
});
const [from, to] = values.range?.split('..') ?? [];
if (!values.repo || !from || !to) throw new Error('Usage: npm run bench -- --repo DIR --range A..B [--workers N] [--rounds N]');

const repository = values.repo;
const head = await commit(to);
const base = (await git(repository, ['merge-base', await commit(from), head])).toString('utf8').trim();
// Inside the project, so that packages that are not bundled are found.
const built = mkdtempSync(join('node_modules', '.bench-'));
try {
  await Promise.all([buildMeasure(built), buildExtension(built)]);
  const common = { repository, base, head, workers: Number(values.workers), rounds: Number(values.rounds) };
  const times = await measure({ ...common, what: 'times' });
  const peak = await measure({ ...common, what: 'peak' });
  console.log(JSON.stringify({ ...times, ...peak, activationMs: await measureActivation(resolve(built, 'extension.cjs')) }));
} finally {
  rmSync(built, { recursive: true });
}

async function commit(revision: string): Promise<string> {
  return (await git(repository, ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`])).toString('utf8').trim();
}

/** As the product is built: a check in a terminal runs no TypeScript. */
async function buildMeasure(directory: string): Promise<void> {
  await build({
    entryPoints: { measure: 'test/bench/measure.ts', 'extraction-worker': 'src/review/extraction-worker.ts' },
    outdir: directory,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    mainFields: ['module', 'main'],
    define: { __filename: 'filenameOfBundle', __dirname: 'directoryOfBundle' },
    banner: {
      js: [
        "import { createRequire as createRequireOfBundle } from 'node:module';",
        'const require = createRequireOfBundle(import.meta.url), filenameOfBundle = import.meta.filename, directoryOfBundle = import.meta.dirname;',
      ].join('\n'),
    },
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
}

async function buildExtension(directory: string): Promise<void> {
  await build({
    entryPoints: ['src/vscode/extension.ts'],
    outfile: join(directory, 'extension.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    minify: true,
    logLevel: 'error',
  });
}

async function measure(asked: Asked): Promise<object> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(built, 'measure.mjs'), JSON.stringify(asked)], { maxBuffer: 1e7 });
  return JSON.parse(stdout) as object;
}
