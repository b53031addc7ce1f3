import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Expression } from '../../code/expression.ts';
import type { FixDraft } from '../../finding/draft.ts';
import type { BuiltSql } from './sql-sink.ts';
import { textBefore } from './sql-sink.ts';

type Style = 'numbered' | 'question' | 'named';

/** Puts parameters where the unknown pieces are, where the statement is written in the call itself. */
export function parameterised(built: BuiltSql, file: SourceFile): FixDraft | undefined {
  const { argument, call } = built;
  const style = styleOf(built, file);
  if (!style || !built.values || argument.kind !== 'concatenation') return undefined;
  const dynamic = built.parts.filter((part) => part.kind === 'dynamic').map((part) => part.expression);
  if (dynamic.length === 0 || !argument.parts.every((part) => part.kind === 'string' || dynamic.includes(part))) return undefined;
  const source = (range: TextRange): string => file.text.slice(range.start, range.end);
  const literal = quoted(withParameters(built, style), style === 'named' || file.facts?.language === 'java');
  const values = dynamic.map((each) => source(each.range));
  const edits = [
    { file, range: argument.range, newText: style === 'numbered' || isScript(file) ? `${literal}, [${values.join(', ')}]` : literal },
  ];
  if (style === 'named') {
    const setters = values.map((value, index) => `.setParameter("${parameterName(dynamic[index], index)}", ${value})`).join('');
    edits.push({ file, range: { start: call.range.end, end: call.range.end }, newText: setters });
  } else if (!isScript(file)) {
    const last = call.arguments.at(-1)?.range.end ?? argument.range.end;
    edits.push({ file, range: { start: last, end: last }, newText: values.map((value) => `, ${value}`).join('') });
  }
  return { title: 'Pass the values as parameters', safety: 'unsafe', edits };
}

function isScript(file: SourceFile): boolean {
  return file.facts?.language !== 'java';
}

/** How parameters are written depends on the library; unknown ones get no fix. */
function styleOf({ call }: BuiltSql, file: SourceFile): Style | undefined {
  if (!isScript(file)) {
    if (/^create\w*Query$/.test(call.name)) return 'named';
    const receiver = call.receiver?.kind === 'name' || call.receiver?.kind === 'member' ? call.receiver.name : '';
    return /jdbc(Template|Operations)?$/i.test(receiver) && /^(query\w*|update)$/.test(call.name) ? 'question' : undefined;
  }
  if (call.arguments.length > 1 || !/^(query|execute|all|get|run|raw)$/.test(call.name)) return undefined;
  const sources = (file.facts?.imports ?? []).map((each) => each.source);
  if (call.name === 'raw') return sources.some((each) => each.startsWith('knex')) ? 'question' : undefined;
  if (sources.some((each) => /^(pg|pg-promise|@neondatabase\/serverless|@vercel\/postgres)$/.test(each))) return 'numbered';
  return sources.some((each) => /^(mysql2?|mysql2\/promise|mariadb|sqlite3|sqlite)$/.test(each)) ? 'question' : undefined;
}

function withParameters({ parts }: BuiltSql, style: Style): string {
  let text = '';
  let count = 0;
  let opened = '';
  parts.forEach((part, index) => {
    if (part.kind === 'text') {
      // A quote around the value goes: the parameter carries its own type.
      text += opened !== '' && part.text.startsWith(opened) ? part.text.slice(1) : part.text;
      opened = '';
      return;
    }
    const quote = /['"]$/.exec(textBefore(parts, index))?.[0];
    if (quote) [text, opened] = [text.slice(0, -1), quote];
    text += style === 'numbered' ? `$${++count}` : style === 'question' ? '?' : `:${parameterName(part.expression, count++)}`;
  });
  return text;
}

function parameterName(expression: Expression | undefined, index: number): string {
  return expression?.kind === 'name' || expression?.kind === 'member' ? expression.name : `value${index + 1}`;
}

function quoted(text: string, double: boolean): string {
  const escaped = text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n');
  return double ? `"${escaped.replace(/"/g, '\\"')}"` : `'${escaped.replace(/'/g, "\\'")}'`;
}
