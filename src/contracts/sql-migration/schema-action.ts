import type { TextRange } from '../../base/text-range.ts';

/** A name as it is shown (quotes taken off, parts joined by dots). */
export type Name = string;

/** What a default costs: a constant is kept once, a volatile one is computed for each row. */
export type DefaultKind = 'constant' | 'volatile';

export interface ColumnDefinition {
  readonly name: Name;
  /** As written, white space made one; undefined where the statement leaves it. */
  readonly type: string | undefined;
  readonly notNull: boolean;
  readonly default?: DefaultKind;
  /** Filled by the database itself: generated, identity, serial, auto increment. */
  readonly filled?: 'generated' | 'serial';
  readonly constraints: readonly ConstraintDefinition[];
}

export interface ConstraintDefinition {
  readonly kind: 'check' | 'foreign-key' | 'unique' | 'primary-key' | 'exclude';
  readonly name?: Name;
  readonly columns: readonly Name[];
  /** `NOT VALID`, `validate: false`: what is there is not looked at. */
  readonly unchecked: boolean;
  /** Takes over an index that is there. */
  readonly usingIndex: boolean;
  /** The column that a check says is not null. */
  readonly notNullOf?: Name;
}

/** The kinds of thing that can be dropped or renamed as a whole. */
export type ObjectKind =
  'table' | 'view' | 'schema' | 'database' | 'type' | 'function' | 'sequence' | 'index' | 'constraint' | 'trigger' | 'policy' | 'extension';

/**
 * What one statement, or one part of it, does to the schema or the data: the same for every dialect and tool.
 * `restated`: the statement says the whole column again (MySQL's `MODIFY`), so that this may be as it was.
 * `assured`: the author says in the code that it is safe (`safety_assured`).
 * `keyword`: the word behind which `CONCURRENTLY` belongs.
 */
export type SchemaAction = { readonly range: TextRange; readonly assured?: boolean } & (
  | {
      readonly does: 'create-table';
      readonly table: Name;
      readonly columns: readonly ColumnDefinition[];
      readonly temporary: boolean;
      readonly replaces: boolean;
    }
  | {
      readonly does: 'create';
      readonly object: ObjectKind;
      readonly name: Name;
      readonly columns?: readonly Name[] | undefined;
      readonly definition?: string;
    }
  | {
      readonly does: 'drop';
      readonly object: ObjectKind;
      readonly name: Name;
      readonly table?: Name;
      readonly concurrently: boolean;
      readonly keyword?: TextRange | undefined;
    }
  | { readonly does: 'rename'; readonly object: ObjectKind; readonly name: Name; readonly to: Name; readonly table?: Name }
  | { readonly does: 'add-column'; readonly table: Name; readonly column: ColumnDefinition }
  | { readonly does: 'drop-column'; readonly table: Name; readonly column: Name }
  | { readonly does: 'rename-column'; readonly table: Name; readonly column: Name; readonly to: Name }
  | {
      readonly does: 'change-type';
      readonly table: Name;
      readonly column: Name;
      readonly type: string;
      readonly converted: boolean;
      readonly restated?: boolean;
    }
  | {
      readonly does: 'set-nullability';
      readonly table: Name;
      readonly column: Name;
      readonly notNull: boolean;
      readonly restated?: boolean;
    }
  | { readonly does: 'set-default'; readonly table: Name; readonly column: Name; readonly dropped: boolean }
  | { readonly does: 'add-constraint'; readonly table: Name; readonly constraint: ConstraintDefinition }
  | { readonly does: 'validate-constraint'; readonly table: Name; readonly name: Name }
  | {
      readonly does: 'create-index';
      readonly table: Name;
      readonly name: Name | undefined;
      readonly unique: boolean;
      readonly concurrently: boolean;
      readonly keyword?: TextRange | undefined;
    }
  | { readonly does: 'reindex'; readonly name: Name; readonly concurrently: boolean; readonly keyword?: TextRange | undefined }
  | { readonly does: 'add-enum-value'; readonly type: Name; readonly value: string }
  | { readonly does: 'rename-enum-value'; readonly type: Name; readonly value: string; readonly to: string }
  | { readonly does: 'truncate'; readonly table: Name; readonly cascade: boolean }
  | { readonly does: 'delete-all'; readonly table: Name }
  | { readonly does: 'rewrite'; readonly table: Name; readonly by: string }
  | { readonly does: 'lock'; readonly table: Name; readonly by: string }
  | { readonly does: 'restrict'; readonly table: Name; readonly by: string }
  | { readonly does: 'constrain-domain'; readonly type: Name; readonly unchecked: boolean }
  | { readonly does: 'transaction'; readonly verb: 'begin' | 'end' }
  | { readonly does: 'set-timeout' }
  | { readonly does: 'comment'; readonly name: Name; readonly text: string }
  | { readonly does: 'revert'; readonly migration: Name }
);

/** The same thing however it is written: letter case, and a schema that is the default or filled in by a tool, do not count. */
export function keyOf(name: Name): string {
  return name.toLowerCase().replace(/^(?:public|dbo|\$\{[^}]*\}|\{\{[^}]*\}\})\./, '');
}

export type ActionOf<Does extends SchemaAction['does']> = Extract<SchemaAction, { does: Does }>;
