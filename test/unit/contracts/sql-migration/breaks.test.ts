import assert from 'node:assert/strict';
import { compared, migrationCases, start } from './migration-cases.ts';

const recreation =
  'CREATE TABLE new_users (id bigint, email text);\nINSERT INTO new_users SELECT id, email FROM orders;\nDROP TABLE orders;\nALTER TABLE new_users RENAME TO orders;';

describe('sql-migration: what callers lose', () => {
  migrationCases([
    ['a table', 'DROP TABLE users;', ['ban-drop-table breaking users']],
    [
      'several tables',
      'DROP TABLE IF EXISTS public.users, orders CASCADE;',
      ['ban-drop-table breaking public.users', 'ban-drop-table breaking orders'],
    ],
    [
      'a table whose name a view takes',
      'ALTER TABLE users RENAME TO people;\nCREATE VIEW users AS SELECT * FROM people;',
      ['renaming-table compatible users'],
    ],
    ['a table under its name', 'ALTER TABLE users RENAME TO people;', ['renaming-table breaking users']],
    ['a table in its schema', 'ALTER TABLE users SET SCHEMA archive;', ['renaming-table breaking users']],
    [
      'a column',
      'ALTER TABLE users DROP COLUMN IF EXISTS age, DROP name CASCADE;',
      ['ban-drop-column breaking users.age', 'ban-drop-column breaking users.name'],
    ],
    ['a column under its name', 'ALTER TABLE users RENAME COLUMN "fullName" TO full_name;', ['renaming-column breaking users.fullName']],
    ['a column under its name, in short', 'alter table only users rename age to years;', ['renaming-column breaking users.age']],
    ['a view', 'DROP VIEW adults;', ['ban-drop-view breaking adults']],
    [
      'a column of a view',
      'DROP VIEW adults;\nCREATE VIEW adults AS SELECT id FROM users;',
      ['dropping-view-column breaking adults.called'],
    ],
    ['nothing with a wider view', 'CREATE OR REPLACE VIEW adults AS SELECT id, name AS called, age FROM users;', []],
    [
      'a schema, a type, a routine, a sequence',
      'DROP SCHEMA app;\nDROP TYPE mood;\nDROP FUNCTION f(int, text);\nDROP SEQUENCE s;',
      ['ban-drop-schema breaking app', 'ban-drop-type breaking mood', 'ban-drop-function breaking f', 'ban-drop-sequence breaking s'],
    ],
    ['a trigger', 'DROP TRIGGER touch ON users;', ['ban-drop-trigger risky touch']],
    ['nothing with a function that only triggers call', 'DROP FUNCTION touch();', ['ban-drop-function compatible touch']],
    ['a unique constraint', 'ALTER TABLE users DROP CONSTRAINT users_email_key;', ['ban-drop-constraint risky users.users_email_key']],
    [
      'nothing with a foreign key',
      'ALTER TABLE orders DROP CONSTRAINT orders_user_fk;',
      ['ban-drop-constraint compatible orders.orders_user_fk'],
    ],
    ['the name of a value', "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';", ['renaming-enum-value breaking mood.ok']],
    ['a full list of values', "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'happy' AFTER 'ok';", ['adding-enum-value risky mood.happy']],
    ['a default that a required column needs', 'ALTER TABLE users ALTER locale DROP DEFAULT;', ['dropping-default breaking users.locale']],
    [
      'all rows',
      'TRUNCATE users;\nTRUNCATE TABLE orders CASCADE;\nDELETE FROM users;\nDELETE FROM users WHERE id = 1;',
      ['truncating-table risky users', 'ban-truncate-cascade breaking orders', 'deleting-all-rows risky users'],
    ],
    [
      'rights',
      'REVOKE SELECT ON users FROM reporting;\nALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
      ['restricting-access risky users', 'restricting-access risky orders'],
    ],
    ['columns of a table that is made again', recreation, ['ban-drop-column breaking orders.user_id']],
    [
      'nothing of what the change itself makes',
      'CREATE TABLE t (a int);\nALTER TABLE t ADD b int NOT NULL;\nALTER TABLE t DROP COLUMN a;\nCREATE INDEX i ON t (b);\nDROP INDEX i;\nALTER TABLE t RENAME TO u;\nDROP TABLE u;',
      [],
    ],
    [
      'nothing of a column that the change itself adds',
      'ALTER TABLE users ADD COLUMN x int;\nALTER TABLE users RENAME x TO y;\nALTER TABLE users DROP COLUMN y;',
      [],
    ],
    [
      'a column of a table in a schema that is filled in',
      'ALTER TABLE ${schema}.users DROP COLUMN age;\nALTER TABLE {{ index .Options "Namespace" }}.users ALTER COLUMN email TYPE varchar(20);',
      ['ban-drop-column breaking ${schema}.users.age', 'changing-column-type breaking {{ index .Options "Namespace" }}.users.email'],
    ],
    [
      'nothing by words in strings, comments and bodies',
      "-- DROP TABLE users;\n/* DROP TABLE /* users */ orders; */\nINSERT INTO log VALUES ('; DROP TABLE users; --');\nCREATE FUNCTION f() RETURNS void AS $$ BEGIN DELETE FROM users; END $$ LANGUAGE plpgsql;",
      [],
    ],
  ]);

  it('names what was marked as deprecated', async () => {
    const { changes } = await compared(start, {
      ...start,
      'db/migrations/002_next.sql': 'ALTER TABLE users DROP COLUMN name;\nALTER TABLE users DROP COLUMN age;\n',
    });
    assert.deepEqual(
      changes.filter(({ change }) => change === 'ban-drop-column').map(({ element, deprecatedBefore }) => [element, deprecatedBefore]),
      [
        ['users.name', true],
        ['users.age', false],
      ],
    );
  });

  it('points to the part of the statement', async () => {
    const text = 'ALTER TABLE users ADD note text,\n  DROP COLUMN age;\n';
    const { changes } = await compared(start, { ...start, 'db/migrations/002_next.sql': text });
    const dropped = changes.find(({ change }) => change === 'ban-drop-column');
    assert.equal(dropped && text.slice(dropped.range.start, dropped.range.end), 'DROP COLUMN age');
  });
});

