import type { TextRange } from '../../../base/text-range.ts';
import { canonical } from '../../../code/canonical.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { bare, dottedName, stringsIn, type CodeNode, type Visited } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { refusedStatus, statusOfError } from './error-answer.ts';
import { plain } from './idioms.ts';
import { guardKey, isNullGuard } from './null-guards.ts';
import type { ExpectedError } from './obligation.ts';

/** A way to end in an error or in an answer that refuses. */
export interface ErrorAtom {
  readonly kind: 'throws';
  readonly key: string;
  readonly error: ExpectedError;
  readonly node?: CodeNode;
  readonly range: TextRange;
}

/** Never to be reached, so never to be tested. */
const unreachable = /unreachable|should (not|never)|cannot happen|can't happen|impossible|^AssertionError$|exhaust/i;

/** An error that is thrown, known by its type and the first words of its message. */
export function throwAtom(thrown: Expression, range: TextRange): readonly ErrorAtom[] {
  const value = bare(thrown);
  const type = value.kind === 'new' ? simpleTypeName(value.type) : value.kind === 'call' ? makerOf(value) : '';
  const message = stringsIn([plain(thrown)])
    .map((each) => each.value)
    .join(' ');
  if (unreachable.test(type) || unreachable.test(message)) return [];
  const what = type === '' && message === '' ? canonical(value) : `${type} ${message.split(/\s+/).slice(0, 3).join(' ')}`;
  const status = statusOfError(value);
  return [{ kind: 'throws', key: `throws ${what}`, error: { type, message, ...(status !== undefined && { status }) }, range }];
}

/** `Problem.of(404)` throws a problem, `notFound()` what it says. */
function makerOf({ name, receiver }: Call): string {
  return /^(?:of|create|from|make|build|builder|new\w{0,20})$/.test(name) && receiver?.kind === 'name' ? receiver.name : name;
}

/** To pass on what was caught is no new error. */
export function isPassedOn(thrown: Expression, parent: Visited | undefined): boolean {
  const name = dottedName(bare(thrown))?.split('.')[0];
  if (name === undefined) return false;
  for (let at = parent; at; at = at.parent) {
    if (at.node.kind === 'function' && at.node.parameters.includes(name)) return true;
    if (at.node.kind === 'try' && at.node.handlers.some((handler) => handler.name === name)) return true;
  }
  return false;
}

/** An answer that refuses: `res.status(404)`, `ResponseEntity.notFound()`, `ctx.status = 404`. */
export function answer(node: CodeNode): readonly ErrorAtom[] {
  const status = refusedStatus(node);
  if (status === undefined) return [];
  return [{ kind: 'throws', key: `answers ${status}`, error: { type: '', message: '', status }, range: node.range }];
}

/** How a call ends what was asked for. */
export function endings(call: Call): readonly ErrorAtom[] {
  const answered = answer(call);
  return answered.length > 0 ? answered : rejection(call, call.range);
}

/** `reject(new E())`, `next(error)`, `orElseThrow(() -> new E())`, `requireNonNull(x)`, `Validate.isTrue(…)` end in an error too. */
function rejection(call: Call, range: TextRange): readonly ErrorAtom[] {
  const [first] = call.arguments;
  if ((call.name === 'reject' || call.name === 'next') && first?.kind === 'new') return throwAtom(first, range);
  if (call.name === 'orElseThrow' && first?.kind === 'function') {
    const made = first.body[0];
    return made?.kind === 'return' && made.value?.kind === 'new' ? throwAtom(made.value, made.value.range) : [];
  }
  const isGuard = isNullGuard(call);
  // What the function has just made or fetched is nothing that a caller can leave out.
  if (isGuard && first?.kind === 'call') return [];
  if (!isGuard && !(call.receiver?.kind === 'name' && /^(Validate|Preconditions|Assert)$/.test(call.receiver.name))) return [];
  return [
    {
      kind: 'throws',
      key: isGuard && first ? guardKey(canonical(first)) : `throws ${canonical(call)}`,
      error: {
        type: '',
        message: stringsIn([call])
          .map((each) => each.value)
          .join(' '),
      },
      node: call,
      range,
    },
  ];
}
