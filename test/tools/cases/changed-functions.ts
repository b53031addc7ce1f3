import type { SymbolFact, Visibility } from '../../../src/code/facts.ts';
import { LineIndex } from '../../../src/base/line-index.ts';
import { tokensOf } from '../../../src/code/tokens.ts';
import { codeOf, foldedText, visitsOf } from '../../../src/code/walk.ts';
import type { ReadCode, ReadFile } from './read-commit.ts';

/** A function that does something else after a commit, as the cases name it. */
export interface ChangedFunction {
  readonly file: string;
  readonly name: string;
  readonly qualified: string;
  /** First and last, from 1. */
  readonly lines: readonly [number, number];
  readonly new: boolean;
  readonly visibility: Visibility;
  readonly added: readonly Piece[];
  /** `must`: it takes a decision that it did not take, where others can see it. */
  readonly level: 'must' | 'may';
}

/** What a function decides or refuses. */
export interface Piece {
  readonly kind: 'branch' | 'loop' | 'case' | 'throw' | 'catch';
  readonly line: number;
  readonly text: string;
}

interface Declared {
  readonly symbol: SymbolFact;
  readonly code: ReadCode;
}

const functions = /^(?:function|method|constructor|initializer)$/;

/** Functions of production code that the commit makes or changes, without those that say nothing by themselves. */
export function changedFunctions(files: readonly ReadFile[]): readonly ChangedFunction[] {
  const production = files.filter(({ role }) => role === 'production');
  const before = new Set(production.flatMap(({ baseCode }) => (baseCode ? declaredIn(baseCode).map(contentOf) : [])));
  return production.flatMap(({ baseCode, headCode }) => {
    if (!headCode) return [];
    const older = new Map(baseCode ? byName(declaredIn(baseCode)) : []);
    return byName(declaredIn(headCode))
      .filter(([, declared]) => !before.has(contentOf(declared)))
      .map(([name, declared]) => changedFunction(declared, older.get(name)))
      .filter((each) => !each.new || each.added.length > 0 || each.lines[1] - each.lines[0] >= leastLines);
  });
}

/** A new function that is shorter and decides nothing is an accessor or hands on. */
const leastLines = 3;

function declaredIn(code: ReadCode): readonly Declared[] {
  return code.facts.symbols
    .filter(
      (symbol) =>
        !symbol.modifiers.includes('implicit') && codeOf(symbol).length > 0 && (functions.test(symbol.kind) || holdsFunction(symbol)),
    )
    .map((symbol) => ({ symbol, code }));
}

function holdsFunction(symbol: SymbolFact): boolean {
  return /^(?:variable|field)$/.test(symbol.kind) && visitsOf(codeOf(symbol), 'function').length > 0;
}

/** The functions with their names, overloads numbered. */
function byName(declared: readonly Declared[]): readonly (readonly [string, Declared])[] {
  const counts = new Map<string, number>();
  return declared.map((each) => {
    const { qualifiedName } = each.symbol;
    const count = counts.get(qualifiedName) ?? 0;
    counts.set(qualifiedName, count + 1);
    return [`${qualifiedName} ${String(count)}`, each];
  });
}

function contentOf({ symbol, code: { text, facts } }: Declared): string {
  const own = symbol.bodyRange ?? symbol.range;
  const given = (symbol.parameters ?? []).map(({ name, default: value }) => `${name}=${value ?? ''}`);
  return [symbol.name, ...given, ...tokensOf(text, own, facts.language)].join(' ');
}

function changedFunction(head: Declared, base: Declared | undefined): ChangedFunction {
  const { symbol, code } = head;
  const lines = new LineIndex(code.text);
  const known = new Set(base ? piecesOf(base).map(({ kind, text }) => `${kind} ${text}`) : []);
  const added = piecesOf(head).filter(({ kind, text }) => !known.has(`${kind} ${text}`));
  return {
    file: code.path,
    name: symbol.name,
    qualified: symbol.qualifiedName,
    lines: [lines.position(symbol.range.start).line, lines.position(symbol.range.end).line],
    new: !base,
    visibility: symbol.visibility,
    added,
    level: symbol.visibility === 'public' && (added.length > 0 || !base) ? 'must' : 'may',
  };
}

function piecesOf({ symbol, code: { text } }: Declared): readonly Piece[] {
  const lines = new LineIndex(text);
  const root = codeOf(symbol);
  const piece = (kind: Piece['kind'], range: { start: number; end: number }): Piece => ({
    kind,
    line: lines.position(range.start).line,
    text: foldedText(text, range),
  });
  return visitsOf(root, 'if', 'conditional', 'loop', 'switch', 'throw', 'try').flatMap(({ node }): readonly Piece[] => {
    switch (node.kind) {
      case 'if':
      case 'conditional':
        return [piece('branch', node.test.range)];
      case 'loop':
        return [{ ...piece('loop', node.range), text: node.header.map(({ range }) => foldedText(text, range)).join('; ') }];
      case 'switch':
        return node.cases.flatMap(({ labels }) => labels.map(({ range }) => piece('case', range)));
      case 'throw':
        return [piece('throw', node.range)];
      case 'try':
        return node.handlers.map(({ range }) => piece('catch', range));
    }
  });
}