describe('sql-migration: what callers must give or take', () => {
  migrationCases([
    ['a required column', 'ALTER TABLE users ADD COLUMN city text NOT NULL;', ['adding-required-field breaking users.city']],
    ['nothing for one with a default', "ALTER TABLE users ADD COLUMN city text DEFAULT 'x' NOT NULL;", []],
    ['nothing for one that may be left out', 'ALTER TABLE users ADD COLUMN phone text UNIQUE;', []],
    [
      'nothing for one that is computed',
      'ALTER TABLE users ADD COLUMN upper_name text GENERATED ALWAYS AS (upper(name)) STORED NOT NULL;',
      ['adding-generated-field risky users.upper_name'],
    ],
    ['a value, not NULL', 'ALTER TABLE users ALTER COLUMN name SET NOT NULL;', ['adding-not-nullable-field breaking users.name']],
    ['nothing where it was required before', 'ALTER TABLE users ALTER COLUMN email SET NOT NULL;', []],
    [
      'nothing new where a check came before',
      'ALTER TABLE users ADD CONSTRAINT has_name CHECK (name IS NOT NULL) NOT VALID;\nALTER TABLE users VALIDATE CONSTRAINT has_name;\nALTER TABLE users ALTER name SET NOT NULL;',
      ['adding-check risky users.has_name', 'adding-not-nullable-field compatible users.name'],
    ],
    [
      'a value or the default',
      "ALTER TABLE users ALTER name SET DEFAULT '';\nALTER TABLE users ALTER name SET NOT NULL;",
      ['adding-not-nullable-field risky users.name'],
    ],
    [
      'a value where the check that came with it has not looked at the rows',
      'ALTER TABLE users ADD CONSTRAINT has_name CHECK (name IS NOT NULL) NOT VALID;\nALTER TABLE users ALTER name SET NOT NULL;',
      ['adding-check risky users.has_name', 'adding-not-nullable-field breaking users.name'],
    ],
    [
      'what a check of unknown contents says that is validated first',
      'ALTER TABLE users VALIDATE CONSTRAINT users_name_present;\nALTER TABLE users ALTER name SET NOT NULL;\nALTER TABLE users DROP CONSTRAINT users_name_present;',
      ['adding-not-nullable-field risky users.name', 'ban-drop-constraint compatible users.users_name_present'],
    ],
    [
      'a new column that ends as a required one',
      "ALTER TABLE users ADD city text;\nUPDATE users SET city = '' WHERE city IS NULL;\nALTER TABLE users ALTER city SET NOT NULL;",
      ['adding-required-field breaking users.city'],
    ],
    [
      'a new column that is given a default for the rows only',
      "ALTER TABLE users ADD city text NOT NULL DEFAULT '';\nALTER TABLE users ALTER city DROP DEFAULT;",
      ['adding-required-field breaking users.city'],
    ],
    [
      'nothing for a new column that has a default in the end',
      "ALTER TABLE users ADD city text;\nALTER TABLE users ALTER city SET NOT NULL;\nALTER TABLE users ALTER city SET DEFAULT '';",
      [],
    ],
    [
      'nothing for a new column of a new table',
      'CREATE TABLE t (a int);\nALTER TABLE t ADD b int;\nALTER TABLE t ALTER b SET NOT NULL;',
      [],
    ],
    [
      'the type of a column whose name another one takes',
      'ALTER TABLE users ADD new_age bigint;\nUPDATE users SET new_age = age;\nALTER TABLE users DROP COLUMN age;\nALTER TABLE users RENAME COLUMN new_age TO age;',
      ['changing-column-type risky users.age'],
    ],
    [
      'how text is compared',
      'ALTER TABLE users ALTER name TYPE citext;\nALTER TABLE users ALTER email TYPE citext;\nALTER TABLE users ALTER name TYPE varchar;\nALTER TABLE users ALTER email TYPE varchar(20);',
      [
        'changing-column-type risky users.name',
        'changing-column-type risky users.email',
        'changing-column-type risky users.name',
        'changing-column-type breaking users.email',
      ],
    ],
    [
      'a name that a column gives up for the one of a dropped column',
      'ALTER TABLE users DROP COLUMN name;\nALTER TABLE users RENAME COLUMN "fullName" TO name;',
      ['renaming-column risky users.fullName'],
    ],
    ['NULL that was not there', 'ALTER TABLE users ALTER email DROP NOT NULL;', ['ban-drop-not-null breaking users.email']],
    ['nothing where NULL was there', 'ALTER TABLE users ALTER name DROP NOT NULL;', []],
    ['a shorter text', 'ALTER TABLE users ALTER email TYPE varchar(100);', ['changing-column-type breaking users.email']],
    [
      'nothing with a longer text',
      'ALTER TABLE users ALTER email SET DATA TYPE character varying(300);',
      ['changing-column-type compatible users.email'],
    ],
    ['nothing with the same type', 'ALTER TABLE orders ALTER id TYPE int4;', []],
    ['a wider number', 'ALTER TABLE orders ALTER id TYPE bigint;', ['changing-column-type risky orders.id']],
    ['a narrower number', 'ALTER TABLE users ALTER id TYPE int;', ['changing-column-type breaking users.id']],
    ['fewer digits', 'ALTER TABLE users ALTER price TYPE numeric(8, 2);', ['changing-column-type breaking users.price']],
    ['more digits', 'ALTER TABLE users ALTER price TYPE decimal(12,2);', ['changing-column-type compatible users.price']],
    ['another type', 'ALTER TABLE users ALTER age TYPE text USING age::text;', ['changing-column-type breaking users.age']],
    ['a list', 'ALTER TABLE users ALTER name TYPE text[] USING ARRAY[name];', ['changing-column-type breaking users.name']],
    [
      'another type of who knows what',
      'ALTER TABLE unknown ALTER a TYPE int;\nALTER TABLE unknown ALTER b TYPE text;\nALTER TABLE unknown ALTER c TYPE text USING c::text;',
      ['changing-column-type breaking unknown.a', 'changing-column-type risky unknown.b', 'changing-column-type breaking unknown.c'],
    ],
    [
      'a value, by a constraint with a name',
      'ALTER TABLE users ADD CONSTRAINT n NOT NULL name;',
      ['adding-not-nullable-field breaking users.name'],
    ],
    ['other rows than before', 'CREATE UNIQUE INDEX CONCURRENTLY one_name ON users (name);', ['adding-unique risky users.one_name']],
  ]);
});

