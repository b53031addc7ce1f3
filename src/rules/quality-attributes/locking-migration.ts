import { contractRule } from '../contract-rule.ts';
import { lockingChanges } from '../migration-changes.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY, name text);\n';

export const lockingMigration = contractRule(
  'sql-migration',
  {
    id: 'quality-attributes/locking-migration',
    title: 'A migration locks a table for as long as its rows take',
    reason:
      'While PostgreSQL builds an index, checks a constraint or rewrites a table, others wait for the lock, and everybody who comes after waits behind them. On a table with many rows that is an outage.',
    remedy:
      'Build and drop indexes with `CONCURRENTLY`, outside of a transaction. Add constraints as `NOT VALID` and validate them in another migration. Add columns without a volatile default and fill them in batches. Set a `lock_timeout`, so that a migration that does not get its lock gives up.',
    sources: [
      { title: 'PostgreSQL: explicit locking', url: 'https://www.postgresql.org/docs/current/explicit-locking.html' },
      { title: 'Squawk: rules', url: 'https://squawkhq.com/docs/rules' },
    ],
    limits:
      'Locks are known for PostgreSQL; of other databases only rewrites and explicit locks are. How many rows a table has is not to be seen: a lock on a small table is worth an exception. A missing `lock_timeout` alone is not reported.',
    examples: [
      {
        name: 'an index is built on a table that is in use',
        base: { 'db/migrations/001_users.sql': users },
        head: { 'db/migrations/001_users.sql': users, 'db/migrations/002_index.sql': 'CREATE INDEX users_name ON users (name);\n' },
        finds: [
          'db/migrations/002_index.sql:1 An index on `users` is built without `CONCURRENTLY`: writes to `users` wait until it is done.',
        ],
        fixed: {
          'db/migrations/001_users.sql': users,
          'db/migrations/002_index.sql': 'CREATE INDEX CONCURRENTLY users_name ON users (name);\n',
        },
      },
      {
        name: 'an index is built on a table that is new',
        base: {},
        head: { 'db/migrations/001_users.sql': `${users}CREATE INDEX users_name ON users (name);\n` },
        finds: [],
      },
    ],
  },
  (change) => lockingChanges.has(change),
);
