import { groupBy } from '../base/group-by.ts';
import type { Notice } from '../base/notice.ts';
import { severities, type Severity } from '../finding/draft.ts';
import { expectations, expectationOf, type Expectation } from '../finding/expectation.ts';
import type { Finding, Location, RelatedLocation, Suppression } from '../finding/finding.ts';
import { isCounted } from '../review/counts.ts';
import type { Review } from '../review/review-result.ts';
import type { ReportOptions } from './reporter.ts';

/** The findings a report shows: those that count, or with `all` every one. */
export function shownFindings(review: Review, options: Pick<ReportOptions, 'all'>): readonly Finding[] {
  return options.all ? review.findings : review.findings.filter((finding) => isCounted(finding, review));
}

/** The findings that count for the verdict. */
export function countedFindings(review: Review): readonly Finding[] {
  return review.findings.filter((finding) => isCounted(finding, review));
}

export interface FindingGroup {
  readonly expectation: Expectation;
  readonly findings: readonly Finding[];
}

/** Findings by expectation in the order of the standard, empty groups left out. */
export function byExpectation(findings: readonly Finding[]): readonly FindingGroup[] {
  return expectations
    .map((expectation) => ({
      expectation,
      findings: findings.filter((finding) => expectationOf(finding.rule).id === expectation.id),
    }))
    .filter((group) => group.findings.length > 0);
}

/** A finding, and where others say the very same: what is repeated is read once. */
export interface Repeated {
  readonly finding: Finding;
  /** Why it does not count, in a word or two; empty where it does. */
  readonly why: string;
  readonly elsewhere: readonly Location[];
  /** Others of its rule in the same file of configuration, each about another thing. */
  readonly alike: readonly Location[];
}

/** Only findings that have no places of their own beside them are taken together. In the order of the first of each. */
export function withRepetitions(findings: readonly Finding[], review: Review): readonly Repeated[] {
  const groups = groupBy(findings, (finding) => {
    const { rule, severity, message, related, fingerprint } = finding;
    return JSON.stringify([rule, severity, message, standing(finding, review), related.length === 0 ? '' : fingerprint]);
  });
  const repeated = [...groups.values()].flatMap(([finding, ...others]): Repeated[] =>
    finding ? [{ finding, why: standing(finding, review), elsewhere: others.map(({ location }) => location), alike: [] }] : [],
  );
  return onePerKind(repeated);
}

/** A new workflow or manifest has the same gap on many lines: from this many on it is told by the first. */
const many = 4;

/** In code each finding is about a function of its own, in configuration they are lines of one thing. */
function onePerKind(repeated: readonly Repeated[]): readonly Repeated[] {
  const kinds = groupBy(repeated, ({ finding: { rule, severity, location, symbol, related, fingerprint }, why }) =>
    JSON.stringify([rule, severity, why, location.path, symbol || related.length > 0 ? fingerprint : '']),
  );
  const folded = new Map(
    [...kinds.values()].flatMap(([first, ...others]) => {
      if (!first || others.length + 1 < many) return [];
      const alike = others.flatMap(({ finding, elsewhere }) => [finding.location, ...elsewhere]);
      return [[first, { ...first, alike }] as const, ...others.map((each) => [each, undefined] as const)];
    }),
  );
  return repeated.flatMap((each) => (folded.has(each) ? (folded.get(each) ?? []) : [each]));
}

/** `3 more like it in this file: lines 4, 9 and 12`. */
export function linesOfAlike(alike: readonly Location[]): string {
  const lines = [...new Set(alike.map(({ start }) => start.line))].sort((a, b) => a - b);
  const shown = lines.slice(0, 2 * mostPlaces);
  const rest = lines.length - shown.length;
  const last = rest > 0 ? `${rest} more` : String(shown.pop() ?? '');
  return `${alike.length} more like it in this file: line${lines.length > 1 ? 's' : ''} ${[shown.join(', '), last].filter(Boolean).join(' and ')}`;
}

/** More places than these are told by their number. */
const mostPlaces = 8;

/** `src/a.ts:3, src/b.ts:7 and 30 more places`. @param show makes a place readable in the report */
export function placesOf(elsewhere: readonly Location[], show: (place: string) => string): string {
  const shown = elsewhere.slice(0, mostPlaces).map(({ path, start }) => show(`${path}:${start.line}`));
  const rest = elsewhere.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${quantity(rest, 'more place')}` : ''}`;
}

/** How many findings of each severity, worst first. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** What is to be seen at a related place, as part of a line. */
export function captionOf({ caption, role }: RelatedLocation): string {
  return role === 'case' ? `no test shows: ${caption.charAt(0).toLowerCase()}${caption.slice(1)}` : caption;
}

/** Why a finding does not count, in a word or two; empty where it does. */
export function standing(finding: Finding, review: Review): string {
  if (isCounted(finding, review)) return '';
  const suppression = finding.suppressions[0];
  if (suppression) return allowedBy(suppression);
  if (finding.state === 'absent') return 'mended by this change';
  if (finding.state === 'unchanged') return 'was there before';
  return `${finding.confidence} confidence`;
}

function allowedBy({ kind, reason, owner, expires }: Suppression): string {
  if (kind === 'baseline') return 'in the baseline';
  return expires === undefined ? `allowed: ${reason}` : `waived until ${expires} by ${owner ?? ''}: ${reason}`;
}

export function severityCounts(findings: readonly Finding[]): string {
  const counts = countBySeverity(findings);
  const parts = severities.filter((severity) => counts[severity] > 0).map((severity) => quantity(counts[severity], severity));
  return parts.length > 0 ? parts.join(', ') : 'no findings';
}

/** `1 file`, `1,234 files`. */
export function quantity(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** The path of a notice, where its message does not name it. */
export function unnamedPath({ path, message }: Notice): string | undefined {
  return path !== undefined && !message.includes(path) ? path : undefined;
}