describe('sql-migration: what else callers notice', () => {
  migrationCases([
    [
      'columns of a table that was there before, by a second unique value',
      "ALTER TABLE users ADD COLUMN code text DEFAULT 'x' UNIQUE;",
      ['adding-unique risky users.code'],
    ],
    [
      'a view, a type, an index and a constraint under other names',
      'ALTER VIEW adults RENAME TO grown;\nALTER TYPE mood RENAME TO feeling;\nALTER INDEX i RENAME TO j;\nALTER TABLE users RENAME CONSTRAINT a TO b;',
      ['renaming-view breaking adults', 'renaming-type breaking mood', 'renaming-index compatible i', 'renaming-constraint risky users.a'],
    ],
    ['a policy and an extension', 'DROP POLICY p ON users;\nDROP EXTENSION e;', ['ban-drop-policy risky p', 'ban-drop-extension risky e']],
    ['a default that nobody needs', 'ALTER TABLE users ALTER name DROP DEFAULT;', []],
    ['a default of who knows what', 'ALTER TABLE unknown ALTER a DROP DEFAULT;', ['dropping-default risky unknown.a']],
    [
      'nothing of types, tables and rows that the change itself makes',
      "CREATE TYPE tone AS ENUM ('a');\nALTER TYPE tone ADD VALUE 'b';\nCREATE TABLE t (a int);\nTRUNCATE t;\nDELETE FROM t;\nREVOKE ALL ON t FROM x;\nALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);\nCREATE UNIQUE INDEX i ON t (a);\nLOCK TABLE t;\nALTER TABLE t DROP CONSTRAINT c;",
      [],
    ],
    [
      'nothing of an index that only has another name',
      'CREATE INDEX CONCURRENTLY k ON users (name);\nALTER INDEX k RENAME TO l;\nDROP INDEX CONCURRENTLY l;',
      [],
    ],
    [
      'a small key of a new table',
      'CREATE TABLE t (id serial PRIMARY KEY);\nCREATE TABLE u (id bigserial PRIMARY KEY);',
      ['prefer-bigint-over-int compatible t.id'],
    ],
    [
      'constraints without a name',
      'ALTER TABLE users ADD UNIQUE (name, age);\nALTER TABLE users ADD EXCLUDE USING gist (age WITH =);',
      [
        'adding-unique risky users.name_age',
        'disallowed-unique-constraint risky users.name_age',
        'adding-exclude risky users.age',
        'adding-exclusion-constraint risky users.age',
      ],
    ],
    ['a longer text of another kind', 'ALTER TABLE users ALTER email TYPE text;', ['changing-column-type compatible users.email']],
    ['a limit where there was none', 'ALTER TABLE users ALTER name TYPE varchar(40);', ['changing-column-type breaking users.name']],
    ['other decimals', 'ALTER TABLE users ALTER price TYPE numeric(12,4);', ['changing-column-type breaking users.price']],
  ]);
});

