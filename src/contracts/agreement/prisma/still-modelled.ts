import type { ChangedFile } from '../../../code/code-change.ts';
import type { ContractChange } from '../../../code/contract-change.ts';
import type { ContractSurroundings } from '../../contract-kind.ts';
import { unchangedFile } from '../../document/documents.ts';
import { migrationPlace } from '../../sql-migration/migration-place.ts';
import { keyOf } from '../../sql-migration/schema-action.ts';
import { aside } from '../files-holding.ts';
import { goneByMigrations, stillMappedTo, type Gone } from '../still-mapped.ts';
import { migrationsOf } from './migrations-of.ts';
import { prismaModels, type PrismaModel } from './prisma-models.ts';

/** Tables and columns that new migrations of Prisma take away although a model of head is still mapped to them. */
export async function stillModelled(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const gone = (await goneByMigrations(files, surroundings)).filter(({ file }) => migrationPlace(file.path, '')?.tool === 'prisma');
  if (gone.length === 0) return [];
  const paths = await surroundings.paths('head');
  const texts = await surroundings.read(
    'head',
    paths.filter((path) => path.endsWith('.prisma') && !aside.test(path)),
  );
  const schemas = [...texts].map(([path, text]) => ({ folder: migrationsOf(path, paths), file: unchangedFile('head', path, text) }));
  return gone.flatMap((each) => {
    const own = schemas.filter(({ folder }) => folder === migrationPlace(each.file.path, '')?.folder);
    return own.flatMap(({ file }) =>
      prismaModels(file).flatMap((model) => mappedIn(model, each).map((mapped) => stillMappedTo(each, { ...mapped, file }))),
    );
  });
}

function mappedIn({ name, table, range, fields }: PrismaModel, { table: gone, column }: Gone) {
  if (keyOf(table) !== gone) return [];
  if (column === undefined) return [{ name, owner: name, range }];
  const field = fields.find((each) => keyOf(each.column) === column);
  return field ? [{ name: `${name}.${field.name}`, owner: name, range: field.range }] : [];
}
