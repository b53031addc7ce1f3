import type { TextRange } from '../base/text-range.ts';
import type { SourceFile } from './code-change.ts';

interface At {
  readonly file: SourceFile;
  readonly range: TextRange;
  /** The name it stands under, without quotes' meaning but with their place; absent for the root and items of lists. */
  readonly key?: TextRange;
}

export interface ObjectNode extends At {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, DocumentNode>;
}

export interface ArrayNode extends At {
  readonly kind: 'array';
  readonly items: readonly DocumentNode[];
}

export interface ScalarNode extends At {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

/**
 * A piece of a structured document, with its place. Aliases of YAML share nodes, so a document is a graph without cycles.
 * What a format has beyond members, items and values is a member whose name starts with `@`: attributes of XML, labels of HCL blocks.
 */
export type DocumentNode = ObjectNode | ArrayNode | ScalarNode;

/** A text of configuration as it was read: YAML may hold several documents, most have one root. */
export interface SourceDocument {
  readonly format: DocumentFormat;
  /** Empty where the text is empty or cannot be read. */
  readonly roots: readonly DocumentNode[];
  /** Why it, or a part of it, could not be read. */
  readonly error?: DocumentError;
}

export type DocumentFormat = 'yaml' | 'json' | 'xml' | 'properties' | 'dockerfile' | 'hcl' | 'toml';

export interface DocumentError {
  readonly kind: 'too-large' | 'too-deep' | 'broken';
  /** For people, e.g. `bad indentation of a mapping in line 3`. */
  readonly reason: string;
}

export function member(node: DocumentNode | undefined, ...path: readonly string[]): DocumentNode | undefined {
  let at = node;
  for (const name of path) at = at?.kind === 'object' ? at.members.get(name) : undefined;
  return at;
}

/** The members of an object; none of anything else. */
export function membersOf(node: DocumentNode | undefined): readonly (readonly [string, DocumentNode])[] {
  return node?.kind === 'object' ? [...node.members] : [];
}

/** The items of a list; none of anything else. */
export function itemsOf(node: DocumentNode | undefined): readonly DocumentNode[] {
  return node?.kind === 'array' ? node.items : [];
}

export function scalarOf(node: DocumentNode | undefined): ScalarNode['value'] | undefined {
  return node?.kind === 'scalar' ? node.value : undefined;
}

export function textOf(node: DocumentNode | undefined): string | undefined {
  const value = scalarOf(node);
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(node: DocumentNode | undefined): number | undefined {
  const value = scalarOf(node);
  return typeof value === 'number' ? value : undefined;
}

export function isTrue(node: DocumentNode | undefined): boolean {
  return scalarOf(node) === true;
}

/** Whether a node has others in it. */
export function isCollection(node: DocumentNode): node is ObjectNode | ArrayNode {
  return node.kind !== 'scalar';
}

/** The texts of a list, or of a single text. */
export function textsOf(node: DocumentNode | undefined): readonly string[] {
  const one = textOf(node);
  return one === undefined ? itemsOf(node).flatMap((item) => textOf(item) ?? []) : [one];
}

/** Every node from a root down, each once, parents first. */
export function* nodesOf(root: DocumentNode | undefined): Generator<DocumentNode> {
  const seen = new Set<DocumentNode>();
  const pending = root ? [root] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    yield node;
    const children = node.kind === 'object' ? [...node.members.values()] : node.kind === 'array' ? node.items : [];
    pending.push(...children.toReversed());
  }
}

/** What a change of the node is shown at: its name, or a scalar itself, or the first line of anything else. */
export function shownRange(node: DocumentNode): TextRange {
  if (node.key)
    return node.kind === 'scalar'
      ? { start: Math.min(node.key.start, node.range.start), end: Math.max(node.key.end, node.range.end) }
      : node.key;
  const end = node.file.text.indexOf('\n', node.range.start);
  return { start: node.range.start, end: end === -1 ? node.range.end : Math.max(node.range.start, Math.min(end, node.range.end)) };
}
