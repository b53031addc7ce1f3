/** One line of a file that has code, as it went when the tests ran. */
export interface LineCoverage {
  /** From 1. */
  readonly line: number;
  /** Whether a test ran it. */
  readonly executed: boolean;
  /** Where the line decides something: how many of its ways were gone. */
  readonly branches?: BranchCoverage;
}

export interface BranchCoverage {
  readonly taken: number;
  readonly all: number;
}

/** What running the tests executed of one file at head, as a report on them tells: that a line was run, never that a test would notice what it does. */
export interface FileCoverage {
  /** Relative to the repository root, forward slashes. */
  readonly path: string;
  /** The files that tell it, as people know them; never empty. */
  readonly reports: readonly string[];
  /** By line. Lines that the reports do not speak of have no code, or none that they see. */
  readonly lines: readonly LineCoverage[];
}
