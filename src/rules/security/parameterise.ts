import { contains, type TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Call, Expression } from '../../code/expression.ts';
import type { Scope } from '../../code/flow/scope.ts';
import type { VariableStatement } from '../../code/statement.ts';
import { visitsOf, type CodeNode } from '../../code/walk.ts';
import type { Edit, FixDraft } from '../../finding/draft.ts';
import { codeIn, indentationAt, wholeLines } from '../code-in-file.ts';
import type { BuiltSql } from './sql-sink.ts';
import { isValuePlace, textBefore } from './sql-sink.ts';
import type { Part } from './string-parts.ts';

type Style = 'numbered' | 'question' | 'named' | 'replacements' | 'template';

/** A statement with parameters, and what goes into them, as source. */
interface Parameters {
  readonly text: string;
  readonly values: readonly { readonly name: string; readonly source: string }[];
}

/** The pieces of the statement as they are written: in the call, or as the value of a variable that only the call reads. */
interface Written {
  readonly parts: readonly Expression[];
  readonly range: TextRange;
  readonly variable?: VariableStatement;
}

/** Puts parameters where the unknown pieces are, where the statement is written in the call itself or held for it. */
export function parameterised(found: BuiltSql, scope: Scope): FixDraft | undefined {
  const { file } = scope;
  const { call } = found;
  const written = call.arguments[0] === found.argument ? writtenFor(found.argument, scope) : undefined;
  if (!written) return undefined;
  const built = { ...found, written };
  const created = createdStatement(built, scope);
  const held = preparedVariable(call, scope);
  const style = (created ?? held) ? 'question' : styleOf(built, scope);
  const parts = style && ownParts(built, scope);
  if (!style || !parts || (style === 'question' && parts.some((part) => part.kind === 'text' && part.text.includes('?')))) return undefined;
  const { text, values } = withParameters(parts, style, file);
  const literal = quoted(text, style === 'named' || !isScript(file));
  const sources = values.map(({ source }) => source);
  if (created) return prepared(built, created, { file, literal, values: sources });
  if (held) return setBehind(written.range, held, { file, literal, values: sources });
  return { title: 'Pass the values as parameters', safety: 'unsafe', edits: editsFor(style, built, { text, values }, literal, file) };
}

interface WrittenSql extends BuiltSql {
  readonly written: Written;
}

function writtenFor(argument: Expression, { file, code }: Scope): Written | undefined {
  if (argument.kind === 'concatenation') return argument.tag ? undefined : argument;
  if (argument.kind !== 'name') return undefined;
  const [variable, ...others] = visitsOf(code, 'variable').filter(({ node }) => node.name === argument.name);
  const uses = visitsOf(code, 'name').filter(({ node }) => node.name === argument.name);
  const value = variable?.node.value;
  if (!variable || others.length > 0 || uses.length !== 1 || value?.kind !== 'concatenation' || value.tag) return undefined;
  // What is pasted may be something else by the time of the call.
  const pasted = value.parts.flatMap((part) => (part.kind === 'name' ? [part.name] : []));
  const between = { start: value.range.end, end: argument.range.start };
  const isSetBetween = visitsOf(code, 'assignment').some(
    ({ node }) => node.target.kind === 'name' && pasted.includes(node.target.name) && contains(between, node.range),
  );
  return isSetBetween || file.text.slice(value.range.start, value.range.end).startsWith('(')
    ? undefined
    : { parts: value.parts, range: value.range, variable: variable.node };
}

/** The pieces as they are written; undefined where one of them is no value, or nothing that can be one. */
function ownParts({ written, parts: known }: WrittenSql, scope: Scope): readonly Part[] | undefined {
  const dynamic = new Set(known.flatMap((part) => (part.kind === 'dynamic' ? [part.expression] : [])));
  const parts = written.parts.map((part): Part =>
    part.kind === 'string' ? { kind: 'text', text: part.value } : { kind: 'dynamic', expression: part },
  );
  const own = parts.flatMap((part) => (part.kind === 'dynamic' ? [part.expression] : []));
  if (own.length === 0 || ![...dynamic].every((each) => own.includes(each))) return undefined;
  // What cannot carry a stranger's text may be a value as well: a number that is pasted beside it.
  const isValue = (each: Expression): boolean => dynamic.has(each) || (each.kind === 'name' && isNumber(each.name, scope));
  const atValues = parts.every((part, index) => part.kind === 'text' || isValuePlace(textBefore(parts, index)));
  return atValues && own.every(isValue) ? parts : undefined;
}

