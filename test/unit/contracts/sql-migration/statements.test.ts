import assert from 'node:assert/strict';
import { readSql } from '../../../../src/contracts/sql-migration/read-sql.ts';
import type { Dialect } from '../../../../src/contracts/sql-migration/sql-tokens.ts';

/** What is left out of `expected` is not compared: where it stands. */
type Case = readonly [name: string, sql: string, expected: readonly Readonly<Record<string, unknown>>[]];

function statementCases(dialect: Dialect, cases: readonly Case[]): void {
  for (const [name, sql, expected] of cases) {
    it(name, () => {
      const actions = readSql(sql, dialect).map((action) =>
        Object.fromEntries(Object.entries(action).filter(([key, value]) => key !== 'range' && key !== 'keyword' && value !== undefined)),
      );
      assert.deepEqual(actions, expected);
    });
  }
}

const table = 'users';
const dropsColumn = (column: string): Readonly<Record<string, unknown>> => ({ does: 'drop-column', table, column });
const dropsName = (object: string, name: string, more = {}): Readonly<Record<string, unknown>> => ({
  does: 'drop',
  object,
  name,
  concurrently: false,
  ...more,
});
const renames = (object: string, name: string, to: string): Readonly<Record<string, unknown>> => ({ does: 'rename', object, name, to });

