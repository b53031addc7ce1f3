import type { Expression } from '../../../code/expression.ts';
import { foldedText } from '../../../code/walk.ts';
import type { Reader } from '../reader.ts';

/** A title's text; a title that is put together is as written. */
export function titleText(title: Expression | undefined, reader: Reader): string {
  if (!title) return '';
  return title.kind === 'string' ? title.value : foldedText(reader.text, title.range).replace(/^`|`$/g, '');
}

/** The rows of a parametrised test as written. */
export function parameterRows(table: Expression, reader: Reader): readonly string[] {
  if (table.kind === 'array') return table.elements.map(({ range }) => foldedText(reader.text, range));
  if (table.kind !== 'concatenation') return [foldedText(reader.text, table.range)];
  // The first line of a table in a template names the columns.
  const written = reader.slice(table.range);
  const lines = written.endsWith('`')
    ? written
        .slice(written.indexOf('`') + 1, -1)
        .trim()
        .split('\n')
    : [];
  return lines.slice(1).flatMap((row) => (row.trim() === '' ? [] : [row.replace(/\s+/g, ' ').trim()]));
}
