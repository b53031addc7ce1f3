import type { ArrayLiteral, Expression, FunctionExpression } from '../../../code/expression.ts';
import { boundNames } from '../../../code/flow/pattern.ts';
import { valueOf } from '../../../code/flow/scope.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { bare, visitsOf, type CodeNode, type Visited } from '../../../code/walk.ts';
import type { TestCase } from '../gaps/test-index.ts';

/** What a test is run with again and again: `it.each([…])(…)`, `[…].forEach(…)`, `for (… of […])`. */
export interface TestTable {
  /** The rows as they stand; undefined where they come from elsewhere. */
  readonly rows: ArrayLiteral | undefined;
  /** What the test calls a column, by the column's place or key. */
  readonly columns: ReadonlyMap<string, string>;
  /** What is done with a row. */
  readonly code: readonly CodeNode[];
  /** All that belongs to the table: a test of its own stands behind it. */
  readonly start: number;
  readonly end: number;
}

/** The table of a test; undefined where it has none. */
export function tableOf({ file, test }: Pick<TestCase, 'file' | 'test'>): TestTable | undefined {
  const module = file.facts?.symbols[0]?.body ?? [];
  const visited = visitsOf(module, 'call').find(({ node: { range } }) => range.start === test.range.start && range.end === test.range.end);
  return visited && (eachTable(visited, file, module) ?? loopTable(visited, file, module));
}

function eachTable({ node }: Visited, file: SourceFile, module: readonly CodeNode[]): TestTable | undefined {
  if (node.kind !== 'call' || node.receiver?.kind !== 'call' || !/^(?:each|for)$/.test(node.receiver.name)) return undefined;
  const callback = node.arguments.findLast((each): each is FunctionExpression => each.kind === 'function');
  const rows = arrayOf(node.receiver.arguments[0], file, module);
  if (!callback) return undefined;
  const isSpread = node.receiver.name === 'each' && rows?.elements[0]?.kind === 'array';
  const bound = isSpread
    ? callback.parameters.map((name, index) => [String(index), name] as const)
    : columnsOf(callback.parameters[0] ?? '');
  return { rows, columns: new Map(bound), code: callback.body, ...node.range };
}

/** The outermost loop around a test, within its group. */
function loopTable(visited: Visited, file: SourceFile, module: readonly CodeNode[]): TestTable | undefined {
  let found: TestTable | undefined;
  const code =
    visited.node.kind === 'call'
      ? (visited.node.arguments.findLast((each): each is FunctionExpression => each.kind === 'function')?.body ?? [])
      : [];
  for (let at = visited.parent, below: Visited = visited; at; below = at, at = at.parent) {
    const { node } = at;
    const looped = node.kind === 'loop' ? { over: node.header[0], pattern: node.variable ?? '' } : forEachOf(node, below.node);
    if (looped)
      found = {
        rows: found ? undefined : arrayOf(looped.over, file, module),
        columns: new Map(columnsOf(looped.pattern)),
        code,
        ...node.range,
      };
    if (node.kind === 'call' && !looped) break;
  }
  return found;
}

function forEachOf(node: CodeNode, callback: CodeNode): { readonly over: Expression | undefined; readonly pattern: string } | undefined {
  if (node.kind !== 'call' || callback.kind !== 'function' || !/^(?:forEach|map)$/.test(node.name)) return undefined;
  return { over: node.receiver, pattern: callback.parameters[0] ?? '' };
}

/** Columns by place or key; a name for the whole row is none. */
function columnsOf(pattern: string): readonly (readonly [string, string])[] {
  return boundNames(pattern).flatMap(({ name, path, rest }) => (path.length === 1 && !rest ? [[path[0] ?? '', name] as const] : []));
}

/** A list that stands there, or in a constant of the file. */
function arrayOf(expression: Expression | undefined, { facts }: SourceFile, module: readonly CodeNode[]): ArrayLiteral | undefined {
  const value = expression && bare(expression);
  if (value?.kind === 'array') return value;
  if (value?.kind !== 'name') return undefined;
  const inside = visitsOf(module, 'variable').find(({ node }) => node.name === value.name)?.node.value;
  const symbol = facts?.symbols.find(({ kind, name }) => kind === 'variable' && name === value.name);
  const held = inside ?? (symbol && valueOf(symbol));
  const list = held && bare(held);
  return list?.kind === 'array' ? list : undefined;
}
