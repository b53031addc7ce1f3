import { remembered } from '../../../base/remembered.ts';
import type { Loop, Statement, Switch, Try } from '../../../code/statement.ts';
import { declareClass } from './local-classes.ts';
import type { Machine } from './machine.ts';
import { keysOf } from './members.ts';
import { iterated, iteratedInTime } from './iteration.ts';
import { same } from './operators.ts';
import { bind } from './parameters.ts';
import type { Scope } from './scope.ts';
import { Thrown, truth, Unclear, type Value } from './value.ts';

/** How a list of statements ends before its end. */
export type Completion =
  { readonly kind: 'break' | 'continue'; readonly label?: string | undefined } | { readonly kind: 'return'; readonly value: Value };

/** Goes through one statement. */
export function ran(machine: Machine, node: Statement, scope: Scope): Completion | undefined {
  switch (node.kind) {
    case 'expression':
      machine.evaluate(node.value, scope);
      return undefined;
    case 'variable':
      declareVariable(machine, node, scope);
      return undefined;
    case 'return':
      return { kind: 'return', value: node.value && machine.evaluate(node.value, scope) };
    case 'throw':
      throw new Thrown(machine.evaluate(node.value, scope));
    case 'if':
      if (machine.holds(machine.evaluate(node.test, scope))) return machine.run(node.then, scope.inner());
      return node.otherwise && machine.run(node.otherwise, scope.inner());
    case 'block':
      return machine.run(node.body, scope.inner());
    case 'break':
    case 'continue':
      return { kind: node.kind, label: /^\w+\s+([\w$]+)/.exec(scope.file.text.slice(node.range.start, node.range.end))?.[1] };
    case 'loop':
      return loop(machine, node, scope);
    case 'switch':
      return choose(machine, node, scope);
    case 'try':
      return attempt(machine, node, scope);
    case 'functions':
      declareClass(machine, node, scope);
      return undefined;
    default:
      throw new Unclear('a statement');
  }
}

type Variable = Extract<Statement, { kind: 'variable' }>;

function declareVariable(machine: Machine, node: Variable, scope: Scope): void {
  const isVar = !node.constant && wordBefore(node, scope.file.text) === 'var';
  const holder = isVar ? scope.ofFunction : scope;
  if (!node.value && isVar && holder.has(node.name)) return;
  const value = node.value && machine.evaluate(node.value, scope);
  bind(node.name, value, holder, machine.realm);
}

/** How far back the word of a declaration is looked for. */
const farthest = 300;

/** `var` or `let`, which stands before the first of several variables. */
const wordBefore = remembered((node: Variable, text: string): string | undefined => {
  const before = text.slice(Math.max(0, node.range.start - farthest), node.range.start);
  const words = before.match(/\b(?:var|let|const)\b(?=\s)/g);
  return words?.at(-1);
});

function attempt(machine: Machine, node: Try, scope: Scope): Completion | undefined {
  if (node.resources.length > 0) throw new Unclear('a resource');
  let end: Completion | undefined;
  try {
    end = machine.run(node.body, scope.inner());
  } catch (error) {
    const [handler] = node.handlers;
    if (!(error instanceof Thrown) || !handler) {
      if (error instanceof Thrown && node.finalizer) {
        const last = machine.run(node.finalizer, scope.inner());
        if (last) return last;
      }
      throw error;
    }
    const inner = scope.inner();
    if (handler.name !== undefined) bind(handler.name, error.value, inner, machine.realm);
    end = machine.run(handler.body, inner);
  }
  return (node.finalizer && machine.run(node.finalizer, scope.inner())) ?? end;
}

function choose(machine: Machine, node: Switch, scope: Scope): Completion | undefined {
  const subject = machine.evaluate(node.subject, scope);
  const inner = scope.inner();
  let at = node.cases.findIndex(({ labels }) => labels.some((label) => truth(same(subject, machine.evaluate(label, scope)))));
  if (at < 0) at = node.cases.findIndex(({ labels }) => labels.length === 0);
  if (at < 0) return undefined;
  for (const { body } of node.cases.slice(at)) {
    const end = machine.run(body, inner);
    if (end) return end.kind === 'break' && end.label === undefined ? undefined : end;
  }
  return undefined;
}

