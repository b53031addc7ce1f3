import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';

/** Where a schema, or a part of it, stands. */
export interface Spot {
  readonly file: SourceFile;
  readonly range: TextRange;
}

export const primitives = ['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'] as const;

export type Primitive = (typeof primitives)[number];

/** What a primitive or fixed schema means beyond its bytes, e.g. `decimal`. */
export interface Logical {
  readonly name: string;
  readonly precision?: number;
  readonly scale?: number;
}

interface Named {
  readonly spot: Spot;
  /** With namespace. */
  readonly fullName: string;
  /** With namespace. */
  readonly aliases: readonly string[];
}

export interface RecordSchema extends Named {
  readonly kind: 'record';
  /** Filled after the record itself is known, for records may hold themselves. */
  readonly fields: readonly AvroField[];
}

export interface EnumSchema extends Named {
  readonly kind: 'enum';
  readonly symbols: readonly string[];
  readonly default?: string;
}

export interface FixedSchema extends Named {
  readonly kind: 'fixed';
  readonly size: number;
  readonly logical?: Logical;
}

export interface AvroField {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly schema: AvroSchema;
  /** JSON text; undefined where there is none. */
  readonly default?: string;
  readonly deprecated: boolean;
  readonly spot: Spot;
  /** Behind the field's last property, where another may be added. */
  readonly end: number;
}

export type AvroSchema =
  | { readonly kind: 'primitive'; readonly type: Primitive; readonly logical?: Logical; readonly spot: Spot }
  | { readonly kind: 'array' | 'map'; readonly items: AvroSchema; readonly spot: Spot }
  | { readonly kind: 'union'; readonly branches: readonly AvroSchema[]; readonly spot: Spot }
  /** A name whose definition was not found. */
  | { readonly kind: 'unknown'; readonly fullName: string; readonly spot: Spot }
  | RecordSchema
  | EnumSchema
  | FixedSchema;
