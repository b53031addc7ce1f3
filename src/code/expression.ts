import type { TextRange } from '../base/text-range.ts';
import type { Statement } from './statement.ts';

/**
 * The neutral shape of an expression, the same for every language.
 * An adapter lowers what it knows and wraps the rest in `other`, so that nothing inside is lost.
 * Plain data: it travels between threads and into the cache as JSON.
 */
export type Expression =
  | StringLiteral
  | NumberLiteral
  | PlainLiteral
  | RegexLiteral
  | Concatenation
  | Name
  | Member
  | Index
  | Call
  | Construction
  | Binary
  | Unary
  | Assignment
  | Conditional
  | ObjectLiteral
  | ArrayLiteral
  | FunctionExpression
  | Await
  | Cast
  | Spread
  | Element
  | OtherExpression;

interface Ranged {
  readonly range: TextRange;
}

/** A string without interpolation; `value` has its escapes resolved. */
export interface StringLiteral extends Ranged {
  readonly kind: 'string';
  readonly value: string;
}

/** `text` is as written, e.g. `0x1F`, `10L`. Character literals are strings. */
export interface NumberLiteral extends Ranged {
  readonly kind: 'number';
  readonly text: string;
}

export interface PlainLiteral extends Ranged {
  readonly kind: 'true' | 'false' | 'null' | 'undefined' | 'this' | 'super';
}

export interface RegexLiteral extends Ranged {
  readonly kind: 'regex';
  readonly pattern: string;
  readonly flags: string;
}

/** A template with interpolation, or `+` with at least one string operand, flattened; literal parts are strings. */
export interface Concatenation extends Ranged {
  readonly kind: 'concatenation';
  readonly parts: readonly Expression[];
  /** The tag of a tagged template, e.g. `sql`. */
  readonly tag?: Expression;
}

export interface Name extends Ranged {
  readonly kind: 'name';
  readonly name: string;
}

/** `object.name`; a type's qualified name is one too. `optional` for `?.`. */
export interface Member extends Ranged {
  readonly kind: 'member';
  readonly object: Expression;
  readonly name: string;
  readonly optional?: boolean;
}

export interface Index extends Ranged {
  readonly kind: 'index';
  readonly object: Expression;
  readonly index: Expression;
}

/**
 * `receiver.name(arguments)`, or `name(arguments)` without receiver. A call of any other expression has the name `''` and that expression as receiver.
 * `optional` for `receiver?.name(arguments)`.
 */
export interface Call extends Ranged {
  readonly kind: 'call';
  readonly name: string;
  readonly nameRange: TextRange;
  readonly receiver?: Expression;
  readonly optional?: boolean;
  readonly arguments: readonly Expression[];
  readonly typeArguments?: readonly string[];
}

/** `new Type(arguments)`; `members` are the bodies of an anonymous class. */
export interface Construction extends Ranged {
  readonly kind: 'new';
  /** As written without type arguments, e.g. `Thread`, `java.util.Date`. */
  readonly type: string;
  readonly arguments: readonly Expression[];
  readonly members?: readonly NestedFunction[];
}

/** A named function inside a body: a local function, a method of an anonymous or local class. Its initializers and initial values have the name `''`. */
export interface NestedFunction extends Ranged {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: readonly Statement[];
}

/** Comparison, arithmetic and logic. `operator` as written: `==`, `===`, `&&`, `??`, `instanceof`, `in` … */
export interface Binary extends Ranged {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

/** `!`, `-`, `typeof`, `void`, `delete`, `++`, `--` … */
export interface Unary extends Ranged {
  readonly kind: 'unary';
  readonly operator: string;
  readonly operand: Expression;
}

/** `target operator value`, operator `=`, `+=` … */
export interface Assignment extends Ranged {
  readonly kind: 'assignment';
  readonly operator: string;
  readonly target: Expression;
  readonly value: Expression;
}

export interface Conditional extends Ranged {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** Computed keys have the key `''`; a spread is a property with the key `...`. Methods are functions. */
export interface ObjectLiteral extends Ranged {
  readonly kind: 'object';
  readonly properties: readonly { readonly key: string; readonly value: Expression; readonly range: TextRange }[];
}

export interface ArrayLiteral extends Ranged {
  readonly kind: 'array';
  readonly elements: readonly Expression[];
}

/**
 * A lambda, arrow function, function expression or method reference's stand-in. An expression body is one `return`.
 * A switch that yields a value is a function without parameters that returns from its cases.
 */
export interface FunctionExpression extends Ranged {
  readonly kind: 'function';
  readonly name?: string;
  /** Names only; a destructured parameter is its text. */
  readonly parameters: readonly string[];
  readonly async: boolean;
  readonly body: readonly Statement[];
}

export interface Await extends Ranged {
  readonly kind: 'await';
  readonly value: Expression;
}

/** Any type assertion; `type` as written. TypeScript's `!` is a cast to `''`. */
export interface Cast extends Ranged {
  readonly kind: 'cast';
  readonly type: string;
  readonly value: Expression;
}

export interface Spread extends Ranged {
  readonly kind: 'spread';
  readonly value: Expression;
}

/** A JSX element. */
export interface Element extends Ranged {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value?: Expression; readonly range: TextRange }[];
  readonly children: readonly Expression[];
}

/** Anything else, with the expressions inside it in source order. */
export interface OtherExpression extends Ranged {
  readonly kind: 'other';
  readonly children: readonly Expression[];
}
