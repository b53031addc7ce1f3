import type { Call, Expression } from '../../code/expression.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { partsOf, type Part } from './string-parts.ts';

/** A statement that is handed to a database and holds text that is not fixed. */
export interface BuiltSql {
  readonly call: Call;
  readonly argument: Expression;
  readonly parts: readonly Part[];
  /** Every unknown piece stands where a value stands, so that a parameter can take its place. */
  readonly values: boolean;
}

const javaSinks =
  /^(executeQuery|executeUpdate|executeLargeUpdate|execute|addBatch|prepareStatement|prepareCall|nativeSQL|createQuery|createNativeQuery|createSQLQuery|createMutationQuery|createSelectionQuery|query|queryForObject|queryForList|queryForMap|queryForRowSet|queryForStream|update|batchUpdate|fetch|resultQuery|rawQuery|execSQL|sql|newQuery|preparedQuery|sqlRestriction|queryForInt|queryForLong|executeBatchUpdate)$/;
const scriptSinks =
  /^(query|execute|raw|whereRaw|orderByRaw|havingRaw|joinRaw|selectRaw|\$queryRawUnsafe|\$executeRawUnsafe|unsafe|all|get|run|each|exec|prepare|any|one|none|many|oneOrNone|manyOrNone|queryRaw|executeSql|batch|executeMany|queryStream|multiResult|result|map)$/;
const rawFragments = /^(raw|whereRaw|orderByRaw|havingRaw|joinRaw|selectRaw|sqlRestriction)$/;
const statement =
  /^\s*(\(\s*)?(select\s[\s\S]{1,400}?\bfrom\b|insert\s+(into|or|ignore)\b|update\s+\S{1,80}\s+(\w+\s+)?set\b|delete\s+(from\b|\w+\s+where\b)|merge\s+into\b|replace\s+into\b|with\s+(recursive\s+)?[\w"]+\s+as\b|create\s+(table|index|view|user|database|role|schema|or\s+replace)\b|drop\s+(table|index|view|user|database|schema)\b|alter\s+(table|user|role|database)\b|truncate\s+table\b|call\s+\w+\s*\(|grant\s+\w.{0,80}\s(on|to)\s|from\s+\w+\s+(\w+\s+)?where\b)/i;

/** The SQL in a call that is put together from unknown text; undefined where there is none. */
export function builtSqlIn(call: Call, scope: Scope): BuiltSql | undefined {
  const java = scope.file.facts?.language === 'java';
  if (!(java ? javaSinks : scriptSinks).test(call.name) || !call.receiver) return undefined;
  // Some are told first what kind of statement follows, or on which connection.
  const given = call.arguments.slice(0, java ? 3 : 1);
  for (const argument of given) {
    const built = builtIn(argument, call, scope);
    if (built) return built;
  }
  return undefined;
}

function builtIn(argument: Expression, call: Call, scope: Scope): BuiltSql | undefined {
  if (argument.kind === 'concatenation' && argument.tag) return undefined;
  const parts = partsOf(textOf(argument), scope);
  const first = parts[0];
  if (first?.kind !== 'text' || !parts.some((part) => part.kind === 'dynamic')) return undefined;
  if (!statement.test(leadingText(parts)) && !(rawFragments.test(call.name) && isValuePlace(first.text))) return undefined;
  return { call, argument, parts, values: parts.every((part, index) => part.kind === 'text' || isValuePlace(textBefore(parts, index))) };
}

/** `{ text: '…' }` and `{ sql: '…' }` carry the statement too. */
function textOf(argument: Expression): Expression {
  if (argument.kind !== 'object') return argument;
  return argument.properties.find(({ key }) => key === 'text' || key === 'sql' || key === 'query')?.value ?? argument;
}

/** From the first piece on, since a short one may end before the second word. */
function leadingText(parts: readonly Part[]): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text : 'x'))
    .join('')
    .slice(0, 600);
}

export function textBefore(parts: readonly Part[], index: number): string {
  const before = parts[index - 1];
  return before?.kind === 'text' ? before.text : '';
}

/** After an operator or an opening quote a value follows; after `from` or `order by` a name. */
export function isValuePlace(before: string): boolean {
  return (
    /(=|<|>|\blike|\bilike|\bin\s*\(|\bvalues\s*\(|\bbetween|\band|\blimit|\boffset|,)\s{0,20}['"%(]{0,5}\s{0,20}$/i.test(before) ||
    /['%]\s*$/.test(before)
  );
}
