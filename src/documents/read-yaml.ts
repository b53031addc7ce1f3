import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Alias, type Node, type YAMLMap } from 'yaml';
import type { TextRange } from '../base/text-range.ts';
import type { SourceFile } from '../code/code-change.ts';
import type { DocumentNode, ScalarNode } from '../code/document-node.ts';
import { withoutTemplates } from './helm-templates.ts';
import type { DocumentRead } from './read-document.ts';

/** What reading one document needs to remember: an anchor's node is shared by its aliases, never copied. */
interface Reading {
  readonly file: SourceFile;
  readonly anchors: Map<string, DocumentNode>;
  /** Aliases of what does not stand before them, or that they are a part of themselves. */
  readonly unknown: Alias[];
}

/** Reads every YAML document of a text. Templates of Helm are read as if they were filled in. */
export function readYaml(file: SourceFile): DocumentRead {
  const documents = parseAllDocuments(withoutTemplates(file), { logLevel: 'silent', uniqueKeys: false, prettyErrors: false });
  if (!Array.isArray(documents)) return { roots: [] };
  const whole = documents.filter(({ errors }) => errors.length === 0);
  const [error] = documents.flatMap(({ errors }) => errors);
  const unknown: Alias[] = [];
  const roots = whole.flatMap(({ contents }) => (contents ? [nodeOf(contents, { file, anchors: new Map(), unknown })] : []));
  const [alias] = unknown;
  const broken = error
    ? { reason: error.message.split('\n', 1)[0] ?? '', at: error.pos[0] }
    : alias && { reason: `\`*${alias.source}\` stands for nothing that ends before it`, at: alias.range?.[0] ?? 0 };
  return { roots, broken: broken && `${broken.reason} in line ${file.lines.position(broken.at).line}` };
}

function nodeOf(node: unknown, reading: Reading, key?: TextRange): DocumentNode {
  if (isAlias(node)) return aliased(node, reading);
  const at = { file: reading.file, range: rangeOf(node as Node | null, key), ...(key && { key }) };
  const read = contentOf(node, reading, at);
  const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
  if (anchor !== undefined) reading.anchors.set(anchor, read);
  return read;
}

function aliased(node: Alias, { anchors, unknown, file }: Reading): DocumentNode {
  const known = anchors.get(node.source);
  if (!known) unknown.push(node);
  return known ?? { kind: 'scalar', value: null, file, range: rangeOf(node) };
}

function contentOf(node: unknown, reading: Reading, at: Pick<DocumentNode, 'file' | 'range'>): DocumentNode {
  if (isMap(node)) return { ...at, kind: 'object', members: membersOf(node, reading) };
  if (isSeq(node)) return { ...at, kind: 'array', items: node.items.map((item) => nodeOf(item, reading)) };
  return { ...at, kind: 'scalar', value: isScalar(node) ? valueOf(node.value) : null };
}

function membersOf(map: YAMLMap, reading: Reading): ReadonlyMap<string, DocumentNode> {
  const own = new Map<string, DocumentNode>();
  const merged = new Map<string, DocumentNode>();
  for (const pair of map.items) {
    const name = nameOf(pair.key);
    const value = nodeOf(pair.value, reading, rangeOf(pair.key as Node | null));
    if (name === '<<') merge(value, merged);
    else own.set(name, value);
  }
  return merged.size === 0 ? own : new Map([...merged, ...own]);
}

function merge(value: DocumentNode, into: Map<string, DocumentNode>): void {
  for (const from of value.kind === 'array' ? value.items : [value]) {
    if (from.kind !== 'object') continue;
    for (const [name, each] of from.members) if (!into.has(name)) into.set(name, each);
  }
}

/** As it is written: the status `200` and the version `1.0` are names, not numbers. */
function nameOf(key: unknown): string {
  if (!isScalar(key)) return '';
  return key.source ?? String(key.value);
}

function valueOf(value: unknown): ScalarNode['value'] {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? Number(value) : null;
}

function rangeOf(node: Node | null, otherwise: TextRange = { start: 0, end: 0 }): TextRange {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : otherwise;
}
