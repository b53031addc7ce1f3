import { remembered } from '../base/remembered.ts';
import type { TextRange } from '../base/text-range.ts';
import { contains } from '../base/text-range.ts';
import type { SourceFile } from '../code/code-change.ts';
import type { FileFacts, SymbolFact, SymbolKind } from '../code/facts.ts';
import { codeOf, type CodeNode } from '../code/walk.ts';

/** One symbol that the change touches, with its statements or initial value. */
export interface CodeUnit {
  readonly symbol: SymbolFact;
  readonly code: readonly CodeNode[];
}

/** Every piece of code of a file that was read, with the symbol it belongs to. Of most symbols none was. */
export function codeIn({ facts }: SourceFile): readonly CodeUnit[] {
  return facts ? unitsOf(facts) : noUnits;
}

const noUnits: readonly CodeUnit[] = [];

const unitsOf = remembered(({ symbols }: FileFacts): readonly CodeUnit[] =>
  symbols.flatMap((symbol) => {
    const code = codeOf(symbol);
    return code.length > 0 ? [{ symbol, code }] : [];
  }),
);

/** What a finding says about the symbol it is in. */
export function reference(symbol: SymbolFact): { readonly qualifiedName: string; readonly kind: SymbolKind } {
  return { qualifiedName: symbol.qualifiedName, kind: symbol.kind };
}

/** The symbols around a symbol, the nearest first, without the module. */
export function enclosing(symbol: SymbolFact, facts: FileFacts): readonly SymbolFact[] {
  const around: SymbolFact[] = [];
  for (let at = parentOf(symbol, facts); at && at.kind !== 'module'; at = parentOf(at, facts)) around.push(at);
  return around;
}

function parentOf(symbol: SymbolFact, facts: FileFacts): SymbolFact | undefined {
  return symbol.parent === undefined ? undefined : facts.symbols[symbol.parent];
}

/** The range grown to the whole lines it stands on, with the last line break. */
export function wholeLines(file: SourceFile, range: TextRange): TextRange {
  const first = file.lines.position(range.start).line;
  const last = file.lines.position(Math.max(range.start, range.end - 1)).line;
  return { start: file.lines.lineRange(first).start, end: file.lines.lineRange(last).end };
}

/** The white space before the first thing on the line of an offset. */
export function indentationAt(file: SourceFile, offset: number): string {
  const line = file.lines.lineRange(file.lines.position(offset).line);
  return /^[ \t]*/.exec(file.text.slice(line.start, line.end))?.[0] ?? '';
}

/** The texts of the comments within a range, without delimiters. */
export function commentsWithin(file: SourceFile, range: TextRange): readonly string[] {
  return (file.facts?.comments ?? []).filter((comment) => contains(range, comment.range)).map((comment) => comment.text);
}

/** `java.util.List<String>[]` is `List`. */
export function simpleTypeName(type: string): string {
  const bare = type.replace(/[<[(?].*/s, '').trim();
  return bare.slice(bare.lastIndexOf('.') + 1);
}
