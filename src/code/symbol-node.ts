import type { SourceFile, SymbolAt } from './code-change.ts';
import type { SymbolFact } from './facts.ts';
import { contentOf } from './symbol-content.ts';

/** One symbol among its relatives while base and head are being paired. */
export class SymbolNode implements SymbolAt {
  readonly file: SourceFile;
  readonly symbol: SymbolFact;
  readonly parent: SymbolNode | undefined;
  readonly children: SymbolNode[] = [];
  /** The symbol of the other side that it was or became. */
  partner: SymbolNode | undefined;
  #content: string[] | undefined;

  constructor(file: SourceFile, symbol: SymbolFact, parent: SymbolNode | undefined) {
    this.file = file;
    this.symbol = symbol;
    this.parent = parent;
    parent?.children.push(this);
  }

  /** Tokens of the body or initial value. */
  get content(): readonly string[] {
    this.#content ??= contentOf(this);
    return this.#content;
  }

  /** Whether the name says in which package the symbol is, so that it means the same in every file. */
  get hasGlobalName(): boolean {
    let module = this.parent;
    while (module?.parent) module = module.parent;
    return module !== undefined && this.symbol.qualifiedName.startsWith(`${module.symbol.qualifiedName}.`);
  }
}

/** The symbols of a file, parents before children; none where no language is known. */
export function nodesOf(file: SourceFile | undefined): SymbolNode[] {
  const nodes: SymbolNode[] = [];
  if (!file?.facts) return nodes;
  for (const symbol of file.facts.symbols)
    nodes.push(new SymbolNode(file, symbol, symbol.parent === undefined ? undefined : nodes[symbol.parent]));
  return nodes;
}

/** Symbols of one category may turn into each other and stay what they are; `class` into `interface`, a field into a getter. */
export function categoryOf(symbol: SymbolFact): string {
  switch (symbol.kind) {
    case 'class':
    case 'interface':
    case 'enum':
    case 'record':
    case 'annotation':
    case 'type-alias':
      return 'type';
    case 'function':
    case 'method':
      return symbol.modifiers.includes('getter') || symbol.modifiers.includes('setter') ? 'value' : 'callable';
    case 'field':
    case 'variable':
    case 'enum-constant':
      return 'value';
    case 'module':
    case 'namespace':
    case 'constructor':
    case 'initializer':
      return symbol.kind;
  }
}
