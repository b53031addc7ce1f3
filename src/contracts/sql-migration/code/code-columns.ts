import type { ColumnDefinition, Name } from '../schema-action.ts';
import { entryOf, textOf, truthOf, type CodeStep, type CodeValue } from './code-value.ts';

/** Functions of databases that give another value for each row. */
const volatile = /gen_random_uuid|uuid_generate|random|clock_timestamp|nextval|\bUUIDV/i;

/** A column as TypeORM, Sequelize and node-pg-migrate are told it: `{ type, isNullable | allowNull | notNull, default | defaultValue }`. */
export function columnOf(name: Name, value: CodeValue | undefined): ColumnDefinition {
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
function isRequired(value: CodeValue | undefined): boolean {
  const nullable = truthOf(entryOf(value, 'isNullable', 'allowNull'));
  if (nullable !== undefined) return !nullable;
  return value?.kind === 'made' || truthOf(entryOf(value, 'notNull')) === true;
}

export function nullabilityOf(value: CodeValue | undefined): boolean | undefined {
  const nullable = truthOf(entryOf(value, 'isNullable', 'allowNull'));
  return nullable === undefined ? truthOf(entryOf(value, 'notNull')) : !nullable;
}

function defaultOf(value: CodeValue | undefined): ColumnDefinition['default'] {
  if (value === undefined || (value.kind === 'word' && /^(?:null|undefined)$/.test(value.text))) return undefined;
  return volatile.test(wordsOf(value)) ? 'volatile' : 'constant';
}

/** `'varchar'`, `DataTypes.STRING(100)`, `Sequelize.TEXT`. */
export function typeOf(value: CodeValue | undefined): string | undefined {
  if (value?.kind === 'text') return value.text;
  if (value?.kind === 'word' && value.text.includes('.')) return named(value.text.slice(value.text.lastIndexOf('.') + 1), []);
  const [step] = value?.kind === 'chain' && value.chain.steps.length === 1 ? value.chain.steps : [];
  return step && named(step.name, step.values);
}

function named(name: string, values: readonly CodeValue[]): string | undefined {
  if (/^(?:ENUM|ARRAY|VIRTUAL|RANGE)$/i.test(name)) return undefined;
  const sizes = values.flatMap((value) => (value.kind === 'word' && /^\d+$/.test(value.text) ? [value.text] : []));
  const type = name.toLowerCase();
  return sizes.length > 0 ? `${type}(${sizes.join(',')})` : type === 'string' ? 'varchar(255)' : type;
}

function wordsOf(value: CodeValue): string {
  if (value.kind === 'text' || value.kind === 'word') return value.text;
  return value.kind === 'chain' ? value.chain.steps.flatMap(({ name, values }) => [name, ...values.map(wordsOf)]).join(' ') : '';
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

export const tableTexts = (value: CodeValue | undefined): Name | undefined => textOf(value) ?? textOf(entryOf(value, 'tableName', 'name'));
