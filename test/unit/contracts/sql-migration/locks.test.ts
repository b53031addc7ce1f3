import assert from 'node:assert/strict';
import { lockingChanges, historyChanges } from '../../../../src/rules/migration-changes.ts';
import { compared, migrationCases, start } from './migration-cases.ts';

const wide = 'ALTER TABLE users ADD CONSTRAINT';

describe('sql-migration: what others wait for', () => {
  migrationCases([
    ['an index', 'CREATE INDEX i ON users (name);', ['require-concurrent-index-creation risky i']],
    ['nothing for an index that is built concurrently', 'CREATE INDEX CONCURRENTLY i ON users (name);', []],
    [
      'an index that is built concurrently in a transaction',
      'BEGIN;\nCREATE INDEX CONCURRENTLY i ON users (name);\nCOMMIT;',
      ['ban-concurrent-index-creation-in-transaction risky i'],
    ],
    [
      'the same by goose',
      '-- +goose Up\nDROP INDEX CONCURRENTLY i;\n-- +goose Down\nSELECT 1;',
      ['ban-drop-index compatible i', 'ban-concurrent-index-creation-in-transaction risky i'],
    ],
    [
      'nothing where goose opens none',
      '-- +goose NO TRANSACTION\n-- +goose Up\nDROP INDEX CONCURRENTLY i;\n-- +goose Down\nSELECT 1;',
      ['ban-drop-index compatible i'],
    ],
    ['an index that goes', 'DROP INDEX i;', ['ban-drop-index compatible i', 'require-concurrent-index-deletion risky i']],
    ['an index that is built again', 'REINDEX TABLE users;\nREINDEX (CONCURRENTLY) INDEX i;', ['require-concurrent-reindex risky users']],
    ['a check', `${wide} c CHECK (age > 0);`, ['adding-check risky users.c', 'constraint-missing-not-valid risky users.c']],
    [
      'a reference',
      `${wide} f FOREIGN KEY (id) REFERENCES orders (id);`,
      ['adding-foreign-key risky users.f', 'adding-foreign-key-constraint risky users.f'],
    ],
    [
      'no lock for a reference that is not validated',
      `${wide} f FOREIGN KEY (id) REFERENCES orders (id) NOT VALID;`,
      ['adding-foreign-key risky users.f'],
    ],
    [
      'a constraint that is validated where it is added',
      `BEGIN;\n${wide} c CHECK (age > 0) NOT VALID;\nALTER TABLE users VALIDATE CONSTRAINT c;\nCOMMIT;`,
      ['adding-check risky users.c', 'constraint-missing-not-valid risky users.c'],
    ],
    ['a unique constraint', `${wide} u UNIQUE (name);`, ['adding-unique risky users.u', 'disallowed-unique-constraint risky users.u']],
    ['nothing for a unique constraint of an index', `${wide} u UNIQUE USING INDEX i;`, []],
    [
      'a volatile default',
      'ALTER TABLE users ADD COLUMN key uuid DEFAULT gen_random_uuid();',
      ['adding-field-with-default risky users.key'],
    ],
    [
      'nothing for a stable default',
      "ALTER TABLE users ADD COLUMN at timestamptz DEFAULT now(), ADD n varchar(9) DEFAULT 'x'::varchar(9);",
      [],
    ],
    ['a number for each row', 'ALTER TABLE users ADD COLUMN n bigserial;', ['adding-serial-primary-key-field risky users.n']],
    [
      'a reference in a new column',
      'ALTER TABLE users ADD COLUMN boss bigint REFERENCES users (id);',
      ['adding-foreign-key-constraint risky users.boss'],
    ],
    [
      'a table that is written anew',
      'VACUUM FULL users;\nVACUUM (FULL, ANALYZE) orders;\nCLUSTER users USING i;\nALTER TABLE orders SET UNLOGGED;\nVACUUM users;',
      ['prefer-repack risky users', 'prefer-repack risky orders', 'prefer-repack risky users', 'rewriting-table risky orders'],
    ],
    [
      'a lock',
      'LOCK TABLE users IN ACCESS EXCLUSIVE MODE;\nALTER TABLE users DETACH PARTITION p;',
      ['locking-table risky users', 'require-concurrent-partition-detach risky users'],
    ],
    ['a domain', "ALTER DOMAIN email ADD CONSTRAINT c CHECK (value <> '');", ['ban-alter-domain-with-add-constraint risky email']],
    ['a transaction without an end', 'BEGIN;\nSELECT 1;', ['ban-uncommitted-transaction risky db/migrations/002_next.sql']],
  ]);

  it('notes once that no lock_timeout is set', async () => {
    const count = async (text: string): Promise<number> =>
      (await compared(start, { ...start, 'db/migrations/002_next.sql': text })).changes.filter(
        ({ change }) => change === 'require-timeout-settings',
      ).length;
    const two = 'ALTER TABLE users ADD a int;\nALTER TABLE users ADD b int;\n';
    assert.deepEqual([await count(two), await count(`SET lock_timeout = '5s';\n${two}`)], [1, 0]);
  });

  it('gives each change to one rule', () => {
    assert.deepEqual(
      [...lockingChanges].filter((change) => historyChanges.has(change)),
      [],
    );
  });
});
