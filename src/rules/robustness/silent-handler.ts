import { contains } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Handler, Statement, Try } from '../../code/statement.ts';
import { isWithin, throwsIn, visitsOf, walk, type Visited } from '../../code/walk.ts';
import { commentsWithin, simpleTypeName } from '../code-in-file.ts';

/** How a handler loses the error it caught. */
export type Loss = 'empty' | 'answers-nothing' | 'interruption-lost';

const broadTypes: ReadonlySet<string> = new Set(['Exception', 'Throwable', 'RuntimeException', 'Error']);

/** What is lost in a handler, or undefined where nothing is. */
export function lossIn(handler: Handler, attempted: Try, file: SourceFile): Loss | undefined {
  if (losesInterruption(handler)) return 'interruption-lost';
  if (saysWhy(handler, file)) return undefined;
  if (handler.body.length === 0) return 'empty';
  return isBroad(handler, attempted) && answersNothing(handler) ? 'answers-nothing' : undefined;
}

function losesInterruption(handler: Handler): boolean {
  if (!handler.types.some((type) => simpleTypeName(type) === 'InterruptedException')) return false;
  for (const { node } of walk(handler.body)) {
    if (node.kind === 'call' && /interrupt/i.test(node.name)) return false;
    if (node.kind === 'assignment' && node.target.kind !== 'other' && /interrupt/i.test('name' in node.target ? node.target.name : ''))
      return false;
    if (node.kind === 'throw' && rethrows(node.value, handler)) return false;
  }
  return true;
}

function rethrows(thrown: Statement | Extract<Statement, { kind: 'throw' }>['value'], handler: Handler): boolean {
  if (thrown.kind === 'name') return thrown.name === handler.name;
  return thrown.kind === 'new' && simpleTypeName(thrown.type) === 'InterruptedException';
}

/** A name such as `ignored` says that it is meant; a comment says why. */
function saysWhy(handler: Handler, file: SourceFile): boolean {
  if (handler.name !== undefined && /^_|ignore|expected|unused/i.test(handler.name)) return true;
  return [...commentsWithin(file, handler.bodyRange), ...commentsAfter(file, handler.bodyRange.end)].some(isReason);
}

/** `} catch {} // not to be had on Windows`. */
function commentsAfter(file: SourceFile, end: number): readonly string[] {
  return commentsWithin(file, { start: end, end: file.lines.lineRange(file.lines.position(end).line).end });
}

/** What fails while another error is being handled must not hide it: the outer handler throws that one. */
export function isCleanup(attempted: Visited<Try>): boolean {
  return isWithin(
    attempted,
    (node) =>
      node.kind === 'try' &&
      node.handlers.some((outer) => contains(outer.bodyRange, attempted.node.range) && throwsIn(outer.body).length > 0),
  );
}

/** A value that is only looked for keeps what it was where it is not to be had: JavaScript's way to ask. */
export function isProbe(handler: Handler, attempted: Try): boolean {
  const last = attempted.body.at(-1);
  return (
    handler.types.length === 0 &&
    attempted.body.length <= 2 &&
    (last?.kind === 'return' || (last?.kind === 'expression' && last.value.kind === 'assignment'))
  );
}

/** Prose of some words; a reminder to do it later, or code, is none. */
export function isReason(comment: string): boolean {
  if (/^\W*(todo|fixme|xxx|hack)\b/i.test(comment) || /[;{}]\s*$/.test(comment)) return false;
  return (
    (comment.match(/[\p{L}]{2,}/gu)?.length ?? 0) >= 2 ||
    /\b(ignored?|expected|intentional(ly)?|nothing|noop|no-op|deliberate(ly)?|best.effort)\b/i.test(comment)
  );
}

function isBroad(handler: Handler, attempted: Try): boolean {
  if (handler.types.length > 0) return handler.types.some((type) => broadTypes.has(simpleTypeName(type)));
  return visitsOf(attempted.body, 'await').length > 0;
}

/** Nothing but a `return` of nothing, so that the caller cannot tell failure from absence. */
function answersNothing(handler: Handler): boolean {
  const [only, ...more] = handler.body;
  if (only?.kind !== 'return' || more.length > 0) return false;
  return only.value === undefined || only.value.kind === 'null' || only.value.kind === 'undefined';
}

const broad = /^(?:Exception|Throwable|RuntimeException|Error)$/;

/** Where nothing is attempted nothing of a special kind can be caught; a broad handler waits for what is still to be written. */
export function isIdle({ types }: Handler, { body, resources }: Try): boolean {
  return types.length > 0 && body.length === 0 && resources.length === 0 && !types.some((type) => broad.test(simpleTypeName(type)));
}
