import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanUpAtExit } from './cleanup.ts';

/** A git repository in a temporary folder, opened as the workspace. */
export interface Workspace {
  readonly folder: string;
  git(...args: string[]): string;
  remove(): void;
}

/** Makes a repository with one commit on `main` and a branch `feature`, checked out, that changes it. */
export function createWorkspace(): Workspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-workspace-')));
  const remove = cleanUpAtExit(() => { rmSync(folder, { recursive: true, force: true, maxRetries: 5 }); });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Plumbline', '-c', 'user.email=tests@plumbline.invalid', ...args], { cwd: folder, encoding: 'utf8' });
  git('init', '--quiet', '--initial-branch=main');
  commit(folder, git, 'export function area(width: number, height: number): number {\n  return width * height;\n}\n');
  git('switch', '--quiet', '--create', 'feature');
  commit(folder, git, 'export function area(width: number): number {\n  return width * width;\n}\n');
  return { folder, git, remove };
}

function commit(folder: string, git: Workspace['git'], text: string): void {
  writeFileSync(join(folder, 'area.ts'), text);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Change the area');
}
