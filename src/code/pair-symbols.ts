import { overlaps } from '../base/text-range.ts';
import type { ChangedFile, SourceFile, SymbolChange } from './code-change.ts';
import { matchAlike, matchEqualContent } from './match-by-content.ts';
import { isUnpaired, matchByName } from './match-by-name.ts';
import type { Match } from './match-by-name.ts';
import { isReadWhole } from './read-sides.ts';
import { nodesOf } from './symbol-node.ts';
import type { SymbolNode } from './symbol-node.ts';

export interface PairedSymbols {
  /** In the order of the files, then of the symbols in them: those of head, then what is gone. */
  readonly changes: readonly SymbolChange[];
  /** Files with syntax errors in which it could not be said what was added or removed. */
  readonly unclear: readonly SourceFile[];
}

/** One file, paired within itself. */
interface FileNodes {
  readonly base: readonly SymbolNode[];
  readonly head: readonly SymbolNode[];
  /** What has no partner in the file itself. */
  readonly leftAtBase: readonly SymbolNode[];
  readonly leftAtHead: readonly SymbolNode[];
  /** What it comes to where nothing of it has a partner in another file. */
  alone?: PairedSymbols;
}

/** Pairs what is declared at base with what is declared at head, for the symbols that the change touches. */
export function pairSymbols(files: readonly ChangedFile[]): PairedSymbols {
  return new SymbolPairing().pair(files);
}

/** Pairs again and again as files change: what concerns the same objects as before is the same object as before. */
export class SymbolPairing {
  readonly #known = new WeakMap<ChangedFile, FileNodes>();
  /** What has a partner in another file, or within what was paired across files. */
  readonly #crossed = new Set<SymbolNode>();

  pair(files: readonly ChangedFile[]): PairedSymbols {
    this.#partCrossed();
    const nodes = files.map((file) => this.#nodesOf(file));
    matchAcrossFiles(nodes, (base, head) => {
      match(base, head, (one, other) => this.#crossed.add(one).add(other));
    });
    const crossed = new Set([...this.#crossed].map(({ file }) => file));
    const paired = nodes.map((each) => changesIn(each, crossed));
    return { changes: paired.flatMap(({ changes }) => changes), unclear: [...new Set(paired.flatMap(({ unclear }) => unclear))] };
  }

  #partCrossed(): void {
    for (const node of this.#crossed) node.partner = undefined;
    this.#crossed.clear();
  }

  #nodesOf(file: ChangedFile): FileNodes {
    const known = this.#known.get(file) ?? pairedWithin(file);
    this.#known.set(file, known);
    return known;
  }
}

function pairedWithin(file: ChangedFile): FileNodes {
  const [base, head] = isReadWhole(file) ? [nodesOf(file.base), nodesOf(file.head)] : [[], []];
  if (base[0] && head[0]) match(base[0], head[0]);
  return { base, head, leftAtBase: base.filter(isUnpaired), leftAtHead: head.filter(isUnpaired) };
}

/** Pairs two symbols, then what is in them. */
function match(base: SymbolNode, head: SymbolNode, note?: Match): void {
  const matchBoth: Match = (one, other) => {
    match(one, other, note);
  };
  base.partner = head;
  head.partner = base;
  note?.(base, head);
  matchByName(base.children, head.children, (node) => node.symbol.name, matchBoth);
  const [left, right] = [base.children.filter(isUnpaired), head.children.filter(isUnpaired)];
  if (left.length === 0 || right.length === 0) return;
  matchEqualContent(left, right, matchBoth);
}

/** What is left over may have moved to another type or file. Outer symbols first: they take along what is in them. */
function matchAcrossFiles(files: readonly FileNodes[], matchBoth: Match): void {
  const base = files.flatMap(({ leftAtBase }) => leftAtBase);
  const head = files.flatMap(({ leftAtHead }) => leftAtHead);
  const isGlobal = (node: SymbolNode): boolean => isUnpaired(node) && node.hasGlobalName;
  if (base.length === 0 || head.length === 0) return;
  matchByName(base.filter(isGlobal), head.filter(isGlobal), (node) => node.symbol.qualifiedName, matchBoth);
  for (const depth of [outer, any]) {
    matchEqualContent(base.filter(depth), head.filter(depth), matchBoth);
    matchAlike(base.filter(depth), head.filter(depth), matchBoth);
  }
}

function outer(node: SymbolNode): boolean {
  return node.parent?.parent === undefined;
}

function any(): boolean {
  return true;
}

function changesIn(file: FileNodes, crossed: ReadonlySet<SourceFile>): PairedSymbols {
  const isCrossed = [file.base[0], file.head[0]].some((node) => node && crossed.has(node.file));
  return isCrossed ? changesOf(file) : (file.alone ??= changesOf(file));
}

function changesOf(file: FileNodes): PairedSymbols {
  const changes: SymbolChange[] = [];
  const unclear = new Set<SourceFile>();
  const headFile = file.head[0]?.file;
  const baseFile = file.base[0]?.file;
  for (const head of file.head) {
    const base = head.partner;
    if (base) {
      if (isChanged(base, head, baseFile)) changes.push(head.pairedWith(base));
    } else if (isClear(head, baseFile, unclear)) changes.push(head.added);
  }
  for (const base of file.base) {
    if (isUnpaired(base) && isClear(base, headFile, unclear)) changes.push(base.removed);
  }
  return { changes, unclear: [...unclear] };
}

function isChanged(base: SymbolNode, head: SymbolNode, baseFile: SourceFile | undefined): boolean {
  return base.symbol.touched || head.symbol.touched || base.symbol.qualifiedName !== head.symbol.qualifiedName || base.file !== baseFile;
}

/** Whether the other side could be read where the symbol would have to be: only then its absence says something. */
function isClear(node: SymbolNode, other: SourceFile | undefined, unclear: Set<SourceFile>): boolean {
  const errors = other?.facts?.errors ?? [];
  if (errors.length === 0 || !other) return true;
  const around = node.parent?.partner?.file === other ? node.parent.partner.symbol.range : undefined;
  if (around && !errors.some((error) => overlaps(error, around))) return true;
  unclear.add(other);
  return false;
}
