import type { TextRange } from '../../../base/text-range.ts';
import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';

/** A field of a model that is a column. */
export interface PrismaField {
  readonly name: string;
  readonly column: string;
  readonly isOptional: boolean;
  readonly range: TextRange;
}

export interface PrismaModel {
  readonly name: string;
  readonly table: string;
  readonly range: TextRange;
  readonly fields: readonly PrismaField[];
}

const scalars = new Set(['String', 'Boolean', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Json', 'Bytes']);
const block = /^[ \t]*(model|enum|datasource)[ \t]+(\w{1,200})[ \t]*\{[ \t]*\r?$/gm;
const field = /^([ \t]*)(\w{1,200})[ \t]+(\w{1,200})(\?|\[\])?(?=\s|$)(.*)$/;
const mapped = (attribute: string): RegExp => new RegExp(`(?<![@\\w])${attribute}\\(\\s{0,20}(?:name:\\s{0,20})?"([^"]{1,200})"`);
const fieldMap = mapped('@map');
const tableMap = mapped('@@map');
const tableSchema = /@@schema\(\s{0,20}(?:map:\s{0,20})?"([^"]{1,200})"/;

/**
 * The models of a schema of Prisma with the fields that are columns of their own: scalars and the enumerations of the same text. None where
 * the database has no tables, or the text says what this does not read.
 */
export const prismaModels = remembered(({ text }: SourceFile): readonly PrismaModel[] => {
  const blocks = [...text.matchAll(block)].map((found) => ({
    kind: found[1],
    name: found[2] ?? '',
    at: found.index + found[0].indexOf(found[2] ?? ''),
    body: bodyFrom(found.index + found[0].length, text),
  }));
  if (blocks.some(({ kind, body }) => kind === 'datasource' && text.slice(body.start, body.end).includes('"mongodb"'))) return [];
  const types = new Set([...scalars, ...blocks.flatMap(({ kind, name }) => (kind === 'enum' ? [name] : []))]);
  return blocks.flatMap(({ kind, name, at, body }) => {
    const own = text.slice(body.start, body.end).replaceAll(/\/\/[^\n]*/g, (comment) => ' '.repeat(comment.length));
    if (kind !== 'model' || /@@ignore\b/.test(own)) return [];
    const schema = tableSchema.exec(own)?.[1];
    const table = tableMap.exec(own)?.[1] ?? name;
    return [
      {
        name,
        table: schema === undefined ? table : `${schema}.${table}`,
        range: { start: at, end: at + name.length },
        fields: fieldsIn(own, body.start, types),
      },
    ];
  });
});

/** Up to the brace that stands alone in its line. */
function bodyFrom(start: number, text: string): TextRange {
  const end = /^[ \t]{0,200}\}/gm;
  end.lastIndex = start;
  return { start, end: end.exec(text)?.index ?? text.length };
}

function fieldsIn(body: string, from: number, types: ReadonlySet<string>): readonly PrismaField[] {
  const found: PrismaField[] = [];
  let at = from;
  for (const line of body.split('\n')) {
    const [, indent = '', name = '', type = '', suffix = '', rest = ''] = field.exec(line.slice(0, 2000)) ?? [];
    const start = at + indent.length;
    at += line.length + 1;
    if (!types.has(type) || /@ignore\b/.test(rest)) continue;
    found.push({ name, column: fieldMap.exec(rest)?.[1] ?? name, isOptional: suffix === '?', range: { start, end: start + name.length } });
  }
  return found;
}
