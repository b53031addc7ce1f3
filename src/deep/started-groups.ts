import { rmSync } from 'node:fs';
import { endGroup, endMarked } from './process-group.ts';

/** A process group that a deep check started, or that has ended. */
export interface StartedGroup {
  readonly id: number;
  readonly runs: boolean;
  /** What everything that it started is known by. */
  readonly mark: string;
  /** The folder for temporary files that is taken away after it. */
  readonly folder: string;
}

/** What deep checks in a thread started: the thread may be ended at any moment, and then cannot clean up itself. */
export class StartedGroups {
  readonly #running = new Map<number, StartedGroup>();
  readonly #folders = new Set<string>();

  note(group: StartedGroup): void {
    if (group.runs) this.#running.set(group.id, group);
    else this.#running.delete(group.id);
    this.#folders.add(group.folder);
  }

  /** Ends all that still runs, and takes away what it worked in. */
  end(): void {
    for (const { id, mark } of this.#running.values()) {
      endGroup(id, 'SIGKILL');
      endMarked(mark);
    }
    this.#running.clear();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    this.#folders.clear();
  }
}
