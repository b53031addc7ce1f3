import type { TextRange } from '../../base/text-range.ts';
import type { ContractChange, ContractImpact } from '../../code/contract-change.ts';
import type { MigrationUnit } from './migration-units.ts';
import { keyOf, type ConstraintDefinition, type Name, type ObjectKind, type SchemaAction } from './schema-action.ts';
import type { SchemaState } from './schema-state.ts';

/** What an action does to those who use the database. */
export interface Effect {
  readonly change: string;
  readonly impact: ContractImpact;
  readonly element: string;
  readonly message: string;
  readonly fix?: NonNullable<ContractChange['fix']>;
}

/** What is known where an action stands. */
export interface Situation {
  readonly unit: MigrationUnit;
  /** As the actions before this one leave it. */
  readonly schema: SchemaState;
  /** Whether the migrations at base were read and say what tables there are. */
  readonly knowsBase: boolean;
  /** In a transaction that the file or the tool opens. */
  readonly inTransaction: boolean;
  /** What the change itself made, up to here and beyond: nobody uses it yet. */
  readonly made: MadeThings;
}

/** Things that the new migrations of a change create. */
export class MadeThings {
  readonly #soFar = new Set<string>();
  readonly #ever = new Set<string>();
  readonly #renamedTo = new Set<string>();
  readonly #columnsRenamedTo = new Map<string, Name>();
  readonly #droppedColumns = new Set<string>();
  readonly #keepsDefault = new Map<string, boolean>();

  constructor(actions: Iterable<SchemaAction>) {
    for (const action of actions) {
      for (const key of keysOf(action)) this.#ever.add(key);
      if (action.does === 'rename' && action.object === 'table') this.#renamedTo.add(keyOf(action.to));
      if (action.does === 'rename-column') this.#columnsRenamedTo.set(columnKey(action.table, action.to), action.column);
      if (action.does === 'drop-column') this.#droppedColumns.add(columnKey(action.table, action.column));
      if (action.does === 'set-default') this.#keepsDefault.set(columnKey(action.table, action.column), !action.dropped);
    }
  }

  note(action: SchemaAction): void {
    for (const key of keysOf(action)) this.#soFar.add(key);
    if (action.does === 'rename' && this.has(action.object, action.name)) this.#soFar.add(keyFor(action.object, action.to));
    if (action.does === 'rename-column' && this.hasColumn(action.table, action.column)) this.#soFar.add(columnKey(action.table, action.to));
  }

  /** Made before this place. */
  has(object: ObjectKind, name: Name): boolean {
    return this.#soFar.has(keyFor(object, name));
  }

  hasColumn(table: Name, column: Name): boolean {
    return this.has('table', table) || this.#soFar.has(columnKey(table, column));
  }

  /** Made anywhere in the change. */
  makes(object: ObjectKind, name: Name): boolean {
    return this.#ever.has(keyFor(object, name));
  }

  /** Another table takes the name. */
  renamesTo(table: Name): boolean {
    return this.#renamedTo.has(keyOf(table));
  }

  /** The change drops a column of the name. */
  drops(table: Name, column: Name): boolean {
    return this.#droppedColumns.has(columnKey(table, column));
  }

  /** The column that takes the name anywhere in the change. */
  renamedTo(table: Name, column: Name): Name | undefined {
    return this.#columnsRenamedTo.get(columnKey(table, column));
  }

  /** Whether the last word of the change on the default of a column gives it one. */
  endsWithDefault(table: Name, column: Name): boolean {
    return this.#keepsDefault.get(columnKey(table, column)) === true;
  }
}

function keysOf(action: SchemaAction): readonly string[] {
  switch (action.does) {
    case 'create-table':
      return [keyFor('table', action.table)];
    case 'create':
      return [keyFor(action.object, action.name)];
    case 'create-index':
      return action.name === undefined ? [] : [keyFor('index', action.name)];
    case 'add-column':
      return [columnKey(action.table, action.column.name)];
    case 'add-constraint':
      return action.constraint.name === undefined ? [] : [keyFor('constraint', action.constraint.name)];
    case 'rename':
      return action.object === 'constraint' || action.object === 'index' ? [keyFor(action.object, action.to)] : [];
    default:
      return [];
  }
}

function keyFor(object: ObjectKind, name: Name): string {
  return `${object} ${keyOf(object === 'index' ? (name.split('.').at(-1) ?? name) : name)}`;
}

function columnKey(table: Name, column: Name): string {
  return `column ${keyOf(table)}.${keyOf(column)}`;
}

export function insertion(title: string, at: number, newText: string): NonNullable<ContractChange['fix']> {
  const range: TextRange = { start: at, end: at };
  return { title, edits: [{ range, newText }] };
}

/** By its name, its columns, or its kind: whatever the statement gives. */
export function constraintElement(table: Name, { name, columns, kind }: ConstraintDefinition): string {
  return `${table}.${name ?? (columns.length > 0 ? columns.join('_') : kind)}`;
}
