import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../../src/change/change-set.ts';
import type { Finding } from '../../src/finding/finding.ts';
import { readChangeSet } from '../../src/git/read-change-set.ts';
import type { Extractor } from '../../src/review/extraction/extractor.ts';
import { review } from '../../src/review/review.ts';
import { hardcodedSecret } from '../../src/rules/security/hardcoded-secret.ts';
import { extractorOfCheckout, standardOf } from '../unit/review/reviewing.ts';

const root = join(import.meta.dirname, '../..');
const suite = 'test/unit/rules/security/secrets/secrets.test.ts';

/** Clones that are searched where nobody names any. */
const mostClones = 8;

/**
 * Scores the search for secrets: on the project's own suite of vendors' formats and of what only looks like them, and, where there are bare
 * clones (owner+name/repo), by what it finds in real source, which is for a person to judge.
 */
export async function scoreSecrets(mirror: string | undefined, named: readonly string[]): Promise<number> {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/mocha/bin/mocha.js'), '--no-config', '--import=tsx', '--timeout', '120000', '--reporter', 'spec', suite],
    { cwd: root, stdio: 'inherit' },
  );
  if (mirror === undefined) console.log('Real source: skipped, MIRROR does not name a folder of bare clones, as owner+name/repo.');
  else await searchClones(mirror, named);
  return status ?? 1;
}

async function searchClones(mirror: string, named: readonly string[]): Promise<void> {
  const clones = readdirSync(mirror).filter((name) => existsSync(join(mirror, name, 'repo', 'HEAD')));
  const chosen = named.length > 0 ? clones.filter((name) => named.includes(name)) : clones.slice(0, mostClones);
  const extractor = extractorOfCheckout();
  let [bytes, count] = [0, 0];
  for (const name of chosen) {
    const searched = await searchTree(join(mirror, name, 'repo'), extractor);
    bytes += searched.bytes;
    count += searched.findings.length;
    console.log(`${name}: ${String(searched.findings.length)} in ${megabytes(searched.bytes)}`);
    for (const { location, message, confidence } of searched.findings)
      console.log(`  ${location.path}:${String(location.start.line)} ${message} (${confidence})`);
  }
  await extractor.dispose();
  const each = (count / bytes) * 5 * million;
  console.log(
    `${String(count)} found in ${megabytes(bytes)}: ${each.toFixed(2)} in 5 MB, before anybody has said which of them are secrets.`,
  );
}

const million = 1_000_000;

function megabytes(bytes: number): string {
  return `${(bytes / million).toFixed(1)} MB`;
}

interface Searched {
  readonly bytes: number;
  /** Those that are shown. */
  readonly findings: readonly Finding[];
}

async function searchTree(repository: string, extractor: Extractor): Promise<Searched> {
  const changeSet = await readChangeSet({ kind: 'whole-tree' }, { root: repository });
  const rules = [hardcodedSecret];
  const { findings } = await review({ changeSet, standard: standardOf(rules), rules, now: new Date() }, extractor);
  const sizeOf = ({ head }: FileChange): number => (head?.text === undefined ? 0 : head.size);
  return {
    bytes: changeSet.files.reduce((sum, file) => sum + sizeOf(file), 0),
    findings: findings.filter(
      ({ state, confidence, suppressions }) => state === 'new' && confidence !== 'low' && suppressions.length === 0,
    ),
  };
}
