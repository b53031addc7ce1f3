import { itemsOf, membersOf, type DocumentNode } from '../../code/document-node.ts';
import { referenceOf, type Documents } from '../document/documents.ts';

/** Where a schema keeps what it refers to by name. */
export const definitionGroups = ['$defs', 'definitions'] as const;

/**
 * The definitions that a schema refers to itself, directly or through others.
 * Tools that write schemas number them (`__schema51`), so that the name of one says nothing of what it is.
 */
export function definitionsUsed(root: DocumentNode, documents: Documents): ReadonlySet<DocumentNode> {
  const groups: readonly string[] = definitionGroups;
  const target = (node: DocumentNode): readonly DocumentNode[] => {
    const found = referenceOf(node) === undefined ? undefined : documents.resolve(node);
    return found ? [found] : [];
  };
  const used = new Set<DocumentNode>();
  const pending = [...membersOf(root).flatMap(([name, node]) => (groups.includes(name) ? [] : [node])), ...target(root)];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (used.has(node)) continue;
    used.add(node);
    pending.push(...membersOf(node).map(([, each]) => each), ...itemsOf(node), ...target(node));
  }
  return used;
}
