import type { Finding, RelatedLocation } from '../../../src/finding/finding.ts';
import type { ReviewAnswer, ReviewQuestion } from '../../../src/vscode/engine-protocol.ts';
import type { Review } from '../../../src/review/review-result.ts';

/** Reviews made by hand, for tests of what shows them. */
export function finding(changes: Partial<Finding> & { readonly line?: number; readonly path?: string } = {}): Finding {
  const { line = 1, path = 'src/a.ts', ...others } = changes;
  return {
    rule: 'security/hardcoded-secret',
    message: 'A key is written into the code.',
    severity: 'error',
    confidence: 'high',
    state: 'new',
    location: { path, side: 'head', start: { line, column: 1 }, end: { line, column: 9 }, snippet: { firstLine: line, lines: [''] } },
    related: [],
    fixes: [],
    suppressions: [],
    fingerprint: `${path}${line}`,
    properties: {},
    ...others,
  };
}

export function related(caption: string, path: string, line: number): RelatedLocation {
  return { ...finding({ path, line }).location, side: 'base', caption };
}

export function reviewOf(findings: readonly Finding[], changes: Partial<Review> = {}): Review {
  return {
    base: { name: 'main' },
    head: { name: 'feature' },
    standard: { name: 'plumbline:recommended' },
    verdict: { gate: 'failed', failOn: 'error', complete: true },
    findings,
    notices: [],
    rules: [],
    size: { files: 1, added: 1, removed: 0 },
    minimumConfidence: 'medium',
    ...changes,
  };
}

export function answerOf(findings: readonly Finding[], changes: Partial<Review> = {}): ReviewAnswer {
  return { root: '/repository', review: reviewOf(findings, changes), files: [{ path: 'src/a.ts', kind: 'modified' }] };
}

export const branch: ReviewQuestion = { folder: '/repository', source: { kind: 'branch' }, mayFetch: true };
