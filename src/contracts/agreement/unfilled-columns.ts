import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { migrationPlace } from '../sql-migration/migration-place.ts';
import { keyOf, type ColumnDefinition } from '../sql-migration/schema-action.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { columnFields, columnNames, entitiesIn, tableNames, type Entity } from './entities.ts';
import { nearestMigrations } from './nearest-migrations.ts';
import { entitiesOf, withoutSchema } from './still-mapped.ts';

/** Columns that must have a value and that no class of head fills: new ones, and those whose field the change takes away. */
export async function unfilledColumns(
  files: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const found = await Promise.all([requiredAnew(files, surroundings), fieldsTakenAway(files, surroundings)]);
  return found.flat();
}

async function requiredAnew(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  if (!files.some(({ head }) => head && migrationPlace(head.path, head.text))) return [];
  const { addedMigrations } = await import('../sql-migration/compare.ts');
  const migrations = await addedMigrations(files, surroundings);
  const actions = migrations.flatMap(({ unit }) => unit.actions.map((action) => ({ action, file: unit.file })));
  const later = new Set(
    actions.flatMap(({ action }) =>
      action.does === 'set-default' || (action.does === 'set-nullability' && !action.notNull) || action.does === 'drop-column'
        ? [`${keyOf(action.table)} ${keyOf(action.column)}`]
        : [],
    ),
  );
  const added = actions.flatMap(({ action, file }) =>
    action.does === 'add-column' && mustBeFilled(action.column) && !later.has(`${keyOf(action.table)} ${keyOf(action.column.name)}`)
      ? [{ table: keyOf(action.table), column: keyOf(action.column.name), file, range: action.range }]
      : [],
  );
  if (added.length === 0) return [];
  const entities = await entitiesOf(
    added.map(({ table }) => table),
    surroundings,
  );
  const isNearest = await nearestMigrations(surroundings);
  return added.flatMap(({ table, column, file, range }) => {
    const own = entities.filter((entity) => tableNames(entity).includes(withoutSchema(table)) && isNearest(entity.file.path, file.path));
    const [entity] = own;
    return entity && own.every((each) => fillsWithout(each, column)) ? [unfilled(`${table}.${column}`, entity, { file, range })] : [];
  });
}

function mustBeFilled({ notNull, default: fallback, filled }: ColumnDefinition): boolean {
  return notNull && fallback === undefined && filled === undefined;
}

/** Whether all that a class writes can be seen, and the column is not among it. */
function fillsWithout(entity: Entity, column: string): boolean {
  const { symbol, file } = entity;
  if (symbol.supertypes.some(({ type }) => !/^(?:java\.io\.)?Serializable$|^Comparable\b/.test(type)) || columnFields(entity).length === 0)
    return false;
  const text = file.text.toLowerCase();
  const stem = column.replace(/_id$/, '');
  return ![column, column.replaceAll('_', ''), stem, stem.replaceAll('_', ''), '@embedded'].some((each) => text.includes(each));
}

/** Fields that are gone while the migrations of head still keep their columns from being empty. */
async function fieldsTakenAway(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const gone = files.flatMap(goneFields);
  if (gone.length === 0) return [];
  const places = [
    ...(await surroundings.grep('head', [...new Set(gone.flatMap(({ names }) => names))], ['.sql', '.rb', '.ts', '.js', '.java'])).keys(),
  ].flatMap((path) => {
    const place = migrationPlace(path, '');
    return place ? [place.folder] : [];
  });
  const isNearest = await nearestMigrations(surroundings);
  const own = places.filter((folder) => gone.some(({ at }) => isNearest(at.file.path, folder)));
  if (own.length === 0) return [];
  const { headSchema } = await import('../sql-migration/base-history.ts');
  const schema = await headSchema([...new Set(own)], surroundings);
  return gone.flatMap(({ entity, names, at }) => {
    for (const table of tableNames(entity))
      for (const name of names) {
        const column = schema.column(table, name);
        if (column?.notNull === true && column.hasDefault === false && fillsWithout(entity, keyOf(name)))
          return [unfilled(`${table}.${keyOf(name)}`, entity, { file: entity.file, range: entity.symbol.nameRange }, at)];
      }
    return [];
  });
}

interface GoneField {
  readonly entity: Entity;
  readonly names: readonly string[];
  readonly at: { readonly file: SourceFile; readonly range: TextRange };
}

function goneFields({ base, head }: ChangedFile): readonly GoneField[] {
  if (!base?.facts || head?.role !== 'production' || !head.facts || base.facts.errors.length + head.facts.errors.length > 0) return [];
  const now = new Map(entitiesIn(head).map((entity) => [entity.symbol.qualifiedName, entity]));
  return entitiesIn(base).flatMap((was) => {
    const entity = now.get(was.symbol.qualifiedName);
    if (!entity) return [];
    const kept = new Set(columnFields(entity).flatMap((field) => columnNames(field, head)));
    return columnFields(was)
      .map((field) => ({ entity, names: columnNames(field, base), at: { file: base, range: field.nameRange } }))
      .filter(({ names }) => !names.some((name) => kept.has(name)));
  });
}

function unfilled(
  element: string,
  { symbol, file: { path } }: Entity,
  { file, range }: { readonly file: SourceFile; readonly range: TextRange },
  before?: GoneField['at'],
): ContractChange {
  const says = before
    ? `\`${symbol.name}\` no longer fills \`${element}\`, which migrations keep from being empty and give no default`
    : `\`${element}\` must have a value and has no default, but \`${symbol.name}\` (\`${path}\`) does not fill it`;
  return {
    contract: 'agreement',
    change: 'required-column-unfilled',
    impact: 'breaking',
    message: `${says}: every insert of \`${symbol.name}\` fails.`,
    element,
    file,
    range,
    ...(before && { before }),
    deprecatedBefore: false,
  };
}
