import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A commit with one parent. */
export interface Commit {
  readonly id: string;
  readonly parent: string;
  /** `2024-01-31` */
  readonly date: string;
  readonly subject: string;
}

/** One file of a commit; a side that is not there is undefined. */
export interface CommitFile {
  readonly base?: CommitSide;
  readonly head?: CommitSide;
}

export interface CommitSide {
  readonly path: string;
  readonly mode: string;
  readonly blob: string;
}

/** What a tree has otherwise than another one: a text, an object, or nothing at all. */
export type TreeEdits = ReadonlyMap<string, string | CommitSide | undefined>;

const largest = 1 << 30;

/** The history of a clone. It is only read: what is made for a case is written to a folder of its own, which `dispose` takes away. */
export class History {
  readonly #directory: string;
  readonly #scratch = mkdtempSync(join(tmpdir(), 'plumbline-cases-'));

  constructor(directory: string) {
    if (!existsSync(join(directory, 'HEAD'))) throw new Error(`${directory} is no bare clone: it has no HEAD`);
    this.#directory = directory;
    mkdirSync(join(this.#scratch, 'objects'));
  }

  commits(): readonly Commit[] {
    return this.#git(['log', '--no-merges', '--min-parents=1', '--date=short', '--format=%H%x00%P%x00%cd%x00%s'])
      .split('\n')
      .flatMap((line) => {
        const [id, parent, date, subject] = line.split('\0');
        return id && parent && date ? [{ id, parent, date, subject: subject ?? '' }] : [];
      });
  }

  files({ id, parent }: Commit): readonly CommitFile[] {
    const fields = this.#git(['diff-tree', '-r', '-M', '-z', '--no-abbrev', parent, id]).split('\0');
    const files: CommitFile[] = [];
    for (let at = 0; fields[at]?.startsWith(':');) {
      const [baseMode = '', mode = '', baseBlob = '', blob = '', status = ''] = fields[at++]!.slice(1).split(' ');
      const basePath = fields[at++]!;
      const path = /^[RC]/.test(status) ? fields[at++]! : basePath;
      const base = status !== 'A' && !status.startsWith('C') && { base: { path: basePath, mode: baseMode, blob: baseBlob } };
      files.push({ ...base, ...(status !== 'D' && { head: { path, mode, blob } }) });
    }
    return files;
  }

  /** The text of a blob; undefined where the clone does not have it. */
  text(blob: string): string | undefined {
    try {
      return this.#git(['cat-file', 'blob', blob]);
    } catch {
      return undefined;
    }
  }

  /** The id of a tree made of another one. */
  tree(of: string, edits: TreeEdits): string {
    const index = { GIT_INDEX_FILE: join(this.#scratch, 'index') };
    this.#git(['read-tree', of], { environment: index });
    const entries = Array.from(edits, ([path, edit]) => `${this.#entry(of, path, edit)}\t${path}\n`);
    this.#git(['update-index', '--add', '--index-info'], { environment: index, input: entries.join('') });
    return this.#git(['write-tree'], { environment: index }).trim();
  }

  patch(from: string, to: string): string {
    return this.#git(['diff-tree', '-r', '-p', '--binary', '--full-index', '--no-renames', from, to]);
  }

  dispose(): void {
    rmSync(this.#scratch, { recursive: true, force: true });
  }

  #entry(of: string, path: string, edit: string | CommitSide | undefined): string {
    if (edit === undefined) return `0 ${'0'.repeat(40)}`;
    if (typeof edit !== 'string') return `${edit.mode} ${edit.blob}`;
    const mode = this.#git(['ls-tree', of, '--', path]).split(' ')[0];
    return `${mode === undefined || mode === '' ? '100644' : mode} ${this.#git(['hash-object', '-w', '--stdin'], { input: edit }).trim()}`;
  }

  #git(args: readonly string[], { input, environment }: { input?: string; environment?: Readonly<Record<string, string>> } = {}): string {
    const ours = {
      GIT_DIR: this.#directory,
      GIT_OBJECT_DIRECTORY: join(this.#scratch, 'objects'),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: join(this.#directory, 'objects'),
      GIT_CONFIG_NOSYSTEM: '1',
      LC_ALL: 'C',
    };
    return execFileSync('git', ['-c', 'core.quotepath=off', ...args], {
      env: { ...process.env, ...ours, ...environment },
      encoding: 'utf8',
      maxBuffer: largest,
      stdio: ['pipe', 'pipe', 'ignore'],
      ...(input !== undefined && { input }),
    });
  }
}
