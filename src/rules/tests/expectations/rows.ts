import { canonical } from '../../../code/canonical.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import type { TextRange } from '../../../base/text-range.ts';
import { bare, visitsOf } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { TestAt } from '../gaps/test-pairs.ts';
import { statusIn } from './answers.ts';

/** One row of the table that a test runs with. */
interface Row {
  readonly cells: readonly string[];
  readonly range: TextRange;
}

/** A row of which one cell is another now: the last one, by which tables say what is expected. */
export interface ChangedRow {
  readonly before: Row;
  readonly now: Row;
  readonly isLetThrough: boolean;
}

export function changedRows(base: TestAt, head: TestAt): readonly ChangedRow[] {
  const [before, after] = [rowsOf(base), rowsOf(head)];
  const keys = (rows: readonly Row[]) => new Set(rows.map(({ cells }) => cells.join('\n')));
  const [old, known] = [keys(before), keys(after)];
  const added = after.filter(({ cells }) => !old.has(cells.join('\n')));
  return before.flatMap((row) => {
    if (known.has(row.cells.join('\n')) || row.cells.length < 2) return [];
    const given = row.cells.slice(0, -1).join('\n');
    const now = added.find(({ cells }) => cells.length === row.cells.length && cells.slice(0, -1).join('\n') === given);
    return now ? [{ before: row, now, isLetThrough: isLetThrough(row, now, head) }] : [];
  });
}

function isLetThrough(before: Row, now: Row, { test }: TestAt): boolean {
  const [was, is] = [before.cells.at(-1), now.cells.at(-1)];
  if (was === undefined || is === undefined) return false;
  if (statusIn(was)?.startsWith('4') && statusIn(is)?.startsWith('2'))
    return /status|code|http|request|forbid|unauthor|access/i.test(wordsOf(test));
  return was === 'false' && is === 'true' && /allow|permit|access|authori[sz]|valid|accept|\b(?:can|may)|trust|safe/i.test(wordsOf(test));
}

function wordsOf({ titles, parameters }: TestAt['test']): string {
  return [...titles, ...parameters].join(' ');
}

function rowsOf(at: TestAt): readonly Row[] {
  return at.file.facts?.language === 'java' ? rowsInAnnotations(at) : rowsInCall(at);
}

/** `@CsvSource({ "guest, 403" })`. */
function rowsInAnnotations({ file, test }: TestAt): readonly Row[] {
  const method = file.facts?.symbols.find(({ range }) => range.start === test.range.start && range.end === test.range.end);
  const given = (method?.annotations ?? []).filter(({ name }) => simpleTypeName(name) === 'CsvSource').flatMap((each) => each.arguments);
  return given
    .flatMap(({ value }) => (value.kind === 'array' ? value.elements : [value]))
    .flatMap((each) => (each.kind === 'string' ? [{ cells: each.value.split(',').map((cell) => cell.trim()), range: each.range }] : []));
}

/** `it.each([['guest', 403]])('…', (role, status) => …)`, with objects too. */
function rowsInCall({ file, test }: TestAt): readonly Row[] {
  const isTest = ({ range }: Call): boolean => range.start === test.range.start && range.end === test.range.end;
  const call = visitsOf(file.facts?.symbols[0]?.body ?? [], 'call').find(({ node }) => isTest(node))?.node;
  const each = call?.receiver && bare(call.receiver);
  const [rows] = each?.kind === 'call' && /^(?:each|for)$/.test(each.name) ? each.arguments.map(bare) : [];
  return rows?.kind === 'array' ? rows.elements.map((row) => ({ cells: cellsOf(bare(row)), range: row.range })) : [];
}

function cellsOf(row: Expression): readonly string[] {
  if (row.kind === 'array') return row.elements.map((each) => canonical(each));
  return row.kind === 'object' ? row.properties.map(({ value }) => canonical(value)) : [canonical(row)];
}
