import type { ChangedFile, CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { bare, codeOf, dottedName, isWithin, visitsOf, type CodeNode } from '../../../code/walk.ts';
import type { ChangedFunction } from './changed-function.ts';
import { mentions } from './mentions.ts';
import type { LinkedTest } from './tests-of-file.ts';
import type { TestCase } from './test-index.ts';

/**
 * Whether an older test was written for what a function asks of others now, as far as its stand-ins tell (Mockito, BDDMockito): it says what a call gives,
 * or checks a call, that nothing in the file made before; it has nothing be given where the function asks for that now; or it checks that what was
 * always called is left alone.
 */
export function isToldByStandIns(changed: ChangedFunction, linked: readonly LinkedTest[], change: CodeChange): boolean {
  const inJava = linked.filter(({ test: { file } }) => file.facts?.language === 'java');
  const calling = inJava.filter(({ link }) => link !== 'file').map(({ test }) => test);
  if (inJava.length === 0) return false;
  const fresh = newCalls(changed, change.files);
  if (fresh.size > 0 && inJava.some(({ test }) => [...stoodInFor(test)].some((name) => fresh.has(name)))) return true;
  const asked = askedWhetherEmpty(changed);
  if (asked.size > 0 && calling.some((test) => givesNothingFor(test, asked))) return true;
  const always = changed.added.some(({ kind }) => kind === 'branch') ? alwaysCalled(changed) : [];
  return always.length > 0 && calling.some((test) => leavesAlone(test, always));
}

/** What a function calls on others that its file did not speak of before. */
function newCalls({ at: { file }, added }: ChangedFunction, files: readonly ChangedFile[]): ReadonlySet<string> {
  const base = files.find(({ head }) => head === file)?.base;
  const nodes = added.flatMap(({ whole, node }) => whole ?? node ?? []);
  const names = visitsOf(nodes, 'call').flatMap(({ node: { receiver, name } }) => (receiver && isTelling(name) ? [name] : []));
  return new Set(names.filter((name) => !base || !saysWord(base, name)));
}

function saysWord(file: SourceFile, name: string): boolean {
  return mentions(file, name) && new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(file.text);
}

/** What anything may be asked for says nothing. */
function isTelling(name: string): boolean {
  return (
    /^\w{4,}$/.test(name) &&
    !/^(?:get\w{0,4}|size|isEmpty|equals|hashCode|toString|append|build|stream|find|save|apply|accept|test|next|name|value|send|close|call|contains)$/.test(
      name,
    )
  );
}

/** The calls for which a test has stand-ins answer, and those that it verifies. */
function stoodInFor({ codes }: TestCase): ReadonlySet<string> {
  return new Set(codes.flatMap(({ code }) => visitsOf(code, 'call').flatMap(({ node }) => stoodIn(node) ?? [])));
}

const questions = /^(?:when|given|lenient)$/;
const checks = /^(?:verify|should)$/;

/** `when(cart.total())`, `doReturn(3).when(cart).total()`, `verify(cart).total()`, `then(cart).should().total()`. */
function stoodIn({ name, receiver, arguments: [first] }: Call): string | undefined {
  const asked = first && bare(first);
  if (questions.test(name) && asked?.kind === 'call') return asked.receiver && asked.name;
  if (receiver?.kind !== 'call') return undefined;
  if (checks.test(receiver.name)) return name;
  return questions.test(receiver.name) && receiver.receiver?.kind === 'call' && /^(?:do|will)[A-Z]/.test(receiver.receiver.name)
    ? name
    : undefined;
}

/** The calls on others of which a function asks now whether they gave anything. */
function askedWhetherEmpty({ at: { file, symbol }, base, added }: ChangedFunction): ReadonlySet<string> {
  const scope = { file, symbol, code: codeOf(symbol) };
  const givenBy = (value: Expression | undefined): readonly string[] => {
    const given = value && bare(value);
    if (given?.kind === 'call') return given.receiver ? [given.name] : [];
    return given?.kind === 'name'
      ? bindingsOf(given.name, scope).flatMap(({ value: held }) => (held?.kind === 'call' ? givenBy(held) : []))
      : [];
  };
  const nodes = base ? added.flatMap(({ whole, node }) => whole ?? node ?? []) : [];
  return new Set([
    ...visitsOf(nodes, 'call').flatMap(({ node }) => (asksWhether.test(node.name) ? givenBy(node.receiver) : [])),
    ...visitsOf(nodes, 'binary').flatMap(({ node: { left, right } }) => (right.kind === 'null' ? givenBy(left) : [])),
  ]);
}

const asksWhether = /^(?:orElse\w*|switchIfEmpty|defaultIfEmpty|isEmpty|isPresent|ifPresent\w*)$/;

/** `when(orders.find(7)).thenReturn(Optional.empty())`. */
function givesNothingFor({ codes }: TestCase, asked: ReadonlySet<string>): boolean {
  return codes.some(({ code }) =>
    visitsOf(code, 'call').some(({ node: { name, receiver, arguments: given } }) => {
      if (receiver?.kind !== 'call') return false;
      if (!/^(?:then|will)Return$/.test(name)) return questions.test(receiver.name) && asked.has(name) && answersNothing(receiver.receiver);
      const [about] = questions.test(receiver.name) ? receiver.arguments.map(bare) : [];
      return about?.kind === 'call' && asked.has(about.name) && given.some(isNothing);
    }),
  );
}

/** `doReturn(null)`. */
function answersNothing(start: Expression | undefined): boolean {
  return start?.kind === 'call' && /^(?:do|will)Return$/.test(start.name) && start.arguments.some(isNothing);
}

function isNothing(value: Expression): boolean {
  const given = bare(value);
  return (
    given.kind === 'null' || (given.kind === 'call' && given.arguments.length === 0 && /^(?:empty\w*|of|justOrEmpty)$/.test(given.name))
  );
}

/** A call on another object, by the object's name. */
interface CallOn {
  readonly on: string;
  readonly name: string;
}

/** What a function called whatever it was given, by the names of its own things. */
function alwaysCalled({ base }: ChangedFunction): readonly CallOn[] {
  const code = base ? codeOf(base.symbol) : [];
  const ends = visitsOf(code, 'return', 'throw').map(({ node: { range } }) => range);
  return visitsOf(code, 'call').flatMap((visited) => {
    const { name, receiver, range } = visited.node;
    const on = receiver && nameOf(receiver);
    const isAfterEnd = ends.some(({ end }) => end <= range.start);
    return on === undefined || isAfterEnd || isWithin(visited, decides) ? [] : [{ on, name }];
  });
}

function decides({ kind }: CodeNode): boolean {
  return /^(?:if|loop|switch|try|conditional|function|functions)$/.test(kind);
}

function nameOf(receiver: Expression): string | undefined {
  const value = bare(receiver);
  if (value.kind === 'name') return value.name;
  return value.kind === 'member' && value.object.kind === 'this' ? value.name : undefined;
}

/** `verifyNoInteractions(mails)`, `verify(mails, never()).send(…)`, `then(mails).shouldHaveNoInteractions()`. */
function leavesAlone({ codes }: TestCase, always: readonly CallOn[]): boolean {
  const isAlways = (on: string | undefined, name?: string): boolean =>
    on !== undefined && always.some((each) => each.on === on && (name === undefined || each.name === name));
  return codes.some(({ code }) =>
    visitsOf(code, 'call').some(({ node: { name, receiver, arguments: given } }) => {
      if (/^verify(?:No|Zero)Interactions$/.test(name)) return given.some((each) => isAlways(dottedName(each)));
      if (receiver?.kind !== 'call') return false;
      const [about, times] = receiver.arguments;
      if (/^shouldHave(?:No|Zero)Interactions$/.test(name)) return isAlways(about && dottedName(about));
      if (receiver.name === 'verify') return isNever(times) && isAlways(about && dottedName(about), name);
      const start = receiver.receiver;
      return (
        receiver.name === 'should' &&
        isNever(about) &&
        start?.kind === 'call' &&
        isAlways(start.arguments[0] && dottedName(start.arguments[0]), name)
      );
    }),
  );
}

function isNever(times: Expression | undefined): boolean {
  return (
    times?.kind === 'call' &&
    (times.name === 'never' || (times.name === 'times' && times.arguments[0]?.kind === 'number' && times.arguments[0].text === '0'))
  );
}
