import assert from 'node:assert/strict';
import { LineIndex } from '../../../../src/base/line-index.ts';
import { inMemoryChangeSet } from '../../../../src/change/in-memory.ts';
import type { Side, Snapshot } from '../../../../src/change/change-set.ts';
import type { ChangedFile, SourceFile } from '../../../../src/code/code-change.ts';
import type { ContractComparison } from '../../../../src/contracts/contract-kind.ts';
import { compareMigrations } from '../../../../src/contracts/sql-migration/compare.ts';
import { sqlMigrationKind } from '../../../../src/contracts/sql-migration/sql-migration-kind.ts';
import { WholeFiles } from '../../../../src/review/whole-files.ts';
import { sharedExtractor } from '../../rules/rule-cases.ts';

export type Texts = Readonly<Record<string, string>>;

/** Compares two folders. */
export async function compared(base: Texts, head: Texts): Promise<ContractComparison> {
  const { files, trees } = inMemoryChangeSet(base, head);
  const changed = files.map((change): ChangedFile => ({
    path: change.path,
    change,
    ...(change.base && { base: sourceFile('base', change.base) }),
    ...(change.head && { head: sourceFile('head', change.head) }),
  }));
  const isMigration = ({ base: before, head: after }: ChangedFile): boolean =>
    [before, after].some(
      (file) => file && (sqlMigrationKind.recognises(file.path, file.text) || sqlMigrationKind.recognisesCode?.(file.path, file.text)),
    );
  const read = async (side: Side, paths: readonly string[]): Promise<ReadonlyMap<string, string>> =>
    new Map([...(await trees[side].read(paths))].map(([path, { text }]) => [path, text ?? '']));
  const whole = new WholeFiles(sharedExtractor());
  return compareMigrations(changed.filter(isMigration), {
    read,
    code: async (side, paths) => whole.read([...(await trees[side].read(paths)).values()], side),
    paths: (side) => trees[side].paths(),
    grep: (side, ...search) => trees[side].grep(...search),
    others: [],
    today: '2026-08-10',
  });
}

function sourceFile(side: Side, { path, text = '' }: Snapshot): SourceFile {
  return { side, path, text, lines: new LineIndex(text), role: 'production', touched: [], secrets: [] };
}

/** `change impact element`, in order, without what only says that something is new or that a timeout is missing. */
export async function told(base: Texts, head: Texts): Promise<readonly string[]> {
  const { changes, notices } = await compared(base, head);
  assert.deepEqual(notices, []);
  return changes
    .filter(({ change }) => !['adding-column', 'adding-table', 'require-timeout-settings'].includes(change))
    .map(({ change, impact, element }) => `${change} ${impact} ${element}`);
}

/** What was there before, for all cases of new migrations. */
export const start: Texts = {
  'db/migrations/001_start.sql': [
    "CREATE TYPE mood AS ENUM ('sad', 'ok');",
    'CREATE TABLE users (id bigint PRIMARY KEY, email varchar(255) NOT NULL, name text, age integer, locale text NOT NULL DEFAULT \'en\', price numeric(10,2), "fullName" text);',
    'CREATE TABLE orders (id integer PRIMARY KEY, user_id bigint);',
    'CREATE VIEW adults AS SELECT u.id, name AS called FROM users u WHERE age > 17;',
    'CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql;',
    "COMMENT ON COLUMN users.name IS 'Deprecated: use fullName';",
  ].join('\n'),
};

/** One case: its name, the text of a new migration, and all that is told of it. */
export type MigrationCase = readonly [name: string, migration: string, told: readonly string[]];

export function migrationCases(cases: readonly MigrationCase[], path = 'db/migrations/002_next.sql', base = start): void {
  for (const [name, migration, expected] of cases) {
    it(name, async () => {
      assert.deepEqual(await told(base, { ...base, [path]: migration }), expected);
    });
  }
}