describe('sql-migration: statements of PostgreSQL', () => {
  statementCases('postgresql', [
    ['nothing', ' ; -- DROP TABLE users;\n;', []],
    ['nothing that begins with a name in quotes', '"DROP" TABLE users;', []],
    [
      'statements of no interest',
      'SELECT 1; SHOW x; SET search_path = app; START REPLICATION; CREATE ROLE x; DROP ROLE x; ALTER ROLE x',
      [],
    ],
    ['a comment to the end of the text', 'DROP VIEW v; -- DROP VIEW w', [dropsName('view', 'v')]],
    ['a comment that is left open', 'DROP VIEW v; /* DROP VIEW w;', [dropsName('view', 'v')]],
    ['a string that is left open', "DROP VIEW v; SELECT 'DROP VIEW w;", [dropsName('view', 'v')]],
    ['a dollar quote with a tag', 'DO $do$ BEGIN DROP TABLE a; $$ $$ END $do$; DROP VIEW v;', [dropsName('view', 'v')]],
    ['a dollar quote that is left open', 'DROP VIEW v; DO $$ BEGIN DROP TABLE a; END;', [dropsName('view', 'v')]],
    ['a backslash that ends an escaped string not', "SELECT E'it\\'; DROP VIEW w; --'; DROP VIEW v;", [dropsName('view', 'v')]],
    ['a backslash that is one', "SELECT 'C:\\'; DROP VIEW v;", [dropsName('view', 'v')]],
    ['quotes within a name', 'DROP VIEW "a""b";', [dropsName('view', 'a"b')]],
    ['all rows of a table alone', 'DELETE FROM ONLY users;', [{ does: 'delete-all', table }]],
    ['some rows', 'DELETE FROM users USING orders; DELETE FROM users WHERE id = 1; DELETE', []],
    [
      'several tables that are emptied',
      'TRUNCATE TABLE ONLY users, orders * RESTART IDENTITY;',
      [
        { does: 'truncate', table, cascade: false },
        { does: 'truncate', table: 'orders', cascade: false },
      ],
    ],
    [
      'what is written anew',
      'VACUUM FULL; VACUUM (FULL FALSE) users; VACUUM (FULL) users; VACUUM FULL VERBOSE users; CLUSTER; CLUSTER (VERBOSE) users;',
      [
        { does: 'rewrite', table: 'every table', by: 'VACUUM FULL' },
        { does: 'rewrite', table, by: 'VACUUM FULL' },
        { does: 'rewrite', table, by: 'VACUUM FULL' },
        { does: 'rewrite', table: 'every table', by: 'CLUSTER' },
        { does: 'rewrite', table, by: 'CLUSTER' },
      ],
    ],
    [
      'transactions, but no savepoints',
      'START TRANSACTION; SAVEPOINT s; ROLLBACK TO s; ROLLBACK; BEGIN; END; COMMIT;',
      ['begin', 'end', 'begin', 'end', 'end'].map((verb) => ({ does: 'transaction', verb })),
    ],
    ['timeouts', "SET LOCAL lock_timeout = '1s'; SET SESSION statement_timeout TO 1;", [{ does: 'set-timeout' }, { does: 'set-timeout' }]],
    [
      'indexes that are built again',
      'REINDEX INDEX CONCURRENTLY i; REINDEX (CONCURRENTLY OFF) TABLE t; REINDEX (VERBOSE, CONCURRENTLY) TABLE t; REINDEX;',
      [
        { does: 'reindex', name: 'i', concurrently: true },
        { does: 'reindex', name: 't', concurrently: false },
        { does: 'reindex', name: 't', concurrently: true },
      ],
    ],
    ['rights on a table', 'REVOKE ALL ON TABLE users FROM x;', [{ does: 'restrict', table, by: 'REVOKE' }]],
    ['a comment', "COMMENT ON TABLE users IS 'it''s'; ", [{ does: 'comment', name: table, text: "it's" }]],
    [
      'views and types under other names',
      'ALTER VIEW v RENAME TO w; ALTER MATERIALIZED VIEW IF EXISTS m RENAME TO n; ALTER TYPE t RENAME TO u; ALTER INDEX i RENAME TO j; ALTER SEQUENCE s RENAME TO r; ALTER FUNCTION f(int, text) RENAME TO g;',
      [
        renames('view', 'v', 'w'),
        renames('view', 'm', 'n'),
        renames('type', 't', 'u'),
        renames('index', 'i', 'j'),
        renames('sequence', 's', 'r'),
        renames('function', 'f', 'g'),
      ],
    ],
    ['a view in another schema', 'ALTER VIEW app.v SET SCHEMA old;', [renames('view', 'app.v', 'old.v')]],
    ['a column of a view', 'ALTER VIEW v RENAME COLUMN a TO b;', [{ does: 'rename-column', table: 'v', column: 'a', to: 'b' }]],
    [
      'attributes of a type',
      'ALTER TYPE t DROP ATTRIBUTE IF EXISTS a; ALTER TYPE t RENAME ATTRIBUTE b TO c CASCADE; ALTER TYPE t ADD ATTRIBUTE d int; ALTER TYPE t OWNER TO x;',
      [
        { does: 'drop-column', table: 't', column: 'a' },
        { does: 'rename-column', table: 't', column: 'b', to: 'c' },
      ],
    ],
    ['a value of a list', "ALTER TYPE mood ADD VALUE 'new' BEFORE 'ok';", [{ does: 'add-enum-value', type: 'mood', value: 'new' }]],
    [
      'domains',
      'ALTER DOMAIN d SET NOT NULL; ALTER DOMAIN d ADD CHECK (VALUE > 0) NOT VALID; ALTER DOMAIN d DROP NOT NULL; ALTER DOMAIN d DROP CONSTRAINT c;',
      [
        { does: 'constrain-domain', type: 'd', unchecked: false },
        { does: 'constrain-domain', type: 'd', unchecked: true },
      ],
    ],
    [
      'policies, triggers and extensions that only change',
      'ALTER POLICY p ON t TO x; ALTER TRIGGER a ON t RENAME TO b; ALTER EXTENSION e UPDATE;',
      [],
    ],
    [
      'all that is dropped',
      'DROP MATERIALIZED VIEW IF EXISTS m; DROP FOREIGN TABLE f; DROP DOMAIN d; DROP PROCEDURE p(int); DROP AGGREGATE a(int); DROP EXTENSION e; DROP DATABASE b; DROP POLICY p ON users; DROP INDEX CONCURRENTLY IF EXISTS i;',
      [
        dropsName('view', 'm'),
        dropsName('table', 'f'),
        dropsName('type', 'd'),
        dropsName('function', 'p'),
        dropsName('function', 'a'),
        dropsName('extension', 'e'),
        dropsName('database', 'b'),
        dropsName('policy', 'p', { table }),
        dropsName('index', 'i', { concurrently: true }),
      ],
    ],
    [
      'indexes',
      'CREATE UNIQUE INDEX IF NOT EXISTS i ON ONLY users USING btree (a); CREATE INDEX ON users (b); CREATE INDEX broken;',
      [
        { does: 'create-index', table, name: 'i', unique: true, concurrently: false },
        { does: 'create-index', table, unique: false, concurrently: false },
      ],
    ],
    [
      'the columns of a table, and no constraints',
      'CREATE TEMP TABLE IF NOT EXISTS users (LIKE other, CONSTRAINT p PRIMARY KEY (id), "check" int CHECK ("check" > 0), n int GENERATED ALWAYS AS IDENTITY, d text DEFAULT NULL);',
      [
        {
          does: 'create-table',
          table,
          temporary: true,
          replaces: false,
          columns: [
            {
              name: 'check',
              type: 'int',
              notNull: false,
              constraints: [{ kind: 'check', columns: ['check'], unchecked: false, usingIndex: false }],
            },
            { name: 'n', type: 'int', notNull: false, filled: 'serial', constraints: [] },
            { name: 'd', type: 'text', notNull: false, constraints: [] },
          ],
        },
      ],
    ],
    [
      'columns of a view, by its list',
      'CREATE RECURSIVE VIEW v (a, "B") AS SELECT 1, 2;',
      [{ does: 'create', object: 'view', name: 'v', columns: ['a', 'B'], definition: 'AS SELECT 1, 2' }],
    ],
  ]);
});

