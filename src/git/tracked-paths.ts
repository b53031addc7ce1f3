import { openRepository } from './repository.ts';

/** The paths of all files that git tracks; none where the folder is in no repository that can be asked. */
export async function trackedPaths(root: string, signal?: AbortSignal): Promise<readonly string[]> {
  try {
    const repository = await openRepository(root, signal);
    return (await repository.git(['ls-files', '-z'])).split('\0').filter(Boolean);
  } catch {
    signal?.throwIfAborted();
    return [];
  }
}
