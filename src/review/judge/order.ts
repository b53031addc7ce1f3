import { severities } from '../../finding/draft.ts';
import { expectationOf, expectations } from '../../finding/expectation.ts';
import type { Finding } from '../../finding/finding.ts';

/** Expectation, severity, path, line, rule, fingerprint: the order of a review. */
export function inReviewOrder(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding) => ({ finding, key: orderKey(finding) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ finding }) => finding);
}

function orderKey(finding: Finding): (number | string)[] {
  const { path, start } = finding.location;
  const expectation = expectations.findIndex(({ id }) => id === expectationOf(finding.rule).id);
  return [
    expectation,
    severities.indexOf(finding.severity),
    path,
    start.line,
    finding.rule,
    finding.fingerprint,
    finding.state,
    start.column,
  ];
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let index = 0; index < a.length; index++) {
    const [left, right] = [a[index] ?? 0, b[index] ?? 0];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
