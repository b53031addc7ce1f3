import type { TextRange } from '../base/text-range.ts';
import { bare, dottedName, foldedText, isWithin, type CodeNode, type Visited } from '../code/walk.ts';
import type { Binary, Expression } from '../code/expression.ts';
import type { SymbolAt } from '../code/code-change.ts';

/** One way to put a place otherwise. The lower the rank, the more it tells that no test notices. */
export interface Mutant {
  readonly range: TextRange;
  readonly replacement: string;
  readonly rank: number;
}

/** The ways to put one node otherwise that are no nonsense and not plainly the same; none for most nodes. */
export function mutantsOf(visited: Visited, at: SymbolAt): readonly Mutant[] {
  const { node } = visited;
  const text = textIn(at);
  const as = (rank: number, replacement: string, range: TextRange = node.range): readonly Mutant[] => [{ range, replacement, rank }];
  switch (node.kind) {
    case 'throw':
      return as(1, ';');
    case 'binary':
      return mutantsOfBinary(node, visited, at);
    case 'if':
    case 'conditional':
      return isComparison(node.test) ? [] : as(3, negated(text(node.test.range)), node.test.range);
    case 'return':
      return node.value && isOwnResult(visited, at) ? mutantsOfResult(node.value, at) : [];
    case 'unary':
      return node.operator === '!' ? as(6, text(node.operand.range)) : [];
    case 'true':
    case 'false':
      return as(6, node.kind === 'true' ? 'false' : 'true');
    case 'expression':
      return isLeftOut(node.value) ? as(8, ';') : [];
    default:
      return [];
  }
}

function textIn({ file }: SymbolAt): (range: TextRange) => string {
  return ({ start, end }) => file.text.slice(start, end);
}

function negated(test: string): string {
  return `!(${test})`;
}

const bounds: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const opposites: Readonly<Record<string, string>> = { '==': '!=', '!=': '==', '===': '!==', '!==': '===' };
const logic: Readonly<Record<string, string>> = { '&&': '||', '||': '&&' };
const arithmetic: Readonly<Record<string, string>> = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' };

function mutantsOfBinary(node: Binary, visited: Visited, at: SymbolAt): readonly Mutant[] {
  const { operator } = node;
  const swapped = (rank: number, by: string | undefined): readonly Mutant[] =>
    by === undefined ? [] : [{ range: node.range, replacement: withOperator(node, by, at), rank }];
  if (operator in bounds) {
    if (isBound(node) && !choosesOneOf(visited, at)) return swapped(2, bounds[operator]);
    return [{ range: node.range, replacement: negated(textIn(at)(node.range)), rank: 3 }];
  }
  if (operator in opposites) return swapped(3, opposites[operator]);
  if (operator in logic) return swapped(4, logic[operator]);
  return swapped(7, arithmetic[operator]);
}

/** What is compared with something that is always the same, so that there is one value at the bound. */
function isBound({ left, right }: Binary): boolean {
  return [left, right].map(bare).some((side) => side.kind === 'number' || isSize(side) || /^[A-Z][A-Z\d_]+$/.test(lastName(side)));
}

function isSize(side: Expression): boolean {
  return /^(?:length|size|count|byteLength)$/.test(side.kind === 'call' ? side.name : lastName(side));
}

function lastName(side: Expression): string {
  return dottedName(side)?.split('.').at(-1) ?? '';
}

/** `a > b ? a : b` and `if (n > most) n = most;` are the same with `>=`. */
function choosesOneOf({ node, parent }: Visited, at: SymbolAt): boolean {
  if (node.kind !== 'binary' || !parent) return false;
  const textOf = ({ range }: Expression): string => foldedText(at.file.text, range);
  const results = resultsOf(parent.node).map(textOf).sort();
  return results.length === 2 && results.join('\n') === [node.left, node.right].map(textOf).sort().join('\n');
}

/** The two values that a condition chooses from. */
function resultsOf(node: CodeNode): readonly Expression[] {
  if (node.kind === 'conditional') return [node.then, node.otherwise];
  const [only] = node.kind === 'if' && node.then.length === 1 ? node.then : [];
  return only?.kind === 'expression' && only.value.kind === 'assignment' ? [only.value.target, only.value.value] : [];
}

/** The same with another operator between its two sides, which may stand in parentheses. */
function withOperator({ range, left, right, operator }: Binary, by: string, at: SymbolAt): string {
  const text = textIn(at);
  const between = text({ start: left.range.end, end: right.range.start });
  const place = between.lastIndexOf(operator);
  const swapped = place === -1 ? between : between.slice(0, place) + by + between.slice(place + operator.length);
  return text({ start: range.start, end: left.range.end }) + swapped + text({ start: right.range.start, end: range.end });
}

function isComparison(test: Expression): boolean {
  const { kind } = bare(test);
  return kind === 'binary' || kind === 'unary';
}

const emptyResults: Readonly<Record<string, string>> = {
  boolean: '',
  int: '0',
  long: '0L',
  short: '0',
  byte: '0',
  double: '0',
  float: '0',
  char: "'\\0'",
};

/** Of what a Java lambda gives the type is not known. */
function isOwnResult(visited: Visited, { file }: SymbolAt): boolean {
  return file.facts?.language !== 'java' || !isWithin(visited, ({ kind }) => kind === 'function' || kind === 'functions' || kind === 'new');
}

/** Another result: the other answer of two, or none. */
function mutantsOfResult(value: Expression, at: SymbolAt): readonly Mutant[] {
  const written = textIn(at)(value.range);
  if (value.kind === 'binary' || value.kind === 'unary' || value.kind === 'true' || value.kind === 'false') return [];
  const isJava = at.file.facts?.language === 'java';
  const type = at.symbol.type ?? '';
  const isBoolean = isJava && type === 'boolean';
  const other = isBoolean ? negated(written) : isJava ? (emptyResults[type] ?? 'null') : 'undefined';
  const isSame = other === written || /^(?:null|undefined|this|void 0)$/.test(written) || value.kind === 'function';
  return isSame || (isJava && at.symbol.kind === 'constructor') ? [] : [{ range: value.range, replacement: other, rank: 5 }];
}

/** A call for what it does, which is not to tell somebody who watches. */
function isLeftOut(value: Expression): boolean {
  const call = bare(value);
  return call.kind === 'call' && !/^(?:this|super)$/.test(call.name) && !isTelling(call);
}

const telling = /^(?:log\w*|\w*logger|console|debug|trace|info|warn|error|fatal|print\w*|metrics?|telemetry|emitWarning|deprecate)$/i;

/** A call of a log, a console or a meter: `log.info(…)`, `this.logger.debug(…)`, `System.out.println(…)`. */
export function isTelling(node: CodeNode): boolean {
  if (node.kind !== 'call') return false;
  const receiver = node.receiver && dottedName(node.receiver);
  return (
    telling.test(receiver?.split('.').at(-1) ?? '') ||
    telling.test(receiver?.split('.')[0] ?? '') ||
    (node.receiver === undefined && telling.test(node.name)) ||
    receiver === 'System.out' ||
    receiver === 'System.err'
  );
}
