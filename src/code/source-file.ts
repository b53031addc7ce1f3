import { LineIndex } from '../base/line-index.ts';
import type { QueryResult } from '../base/query-result.ts';
import type { TextRange } from '../base/text-range.ts';
import type { FileChange, Side } from '../change/change-set.ts';
import { hunkRange } from '../change/hunk-edits.ts';
import type { ActionPin, SecretFact, SourceFile } from './code-change.ts';
import type { SourceDocument } from './document-node.ts';
import type { FileFacts } from './facts.ts';
import type { FileRole } from './language.ts';

/** What was read from the text of one side of a file. Plain data: it travels between threads and into the cache. */
export interface ReadSide {
  readonly role: FileRole;
  /** Absent where no language is known. */
  readonly facts?: FileFacts;
  readonly secrets: readonly SecretFact[];
  /** By the id of the query; absent where none was asked. */
  readonly queries?: Readonly<Record<string, QueryResult>>;
  /** Of a workflow: by which commits other files name actions. */
  readonly pins?: readonly ActionPin[];
}

/** One side of a change as rules see it; undefined where that side has no text. Lines are counted when first asked for. */
export function sourceFile(
  change: FileChange,
  side: Side,
  read: ReadSide | undefined,
  readDocument: ReadDocument = () => undefined,
): SourceFile | undefined {
  const text = sideText(change, side);
  if (text === undefined || !read) return undefined;
  return new LazySourceFile(change, side, text, read, readDocument);
}

/** Reads a file as the structured text that it is; undefined where it is none. */
export type ReadDocument = (file: SourceFile) => SourceDocument | undefined;

/** The text of one side. A copy is a new file: what it was copied from is still there. */
export function sideText(change: FileChange, side: Side): string | undefined {
  return side === 'base' && change.kind === 'copied' ? undefined : change[side]?.text;
}

/** The whole lines of one side that differ from the other side: all of them, where there is no other side. */
export function touchedRanges(change: FileChange, side: Side, text: string, lines: () => LineIndex): TextRange[] {
  const other = sideText(change, side === 'base' ? 'head' : 'base');
  if (other === undefined) return [{ start: 0, end: text.length }];
  return change.hunks.map((hunk) => hunkRange(hunk, side, lines()));
}

class LazySourceFile implements SourceFile {
  readonly side: Side;
  readonly path: string;
  readonly text: string;
  readonly role: FileRole;
  readonly facts?: FileFacts;
  readonly secrets: readonly SecretFact[];
  readonly queries?: ReadonlyMap<string, QueryResult>;
  readonly pins?: readonly ActionPin[];
  readonly #change: FileChange;
  readonly #readDocument: ReadDocument;
  #document: { readonly read: SourceDocument | undefined } | undefined;
  #lines: LineIndex | undefined;
  #touched: readonly TextRange[] | undefined;

  constructor(change: FileChange, side: Side, text: string, read: ReadSide, readDocument: ReadDocument) {
    this.#change = change;
    this.#readDocument = readDocument;
    this.side = side;
    this.path = change[side]?.path ?? change.path;
    this.text = text;
    this.role = read.role;
    if (read.facts) this.facts = read.facts;
    this.secrets = read.secrets;
    if (read.pins) this.pins = read.pins;
    if (read.queries) this.queries = new Map(Object.entries(read.queries));
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  get document(): SourceDocument | undefined {
    this.#document ??= { read: this.#readDocument(this) };
    return this.#document.read;
  }

  get touched(): readonly TextRange[] {
    this.#touched ??= touchedRanges(this.#change, this.side, this.text, () => this.lines);
    return this.#touched;
  }
}
