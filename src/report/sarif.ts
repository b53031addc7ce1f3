import type { Log, ReportingDescriptor, Run, Notification } from 'sarif';
import type { Notice } from '../base/notice.ts';
import { expectationOf } from '../finding/expectation.ts';
import type { Review } from '../review/review-result.ts';
import type { Reporter } from './reporter.ts';
import { artifactLocation, sarifLevels, sarifResult } from './sarif-result.ts';
import { shownFindings } from './selection.ts';

type Descriptor = Review['rules'][number];

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html) as code scanning services read it. */
export const sarif: Reporter = (review, options) => {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run(review, options.version, shownFindings(review, options))],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function run(review: Review, version: string, findings: Review['findings']): Run {
  const indexes = new Map<string, number>(review.rules.map((rule, index) => [rule.id, index]));
  return {
    tool: { driver: { name: 'Plumbline', semanticVersion: version, rules: review.rules.map(descriptor) } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: review.notices.map(notification) }],
    results: findings.map((finding) => sarifResult(finding, indexes.get(finding.rule))),
    properties: {
      base: review.base.name,
      head: review.head.name,
      standard: review.standard.name,
      gate: review.verdict.gate,
      failOn: review.verdict.failOn,
      complete: review.verdict.complete,
    },
  };
}

function descriptor(rule: Descriptor): ReportingDescriptor {
  const expectation = expectationOf(rule.id);
  const sources = (rule.sources ?? []).map((source) => `- [${source.title}](${source.url})`);
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.reason },
    help: {
      text: `${rule.reason}\n\n${rule.remedy}`,
      markdown: [rule.reason, rule.remedy, `> ${expectation.promise}`, sources.join('\n')].filter(Boolean).join('\n\n'),
    },
    defaultConfiguration: { level: sarifLevels[rule.severity] },
    properties: {
      tags: [expectation.id, ...(rule.cwe ?? []).map((cwe) => `external/cwe/cwe-${cwe}`)],
      precision: rule.confidence === 'high' ? 'very-high' : rule.confidence,
      'problem.severity': rule.severity === 'note' ? 'recommendation' : rule.severity,
    },
  };
}

/** `security/hardcoded-secret` → `SecurityHardcodedSecret`, as SARIF wants names. */
function pascalCase(id: string): string {
  return id
    .split(/[/-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function notification(notice: Notice): Notification {
  return {
    descriptor: { id: notice.id },
    level: notice.incomplete ? 'warning' : 'note',
    message: { text: [notice.message, notice.remedy].filter(Boolean).join(' ') },
    ...(notice.path && { locations: [{ physicalLocation: { artifactLocation: artifactLocation(notice.path) } }] }),
    properties: { incomplete: notice.incomplete },
  };
}
