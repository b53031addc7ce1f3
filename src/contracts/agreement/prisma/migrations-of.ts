import { dirname } from 'node:path/posix';
import { migrationPlace } from '../../sql-migration/migration-place.ts';

/** The folder of the migrations of a schema of Prisma: beside it, or beside the folder of its parts; undefined where there is none. */
export function migrationsOf(schema: string, paths: readonly string[]): string | undefined {
  const folders = new Set(
    paths.flatMap((path) => {
      const place = path.endsWith('/migration.sql') ? migrationPlace(path, '') : undefined;
      return place ? [place.folder] : [];
    }),
  );
  const above = [...folders].filter((folder) => dirname(folder) === '.' || schema.startsWith(`${dirname(folder)}/`));
  return above.sort((a, b) => b.length - a.length)[0];
}
