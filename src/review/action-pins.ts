import type { ChangeSet, FileChange } from '../change/change-set.ts';
import type { ActionPin } from '../code/code-change.ts';
import { isActionLock, lockedActions } from '../rules/delivery/workflow/action-lock.ts';
import { pinsOf } from '../rules/delivery/workflow/pins.ts';
import { isWorkflowPath, workflowOf } from '../rules/delivery/workflow/workflow.ts';
import { TreeFiles } from './tree-files.ts';

/** So many files are asked at most: beyond them a fix knows no commit. The rule's page says so. */
const mostFiles = 200;

/** By which commits the workflows, composite actions and lock files of a repository name actions. Read once, and only where a workflow needs it. */
export class ActionPins {
  readonly #files: TreeFiles;
  #read: Promise<readonly ActionPin[]> | undefined;

  constructor(changeSet: Pick<ChangeSet, 'trees'>) {
    this.#files = new TreeFiles(changeSet, { files: [] });
  }

  /** What other files than this one say; undefined where it is no workflow that names an action otherwise. */
  async around({ path, head }: FileChange): Promise<readonly ActionPin[] | undefined> {
    if (!isWorkflowPath(path) || !/\buses\b[^\n]{0,200}@(?![\da-f]{40})/i.test(head?.text ?? '')) return undefined;
    this.#read ??= this.#readAll();
    return (await this.#read).filter((pin) => pin.path !== path);
  }

  async #readAll(): Promise<readonly ActionPin[]> {
    const paths = await this.#files.paths('head', namesActions);
    const files = await this.#files.read('head', paths.slice(0, mostFiles));
    return [...files.values()].flatMap((file) => {
      if (isActionLock(file.path)) return lockedActions(file);
      const workflow = /@[\da-f]{40}/i.test(file.text) ? workflowOf(file) : undefined;
      return workflow ? pinsOf(workflow) : [];
    });
  }
}

/** Whether a file may say which commit a version of an action is. */
export function namesActions(path: string): boolean {
  return isWorkflowPath(path) || isActionLock(path);
}
