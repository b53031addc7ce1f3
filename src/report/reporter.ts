import type { Review } from '../review/review-result.ts';

/** How a report is to be rendered. The same review and options give the same bytes. */
export interface ReportOptions {
  /** Plumbline's own version. */
  readonly version: string;
  /** ANSI colours; only `pretty` has any. */
  readonly color: boolean;
  /** Also what does not count: suppressed, unchanged, absent and less sure findings. */
  readonly all: boolean;
}

/** A review as text. Reads the review and nothing else; ends with a line break. */
export type Reporter = (review: Review, options: ReportOptions) => string;
