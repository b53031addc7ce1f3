import { constraintElement, insertion, type Effect, type Situation } from './effect.ts';
import type { ActionOf, ConstraintDefinition, SchemaAction } from './schema-action.ts';

/** What an action keeps others from while it runs. Only PostgreSQL's locks are known, but for rewrites and explicit locks. */
export function lockEffects(action: SchemaAction, situation: Situation): readonly Effect[] {
  if (action.assured) return [];
  if (action.does === 'rewrite' || action.does === 'lock') return situation.made.has('table', action.table) ? [] : [explicit(action)];
  return situation.unit.dialect === 'postgresql' ? postgresLocks(action, situation) : [];
}

function explicit(action: ActionOf<'rewrite'> | ActionOf<'lock'>): Effect {
  const { table, by, does } = action;
  const change =
    by === 'VACUUM FULL' || by === 'CLUSTER'
      ? 'prefer-repack'
      : by === 'DETACH PARTITION'
        ? 'require-concurrent-partition-detach'
        : does === 'lock'
          ? 'locking-table'
          : 'rewriting-table';
  return risky(
    change,
    table,
    `\`${by}\` ${does === 'lock' ? 'locks' : 'rewrites'} \`${table}\`: nobody can write it, and mostly not even read it, until that is done.`,
  );
}

function postgresLocks(action: SchemaAction, situation: Situation): readonly Effect[] {
  const { made } = situation;
  if ('table' in action && made.has('table', action.table)) return [];
  switch (action.does) {
    case 'create-index':
      return indexCreated(action, situation);
    case 'drop':
      return action.object === 'index' ? indexDropped(action, situation) : [];
    case 'reindex':
      return action.concurrently
        ? []
        : [
            concurrently(
              'require-concurrent-reindex',
              action.name,
              `\`REINDEX\` without \`CONCURRENTLY\` locks what it rebuilds (\`${action.name}\`): writes wait until it is done.`,
              action.keyword,
              situation,
            ),
          ];
    case 'add-constraint':
      return constraintAdded(action.table, action.constraint, action, situation);
    case 'validate-constraint':
      return situation.inTransaction && made.has('constraint', action.name)
        ? [
            risky(
              'constraint-missing-not-valid',
              `${action.table}.${action.name}`,
              `\`${action.name}\` is validated in the transaction that adds it: the lock on \`${action.table}\` is kept while all rows are read. Validate in another migration.`,
            ),
          ]
        : [];
    case 'add-column':
      return columnAdded(action);
    case 'constrain-domain':
      return action.unchecked || made.has('type', action.type)
        ? []
        : [
            risky(
              'ban-alter-domain-with-add-constraint',
              action.type,
              `The domain \`${action.type}\` gets a constraint: every table that uses it is locked while its rows are checked.`,
            ),
          ];
    default:
      return [];
  }
}

function risky(change: string, element: string, message: string): Effect {
  return { change, impact: 'risky', element, message };
}

function concurrently(
  change: string,
  element: string,
  message: string,
  keyword: { readonly end: number } | undefined,
  { inTransaction }: Situation,
): Effect {
  return {
    ...risky(change, element, message),
    ...(keyword && !inTransaction && { fix: insertion('Work concurrently', keyword.end, ' CONCURRENTLY') }),
  };
}

function indexCreated(action: ActionOf<'create-index'>, situation: Situation): readonly Effect[] {
  const { table, name, keyword } = action;
  const element = name ?? table;
  if (!action.concurrently)
    return [
      concurrently(
        'require-concurrent-index-creation',
        element,
        `An index on \`${table}\` is built without \`CONCURRENTLY\`: writes to \`${table}\` wait until it is done.`,
        keyword,
        situation,
      ),
    ];
  return situation.inTransaction
    ? [
        risky(
          'ban-concurrent-index-creation-in-transaction',
          element,
          `An index on \`${table}\` is built with \`CONCURRENTLY\` inside of a transaction: PostgreSQL refuses that, and the migration fails.`,
        ),
      ]
    : [];
}

function indexDropped(action: ActionOf<'drop'>, situation: Situation): readonly Effect[] {
  const { name, keyword } = action;
  if (situation.made.has('index', name)) return [];
  if (!action.concurrently)
    return [
      concurrently(
        'require-concurrent-index-deletion',
        name,
        `The index \`${name}\` is dropped without \`CONCURRENTLY\`: reads and writes of its table wait for the lock.`,
        keyword,
        situation,
      ),
    ];
  return situation.inTransaction
    ? [
        risky(
          'ban-concurrent-index-creation-in-transaction',
          name,
          `The index \`${name}\` is dropped with \`CONCURRENTLY\` inside of a transaction: PostgreSQL refuses that, and the migration fails.`,
        ),
      ]
    : [];
}

function constraintAdded(table: string, constraint: ConstraintDefinition, { range }: SchemaAction, { unit }: Situation): readonly Effect[] {
  const { kind, name, unchecked, usingIndex } = constraint;
  const element = constraintElement(table, constraint);
  if (unchecked || usingIndex) return [];
  const what = name === undefined ? `a ${kind.replace('-', ' ')} constraint` : `the constraint \`${name}\``;
  if (kind === 'check' || kind === 'foreign-key') {
    const message = `\`${table}\` gets ${what} without \`NOT VALID\`: writes wait while all rows are checked.`;
    const fix =
      unit.place.tool === 'rails'
        ? undefined
        : insertion('Add it as NOT VALID, and validate it in another migration', range.end, ' NOT VALID');
    return [
      {
        ...risky(kind === 'check' ? 'constraint-missing-not-valid' : 'adding-foreign-key-constraint', element, message),
        ...(fix && { fix }),
      },
    ];
  }
  const change = {
    unique: 'disallowed-unique-constraint',
    'primary-key': 'adding-primary-key-constraint',
    exclude: 'adding-exclusion-constraint',
  }[kind];
  return [
    risky(
      change,
      element,
      `\`${table}\` gets ${what}, whose index is built under a lock: reads and writes wait. ${kind === 'exclude' ? 'There is no way around it but a quiet hour.' : 'Build the index with `CONCURRENTLY` and take it by `USING INDEX`.'}`,
    ),
  ];
}

function columnAdded({ table, column }: ActionOf<'add-column'>): readonly Effect[] {
  const element = `${table}.${column.name}`;
  if (column.filled === 'serial')
    return [
      risky(
        'adding-serial-primary-key-field',
        element,
        `The new column \`${element}\` numbers every row: \`${table}\` is rewritten, and nobody can read or write it meanwhile.`,
      ),
    ];
  if (column.filled === 'generated')
    return [
      risky(
        'adding-generated-field',
        element,
        `The new column \`${element}\` is computed for every row: \`${table}\` is rewritten, and nobody can read or write it meanwhile.`,
      ),
    ];
  if (column.default === 'volatile')
    return [
      risky(
        'adding-field-with-default',
        element,
        `The new column \`${element}\` has a default that differs by row: \`${table}\` is rewritten, and nobody can read or write it meanwhile.`,
      ),
    ];
  return column.constraints.some(({ kind }) => kind === 'foreign-key')
    ? [
        risky(
          'adding-foreign-key-constraint',
          element,
          `The new column \`${element}\` refers to another table: writes to both wait while the reference is set up.`,
        ),
      ]
    : [];
}
