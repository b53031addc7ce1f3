import { canonical } from '../../../code/canonical.ts';
import type { Expression } from '../../../code/expression.ts';
import type { If } from '../../../code/statement.ts';
import { bare } from '../../../code/walk.ts';
import { plain } from './idioms.ts';

/** Whether a value is an answer to questions, which may have a name before it decides anything. */
export function isCondition(value: Expression): boolean {
  return (
    (value.kind === 'binary' && /^(&&|\|\||[=!]==?|[<>]=?)$/.test(value.operator)) || (value.kind === 'unary' && value.operator === '!')
  );
}

/** One thing that is asked, without what stands around it. */
export interface Question {
  readonly key: string;
  readonly value: Expression;
}

/** The questions a condition asks, each in one form: `!(a <= b)`, `b < a` and `a > b` are one, so that swapped branches ask nothing new. */
export function questionsOf(test: Expression): readonly Question[] {
  const asked: Question[] = [];
  const pending = [test];
  for (let each = pending.pop(); each; each = pending.pop()) {
    const value = plain(each);
    if (value.kind === 'binary' && /^(&&|\|\|)$/.test(value.operator)) pending.push(value.right, value.left);
    else if (value.kind === 'unary' && value.operator === '!') pending.push(value.operand);
    else asked.push({ key: questionOf(value), value });
  }
  return asked;
}

function questionOf(value: Expression): string {
  if (value.kind === 'binary') return comparison(value.operator, canonical(value.left), canonical(value.right)) ?? canonical(value);
  // Whether there is a match is asked either way.
  if (value.kind === 'call' && value.name === 'exec' && value.arguments.length === 1) return canonical({ ...value, name: 'test' });
  if (value.kind !== 'call' || value.name !== 'equals') return canonical(value);
  const sides = value.receiver && value.arguments.length === 1 ? [value.receiver, ...value.arguments] : value.arguments;
  return sides.length === 2 ? equality(...(sides.map((side) => canonical(side)) as [string, string])) : canonical(value);
}

function comparison(operator: string, left: string, right: string): string | undefined {
  if (/^[=!]==?$/.test(operator)) return equality(left, right);
  if (operator === '>' || operator === '<=') return `${left}>${right}`;
  if (operator === '<' || operator === '>=') return `${right}>${left}`;
  return undefined;
}

/** Java asks for `NULL` in a `case` and for `Token.NULL` in an `if`. */
const constantsOwner = /\b(?:[A-Z]\w*\.)+(?=[A-Z][A-Z\d_]*\b)/g;

function equality(left: string, right: string): string {
  // What has no name comes last, so that names may be put in the places of values afterwards.
  const order = (side: string): string => `${side === 'null' || side === 'undefined' ? '\uffff' : ''}${side}`;
  return [left, right]
    .map((side) => side.replace(constantsOwner, ''))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .join('==');
}

/** What a label of a `switch` asks about its subject. */
export function labelQuestion(subject: Expression, label: Expression): string {
  if ((label.kind === 'name' || label.kind === 'member') && typeName.test(label.name))
    return canonical({ kind: 'binary', operator: 'instanceof', left: plain(subject), right: label, range: label.range });
  return equality(canonical(plain(subject)), canonical(plain(label)));
}

/** Constants are written in capitals. */
const typeName = /^[A-Z]\w*[a-z]/;

/** `if (a == null) throw new NullPointerException()` refuses what `requireNonNull(a)` refuses: what that is. */
export function refusesNull({ test, then, otherwise }: If): string | undefined {
  const [only, another] = then;
  const asked = plain(test);
  if (otherwise || another || only?.kind !== 'throw' || asked.kind !== 'binary') return undefined;
  const thrown = bare(only.value);
  const isRefused = thrown.kind === 'new' && /^(?:java\.lang\.)?NullPointerException$/.test(thrown.type);
  return isRefused && asked.operator === '==' && asked.right.kind === 'null' ? canonical(asked.left) : undefined;
}
