import { sqlMigrationKind } from '../../../../../src/contracts/sql-migration/sql-migration-kind.ts';
import { start } from '../../../contracts/sql-migration/migration-cases.ts';
import { mapsPublishedChanges, type LeftOut } from './published.ts';

const path = 'db/migrations/002_next.sql';
const squawk = `
    require-concurrent-index-creation require-concurrent-index-deletion constraint-missing-not-valid
    adding-field-with-default adding-foreign-key-constraint changing-column-type adding-not-nullable-field
    adding-serial-primary-key-field renaming-column renaming-table disallowed-unique-constraint ban-drop-database
    prefer-bigint-over-int prefer-bigint-over-smallint prefer-identity prefer-repack prefer-robust-stmts
    prefer-text-field prefer-timestamptz prefer-timestamp-tz ban-char-field ban-drop-column ban-drop-table
    ban-drop-not-null transaction-nesting adding-required-field ban-concurrent-index-creation-in-transaction
    ban-create-domain-with-constraint ban-alter-domain-with-add-constraint ban-truncate-cascade
    require-timeout-settings ban-uncommitted-transaction require-enum-value-ordering require-table-schema
    identifier-too-long require-concurrent-partition-detach require-concurrent-reindex require-lock-timeout
    require-statement-timeout ban-duplicate-column-assignments unused-ignore invalid-rule-name
`;

/** A new migration, after what was there before. */
const migrations: readonly (readonly [id: string, migration: string, told: readonly string[]])[] = [
  [
    'require-concurrent-index-creation',
    'CREATE INDEX i ON users (name);',
    ['risky require-concurrent-index-creation', 'compatible require-timeout-settings'],
  ],
  ['require-concurrent-index-deletion', 'DROP INDEX i;', ['compatible ban-drop-index', 'risky require-concurrent-index-deletion']],
  ['require-concurrent-reindex', 'REINDEX TABLE users;', ['risky require-concurrent-reindex']],
  [
    'require-concurrent-partition-detach',
    'ALTER TABLE users DETACH PARTITION p;',
    ['risky require-concurrent-partition-detach', 'compatible require-timeout-settings'],
  ],
  [
    'constraint-missing-not-valid',
    'ALTER TABLE users ADD CONSTRAINT c CHECK (age > 0);',
    ['risky adding-check', 'risky constraint-missing-not-valid', 'compatible require-timeout-settings'],
  ],
  [
    'adding-foreign-key-constraint',
    'ALTER TABLE users ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES orders (id);',
    ['risky adding-foreign-key', 'risky adding-foreign-key-constraint', 'compatible require-timeout-settings'],
  ],
  [
    'adding-field-with-default',
    'ALTER TABLE users ADD COLUMN key uuid DEFAULT gen_random_uuid();',
    ['compatible adding-column', 'risky adding-field-with-default', 'compatible require-timeout-settings'],
  ],
  [
    'changing-column-type',
    'ALTER TABLE users ALTER COLUMN name TYPE integer USING name::integer;',
    ['breaking changing-column-type', 'compatible require-timeout-settings'],
  ],
  [
    'adding-not-nullable-field',
    'ALTER TABLE users ALTER COLUMN name SET NOT NULL;',
    ['breaking adding-not-nullable-field', 'compatible require-timeout-settings'],
  ],
  [
    'adding-required-field',
    'ALTER TABLE users ADD COLUMN n text NOT NULL;',
    ['breaking adding-required-field', 'compatible require-timeout-settings'],
  ],
  [
    'adding-serial-primary-key-field',
    'ALTER TABLE users ADD COLUMN n bigserial PRIMARY KEY;',
    ['compatible adding-column', 'risky adding-serial-primary-key-field', 'compatible require-timeout-settings'],
  ],
  ['renaming-column', 'ALTER TABLE users RENAME COLUMN age TO years;', ['breaking renaming-column', 'compatible require-timeout-settings']],
  ['renaming-table', 'ALTER TABLE users RENAME TO people;', ['breaking renaming-table']],
  [
    'disallowed-unique-constraint',
    'ALTER TABLE users ADD CONSTRAINT u UNIQUE (name);',
    ['risky adding-unique', 'risky disallowed-unique-constraint', 'compatible require-timeout-settings'],
  ],
  ['ban-drop-database', 'DROP DATABASE shop;', ['breaking ban-drop-database']],
  ['ban-drop-column', 'ALTER TABLE users DROP COLUMN age;', ['breaking ban-drop-column', 'compatible require-timeout-settings']],
  ['ban-drop-table', 'DROP TABLE users;', ['breaking ban-drop-table']],
  [
    'ban-drop-not-null',
    'ALTER TABLE users ALTER COLUMN email DROP NOT NULL;',
    ['breaking ban-drop-not-null', 'compatible require-timeout-settings'],
  ],
  [
    'ban-concurrent-index-creation-in-transaction',
    'BEGIN;\nCREATE INDEX CONCURRENTLY i ON users (name);\nCOMMIT;',
    ['risky ban-concurrent-index-creation-in-transaction', 'compatible require-timeout-settings'],
  ],
  [
    'ban-uncommitted-transaction',
    'BEGIN;\nALTER TABLE users ADD COLUMN b text;',
    ['risky ban-uncommitted-transaction', 'compatible adding-column', 'compatible require-timeout-settings'],
  ],
  [
    'ban-alter-domain-with-add-constraint',
    'ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0);',
    ['risky ban-alter-domain-with-add-constraint'],
  ],
  ['ban-truncate-cascade', 'TRUNCATE users CASCADE;', ['breaking ban-truncate-cascade', 'compatible require-timeout-settings']],
  ['require-timeout-settings', 'ALTER TABLE users ADD COLUMN b text;', ['compatible adding-column', 'compatible require-timeout-settings']],
  ['prefer-repack', 'VACUUM FULL users;', ['risky prefer-repack', 'compatible require-timeout-settings']],
  ['prefer-bigint-over-int', 'CREATE TABLE t (id integer PRIMARY KEY);', ['compatible adding-table', 'compatible prefer-bigint-over-int']],
];

const rule = 'compatibility/sql-migration-break';
const leftOut: readonly LeftOut[] = [
  {
    ids: `prefer-bigint-over-smallint prefer-identity prefer-robust-stmts prefer-text-field prefer-timestamptz prefer-timestamp-tz
      ban-char-field require-enum-value-ordering require-table-schema identifier-too-long`,
    rule,
    says: 'Matters of taste',
  },
  { ids: 'transaction-nesting ban-duplicate-column-assignments', rule, says: 'what the database itself refuses or warns of' },
  { ids: 'ban-create-domain-with-constraint', rule, says: 'constraints of a domain that nothing has yet' },
  { ids: 'require-lock-timeout require-statement-timeout', rule, says: 'told together as `require-timeout-settings`' },
  { ids: 'unused-ignore invalid-rule-name', rule, says: 'what squawk says of its own comments' },
];

describe('the ids that squawk publishes', () => {
  mapsPublishedChanges(
    { kind: sqlMigrationKind, path },
    { squawk },
    migrations.map(([id, migration, told]) => [id, start, { ...start, [path]: `${migration}\n` }, told] as const),
    leftOut,
  );
});
