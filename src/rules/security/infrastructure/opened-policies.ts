import type { SourceFile } from '../../../code/code-change.ts';
import { itemsOf, member, scalarOf, textOf, textsOf, type DocumentNode } from '../../../code/document-node.ts';
import { mayBeManifest } from '../../container-places.ts';

/** A rule of a NetworkPolicy that lets in or out everyone, where only some were let in or out before. */
export interface OpenedPolicy {
  readonly name: string;
  readonly direction: Direction;
  readonly rule: DocumentNode;
  /** Where the rule names whom it is for. */
  readonly peers: 'from' | 'to';
  /** Whether it names the whole internet rather than nobody. */
  readonly namesAll: boolean;
  /** Whether it is for some ports only. */
  readonly hasPorts: boolean;
}

type Direction = 'ingress' | 'egress';

const directions = [
  ['ingress', 'from'],
  ['egress', 'to'],
] as const;

export function* openedPolicies(before: readonly SourceFile[], after: readonly SourceFile[]): Generator<OpenedPolicy> {
  const old = policiesIn(before);
  for (const [key, roots] of policiesIn(after)) {
    const [[was, ...others] = [], [root, ...more]] = [old.get(key), roots];
    // Of several with one name nothing says which became which.
    if (!was || !root || others.length + more.length > 0) continue;
    for (const [direction, peers] of directions) {
      const rule = openRule(root, direction, peers);
      if (!rule || !restricts(was, direction) || openRule(was, direction, peers)) continue;
      yield {
        name: key.slice(key.indexOf('/') + 1),
        direction,
        rule,
        peers,
        namesAll: itemsOf(member(rule, peers)).length > 0,
        hasPorts: member(rule, 'ports') !== undefined,
      };
    }
  }
}

/** By namespace and name. */
function policiesIn(files: readonly SourceFile[]): ReadonlyMap<string, readonly DocumentNode[]> {
  const found = new Map<string, DocumentNode[]>();
  for (const root of files.filter(mayBeManifest).flatMap(({ document }) => document?.roots ?? [])) {
    if (textOf(member(root, 'kind')) !== 'NetworkPolicy') continue;
    const key = `${textOf(member(root, 'metadata', 'namespace')) ?? ''}/${textOf(member(root, 'metadata', 'name')) ?? ''}`;
    found.set(key, [...(found.get(key) ?? []), root]);
  }
  return found;
}

/** A rule that names nobody is for all. What only asks for names may ask everyone. */
function openRule(root: DocumentNode, direction: Direction, peers: string): DocumentNode | undefined {
  return itemsOf(member(root, 'spec', direction)).find((rule) => {
    const ports = itemsOf(member(rule, 'ports'));
    const isForNames = ports.length > 0 && ports.every((each) => String(scalarOf(member(each, 'port')) ?? '') === '53');
    const named = itemsOf(member(rule, peers));
    return (named.length === 0 || named.some(isEveryone)) && !isForNames;
  });
}

/** `ipBlock: { cidr: 0.0.0.0/0 }` without exceptions. */
function isEveryone(peer: DocumentNode): boolean {
  const block = member(peer, 'ipBlock');
  return /^(?:0\.0\.0\.0|::)\/0$/.test(textOf(member(block, 'cidr')) ?? '') && itemsOf(member(block, 'except')).length === 0;
}

/** A policy is about what is let in unless it says otherwise, and about what is let out where it speaks of it. */
function restricts(root: DocumentNode, direction: Direction): boolean {
  const types = member(root, 'spec', 'policyTypes');
  if (types) return textsOf(types).some((type) => type.toLowerCase() === direction);
  return member(root, 'spec') !== undefined && (direction === 'ingress' || member(root, 'spec', 'egress') !== undefined);
}
