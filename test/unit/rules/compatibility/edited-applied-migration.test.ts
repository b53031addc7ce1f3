import { editedAppliedMigration } from '../../../../src/rules/compatibility/edited-applied-migration.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);\n';

describe('compatibility/edited-applied-migration', () => {
  fileCases(editedAppliedMigration, 'db/migrate/V7__users.sql', [
    [
      'finds an edit',
      users,
      users.replace('text', 'varchar'),
      ['1 `V7__users.sql` was there before and says something else now: databases that ran it fail its checksum and refuse to start.'],
    ],
    ['leaves what a new migration does to the rule on breaks', '', 'DROP TABLE users;\n', []],
  ]);

  it('finds a deletion where it stood', async () => {
    await expectFindings(editedAppliedMigration, { 'migrations/01_a.sql': users }, {}, [
      'migrations/01_a.sql:1 `01_a.sql` is gone: new databases lack what it did, and databases that ran it know a migration that is not there.',
    ]);
  });
});
