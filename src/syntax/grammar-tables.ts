import type { Language } from 'web-tree-sitter';

/** The parser's memory; the library puts new views in place of these whenever the memory grows. */
export interface ParserMemory {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAPU32: Uint32Array;
}

/** A field of a node: which of its children, not counting comments and the like, or in which of them it is looked for. */
export interface FieldPlace {
  readonly field: string;
  readonly child: number;
  readonly inherited: boolean;
}

const noPlaces: readonly FieldPlace[] = [];

/** Offsets of members of the parser's `TSLanguage`, in words. */
const member = {
  maxAliasSequenceLength: 9,
  fieldMapSlices: 16,
  fieldMapEntries: 17,
  symbolMetadata: 18,
  publicSymbolMap: 19,
  aliasSequences: 21,
};

/** What a grammar says about the nodes of its trees, read once from the parser's memory. */
export class GrammarTables {
  readonly memory: ParserMemory;
  /** Types of nodes by symbol; a symbol without one is an error. */
  readonly types: readonly (string | undefined)[];
  readonly isNamed: readonly boolean[];
  readonly #fields: readonly (string | null)[];
  readonly #at: number;
  /** By the field, then by the production. */
  readonly #places = new Map<string, (readonly FieldPlace[] | undefined)[]>();
  readonly #symbols = new WeakMap<readonly string[], ReadonlySet<number>>();

  /** @param address where the grammar's `TSLanguage` lies */
  constructor(memory: ParserMemory, language: Language, address: number) {
    this.memory = memory;
    this.#at = address / 4;
    this.#fields = language.fields;
    const symbols = language.types.map((_, symbol) => symbol);
    const publicSymbols = this.#member('publicSymbolMap') / 2;
    const metadata = this.#member('symbolMetadata');
    this.types = symbols.map((symbol) => language.types[memory.HEAPU16[publicSymbols + symbol] ?? 0]);
    // Three bytes a symbol: visible, named, supertype.
    this.isNamed = symbols.map((symbol) => memory.HEAPU8[metadata + 3 * symbol + 1] === 1);
  }

  /** Index in `HEAPU16` of the other names of the children of a production; 0 where none has one. */
  aliasesOf(production: number): number {
    if (production === 0) return 0;
    return this.#member('aliasSequences') / 2 + production * (this.#member('maxAliasSequenceLength') & 0xffff);
  }

  /** Where a production has a field, in order. */
  placesOf(production: number, field: string): readonly FieldPlace[] {
    const known = this.#places.get(field) ?? [];
    this.#places.set(field, known);
    return (known[production] ??= this.#readPlaces(production).filter((place) => place.field === field));
  }

  /** The symbols whose nodes have one of the types. The same list is looked up once. */
  symbolsOf(types: readonly string[]): ReadonlySet<number> {
    const known =
      this.#symbols.get(types) ??
      new Set(this.types.flatMap((type, symbol) => (type !== undefined && types.includes(type) ? [symbol] : [])));
    this.#symbols.set(types, known);
    return known;
  }

  #readPlaces(production: number): readonly FieldPlace[] {
    if (this.#fields.length === 0) return noPlaces;
    const { HEAPU16 } = this.memory;
    const slice = this.#member('fieldMapSlices') / 2 + 2 * production;
    const first = this.#member('fieldMapEntries') / 2 + 2 * (HEAPU16[slice] ?? 0);
    return Array.from({ length: HEAPU16[slice + 1] ?? 0 }, (_, index) => {
      const [field = 0, place = 0] = HEAPU16.subarray(first + 2 * index);
      return { field: this.#fields[field] ?? '', child: place & 0xff, inherited: place > 0xff };
    });
  }

  #member(name: keyof typeof member): number {
    return this.memory.HEAPU32[this.#at + member[name]] ?? 0;
  }
}
