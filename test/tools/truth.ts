import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scoreSecrets } from './secrets.ts';

const cli = join(import.meta.dirname, '../../dist/cli.js');

interface Scorer {
  readonly folder: string;
  /** An environment variable without which it cannot run, and what it has to name. */
  readonly needs?: { readonly variable: string; readonly what: string };
}

const scorers: readonly Scorer[] = [
  { folder: 'contracts' },
  { folder: 'security' },
  { folder: 'tests', needs: { variable: 'MIRROR', what: 'a folder of bare clones, as owner+name/repo' } },
];

/**
 * Scores the built command line against cases whose right answers are known: `npm run truth -- DIR [SCORER] [ARGUMENT…]`.
 * The cases of secrets are the project's own and need no folder.
 */
async function main([directory, only, ...rest]: readonly string[]): Promise<void> {
  if (directory === undefined)
    throw new Error('Name the folder of the cases: npm run truth -- DIR [contracts|security|tests|secrets] [ARGUMENT…]');
  if (!existsSync(cli)) throw new Error(`${cli} is not there: run \`npm run build\` first`);
  const chosen = scorers.filter(({ folder }) => only === undefined || folder === only);
  const codes = chosen.map((scorer) => score(resolve(directory), scorer, rest));
  if (only === undefined || only === 'secrets') {
    console.log('secrets:');
    codes.push(await scoreSecrets(process.env['MIRROR'], rest));
  }
  process.exitCode = Math.max(0, ...codes);
}

function score(directory: string, { folder, needs }: Scorer, args: readonly string[]): number {
  const cwd = join(directory, folder);
  const reason = !existsSync(join(cwd, 'run.mjs'))
    ? `${cwd} has no run.mjs`
    : needs && !process.env[needs.variable]
      ? `${needs.variable} does not name ${needs.what}`
      : undefined;
  if (reason !== undefined) {
    console.log(`${folder}: skipped, ${reason}.`);
    return 0;
  }
  console.log(`${folder}:`);
  return spawnSync(process.execPath, ['run.mjs', '--cli', cli, ...args], { cwd, stdio: 'inherit' }).status ?? 1;
}

await main(process.argv.slice(2));
