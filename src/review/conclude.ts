import type { Notice } from '../base/notice.ts';
import type { ChangeSet } from '../change/change-set.ts';
import type { CodeChange } from '../code/code-change.ts';
import type { Finding } from '../finding/finding.ts';
import type { Rule, RuleMetadata } from '../rules/rule.ts';
import type { Standard } from '../standard/standard.ts';
import { inReviewOrder } from './judge/order.ts';
import { verdictOf } from './judge/verdict.ts';
import type { Review } from './review-result.ts';
import type { Settings } from './settings.ts';

export interface Conclusion {
  readonly changeSet: ChangeSet;
  readonly change: CodeChange;
  readonly standard: Standard;
  readonly settings: Settings;
  readonly rules: readonly Rule[];
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
}

/** Orders what was found and gives the verdict. */
export function conclude({ changeSet, change, standard, settings, rules, ...found }: Conclusion): Review {
  const findings = inReviewOrder(found.findings);
  const notices = inNoticeOrder([...changeSet.notices, ...found.notices]);
  return {
    base: changeSet.base,
    head: changeSet.head,
    standard: { name: standard.name },
    verdict: verdictOf(findings, notices, standard),
    findings,
    notices,
    rules: rules.filter(({ id }) => settings.isOn(id)).map(descriptorOf).sort((a, b) => (a.id < b.id ? -1 : 1)),
    size: sizeOf(change),
    minimumConfidence: standard.minimumConfidence,
  };
}

function descriptorOf({ id, title, reason, remedy, severity, confidence, languages, cwe, sources, limits }: Rule): Omit<RuleMetadata, 'examples'> {
  return { id, title, reason, remedy, severity, confidence, languages, ...(cwe && { cwe }), ...(sources && { sources }), ...(limits !== undefined && { limits }) };
}

function sizeOf({ files }: CodeChange): Review['size'] {
  const hunks = files.flatMap(({ change }) => change.hunks);
  return {
    files: files.length,
    added: hunks.reduce((sum, { headCount }) => sum + headCount, 0),
    removed: hunks.reduce((sum, { baseCount }) => sum + baseCount, 0),
  };
}

function inNoticeOrder(notices: readonly Notice[]): Notice[] {
  const keyOf = (notice: Notice): string => [notice.id, notice.path ?? '', notice.message].join('\n');
  const keyed = notices.map((notice) => ({ notice, key: keyOf(notice) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ notice }) => notice);
}
