import type { ReportProgress } from '../base/progress.ts';
import type { ChangeSet } from '../change/change-set.ts';
import type { ChangeSource } from '../change/source.ts';
import type { StartedGroup } from './started-groups.ts';

export interface DeepRequest {
  /** What was asked for, and the change set that was read for it. */
  readonly source: ChangeSource;
  readonly changeSet: ChangeSet;
  /** The person's own command. It is never taken from the repository. */
  readonly command: string;
  /** For all of it. */
  readonly minutes: number;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ReportProgress | undefined;
  /** Told what came of it, for a person who watches: with times, and the output of tests that fail as they are. */
  readonly tell?: (text: string) => void;
  /** Told of each process group that it starts, and when it has ended, so that whoever outlives this thread can clean up after it. */
  readonly onGroup?: (group: StartedGroup) => void;
}
