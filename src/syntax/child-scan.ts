import type { GrammarTables } from './grammar-tables.ts';

/*
 * How the parser keeps a node, a `Subtree` of two words. A small leaf lies in the words themselves; of anything else the first is the address
 * of its data, in front of which its children lie. Positions are not kept: each node knows its size and the space before it.
 */
const data = { padding: 1, size: 4, errorCost: 8, childCount: 9, symbol: 10, flags: 11, production: 16 };
const inlineBit = 1;
const inlineFlags = { visible: 2, named: 4, extra: 8, missing: 32 };
const flags = { visible: 1, named: 2, extra: 4, missing: 512 };

export const errorSymbol = 0xffff;

/** Goes through the children of a node, the hidden ones as well, and tells of each what the parser's memory says. */
export class ChildScan {
  /** Index of the child's first word. */
  slot = 0;
  /** In bytes, as are all offsets here. */
  start = 0;
  end: number;
  symbol = 0;
  isVisible = false;
  isNamed = false;
  hasChildren = false;
  /** Which child it is in its production; of those that may stand anywhere, such as comments: -1. */
  place = -1;
  readonly #tables: GrammarTables;
  readonly #words: Uint32Array;
  readonly #last: number;
  readonly #aliases: number;
  #next: number;
  #isFirst = true;
  #places = 0;

  /** @param slot index of the first word of the parent, which begins at byte `start` */
  constructor(tables: GrammarTables, slot: number, start: number) {
    const words = tables.memory.HEAPU32;
    const first = words[slot] ?? 0;
    const at = first >>> 2;
    const isLeaf = (first & inlineBit) !== 0;
    this.#tables = tables;
    this.#words = words;
    this.#last = isLeaf ? 0 : at;
    this.#next = isLeaf ? 0 : at - 2 * (words[at + data.childCount] ?? 0);
    this.#aliases = isLeaf || this.#next === at ? 0 : tables.aliasesOf(productionAt(words, at));
    this.end = start;
  }

  next(): boolean {
    if (this.#next === this.#last) return false;
    const words = this.#words;
    const slot = this.#next;
    const first = words[slot] ?? 0;
    const isInline = (first & inlineBit) !== 0;
    const at = isInline ? slot : first >>> 2;
    const second = words[slot + 1] ?? 0;
    const padding = isInline ? (second >>> 16) & 0xff : (words[at + data.padding] ?? 0);
    const bits = isInline ? first : (words[at + data.flags] ?? 0);
    this.slot = slot;
    this.start = this.#isFirst ? this.end : this.end + padding;
    this.end = this.start + (isInline ? second >>> 24 : (words[at + data.size] ?? 0));
    this.#read(
      (bits & (isInline ? inlineFlags.extra : flags.extra)) !== 0,
      isInline ? (first >>> 8) & 0xff : (words[at + data.symbol] ?? 0) & 0xffff,
      (bits & (isInline ? inlineFlags.visible : flags.visible)) !== 0,
      (bits & (isInline ? inlineFlags.named : flags.named)) !== 0,
    );
    this.hasChildren = !isInline && words[at + data.childCount] !== 0;
    this.#isFirst = false;
    this.#next = slot + 2;
    return true;
  }

  #read(isExtra: boolean, symbol: number, isVisible: boolean, isNamed: boolean): void {
    this.place = isExtra ? -1 : this.#places++;
    const alias = isExtra || this.#aliases === 0 ? 0 : (this.#tables.memory.HEAPU16[this.#aliases + this.place] ?? 0);
    this.symbol = alias === 0 ? symbol : alias;
    this.isVisible = alias !== 0 || isVisible;
    this.isNamed = alias === 0 ? isNamed : this.#tables.isNamed[alias] === true;
  }
}

function productionAt(words: Uint32Array, at: number): number {
  return (words[at + data.production] ?? 0) >>> 16;
}

/** The production by which the node's children were put together; 0 for a leaf. */
export function productionOf(words: Uint32Array, slot: number): number {
  const first = words[slot] ?? 0;
  const at = first >>> 2;
  return (first & inlineBit) !== 0 || words[at + data.childCount] === 0 ? 0 : productionAt(words, at);
}

/** Whether the parser put the node there to go on, although it is not in the text. */
export function isMissingAt(words: Uint32Array, slot: number): boolean {
  const first = words[slot] ?? 0;
  if ((first & inlineBit) !== 0) return (first & inlineFlags.missing) !== 0;
  return ((words[(first >>> 2) + data.flags] ?? 0) & flags.missing) !== 0;
}

/** Whether there is an error in the node. */
export function hasErrorAt(words: Uint32Array, slot: number): boolean {
  const first = words[slot] ?? 0;
  return isMissingAt(words, slot) || ((first & inlineBit) === 0 && words[(first >>> 2) + data.errorCost] !== 0);
}
