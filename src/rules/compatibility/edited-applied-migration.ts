import { contractRule } from '../contract-rule.ts';
import { historyChanges } from '../migration-changes.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY, name text);\n';

export const editedAppliedMigration = contractRule(
  'sql-migration',
  {
    id: 'compatibility/edited-applied-migration',
    title: 'The history of migrations changes where databases have run it',
    reason:
      'A migration runs once. Databases that ran it never see an edit, and tools that keep checksums (Flyway, Liquibase) refuse to start; new databases get another schema than old ones. The same comes of migrations that are deleted, renamed, or sorted in before others.',
    remedy: 'Leave what was merged as it was, and put the correction into a new migration with the next version.',
    sources: [
      { title: 'Flyway: validate', url: 'https://documentation.red-gate.com/fd/validate-277578912.html' },
      { title: 'Liquibase: changeset checksums', url: 'https://docs.liquibase.com/concepts/changelogs/changeset-checksums.html' },
    ],
    limits:
      'Whatever stands at base counts as applied. An edit is an error where the tool checks contents, and a warning elsewhere; comments count for Flyway only. Repeatable migrations (`R__`, `runOnChange`), Liquibase’s `validCheckSum`, files without a version, and ways back may be edited. A whole history that is replaced by others (squashed) is a warning.',
    examples: [
      {
        name: 'a versioned migration is edited',
        base: { 'src/main/resources/db/migration/V1__users.sql': users },
        head: { 'src/main/resources/db/migration/V1__users.sql': users.replace('name text', 'name text, email text') },
        finds: [
          'src/main/resources/db/migration/V1__users.sql:1 `V1__users.sql` was there before and says something else now: databases that ran it fail its checksum and refuse to start.',
        ],
      },
      {
        name: 'a new migration sorts before one that was there',
        base: { 'db/migration/V3__users.sql': users },
        head: { 'db/migration/V3__users.sql': users, 'db/migration/V2__orders.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY);\n' },
        finds: [
          'db/migration/V2__orders.sql:1 `V2__orders.sql` sorts before `V3__users.sql`, which was there before: databases that ran that never run this one, or refuse to start.',
        ],
      },
      {
        name: 'a repeatable migration is edited',
        base: { 'db/migration/R__active_users.sql': 'CREATE OR REPLACE VIEW active_users AS SELECT id FROM users;\n' },
        head: { 'db/migration/R__active_users.sql': 'CREATE OR REPLACE VIEW active_users AS SELECT id, name FROM users;\n' },
        finds: [],
      },
    ],
  },
  (change) => historyChanges.has(change),
);