function isNumber(name: string, { symbol, code }: Scope): boolean {
  const type =
    symbol.parameters?.find((each) => each.name === name)?.type ??
    visitsOf(code, 'variable').find(({ node }) => node.name === name)?.node.type;
  return type !== undefined && /^(?:int|long|short|double|float|Integer|Long|Short|Double|BigDecimal|number|bigint)$/.test(type);
}

function editsFor(
  style: Style,
  { call, argument, written }: WrittenSql,
  { text, values }: Parameters,
  literal: string,
  file: SourceFile,
): readonly Edit[] {
  const at = (place: number, newText: string): Edit => ({ file, range: { start: place, end: place }, newText });
  const end = call.arguments.at(-1)?.range.end ?? argument.range.end;
  if (style === 'template') {
    const typed = file.text.slice(call.nameRange.end, argument.range.start).replace(/\(\s*$/, '');
    return [
      {
        file,
        range: { start: call.nameRange.start, end: call.range.end },
        newText: `${call.name.replace('Unsafe', '')}${typed}\`${text}\``,
      },
    ];
  }
  const whole: Edit = { file, range: written.range, newText: literal };
  if (style === 'replacements') {
    const given = `replacements: { ${values.map(({ name, source }) => (name === source ? name : `${name}: ${source}`)).join(', ')} }`;
    const options = call.arguments[1];
    const [first] = options?.kind === 'object' ? options.properties : [];
    return [whole, first ? at(first.range.start, `${given}, `) : at(end, `, { ${given} }`)];
  }
  const sources = values.map(({ source }) => source);
  if (style === 'named')
    return [whole, at(call.range.end, values.map(({ name, source }) => `.setParameter("${name}", ${source})`).join(''))];
  if (isScript(file)) {
    const list = `, [${sources.join(', ')}]`;
    return written.variable ? [whole, at(end, list)] : [{ ...whole, newText: `${literal}${list}` }];
  }
  return [whole, at(end, sources.map((value) => `, ${value}`).join(''))];
}

/** The variable that a statement is prepared for, and where its values can be set: `PreparedStatement s = connection.prepareStatement("…")`. */
interface PreparedVariable {
  readonly name: string;
  readonly place: number;
  /** What stands before the setters, and behind them. */
  readonly around: readonly [string, string];
}

function preparedVariable(call: Call, { file, code }: Scope): PreparedVariable | undefined {
  if (isScript(file) || !/^prepare(?:Statement|Call)$/.test(call.name) || call.arguments.length > 1) return undefined;
  const held = visitsOf(code, 'variable').find(({ node }) => node.value === call);
  if (!held) return undefined;
  const { node, parent } = held;
  const around = parent?.node;
  if (around?.kind === 'try' && around.resources.includes(node)) {
    const [first] = around.body;
    return first && { name: node.name, place: first.range.start, around: ['', `\n${indentationAt(file, first.range.start)}`] };
  }
  return { name: node.name, place: node.range.end, around: [`\n${indentationAt(file, node.range.start)}`, ''] };
}

function setBehind(
  text: TextRange,
  { name, place, around: [before, behind] }: PreparedVariable,
  { file, literal, values }: { readonly file: SourceFile; readonly literal: string; readonly values: readonly string[] },
): FixDraft {
  const setters = values.map((value, index) => `${before}${name}.setObject(${String(index + 1)}, ${value});${behind}`).join('');
  return {
    title: 'Pass the values as parameters',
    safety: 'unsafe',
    edits: [
      { file, range: text, newText: literal },
      { file, range: { start: place, end: place }, newText: setters },
    ],
  };
}

/** The variable that holds a statement without parameters: `Statement statement = connection.createStatement()`. */
function createdStatement({ call, written }: WrittenSql, { file, code }: Scope): CreatedStatement | undefined {
  if (isScript(file) || !/^execute(?:Query|Update|LargeUpdate)?$/.test(call.name) || call.arguments.length > 1) return undefined;
  const name = call.receiver?.kind === 'name' ? call.receiver.name : undefined;
  const variables = visitsOf(code, 'variable').filter(({ node }) => node.name === name);
  const [variable, ...others] = variables.map(({ node }) => node);
  const made = variable?.value;
  const uses = visitsOf(code, 'name').filter(({ node }) => node.name === name);
  if (name === undefined || !variable || others.length > 0 || uses.length !== 1) return undefined;
  if (made?.kind !== 'call' || made.name !== 'createStatement' || made.arguments.length > 0 || !made.receiver) return undefined;
  // A statement is prepared with its text, which has to be there by then.
  if (written.variable && written.range.start > made.range.start) return undefined;
  return { name, variable, made };
}

interface CreatedStatement {
  readonly name: string;
  readonly variable: VariableStatement;
  readonly made: Call;
}

/** Prepares the statement where it was made without parameters, and sets them before it is run. */
function prepared(
  { call, argument, written }: WrittenSql,
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
      {
        file,
        range: { start: made.nameRange.start, end: made.range.end },
        newText: `prepareStatement(${written.variable?.name ?? literal})`,
      },
      { file, range: { start: line, end: line }, newText: setters },
      { file, range: argument.range, newText: '' },
      ...(written.variable ? [{ file, range: written.range, newText: literal }] : []),
    ],
  };
}

