import { remembered } from '../../base/remembered.ts';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { isChangelogDocument, migrationPlace } from '../sql-migration/migration-place.ts';
import { columnFields, columnNames, entitiesIn } from './entities.ts';

/** A column that an entity has at head and had not at base. */
interface NewColumn {
  readonly file: SourceFile;
  readonly entity: SymbolFact;
  readonly field: SymbolFact;
  /** The names it may have in the database. */
  readonly names: readonly string[];
}

/** Columns that entities have anew although no migration of the tree, changed or not, knows their names. */
export async function missingMigrations(
  files: readonly ChangedFile[],
  { grep, paths, read }: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const columns = files.flatMap(newColumns);
  if (columns.length === 0) return [];
  const migrations = (await paths('head')).filter(mayBeMigration);
  // Code that writes migrations is known by its folder alone, all else is looked into.
  const texts = await read('head', migrations.filter((path) => !isInCode(path)).slice(0, 5));
  const isUsed = migrations.some(isInCode) || [...texts].some(([path, text]) => isMigration(path, text));
  if (!isUsed) return [];
  const words = [...new Set(columns.flatMap(({ names }) => names))];
  const known = new Set<string>();
  for (const [path, held] of await grep('head', words, ['.sql', '.xml', '.yaml', '.yml', '.json', '.rb', '.java', '.ts', '.js']))
    if (mayBeMigration(path)) for (const word of held) known.add(word);
  return columns.filter(({ names }) => !names.some((name) => known.has(name))).map(missing);
}

const folder = /(?:^|\/)(?:[\w-]*[-_])?(?:migrations?|migrate|changelogs?|changesets?)\//i;

function mayBeMigration(path: string): boolean {
  return (
    folder.test(path) &&
    /\.(?:sql|xml|ya?ml|json|rb|[jt]s)$|\/[VR][\d_]{0,99}__\w+\.java$/.test(path) &&
    !/(?:^|\/)(?:node_modules|tests?|fixtures)\/|\.d\.ts$/.test(path)
  );
}

function isInCode(path: string): boolean {
  return /\.(?:java|[jt]s)$/.test(path);
}

function isMigration(path: string, text: string): boolean {
  return migrationPlace(path, text) !== undefined || isChangelogDocument(path, text);
}

const newColumns = remembered(({ base, head }: ChangedFile): readonly NewColumn[] => {
  // A new entity may be mapped to a table that is there already, by names that are not told here.
  if (!base?.facts || head?.role !== 'production' || !head.facts || base.facts.errors.length + head.facts.errors.length > 0) return [];
  const old = new Map(entitiesIn(base).map((entity) => [entity.symbol.qualifiedName, entity]));
  return entitiesIn(head).flatMap((entity) => {
    const was = old.get(entity.symbol.qualifiedName);
    if (!was) return [];
    const before = new Set(columnFields(was).flatMap((field) => columnNames(field, base)));
    return columnFields(entity)
      .map((field) => ({ file: head, entity: entity.symbol, field, names: columnNames(field, head) }))
      .filter(({ names }) => !names.some((name) => before.has(name)));
  });
});

function missing({ file, entity, field, names }: NewColumn): ContractChange {
  return {
    contract: 'agreement',
    change: 'column-without-migration',
    impact: 'risky',
    message: `\`${entity.name}.${field.name}\` is a new column (\`${names.find((name) => name.includes('_')) ?? names[0] ?? ''}\`), but no migration adds it: the first query of \`${entity.name}\` fails where the database is made by migrations.`,
    element: `${entity.qualifiedName}.${field.name}`,
    file,
    range: field.nameRange,
    deprecatedBefore: false,
  };
}
