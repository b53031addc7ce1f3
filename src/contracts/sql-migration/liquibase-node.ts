import { member, scalarOf, type DocumentNode } from '../../code/document-node.ts';

/** An attribute of XML, or a member of the others. */
export function said(node: DocumentNode | undefined, name: string): string | undefined {
  const value = scalarOf(member(node, `@${name}`)) ?? scalarOf(member(node, name));
  return value === undefined || value === null ? undefined : String(value);
}

/** Elements of XML that stand once are no list. */
export function oneOrMore(node: DocumentNode | undefined): readonly DocumentNode[] {
  return node === undefined ? [] : node.kind === 'array' ? node.items : [node];
}
