import type { Finding, Location } from '../../../src/finding/finding.ts';
import type { Review } from '../../../src/review/review-result.ts';

export function location(path: string, line: number, lines: readonly string[] = []): Location {
  return {
    path,
    side: 'head',
    start: { line, column: 5 },
    end: { line, column: 12 },
    snippet: { firstLine: line, lines },
  };
}

export function finding(parts: Partial<Finding> = {}): Finding {
  return {
    rule: 'compatibility/removed-public-symbol',
    message: 'Public method `Order.total` was removed.',
    severity: 'error',
    confidence: 'high',
    state: 'new',
    location: location('src/main/java/Order.java', 12, ['    return net;']),
    related: [],
    fixes: [],
    suppressions: [],
    fingerprint: '0123456789abcdef',
    properties: {},
    ...parts,
  };
}

export function review(findings: readonly Finding[], parts: Partial<Review> = {}): Review {
  return {
    base: { name: 'main', commit: 'a'.repeat(40) },
    head: { name: 'feature', commit: 'b'.repeat(40) },
    standard: { name: 'plumbline:recommended' },
    verdict: { gate: 'failed', failOn: 'error', complete: true },
    findings,
    notices: [],
    rules: [
      {
        id: 'compatibility/removed-public-symbol',
        title: 'A public symbol was removed',
        reason: 'Callers no longer compile.',
        remedy: 'Deprecate it first.',
        severity: 'error',
        confidence: 'high',
        languages: ['java'],
      },
      {
        id: 'security/hardcoded-secret',
        title: 'A secret in the code',
        reason: 'Whoever reads the code has the secret.',
        remedy: 'Rotate it.',
        severity: 'error',
        confidence: 'medium',
        languages: 'any',
        cwe: [798],
        sources: [{ title: 'CWE-798', url: 'https://cwe.mitre.org/data/definitions/798.html' }],
      },
    ],
    size: { files: 2, added: 1340, removed: 25 },
    minimumConfidence: 'medium',
    ...parts,
  };
}

/** One of each kind: counted, suppressed, unchanged, absent, less sure; hostile texts in path and message. */
export const sample: Review = review(
  [
    finding({
      symbol: { qualifiedName: 'com.acme.Order.total', kind: 'method' },
      related: [{ ...location('src/main/java/Order.java', 10), side: 'base', caption: 'it was here' }],
      fixes: [
        {
          title: 'Restore it as deprecated',
          safety: 'unsafe',
          edits: [
            {
              path: 'src/main/java/Order.java',
              create: false,
              start: { line: 12, column: 1 },
              end: { line: 12, column: 1 },
              newText: '  @Deprecated int total() { return 0; }\n',
            },
          ],
        },
      ],
      properties: { breaking: true },
    }),
    finding({
      rule: 'security/hardcoded-secret',
      message: 'A token <b>of</b> @team | `x`\u001b[31m is in the code.',
      severity: 'warning',
      location: location('a dir/ü%.yml', 3, ['\ttoken: "…"']),
      fingerprint: 'f1',
    }),
    finding({ rule: 'security/hardcoded-secret', fingerprint: 'f2', suppressions: [{ kind: 'in-source', reason: 'a public test key' }] }),
    finding({ rule: 'security/hardcoded-secret', fingerprint: 'f3', state: 'unchanged' }),
    finding({ rule: 'security/hardcoded-secret', fingerprint: 'f4', state: 'absent' }),
    finding({ rule: 'security/hardcoded-secret', fingerprint: 'f5', confidence: 'low' }),
  ],
  {
    verdict: { gate: 'failed', failOn: 'error', complete: false },
    notices: [
      {
        id: 'file-too-large',
        message: 'The file is larger than 5 MB and was not read.',
        remedy: 'Add it to `ignore`.',
        path: 'data/big.json',
        incomplete: true,
      },
    ],
  },
);

export const options = { version: '0.0.0', color: false, all: false } as const;
