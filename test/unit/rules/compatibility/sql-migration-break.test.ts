import { sqlMigrationBreak } from '../../../../src/rules/compatibility/sql-migration-break.ts';
import { fileCases } from '../rule-cases.ts';

const around = { 'db/migrations/001_users.sql': 'CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);\n' };

describe('compatibility/sql-migration-break', () => {
  fileCases(
    sqlMigrationBreak,
    'db/migrations/002_next.sql',
    [
      [
        'finds a table under another name',
        '',
        '-- why\nALTER TABLE users RENAME TO people;\n',
        ['2 The table `users` is called `people` now: callers that use the old name fail.'],
      ],
      [
        'finds NULL where there was none',
        '',
        'ALTER TABLE users\n  ADD note text,\n  ALTER name DROP NOT NULL;\n',
        ['3 The column `users.name` was `NOT NULL` and may hold NULL now: callers that read it get values they did not have to expect.'],
      ],
      [
        'warns of a new value of an enum',
        '',
        "ALTER TYPE mood ADD VALUE 'ok';\n",
        ["1 `mood` takes the new value `'ok'`: callers that list its values do not know what to do with it."],
      ],
      ['leaves locks to the rule on locks', '', 'CREATE INDEX i ON users (name);\n', []],
      ['leaves edits to the rule on history', 'CREATE TABLE a (id int);\n', 'CREATE TABLE b (id int);\n', []],
    ],
    around,
  );
});
