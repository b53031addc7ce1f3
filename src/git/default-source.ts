import type { ChangeSource } from '../change/source.ts';
import { defaultBase } from './default-base.ts';
import { openRepository } from './repository.ts';
import { requireCommit, resolveHead } from './revisions.ts';
import { tellingWhy } from './unreadable.ts';

/**
 * What most likely is to be reviewed where nothing was named: the current branch against what it will be merged into;
 * where that has no commit that the other has not, the working tree.
 * @throws UserError where there is nothing to compare the branch with: to pass without a look would be wrong
 */
export async function defaultSource(root: string, signal?: AbortSignal): Promise<ChangeSource> {
  return tellingWhy(root, async () => {
    const repository = await openRepository(root, signal);
    const head = await resolveHead(repository);
    if (head === undefined) return { kind: 'working-tree' };
    const name = await defaultBase(repository);
    const base = await requireCommit(repository, name);
    const ahead = await repository.git(['rev-list', '--max-count=1', head, `^${base}`]);
    return ahead === '' ? { kind: 'working-tree' } : { kind: 'branch', base: name.replace(/^refs\/(?:heads|remotes)\//, '') };
  });
}
