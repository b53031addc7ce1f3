import { confidences } from '../finding/draft.ts';
import type { Finding } from '../finding/finding.ts';
import type { Review } from './review-result.ts';

/** Whether a finding is sure enough to be shown. */
export function isShown(finding: Finding, review: Pick<Review, 'minimumConfidence'>): boolean {
  return confidences.indexOf(finding.confidence) <= confidences.indexOf(review.minimumConfidence);
}

/** Whether a finding counts for the verdict: new (or updated), not suppressed, sure enough. */
export function isCounted(finding: Finding, review: Pick<Review, 'minimumConfidence'>): boolean {
  return (finding.state === 'new' || finding.state === 'updated') && finding.suppressions.length === 0 && isShown(finding, review);
}
