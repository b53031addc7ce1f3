import { severities, type Severity } from '../finding/draft.ts';
import { expectationOf, expectations } from '../finding/expectation.ts';
import type { Finding } from '../finding/finding.ts';
import { isCounted } from '../review/counts.ts';
import type { Review } from '../review/review-result.ts';
import {
  apartKinds,
  type ApartKind,
  type ApartNode,
  type ExpectationNode,
  type FileNode,
  type FindingNode,
  type Grouping,
  type NoticesNode,
  type SeverityNode,
  type TreeNode,
} from './tree-nodes.ts';

/** What the person wants to see of a review. */
export interface TreeFilter {
  readonly severities: readonly Severity[];
  readonly apart: readonly ApartKind[];
}

export const wholeTree: TreeFilter = { severities, apart: [] };

/** Why a finding does not count; undefined where it does. */
export function apartKind(finding: Finding, review: Review): ApartKind | undefined {
  if (isCounted(finding, review)) return undefined;
  if (finding.suppressions.length > 0) return 'suppressed';
  if (finding.state === 'unchanged' || finding.state === 'absent') return finding.state;
  return 'unsure';
}

/** The rows of the view: what counts first, then what is kept apart, then what could not be done. */
export function treeOf(review: Review, filter: TreeFilter, grouping: Grouping): readonly TreeNode[] {
  const nodes = review.findings
    .filter(({ severity }) => filter.severities.includes(severity))
    .map((finding) => findingNode(finding, review));
  const counted = nodes.filter(({ apart }) => apart === undefined);
  return [...grouped(counted, grouping), ...apartNodes(nodes, filter), ...noticesNode(review)];
}

function findingNode(finding: Finding, review: Review): FindingNode {
  const children = finding.related.map((location) => ({ kind: 'related', finding, location, children: [] }) as const);
  return { kind: 'finding', finding, apart: apartKind(finding, review), children };
}

function grouped(nodes: readonly FindingNode[], grouping: Grouping): readonly (ExpectationNode | SeverityNode | FileNode)[] {
  switch (grouping) {
    case 'expectation':
      return byExpectation(nodes);
    case 'severity':
      return bySeverity(nodes);
    case 'file':
      return byFile(nodes);
  }
}

function byExpectation(nodes: readonly FindingNode[]): readonly ExpectationNode[] {
  return expectations.flatMap((expectation) => {
    const own = nodes.filter(({ finding }) => expectationOf(finding.rule).id === expectation.id);
    const worst = worstOf(own);
    return worst === undefined ? [] : [{ kind: 'expectation', expectation, worst, count: own.length, children: byFile(own) }];
  });
}

function bySeverity(nodes: readonly FindingNode[]): readonly SeverityNode[] {
  return severities.flatMap((severity) => {
    const own = nodes.filter(({ finding }) => finding.severity === severity);
    return own.length === 0 ? [] : [{ kind: 'severity', severity, count: own.length, children: byFile(own) }];
  });
}

function byFile(nodes: readonly FindingNode[]): readonly FileNode[] {
  const paths = new Set(nodes.map(({ finding }) => finding.location.path));
  return [...paths].sort().map((path) => {
    const own = nodes.filter(({ finding }) => finding.location.path === path);
    return { kind: 'file', path, count: own.length, children: own.toSorted(byLine) };
  });
}

function byLine({ finding: a }: FindingNode, { finding: b }: FindingNode): number {
  return a.location.start.line - b.location.start.line || a.location.start.column - b.location.start.column;
}

function apartNodes(nodes: readonly FindingNode[], filter: TreeFilter): readonly ApartNode[] {
  return apartKinds.flatMap((apart) => {
    const own = filter.apart.includes(apart) ? nodes.filter((node) => node.apart === apart) : [];
    return own.length === 0 ? [] : [{ kind: 'apart', apart, count: own.length, children: byFile(own) }];
  });
}

function noticesNode({ notices }: Review): readonly NoticesNode[] {
  if (notices.length === 0) return [];
  const children = notices.map((notice) => ({ kind: 'notice', notice, children: [] }) as const);
  return [{ kind: 'notices', incomplete: notices.some(({ incomplete }) => incomplete), count: notices.length, children }];
}

/** The worst severity among the findings; undefined where there is none. */
export function worstOf(nodes: readonly { readonly finding: Finding }[]): Severity | undefined {
  return severities.find((severity) => nodes.some(({ finding }) => finding.severity === severity));
}

/** Every finding that the rows show, from top to bottom. */
export function findingsIn(nodes: readonly TreeNode[]): readonly FindingNode[] {
  return nodes.flatMap((node) => (node.kind === 'finding' ? [node] : findingsIn(node.children)));
}
