import type { ContractKind } from '../contract-kind.ts';
import { isUnreadChangelog, migrationPlace } from './migration-place.ts';

/** Migrations of a database: Flyway, Liquibase's formatted SQL, Prisma, Rails, golang-migrate, goose, dbmate and plain folders of SQL. */
export const sqlMigrationKind: ContractKind = {
  id: 'sql-migration',
  name: 'SQL migration',
  recognises: (path, text) =>
    ((path.endsWith('.sql') || path.endsWith('.rb')) && migrationPlace(path, text) !== undefined) || isUnreadChangelog(path, text),
  load: async () => (await import('./compare.ts')).compareMigrations,
};
