import type { Tree } from 'web-tree-sitter';
import { GrammarTables } from './grammar-tables.ts';
import type { ParserMemory } from './grammar-tables.ts';
import { SyntaxNode } from './node.ts';

export type { SyntaxNode } from './node.ts';

/** By the address of the grammar. */
const grammars = new Map<number, GrammarTables>();

/** A parsed text. Whoever parsed it frees it with `delete()` as soon as its facts are read: it holds memory outside the garbage collector. */
export class SyntaxTree {
  /** The library's tree. */
  readonly parsed: Tree;
  readonly rootNode: SyntaxNode;

  constructor(parsed: Tree, memory: ParserMemory) {
    this.parsed = parsed;
    const { id, startIndex, endIndex } = parsed.rootNode;
    const slot = id / 4;
    // A `TSTree` begins with its root, of two words; the grammar's address follows.
    const address = memory.HEAPU32[slot + 2] ?? 0;
    const tables = grammars.get(address) ?? new GrammarTables(memory, parsed.language, address);
    grammars.set(address, tables);
    const symbol = parsed.rootNode.typeId;
    this.rootNode = new SyntaxNode(tables, { slot, start: 2 * startIndex, end: 2 * endIndex, symbol, isNamed: true });
  }

  delete(): void {
    this.parsed.delete();
  }
}
