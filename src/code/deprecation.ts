import { contains, type TextRange } from '../base/text-range.ts';
import type { SourceFile, SymbolAt } from './code-change.ts';
import type { AnnotationFact, SymbolFact } from './facts.ts';

/** Where a contract says of a part of itself that it will go. */
export interface Deprecation {
  readonly file: SourceFile;
  readonly range: TextRange;
  /** The version since which, as written. */
  readonly since?: string;
  /** The day from which on it may be gone, e.g. `2026-08-10`. */
  readonly removal?: string;
}

/** What fixes write where they deprecate something: a review that knows the day and the version puts them in its place. */
export const untilNextMajor = 'to be removed in the next major version';

/** The same where only a day has room. */
export const sunsetOfNextMajor = 'the day of the next major version';

/** What a symbol, or a type around it, says of its end; undefined where nothing is said. */
export function deprecationOf({ file, symbol }: SymbolAt): Deprecation | undefined {
  for (let at: SymbolFact | undefined = symbol; at; at = at.parent === undefined ? undefined : file.facts?.symbols[at.parent]) {
    if (!at.deprecated) continue;
    const annotation = at.annotations.find(({ name }) => /(?:^|\.)Deprecated$/i.test(name));
    const documentation = at.documentation && deprecationIn(file, at.documentation);
    const range = annotation?.range ?? documentation?.range ?? at.nameRange;
    const since = annotation ? argument(annotation, 'since') : documentation?.since;
    const removal = documentation?.removal;
    return { file, range, ...(since !== undefined && { since }), ...(removal !== undefined && { removal }) };
  }
  return undefined;
}

/** How far a deprecation may stand from the beginning of what it is about, in UTF-16 units. */
const reach = 4_000;

/** The first mention of a deprecation in a range, or, of an interface file, after the beginning of one. */
export function deprecationIn(file: SourceFile, { start, end }: TextRange, within = end - start): Deprecation | undefined {
  const text = file.text.slice(start, start + Math.min(within, reach));
  const found = /@?\bdeprecated\b|\bx-sunset\b|\bx-deprecat\w{0,20}/i.exec(text);
  if (!found) return undefined;
  const said = text.slice(found.index, found.index + 400);
  const since = /\bsince\s{0,4}[:=]?\s{0,4}["']?v?(\d{1,6}(?:\.\d{1,6}){0,3})/i.exec(said)?.[1];
  const removal = /\b(?:sunset|remov\w{1,5}|until|gone|end[ -]of[ -]life)\b\D{0,40}(20\d\d-\d\d-\d\d)/i.exec(said)?.[1];
  const at = start + found.index;
  return {
    file,
    range: { start: at, end: at + found[0].length },
    ...(since !== undefined && { since }),
    ...(removal !== undefined && { removal }),
  };
}

/** What the declaration around a place of code says of its end, e.g. of a route that its annotations register. */
export function deprecationAround(file: SourceFile, range: TextRange): Deprecation | undefined {
  const around = file.facts?.symbols.filter((symbol) => contains(symbol.range, range)).at(-1);
  const comment = commentBefore(file, range.start);
  return (comment && deprecationIn(file, comment)) ?? (around && deprecationOf({ file, symbol: around }));
}

/** Whether a comment right above the line of a place says that what stands there is deprecated. */
export function isDeprecatedAbove(file: SourceFile, at: number): boolean {
  const comment = commentBefore(file, at);
  return comment !== undefined && /@deprecated\b/.test(file.text.slice(comment.start, comment.end));
}

function commentBefore({ facts, lines, text }: SourceFile, at: number): TextRange | undefined {
  if (!facts || facts.comments.length === 0) return undefined;
  const line = lines.lineRange(lines.position(at).line);
  return facts.comments.find(({ range: { end } }) => end <= line.start && /^[ \t]*\r?\n$/.test(text.slice(end, line.start)))?.range;
}

/** The same, from the beginning of a part of an interface file on. */
export function deprecationAfter(file: SourceFile, range: TextRange): Deprecation | undefined {
  return deprecationIn(file, range, reach);
}

function argument(annotation: AnnotationFact, name: string): string | undefined {
  const value = annotation.arguments.find((each) => each.name === name)?.value;
  return value?.kind === 'string' ? value.value : undefined;
}
