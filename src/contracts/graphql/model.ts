import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';

/** Where something is named. */
export interface Spot {
  readonly file: SourceFile;
  readonly range: TextRange;
}

/** A directive where it is used, e.g. `@deprecated(reason: "…")`. */
export interface Usage extends Spot {
  readonly name: string;
}

export interface Element {
  readonly name: string;
  /** As the specification writes it: `Type.field(argument:)`, `@directive`. */
  readonly coordinate: string;
  readonly spot: Spot;
  readonly usages: readonly Usage[];
}

/** An argument or an input field. */
export interface InputValue extends Element {
  /** As printed, e.g. `[String!]!`. */
  readonly type: TypeText;
  /** Printed, with the fields of objects sorted. */
  readonly default?: string;
}

export interface Field extends Element {
  readonly type: TypeText;
  readonly args: readonly InputValue[];
}

/** A type as written, taken apart. */
export interface TypeText {
  readonly text: string;
  readonly nonNull: boolean;
  /** What is in the list, if it is one. */
  readonly item?: TypeText;
  /** The name in all its wrappings. */
  readonly name: string;
}

export type TypeKind = 'scalar' | 'object' | 'interface' | 'union' | 'enum' | 'input';

/** A type with all its extensions. */
export interface NamedType extends Element {
  readonly kind: TypeKind;
  /** Whether the definition itself is among the files, not only extensions of it. */
  readonly defined: boolean;
  readonly fields: readonly Field[];
  readonly inputFields: readonly InputValue[];
  readonly values: readonly Element[];
  readonly members: readonly Element[];
  readonly interfaces: readonly Element[];
}

export interface Directive extends Element {
  readonly args: readonly InputValue[];
  readonly repeatable: boolean;
  readonly locations: readonly string[];
}

export type Operation = 'query' | 'mutation' | 'subscription';

/** One schema, or as much of it as the change touches. */
export interface Schema {
  readonly types: ReadonlyMap<string, NamedType>;
  readonly directives: ReadonlyMap<string, Directive>;
  /** Operations that a `schema` names. */
  readonly roots: ReadonlyMap<Operation, Element>;
  readonly schemaUsages: readonly Usage[];
}
