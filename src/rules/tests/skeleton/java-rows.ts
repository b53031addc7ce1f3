import type { SymbolAt } from '../../../code/code-change.ts';
import type { ArrayLiteral } from '../../../code/expression.ts';
import { callsIn } from '../../../code/walk.ts';
import type { Edit } from '../../../finding/draft.ts';
import { indentationAt } from '../../code-in-file.ts';
import type { TestCase } from '../gaps/test-index.ts';
import type { SkeletonCase } from './cases.ts';
import { javaValues } from './java-values.ts';

/** Rows for the `@CsvSource` of a test that hands columns to the method and compares with one more, in which stands what is to be said; empty where it is not so. */
export function csvRows({ symbol }: SymbolAt, cases: readonly SkeletonCase[], { file, test }: TestCase): readonly Edit[] {
  const method = file.facts?.symbols.find(({ kind, range }) => kind === 'method' && range.start === test.range.start);
  const rows = method?.annotations.find(({ name }) => name === 'CsvSource')?.arguments.find(({ name }) => name === 'value')?.value;
  const call = callsIn(test.body).find(({ name }) => name === symbol.name);
  if (!method || !call || rows?.kind !== 'array') return [];
  const given = call.arguments.map((argument) => (argument.kind === 'name' ? argument.name : ''));
  const columns = (method.parameters ?? []).map(({ name }) => given.indexOf(name));
  // One column has to be left for the result.
  if (columns.filter((place) => place === -1).length !== 1 || columns.length < 2) return [];
  const written = cases.flatMap((each) => rowOf(symbol, each, columns) ?? []);
  return written.length === 0 ? [] : appended(rows, written, file);
}

function rowOf({ name, parameters = [] }: SymbolAt['symbol'], each: SkeletonCase, columns: readonly number[]): string | undefined {
  const values = each.error ? undefined : javaValues(parameters, each)?.map(cellOf);
  const about = parameters.findIndex((parameter) => parameter.name === each.given?.parameter);
  if (!values?.every((value) => value !== undefined) || (each.given && !columns.includes(about))) return undefined;
  const marker = `'state what ${name}(${values.join(', ').replace(/'/g, '')}) should give'`;
  return columns.map((place) => (place === -1 ? marker : (values[place] ?? ''))).join(', ');
}

/** A plain value as it stands in a row; undefined for what cannot. */
function cellOf(value: string): string | undefined {
  if (value === 'null') return '';
  if (/^-?\d[\d_.]*[LldDfF]?$/.test(value)) return value.replace(/[LldDfF]$/, '');
  if (/^(?:true|false)$/.test(value)) return value;
  const text = /^"([\w .-]*)"$/.exec(value)?.[1];
  return text === '' ? "''" : text;
}

function appended(rows: ArrayLiteral, written: readonly string[], file: TestCase['file']): readonly Edit[] {
  const last = rows.elements.at(-1);
  if (!last) return [];
  const { start } = file.lines.lineRange(file.lines.position(last.range.start).line);
  const isOnItsLine = file.text.slice(start, last.range.start).trim() === '';
  const before = isOnItsLine ? `,\n${indentationAt(file, last.range.start)}` : ', ';
  const { end } = last.range;
  return [{ file, range: { start: end, end }, newText: written.map((row) => `${before}"${row}"`).join('') }];
}
