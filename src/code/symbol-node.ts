import type { SourceFile, SymbolAt, SymbolChange } from './code-change.ts';
import type { SymbolFact } from './facts.ts';
import { contentOf, pairOf } from './symbol-content.ts';

/** One symbol among its relatives while base and head are being paired. */
export class SymbolNode implements SymbolAt {
  readonly file: SourceFile;
  readonly symbol: SymbolFact;
  readonly parent: SymbolNode | undefined;
  readonly children: SymbolNode[] = [];
  /** The symbol of the other side that it was or became. */
  partner: SymbolNode | undefined;
  #content: string[] | undefined;
  #contentText: string | undefined;
  #added: SymbolChange | undefined;
  #removed: SymbolChange | undefined;
  #paired: Extract<SymbolChange, { kind: 'paired' }> | undefined;

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

  /** The same as one text: equal for equal content. */
  get contentText(): string {
    this.#contentText ??= this.content.join(' ');
    return this.#contentText;
  }

  /** That it is new. The same object whenever it is asked, as are the others. */
  get added(): SymbolChange {
    this.#added ??= { kind: 'added', head: this.#place };
    return this.#added;
  }

  /** That it is gone. */
  get removed(): SymbolChange {
    this.#removed ??= { kind: 'removed', base: this.#place };
    return this.#removed;
  }

  /** That it is what the other was. */
  pairedWith(base: SymbolNode): SymbolChange {
    if (this.#paired?.base.symbol !== base.symbol || this.#paired.base.file !== base.file) this.#paired = pairOf(base.#place, this.#place);
    return this.#paired;
  }

  /** Without its relatives, which are not to be kept with it. */
  get #place(): SymbolAt {
    return { file: this.file, symbol: this.symbol };
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
