import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { shownRange, type DocumentNode } from '../../../code/document-node.ts';
import { foldedText } from '../../../code/walk.ts';
import type { Severity } from '../../../finding/draft.ts';

/** One thing that protects, as a file that is not code declares it. */
export interface DeclaredSafeguard {
  /** What may take its place, wherever it is declared: `access`, `the security headers`. */
  readonly family: string;
  /** The same one at the other side, by content: whom or what it protects. */
  readonly key: string;
  /** Completes “gives up …”. */
  readonly what: string;
  /** More is stricter, 0 is none at all. */
  readonly level: number;
  /** As in messages. */
  readonly text: string;
  readonly range: TextRange;
  /** It holds where nothing is said: only saying that it is off takes it away. */
  readonly byDefault?: boolean;
  readonly severity?: Severity;
  readonly category: string;
}

/** A kind of file that declares protections. */
export interface DeclaredKind {
  /** By the path first, and by a look at the text where that does not say enough. */
  readonly mayDeclare: (file: SourceFile) => boolean;
  readonly find: (file: SourceFile) => readonly DeclaredSafeguard[];
  /** Whether what it protected is still there; absent: it is wherever the file is. */
  readonly isStillThere?: (lost: DeclaredSafeguard, head: SourceFile) => boolean;
  /** Whether one stands for another, too: a pattern that meets the other one. */
  readonly covers?: (one: DeclaredSafeguard, other: DeclaredSafeguard) => boolean;
}

/** What is told of a piece of a document, and where. */
export function told(node: DocumentNode): Pick<DeclaredSafeguard, 'text' | 'range'> {
  const text = foldedText(node.file.text, isElement(node) ? elementRange(node) : wholeRange(node));
  return { text: text.slice(0, 120), range: shownRange(node) };
}

function isElement({ file, key }: DocumentNode): boolean {
  return key !== undefined && file.path.endsWith('.xml') && file.text.charAt(key.start - 1) === '<';
}

/** From the tag that opens it to the one that closes it. */
function elementRange({ file: { text }, key, range }: DocumentNode): TextRange {
  const name = text.slice(key?.start, key?.end);
  const closed = text.indexOf(`</${name}`, key?.end);
  const next = text.indexOf(`<${name}`, key?.end);
  const isClosed = closed !== -1 && (next === -1 || closed < next) && text.charAt(text.indexOf('>', key?.end) - 1) !== '/';
  return {
    start: (key?.start ?? 1) - 1,
    end: isClosed ? closed + name.length + 3 : Math.max(range.end, text.indexOf('>', range.start) + 1),
  };
}

/** With the name that it stands under. */
function wholeRange(node: DocumentNode): TextRange {
  return node.key ? { start: Math.min(node.key.start, node.range.start), end: Math.max(node.key.end, node.range.end) } : node.range;
}
