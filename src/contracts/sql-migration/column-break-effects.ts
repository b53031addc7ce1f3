import { isUnlimitedText, typeStep } from './column-types.ts';
import { uniqueAdded } from './constraint-break-effects.ts';
import type { Effect, Situation } from './effect.ts';
import { nullableFix } from './nullable-fix.ts';
import { keyOf, type ActionOf, type Name, type SchemaAction } from './schema-action.ts';

/** A column is added to a table that was there before. */
export function addedColumn({ table, column, range }: ActionOf<'add-column'>, { made, unit }: Situation): readonly Effect[] {
  if (made.has('table', table)) return [];
  const element = `${table}.${column.name}`;
  const isRequired = column.notNull && column.default === undefined && column.filled === undefined;
  const unique =
    column.default !== undefined && column.constraints.some(({ kind }) => kind === 'unique') ? [uniqueAdded(table, column.name)] : [];
  if (unit.place.tool === 'rails' && column.type === 'json')
    return [
      {
        change: 'adding-json-column',
        impact: 'breaking',
        element,
        message: `\`${table}\` has the new column \`${column.name}\` of the type \`json\`, which cannot be compared: callers that ask for \`distinct\` rows, which selects every column, fail. \`jsonb\` can be.`,
      },
    ];
  if (!isRequired || (unit.dialect === 'mysql' && hasImplicitDefault(column.type)))
    return [
      { change: 'adding-column', impact: 'compatible', element, message: `\`${table}\` has the new column \`${column.name}\`.` },
      ...unique,
    ];
  return [
    {
      change: 'adding-required-field',
      impact: 'breaking',
      element,
      message: `\`${table}\` has the new column \`${column.name}\`, which is \`NOT NULL\` and has no default: callers that insert rows without it fail, and so does the migration where rows exist.`,
      ...nullableFix(unit, range),
    },
  ];
}

/** MySQL fills rows that are there; whoever inserts without a value still fails in its strict mode. */
function hasImplicitDefault(type: string | undefined): boolean {
  return /^timestamp\b/i.test(type ?? '');
}

/** A column is dropped or gets another name. */
export function lostColumn(action: ActionOf<'drop-column'> | ActionOf<'rename-column'>, situation: Situation): readonly Effect[] {
  const { schema, made } = situation;
  const { table, column } = action;
  if (made.hasColumn(table, column)) return [];
  if (action.does === 'drop-column') {
    const successor = made.renamedTo(table, column);
    return successor === undefined
      ? [columnDropped(table, column, schema.column(table, column)?.type)]
      : replacedColumn(action, successor, situation);
  }
  return [
    {
      change: 'renaming-column',
      impact: made.renamedTo(table, action.to) === column && made.drops(table, action.to) ? 'risky' : 'breaking',
      element: `${table}.${column}`,
      message: `The column \`${table}.${column}\` is called \`${action.to}\` now: callers that read or write the old name fail.`,
    },
  ];
}

/** Another column takes the name: callers find it, with another type perhaps. */
function replacedColumn(action: ActionOf<'drop-column'>, successor: Name, situation: Situation): readonly Effect[] {
  const { table, column, range } = action;
  const type = situation.schema.column(table, successor)?.type;
  return type === undefined ? [] : changedType({ does: 'change-type', table, column, type, converted: true, range }, situation);
}

/** A column is gone with its values. */
export function columnDropped(table: Name, column: Name, type: string | undefined): Effect {
  return {
    change: 'ban-drop-column',
    impact: 'breaking',
    element: `${table}.${column}`,
    message: `The column \`${table}.${column}\`${type === undefined ? '' : ` (\`${type}\`)`} is dropped: callers that still read or write it fail, and its values are lost.`,
  };
}

/** A column gets another type. */
export function changedType(action: ActionOf<'change-type'>, { schema, made, unit }: Situation): readonly Effect[] {
  const { table, column, type, converted } = action;
  const before = schema.column(table, column)?.type ?? typeBefore(unit.wayBack, table, column);
  const step = typeStep(before, type);
  if (made.hasColumn(table, column) || step === 'same') return [];
  const impact =
    step === 'wider'
      ? 'compatible'
      : step === 'wider-number' ||
          step === 'more-values' ||
          step === 'compared-otherwise' ||
          (step === 'unknown' && ((isUnlimitedText(type) && !converted) || action.restated))
        ? 'risky'
        : 'breaking';
  const whom = {
    wider: 'whatever fitted before still fits',
    'wider-number': 'callers that read it into a smaller number overflow, and the whole table is rewritten under a lock',
    'more-values': 'callers that read it may get a value that they do not know',
    'compared-otherwise': 'callers that compare its values find others, because letter case counts differently',
    'narrower-or-other': 'callers that read or write values of the old type fail',
    unknown: 'callers that read or write values of the type it had may fail, and the table may be rewritten under a lock',
  }[step];
  return [
    {
      change: 'changing-column-type',
      impact,
      element: `${table}.${column}`,
      message: `The column \`${table}.${column}\` ${before === undefined ? 'gets the type' : `was \`${before}\` and is`} \`${type}\`${before === undefined ? '' : ' now'}: ${whom}.`,
    },
  ];
}

