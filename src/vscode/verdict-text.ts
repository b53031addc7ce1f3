import { l10n } from 'vscode';
import type { Progress } from '../base/progress.ts';
import { severities } from '../finding/draft.ts';
import { countBySeverity, countedFindings } from '../report/selection.ts';
import type { Review } from '../review/review-result.ts';
import { localised } from './localised.ts';
import { findingCount, severityPlural } from './wording.ts';

const icons = { error: '$(error)', warning: '$(warning)', note: '$(info)' } as const;

/** The verdict in a sentence. */
export function verdictText(review: Review): string {
  const counted = countedFindings(review);
  const counts = countBySeverity(counted);
  const detail = severities.map((severity) => `${severityPlural(severity)}: ${counts[severity]}`).join(', ');
  const gate = review.verdict.gate === 'passed' ? l10n.t('Plumbline: passed') : l10n.t('Plumbline: failed');
  const incomplete = review.verdict.complete ? '' : ` ${l10n.t('The review is incomplete.')}`;
  return counted.length === 0
    ? `${gate}, ${l10n.t('nothing found')}.${incomplete}`
    : `${gate}, ${findingCount(counted.length)} (${detail}).${incomplete}`;
}

/** The counts as icons and numbers; a check mark where there is nothing to count. */
export function verdictIcons(review: Review): string {
  const counts = countBySeverity(countedFindings(review));
  const parts = severities.filter((severity) => counts[severity] > 0).map((severity) => `${icons[severity]} ${counts[severity]}`);
  return `${parts.length === 0 ? '$(pass)' : parts.join(' ')}${review.verdict.complete ? '' : ' $(circle-slash)'}`;
}

/** A step, and how far it is where that is known. */
export function progressText(progress: Progress | undefined): string {
  if (!progress) return l10n.t('Reviewing…');
  const step = localised(progress.step);
  return progress.total > 0 ? `${step} (${progress.done}/${progress.total})` : step;
}
