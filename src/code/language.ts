import type { TextRange } from '../base/text-range.ts';
import type { Side, TreeReader } from '../change/change-set.ts';
import type { ExportFact, FileFacts, ImportFact, LanguageId, SymbolFact } from './facts.ts';

/** What a file is for. Only `production` code has a contract and needs tests. */
export type FileRole = 'production' | 'test' | 'generated' | 'example' | 'vendored' | 'documentation' | 'build' | 'configuration';

/** What was touched on one side; `all` reads every body. */
export type Touched = readonly TextRange[] | 'all';

/** How one file's symbols are seen from outside the package. */
export interface Exposure {
  /** `names`: only those in `names`, by their name in this file (what it hands on from others: by its exported name), with the names consumers use. */
  readonly scope: 'all' | 'none' | 'names';
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** What consumers enter by could not be found, so that nothing is known to be seen or not to be. */
  readonly isUnknown?: boolean;
  /** What others import it from, where that is a name: `acme-orders`. */
  readonly packageName?: string;
  /** Only other packages of the same repository can use it, so that its users are all known. */
  readonly isWithin?: boolean;
  /** Why, for *explain*: `exported by "." of package acme-orders`, `package com.acme.internal is internal`. */
  readonly reason: string;
}

/** A file as others see it: what it is called as a module, and what it takes from and hands on to others. */
export interface ModuleFacts {
  readonly name: string;
  /** Those at its top. */
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
}

/** Parses a text of the reviewed tree and reads what it is as a module; undefined where no grammar can. Never throws. */
export type ReadModule = (path: string, text: string) => Promise<ModuleFacts | undefined>;

/** What the language-neutral parts may ask of an adapter. `Tree` is what `syntax/` parses to. */
export interface Language<Tree> {
  readonly id: LanguageId;
  /** For people: `Java`, `TypeScript`. */
  readonly name: string;
  /** File name suffix → grammar, e.g. `.tsx` → `tsx`. */
  readonly grammars: Readonly<Record<string, string>>;
  /** What the path of a file with test cases holds, case-sensitive: such files are searched for those that concern a change. */
  readonly testPaths: readonly string[];
  /** Never throws; what cannot be read is in `FileFacts.errors`. */
  extract(tree: Tree, request: { readonly path: string; readonly text: string; readonly touched: Touched }): FileFacts;
  /** The same for a file of which nothing else is asked: costs little more than parsing. */
  module(tree: Tree, request: { readonly path: string; readonly text: string }): ModuleFacts;
  /** The role of a file of this language, by path, and by its first lines where they mark generated code. */
  role(path: string, text: string): FileRole;
  /** For each of the changed `files` of one side how it is exposed, by path, reading what it needs (manifests, entry points, barrels) from the tree. */
  exposures(files: readonly FileFacts[], tree: TreeReader, side: Side, read: ReadModule): Promise<ReadonlyMap<string, Exposure>>;
  /** Why a symbol is not for others although it is visible, e.g. `@internal` in its documentation; undefined where nothing says so. */
  internalReason(symbol: SymbolFact, text: string): string | undefined;
}
