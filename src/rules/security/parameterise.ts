import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Call, Expression } from '../../code/expression.ts';
import type { Scope } from '../../code/flow/scope.ts';
import type { VariableStatement } from '../../code/statement.ts';
import { visitsOf } from '../../code/walk.ts';
import type { FixDraft } from '../../finding/draft.ts';
import { indentationAt, wholeLines } from '../code-in-file.ts';
import type { BuiltSql } from './sql-sink.ts';
import { textBefore } from './sql-sink.ts';

type Style = 'numbered' | 'question' | 'named';

/** Puts parameters where the unknown pieces are, where the statement is written in the call itself. */
export function parameterised(built: BuiltSql, scope: Scope): FixDraft | undefined {
  const { file } = scope;
  const { argument, call } = built;
  if (call.arguments[0] !== argument) return undefined;
  const statement = createdStatement(built, scope);
  const style = statement ? 'question' : styleOf(built, file);
  if (!style || !built.values || argument.kind !== 'concatenation') return undefined;
  const dynamic = built.parts.filter((part) => part.kind === 'dynamic').map((part) => part.expression);
  if (dynamic.length === 0 || !argument.parts.every((part) => part.kind === 'string' || dynamic.includes(part))) return undefined;
  const source = (range: TextRange): string => file.text.slice(range.start, range.end);
  const literal = quoted(withParameters(built, style), style === 'named' || file.facts?.language === 'java');
  const values = dynamic.map((each) => source(each.range));
  if (statement) return prepared(built, statement, { file, literal, values });
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

/** The variable that holds a statement without parameters: `Statement statement = connection.createStatement()`. */
function createdStatement({ call }: BuiltSql, { file, code }: Scope): CreatedStatement | undefined {
  if (isScript(file) || !/^execute(?:Query|Update|LargeUpdate)?$/.test(call.name) || call.arguments.length > 1) return undefined;
  const name = call.receiver?.kind === 'name' ? call.receiver.name : undefined;
  const variables = visitsOf(code, 'variable').filter(({ node }) => node.name === name);
  const [variable, ...others] = variables.map(({ node }) => node);
  const made = variable?.value;
  const uses = visitsOf(code, 'name').filter(({ node }) => node.name === name);
  if (name === undefined || !variable || others.length > 0 || uses.length !== 1) return undefined;
  if (made?.kind !== 'call' || made.name !== 'createStatement' || made.arguments.length > 0 || !made.receiver) return undefined;
  return { name, variable, made };
}

interface CreatedStatement {
  readonly name: string;
  readonly variable: VariableStatement;
  readonly made: Call;
}

/** Prepares the statement where it was made without parameters, and sets them before it is run. */
function prepared(
  { call, argument }: BuiltSql,
  { name, variable, made }: CreatedStatement,
  { file, literal, values }: { readonly file: SourceFile; readonly literal: string; readonly values: readonly string[] },
): FixDraft | undefined {
  const type = /^\s*(?:java\.sql\.)?Statement(?=\s)/.exec(file.text.slice(variable.range.start, made.range.start));
  if (!type) return undefined;
  const line = wholeLines(file, { start: call.range.start, end: call.range.start }).start;
  const indent = indentationAt(file, call.range.start);
  const setters = values.map((value, index) => `${indent}${name}.setObject(${String(index + 1)}, ${value});\n`).join('');
  return {
    title: 'Prepare the statement, and pass the values as parameters',
    safety: 'unsafe',
    edits: [
      { file, range: { start: variable.range.start, end: variable.range.start + type[0].length }, newText: 'java.sql.PreparedStatement' },
      { file, range: { start: made.nameRange.start, end: made.range.end }, newText: `prepareStatement(${literal})` },
      { file, range: { start: line, end: line }, newText: setters },
      { file, range: argument.range, newText: '' },
    ],
  };
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