describe('sql-migration: MySQL', () => {
  const base = {
    'db/migrations/001_start.sql':
      "CREATE TABLE `users` (`id` int NOT NULL AUTO_INCREMENT, `name` varchar(50) NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB;\nCREATE TABLE `moods` (`a` ENUM('sad','ok') NOT NULL, `b` SET('x','y'), `c` ENUM('n','o'), `d` int unsigned, `e` int);",
  };
  migrationCases(
    [
      [
        'reads a column that is defined again',
        'ALTER TABLE `users` MODIFY `name` varchar(20) NULL;',
        ['changing-column-type breaking users.name', 'ban-drop-not-null breaking users.name'],
      ],
      [
        'knows the values of a list, and numbers without a sign',
        "ALTER TABLE `moods` MODIFY `a` ENUM('sad') NOT NULL;\nALTER TABLE `moods` MODIFY `b` SET('x','y','z');\nALTER TABLE `moods` MODIFY `c` enum( 'n', 'o' );\nALTER TABLE `moods` MODIFY `d` BIGINT UNSIGNED;\nALTER TABLE `moods` MODIFY `e` INT UNSIGNED;",
        [
          'changing-column-type breaking moods.a',
          'changing-column-type risky moods.b',
          'changing-column-type risky moods.d',
          'changing-column-type breaking moods.e',
        ],
      ],
      ['leaves one that is as it was alone', "ALTER TABLE `users` MODIFY COLUMN `name` VARCHAR(50) NOT NULL COMMENT 'it\\'s; here';", []],
      [
        'reads a change of a name',
        'ALTER TABLE `users` CHANGE `name` `label` varchar(50) NOT NULL, DROP FOREIGN KEY `fk_x`;',
        ['renaming-column breaking users.name', 'ban-drop-constraint compatible users.fk_x'],
      ],
      ['reads tables that are renamed', 'RENAME TABLE `users` TO `people`;', ['renaming-table breaking users']],
      ['does not ask for CONCURRENTLY', 'CREATE INDEX `i` ON `users` (`name`);', []],
      [
        'reads behind another delimiter',
        'DELIMITER //\nCREATE TRIGGER t BEFORE INSERT ON `users` FOR EACH ROW BEGIN DELETE FROM x; END//\nDELIMITER ;\nALTER TABLE `users` DROP COLUMN `name`;',
        ['ban-drop-column breaking users.name'],
      ],
    ],
    'db/migrations/002_next.sql',
    base,
  );
});

