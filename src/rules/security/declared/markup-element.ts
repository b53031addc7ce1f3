import { itemsOf, membersOf, scalarOf, textOf, type DocumentNode } from '../../../code/document-node.ts';

/** The elements of a name directly in another; the prefix of their namespace says nothing. */
export function elements(node: DocumentNode | undefined, name: string): readonly DocumentNode[] {
  return membersOf(node).flatMap(([key, child]) => (localName(key) !== name ? [] : child.kind === 'array' ? child.items : [child]));
}

export function element(node: DocumentNode | undefined, ...path: readonly string[]): DocumentNode | undefined {
  let at = node;
  for (const name of path) at = elements(at, name)[0];
  return at;
}

/** An attribute as text. */
export function attribute(node: DocumentNode | undefined, name: string): string | undefined {
  const found = node?.kind === 'object' ? node.members.get(`@${name}`) : undefined;
  return found && String(scalarOf(found));
}

/** What an element says between its tags. */
export function inner(node: DocumentNode | undefined): string {
  const text = node?.kind === 'object' ? node.members.get('#text') : node;
  return (textOf(text) ?? String(scalarOf(text) ?? '')).trim();
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Every element of a name in a piece of a document, at any depth. */
export function* elementsBelow(node: DocumentNode | undefined, name: string, depth = 0): Generator<DocumentNode> {
  if (depth > 40) return;
  for (const [key, child] of membersOf(node)) {
    for (const each of child.kind === 'array' ? itemsOf(child) : [child]) {
      if (localName(key) === name) yield each;
      yield* elementsBelow(each, name, depth + 1);
    }
  }
}
