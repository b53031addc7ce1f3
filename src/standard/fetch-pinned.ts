import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDirectory } from '../base/cache-directory.ts';
import { cloneRevision } from '../git/clone-revision.ts';
import type { FetchPinned } from './references.ts';

/**
 * Fetches a pinned standard once and keeps it: what is pinned does not change, so later runs need no network.
 * @param directory where fetched standards are kept
 */
export function pinnedFetcher(signal?: AbortSignal, directory = join(cacheDirectory, 'standards')): FetchPinned {
  return async (url, revision) => {
    const key = createHash('sha256').update(`${url}#${revision}`).digest('hex').slice(0, 32);
    const folder = join(directory, key);
    if (!existsSync(folder)) await fetchInto(folder, (partial) => cloneRevision(url, revision, partial, signal));
    return folder;
  };
}

/** Fetched beside its place and renamed at the end, so that an interrupted fetch is never taken for a whole one. */
async function fetchInto(folder: string, clone: (partial: string) => Promise<void>): Promise<void> {
  await mkdir(join(folder, '..'), { recursive: true });
  const partial = await mkdtemp(`${folder}-`);
  try {
    await clone(partial);
    await rename(partial, folder).catch((error: unknown) => {
      // Another run was quicker, and fetched the same.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
