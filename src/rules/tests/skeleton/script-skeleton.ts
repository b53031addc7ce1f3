import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { visitsOf, type Visited } from '../../../code/walk.ts';
import type { Edit } from '../../../finding/draft.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { enclosing, indentationAt } from '../../code-in-file.ts';
import type { ExpectedError, FunctionUnderTest } from '../gaps/obligation.ts';
import type { TestCase } from '../gaps/test-index.ts';
import { missingCases, plainCase, toState, type SkeletonCase } from './cases.ts';
import { nearestCall, type NearestCall } from './nearest-call.ts';
import { afterStatement } from './place.ts';
import { reachExport, type Reached } from './script-imports.ts';
import { scriptStyle, type Answers, type ScriptStyle } from './script-style.ts';
import { rowsFor } from './script-rows.ts';
import { tableOf } from './script-table.ts';
import { markerFor, quoted, requoted } from './script-text.ts';
import { scriptValues, unknownValues } from './script-values.ts';

/** Tests for what is missing, behind the nearest one and written as it is; undefined where the function cannot be called from there. */
export function scriptSkeleton(found: FunctionUnderTest, nearest: TestCase): readonly Edit[] | undefined {
  const table = tableOf(nearest);
  if (nearest.test.parameters.length > 0 && !table) return undefined;
  const cases = missingCases(found);
  const rows = table ? rowsFor(found.at, cases, table, nearest.file) : { edits: [], left: cases };
  const outermost = table ? undefined : outermostOf(nearest);
  const style = styleAt(nearest, outermost);
  const written =
    style && rows.left.length > 0
      ? scriptBlocks(found, style, nearest.file, nearest.file, {
          cases: rows.left,
          near: table ? undefined : nearestCall(nearest, found.at.symbol),
          isWhole: rows.edits.length === 0,
        })
      : undefined;
  if (!written) return rows.edits.length > 0 ? rows.edits : undefined;
  const place = table ?? outermost ?? nearest.test.range;
  const end = afterStatement(place.end, nearest.file);
  const indent = indentationAt(nearest.file, place.start);
  const unit = indent.includes('\t') ? '\t' : unitOf(nearest.file);
  const newText = written.blocks.map((each) => `\n\n${each.map((line) => indent + line.replace(/^\t/, unit)).join('\n')}`).join('');
  return [...rows.edits, ...written.edits, { file: nearest.file, range: { start: end, end }, newText }];
}

/** The outermost test that a test is a part of: one that says how many it has would not expect another. */
function outermostOf({ test, file }: TestCase): TextRange | undefined {
  return file.facts?.tests.find(
    ({ kind, range }) =>
      kind === 'group' &&
      range.start < test.range.start &&
      test.range.end < range.end &&
      asTest.test(file.text.slice(range.start, range.start + 20)),
  )?.range;
}

