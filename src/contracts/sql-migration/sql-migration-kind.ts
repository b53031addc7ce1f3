import type { ContractKind } from '../contract-kind.ts';
import { isCodeMigration } from './code/code-migrations.ts';
import { isChangelogDocument, migrationPlace } from './migration-place.ts';

/** Migrations of a database: Flyway, Liquibase, Prisma, Rails, golang-migrate, goose, dbmate and plain folders of SQL. */
export const sqlMigrationKind: ContractKind = {
  id: 'sql-migration',
  name: 'SQL migration',
  recognises: (path, text) =>
    ((path.endsWith('.sql') || path.endsWith('.rb')) && migrationPlace(path, text) !== undefined) || isChangelogDocument(path, text),
  recognisesCode: (path, text) => migrationPlace(path, '')?.tool === 'code' && isCodeMigration(path, text),
  load: async () => (await import('./compare.ts')).compareMigrations,
};
