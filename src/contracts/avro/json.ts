import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { SourceFile } from '../../code/code-change.ts';

/** A text that is no Avro schema, and where that shows. */
export class AvroSyntaxError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const trees = new WeakMap<SourceFile, Node>();

/** A file is read several times, with more names known each time; its JSON is parsed once. Throws AvroSyntaxError. */
export function treeOf(file: SourceFile): Node {
  const known = trees.get(file) ?? jsonOf(file.text);
  trees.set(file, known);
  return known;
}

/** Reads JSON with positions; comments are let through, as Avro's own reader does. Throws AvroSyntaxError. */
function jsonOf(text: string): Node {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors);
  const [error] = errors;
  if (error || !root) throw new AvroSyntaxError('it is no JSON', error?.offset ?? 0);
  return root;
}

/** The value of a property; the last one counts, as in most parsers. */
export function propertyOf(node: Node, name: string): Node | undefined {
  return node.children?.findLast(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

export function stringOf(node: Node | undefined): string | undefined {
  return node?.type === 'string' ? (node.value as string) : undefined;
}

export function numberOf(node: Node | undefined): number | undefined {
  return node?.type === 'number' ? (node.value as number) : undefined;
}

/** The strings of an array; others are left out. */
export function stringsOf(node: Node | undefined): readonly string[] {
  return node?.type === 'array' ? (node.children ?? []).flatMap((each) => stringOf(each) ?? []) : [];
}

export function rangeOf({ offset, length }: Node) {
  return { start: offset, end: offset + length };
}
