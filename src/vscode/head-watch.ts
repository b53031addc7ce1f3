import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { locateRepository } from '../git/locate.ts';
import type { ReviewRuns } from './review-runs.ts';
import { isInWorkingTree, type ReviewState } from './review-state.ts';

/** Notices commits, checkouts and resets during a review and after it: git writes each move of HEAD to a log. */
export class HeadWatch {
  readonly #runs: ReviewRuns;
  #watched: string | undefined;
  #watcher: FSWatcher | undefined;

  constructor(runs: ReviewRuns) {
    this.#runs = runs;
  }

  refresh(): void {
    const folder = reviewedFolder(this.#runs.state);
    if (folder === this.#watched) return;
    this.dispose();
    this.#watched = folder;
    if (folder !== undefined) void this.#follow(folder);
  }

  dispose(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
    this.#watched = undefined;
  }

  /** A linked work tree has a HEAD and a log of its own. */
  async #follow(folder: string): Promise<void> {
    const place = await locateRepository(folder).catch(() => undefined);
    if (!place || this.#watched !== folder) return;
    // The folder may have been left and come back to while it was located.
    this.#watcher?.close();
    this.#watcher = this.#watch(join(place.gitDirectory, 'logs'));
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
      // A repository without a log: the person is told nothing.
      return undefined;
    }
  }
}

function reviewedFolder(state: ReviewState): string | undefined {
  return (state.kind === 'running' || state.kind === 'done') && isInWorkingTree(state.question) ? state.question.folder : undefined;
}
