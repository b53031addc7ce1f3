import type { Review } from '../review/review-result.ts';
import { countedFindings, quantity, severityCounts } from './selection.ts';

/** What was reviewed, e.g. `feature against main: 12 files, +340 −25 lines`. */
export function subjectLine(review: Review): string {
  const { files, added, removed } = review.size;
  return `${review.head.name} against ${review.base.name}: ${quantity(files, 'file')}, +${added.toLocaleString('en-US')} −${removed.toLocaleString('en-US')} lines`;
}

/** The verdict in one sentence for a person. */
export function verdictLine(review: Review): string {
  return review.verdict.complete ? gateSentence(review) : `${gateSentence(review)} The review is incomplete.`;
}

function gateSentence(review: Review): string {
  const found = severityCounts(countedFindings(review));
  const { gate, failOn } = review.verdict;
  if (gate === 'failed') return `Gate failed (fails on ${failOn}): ${found}.`;
  return found === 'no findings' ? 'Gate passed: nothing to mend.' : `Gate passed: ${found}.`;
}

/** What is not shown, in one sentence; empty where nothing is hidden. */
export function hiddenLine(review: Review): string {
  const counted = new Set(countedFindings(review));
  const hidden = review.findings.filter((finding) => !counted.has(finding));
  const kinds = [
    [hidden.filter((finding) => finding.suppressions.length > 0).length, 'allowed'],
    [hidden.filter((finding) => finding.suppressions.length === 0 && finding.state === 'unchanged').length, 'there before'],
    [hidden.filter((finding) => finding.suppressions.length === 0 && finding.state === 'absent').length, 'mended'],
    [hidden.filter((finding) => finding.suppressions.length === 0 && finding.state === 'new').length, 'less sure'],
  ] as const;
  const parts = kinds.filter(([count]) => count > 0).map(([count, kind]) => `${count} ${kind}`);
  return parts.length > 0 ? `Not shown: ${parts.join(', ')}.` : '';
}
