import type { ReportProgress } from '../base/progress.ts';
import type { ReadLimits } from './read-limits.ts';

export interface ReadOptions {
  /** A folder of the repository. For two folders without git it does not matter. */
  readonly root: string;
  readonly signal?: AbortSignal;
  readonly progress?: ReportProgress;
  readonly limits?: Partial<ReadLimits>;
}
