import { stepLimit } from '../../../base/step-limit.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { AnnotationFact, SymbolFact } from '../../../code/facts.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { boundNames } from '../../../code/flow/pattern.ts';
import { symbolsNamed, valueOf } from '../../../code/flow/scope.ts';
import { bare, codeOf, visitsOf, type CodeNode } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { TestCode } from './call-sites.ts';
import { sourcesOf } from './helpers.ts';
import type { Shape } from './shape.ts';
import { memberOf, shapeOf } from './shapes.ts';
import { callsOf, type TestCase } from './test-index.ts';

/** One of the rows that a test runs with: of a table, of a list that it goes through, of the calls of a helper. */
export interface Row {
  readonly test: TestCase;
  readonly at: number;
  /** How many there are, as far as was seen. */
  most: number;
}

/** How far names are followed. */
const farthest = 6;

const isTooFar = stepLimit(farthest);

/** What a name stands for in the code of a test, in one of its rows. */
export function heldIn(name: string, within: TestCode, row: Row, depth = 0): Shape | undefined {
  if (isTooFar(depth)) return undefined;
  const shape = (value: Expression, at = within): Shape | undefined => shapeOf(value, (other) => heldIn(other, at, row, depth + 1));
  const [only, another] = bindingsOf(name, within);
  if (another) return undefined;
  // The parameters of a test are no part of its body.
  if (!only) return givenByTable(name, within, row, depth) ?? constantOf(name, within, row, depth);
  if (only.form === 'loop') return following(picked(only.value && shape(only.value), row), only.path);
  if (only.form === 'parameter') return givenTo(name, within, row, depth);
  if (only.form !== 'variable' || !only.value) return undefined;
  const held = following(shape(only.value), only.path);
  return held?.kind === 'array' && isFilled(name, within.code) ? undefined : held;
}

const readers =
  /^(?:size|length|isEmpty|get|at|has|contains|includes|indexOf|join|stream|iterator|forEach|map|filter|toString|slice|equals|every|some)$/;

/** What is put into a list after it is made is not seen. */
function isFilled(name: string, code: readonly CodeNode[]): boolean {
  return visitsOf(code, 'call').some(
    ({ node }) => node.receiver?.kind === 'name' && node.receiver.name === name && !readers.test(node.name),
  );
}

function following(from: Shape | undefined, path: readonly string[]): Shape | undefined {
  return path.reduce<Shape | undefined>(memberOf, from);
}

function picked(list: Shape | undefined, row: Row): Shape | undefined {
  return list?.kind === 'array' && list.elements ? ofRow(list.elements, row) : undefined;
}

function ofRow<Item>(items: readonly Item[], row: Row): Item | undefined {
  row.most = Math.max(row.most, items.length);
  return items[row.at];
}

/** Set once, beside the tests. */
function constantOf(name: string, { file }: TestCode, row: Row, depth: number): Shape | undefined {
  const [symbol, another] = file.facts ? symbolsNamed(file.facts, name) : [];
  const value =
    symbol && !another && /^(?:variable|field)$/.test(symbol.kind) && !symbol.modifiers.includes('let') ? valueOf(symbol) : undefined;
  if (!symbol || !value) return undefined;
  const scope = { file, symbol, code: [value] };
  return shapeOf(value, (other) => heldIn(other, scope, row, depth + 1));
}

/** What a parameter is: of the callback of a list, of the test itself, of a helper. */
function givenTo(name: string, within: TestCode, row: Row, depth: number): Shape | undefined {
  const shape = (value: Expression, at = within): Shape | undefined => shapeOf(value, (other) => heldIn(other, at, row, depth + 1));
  const list = listOfCallback(name, within.code);
  if (list) return following(picked(shape(list.of), row), list.path);
  return within.code === row.test.test.body ? inAnnotations(name, within, row) : inCallOfHelper(name, within, row, depth);
}

function givenByTable(name: string, within: TestCode, row: Row, depth: number): Shape | undefined {
  const table = within.code === row.test.test.body ? tableOf(row) : undefined;
  return (
    table &&
    inTable(
      name,
      table,
      shapeOf(table.rows, (other) => heldIn(other, within, row, depth + 1)),
      row,
    )
  );
}

/** `rows.forEach(([given, expected]) => …)`. */
function listOfCallback(
  name: string,
  code: readonly CodeNode[],
): { readonly of: Expression; readonly path: readonly string[] } | undefined {
  for (const { node } of visitsOf(code, 'call')) {
    const [callback] = node.arguments;
    if (!node.receiver || callback?.kind !== 'function' || !/^(?:forEach|map|each|every|some)$/.test(node.name)) continue;
    const found = boundNames(callback.parameters[0] ?? '').find((each) => each.name === name);
    if (found) return { of: node.receiver, path: found.path };
  }
  return undefined;
}

interface Table {
  readonly rows: Expression;
  readonly parameters: readonly string[];
}

