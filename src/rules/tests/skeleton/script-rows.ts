import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import { callsIn, visitsOf } from '../../../code/walk.ts';
import type { Edit } from '../../../finding/draft.ts';
import { indentationAt } from '../../code-in-file.ts';
import type { SkeletonCase } from './cases.ts';
import type { TestTable } from './script-table.ts';
import { markerFor, quoted, requoted, writingOf, type Quote } from './script-text.ts';
import { scriptValues } from './script-values.ts';

/** Rows for a table, and the cases that are none of its kind. */
export interface Rows {
  readonly edits: readonly Edit[];
  readonly left: readonly SkeletonCase[];
}

/**
 * Rows for the cases that a table can state: it hands columns to the function and compares with one more, in which stands what is to be said.
 * What is to be refused goes elsewhere.
 */
export function rowsFor(at: SymbolAt, cases: readonly SkeletonCase[], table: TestTable, file: SourceFile): Rows {
  const columns = table.rows && columnsFor(at, table, table.rows.elements[0]);
  const last = table.rows?.elements.at(-1);
  if (!columns || !last) return { edits: [], left: cases };
  const isTyped = /\.[cm]?tsx?$/.test(file.path);
  const { quote } = writingOf(file);
  const written = cases.map((each) => ({ each, row: each.error ? undefined : rowOf(at, each, columns, { isTyped, quote }) }));
  const rows = written.flatMap(({ row }) => (row === undefined ? [] : [row]));
  const before = isOnItsLine(last, file) ? `,\n${indentationAt(file, last.range.start)}` : ', ';
  const newText = rows.map((row) => `${before}${row}`).join('');
  return {
    edits: rows.length === 0 ? [] : [{ file, range: { start: last.range.end, end: last.range.end }, newText }],
    left: written.flatMap(({ each, row }) => (row === undefined ? [each] : [])),
  };
}

/** What stands in each column of a row: an argument of the function by its place, a title, or what is expected. */
interface Column {
  /** Undefined in a list. */
  readonly key: string | undefined;
  readonly holds: number | 'title' | 'expected';
}

function columnsFor({ symbol }: SymbolAt, { columns, code }: TestTable, first: Expression | undefined): readonly Column[] | undefined {
  const keys =
    first?.kind === 'array'
      ? first.elements.map((_, index) => String(index))
      : first?.kind === 'object'
        ? first.properties.map(({ key }) => key)
        : [];
  const call = callsIn(code).find(({ name }) => name === symbol.name);
  if (keys.length < 2 || !call) return undefined;
  const names = call.arguments.map((argument) => (argument.kind === 'name' ? argument.name : ''));
  const used = new Set(visitsOf(code, 'name').map(({ node }) => node.name));
  const found = keys.map((key): Column => {
    const name = columns.get(key) ?? '';
    const place = name === '' ? -1 : names.indexOf(name);
    const holds = place !== -1 ? place : used.has(name) ? 'expected' : 'title';
    return { key: first?.kind === 'object' ? key : undefined, holds };
  });
  const count = (holds: Column['holds']): number => found.filter((each) => each.holds === holds).length;
  const isTitle = (index: number): boolean => titleAt(first, index)?.kind === 'string';
  const areTitles = found.every(({ holds }, index) => holds !== 'title' || isTitle(index));
  return count('expected') === 1 && count('title') <= 1 && areTitles && found.some(({ holds }) => typeof holds === 'number')
    ? found
    : undefined;
}

function titleAt(row: Expression | undefined, index: number): Expression | undefined {
  if (row?.kind === 'array') return row.elements[index];
  return row?.kind === 'object' ? row.properties[index]?.value : undefined;
}

interface Cells {
  readonly isTyped: boolean;
  readonly quote: Quote;
}

function rowOf({ symbol }: SymbolAt, each: SkeletonCase, columns: readonly Column[], { isTyped, quote }: Cells): string | undefined {
  const parameters = symbol.parameters ?? [];
  const values = scriptValues(parameters, each, isTyped)?.map((value) => requoted(value, quote));
  const at = parameters.findIndex(({ name }) => name === each.given?.parameter);
  // What a case is about has to be in the row.
  if (!values || (each.given && !columns.some(({ holds }) => holds === at))) return undefined;
  const cells = columns.map(({ key, holds }) => {
    const value =
      holds === 'title'
        ? quoted(`${symbol.name} ${each.title}`, quote)
        : holds === 'expected'
          ? markerFor(`${symbol.name}(${values.join(', ')})`, each, quote)
          : (values[holds] ?? 'undefined');
    return key === undefined ? value : `${key}: ${value}`;
  });
  return columns[0]?.key === undefined ? `[${cells.join(', ')}]` : `{ ${cells.join(', ')} }`;
}

function isOnItsLine({ range }: Expression, { lines, text }: SourceFile): boolean {
  return text.slice(lines.lineRange(lines.position(range.start).line).start, range.start).trim() === '';
}
