import type { Notice } from '../base/notice.ts';
import type { Severity } from '../finding/draft.ts';
import type { Review } from '../review/review-result.ts';
import type { Reporter } from './reporter.ts';
import {
  linesOfAlike,
  byExpectation,
  captionOf,
  placesOf,
  severityCounts,
  shownFindings,
  unnamedPath,
  withRepetitions,
  type FindingGroup,
  type Repeated,
} from './selection.ts';
import { hiddenLine, subjectLine, verdictLine } from './summary.ts';
import { testPlanSection } from './test-plan-markdown.ts';
import { code, escape, prose } from './markdown-text.ts';

const marks: Record<Severity, string> = { error: '🔴', warning: '🟠', note: '🔵' };

/** Markdown for a pull request's comment: the verdict, then the findings by what the standard promises. */
export const markdown: Reporter = (review, options) => {
  const findings = shownFindings(review, options);
  const sections = [
    `## Plumbline: ${escape(verdictLine(review))}`,
    escape(subjectLine(review)),
    ...byExpectation(findings).map((group) => section(group, review)),
    testPlanSection(review.testPlan),
    noticeSection(review),
    options.all ? '' : escape(hiddenLine(review)),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
};

function section(group: FindingGroup, review: Review): string {
  const items = withRepetitions(group.findings, review).map(item);
  return [`### ${group.expectation.title} (${severityCounts(group.findings)})`, `_${group.expectation.promise}_`, items.join('\n')].join(
    '\n\n',
  );
}

function item({ finding, why, elsewhere, alike }: Repeated): string {
  const place = code(`${finding.location.path}:${finding.location.start.line}`);
  const fix = finding.fixes[0];
  const details = [
    ...finding.related.map((related) => `${prose(captionOf(related))}: ${code(`${related.path}:${related.start.line}`)}`),
    elsewhere.length > 0 && `The same at ${placesOf(elsewhere, code)}.`,
    alike.length > 0 && `${linesOfAlike(alike)}.`,
    fix && `Fix: ${prose(fix.title)}.`,
  ].filter(Boolean);
  const first = `- ${marks[finding.severity]} ${place} ${prose(finding.message)} ${code(finding.rule)}${why && ` _(${escape(why)})_`}`;
  return [first, ...details.map((detail) => `  - ${detail}`)].join('\n');
}

function noticeSection(review: Review): string {
  if (review.notices.length === 0) return '';
  return `### Not reviewed, or otherwise than asked\n\n${review.notices.map(noticeItem).join('\n')}`;
}

function noticeItem(notice: Notice): string {
  const path = unnamedPath(notice);
  return ['-', path && code(path), prose(notice.message), notice.remedy && prose(notice.remedy)].filter(Boolean).join(' ');
}
