import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeSource } from '../../../src/change/source.ts';
import { deepCheck } from '../../../src/deep/deep-check.ts';
import type { DeepRequest } from '../../../src/deep/deep-request.ts';
import { readChangeSet } from '../../../src/git/read-change-set.ts';
import { review } from '../../../src/review/review.ts';
import type { Review } from '../../../src/review/review-result.ts';
import { rules } from '../../../src/rules/index.ts';
import { extractorOfCheckout, standardOf } from '../../unit/review/reviewing.ts';
import { Sandbox } from '../git/sandbox.ts';

const testRules = rules.filter(({ id }) => id.startsWith('tests/'));

/** Node as a command, whatever is on the search path. */
export const node = JSON.stringify(process.execPath);

export interface DeepOptions extends Partial<Pick<DeepRequest, 'minutes' | 'signal' | 'progress' | 'tell' | 'onGroup'>> {
  readonly source?: ChangeSource;
  /** Where it is asked for; the sandbox's repository, where nothing else is said. */
  readonly root?: string;
}

/** Reviews a change with a deep check. */
export async function deepReview(sandbox: Sandbox, command: string, options: DeepOptions = {}): Promise<Review> {
  const { source = { kind: 'branch', base: 'main' }, root = sandbox.root, minutes = 2, ...rest } = options;
  const changeSet = await readChangeSet(source, { root });
  const tryOut = deepCheck({ source, changeSet, command, minutes, ...rest });
  const extractor = extractorOfCheckout();
  const standard = standardOf(testRules);
  try {
    return await review({ changeSet, standard, rules: testRules, now: new Date('2026-08-10'), tryOut, signal: rest.signal! }, extractor);
  } finally {
    await extractor.dispose();
  }
}

/** `rule path:line message` of the findings that a deep check makes. */
export function deepFindings({ findings }: Review): string[] {
  return findings
    .filter(({ rule }) => /passes-without-the-change|unnoticed-mutation/.test(rule))
    .map(({ rule, message, location }) => `${rule.slice('tests/'.length)} ${location.path}:${location.start.line} ${message}`);
}

export function deepNotices({ notices }: Review): string[] {
  return notices.filter(({ id }) => id.startsWith('deep-check') || id === 'step-failed').map(({ id }) => id);
}

/** Everything below a folder with its content, as one number: also git's own files. */
export function hashOf(folder: string): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const stats = lstatSync(path);
    hash.update(`${path} ${stats.mode} ${stats.mtimeMs}\n`);
    if (stats.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(stats.isSymbolicLink() ? readlinkSync(path) : readFileSync(path));
  };
  add(folder);
  return hash.digest('hex');
}

export const cart = (...lines: readonly string[]): string =>
  `export function total(sum, tax) {\n${lines.map((each) => `  ${each}\n`).join('')}}\n`;

/** A file of `node:test` about `src/cart.js`; each line is what one test does. */
export const cartTest = (...lines: readonly string[]): string =>
  [
    "import assert from 'node:assert/strict';",
    "import { test } from 'node:test';",
    "import { total } from '../src/cart.js';",
    ...lines.map((each, index) => `test('case ${index}', () => {\n  ${each}\n});`),
    '',
  ].join('\n');

export const adds = 'assert.equal(total(1, 2), 3);';
export const refuses = 'assert.throws(() => total(1, -1), RangeError);';
export const refusal = "if (tax < 0) throw new RangeError('negative');";

/** A `main` and a branch `feature` that changes `src/cart.js` and its test. */
export function cartSandbox(
  base: string,
  head: string,
  baseTest: string,
  headTest = baseTest,
  more: Readonly<Record<string, string>> = {},
): Sandbox {
  const sandbox = new Sandbox();
  sandbox.write('package.json', '{ "type": "module" }');
  sandbox.write('src/cart.js', base);
  sandbox.write('test/cart.test.js', baseTest);
  for (const [path, text] of Object.entries(more)) sandbox.write(path, text);
  sandbox.commit('start');
  sandbox.git('switch', '-q', '-c', 'feature');
  sandbox.write('src/cart.js', head);
  sandbox.write('test/cart.test.js', headTest);
  sandbox.commit('change');
  return sandbox;
}

/** Whether a process is there. */
export function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    // One that ended, but that nobody asked how, does not run any more.
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
  } catch {
    return false;
  }
}
