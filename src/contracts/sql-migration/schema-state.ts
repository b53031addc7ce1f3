import { keyOf, type ActionOf, type ColumnDefinition, type Name, type SchemaAction } from './schema-action.ts';

export interface ColumnState {
  readonly name: Name;
  readonly type: string | undefined;
  /** Undefined where no migration that was read says it. */
  readonly notNull: boolean | undefined;
  readonly hasDefault: boolean | undefined;
}

/** A check that says that a column is not null. */
export interface NotNullCheck {
  readonly table: Name;
  readonly name: Name | undefined;
  /** Whether the rows that were there when it came have been looked at. */
  readonly isProven: boolean;
}

/** What is known of the schema after a row of migrations: tables with their columns, views, and what was marked as deprecated. */
export class SchemaState {
  readonly #tables = new Map<string, Map<string, ColumnState>>();
  readonly #replaced = new Map<string, readonly ColumnState[]>();
  readonly #droppedViews = new Set<string>();
  readonly #views = new Map<string, readonly Name[]>();
  readonly #triggerFunctions = new Set<string>();
  readonly #notNullChecks = new Map<string, NotNullCheck>();
  readonly #constraints = new Set<string>();
  readonly #validatedUnseen = new Set<string>();
  readonly #deprecated = new Set<string>();

  /** Whether not one table is known. */
  get isEmpty(): boolean {
    return this.#tables.size === 0;
  }

  hasTable(table: Name): boolean {
    return this.#tables.has(keyOf(table));
  }

  column(table: Name, column: Name): ColumnState | undefined {
    return this.#tables.get(keyOf(table))?.get(keyOf(column));
  }

  columns(table: Name): readonly ColumnState[] {
    return [...(this.#tables.get(keyOf(table))?.values() ?? [])];
  }

  /** The columns that a table had when it was dropped. */
  replacedColumns(table: Name): readonly ColumnState[] {
    return this.#replaced.get(keyOf(table)) ?? [];
  }

  viewColumns(view: Name): readonly Name[] | undefined {
    return this.#views.get(keyOf(view));
  }

  /** The check that keeps NULL out of a column. */
  notNullCheck(table: Name, column: Name): NotNullCheck | undefined {
    return this.#notNullChecks.get(keyIn(table, column));
  }

  /** Whether a constraint of the table was validated that no migration that was read adds: nobody knows what it says. */
  hasValidatedUnseen(table: Name): boolean {
    return this.#validatedUnseen.has(keyOf(table));
  }

  /** Whether only triggers can call a function. */
  isForTriggers(routine: Name): boolean {
    return this.#triggerFunctions.has(keyOf(routine));
  }

  /** Whether a comment on the table, or on the column, said that it is deprecated. */
  isDeprecated(name: Name): boolean {
    return this.#deprecated.has(keyOf(name));
  }

  /** Forgets what is gone: what comes later under its name has nothing to do with it. */
  settle(): void {
    this.#replaced.clear();
    this.#validatedUnseen.clear();
    for (const view of this.#droppedViews) this.#views.delete(view);
    this.#droppedViews.clear();
  }

  apply(action: SchemaAction): void {
    switch (action.does) {
      case 'create-table':
        this.#tables.set(keyOf(action.table), new Map(action.columns.map((column) => [keyOf(column.name), stateOf(column)])));
        break;
      case 'create':
        if (action.object === 'view') this.#createView(action.name, action.columns);
        if (action.object === 'function' && /\bRETURNS\s{1,9}TRIGGER\b/i.test(action.definition?.slice(0, 1000) ?? ''))
          this.#triggerFunctions.add(keyOf(action.name));
        break;
      case 'drop':
        if (action.object === 'table') this.#dropTable(action.name);
        if (action.object === 'view') this.#droppedViews.add(keyOf(action.name));
        break;
      case 'rename':
        if (action.object === 'table') this.#renameTable(action.name, action.to);
        break;
      case 'comment':
        if (/\bdeprecated\b/i.test(action.text)) this.#deprecated.add(keyOf(action.name));
        break;
      case 'add-constraint':
        this.#addConstraint(action);
        break;
      case 'validate-constraint':
        this.#validate(action);
        break;
      default:
        this.#applyToColumn(action);
    }
  }

  #addConstraint({ table, constraint: { name, notNullOf, unchecked } }: ActionOf<'add-constraint'>): void {
    if (name !== undefined) this.#constraints.add(keyIn(table, name));
    if (notNullOf !== undefined) this.#notNullChecks.set(keyIn(table, notNullOf), { table, name, isProven: !unchecked });
  }

  #validate({ table, name }: ActionOf<'validate-constraint'>): void {
    if (!this.#constraints.has(keyIn(table, name))) this.#validatedUnseen.add(keyOf(table));
    for (const [key, check] of this.#notNullChecks)
      if (keyOf(check.table) === keyOf(table) && keyOf(check.name ?? name) === keyOf(name))
        this.#notNullChecks.set(key, { ...check, isProven: true });
  }

  #createView(name: Name, columns: readonly Name[] | undefined): void {
    this.#droppedViews.delete(keyOf(name));
    if (columns) this.#views.set(keyOf(name), columns);
    else this.#views.delete(keyOf(name));
  }

  #dropTable(name: Name): void {
    this.#replaced.set(keyOf(name), this.columns(name));
    this.#tables.delete(keyOf(name));
  }

  #renameTable(from: Name, to: Name): void {
    const columns = this.#tables.get(keyOf(from));
    this.#tables.delete(keyOf(from));
    if (columns) this.#tables.set(keyOf(to), columns);
  }

  #applyToColumn(action: SchemaAction): void {
    if (!('table' in action)) return;
    const columns = this.#tables.get(keyOf(action.table)) ?? new Map<string, ColumnState>();
    this.#change(action, columns);
    if (columns.size > 0) this.#tables.set(keyOf(action.table), columns);
  }

  #change(action: SchemaAction, columns: Map<string, ColumnState>): void {
    const update = (column: Name, change: Partial<ColumnState>): void => {
      const key = keyOf(column);
      columns.set(key, {
        ...(columns.get(key) ?? { name: column, type: undefined, notNull: undefined, hasDefault: undefined }),
        ...change,
      });
    };
    switch (action.does) {
      case 'add-column':
        update(action.column.name, stateOf(action.column));
        break;
      case 'drop-column':
        columns.delete(keyOf(action.column));
        break;
      case 'rename-column': {
        const old = columns.get(keyOf(action.column));
        columns.delete(keyOf(action.column));
        if (old) update(action.to, { ...old, name: action.to });
        break;
      }
      case 'change-type':
        update(action.column, { type: action.type });
        break;
      case 'set-nullability':
        update(action.column, { notNull: action.notNull });
        break;
      case 'set-default':
        update(action.column, { hasDefault: !action.dropped });
        break;
      default:
    }
  }
}

function keyIn(table: Name, name: Name): string {
  return keyOf(`${keyOf(table)}.${name}`);
}

function stateOf({ name, type, notNull, default: value, filled }: ColumnDefinition): ColumnState {
  return { name, type, notNull, hasDefault: value !== undefined || filled !== undefined };
}