function isScript(file: SourceFile): boolean {
  return file.facts?.language !== 'java';
}

/** How parameters are written depends on the library; unknown ones get no fix. */
function styleOf({ call, written }: WrittenSql, { file, code }: Scope): Style | undefined {
  if (!isScript(file)) {
    if (/^create\w*Query$/.test(call.name)) return 'named';
    const receiver = call.receiver?.kind === 'name' || call.receiver?.kind === 'member' ? call.receiver.name : '';
    return /jdbc(Template|Operations)?$/i.test(receiver) && /^(query\w*|update)$/.test(call.name) ? 'question' : undefined;
  }
  const sources = (file.facts?.imports ?? []).map((each) => each.source);
  const isFrom = (pattern: RegExp): boolean => sources.some((each) => pattern.test(each));
  if (/^\$(?:query|execute)RawUnsafe$/.test(call.name)) return call.arguments.length === 1 && !written.variable ? 'template' : undefined;
  if (call.name === 'query' && isFrom(/^sequelize(?:-typescript)?$/)) return takesReplacements(call) ? 'replacements' : undefined;
  if (call.arguments.length > 1 || !/^(query|execute|all|get|run|raw|whereRaw|havingRaw)$/.test(call.name)) return undefined;
  if (/[rR]aw$/.test(call.name)) return isFrom(/^knex/) ? 'question' : undefined;
  if (call.name === 'query' && isFrom(/^(?:typeorm|@nestjs\/typeorm)$/)) return markersOf(dataSourceTypes(file, code));
  if (sources.some((each) => /^(pg|pg-promise|@neondatabase\/serverless|@vercel\/postgres)$/.test(each))) return 'numbered';
  return sources.some((each) => /^(mysql2?|mysql2\/promise|mariadb|sqlite3|sqlite)$/.test(each)) ? 'question' : undefined;
}

/** How TypeORM hands parameters on is up to the database, which the file names where it sets up its data source. */
function dataSourceTypes(file: SourceFile, own: readonly CodeNode[]): readonly string[] {
  const everywhere = [own, ...codeIn(file).map(({ code }) => code)];
  const objects = everywhere.flatMap((code) => visitsOf(code, 'object')).map(({ node }) => node.properties);
  const settings = objects.filter((properties) => properties.some(({ key }) => /^(?:entities|database|host|url|synchronize)$/.test(key)));
  return settings.flatMap((properties) =>
    properties.flatMap(({ key, value }) => (key === 'type' && value.kind === 'string' ? [value.value] : [])),
  );
}

