import type { Notice } from '../base/notice.ts';
import type { Severity } from '../finding/draft.ts';
import type { Expectation } from '../finding/expectation.ts';
import type { Finding, RelatedLocation } from '../finding/finding.ts';

/** What does not count and is kept apart: why, in the order in which the view shows it. */
export const apartKinds = ['suppressed', 'unsure', 'unchanged', 'absent'] as const;
export type ApartKind = (typeof apartKinds)[number];

/** What the findings that count are grouped by first. */
export const groupings = ['expectation', 'severity', 'file'] as const;
export type Grouping = (typeof groupings)[number];

export interface ExpectationNode {
  readonly kind: 'expectation';
  readonly expectation: Expectation;
  readonly worst: Severity;
  readonly count: number;
  readonly children: readonly FileNode[];
}

export interface SeverityNode {
  readonly kind: 'severity';
  readonly severity: Severity;
  readonly count: number;
  readonly children: readonly FileNode[];
}

export interface FileNode {
  readonly kind: 'file';
  readonly path: string;
  readonly count: number;
  readonly children: readonly FindingNode[];
}

export interface FindingNode {
  readonly kind: 'finding';
  readonly finding: Finding;
  /** Whether it counts; undefined where it does. */
  readonly apart: ApartKind | undefined;
  readonly children: readonly RelatedNode[];
}

export interface RelatedNode {
  readonly kind: 'related';
  readonly finding: Finding;
  readonly location: RelatedLocation;
  readonly children: readonly [];
}

export interface ApartNode {
  readonly kind: 'apart';
  readonly apart: ApartKind;
  readonly count: number;
  readonly children: readonly FileNode[];
}

export interface NoticesNode {
  readonly kind: 'notices';
  readonly incomplete: boolean;
  readonly count: number;
  readonly children: readonly NoticeNode[];
}

export interface NoticeNode {
  readonly kind: 'notice';
  readonly notice: Notice;
  readonly children: readonly [];
}

export type TreeNode = ExpectationNode | SeverityNode | FileNode | FindingNode | RelatedNode | ApartNode | NoticesNode | NoticeNode;

/** Names a row among its siblings; stable over re-checks, so that what is open stays open and what is selected stays selected. */
export function nodeKey(node: TreeNode): string {
  switch (node.kind) {
    case 'expectation':
      return node.expectation.id;
    case 'severity':
      return `severity:${node.severity}`;
    case 'file':
      return `file:${node.path}`;
    case 'finding':
      return findingKey(node.finding);
    case 'related':
      return `${findingKey(node.finding)}:${node.location.path}:${node.location.start.line}:${node.location.caption}`;
    case 'apart':
      return `apart:${node.apart}`;
    case 'notices':
      return 'notices';
    case 'notice':
      return `notice:${node.notice.id}:${node.notice.path ?? ''}:${node.notice.message}`;
  }
}

/** Names a finding within its review. */
export function findingKey({ rule, fingerprint, location, state }: Finding): string {
  return `${rule}:${fingerprint}:${state}:${location.path}:${location.start.line}:${location.start.column}`;
}
