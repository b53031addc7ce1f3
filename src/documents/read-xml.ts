import { XMLParser } from 'fast-xml-parser';
import type { SourceFile } from '../code/code-change.ts';
import type { DocumentNode, ScalarNode } from '../code/document-node.ts';
import type { DocumentRead } from './read-document.ts';
import { endOfTag, unpairedTag } from './xml-tags.ts';

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});
const place = XMLParser.getMetaDataSymbol() as unknown as symbol;

type Element = Readonly<Record<string, readonly Element[] | string>> & { readonly ':@'?: Readonly<Record<string, string>> };

/**
 * Reads XML: an element is an object of its children by name (a list where several have the same), `@name` are its attributes;
 * an element with nothing but text is that text.
 */
export function readXml(file: SourceFile): DocumentRead {
  const elements = parser.parse(file.text) as readonly Element[];
  return { roots: childrenOf(elements, file).map(([, node]) => node), broken: problemOf(file) };
}

/** The parser takes a text that ends too early for one that is whole. */
function problemOf({ text: source, lines }: SourceFile): string | undefined {
  const unpaired = unpairedTag(source);
  if (unpaired !== undefined) return `a tag is not closed, or was not open, in line ${lines.position(unpaired).line}`;
  return source.includes('<!ENTITY') ? 'it defines entities, which are not filled in' : undefined;
}

function childrenOf(elements: readonly Element[], file: SourceFile): [string, DocumentNode][] {
  return elements.flatMap((element): [string, DocumentNode][] => {
    const name = Object.keys(element).find((key) => key !== ':@' && key !== '#text');
    return name === undefined ? [] : [[name, nodeOf(name, element, file)]];
  });
}

function nodeOf(name: string, element: Element, file: SourceFile): DocumentNode {
  const inside = element[name] as readonly Element[];
  const start = (element as unknown as Record<symbol, { startIndex?: number } | undefined>)[place]?.startIndex ?? 0;
  const key = { start: start + 1, end: start + 1 + name.length };
  const opened = endOfTag(file.text, key.end);
  const children = childrenOf(inside, file);
  const attributes = attributesOf(element[':@'] ?? {}, file, key.end, opened);
  if (children.length === 0 && attributes.length === 0) return textOf(inside, { file, key, start: opened });
  const members = new Map<string, DocumentNode>(attributes);
  for (const [child, node] of children) members.set(child, joined(members.get(child), node));
  const end = Math.max(opened, ...[...members.values()].map(({ range }) => range.end));
  if (children.length === 0 && text(inside) !== '') members.set('#text', textOf(inside, { file, key, start: opened }));
  return { kind: 'object', file, key, range: { start, end }, members };
}

/** The second of a name makes a list. */
function joined(known: DocumentNode | undefined, node: DocumentNode): DocumentNode {
  if (!known) return node;
  const items = known.kind === 'array' ? [...known.items, node] : [known, node];
  const { file, key } = items[0] ?? node;
  return { kind: 'array', file, ...(key && { key }), range: { start: items[0]?.range.start ?? 0, end: node.range.end }, items };
}

function text(inside: readonly Element[]): string {
  return inside
    .map((each) => each['#text'])
    .filter((each) => typeof each === 'string')
    .join('')
    .trim();
}

function textOf(
  inside: readonly Element[],
  { file, key, start }: { readonly file: SourceFile; readonly key: ScalarNode['range']; readonly start: number },
): ScalarNode {
  const value = text(inside);
  const at = value === '' ? start : Math.max(start, file.text.indexOf(value, start));
  return { kind: 'scalar', file, key, range: { start: at, end: at + value.length }, value };
}

function attributesOf(attributes: Readonly<Record<string, string>>, file: SourceFile, from: number, to: number): [string, ScalarNode][] {
  return Object.entries(attributes).map(([name, value]) => {
    const at = file.text.indexOf(value, Math.max(from, file.text.indexOf(`${name}=`, from) + name.length));
    const start = at === -1 || at > to ? from : at;
    return [`@${name}`, { kind: 'scalar', file, range: { start, end: start + value.length }, value }];
  });
}