/** `test('…', async (t) => { await t.test('…') })` */
const asTest = /^(?:test|it|t\.test|tap\.test)(?:\.\w+)?\(/;

/** As the test is written; told by the word for the tests around it where it is a part of one. */
function styleAt(nearest: TestCase, outermost: TextRange | undefined): ScriptStyle | undefined {
  const style = scriptStyle(nearest);
  const word =
    outermost &&
    /^[\w.]+?(?=(?:\.(?:only|skip|serial|concurrent))?\()/.exec(nearest.file.text.slice(outermost.start, outermost.start + 20))?.[0];
  return style && word !== undefined ? { ...style, word } : style;
}

/** The lines of each test, with a tab where a line is indented, and what the file has to import for them. @param like whose imports are written alike */
export function scriptBlocks(
  found: FunctionUnderTest,
  style: ScriptStyle,
  file: SourceFile,
  like = file,
  { cases = missingCases(found), near, isWhole = true }: Written = {},
): { readonly blocks: readonly (readonly string[])[]; readonly edits: readonly Edit[] } | undefined {
  const subject = subjectOf(found.at, { file, style, like, near });
  if (!subject) return undefined;
  const isTyped = /\.[cm]?tsx?$/.test(file.path);
  const parameters = found.at.symbol.parameters ?? [];
  const { quote } = style.writing;
  const given = (arguments_: readonly string[]): string => (isRead(found.at.symbol) ? '' : `(${arguments_.join(', ')})`);
  const write = (each: SkeletonCase): readonly (readonly string[])[] => {
    const values = scriptValues(parameters, each, isTyped, near?.values)?.map((value) => requoted(value, quote));
    if (!values) return [];
    const unknown = unknownValues(parameters, each, near?.values);
    const spoken = values.map((value, index) => unknown.get(index) ?? value);
    const written = {
      each: { ...each, ...(each.error && { error: reachable(each.error) }) },
      call: `${subject.name}${given(values)}`,
      spoken: `${subject.spoken ?? subject.name}${given(spoken)}`,
      unknown: [...subject.unknown, ...unknown.values()],
    };
    return [block(found.at, written, style)];
  };
  const told = cases.flatMap(write);
  const blocks = told.length === 0 && isWhole ? write(plainCase) : told;
  return blocks.length === 0 ? undefined : { blocks, edits: subject.edits };
}

/** What of a function is written, and how the nearest test calls it. */
interface Written {
  readonly cases?: readonly SkeletonCase[];
  readonly near?: NearestCall | undefined;
  /** Whether nothing else is written about it. */
  readonly isWhole?: boolean;
}

interface Block {
  /** With the error as a test can name it. */
  readonly each: SkeletonCase;
  readonly call: string;
  /** The call with names in the place of what is not known. */
  readonly spoken: string;
  readonly unknown: readonly string[];
}

function block({ symbol }: SymbolAt, written: Block, style: ScriptStyle): readonly string[] {
  const { each, unknown } = written;
  const how = answersOf(symbol);
  // What is refused is looked at before the rest is used.
  const isTried = !isRendered(symbol) && (unknown.length === 0 || (each.error !== undefined && each.given !== undefined));
  const isAsync = how !== 'at once' && isTried;
  const body = isTried ? [statement(symbol, written.call, each, how, style), style.ending] : asking(symbol, written, how, style);
  const opening = `${isAsync ? 'async ' : ''}${style.parameters} => {`;
  const lines = [
    `${style.word}(${quoted(`${symbol.name} ${each.title}`, style.writing.quote)}, ${opening}`,
    ...body.filter((line) => line !== '').map((line) => `\t${line}`),
    '});',
  ];
  return style.hasSemicolons ? lines : lines.map((line) => line.replace(/;$/, ''));
}

/** Says what is missing before anything can be tried; the code with the unknown would fail for another reason. */
function asking(symbol: SymbolFact, { spoken, unknown, each }: Block, how: Answers, style: ScriptStyle): readonly string[] {
  const { quote } = style.writing;
  if (isRendered(symbol)) return [`throw new Error(${quoted(`render what uses ${symbol.name}, and state what it shows`, quote)});`];
  const names = [...new Set(unknown)].join(', ');
  const what = `state ${names}, ${each.error ? `so that ${spoken} fails` : `and ${toState(spoken, each)}`}`;
  const sketch = each.error ? statement(symbol, spoken, each, how, style) : style.value(answered(symbol, spoken, how), quoted('…', quote));
  return [`// ${sketch}`, `throw new Error(${quoted(what, quote)});`];
}

function statement(symbol: SymbolFact, call: string, each: SkeletonCase, how: Answers, style: ScriptStyle): string {
  const { error } = each;
  if (error) return style.throws(isGenerator(symbol) ? `${call}.next()` : call, error, how);
  return style.value(answered(symbol, call, how), markerFor(call, each, style.writing.quote));
}

/** What a call gives, waited for where it has to be. A generator may never end: it is asked once. */
function answered(symbol: SymbolFact, call: string, how: Answers): string {
  if (isGenerator(symbol)) return how === 'at once' ? `${call}.next().value` : `(await ${call}.next()).value`;
  return how === 'at once' ? call : `await ${call}`;
}

function isGenerator({ modifiers }: SymbolFact): boolean {
  return modifiers.includes('generator');
}

/** What is read by its name alone: a value, or what a getter gives. */
function isRead({ kind, modifiers }: SymbolFact): boolean {
  return kind === 'variable' || modifiers.includes('getter');
}

/** A component or a hook of React does nothing where nothing is rendered. */
function isRendered({ name, kind, body = [] }: SymbolFact): boolean {
  if (kind !== 'function') return false;
  return /^use[A-Z]/.test(name) || (/^[A-Z]/.test(name) && visitsOf(body, 'element').length > 0);
}

function answersOf({ modifiers, type = '', body = [] }: SymbolFact): Answers {
  if (modifiers.includes('async')) return 'later';
  const isMade = visitsOf(body, 'return').some(({ node: { value } }) => value !== undefined && isPromise(value));
  return type.startsWith('Promise<') || isMade ? 'later, perhaps' : 'at once';
}

/** `Promise.resolve(1)`, `new Promise(…)`. */
function isPromise(value: Expression): boolean {
  if (value.kind === 'new') return value.type === 'Promise';
  return value.kind === 'call' && value.receiver?.kind === 'name' && value.receiver.name === 'Promise';
}

interface Subject extends Reached {
  /** The name with names in the place of what is not known. */
  readonly spoken?: string;
  /** What has to be stated before it can be made. */
  readonly unknown: readonly string[];
}

interface From {
  readonly file: SourceFile;
  readonly style: ScriptStyle;
  readonly like: SourceFile;
  readonly near: NearestCall | undefined;
}

/** How the test calls it: an export, or a method of an exported class, made as the nearest test makes it or with the plainest values. */
function subjectOf({ file, symbol }: SymbolAt, { file: test, style: { usesRequire }, like, near }: From): Subject | undefined {
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  if (symbol.modifiers.includes('setter') || (!owner && needsObject(symbol))) return undefined;
  if (!owner) {
    const reached = reachExport(test, file, symbol.name, usesRequire, like);
    return reached && { ...reached, unknown: [] };
  }
  if (symbol.visibility !== 'public' || owner.kind !== 'class' || symbol.kind !== 'method') return undefined;
  const isStatic = symbol.modifiers.includes('static');
  if (!isStatic && near?.receiver !== undefined) return { name: `${near.receiver}.${symbol.name}`, edits: [], unknown: [] };
  const reached = reachExport(test, file, owner.name, usesRequire, like);
  if (!reached) return undefined;
  if (isStatic) return { ...reached, name: `${reached.name}.${symbol.name}`, unknown: [] };
  if (owner.modifiers.includes('abstract')) return undefined;
  const made = membersOf(owner, file.facts).find(({ kind }) => kind === 'constructor')?.parameters ?? [];
  const unknown = unknownValues(made, { title: '' });
  const values = scriptValues(made, { title: '' }, false) ?? [];
  const makes = (given: readonly string[]): string => `new ${reached.name}(${given.join(', ')}).${symbol.name}`;
  const spoken = makes(values.map((value, index) => unknown.get(index) ?? value));
  return { ...reached, name: makes(values), spoken, unknown: [...unknown.values()] };
}

/** Not in a function of its own. */
function isOutermost({ parent }: Visited): boolean {
  for (let at = parent; at; at = at.parent) if (at.node.kind === 'function' || at.node.kind === 'functions') return false;
  return true;
}

/** A function of an exported object, or a constructor of old, that asks for its `this`. */
function needsObject({ kind, modifiers, body = [] }: SymbolFact): boolean {
  return kind === 'function' && (modifiers.includes('getter') || visitsOf(body, 'this').some(isOutermost));
}

const builtIn = /^(?:Error|TypeError|RangeError|SyntaxError|ReferenceError|URIError|EvalError|AggregateError)$/;

/** An error class that the test may not know is told by its message alone. */
function reachable(error: ExpectedError): ExpectedError {
  return builtIn.test(error.type) ? error : { ...error, type: '' };
}

/** One step of indentation. */
export function unitOf({ text }: SourceFile): string {
  const indented = /^( {2,8}|\t)\S/m.exec(text)?.[1];
  return indented ?? '  ';
}