/** `it.each(rows)('title', (given, expected) => …)`. */
function tableOf({ test: { test, file } }: Row): Table | undefined {
  const isTest = ({ range }: Call): boolean => range.start === test.range.start && range.end === test.range.end;
  const call = visitsOf(file.facts?.symbols[0]?.body ?? [], 'call').find(({ node }) => isTest(node))?.node;
  const each = call?.receiver && bare(call.receiver);
  const callback = call?.arguments.findLast(({ kind }) => kind === 'function');
  if (each?.kind !== 'call' || !/^(?:each|for)$/.test(each.name) || callback?.kind !== 'function' || !each.arguments[0]) return undefined;
  return { rows: each.arguments[0], parameters: callback.parameters };
}

function inTable(name: string, { parameters }: Table, rows: Shape | undefined, row: Row): Shape | undefined {
  const given = picked(rows, row);
  for (const [index, parameter] of parameters.entries()) {
    const found = boundNames(parameter).find((each) => each.name === name);
    if (found) return following(given?.kind === 'array' && parameters.length > 1 ? given.elements?.[index] : given, found.path);
  }
  return undefined;
}

/** `@ValueSource(ints = { 1, 2 })`, `@NullAndEmptySource`, `@CsvSource({ "a, 1" })`. */
function inAnnotations(name: string, { symbol, file }: TestCode, row: Row): Shape | undefined {
  const index = (symbol.parameters ?? []).findIndex((each) => each.name === name);
  const isText = symbol.parameters?.[index]?.type === 'String';
  const values = [...symbol.annotations.flatMap((each) => valuesIn(each, index, isText)), ...fromMethods(symbol, file, index)];
  return index >= 0 && values.length > 0 ? ofRow(values, row) : undefined;
}

const nothing: Shape = { kind: 'constant', value: null };
const emptyText: Shape = { kind: 'constant', value: '' };

function valuesIn({ name, arguments: given }: AnnotationFact, index: number, isText: boolean): readonly (Shape | undefined)[] {
  const empty: Shape = isText ? emptyText : { kind: 'array', length: 0, elements: [] };
  const listed = given.flatMap(({ value }) => (value.kind === 'array' ? value.elements : [value]));
  switch (simpleTypeName(name)) {
    case 'NullSource':
      return [nothing];
    case 'EmptySource':
      return [empty];
    case 'NullAndEmptySource':
      return [nothing, empty];
    case 'ValueSource':
      return listed.map((value) => shapeOf(value, () => undefined));
    case 'CsvSource':
      return listed.map((value) => (value.kind === 'string' ? inLine(value.value, index, isText) : undefined));
    default:
      return [];
  }
}

/** `return Stream.of(Arguments.of("a", 1), Arguments.of("b", 2));` */
function fromMethods(symbol: SymbolFact, { facts }: SourceFile, index: number): readonly (Shape | undefined)[] {
  const methods = sourcesOf(symbol).flatMap((name) => (facts ? symbolsNamed(facts, name) : []));
  const given = methods
    .filter((each) => each !== symbol)
    .flatMap((each) => visitsOf(codeOf(each), 'return').flatMap(({ node }) => listedIn(node.value)));
  return given.map((row) => {
    const several =
      row.kind === 'call' && /^(?:of|arguments|argumentSet)$/.test(row.name)
        ? row.arguments.slice(row.name === 'argumentSet' ? 1 : 0)
        : undefined;
    const value = several ? several[index] : row.kind === 'array' ? row.elements[index] : index === 0 ? row : undefined;
    return value && shapeOf(value, () => undefined);
  });
}

/** What a stream or a list is made of. */
function listedIn(value: Expression | undefined): readonly Expression[] {
  const list = value && bare(value);
  if (list?.kind === 'array') return list.elements.map(bare);
  if (list?.kind !== 'call' || !/^(?:of|asList|stream)$/.test(list.name)) return [];
  const [only] = list.arguments;
  return list.name === 'stream' ? listedIn(only) : list.arguments.map(bare);
}

function inLine(line: string, index: number, isText: boolean): Shape | undefined {
  const text = line.split(',')[index]?.trim();
  if (text === undefined) return undefined;
  if (text === '') return nothing;
  const number = isText ? Number.NaN : Number(text);
  return { kind: 'constant', value: Number.isNaN(number) ? text.replace(/^'(.*)'$/, '$1') : number };
}

/** What the calls of a helper give it, one after another. */
function inCallOfHelper(name: string, { symbol, code, file }: TestCode, row: Row, depth: number): Shape | undefined {
  const [first] = code;
  const own = first?.kind === 'function' ? first.parameters : (symbol.parameters ?? []).map((each) => each.name);
  const index = own.findIndex((each) => boundNames(each).some((bound) => bound.name === name));
  const sites = index < 0 || symbol.kind === 'module' ? [] : callsOf(row.test, symbol.name).filter(({ within }) => within.file === file);
  const site = ofRow(sites, row);
  const given = site?.node.arguments[index];
  const path = boundNames(own[index] ?? '').find((bound) => bound.name === name)?.path ?? [];
  return site && given
    ? following(
        shapeOf(given, (other) => heldIn(other, site.within, row, depth + 1)),
        path,
      )
    : undefined;
}
