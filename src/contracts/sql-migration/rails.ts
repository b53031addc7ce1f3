import { addColumns, columnMethods } from './rails-column-methods.ts';
import { constraintMethods } from './rails-constraint-methods.ts';
import type { RailsMethods } from './rails-method.ts';
import { objectMethods } from './rails-object-methods.ts';
import { rubyCalls, type RubyCall } from './ruby-calls.ts';
import type { SchemaAction } from './schema-action.ts';

type Actions = readonly SchemaAction[];

/** What the way up of an Active Record migration does. What is computed (loops, variables, models) is not seen. */
export function railsActions(text: string): Actions {
  return rubyCalls(text)
    .filter(isUp)
    .flatMap((call) => {
      const actions = isReverted(call) ? actionsOf(call).flatMap(undone) : actionsOf(call);
      return actions.map((action) => ({ ...action, ...(isAssured(call) && { assured: true }) }));
    });
}

/** What `def down` does, for those that do not let Rails find it out. */
export function railsWayBack(text: string): Actions {
  return rubyCalls(text)
    .filter(({ within }) => within.some(({ name }) => name === 'down' || name === 'def down'))
    .flatMap(actionsOf);
}

/** Rails runs a migration in one transaction unless it says otherwise. */
export function railsRunsInTransaction(text: string): boolean {
  return !/^[ \t]*disable_ddl_transaction!/m.test(text);
}

function isUp({ within }: RubyCall): boolean {
  return (
    within.some(({ name }) => name === 'def change' || name === 'def up') &&
    !within.some(({ name }) => name === 'down' || name === 'def down')
  );
}

function isAssured({ within }: RubyCall): boolean {
  return within.some(({ name }) => name === 'safety_assured');
}

function isReverted({ within }: RubyCall): boolean {
  return within.some(({ name }) => name === 'revert');
}

/** What `revert do … end` makes of an action, where that takes something away. */
function undone(action: SchemaAction): Actions {
  if (action.does === 'create-table')
    return [{ does: 'drop', object: 'table', name: action.table, concurrently: false, range: action.range }];
  return action.does === 'add-column'
    ? [{ does: 'drop-column', table: action.table, column: action.column.name, range: action.range }]
    : [];
}

const methods: RailsMethods = { ...objectMethods, ...columnMethods, ...constraintMethods };

/** What is called on a table in `change_table`, and the method that does the same by itself. */
const tableMethods: Readonly<Partial<Record<string, string>>> = {
  remove: 'remove_columns',
  rename: 'rename_column',
  change: 'change_column',
  change_null: 'change_column_null',
  change_default: 'change_column_default',
  index: 'add_index',
  remove_index: 'remove_index',
  references: 'add_reference',
  belongs_to: 'add_reference',
  remove_references: 'remove_reference',
  remove_belongs_to: 'remove_reference',
  timestamps: 'add_timestamps',
  remove_timestamps: 'remove_timestamps',
  foreign_key: 'add_foreign_key',
  check_constraint: 'add_check_constraint',
  column: 'add_column',
};

function actionsOf(call: RubyCall): Actions {
  const table =
    call.receiver === undefined
      ? undefined
      : call.within.findLast(({ call: around }) => around?.name === 'change_table' || around?.name === 'create_table')?.call;
  if (call.receiver === undefined) return methods[call.name]?.(call) ?? [];
  if (table?.name !== 'change_table') return [];
  const inner = tableMethods[call.name];
  const [name] = table.values;
  if (name === undefined) return [];
  const named = { ...call, receiver: undefined, values: [name, ...call.values] };
  return inner ? (methods[inner]?.(named) ?? []) : call.name === 'index' || !call.values[0] ? [] : addColumns(named, call.name);
}
