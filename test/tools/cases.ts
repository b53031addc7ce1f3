import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FileReader } from '../../src/review/extraction/file-reader.ts';
import { locateWasmInPackages } from '../../src/syntax/wasm-files.ts';
import { controlKind, mostOfKind } from './cases/controls.ts';
import { History } from './cases/history.ts';
import type { Commit } from './cases/history.ts';
import { readCommit } from './cases/read-commit.ts';
import type { ReadFile } from './cases/read-commit.ts';
import { changeCase } from './cases/variants.ts';
import type { Variant } from './cases/variants.ts';

const usage = 'Usage: npm run cases -- CLONE OUT [--limit N], where CLONE is a bare clone at …/owner+name/repo';

/** Commits that are looked at for each case that is wanted. */
const looks = 25;

/**
 * Makes cases for `npm run truth` of a repository's history: commits that change code and tests together, in up to eight variants
 * (as committed, without the tests, without those of errors, with the tests in the base, with a decoy …), and commits that change nothing that a test could show.
 * Which ones is told by their ids alone, so that the same history gives the same cases.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { limit: { type: 'string', default: '12' } }, allowPositionals: true });
  const [clone, out] = positionals;
  if (clone === undefined || out === undefined) throw new Error(usage);
  const git = basename(dirname(resolve(clone)));
  const maker = new CaseMaker(git, join(resolve(out), git.slice(git.indexOf('+') + 1)), Number(values.limit));
  const history = new History(resolve(clone));
  const reader = new FileReader(locateWasmInPackages(join(import.meta.dirname, '../..')));
  try {
    const commits = [...history.commits()].sort((one, other) => (one.id < other.id ? -1 : 1));
    for (const commit of commits.slice(0, Number(values.limit) * looks)) {
      const files = await readCommit(history, reader, commit);
      if (files) maker.add(history, commit, files);
      if (maker.isFull) break;
    }
    console.log(`${git}: ${String(maker.changes)} changes and ${String(maker.controls)} controls of ${String(commits.length)} commits`);
  } finally {
    history.dispose();
    await reader.dispose();
  }
}

/** Writes the cases of one repository, as many as are wanted. */
class CaseMaker {
  readonly #git: string;
  readonly #folder: string;
  readonly #limit: number;
  readonly #kinds = new Map<string, number>();
  changes = 0;
  controls = 0;

  constructor(git: string, folder: string, limit: number) {
    this.#git = git;
    this.#folder = folder;
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.changes >= this.#limit && Object.entries(mostOfKind).every(([kind, most]) => this.#kinds.get(kind) === most);
  }

  add(history: History, commit: Commit, files: readonly ReadFile[]): void {
    const change = this.changes < this.#limit ? changeCase(files) : undefined;
    if (change) {
      this.#write(history, commit, files, { kind: 'change', ...change.about }, change.variants);
      this.changes++;
      return;
    }
    const sub = controlKind(commit, files);
    const count = sub ? (this.#kinds.get(sub) ?? 0) : 0;
    if (!sub || count >= mostOfKind[sub]) return;
    this.#kinds.set(sub, count + 1);
    const expected = { quiet: true, sub, flagged_functions: [] };
    this.#write(history, commit, files, { kind: 'control', sub }, [{ name: 'D', head: new Map(), expected }]);
    this.controls++;
  }

  #write(history: History, commit: Commit, files: readonly ReadFile[], about: object, variants: readonly Variant[]): void {
    const name = commit.id.slice(0, 10);
    const id = `${basename(this.#folder)}/${name}`;
    const folder = join(this.#folder, name);
    mkdirSync(folder, { recursive: true });
    const { id: hash, parent, date, subject } = commit;
    const origin = { repo: basename(this.#folder), git: this.#git, lang: languageOf(files), commit: hash, parent, date, subject };
    write(join(folder, 'case.json'), { id, ...about, ...origin });
    for (const { name: variant, base, head } of variants) {
      const from = base ? history.tree(parent, base) : parent;
      if (base) writeFileSync(join(folder, `base-${variant}.patch`), history.patch(parent, from));
      writeFileSync(join(folder, `head-${variant}.patch`), history.patch(from, history.tree(hash, head)));
    }
    write(join(folder, 'expected.json'), { id, variants: Object.fromEntries(variants.map((each) => [each.name, each.expected])) });
  }
}

function write(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 1)}\n`);
}

const short: Readonly<Record<string, string>> = { java: 'java', typescript: 'ts', javascript: 'js' };

function languageOf(files: readonly ReadFile[]): string {
  const facts = files.flatMap(({ headCode, baseCode }) => headCode?.facts ?? baseCode?.facts ?? []);
  return short[facts[0]?.language ?? ''] ?? 'none';
}

await main();
