import { contractRule } from '../contract-rule.ts';
import { historyChanges, lockingChanges } from '../migration-changes.ts';

const users = 'CREATE TABLE users (\n  id bigint PRIMARY KEY,\n  email varchar(255) NOT NULL,\n  name text\n);\n';

export const sqlMigrationBreak = contractRule(
  'sql-migration',
  {
    id: 'compatibility/sql-migration-break',
    title: 'A migration takes away what programs use, or asks more of them',
    reason:
      'While a release rolls out, the programs of before run against the database of after, and other programs may always do. A column that is gone, has another name or type, or must be given now makes them fail at once.',
    remedy:
      'Expand first, contract later: add the new beside the old, move programs and data over, and take the old away in a later release, after it was announced. Keep a view under an old table’s name; give new columns a default; let a check, added as `NOT VALID` and validated later, come before `NOT NULL`.',
    sources: [
      { title: 'PostgreSQL: ALTER TABLE', url: 'https://www.postgresql.org/docs/current/sql-altertable.html' },
      { title: 'Squawk: rules', url: 'https://squawkhq.com/docs/rules' },
      { title: 'Strong Migrations', url: 'https://github.com/ankane/strong_migrations#checks' },
    ],
    limits:
      'Read are Flyway’s, Prisma’s, golang-migrate’s, goose’s, dbmate’s and plain SQL files, Liquibase’s formatted SQL and its XML, YAML and JSON (but for `loadData`, `sqlFile` and changes of extensions, of which only an edit is seen), and Active Record’s migrations without their loops and variables. So are migrations in Java (Flyway) and in scripts (TypeORM, knex, kysely, Sequelize, MikroORM, node-pg-migrate) by what their way up calls and the SQL in it, but for what is computed. Migrations in other programming languages are not read. What a column was like is known as far as the migrations at base say it; a type that replaces an unknown one counts as a break unless any text fits into it. Tables, columns and views that the change itself makes are nobody’s yet. Added constraints and enum values, `TRUNCATE` and `DELETE` of all rows are warnings: most callers already hold to the first, and the last are mostly meant. Changes are named as in squawk where it has a name. Matters of taste (`prefer-text-field`, `prefer-timestamptz`, `prefer-identity`, `prefer-robust-stmts`, `prefer-bigint-over-int`, `ban-char-field`, `require-table-schema`, `identifier-too-long`, `require-enum-value-ordering`) break nobody and are left out, and so is what the database itself refuses or warns of when the migration is tried (`transaction-nesting`, `ban-duplicate-column-assignments`), and constraints of a domain that nothing has yet; that timeouts are not set is a note of the version alone, told together as `require-timeout-settings`; what squawk says of its own comments is not repeated. Dynamic SQL and bodies of routines are not looked into.',
    examples: [
      {
        name: 'a new migration drops a column',
        base: { 'db/migrations/001_users.sql': users },
        head: { 'db/migrations/001_users.sql': users, 'db/migrations/002_drop_name.sql': 'ALTER TABLE users DROP COLUMN name;\n' },
        finds: [
          'db/migrations/002_drop_name.sql:1 The column `users.name` (`text`) is dropped: callers that still read or write it fail, and its values are lost.',
        ],
      },
      {
        name: 'a type gets narrower',
        base: { 'db/migrations/001_users.sql': users },
        head: {
          'db/migrations/001_users.sql': users,
          'db/migrations/002_shorten.sql': 'ALTER TABLE users ALTER COLUMN email TYPE varchar(100);\n',
        },
        finds: [
          'db/migrations/002_shorten.sql:1 The column `users.email` was `varchar(255)` and is `varchar(100)` now: callers that read or write values of the old type fail.',
        ],
      },
      {
        name: 'a type gets wider, and a new column has a default',
        base: { 'db/migrations/001_users.sql': users },
        head: {
          'db/migrations/001_users.sql': users,
          'db/migrations/002_widen.sql':
            "ALTER TABLE users ALTER COLUMN email TYPE text;\nALTER TABLE users ADD COLUMN locale text NOT NULL DEFAULT 'en';\n",
        },
        finds: [],
      },
    ],
  },
  (change) => !lockingChanges.has(change) && !historyChanges.has(change),
);
