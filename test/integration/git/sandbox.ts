import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ChangeSet } from '../../../src/change/change-set.ts';

/** Plain git, as people start it, but with the same identity, dates and settings on every machine. */
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_ALLOW_PROTOCOL: 'file',
};

/** A folder that is taken away after the test, with a repository in it. */
export class Sandbox {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-test-')));
  readonly root: string;
  #clock = Date.UTC(2024, 0, 1) / 1000;

  constructor(name = 'repository', ...init: string[]) {
    this.root = join(this.folder, name);
    mkdirSync(this.root);
    this.git('init', '-q', '-b', 'main', ...init);
  }

  git(...args: string[]): string {
    return this.gitIn(this.root, ...args);
  }

  gitIn(directory: string, ...args: string[]): string {
    const date = `${this.#clock} +0000`;
    const env = { ...ENVIRONMENT, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    return execFileSync('git', args, { cwd: directory, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  write(path: string, content: string | Uint8Array, mode?: number): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (mode !== undefined) chmodSync(file, mode);
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true });
  }

  /** Commits everything, a minute after the commit before. */
  commit(message: string): string {
    this.#clock += 60;
    this.git('add', '--all');
    this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A change set in short: one line a file, `kind path [← basePath] [unread]`. */
export function summary(changeSet: ChangeSet): string[] {
  return changeSet.files.map(({ kind, path, basePath, base, head }) => {
    const unread = head?.unread ?? base?.unread;
    return [kind, path, ...(basePath !== undefined ? ['←', basePath] : []), ...(unread ? [unread] : [])].join(' ');
  });
}

/** The notices in short: `id path`. */
export function noticeIds(changeSet: ChangeSet): string[] {
  return changeSet.notices.map(({ id, path }) => (path === undefined ? id : `${id} ${path}`));
}
