import type { Expression } from '../../expression.ts';
import type { Handler, Statement } from '../../statement.ts';
import { bareType } from './bare-type.ts';
import type { Follower } from './follower.ts';
import { narrowed } from './guards.ts';
import { anyMember, assign } from './members.ts';
import type { State } from './state.ts';
import { joined, stepped, unknown, type Value } from './value.ts';

/** Goes through statements; the state afterwards says what holds then. */
export function run(follower: Follower, statements: readonly Statement[], state: State): void {
  for (const statement of statements) if (statement.kind === 'functions') runStatement(follower, statement, state);
  for (const statement of statements) {
    if (state.unreachable) return;
    if (statement.kind !== 'functions')
      follower.within(() => {
        runStatement(follower, statement, state);
      }, undefined);
  }
}

function runStatement(follower: Follower, node: Statement, state: State): void {
  const { frame } = follower;
  switch (node.kind) {
    case 'expression':
      follower.evaluate(node.value, state);
      return;
    case 'variable':
      runVariable(follower, node, state);
      return;
    case 'return':
      if (node.value) runReturn(follower, node.value, node, state);
      state.unreachable = true;
      return;
    case 'throw':
      frame?.thrown.at(-1)?.push(follower.evaluate(node.value, state));
      state.unreachable = true;
      return;
    case 'if':
      runIf(follower, node, state);
      return;
    case 'loop':
      runLoop(follower, node, state);
      return;
    case 'try':
      runTry(follower, node, state);
      return;
    case 'switch':
      runSwitch(follower, node, state);
      return;
    case 'break':
    case 'continue':
      (node.kind === 'break' ? frame?.breaks : frame?.continues)?.at(-1)?.push(state.copy());
      state.unreachable = true;
      return;
    case 'block':
      if (node.lock) follower.evaluate(node.lock, state);
      run(follower, node.body, state);
      return;
    case 'functions':
      runFunctions(follower, node, state);
      return;
    case 'other':
      for (const child of node.children) follower.evaluate(child, state);
      return;
    default:
  }
}

type Node<Kind extends Statement['kind']> = Extract<Statement, { readonly kind: Kind }>;

function runReturn(follower: Follower, expression: Expression, node: Node<'return'>, state: State): void {
  const value = follower.evaluate(expression, state);
  follower.notes.reportReturned(follower.symbol, value, expression.range);
  follower.frame?.returned.push(returnedValue(value, node));
}

function returnedValue(value: Value, node: Node<'return'>): Value {
  return value.taint ? { ...value, taint: stepped(value.taint, node.range, 'returned here') } : value;
}

const numeric = /^(int|long|short|byte|double|float|boolean|Integer|Long|Short|Double|Float|Boolean|UUID|number)$/;

function runVariable(follower: Follower, node: Node<'variable'>, state: State): void {
  const value = node.value ? follower.evaluate(node.value, state) : unknown;
  const typed = declaredAs(follower, value, node.type);
  const kept = typed.taint ? { ...typed, taint: stepped(typed.taint, node.range, `kept in \`${node.name}\``) } : typed;
  follower.bind(node.name, kept, state, node.range);
}

/** The declared type tells what an unknown value is; a number carries no text. */
function declaredAs(follower: Follower, value: Value, type: string | undefined): Value {
  if (type === undefined || type === 'var') return value;
  if (numeric.test(type)) return value.constant === undefined ? unknown : { constant: value.constant };
  const origin = bareType(type);
  const isTold = value.origin !== undefined && (!follower.isJava || value.origin.startsWith('@') || origin === 'Object');
  return isTold || (!follower.isJava && value.origin !== undefined) || value.callable ? value : { ...value, origin };
}

function runIf(follower: Follower, node: Node<'if'>, state: State): void {
  const { constant } = follower.evaluate(node.test, state);
  if (constant !== undefined) {
    run(follower, constant ? node.then : (node.otherwise ?? []), state);
    return;
  }
  const [yes, no] = [state.copy(), state.copy()];
  narrowed(follower, node.test, true, yes);
  narrowed(follower, node.test, false, no);
  run(follower, node.then, yes);
  run(follower, node.otherwise ?? [], no);
  state.become([yes, no]);
}

/** Gone through twice, so that what one round leaves is known in the next. */
function runLoop(follower: Follower, node: Node<'loop'>, state: State): void {
  const [frame] = [follower.frame];
  frame?.breaks.push([]);
  const isEach = node.form === 'for-each';
  const initialisers = node.form === 'for' ? node.header.filter((each) => each.kind === 'assignment' && each.operator === '=') : [];
  for (const each of initialisers) follower.evaluate(each, state);
  for (let round = 0; round < 2; round++) {
    const inner = state.copy();
    frame?.continues.push([]);
    runRound(follower, node, inner, isEach, initialisers.length);
    state.become([...(node.form === 'do' ? [] : [state.copy()]), inner, ...(frame?.continues.pop() ?? [])]);
    if (state.unreachable) break;
  }
  const left = frame?.breaks.pop() ?? [];
  if (left.length > 0) state.become([state.copy(), ...left]);
}

