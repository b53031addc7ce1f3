import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../base/errors.ts';
import type { HookEnvironment } from './environment.ts';
import type { RepositoryPlace } from './locate.ts';

/** What git opens by name, whatever it is asked. */
const ofWorkTree = ['index', 'MERGE_HEAD', 'FETCH_HEAD', 'ORIG_HEAD', 'logs/HEAD'];
const shared = ['config', 'packed-refs', 'shallow', 'info/exclude', 'objects/info/alternates', 'objects/info/commit-graph'];
const inTree = ['.gitignore', '.gitattributes'];

/**
 * Sees to it that git finds files where it opens files: it would wait for what a pipe or a device has to say until its time is up.
 * @throws UserError where one is none
 */
export async function requirePlainFiles(
  { gitDirectory, commonDirectory, workTree }: RepositoryPlace,
  { index }: HookEnvironment,
): Promise<void> {
  const paths = [
    ...ofWorkTree.map((name) => join(gitDirectory, name)),
    ...shared.map((name) => join(commonDirectory, name)),
    ...(workTree === undefined ? [] : inTree.map((name) => join(workTree, name))),
    ...(index === undefined ? [] : [index]),
  ];
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  const at = found.findIndex((each) => each && !each.isFile() && !each.isDirectory());
  if (at === -1) return;
  throw new UserError(
    `${paths[at] ?? ''} is a pipe or a device, and git would wait for it without end.`,
    'Move it away. Git writes its index anew with `git reset`; a lost configuration comes back with a new clone.',
  );
}
