import { Kind, print, type ValueNode } from 'graphql';

/** A value as text, in which the order of an object's fields does not show. */
export function defaultText(node: ValueNode): string {
  if (node.kind === Kind.LIST) return `[${node.values.map(defaultText).join(', ')}]`;
  if (node.kind !== Kind.OBJECT) return print(node);
  const fields = node.fields.map(({ name, value }) => `${name.value}: ${defaultText(value)}`).sort((a, b) => (a < b ? -1 : 1));
  return `{ ${fields.join(', ')} }`;
}
