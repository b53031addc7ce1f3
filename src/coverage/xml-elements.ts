import { XMLParser } from 'fast-xml-parser';

/** An element of a document that only lists things: its text is of no interest. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

type Parsed = Readonly<Record<string, unknown>>;

/** Reads XML without expanding any entity but the five that all have, and without looking at a document type. @throws Error where it is broken */
export function readElements(text: string, stopNodes: readonly string[] = []): readonly XmlElement[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    stopNodes: [...stopNodes],
  });
  return elementsOf(parser.parse(text));
}

function elementsOf(parsed: unknown): readonly XmlElement[] {
  if (!Array.isArray(parsed)) return [];
  return (parsed as readonly Parsed[]).flatMap((each) => {
    const name = Object.keys(each).find((key) => key !== ':@' && key !== '#text');
    return name === undefined ? [] : [element(name, each)];
  });
}

function element(name: string, parsed: Parsed): XmlElement {
  const inside = Array.isArray(parsed[name]) ? (parsed[name] as readonly Parsed[]) : [];
  let children: readonly XmlElement[] | undefined;
  return {
    name,
    attributes: new Map(Object.entries(parsed[':@'] ?? {}).map(([key, value]) => [key, plain(String(value))])),
    get children() {
      return (children ??= elementsOf(inside));
    },
    get text() {
      return plain(inside.map((each) => (typeof each['#text'] === 'string' ? each['#text'] : '')).join(''));
    },
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.includes('&') ? text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole) : text;
}

/** All elements of a name below some others, however deep. */
export function* descendants(elements: readonly XmlElement[], name: string): Generator<XmlElement> {
  const pending = elements.toReversed();
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.name === name) yield next;
    else pending.push(...next.children.toReversed());
  }
}

/** An attribute that is a number; 0 where it is none. */
export function count({ attributes }: XmlElement, name: string): number {
  const value = Number(attributes.get(name));
  return Number.isFinite(value) ? value : 0;
}
