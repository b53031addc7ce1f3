import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { migrationPlace } from '../sql-migration/migration-place.ts';
import { keyOf, type SchemaAction } from '../sql-migration/schema-action.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { filesHolding } from './files-holding.ts';
import { columnFields, columnNames, entitiesIn, pascalCase, tableNames, type Entity } from './entities.ts';
import { nearestMigrations } from './nearest-migrations.ts';

/** A table, or a column of it, that new migrations take away or rename. */
export interface Gone {
  readonly table: string;
  readonly column?: string;
  readonly to?: string;
  readonly file: SourceFile;
  readonly range: TextRange;
}

/** Tables and columns that new migrations take away although a class of head is still mapped to them. */
export async function stillMapped(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const gone = await goneByMigrations(files, surroundings);
  if (gone.length === 0) return [];
  const entities = await entitiesOf(
    gone.map(({ table }) => table),
    surroundings,
  );
  const isNearest = await nearestMigrations(surroundings);
  return gone.flatMap((each) => {
    const table = withoutSchema(each.table);
    for (const entity of entities.filter((one) => tableNames(one).includes(table) && isNearest(one.file.path, each.file.path))) {
      const mapped = mappedTo(entity, each);
      if (mapped) return [stillMappedTo(each, { ...mapped, owner: entity.symbol.name, file: entity.file })];
    }
    return [];
  });
}

/** What the new migrations of a change take away. */
export async function goneByMigrations(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<readonly Gone[]> {
  if (!files.some(({ head }) => head && migrationPlace(head.path, head.text))) return [];
  const { addedMigrations } = await import('../sql-migration/compare.ts');
  const added = await addedMigrations(files, surroundings);
  return goneIn(added.flatMap(({ unit }) => unit.actions.map((action) => ({ action, file: unit.file }))));
}

/** The classes that may be mapped to one of the tables, by what is said or by their names. */
export async function entitiesOf(tables: readonly string[], surroundings: ContractSurroundings): Promise<readonly Entity[]> {
  const names = [...new Set(tables.map(withoutSchema))];
  const words = names.flatMap((name) => [name, name.toUpperCase(), pascalCase(name)]);
  const files = await surroundings.code('head', await filesHolding(words, ['.java', '.ts'], surroundings));
  return files.filter(({ facts }) => facts?.errors.length === 0).flatMap(entitiesIn);
}

export function withoutSchema(table: string): string {
  return table.slice(table.lastIndexOf('.') + 1);
}

/** What is gone when all of them have run: what is made again in between is not. */
function goneIn(steps: readonly { readonly action: SchemaAction; readonly file: SourceFile }[]): readonly Gone[] {
  const gone = new Map<string, Gone>();
  for (const { action, file } of steps) {
    const { range } = action;
    const take = (table: string, column?: string, to?: string): void => {
      gone.set(placeOf(table, column), {
        table: keyOf(table),
        ...(column !== undefined && { column: keyOf(column) }),
        ...(to !== undefined && { to }),
        file,
        range,
      });
    };
    if (action.does === 'create-table') gone.delete(placeOf(action.table));
    if (action.does === 'create' && action.object === 'view') gone.delete(placeOf(action.name));
    if (action.does === 'add-column') gone.delete(placeOf(action.table, action.column.name));
    if (action.does === 'drop' && action.object === 'table') take(action.name);
    if (action.does === 'drop-column') take(action.table, action.column);
    if (action.does === 'rename' && action.object === 'table') {
      gone.delete(placeOf(action.to));
      take(action.name, undefined, action.to);
    }
    if (action.does === 'rename-column') {
      gone.delete(placeOf(action.table, action.to));
      take(action.table, action.column, action.to);
    }
  }
  return [...gone.values()];
}

function placeOf(table: string, column = ''): string {
  return `${keyOf(table)} ${keyOf(column)}`;
}

/** Where the class says so: the field, or the class itself. */
function mappedTo(entity: Entity, { column }: Gone): { readonly name: string; readonly range: TextRange } | undefined {
  const { symbol, file } = entity;
  if (column === undefined) return { name: symbol.name, range: symbol.nameRange };
  const field = columnFields(entity).find((each) => columnNames(each, file).includes(column));
  return field && { name: `${symbol.name}.${field.name}`, range: field.nameRange };
}

/** What is mapped to a table or a column: `name` for messages, `owner` what is queried. */
interface Mapped {
  readonly name: string;
  readonly owner: string;
  readonly file: SourceFile;
  readonly range: TextRange;
}

export function stillMappedTo({ table, column, to, file, range }: Gone, mapped: Mapped): ContractChange {
  const what = column === undefined ? table : `${table}.${column}`;
  const becomes = to === undefined ? 'is dropped here' : `becomes \`${to}\` here`;
  return {
    contract: 'agreement',
    change: column === undefined ? 'mapped-table-removed' : 'mapped-column-removed',
    impact: 'breaking',
    message: `\`${what}\` ${becomes}, but \`${mapped.name}\` (\`${mapped.file.path}\`) is still mapped to it: every query of \`${mapped.owner}\` fails.`,
    element: what,
    file,
    range,
    before: { file: mapped.file, range: mapped.range },
    deprecatedBefore: false,
  };
}
