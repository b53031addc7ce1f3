import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import type { ReviewRuns } from './review-runs.ts';
import { isInWorkingTree, type ReviewState } from './review-state.ts';

/** Notices commits, checkouts and resets after a review: git writes each move of HEAD to a log. */
export class HeadWatch {
  readonly #runs: ReviewRuns;
  #watched: string | undefined;
  #watcher: FSWatcher | undefined;

  constructor(runs: ReviewRuns) {
    this.#runs = runs;
  }

  refresh(): void {
    const folder = logFolder(this.#runs.state);
    if (folder === this.#watched) return;
    this.dispose();
    this.#watched = folder;
    if (folder !== undefined) this.#watcher = this.#watch(folder);
  }

  dispose(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  #watch(folder: string): FSWatcher | undefined {
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => {
        if (name === 'HEAD') this.#runs.headMoved();
      });
      watcher.on('error', () => {
        watcher.close();
      });
      return watcher;
    } catch {
      // A linked work tree, or a repository without a log: the person is told nothing, as before.
      return undefined;
    }
  }
}

function logFolder(state: ReviewState): string | undefined {
  return state.kind === 'done' && isInWorkingTree(state.question) ? join(state.answer.root, '.git', 'logs') : undefined;
}
