import type { Verdict } from '../review/review-result.ts';

/** What a command's end means. Part of the product's contract: scripts depend on it. */
export const exitCodes = {
  passed: 0,
  failed: 1,
  /** The person asked for something that cannot be done. */
  refused: 2,
  /** The gate passed, but a part could not be reviewed. */
  incomplete: 3,
  /** A bug of Plumbline. */
  defect: 70,
  /** The person interrupted: 128 + SIGINT. */
  cancelled: 130,
} as const;

/** That a gate failed matters more than that a part is missing. */
export function exitCodeOf({ gate, complete }: Verdict): number {
  if (gate === 'failed') return exitCodes.failed;
  return complete ? exitCodes.passed : exitCodes.incomplete;
}
