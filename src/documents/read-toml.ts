import { ParseError, parseTOML, type AST } from 'toml-eslint-parser';
import type { SourceFile } from '../code/code-change.ts';
import type { DocumentNode, ObjectNode } from '../code/document-node.ts';
import type { DocumentRead } from './read-document.ts';

type Members = Map<string, DocumentNode>;
/** An object while it is read: tables and dotted names add to it from several places. */
type OpenObject = ObjectNode & { readonly members: Members };

/** Reads TOML: tables and dotted names are objects in objects, tables of a list its items. */
export function readToml(file: SourceFile): DocumentRead {
  const [top] = parsed(file.text).body;
  const root = openObject(file, { start: 0, end: file.text.length });
  for (const each of top.body) {
    if (each.type === 'TOMLKeyValue') addValue(root, each, file);
    else {
      const table = tableAt(root, each, file);
      for (const entry of each.body) addValue(table, entry, file);
    }
  }
  return { roots: [root] };
}

function parsed(text: string): AST.TOMLProgram {
  try {
    return parseTOML(text);
  } catch (error) {
    // Its depth was looked at before: what is left to be too much is a text that is spread over the stack.
    if (error instanceof RangeError) throw new Error('a text in it is longer than can be read', { cause: error });
    throw error instanceof ParseError ? new Error(`${error.message} in line ${error.lineNumber}`, { cause: error }) : error;
  }
}

function openObject(file: SourceFile, range: ObjectNode['range'], key?: ObjectNode['range']): OpenObject {
  return { kind: 'object', file, range, ...(key && { key }), members: new Map() };
}

/** The object that a table's name leads to; the parser has seen to it that nothing else has the name. */
function tableAt(root: OpenObject, { resolvedKey, key, range }: AST.TOMLTable, file: SourceFile): OpenObject {
  const place = [file, { start: range[0], end: range[1] }, { start: key.range[0], end: key.range[1] }] as const;
  let table = root;
  for (const [index, part] of resolvedKey.entries()) {
    const item = resolvedKey[index + 1];
    if (typeof part !== 'string') continue;
    table = typeof item === 'number' ? itemIn(table, part, item, openObject(...place)) : objectIn(table, part, openObject(...place));
  }
  return table;
}

function itemIn(parent: OpenObject, name: string, index: number, otherwise: OpenObject): OpenObject {
  const known = parent.members.get(name);
  const items = known?.kind === 'array' ? known.items : [];
  const item = items[index];
  if (item?.kind === 'object') return item as OpenObject;
  parent.members.set(name, { ...otherwise, kind: 'array', items: [...items, otherwise] });
  return otherwise;
}

function objectIn(parent: OpenObject, name: string, otherwise: OpenObject): OpenObject {
  const known = parent.members.get(name);
  if (known?.kind === 'object') return known as OpenObject;
  parent.members.set(name, otherwise);
  return otherwise;
}

function addValue(into: OpenObject, { key, value, range }: AST.TOMLKeyValue, file: SourceFile): void {
  const names = key.keys.map((each) => (each.type === 'TOMLBare' ? each.name : each.value));
  const last = names.pop();
  if (last === undefined) return;
  const place = { start: key.range[0], end: key.range[1] };
  let at = into;
  for (const name of names) at = objectIn(at, name, openObject(file, { start: range[0], end: range[1] }, place));
  at.members.set(last, nodeOf(value, file, place));
}

function nodeOf(node: AST.TOMLContentNode, file: SourceFile, key?: ObjectNode['range']): DocumentNode {
  const at = { file, range: { start: node.range[0], end: node.range[1] }, ...(key && { key }) };
  switch (node.type) {
    case 'TOMLArray':
      return { ...at, kind: 'array', items: node.elements.map((item) => nodeOf(item, file)) };
    case 'TOMLInlineTable': {
      const table = openObject(file, at.range, key);
      for (const entry of node.body) addValue(table, entry, file);
      return table;
    }
    case 'TOMLValue':
      return { ...at, kind: 'scalar', value: node.value instanceof Date ? node.value.toISOString() : node.value };
  }
}
