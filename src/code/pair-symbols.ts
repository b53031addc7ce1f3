import { overlaps } from '../base/text-range.ts';
import type { ChangedFile, SourceFile, SymbolChange } from './code-change.ts';
import { matchAlike, matchEqualContent } from './match-by-content.ts';
import { isUnpaired, matchByName } from './match-by-name.ts';
import { pairOf } from './symbol-content.ts';
import { nodesOf } from './symbol-node.ts';
import type { SymbolNode } from './symbol-node.ts';

export interface PairedSymbols {
  /** In the order of the files, then of the symbols in them: those of head, then what is gone. */
  readonly changes: readonly SymbolChange[];
  /** Files with syntax errors in which it could not be said what was added or removed. */
  readonly unclear: readonly SourceFile[];
}

interface FileNodes {
  readonly base: readonly SymbolNode[];
  readonly head: readonly SymbolNode[];
}

/** Pairs what is declared at base with what is declared at head, for the symbols that the change touches. */
export function pairSymbols(files: readonly ChangedFile[]): PairedSymbols {
  const nodes = files.map((file) => ({ base: nodesOf(file.base), head: nodesOf(file.head) }));
  for (const { base, head } of nodes) if (base[0] && head[0]) match(base[0], head[0]);
  matchAcrossFiles(nodes);
  const unclear = new Set<SourceFile>();
  const changes = nodes.flatMap((file) => changesOf(file, unclear));
  return { changes, unclear: [...unclear] };
}

/** Pairs two symbols, then what is in them. */
function match(base: SymbolNode, head: SymbolNode): void {
  base.partner = head;
  head.partner = base;
  matchByName(base.children, head.children, (node) => node.symbol.name, match);
  const [left, right] = [base.children.filter(isUnpaired), head.children.filter(isUnpaired)];
  if (left.length === 0 || right.length === 0) return;
  matchEqualContent(left, right, match);
}

/** What is left over may have moved to another type or file. Outer symbols first: they take along what is in them. */
function matchAcrossFiles(files: readonly FileNodes[]): void {
  const base = files.flatMap((file) => file.base.filter(isUnpaired));
  const head = files.flatMap((file) => file.head.filter(isUnpaired));
  const isGlobal = (node: SymbolNode): boolean => isUnpaired(node) && node.hasGlobalName;
  if (base.length === 0 || head.length === 0) return;
  matchByName(base.filter(isGlobal), head.filter(isGlobal), (node) => node.symbol.qualifiedName, match);
  for (const depth of [outer, any]) {
    matchEqualContent(base.filter(depth), head.filter(depth), match);
    matchAlike(base.filter(depth), head.filter(depth), match);
  }
}

function outer(node: SymbolNode): boolean {
  return node.parent?.parent === undefined;
}

function any(): boolean {
  return true;
}

function changesOf(file: FileNodes, unclear: Set<SourceFile>): SymbolChange[] {
  const changes: SymbolChange[] = [];
  const headFile = file.head[0]?.file;
  const baseFile = file.base[0]?.file;
  for (const head of file.head) {
    const base = head.partner;
    if (base) {
      if (isChanged(base, head, baseFile)) changes.push(pairOf(at(base), at(head)));
    } else if (isClear(head, baseFile, unclear)) changes.push({ kind: 'added', head: at(head) });
  }
  for (const base of file.base) {
    if (isUnpaired(base) && isClear(base, headFile, unclear)) changes.push({ kind: 'removed', base: at(base) });
  }
  return changes;
}

function at({ file, symbol }: SymbolNode): { file: SourceFile; symbol: SymbolNode['symbol'] } {
  return { file, symbol };
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
