import type { Finding } from '../finding/finding.ts';
import type { Reporter } from './reporter.ts';
import { shownFindings } from './selection.ts';

const severities = { error: 'critical', warning: 'major', note: 'info' } as const;

/** GitLab's Code Quality report (the subset of the Code Climate format that it reads). */
export const gitlab: Reporter = (review, options) => `${JSON.stringify(shownFindings(review, options).map(issue), undefined, 2)}\n`;

function issue(finding: Finding): object {
  const { path, start, end } = finding.location;
  return {
    description: finding.message,
    check_name: finding.rule,
    fingerprint: finding.fingerprint,
    severity: severities[finding.severity],
    location: { path, lines: { begin: start.line, end: end.line } },
  };
}
