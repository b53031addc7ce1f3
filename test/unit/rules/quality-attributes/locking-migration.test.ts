import assert from 'node:assert/strict';
import { lockingMigration } from '../../../../src/rules/quality-attributes/locking-migration.ts';
import { expectFindings, fileCases, withFixes } from '../rule-cases.ts';

const around = { 'db/migrations/001_users.sql': 'CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);\n' };

describe('quality-attributes/locking-migration', () => {
  fileCases(
    lockingMigration,
    'db/migrations/002_next.sql',
    [
      [
        'finds a volatile default',
        '',
        'ALTER TABLE users ADD COLUMN key uuid DEFAULT gen_random_uuid();\n',
        [
          '1 The new column `users.key` has a default that differs by row: `users` is rewritten, and nobody can read or write it meanwhile.',
        ],
      ],
      ['leaves breaks to the rule on breaks', '', 'ALTER TABLE users DROP COLUMN name;\n', []],
      ['leaves an index that is built concurrently alone', '', 'CREATE INDEX CONCURRENTLY i ON users (name);\n', []],
    ],
    around,
  );

  it('adds CONCURRENTLY and NOT VALID', async () => {
    const path = 'db/migrations/002_next.sql';
    const head = { ...around, [path]: 'DROP INDEX i;\nREINDEX TABLE users;\nALTER TABLE users ADD CONSTRAINT c CHECK (id > 0);\n' };
    const findings = await expectFindings(lockingMigration, around, head, [
      `${path}:1 The index \`i\` is dropped without \`CONCURRENTLY\`: reads and writes of its table wait for the lock.`,
      `${path}:2 \`REINDEX\` without \`CONCURRENTLY\` locks what it rebuilds (\`users\`): writes wait until it is done.`,
      `${path}:3 \`users\` gets the constraint \`c\` without \`NOT VALID\`: writes wait while all rows are checked.`,
    ]);
    assert.equal(
      withFixes(head, findings)[path],
      'DROP INDEX CONCURRENTLY i;\nREINDEX TABLE CONCURRENTLY users;\nALTER TABLE users ADD CONSTRAINT c CHECK (id > 0) NOT VALID;\n',
    );
  });

  it('offers no CONCURRENTLY inside of a transaction', async () => {
    const findings = await expectFindings(
      lockingMigration,
      around,
      { ...around, 'db/migrations/002_next.sql': 'BEGIN;\nDROP INDEX i;\nCOMMIT;\n' },
      ['db/migrations/002_next.sql:2 The index `i` is dropped without `CONCURRENTLY`: reads and writes of its table wait for the lock.'],
    );
    assert.deepEqual(
      findings.flatMap(({ fixes }) => fixes),
      [],
    );
  });
});
