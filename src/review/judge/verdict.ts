import type { Notice } from '../../base/notice.ts';
import { severities } from '../../finding/draft.ts';
import type { Finding } from '../../finding/finding.ts';
import type { Standard } from '../../standard/standard.ts';
import { isCounted } from '../counts.ts';
import type { Verdict } from '../review-result.ts';

/** Whether the change passes the standard's gate. */
export function verdictOf(findings: readonly Finding[], notices: readonly Notice[], standard: Standard): Verdict {
  const { failOn } = standard.gate;
  const fails = (finding: Finding): boolean =>
    failOn !== 'never' && isCounted(finding, standard) && severities.indexOf(finding.severity) <= severities.indexOf(failOn);
  return { gate: findings.some(fails) ? 'failed' : 'passed', failOn, complete: !notices.some(({ incomplete }) => incomplete) };
}