describe('sql-migration: parts of ALTER TABLE', () => {
  statementCases('postgresql', [
    ['no table', 'ALTER TABLE;', []],
    [
      'options that change nothing for callers',
      'ALTER TABLE users OWNER TO x, SET (fillfactor = 70), ENABLE TRIGGER t, ALTER a SET STATISTICS 9;',
      [],
    ],
    [
      'a column with and without the word',
      'ALTER TABLE IF EXISTS ONLY users * DROP a, DROP COLUMN IF EXISTS b CASCADE;',
      [dropsColumn('a'), dropsColumn('b')],
    ],
    [
      'columns that are called like a part',
      'ALTER TABLE users DROP key, DROP "index" RESTRICT, DROP COLUMN constraint;',
      [dropsColumn('key'), dropsColumn('index'), dropsColumn('constraint')],
    ],
    ['partitions', 'ALTER TABLE users DROP PARTITION p, ADD PARTITION q VALUES LESS THAN (1), DETACH PARTITION r CONCURRENTLY;', []],
    ['a constraint that is dropped', 'ALTER TABLE users DROP CONSTRAINT IF EXISTS c;', [dropsName('constraint', 'c', { table })]],
    [
      'the defaults',
      'ALTER TABLE users ALTER a SET DEFAULT 1, ALTER COLUMN b SET DEFAULT NULL, ALTER c DROP DEFAULT, ALTER d DROP IDENTITY IF EXISTS;',
      [
        { does: 'set-default', table, column: 'a', dropped: false },
        { does: 'set-default', table, column: 'b', dropped: true },
        { does: 'set-default', table, column: 'c', dropped: true },
        { does: 'set-default', table, column: 'd', dropped: true },
      ],
    ],
    [
      'types',
      'ALTER TABLE users ALTER a TYPE numeric(10, 2) USING a::numeric, ALTER b SET DATA TYPE timestamp with time zone;',
      [
        { does: 'change-type', table, column: 'a', type: 'numeric(10, 2)', converted: true },
        { does: 'change-type', table, column: 'b', type: 'timestamp with time zone', converted: false },
      ],
    ],
    ['a constraint that is altered', 'ALTER TABLE users ALTER CONSTRAINT c DEFERRABLE;', []],
    [
      'names',
      'ALTER TABLE users RENAME CONSTRAINT a TO b; ALTER TABLE users RENAME a TO b; ALTER TABLE users RENAME COLUMN a TO b;',
      [
        { ...renames('constraint', 'a', 'b'), table },
        { does: 'rename-column', table, column: 'a', to: 'b' },
        { does: 'rename-column', table, column: 'a', to: 'b' },
      ],
    ],
    ['another schema', 'ALTER TABLE app.users SET SCHEMA old;', [renames('table', 'app.users', 'old.users')]],
    [
      'where it is kept',
      'ALTER TABLE users SET TABLESPACE fast; ALTER TABLE users SET LOGGED; ALTER TABLE users SET ACCESS METHOD heap;',
      [
        { does: 'rewrite', table, by: 'SET TABLESPACE' },
        { does: 'rewrite', table, by: 'SET LOGGED' },
        { does: 'rewrite', table, by: 'SET ACCESS' },
      ],
    ],
    ['rights by row', 'ALTER TABLE users FORCE ROW LEVEL SECURITY;', [{ does: 'restrict', table, by: 'row level security' }]],
    ['what is validated', 'ALTER TABLE users VALIDATE CONSTRAINT c;', [{ does: 'validate-constraint', table, name: 'c' }]],
    [
      'constraints',
      'ALTER TABLE users ADD EXCLUDE USING gist (room WITH =), ADD CONSTRAINT k PRIMARY KEY USING INDEX i, ADD CHECK (a IS NOT NULL) NOT VALID;',
      [
        { does: 'add-constraint', table, constraint: { kind: 'exclude', columns: ['room'], unchecked: false, usingIndex: false } },
        { does: 'add-constraint', table, constraint: { kind: 'primary-key', name: 'k', columns: [], unchecked: false, usingIndex: true } },
        { does: 'add-constraint', table, constraint: { kind: 'check', columns: [], unchecked: true, usingIndex: false, notNullOf: 'a' } },
      ],
    ],
  ]);
});

