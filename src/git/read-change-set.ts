import type { ReadOptions } from './read-options.ts';
import type { ChangeSet } from '../change/change-set.ts';
import type { ChangeSource } from '../change/source.ts';
import { readFolders } from './folders.ts';
import { readRange } from './read-range.ts';
import { readStaged, readWorkingTree } from './read-uncommitted.ts';
import { openRepository } from './repository.ts';
import { tellingWhy } from './unreadable.ts';

/**
 * Reads everything that changed between two trees. Nothing of the repository is run, and nothing is fetched or written.
 * @throws UserError where it cannot be read; the signal's reason where it was cancelled
 */
export async function readChangeSet(source: ChangeSource, options: ReadOptions): Promise<ChangeSet> {
  if (source.kind === 'folders') return readFolders(source, options);
  return tellingWhy(options.root, async () => {
    const isBetweenCommits = ['range', 'branch', 'whole-tree'].includes(source.kind);
    const repository = await openRepository(options.root, options.signal, !isBetweenCommits);
    switch (source.kind) {
      case 'working-tree':
        return await readWorkingTree(repository, options);
      case 'staged':
        return await readStaged(repository, options);
      default:
        return await readRange(repository, source, options);
    }
  });
}
