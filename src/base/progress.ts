/** A step of a long run, for a progress line or bar. */
export interface Progress {
  /** What is being done, e.g. `Reading 3,007 files`. */
  readonly step: string;
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
}

export type ReportProgress = (progress: Progress) => void;
