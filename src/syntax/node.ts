import { ChildScan, errorSymbol, hasErrorAt, isMissingAt, productionOf } from './child-scan.ts';
import type { GrammarTables } from './grammar-tables.ts';

/** Bytes of a UTF-16 unit, in which the parser counts. */
const unit = 2;

/** Where a node lies in the parser's memory. */
type NodePlace = Pick<ChildScan, 'slot' | 'start' | 'end' | 'symbol' | 'isNamed'>;

/**
 * A node of a syntax tree; offsets are UTF-16. Lives only until its tree is freed.
 * It is read straight from the parser's memory: the library's own nodes cross into WebAssembly for all that they are asked,
 * which costs more than parsing does.
 */
export class SyntaxNode {
  readonly type: string;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly isNamed: boolean;
  readonly #tables: GrammarTables;
  readonly #slot: number;
  readonly #symbol: number;

  constructor(tables: GrammarTables, { slot, start, end, symbol, isNamed }: NodePlace) {
    this.type = tables.types[symbol] ?? 'ERROR';
    this.startIndex = start / unit;
    this.endIndex = end / unit;
    this.isNamed = isNamed;
    this.#tables = tables;
    this.#slot = slot;
    this.#symbol = symbol;
  }

  get namedChildren(): SyntaxNode[] {
    const nodes: SyntaxNode[] = [];
    this.#gather(this.#slot, this.startIndex * unit, true, nodes);
    return nodes;
  }

  get children(): SyntaxNode[] {
    const nodes: SyntaxNode[] = [];
    this.#gather(this.#slot, this.startIndex * unit, false, nodes);
    return nodes;
  }

  /** Whether the text could not be understood here. */
  get isError(): boolean {
    return this.#symbol === errorSymbol;
  }

  /** Whether it is not in the text, and had to be. */
  get isMissing(): boolean {
    return isMissingAt(this.#tables.memory.HEAPU32, this.#slot);
  }

  /** Whether it or anything in it is an error or missing. */
  get hasError(): boolean {
    return hasErrorAt(this.#tables.memory.HEAPU32, this.#slot);
  }

  childForFieldName(field: string): SyntaxNode | null {
    return this.#childForField(field, this.#slot, this.startIndex * unit);
  }

  /** The smallest node around an offset. */
  descendantForIndex(index: number): SyntaxNode {
    const offset = index * unit;
    let found: NodePlace = {
      slot: this.#slot,
      start: this.startIndex * unit,
      end: this.endIndex * unit,
      symbol: this.#symbol,
      isNamed: this.isNamed,
    };
    let scan = new ChildScan(this.#tables, found.slot, found.start);
    while (scan.next()) {
      if (scan.end < offset || (scan.end === offset && scan.start !== offset)) continue;
      if (offset < scan.start) break;
      const { slot, start, end, symbol, isNamed, isVisible } = scan;
      if (isVisible) found = { slot, start, end, symbol, isNamed };
      scan = new ChildScan(this.#tables, slot, start);
    }
    return new SyntaxNode(this.#tables, found);
  }

  /** The nodes of some types in it that reach into a range, in order, the outer before the inner. */
  descendantsOfType(types: readonly string[], start = 0, end = Infinity): SyntaxNode[] {
    const symbols = this.#tables.symbolsOf(types);
    const found: SyntaxNode[] = [];
    const open = [new ChildScan(this.#tables, this.#slot, this.startIndex * unit)];
    for (let scan = open.at(-1); scan; scan = open.at(-1)) {
      if (!scan.next() || scan.start >= end * unit) open.pop();
      else if (scan.end > start * unit) {
        if (scan.isVisible && symbols.has(scan.symbol)) found.push(new SyntaxNode(this.#tables, scan));
        if (scan.hasChildren) open.push(new ChildScan(this.#tables, scan.slot, scan.start));
      }
    }
    return found;
  }

  /** Hidden nodes are only the grammar's: what is in them belongs to the node around them. */
  #gather(slot: number, start: number, namedOnly: boolean, into: SyntaxNode[]): void {
    const scan = new ChildScan(this.#tables, slot, start);
    while (scan.next()) {
      if (!scan.isVisible) this.#gather(scan.slot, scan.start, namedOnly, into);
      else if (scan.isNamed || !namedOnly) into.push(new SyntaxNode(this.#tables, scan));
    }
  }

  #childForField(field: string, slot: number, start: number): SyntaxNode | null {
    const places = this.#tables.placesOf(productionOf(this.#tables.memory.HEAPU32, slot), field);
    if (places.length === 0) return null;
    const scan = new ChildScan(this.#tables, slot, start);
    for (let at = 0; at < places.length && scan.next();) {
      const place = places[at];
      if (!place || scan.place < place.child) continue;
      const found = this.#inField(field, place.inherited, scan);
      if (found) return found;
      at++;
    }
    return null;
  }

  #inField(field: string, inherited: boolean, scan: ChildScan): SyntaxNode | null {
    if (inherited) return this.#childForField(field, scan.slot, scan.start);
    if (scan.isVisible) return new SyntaxNode(this.#tables, scan);
    const inside: SyntaxNode[] = [];
    this.#gather(scan.slot, scan.start, false, inside);
    return inside[0] ?? null;
  }
}
