import type { LineIndex } from '../base/line-index.ts';
import type { QueryResult } from '../base/query-result.ts';
import type { TextRange } from '../base/text-range.ts';
import type { Commit, FileChange, Revision, Side } from '../change/change-set.ts';
import type { ContractChange } from './contract-change.ts';
import type { FileCoverage } from './coverage.ts';
import type { SourceDocument } from './document-node.ts';
import type { FileFacts, SymbolFact } from './facts.ts';
import type { Exposure, FileRole } from './language.ts';
import type { Trial } from './trial.ts';

/** One file at one side, as a rule sees it: any text file, with facts where a language is known. */
export interface SourceFile {
  readonly side: Side;
  /** Relative to the repository root, forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly role: FileRole;
  readonly facts?: FileFacts;
  /** The whole lines that differ from the other side; empty ranges where the other side has lines that this one has not. */
  readonly touched: readonly TextRange[];
  /** What a scan of the touched lines took for a secret, by position. */
  readonly secrets: readonly SecretFact[];
  /** What queries found in its syntax tree, by the id of the rule that asked; absent where none was asked. */
  readonly queries?: ReadonlyMap<string, QueryResult>;
  /** Configuration as it is structured (YAML, JSON, XML, Dockerfile …), read when first asked for; undefined where the path tells no known format. */
  readonly document?: SourceDocument | undefined;
  /** By which commits other files of the repository name actions, at head; absent where the file is no workflow that asks for it. */
  readonly pins?: readonly ActionPin[];
}

/** That somewhere in the repository a version of an action is named by its commit. */
export interface ActionPin {
  /** In lower case, e.g. `actions/checkout`. */
  readonly action: string;
  readonly version: string;
  readonly commit: string;
  /** The file that says so. */
  readonly path: string;
}

/** A piece of text that has the shape of a known kind of secret. Whether it is one is the rule's to judge. */
export interface SecretFact {
  /** The secret alone, without quotes or name. */
  readonly range: TextRange;
  /** For people, e.g. `GitHub token`. */
  readonly kind: string;
}

/** Characters. More than that on touched lines is data: it is not scanned, and is left to the formats that rules know. */
export const mostScanned = 2_000_000;

/** One file of the change at both sides; a side is absent where the file is, or its text was not read. */
export interface ChangedFile {
  readonly path: string;
  readonly change: FileChange;
  readonly base?: SourceFile;
  readonly head?: SourceFile;
}

export interface SymbolAt {
  readonly file: SourceFile;
  readonly symbol: SymbolFact;
}

/**
 * One symbol's way from base to head, for every symbol of a changed file that the change touches.
 * A pair is made by qualified name and parameter types, then by qualified name, then (renamed or moved) by equal content.
 */
export type SymbolChange =
  | { readonly kind: 'added'; readonly head: SymbolAt }
  | { readonly kind: 'removed'; readonly base: SymbolAt }
  | {
      readonly kind: 'paired';
      readonly base: SymbolAt;
      readonly head: SymbolAt;
      /** Has another qualified name or stands in another file. */
      readonly moved: boolean;
      /** Whether anything but white space and comments differs before the body: annotations, modifiers, name, signature. */
      readonly declarationChanged: boolean;
      /** Whether anything but white space and comments differs in the body or the initial value. */
      readonly bodyChanged: boolean;
    };

/** Scripts on both sides: those that changed, and what they and the tests import. */
export interface Programs {
  readonly base: readonly SourceFile[];
  readonly head: readonly SourceFile[];
  /** Folder of a package → the path of the script that is meant by it. */
  readonly mains: readonly (readonly [folder: string, path: string])[];
}

/** All that a rule may ask about a change. Pure data and pure functions. */
export interface CodeChange {
  readonly base: Revision;
  readonly head: Revision;
  readonly commits: readonly Commit[];
  /** What the change as a whole is called, e.g. its pull request's title: where commits are squashed it becomes the one that stays. */
  readonly title?: string;
  /** Sorted by path. */
  readonly files: readonly ChangedFile[];
  /** In the order of `files`, then of the symbols in them. */
  readonly symbols: readonly SymbolChange[];
  /** How a changed file's symbols are seen from outside; `none` for files that are no production code. */
  exposure(file: SourceFile): Exposure;
  /** Why a visible symbol is still not for others, e.g. `@internal` in its documentation; undefined where nothing says so. */
  internalReason(at: SymbolAt): string | undefined;
  /** Test files at head that mention a changed production symbol by name or are part of the change, with all their bodies. */
  readonly tests: readonly SourceFile[];
  /** Where no such file is near: the test file nearest to a changed production file, to see how tests are written here. It shows nothing about the change. */
  readonly testSamples: readonly SourceFile[];
  /** What differs in the interface files of the change (OpenAPI, protobuf, migrations …), kind by kind. */
  readonly contracts: readonly ContractChange[];
  /**
   * Unchanged files at head, declarations only: those that declare what a changed type inherits from, where a member of it is gone or it inherits from
   * other types now, those in Java that extend a changed type which only its package sees, and modules whose names a script lists now instead of handing on all.
   */
  readonly relatedTypes: readonly SourceFile[];
  /** How many more test files mention what changed, and were not read because there are too many. */
  readonly testsNotRead: number;
  /** The test files of the whole tree at head, sorted. */
  readonly testPaths: readonly string[];
  /** The folders of the packages and modules of the whole tree at head, sorted; `''` is the root. */
  readonly packageFolders: readonly string[];
  /** What running the tests executed of the changed production files, where fresh reports tell; empty where none does. */
  readonly coverage: readonly FileCoverage[];
  /** The scripts that older tests may run, with all their bodies; absent where tests are part of the change, or no script changed. */
  readonly programs?: Programs;
  /** What running the tests on parts of the change showed; absent where nobody asked for it. */
  readonly trials?: readonly Trial[];
}