function loop(machine: Machine, node: Loop, scope: Scope): Completion | undefined {
  if (node.form === 'for-each') return forEach(machine, node, scope);
  if (node.form === 'for') return forLoop(machine, node, scope);
  const [test] = node.header;
  for (let isFirst = node.form === 'do'; isFirst || (test && truth(machine.evaluate(test, scope))); isFirst = false) {
    const end = leaving(machine.run(node.body, scope.inner()), node, scope);
    if (end) return end.beyond;
  }
  return undefined;
}

/** Whether a loop ends, and how what is around it goes on; nothing where it goes on itself. */
function leaving(end: Completion | undefined, node: Loop, { file }: Scope): { readonly beyond?: Completion } | undefined {
  if (!end) return undefined;
  if (end.kind === 'return') return { beyond: end };
  const isOwn = end.label === undefined || end.label === labelOf(node, file.text);
  if (!isOwn) return { beyond: end };
  return end.kind === 'break' ? {} : undefined;
}

/** How far back a label is looked for. */
const longestLabel = 60;

const labelOf = remembered(
  ({ range }: Loop, text: string) =>
    /([\w$]{1,60})\s{0,60}:\s{0,60}$/.exec(text.slice(Math.max(0, range.start - longestLabel), range.start))?.[1],
);

function forEach(machine: Machine, node: Loop, scope: Scope): Completion | undefined {
  const [over] = node.header;
  const { text } = scope.file;
  const head = over ? text.slice(node.range.start, over.range.start) : '';
  if (!over || node.variable === undefined) throw new Unclear('a loop');
  const value = machine.evaluate(over, scope);
  const isDeclared = /\b(?:var|let|const)\s/.test(head);
  for (const item of /\bin[\s(]*$/.test(head)
    ? keysOf(value)
    : /\bawait\b/.test(head)
      ? iteratedInTime(machine.realm, value)
      : iterated(value)) {
    const inner = scope.inner();
    bind(node.variable, item, /\bvar\s/.test(head) ? scope.ofFunction : inner, machine.realm, isDeclared);
    const end = leaving(machine.run(node.body, inner), node, scope);
    if (end) return end.beyond;
  }
  return undefined;
}

function forLoop(machine: Machine, node: Loop, scope: Scope): Completion | undefined {
  const { begin, test, step, isLocal } = headOf(node, scope.file.text);
  let around = scope.inner();
  for (const each of begin) {
    if (each.kind === 'assignment' && isLocal && each.target.kind === 'name')
      around.declare(each.target.name, machine.evaluate(each.value, around));
    else machine.evaluate(each, around);
  }
  while (!test || truth(machine.evaluate(test, around))) {
    const end = leaving(machine.run(node.body, around.inner()), node, scope);
    if (end) return end.beyond;
    if (isLocal) around = around.copy();
    for (const each of step) machine.evaluate(each, around);
  }
  return undefined;
}

/** What of a `for` stands before, between and after its semicolons. */
const headOf = remembered((node: Loop, text: string) => {
  const start = text.indexOf('(', node.range.start);
  const marks = semicolons(text, start, node.body[0]?.range.start ?? node.range.end);
  const [first = Infinity, second = Infinity] = marks;
  return {
    begin: node.header.filter(({ range }) => range.end <= first),
    test: node.header.find(({ range }) => range.start > first && range.end <= second),
    step: node.header.filter(({ range }) => range.start > second),
    isLocal: /^\(\s*(?:let|const)\b/.test(text.slice(start, start + 40)),
  };
});

function semicolons(text: string, from: number, to: number): readonly number[] {
  const found: number[] = [];
  let quote = '';
  for (let at = from; at < to && found.length < 2; at++) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === '\\') at++;
      else if (character === quote) quote = '';
    } else if (/['"`]/.test(character)) quote = character;
    else if (character === ';') found.push(at);
  }
  return found;
}
