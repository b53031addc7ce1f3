import type { SourceFile } from '../code/code-change.ts';
import type { DocumentNode, ObjectNode, ScalarNode } from '../code/document-node.ts';
import type { DocumentRead } from './read-document.ts';
import { HclText } from './hcl-text.ts';

/**
 * Reads HCL as Terraform writes it. A body is an object: attributes by name, and blocks as the list of those of their type, with `@labels`.
 * Texts, numbers, lists and objects are values, JSON in a text over several lines is, too; any other expression is its text as it is written.
 */
export function readHcl(file: SourceFile): DocumentRead {
  const reader = new HclReader(file);
  const root = reader.body();
  return { roots: [root], broken: reader.broken };
}

/** What follows a call of these is the value itself. */
const transparent = /^(?:jsonencode|yamlencode|tolist|toset|tomap)\(/;

class HclReader {
  broken: string | undefined;
  readonly #file: SourceFile;
  readonly #text: HclText;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#text = new HclText(file.text);
  }

  /** Attributes and blocks up to a closing brace, or to the end. */
  body(start = this.#text.at, key?: ScalarNode['range']): ObjectNode {
    const members = new Map<string, DocumentNode>();
    for (;;) {
      this.#text.skipBlank();
      if (this.#text.isAtEnd || this.#text.peek('}')) break;
      if (!this.#entry(members)) this.#text.skipLine();
    }
    this.#text.take('}');
    return { kind: 'object', file: this.#file, range: { start, end: this.#text.at }, ...(key && { key }), members };
  }

  #entry(members: Map<string, DocumentNode>): boolean {
    const key = this.#text.word();
    if (!key) return this.#fail();
    const name = this.#text.slice(key);
    this.#text.skipWhite();
    if (this.#text.takeAssignment()) {
      members.set(name, this.#expression(key));
      return true;
    }
    const labels = this.#labels();
    if (!this.#text.take('{')) return this.#fail();
    const block = this.body(key.start, key);
    if (labels.length > 0)
      (block.members as Map<string, DocumentNode>).set('@labels', { kind: 'array', file: this.#file, range: key, items: labels });
    const known = members.get(name);
    members.set(
      name,
      known?.kind === 'array'
        ? { ...known, items: [...known.items, block] }
        : { kind: 'array', file: this.#file, range: block.range, key, items: [block] },
    );
    return true;
  }

  #labels(): ScalarNode[] {
    const labels: ScalarNode[] = [];
    for (let range = this.#text.label(); range; range = this.#text.label()) {
      labels.push({ kind: 'scalar', file: this.#file, range, value: this.#text.slice(range).replace(/^"|"$/g, '') });
      this.#text.skipWhite();
    }
    return labels;
  }

  #expression(key?: ScalarNode['range']): DocumentNode {
    this.#text.skipWhite();
    const start = this.#text.at;
    if (this.#text.peek('[') && !this.#text.isFor()) return this.#list(start, key);
    if (this.#text.peek('{') && !this.#text.isFor()) return this.#object(start, key);
    const call = this.#text.match(transparent);
    if (call === undefined) return this.#scalar(key);
    this.#text.at += call.length;
    this.#text.skipBlank();
    const value = this.#expression(key);
    this.#text.skipBlank();
    this.#text.take(')');
    this.#text.rest();
    return value;
  }

  #list(start: number, key?: ScalarNode['range']): DocumentNode {
    const items: DocumentNode[] = [];
    this.#text.take('[');
    while (this.#goesOn(']')) {
      const before = this.#text.at;
      items.push(this.#expression());
      this.#text.skipBlank();
      if (!this.#text.take(',') && this.#text.at === before) this.#text.at++;
    }
    return { kind: 'array', file: this.#file, range: { start, end: this.#text.at }, ...(key && { key }), items };
  }

  #object(start: number, key?: ScalarNode['range']): DocumentNode {
    const members = new Map<string, DocumentNode>();
    this.#text.take('{');
    while (this.#goesOn('}')) {
      const name = this.#text.label() ?? this.#text.word();
      this.#text.skipWhite();
      if (name && (this.#text.takeAssignment() || this.#text.take(':')))
        members.set(this.#text.slice(name).replace(/^"|"$/g, ''), this.#expression(name));
      else this.#text.at++;
      this.#text.skipWhite();
      this.#text.take(',');
    }
    return { kind: 'object', file: this.#file, range: { start, end: this.#text.at }, ...(key && { key }), members };
  }

  /** Whether another item follows; takes what closes the list or object. */
  #goesOn(close: string): boolean {
    this.#text.skipBlank();
    return !this.#text.isAtEnd && !this.#text.take(close);
  }

  #scalar(key?: ScalarNode['range']): DocumentNode {
    const range = this.#text.rest();
    const json = this.#json(range, key);
    if (json) return json;
    return { kind: 'scalar', file: this.#file, range, ...(key && { key }), value: valueOf(this.#text.slice(range)) };
  }

  /** A text over several lines that is JSON, as policies are often written. */
  #json(range: ScalarNode['range'], key?: ScalarNode['range']): DocumentNode | undefined {
    const opened = jsonHeredoc.exec(this.#text.slice({ start: range.start, end: Math.min(range.end, range.start + 500) }));
    if (!opened) return undefined;
    const after = this.#text.at;
    this.#text.at = range.start + opened[0].length - 1;
    const read = this.#text.peek('{') ? this.#object(this.#text.at, key) : this.#list(this.#text.at, key);
    const isWhole = this.#text.at <= range.end && /^\s*\w+$/.test(this.#text.slice({ start: this.#text.at, end: range.end }));
    this.#text.at = after;
    return isWhole ? read : undefined;
  }

  #fail(): false {
    this.broken ??= `line ${this.#file.lines.position(this.#text.at).line} is neither an attribute nor a block`;
    return false;
  }
}

/** Up to the brace or bracket that its content starts with. */
const jsonHeredoc = /^<<-?\w+\r?\n\s*(?:\{(?=\s*")|\[(?=\s*[{"]))/;
const heredoc = /^<<-?(\w+)\r?\n/;

function valueOf(written: string): ScalarNode['value'] {
  if (written === 'true' || written === 'false') return written === 'true';
  if (written === 'null') return null;
  if (/^-?\d+(?:\.\d+)?$/.test(written)) return Number(written);
  const opened = heredoc.exec(written);
  if (opened) return written.slice(opened[0].length, written.lastIndexOf('\n') + 1);
  return /^"[^"]*"$/.test(written) ? written.slice(1, -1) : written;
}
