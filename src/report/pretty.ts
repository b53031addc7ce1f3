import { codeFrameColumns } from '@babel/code-frame';
import picocolors from 'picocolors';
import type { Severity } from '../finding/draft.ts';
import type { Location, RelatedLocation } from '../finding/finding.ts';
import type { Review } from '../review/review-result.ts';
import type { Reporter } from './reporter.ts';
import {
  byExpectation,
  captionOf,
  linesOfAlike,
  placesOf,
  severityCounts,
  shownFindings,
  unnamedPath,
  withRepetitions,
  type FindingGroup,
  type Repeated,
} from './selection.ts';
import { hiddenLine, subjectLine, verdictLine } from './summary.ts';
import { testPlanLine } from './test-plan-text.ts';
import { spans, visible } from './text.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

/** For a terminal: findings by what the standard promises, with the code they are about, and a summary to read last. */
export const pretty: Reporter = (review, options) => {
  const colors = picocolors.createColors(options.color);
  const groups = byExpectation(shownFindings(review, options));
  const blocks = [
    ...groups.map((group) => groupBlock(group, review, colors)),
    noticeBlock(review, colors),
    summaryBlock(review, options.all, colors),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
};

function groupBlock(group: FindingGroup, review: Review, colors: Colors): string {
  const { title, promise } = group.expectation;
  const heading = `${colors.bold(title)} ${colors.dim(`· ${severityCounts(group.findings)}`)}\n${colors.dim(promise)}`;
  return [heading, ...withRepetitions(group.findings, review).map((each) => findingBlock(each, colors))].join('\n\n');
}

function findingBlock({ finding, why, elsewhere, alike }: Repeated, colors: Colors): string {
  const { path, start } = finding.location;
  const place = colors.cyan(visible(`${path}:${start.line}:${start.column}`));
  const lines = [
    `${severityMark(finding.severity, colors)} ${prose(finding.message, colors)}${why && colors.dim(` (${visible(why)})`)}`,
    `${place} ${colors.dim(finding.rule)}`,
    frame(finding.location, colors),
    ...finding.related.map((related) => `${prose(captionOf(related), colors)}${colors.dim(visible(`: ${whereOf(related, path)}`))}`),
    ...(elsewhere.length > 0 ? [`the same at ${placesOf(elsewhere, (place) => colors.cyan(visible(place)))}`] : []),
    ...(alike.length > 0 ? [linesOfAlike(alike)] : []),
    ...finding.fixes
      .slice(0, 1)
      .map(
        (fix) =>
          `${colors.green('fix')} ${prose(fix.title, colors)}${fix.safety === 'safe' ? '' : colors.dim(' (look before you apply it)')}`,
      ),
  ];
  return indent(lines.filter(Boolean).join('\n'));
}

/** A place that belongs to a finding in the file `near`, which need not be named twice. */
function whereOf({ path, side, start }: RelatedLocation, near: string): string {
  return path === near && side === 'head' ? `line ${start.line}` : `${path}:${start.line}`;
}

function severityMark(severity: Severity, colors: Colors): string {
  const paint = { error: colors.red, warning: colors.yellow, note: colors.blue }[severity];
  return colors.bold(paint(severity));
}

/** The marked lines with their numbers; of a place on several lines, the first one is marked to its end. */
function frame(location: Location, colors: Colors): string {
  const { firstLine, lines } = location.snippet;
  if (lines.length === 0) return '';
  const { start } = location;
  const end = start.line === location.end.line ? location.end.column : (lines[start.line - firstLine]?.length ?? 0) + 1;
  const text = codeFrameColumns(
    lines.map((line) => visible(line).replaceAll('\t', ' ')).join('\n'),
    { start, ...(end > start.column && { end: { line: start.line, column: end } }) },
    { startLine: firstLine, linesAbove: 1, linesBelow: 1 } as Parameters<typeof codeFrameColumns>[2],
  );
  return colors.dim(text);
}

function noticeBlock(review: Review, colors: Colors): string {
  if (review.notices.length === 0) return '';
  const items = review.notices.map((notice) => {
    const head = [unnamedPath(notice), notice.message].filter((part) => part !== undefined).join(': ');
    return indent(
      [`${colors.magenta('notice')} ${visible(head)}`, notice.remedy && colors.dim(visible(notice.remedy))].filter(Boolean).join('\n'),
    );
  });
  return [colors.bold('Not reviewed, or otherwise than asked'), ...items].join('\n');
}

function summaryBlock(review: Review, all: boolean, colors: Colors): string {
  const paint = review.verdict.gate === 'failed' ? colors.red : colors.green;
  const hidden = all ? '' : hiddenLine(review);
  const lines = [
    colors.dim(visible(subjectLine(review))),
    colors.bold(paint(verdictLine(review))),
    ...(hidden === '' ? [] : [colors.dim(hidden)]),
    ...(review.testPlan ? [colors.dim(`${testPlanLine(review.testPlan)} --format markdown shows it.`)] : []),
  ];
  return lines.join('\n');
}

function prose(message: string, colors: Colors): string {
  return spans(visible(message))
    .map((span) => (span.code ? codeSpan(span.text, colors) : span.text))
    .join('');
}

function codeSpan(code: string, colors: Colors): string {
  return colors.isColorSupported ? colors.bold(code) : `\`${code}\``;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
