import type { FileFacts } from '../../../code/facts.ts';
import type { SchemaAction } from '../schema-action.ts';
import type { Dialect } from '../sql-tokens.ts';
import { stepActions } from './code-methods.ts';
import { chainsIn, chainsOfFunction, type CodeChain, type CodeStep } from './code-steps.ts';
import { textOf } from './code-value.ts';
import { builtColumns, chainedActions, tableActions } from './table-builders.ts';

/** A text longer than this holds data: it is not read, and told as such. */
export const longestCodeMigration = 300_000;

const scriptMarks =
  /\b(?:MigrationInterface|QueryRunner|queryRunner|queryInterface|QueryInterface|Knex|knex|Kysely|kysely|addSql|MigrationBuilder|pgm|schema\.(?:alterTable|createTable|dropTable|table))\b/;
const javaMarks = /\b(?:BaseJavaMigration|JavaMigration|JdbcMigration|SpringJdbcMigration)\b/;

/** Whether a text is a migration in Java (Flyway) or a script (TypeORM, knex, kysely, Sequelize, MikroORM, node-pg-migrate). */
export function isCodeMigration(path: string, text: string): boolean {
  if (path.endsWith('.java')) return javaMarks.test(text);
  return scriptMarks.test(text.slice(0, longestCodeMigration)) && /\bup\b/.test(text);
}

/** What the way up of it does, in order. What is computed (names in variables, loops over lists) is not seen. */
export function codeMigrationActions(facts: FileFacts, dialect: Dialect): readonly SchemaAction[] {
  const chains = chainsOfFunction(facts, facts.language === 'java' ? 'migrate' : 'up') ?? [];
  return chains.flatMap((chain) => chainActions(chain, dialect));
}

/** What its way down does. */
export function codeWayBack(facts: FileFacts, dialect: Dialect): readonly SchemaAction[] {
  const chains = facts.language === 'java' ? [] : (chainsOfFunction(facts, 'down') ?? []);
  return chains.flatMap((chain) => chainActions(chain, dialect));
}

/** Whether there is a way down, and it does nothing. */
export function hasEmptyDown(facts: FileFacts): boolean {
  return facts.language !== 'java' && chainsOfFunction(facts, 'down')?.length === 0;
}

/** Whether the tool runs all of it in one transaction, which each of them can be told not to. */
export function codeRunsInTransaction(text: string): boolean {
  return !/\btransaction\b\s{0,9}[=:]\s{0,9}false|isTransactional\(\)|canExecuteInTransaction\(\)|noTransaction\(\)|queryInterface|QueryInterface/.test(
    text,
  );
}

function chainActions(steps: CodeChain, dialect: Dialect): readonly SchemaAction[] {
  return steps.flatMap((step, at): readonly SchemaAction[] => {
    const table = textOf(step.values[0]);
    const built = step.values.find(({ kind }) => kind === 'function');
    const isAltered = step.name === 'alterTable' || step.name === 'table';
    if (table !== undefined && isAltered)
      return built ? tableActions(table, chainsIn([built])) : chainedActions(table, steps.slice(at + 1));
    if (table !== undefined && step.name.startsWith('createTable'))
      return createdTable(table, built && chainsIn([built]), steps.slice(at + 1), step.range, stepActions(step, dialect));
    const builds = steps.slice(0, at).some(isUnclosed);
    return [...(builds ? [] : stepActions(step, dialect)), ...chainsIn(step.values).flatMap((chain) => chainActions(chain, dialect))];
  });
}

/** kysely goes on with the table behind it, knex within it. */
function isUnclosed({ name, values }: CodeStep): boolean {
  return /^(?:alter|create)Table/.test(name) && !values.some(({ kind }) => kind === 'function');
}

function createdTable(
  table: string,
  built: readonly CodeChain[] | undefined,
  after: CodeChain,
  range: SchemaAction['range'],
  asSaid: readonly SchemaAction[],
): readonly SchemaAction[] {
  const [said] = asSaid;
  if (said?.does === 'create-table' && said.columns.length > 0) return asSaid;
  const columns = built
    ? builtColumns(built)
    : chainedActions(table, after).flatMap((action) => (action.does === 'add-column' ? [action.column] : []));
  return [{ does: 'create-table', table, columns, temporary: false, replaces: false, range }];
}