describe('sql-migration: statements of MySQL', () => {
  statementCases('mysql', [
    ['comments by #', '# DROP VIEW w;\nDROP VIEW v; # DROP VIEW x', [dropsName('view', 'v')]],
    ['a backslash in a string', "SELECT 'it\\'; DROP VIEW w;'; DROP VIEW v;", [dropsName('view', 'v')]],
    [
      'several new names',
      'RENAME TABLE a TO b, `c` TO `d`; RENAME USER x TO y; RENAME TABLE a;',
      [renames('table', 'a', 'b'), renames('table', 'c', 'd')],
    ],
    [
      'another name of a table',
      'ALTER TABLE users RENAME TO people; ALTER TABLE users RENAME AS people; ALTER TABLE users RENAME people;',
      [1, 2, 3].map(() => renames('table', table, 'people')),
    ],
    [
      'another name of an index',
      'ALTER TABLE users RENAME INDEX a TO b, RENAME KEY c TO d;',
      [
        { ...renames('index', 'a', 'b'), table },
        { ...renames('index', 'c', 'd'), table },
      ],
    ],
    [
      'keys that go',
      'ALTER TABLE users DROP PRIMARY KEY, DROP INDEX i, DROP KEY k, DROP FOREIGN KEY f, DROP CHECK c;',
      [
        dropsName('constraint', 'PRIMARY KEY', { table }),
        dropsName('index', 'i', { table }),
        dropsName('index', 'k', { table }),
        dropsName('constraint', 'f', { table }),
        dropsName('constraint', 'c', { table }),
      ],
    ],
    ['an index that goes', 'DROP INDEX i ON users;', [dropsName('index', 'i', { table })]],
    [
      'indexes that come',
      'ALTER TABLE users ADD INDEX i (a), ADD KEY (b), ADD FULLTEXT INDEX f (c);',
      ['i', undefined, 'f'].map((name) => ({
        does: 'create-index',
        table,
        ...(name && { name }),
        unique: false,
        concurrently: false,
      })),
    ],
    [
      'an index in place',
      'CREATE FULLTEXT INDEX i ON users (a) ALGORITHM=INPLACE;',
      [{ does: 'create-index', table, name: 'i', unique: false, concurrently: true }],
    ],
    [
      'a table that is written anew',
      'ALTER TABLE users ENGINE=InnoDB; ALTER TABLE users CONVERT TO CHARACTER SET utf8mb4;',
      [
        { does: 'rewrite', table, by: 'ENGINE=InnoDB' },
        { does: 'rewrite', table, by: 'CONVERT TO CHARACTER SET utf8mb4' },
      ],
    ],
    [
      'columns in a list',
      'ALTER TABLE users ADD (a int, b varchar(9) CHARACTER SET utf8 NOT NULL);',
      [
        { does: 'add-column', table, column: { name: 'a', type: 'int', notNull: false, constraints: [] } },
        { does: 'add-column', table, column: { name: 'b', type: 'varchar(9)', notNull: true, constraints: [] } },
      ],
    ],
    [
      'a column that keeps its name',
      'ALTER TABLE users CHANGE COLUMN `a` `A` bigint NOT NULL;',
      [
        { does: 'change-type', table, column: 'A', type: 'bigint', converted: false, restated: true },
        { does: 'set-nullability', table, column: 'A', notNull: true, restated: true },
      ],
    ],
    [
      'a view with a definer',
      'CREATE OR REPLACE ALGORITHM=MERGE DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW v AS SELECT a, b AS c FROM users;',
      [{ does: 'create', object: 'view', name: 'v', columns: ['a', 'c'], definition: 'a, b AS c FROM users' }],
    ],
    ['rows up to a limit', 'DELETE FROM users LIMIT 10;', []],
    ['a lock', 'LOCK TABLES users WRITE;', [{ does: 'lock', table, by: 'LOCK TABLE' }]],
    ['how long to wait for a lock', 'SET SESSION innodb_lock_wait_timeout = 5;', [{ does: 'set-timeout' }]],
  ]);
});

