import { shortened } from '../../../base/shortened.ts';
import { dottedName, bare } from '../../../code/walk.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Binary, Expression } from '../../../code/expression.ts';
import type { Atom } from './atoms.ts';
import type { ChangedFunction } from './changed-function.ts';
import { amounts, aroundBound, constantValue, emptyValues, nullValues, undefinedValues } from './edge-values.ts';
import type { Obligation, ObligationKind } from './obligation.ts';
import { topicOf } from './topics.ts';

/** Before the text of what a function does no more. */
export const gone = 'no longer: ';

/** An obligation that no test was looked for yet, with what raised it; a new function raises one by itself. */
export type Raised = Omit<Obligation, 'shown'> & { readonly atom?: Atom };

/** What a changed function has to be tested for, in source order. */
export function obligationsOf(changed: ChangedFunction): readonly Raised[] {
  const { at, isNew, added, lost } = changed;
  const raised = [...new Set(added)].sort((a, b) => a.range.start - b.range.start).map((atom) => raisedBy(atom, changed));
  const { nameRange: range } = at.symbol;
  if (isNew) return [{ kind: 'new-api', text: at.symbol.name, range, values: [] }, ...raised];
  if (raised.length > 0) return raised;
  return lost.slice(0, 1).map((text) => ({ kind: 'changed-behaviour', text: `${gone}${firstPart(text)}`, range, values: [] }));
}

function raisedBy(atom: Atom, { at, isNew }: ChangedFunction): Raised {
  const { file, symbol } = at;
  const { range } = atom;
  const text = textOf(atom, file);
  if (atom.kind === 'throws') {
    const refusal = atom.error?.status === '401' || atom.error?.status === '403' || /AccessDenied|Forbidden|Unauthori[sz]ed/.test(atom.key);
    return { kind: refusal ? 'auth' : 'throws', text, range, values: [], atom, ...(atom.error && { error: atom.error }) };
  }
  const topic = topicOf(atom);
  if (atom.kind === 'value') return { kind: topic ?? (isNew ? 'new-branch' : 'changed-behaviour'), text, range, values: [], atom };
  const asked = askedBy(atom, file);
  const parameter = symbol.parameters?.find(({ name }) => name === rootOf(asked.subject));
  return {
    kind: topic ?? asked.kind,
    text,
    range,
    values: asked.values,
    atom,
    ...(asked.subject && { about: file.text.slice(asked.subject.range.start, asked.subject.range.end) }),
    ...(parameter && { parameter: parameter.name }),
  };
}

interface Asked {
  readonly kind: ObligationKind;
  readonly subject?: Expression;
  readonly values: Obligation['values'];
}

/** What a condition asks about, and the values that make a difference. */
function askedBy({ node, isLabel }: Atom, file: SourceFile): Asked {
  if (!node) return { kind: 'new-branch', values: [] };
  if (node.kind === 'loop') return { kind: 'loop', values: amounts, ...(isExpression(node.header[0]) && { subject: node.header[0] }) };
  if (!isExpression(node)) return { kind: 'new-branch', values: [] };
  const value = bare(node);
  if (isLabel) return { kind: 'enum-case', values: [constantValue(value, textIn(file, value))] };
  if (value.kind === 'call' && emptiness.test(value.name))
    // `Objects.isNull(a)` asks about `a`, `a.isEmpty()` too.
    return {
      kind: 'null-empty',
      subject: value.arguments[0] ?? value.receiver ?? value,
      values: /^(isNull|nonNull|isNil)$/.test(value.name) ? nullValues : emptyValues,
    };
  return value.kind === 'binary' ? comparedBy(value, file) : { kind: 'new-branch', subject: value, values: [] };
}

const emptiness = /^(isEmpty|isBlank|isPresent|isNull|nonNull|isNil|isNullOrEmpty|hasText|hasLength|isNotEmpty|isNotBlank)$/;

function comparedBy(value: Binary, file: SourceFile): Asked {
  const [left, right] = [bare(value.left), bare(value.right)];
  const [subject, other] = isFixed(left) && !isFixed(right) ? [right, left] : [left, right];
  const text = textIn(file, other);
  if (other.kind === 'null') return { kind: 'null-empty', subject, values: nullValues };
  if (other.kind === 'undefined' || text === "'undefined'") return { kind: 'null-empty', subject, values: undefinedValues };
  if (isEmptyLiteral(other) || (isSize(subject) && text === '0'))
    return { kind: 'null-empty', subject: sized(subject), values: emptyValues };
  if (/^[<>]=?$/.test(value.operator)) return { kind: 'boundary', subject, values: aroundBound(other, text) };
  if (!/^[=!]==?$/.test(value.operator)) return { kind: 'new-branch', subject, values: [] };
  if (other.kind === 'number') return { kind: 'boundary', subject, values: aroundBound(other, text) };
  return isFixed(other)
    ? { kind: 'enum-case', subject, values: [constantValue(other, text)] }
    : { kind: 'new-branch', subject, values: [] };
}

/** A literal, or a name that is written as constants are. */
function isFixed(value: Expression): boolean {
  if (/^(string|number|null|undefined|true|false)$/.test(value.kind)) return true;
  if (value.kind === 'unary') return isFixed(value.operand);
  return (value.kind === 'name' || value.kind === 'member') && /^[A-Z][A-Z\d_]+$/.test(value.name);
}

function isEmptyLiteral(value: Expression): boolean {
  return (value.kind === 'string' && value.value === '') || (value.kind === 'array' && value.elements.length === 0);
}

function isSize(value: Expression): boolean {
  return (value.kind === 'member' || value.kind === 'call') && /^(length|size|count)$/.test(value.name);
}

function sized(value: Expression): Expression {
  if (value.kind === 'member') return value.object;
  return value.kind === 'call' && value.receiver ? value.receiver : value;
}

function rootOf(value: Expression | undefined): string | undefined {
  return value && dottedName(value)?.split('.')[0];
}

function isExpression(node: Atom['node']): node is Expression {
  return node !== undefined && !/^(expression|variable|return|throw|if|loop|try|switch|break|continue|block|functions)$/.test(node.kind);
}

function textIn(file: SourceFile, { range }: Expression): string {
  return file.text.slice(range.start, range.end);
}

/** The source of what is new, on one line and short. */
function textOf(atom: Atom, file: SourceFile): string {
  if (atom.error?.type) return `throws ${atom.error.type}`;
  if (atom.error?.status !== undefined) return `answers ${atom.error.status}`;
  return firstPart(file.text.slice(atom.range.start, atom.range.end)).replace(/^throw (\S.*?);?$/, 'throws $1');
}

function firstPart(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return shortened(
    /^(?:if|else|for|while|do|switch|try|catch)\b/.test(folded) ? folded.slice(0, headEnd(folded)).trimEnd() || folded : folded,
    80,
  );
}

/** Where the block of a statement begins: at the first brace that is in no parentheses and no text. */
function headEnd(statement: string): number {
  let depth = 0;
  for (const { 0: sign, index } of statement.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[(){]/g)) {
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === '{' && depth <= 0) return index;
  }
  return statement.length;
}