/** The type that the way back gives a column again. */
function typeBefore(wayBack: readonly SchemaAction[], table: Name, column: Name): string | undefined {
  return wayBack.flatMap((action) =>
    action.does === 'change-type' && keyOf(action.table) === keyOf(table) && keyOf(action.column) === keyOf(column) ? [action.type] : [],
  )[0];
}

/** A column may no longer, or may from now on, hold NULL. */
export function changedNullability(action: ActionOf<'set-nullability'>, situation: Situation): readonly Effect[] {
  const { schema, made } = situation;
  const { table, column, notNull } = action;
  const before = schema.column(table, column);
  if (made.hasColumn(table, column)) return notNull && before?.hasDefault !== true ? leftRequired(table, column, situation) : [];
  if (before?.notNull === notNull || (action.restated && before?.notNull === undefined && !notNull)) return [];
  const element = `${table}.${column}`;
  if (!notNull)
    return [
      {
        change: 'ban-drop-not-null',
        impact: 'breaking',
        element,
        message: `The column \`${element}\` was \`NOT NULL\` and may hold NULL now: callers that read it get values they did not have to expect.`,
      },
    ];
  const impact = isCheckedNotNull(table, column, situation)
    ? 'compatible'
    : before?.hasDefault === true || (action.restated && before?.notNull === undefined) || schema.hasValidatedUnseen(table)
      ? 'risky'
      : 'breaking';
  const whom =
    impact === 'compatible'
      ? 'a check already keeps NULL out'
      : `callers that write NULL${impact === 'breaking' ? ' or leave it out' : ''} fail, and the whole table is read under a lock`;
  return [{ change: 'adding-not-nullable-field', impact, element, message: `The column \`${element}\` is \`NOT NULL\` now: ${whom}.` }];
}

/** A check kept NULL out before the change, or one of the change has looked at all rows. */
function isCheckedNotNull(table: Name, column: Name, { schema, made }: Situation): boolean {
  const check = schema.notNullCheck(table, column);
  return check !== undefined && (check.isProven || (check.name !== undefined && !made.has('constraint', check.name)));
}

/** A column that the change adds to a table that was there before ends as one that has to be given. */
function leftRequired(table: Name, column: Name, situation: Situation): readonly Effect[] {
  if (situation.made.has('table', table) || situation.made.endsWithDefault(table, column)) return [];
  return [
    {
      change: 'adding-required-field',
      impact: isCheckedNotNull(table, column, situation) ? 'risky' : 'breaking',
      element: `${table}.${column}`,
      message: `The new column \`${table}.${column}\` ends as \`NOT NULL\` without a default: callers that insert rows without it fail.`,
    },
  ];
}

/** A column loses its default. */
export function droppedDefault({ table, column, dropped: isDropped }: ActionOf<'set-default'>, situation: Situation): readonly Effect[] {
  const { schema, made } = situation;
  const before = schema.column(table, column);
  if (!isDropped || before?.hasDefault === false) return [];
  if (made.hasColumn(table, column)) return before?.notNull === true ? leftRequired(table, column, situation) : [];
  const impact = before?.notNull === true ? 'breaking' : 'risky';
  return [
    {
      change: 'dropping-default',
      impact,
      element: `${table}.${column}`,
      message: `The column \`${table}.${column}\` no longer has a default${before?.notNull === true ? ' and is `NOT NULL`' : ''}: callers that insert rows without it ${impact === 'breaking' ? 'fail' : 'store NULL or fail'}.`,
    },
  ];
}