function markersOf(types: readonly string[]): Style | undefined {
  const styles = new Set(types.map((type) => markers.get(type)));
  const [style] = styles;
  return styles.size === 1 ? style : undefined;
}

const markers: ReadonlyMap<string, Style> = new Map([
  ['postgres', 'numbered'],
  ['cockroachdb', 'numbered'],
  ['aurora-postgres', 'numbered'],
  ['mysql', 'question'],
  ['mariadb', 'question'],
  ['aurora-mysql', 'question'],
  ['sqlite', 'question'],
  ['better-sqlite3', 'question'],
]);

/** No options, or some that are written out and bring no values of their own. */
function takesReplacements({ arguments: [, options, ...more] }: Call): boolean {
  if (!options) return true;
  return (
    more.length === 0 &&
    options.kind === 'object' &&
    options.properties.length > 0 &&
    options.properties.every(({ key }) => !/^(?:replacements|bind|\.\.\.|)$/.test(key))
  );
}

function withParameters(parts: readonly Part[], style: Style, file: SourceFile): Parameters {
  const values: { name: string; source: string }[] = [];
  let text = '';
  let rest: { quote: string; wild: boolean } | undefined;
  parts.forEach((part, index) => {
    if (part.kind === 'text') {
      const own = rest ? part.text.slice(rest.quote.length + (rest.wild ? 1 : 0)) : part.text;
      text += style === 'template' ? own.replace(/[\\`]|\$(?=\{)/g, String.raw`\$&`) : own;
      rest = undefined;
      return;
    }
    const { quote, before, behind } = surroundings(parts, index);
    text = text.slice(0, text.length - quote.length - before.length);
    rest = { quote, wild: behind !== '' };
    const name = parameterName(part.expression, values);
    const own = file.text.slice(part.expression.range.start, part.expression.range.end);
    const source = withWildcards(own, before, behind, file);
    values.push({ name, source });
    text += marker(style, name, source, values.length);
  });
  return { text, values };
}

function marker(style: Style, name: string, source: string, count: number): string {
  if (style === 'template') return `\${${source}}`;
  return style === 'numbered' ? `$${String(count)}` : style === 'question' ? '?' : `:${name}`;
}

/** The quotes around a value go, since the parameter carries its own type, and with them the `%` that belong to the value. */
function surroundings(parts: readonly Part[], index: number): { readonly quote: string; readonly before: string; readonly behind: string } {
  const [, quote = '', before = ''] = /(['"])(%?)$/.exec(textBefore(parts, index)) ?? [];
  const next = parts[index + 1];
  const [, behind = '', closing = ''] = /^(%?)(['"])/.exec(next?.kind === 'text' ? next.text : '') ?? [];
  return quote !== '' && closing === quote ? { quote, before, behind } : { quote: '', before: '', behind: '' };
}

function withWildcards(value: string, before: string, behind: string, file: SourceFile): string {
  if (before + behind === '') return value;
  if (isScript(file)) return `\`${before}\${${value}}${behind}\``;
  return [before && `"${before}"`, value, behind && `"${behind}"`].filter(Boolean).join(' + ');
}

/** By what is written there, or by its place where that has no name, or one that another value has already. */
function parameterName(expression: Expression, before: Parameters['values']): string {
  const own = expression.kind === 'name' || expression.kind === 'member' ? expression.name : undefined;
  return own === undefined || before.some(({ name }) => name === own) ? `value${String(before.length + 1)}` : own;
}

function quoted(text: string, double: boolean): string {
  const escaped = text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n');
  return double ? `"${escaped.replace(/"/g, '\\"')}"` : `'${escaped.replace(/'/g, "\\'")}'`;
}