describe('sql-migration: SQL Server', () => {
  migrationCases(
    [
      [
        'reads names in brackets, renames by a procedure, and GO',
        "EXEC sp_rename 'dbo.users.name', 'label', 'COLUMN';\nGO\nALTER TABLE [dbo].[users] ALTER COLUMN [age] NVARCHAR(10) NOT NULL\nGO\nDROP TABLE [dbo].[orders]\nGO\n",
        [
          'renaming-column breaking dbo.users.name',
          'changing-column-type breaking dbo.users.age',
          'adding-not-nullable-field breaking dbo.users.age',
          'ban-drop-table breaking dbo.orders',
        ],
      ],
      [
        'reads several columns after one verb',
        'ALTER TABLE [dbo].[users] DROP COLUMN IF EXISTS [name], age\nGO\nALTER TABLE dbo.orders DROP CONSTRAINT fk_user, COLUMN total\nGO\n',
        [
          'ban-drop-column breaking dbo.users.name',
          'ban-drop-column breaking dbo.users.age',
          'ban-drop-constraint compatible dbo.orders.fk_user',
          'ban-drop-column breaking dbo.orders.total',
        ],
      ],
      [
        'reads several new columns after one verb',
        'ALTER TABLE dbo.users ADD note nvarchar(10) NULL, code int NOT NULL\nGO\n',
        ['adding-required-field breaking dbo.users.code'],
      ],
    ],
    'db/migrations/002_next.sql',
    start,
  );
});

describe('sql-migration: a check of unknown contents that was validated before the change', () => {
  migrationCases(
    [['says nothing of columns', 'ALTER TABLE users ALTER name SET NOT NULL;', ['adding-not-nullable-field breaking users.name']]],
    'db/migrations/003_later.sql',
    { ...start, 'db/migrations/002_check.sql': 'ALTER TABLE users VALIDATE CONSTRAINT users_age_check;' },
  );
});

describe('sql-migration: a required column that is added', () => {
  const fixed = async (path: string, migration: string): Promise<string | undefined> => {
    const { changes } = await compared(start, { ...start, [path]: migration });
    const edit = changes.find(({ change }) => change === 'adding-required-field')?.fix?.edits[0];
    return edit && migration.slice(0, edit.range.start) + edit.newText + migration.slice(edit.range.end);
  };
  const sql = 'db/migrations/002_next.sql';

  it('is offered without the requirement', async () => {
    assert.equal(
      await fixed(sql, "ALTER TABLE users ADD note text NULL,\n  ADD COLUMN city text NOT NULL; -- it isn't NOT NULL"),
      "ALTER TABLE users ADD note text NULL,\n  ADD COLUMN city text; -- it isn't NOT NULL",
    );
    assert.equal(
      await fixed(sql, "ALTER TABLE users ADD city text CHECK (city IS NOT NULL AND city <> '') not  null;"),
      "ALTER TABLE users ADD city text CHECK (city IS NOT NULL AND city <> '');",
    );
  });
  it('is offered so in Ruby and TypeScript', async () => {
    assert.equal(
      await fixed(
        'db/migrate/20260101000000_next.rb',
        'class A < ActiveRecord::Migration[8.0]\n  def change\n    add_column :users, :city, :string, null: false\n  end\nend\n',
      ),
      'class A < ActiveRecord::Migration[8.0]\n  def change\n    add_column :users, :city, :string\n  end\nend\n',
    );
    const typeOrm = (required: string): string =>
      `export class A1 implements MigrationInterface {\n  async up(queryRunner: QueryRunner) {\n    await queryRunner.query('ALTER TABLE "users" ADD "city" text${required}');\n  }\n}\n`;
    assert.equal(await fixed('db/migrations/002_next.ts', typeOrm(' NOT NULL')), typeOrm(''));
  });
  it('is left where the requirement stands in a text, or twice', async () => {
    assert.equal(await fixed(sql, 'ALTER TABLE users ADD (city text NOT NULL, town text NOT NULL);'), undefined);
  });
});
