import type { Notice } from '../base/notice.ts';
import type { Side, TreeReader } from '../change/change-set.ts';
import type { ChangedFile, SourceFile } from '../code/code-change.ts';
import type { ContractChange, ContractFileKindId } from '../code/contract-change.ts';

/** Reads further files of one side (other parts of the same contract) by path; those that do not exist are left out. */
export type ReadFurther = (side: Side, paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Every path of one side, sorted: for kinds whose files are one history or one whole without naming each other. */
export type ListPaths = (side: Side) => Promise<readonly string[]>;

/** Files of one side with the facts and bodies of all that is in them; those without a language are left out. */
export type ReadCode = (side: Side, paths: readonly string[]) => Promise<readonly SourceFile[]>;

/** What a comparison may ask beyond the changed files. It asks nothing else: not the disk, not the network, not the clock. */
export interface ContractSurroundings {
  readonly read: ReadFurther;
  readonly code: ReadCode;
  readonly paths: ListPaths;
  /** The files of one side that hold words, as `TreeReader.grep`. */
  readonly grep: (side: Side, ...search: Parameters<TreeReader['grep']>) => ReturnType<TreeReader['grep']>;
  /** Changed files that are no code and that no kind recognises: they may be parts of documents. */
  readonly others: readonly ChangedFile[];
  /** The day of the review in UTC, e.g. `2026-08-10`. */
  readonly today: string;
}

/** Two versions of the contracts of one kind that a change touches. */
export interface ContractComparison {
  /** In the order of the files, then of the places in them. */
  readonly changes: readonly ContractChange[];
  /** What could not be compared, and why: broken, too large, cyclic or remote parts. Never thrown. */
  readonly notices: readonly Notice[];
}

/** One kind of interface file. Its folder may load large libraries, so it is loaded when a file of the kind is met. */
export interface ContractKind {
  readonly id: ContractFileKindId;
  /** For people: `OpenAPI`, `Protocol Buffers`. */
  readonly name: string;
  /** Whether a text is such a document. Cheap, never throws; asked for every changed file that is no code. */
  recognises(path: string, text: string): boolean;
  /** Whether a file that is code is of the kind as well: it stays code for all others. */
  recognisesCode?(path: string, text: string): boolean;
  /** Whether a file that no kind recognises may be a part of a document that is not in the change; then the kind is asked even where no file is its own. */
  mayBePart?(path: string, text: string): boolean;
  /** Compares all changed files of the kind, which may refer to each other. Bounded in time and memory, whatever the text. */
  load(): Promise<(files: readonly ChangedFile[], surroundings: ContractSurroundings) => Promise<ContractComparison>>;
}
