import type { TextRange } from '../base/text-range.ts';
import type { Expression } from './expression.ts';
import type { Statement } from './statement.ts';

/** A language adapter's id: `java`, `typescript`, `javascript`. */
export type LanguageId = string;

/** A type as written, white space folded to what the language needs. */
export type TypeText = string;

/**
 * What one file at one side says, in words that every language shares. Plain data.
 * Declarations are complete for the whole file. Bodies, initial values, comments and test cases are
 * read only where the change touches the file (or everywhere, where a review of everything was asked for).
 */
export interface FileFacts {
  readonly path: string;
  readonly language: LanguageId;
  /** Parents before children, otherwise in source order. Index 0 is the `module` symbol: the file itself. */
  readonly symbols: readonly SymbolFact[];
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
  /** Comments that are not documentation of a symbol, and overlap what was touched. */
  readonly comments: readonly CommentFact[];
  readonly tests: readonly TestFact[];
  /** Where the parser could not make sense of the text. */
  readonly errors: readonly TextRange[];
}

export type SymbolKind =
  | 'module'
  | 'class'
  | 'interface'
  | 'enum'
  | 'record'
  | 'annotation'
  | 'type-alias'
  | 'namespace'
  | 'function'
  | 'method'
  | 'constructor'
  | 'field'
  | 'enum-constant'
  | 'variable'
  | 'initializer';

/** From widest to narrowest. `package` is Java's default; TypeScript's `private` and `#name` are `private`. A module's own declarations are `public` where exported and `private` where not; the implementation behind overload signatures is `private`. */
export type Visibility = 'public' | 'protected' | 'package' | 'private';

/**
 * A modifier in lower case as written: `static`, `final`, `abstract`, `default`, `sealed`, `async`, `readonly`, `optional`, `native`, `synchronized`, `const`, `let`, `declare`, `generator`, `getter`, `setter` …
 * What the language implies counts as written (an interface's constants are `static final`). `implicit` marks a member that the compiler adds: its range is its type’s name. One that a library makes of annotations (Lombok) is `generated` too, and its name stands where the field has it that it is made for.
 */
export type Modifier = string;

export interface SymbolFact {
  readonly kind: SymbolKind;
  /** The simple name; a constructor has its type's name in Java and `constructor` in TypeScript; a module its file name without suffix. */
  readonly name: string;
  /** `com.acme.Order.total` in Java, `Order.total` in TypeScript: without parameters, unique but for overloads. A module's is its package or its path. */
  readonly qualifiedName: string;
  /** Index of the enclosing symbol in `FileFacts.symbols`; absent for the module. */
  readonly parent?: number;
  readonly visibility: Visibility;
  readonly modifiers: readonly Modifier[];
  readonly annotations: readonly AnnotationFact[];
  readonly typeParameters: readonly TypeParameterFact[];
  /** Of functions, methods, constructors, and the components of a record. */
  readonly parameters?: readonly ParameterFact[];
  /** The return type of a function, the type of a field or variable, the target of a type alias, where written. */
  readonly type?: TypeText;
  /** Checked exceptions in `throws`. */
  readonly throws: readonly TypeText[];
  readonly supertypes: readonly { readonly relation: 'extends' | 'implements'; readonly type: TypeText }[];
  /** Classes that may extend a sealed type. */
  readonly permits?: readonly TypeText[];
  /** The whole declaration with its annotations, without its documentation. */
  readonly range: TextRange;
  readonly nameRange: TextRange;
  /** From after the name up to the body: where the signature stands. */
  readonly signatureRange: TextRange;
  /** The body with its braces; of a type: its member list. */
  readonly bodyRange?: TextRange;
  /** The documentation comment that belongs to it. */
  readonly documentation?: TextRange;
  /** Deprecated by annotation or documentation tag. */
  readonly deprecated: boolean;
  /** Whether the change touches its range (documentation and annotations included). */
  readonly touched: boolean;
  /** Statements of a touched function, initializer or module. */
  readonly body?: readonly Statement[];
  /** Initial value of a touched field, variable or enum constant (its arguments as an array). */
  readonly value?: Expression;
  /**
   * The same of an untouched symbol that touched code of the file names, or that requests arrive at beside a touched one:
   * to follow data through and to compare with, never to find something in.
   * Of a touched module: those of its calls that are not touched, e.g. `router.get('/a', list)`, to compare touched ones with.
   */
  readonly context?: SymbolContext;
}

