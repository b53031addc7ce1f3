import { isTrue, textOf, type RailsMethod, type RailsMethods } from './rails-method.ts';
import type { RubyCall, RubyValue } from './ruby-calls.ts';
import { keyOf, type SchemaAction } from './schema-action.ts';

const constraintRemoved: RailsMethod = ({ values, options, range }) => [
  {
    does: 'drop',
    object: 'constraint',
    name: options.get('name')?.text ?? textOf(values[1]),
    table: textOf(values[0]),
    concurrently: false,
    range,
  },
];

/** What adds and removes constraints and indexes. */
export const constraintMethods: RailsMethods = {
  rename_index: ({ values, range }) => [{ does: 'rename', object: 'index', name: textOf(values[1]), to: textOf(values[2]), range }],
  add_index: ({ values, options, range }) => [
    {
      does: 'create-index',
      table: textOf(values[0]),
      name: options.get('name')?.text,
      unique: isTrue(options.get('unique')),
      concurrently: options.get('algorithm')?.text === 'concurrently',
      range,
    },
  ],
  remove_index: ({ values, options, range }) => [
    {
      does: 'drop',
      object: 'index',
      name: options.get('name')?.text ?? nameOfIndex(values, options.get('column')),
      table: textOf(values[0]),
      concurrently: options.get('algorithm')?.text === 'concurrently',
      range,
    },
  ],
  add_foreign_key: (call) => [constraintAdded(call, 'foreign-key', [])],
  add_check_constraint: (call) => {
    const notNullOf = /^["\s]*([\w.]+)["\s]+IS\s+NOT\s+NULL\s*$/i.exec(call.values[1]?.text ?? '')?.[1];
    return [constraintAdded(call, 'check', [], notNullOf)];
  },
  add_unique_constraint: (call) => [constraintAdded(call, 'unique', [])],
  add_exclusion_constraint: (call) => [constraintAdded(call, 'exclude', [])],
  remove_foreign_key: constraintRemoved,
  remove_check_constraint: constraintRemoved,
  remove_unique_constraint: constraintRemoved,
  remove_exclusion_constraint: constraintRemoved,
  validate_check_constraint: ({ values, options, range }) => [
    { does: 'validate-constraint', table: textOf(values[0]), name: options.get('name')?.text ?? textOf(values[1]), range },
  ],
  validate_foreign_key: ({ values, range }) => [{ does: 'validate-constraint', table: textOf(values[0]), name: textOf(values[1]), range }],
};

/** A constraint by the name, the columns and the options of a call. */
export function constraintAdded(
  { values, options, range }: RubyCall,
  kind: 'check' | 'foreign-key' | 'unique' | 'exclude',
  columns: readonly string[],
  notNullOf?: string,
): SchemaAction {
  const name = options.get('name')?.text;
  return {
    does: 'add-constraint',
    table: textOf(values[0]),
    constraint: {
      kind,
      ...(name !== undefined && { name }),
      columns:
        columns.length > 0
          ? columns
          : kind === 'unique'
            ? values.slice(1).flatMap((each) => (each.kind === 'list' ? each.items : [each.text]))
            : [],
      unchecked: options.get('validate')?.text === 'false',
      usingIndex: options.has('using_index'),
      ...(notNullOf !== undefined && { notNullOf }),
    },
    range,
  };
}

function nameOfIndex(values: readonly RubyValue[], column: RubyValue | undefined): string {
  const columns = column ?? values[1];
  return `index_${textOf(values[0])}_on_${columns?.kind === 'list' ? columns.items.join('_and_') : keyOf(textOf(columns))}`;
}