function runRound(follower: Follower, node: Node<'loop'>, inner: State, isEach: boolean, initialised: number): void {
  const header = node.header.map((each, index) => (index < initialised && node.form === 'for' ? unknown : follower.evaluate(each, inner)));
  if (isEach && node.variable !== undefined)
    follower.bind(node.variable, elementOf(follower, node, header[0] ?? unknown), inner, node.range);
  const test = node.form === 'while' ? node.header[0] : undefined;
  if (test) narrowed(follower, test, true, inner);
  run(follower, node.body, inner);
}

/** The keys of a tainted object are tainted too; those of a list are numbers. */
function elementOf(follower: Follower, node: Node<'loop'>, looped: Value): Value {
  const value = anyMember(looped);
  const isKeys =
    !follower.isJava && /^for\s*(await\s*)?\([^)]{0,200}?\sin\s/.test(follower.file.text.slice(node.range.start, node.range.start + 240));
  if (isKeys) return looped.taint ? { taint: looped.taint } : unknown;
  return value.taint ? { ...value, taint: stepped(value.taint, node.range, 'looped over') } : value;
}

function runTry(follower: Follower, node: Node<'try'>, state: State): void {
  const before = state.copy();
  const thrown: Value[] = [];
  follower.frame?.thrown.push(thrown);
  run(follower, node.resources, state);
  run(follower, node.body, state);
  follower.frame?.thrown.pop();
  const ways = [state.copy(), ...node.handlers.map((handler) => runHandler(follower, handler, [before, state], thrown))];
  state.become(ways);
  const ended = state.unreachable;
  if (!node.finalizer) return;
  if (ended) state.become([before.copy()]);
  run(follower, node.finalizer, state);
  if (ended) state.unreachable = true;
}

function runHandler(follower: Follower, handler: Handler, [before, after]: readonly [State, State], thrown: readonly Value[]): State {
  const state = before.copy();
  const end = after.copy();
  end.unreachable = false;
  state.become([before.copy(), end]);
  if (handler.name !== undefined) state.declare(handler.name, thrown.length === 0 ? unknown : thrown.reduce((a, b) => joined(a, b)));
  run(follower, handler.body, state);
  return state;
}

function runSwitch(follower: Follower, node: Node<'switch'>, state: State): void {
  const subject = follower.evaluate(node.subject, state);
  const labels = node.cases.map((each) => each.labels.map((label) => follower.evaluate(label, state).constant));
  const decided = decidedCase(subject, labels);
  follower.frame?.breaks.push([]);
  let through: State | undefined;
  node.cases.forEach((each, index) => {
    if (decided !== undefined && index < decided) return;
    if (decided !== undefined && index > decided && (through?.unreachable ?? true)) return;
    const inner = state.copy();
    if (subject.taint && each.labels.length > 0) assign(follower, node.subject, { ...unknown }, inner);
    if (through && !through.unreachable) inner.become(decided === undefined ? [inner.copy(), through] : [through]);
    run(follower, each.body, inner);
    // A case of the new form ends by itself.
    if (isArrow(follower, each.range, each.body) && !inner.unreachable) {
      follower.frame?.breaks.at(-1)?.push(inner.copy());
      inner.unreachable = true;
    }
    through = inner;
  });
  const left = follower.frame?.breaks.pop() ?? [];
  const hasDefault = decided !== undefined || node.cases.some((each) => each.labels.length === 0);
  state.become([...(hasDefault ? [] : [state.copy()]), ...(through ? [through] : []), ...left]);
}

function isArrow(follower: Follower, range: Statement['range'], body: readonly Statement[]): boolean {
  const [first] = body;
  return (
    follower.isJava &&
    first !== undefined &&
    /->\s{0,40}\{?\s{0,40}$/.test(follower.file.text.slice(range.start, first.range.start).slice(-40))
  );
}

function decidedCase(subject: Value, labels: readonly (readonly Value['constant'][])[]): number | undefined {
  if (subject.constant === undefined || labels.some((each) => each.some((label) => label === undefined))) return undefined;
  const index = labels.findIndex((each) => each.includes(subject.constant));
  const fallback = labels.findIndex((each) => each.length === 0);
  return index !== -1 ? index : fallback === -1 ? undefined : fallback;
}

function runFunctions(follower: Follower, node: Node<'functions'>, state: State): void {
  for (const each of node.functions) {
    const callable = { ...each, around: state, symbol: follower.symbol };
    follower.noteFunction(callable);
    if (each.name !== '' && node.functions.length === 1) state.declare(each.name, { callable });
  }
}