describe('sql-migration: statements of SQL Server', () => {
  statementCases('sqlserver', [
    [
      'names by the procedure',
      "EXEC sp_rename 'dbo.users', 'people'; EXECUTE sys.sp_rename '[users]', 'people', 'OBJECT'; EXEC sp_rename 'users.i', 'j', 'INDEX'; EXEC other 'a', 'b';",
      [renames('table', 'dbo.users', 'people'), renames('table', 'users', 'people')],
    ],
    ['a column by the procedure', "EXEC sp_rename 'users.[a]', 'b', 'column';", [{ does: 'rename-column', table, column: 'a', to: 'b' }]],
    ['an attempt is no transaction', 'BEGIN TRY; BEGIN TRANSACTION;', [{ does: 'transaction', verb: 'begin' }]],
    [
      'an index while others work',
      'CREATE UNIQUE NONCLUSTERED INDEX i ON users (a) WITH (ONLINE = ON);',
      [{ does: 'create-index', table, name: 'i', unique: true, concurrently: true }],
    ],
    ['columns that are dropped together', 'ALTER TABLE [users] DROP COLUMN [a];', [dropsColumn('a')]],
    [
      'a column that is defined again',
      'ALTER TABLE users ALTER COLUMN a nvarchar(20) NULL; ALTER TABLE users ALTER COLUMN a;',
      [{ does: 'change-type', table, column: 'a', type: 'nvarchar(20)', converted: false }],
    ],
    [
      'a constraint that trusts the rows',
      'ALTER TABLE users WITH NOCHECK ADD CONSTRAINT c CHECK (a > 0); ALTER TABLE users WITH CHECK ADD CONSTRAINT c CHECK (a > 0);',
      [true, false].map((unchecked) => ({
        does: 'add-constraint',
        table,
        constraint: { kind: 'check', name: 'c', columns: [], unchecked, usingIndex: false },
      })),
    ],
  ]);
});
