import { join } from 'node:path';
import { locateRepository } from './locate.ts';
import type { EntryChange } from './raw-diff.ts';
import { openRepository } from './repository.ts';
import { resolveCommit } from './revisions.ts';

/** Adds the commits that submodules of a work tree are at. They are asked for with the same care as the rest. */
export async function withSubmoduleCommits(root: string, changes: readonly EntryChange[], signal?: AbortSignal): Promise<EntryChange[]> {
  return Promise.all(
    changes.map(async (change) => {
      if (change.head?.mode !== 'submodule' || change.head.blob !== undefined) return change;
      return { ...change, head: { ...change.head, blob: await submoduleCommit(join(root, change.head.path), signal) } };
    }),
  );
}

/** The commit, or undefined for a submodule that is not checked out: the folder then belongs to the repository around it. */
async function submoduleCommit(folder: string, signal?: AbortSignal): Promise<string | undefined> {
  const place = await locateRepository(folder);
  if (place?.workTree !== folder) return undefined;
  return resolveCommit(await openRepository(folder, signal), 'HEAD');
}