/** What is read of a symbol that the change does not touch. */
export interface SymbolContext {
  readonly body?: readonly Statement[];
  readonly value?: Expression;
}

export interface AnnotationFact {
  /** As written without `@`, e.g. `PreAuthorize`, `org.junit.Test`. */
  readonly name: string;
  /** A single unnamed argument has the name `value`. */
  readonly arguments: readonly { readonly name: string; readonly value: Expression }[];
  readonly range: TextRange;
}

export interface TypeParameterFact {
  readonly name: string;
  readonly bound?: TypeText;
  readonly default?: TypeText;
}

export interface ParameterFact {
  readonly name: string;
  /** Absent where not written. */
  readonly type?: TypeText;
  /** May be left out by callers: `?`, or a default value. */
  readonly optional: boolean;
  /** Varargs or rest; in Java `type` is then the type of one element. */
  readonly rest: boolean;
  readonly default?: string;
  readonly annotations: readonly AnnotationFact[];
  readonly range: TextRange;
}

/**
 * `import name as local from source`. Java: source is the package or type, name the type or static member, `*` for all.
 * JavaScript: name `default` or `*` for the default and the whole module; name and local `''` for a side effect; local `''` for `import('m')` and `require('m')` inside code.
 */
export interface ImportFact {
  readonly source: string;
  readonly name: string;
  readonly local: string;
  readonly typeOnly: boolean;
  readonly range: TextRange;
}

/**
 * What a module exports. `source` is set on re-exports; name `*` with exported `*` re-exports all, with another name the module as a whole.
 * Exported `export=` is what the module itself is (`export =`, `module.exports =`); the name of an anonymous one is `default` or `module.exports`.
 */
export interface ExportFact {
  readonly name: string;
  readonly exported: string;
  readonly source?: string;
  /** Declared where it is exported, though something is imported under the same name. */
  readonly isOwn?: boolean;
  readonly typeOnly: boolean;
  readonly range: TextRange;
}

export interface CommentFact {
  readonly form: 'line' | 'block' | 'documentation';
  /** Without its delimiters. */
  readonly text: string;
  readonly range: TextRange;
}

/** One test case or a group of them, recognised by its framework's own marks. */
export interface TestFact {
  readonly kind: 'case' | 'group';
  /** `junit`, `jest`, `vitest`, `mocha`, `node:test` …; `unknown` where only the shape tells. */
  readonly framework: string;
  /** Titles of the enclosing groups, then its own. Java: the method's name. */
  readonly titles: readonly string[];
  /** By its own mark; the marks of the groups around it are theirs. */
  readonly run: 'live' | 'skipped' | 'focused';
  /** Why it is skipped, where the test says so. */
  readonly skipReason?: string;
  readonly assertions: readonly AssertionFact[];
  readonly parameters: readonly string[];
  /** The whole test, and the mark that skips or focuses it. */
  readonly range: TextRange;
  readonly markRange?: TextRange;
  /** Empty for a group. */
  readonly body: readonly Statement[];
}

export interface AssertionFact {
  /** The assertion's last word: `assertEquals`, `toThrow`, `isEqualTo`, `ok`. */
  readonly name: string;
  readonly kind: 'value' | 'throws' | 'status' | 'interaction' | 'snapshot' | 'other';
  /** Expected error type or message words of a `throws`; expected status of a `status`. */
  readonly expected?: string;
  readonly range: TextRange;
}
