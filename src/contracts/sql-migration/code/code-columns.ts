import { chainOf } from '../../../code/chain.ts';
import type { Expression } from '../../../code/expression.ts';
import { walk } from '../../../code/walk.ts';
import type { ColumnDefinition, Name } from '../schema-action.ts';
import type { CodeStep } from './code-steps.ts';
import { entryOf, sizeOf, textOf, truthOf } from './code-value.ts';

/** Functions of databases that give another value for each row. */
const volatile = /gen_random_uuid|uuid_generate|random|clock_timestamp|nextval|\bUUIDV/i;

/** A column as TypeORM, Sequelize and node-pg-migrate are told it: `{ type, isNullable | allowNull | notNull, default | defaultValue }`. */
export function columnOf(name: Name, value: Expression | undefined): ColumnDefinition {
  const said = typeOf(entryOf(value, 'type') ?? value);
  const fallback = defaultOf(entryOf(value, 'default', 'defaultValue'));
  const isFilled = ['isGenerated', 'autoIncrement', 'generatedType', 'generationStrategy'].some((key) => {
    const given = entryOf(value, key);
    return given !== undefined && truthOf(given) !== false;
  });
  return {
    name,
    type: said,
    notNull: isRequired(value),
    ...(fallback && { default: fallback }),
    ...((isFilled || /^(?:big|small)?serial\b/i.test(said ?? '')) && { filled: 'serial' as const }),
    constraints: [],
  };
}

/** TypeORM's columns must have a value unless they say otherwise; those of the others need none. */
function isRequired(value: Expression | undefined): boolean {
  const nullable = truthOf(entryOf(value, 'isNullable', 'allowNull'));
  if (nullable !== undefined) return !nullable;
  return value?.kind === 'new' || truthOf(entryOf(value, 'notNull')) === true;
}

export function nullabilityOf(value: Expression | undefined): boolean | undefined {
  const nullable = truthOf(entryOf(value, 'isNullable', 'allowNull'));
  return nullable === undefined ? truthOf(entryOf(value, 'notNull')) : !nullable;
}

function defaultOf(value: Expression | undefined): ColumnDefinition['default'] {
  if (value === undefined || value.kind === 'null' || value.kind === 'undefined') return undefined;
  return volatile.test(wordsOf(value)) ? 'volatile' : 'constant';
}

/** `'varchar'`, `DataTypes.STRING(100)`, `Sequelize.TEXT`. */
export function typeOf(value: Expression | undefined): string | undefined {
  if (value?.kind === 'member') return named(value.name, []);
  const isCall = value?.kind === 'call' && chainOf(value).calls.length === 1;
  return isCall ? named(value.name, value.arguments) : textOf(value);
}

function named(name: string, values: readonly Expression[]): string | undefined {
  if (/^(?:ENUM|ARRAY|VIRTUAL|RANGE)$/i.test(name)) return undefined;
  const [type, size] = [name.toLowerCase(), sizeOf(values)];
  return type === 'string' && size === '' ? 'varchar(255)' : type + size;
}

function wordsOf(value: Expression): string {
  return walk([value])
    .map(({ node }) => (node.kind === 'string' ? node.value : node.kind === 'new' ? node.type : 'name' in node ? (node.name ?? '') : ''))
    .join(' ');
}

/** A column as knex and kysely are told it, by what is called on it. */
export function columnOfSteps(name: Name, type: string | undefined, steps: readonly CodeStep[]): ColumnDefinition {
  const named = new Map(steps.map((step) => [step.name, step]));
  const fallback = defaultOf((named.get('defaultTo') ?? named.get('default'))?.values[0]);
  const isFilled = type !== undefined && /increments|serial/i.test(type);
  return {
    name,
    type,
    notNull: named.has('notNullable') || named.has('notNull'),
    ...(fallback && { default: fallback }),
    ...(isFilled ? { filled: 'serial' as const } : named.has('generatedAlwaysAs') && { filled: 'generated' as const }),
    constraints: [],
  };
}

export const tableTexts = (value: Expression | undefined): Name | undefined => textOf(value) ?? textOf(entryOf(value, 'tableName', 'name'));
