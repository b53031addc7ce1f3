import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { SourceFile } from '../code/code-change.ts';
import type { DocumentNode, ScalarNode } from '../code/document-node.ts';
import type { DocumentRead } from './read-document.ts';

/** Reads JSON, with comments and trailing commas allowed. */
export function readJson(file: SourceFile): DocumentRead {
  const errors: ParseError[] = [];
  const root = parseTree(file.text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) return { roots: [], broken: `${printParseErrorCode(first.error)} in line ${file.lines.position(first.offset).line}` };
  return { roots: root ? [nodeOf(root, file)] : [] };
}

function nodeOf(node: Node, file: SourceFile, key?: Node): DocumentNode {
  const at = { file, range: rangeOf(node), ...(key && { key: rangeOf(key) }) };
  if (node.type === 'object')
    return { ...at, kind: 'object', members: new Map((node.children ?? []).flatMap((property) => memberOf(property, file))) };
  if (node.type === 'array') return { ...at, kind: 'array', items: (node.children ?? []).map((item) => nodeOf(item, file)) };
  return { ...at, kind: 'scalar', value: node.value as ScalarNode['value'] };
}

function memberOf({ children: [key, value] = [] }: Node, file: SourceFile): [string, DocumentNode][] {
  return key && value ? [[String(key.value), nodeOf(value, file, key)]] : [];
}

function rangeOf({ offset, length }: Node) {
  return { start: offset, end: offset + length };
}
