/** What running the tests executed of a function, as a fresh report tells. Lines are those at head that have code, from 1. */
export interface Execution {
  readonly reports: readonly string[];
  /** The lines of its body that the change touched, and whether a test ran them. */
  readonly run: readonly number[];
  readonly missed: readonly number[];
  /** Of those that were run, the ones of which a way was never gone. */
  readonly partly: readonly number[];
  /** Whether tests ran anything of its file: otherwise it may be that they were not among those that were run. */
  readonly isLoaded: boolean;
  /** Whether a test ran anything of its body. */
  readonly isEntered: boolean;
}
