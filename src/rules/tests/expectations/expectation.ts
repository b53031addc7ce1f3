import { canonical } from '../../../code/canonical.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { bare, callsIn, visitsOf } from '../../../code/walk.ts';
import { remembered } from '../../../base/remembered.ts';
import { assertionsOf, type TestAt, type WrittenAssertion } from '../gaps/test-pairs.ts';
import { checksOf, lastCall, type Check } from '../quality/checks.ts';
import { comparisonOf, type Comparison } from '../quality/comparison.ts';
import { answerOf, statusIn, type Answer } from './answers.ts';

/** What one assertion of a test asks for, apart from what it asks it of. */
export interface Expectation {
  readonly assertion: WrittenAssertion;
  /** In one form for all ways to write it. Equal at both sides where the same is asked; empty where the whole test is. */
  readonly about: string;
  /** What is expected of it, in one form. */
  readonly value: string;
  /** Whether `value` is a plain value: then another one is another expectation. */
  readonly isValue: boolean;
  readonly answer?: Answer;
}

/** What a test expects, in order. */
export const expectationsOf = remembered((at: TestAt): readonly Expectation[] => {
  const checks = new Map(checksOf(at.test).map((check) => [check.fact, check]));
  const written = assertionsOf(at);
  return at.test.assertions.flatMap((fact, index) => {
    const assertion = written[index];
    const check = checks.get(fact);
    if (!assertion) return [];
    const read = check
      ? readCheck(check, at)
      : fact.kind === 'throws'
        ? { about: '', value: fact.expected ?? '', isError: true }
        : undefined;
    if (!read) return [];
    const isValue = !read.isError && read.expected !== undefined && isPlain(read.expected);
    const answer = read.isError ? 'refused' : read.isAccepted ? 'accepted' : answerOf(read.about, read.value);
    return [{ assertion, about: read.about, value: read.value, isValue, ...(answer && { answer }) }];
  });
});

interface Read {
  readonly about: string;
  readonly value: string;
  /** Where the value is written. */
  readonly expected?: Expression;
  /** An error is expected. */
  readonly isError?: boolean;
  /** It is expected that nothing goes wrong. */
  readonly isAccepted?: boolean;
}

function readCheck(check: Check, at: TestAt): Read | undefined {
  if (check.fact.kind === 'snapshot') return undefined;
  if (check.fact.kind === 'throws') return readError(check);
  const { words } = check.chain;
  if (words.includes('resolves')) return { ...readChain(check), isAccepted: true };
  const status = check.fact.kind === 'status' ? statusIn(check.fact.expected) : undefined;
  if (status !== undefined) return readStatus(check, status);
  const comparison = comparisonOf(check);
  if (comparison) return readComparison(comparison, at);
  const size = readSize(check);
  if (size) return size;
  return check.fact.kind === 'interaction' ? readInteraction(check) : readChain(check);
}

const denied = /^(?:doesNot|notThrows|assertDoesNot|assertThatNo|thenNo|not$|never$|resolves$)/;

/** What must, or must not, throw: the last call of the function that is handed over, or what is waited for. */
function readError({ chain, fact }: Check): Read | undefined {
  const about = chain.calls.flatMap(({ call }) => call.arguments.flatMap(askedIn))[0];
  if (about === undefined) return undefined;
  const isDenied = chain.words.some((word) => denied.test(word));
  return { about, value: isDenied ? 'no error' : (fact.expected ?? 'an error'), ...(isDenied ? { isAccepted: true } : { isError: true }) };
}

function askedIn(given: Expression): readonly string[] {
  const value = bare(given);
  if (value.kind === 'function') {
    const called = callsIn(value.body.slice(-1))[0] ?? visitsOf(value.body.slice(-1), 'new')[0]?.node;
    return called ? [canonical(called)] : [];
  }
  return value.kind === 'call' ? [canonical(value)] : [];
}

/** The same request: all of the chain but what is said of its status. */
function readStatus({ chain, visited, fact }: Check, value: string): Read {
  const last = chain.calls.at(-1)?.call;
  const [first] = last?.arguments ?? [];
  if (chain.words[0] === 'expect' || chain.words[0] === 'assert' || chain.words[0] === 't')
    return { about: `${canonical(chain.calls[0]?.call.arguments[0] ?? visited.node)} status`, value, ...(first && { expected: first }) };
  return { about: `${requestOf(visited, fact.name)} status`, value };
}

/** `mockMvc.perform(get("/a"))` of `mockMvc.perform(get("/a")).andExpect(status().isOk())`. */
function requestOf({ node, parent }: Check['visited'], name: string): string {
  const around = parent?.node;
  if (around?.kind === 'call' && around.name.startsWith('andExpect') && around.receiver) return canonical(rooted(around.receiver));
  const receiver = node.kind === 'call' ? node.receiver : node.object;
  return receiver ? canonical(rooted(receiver)) : name;
}

/** Without what else is said of the answer before. */
function rooted(expression: Expression): Expression {
  let at = expression;
  while (at.kind === 'call' && at.receiver && /^(?:and\w*|expect\w*|statusCode|then|assertThat|log)$/.test(at.name)) at = at.receiver;
  return at;
}

function readComparison({ relation, actual, expected }: Comparison, { test, file }: TestAt): Read | undefined {
  if (relation === 'present' || relation === 'at least') return { about: canonical(actual), value: relation };
  if (relation !== 'same' || !expected) return { about: canonical(actual), value: relation, expected: constant(relation, actual) };
  const [asked, given] = isTurned(actual, expected, file.facts?.language === 'java') ? [expected, actual] : [actual, expected];
  const value = heldBy(given, test.body);
  return { about: canonical(asked), value: canonical(value), expected: value };
}

const sizes: ReadonlyMap<string, string> = new Map([
  ['isEmpty', '0'],
  ['empty', '0'],
  ['isNotEmpty', 'some'],
  ['hasSize', ''],
  ['toHaveLength', ''],
  ['lengthOf', ''],
]);

/** How many there are to be of what `expect` and `assertThat` are given. */
function readSize({ chain, fact }: Check): Read | undefined {
  const [actual] = chain.calls[0]?.call.arguments ?? [];
  const size = sizes.get(fact.name);
  if (size === undefined || !actual || chain.words.some((word) => /^(?:extracting|filteredOn|element|first)$/.test(word))) return undefined;
  const [given] = chain.calls.length > 1 ? (chain.calls.at(-1)?.call.arguments ?? []) : [];
  const isDenied = chain.words.some((word) => denied.test(word));
  const value = isDenied ? 'some' : size !== '' ? size : given ? canonical(given) : 'some';
  return { about: canonical(actual), value, ...(given && !isDenied && { expected: given }) };
}

function constant(relation: string, { range }: Expression): Expression {
  return { kind: relation === 'true' || relation === 'false' || relation === 'null' ? relation : 'undefined', range };
}

/** `assertEquals(3, cart.total())` of JUnit says the expected value first, TestNG and `assert.equal(cart.total(), 3)` last. */
function isTurned(first: Expression, second: Expression, isJava: boolean): boolean {
  if (isPlain(first) !== isPlain(second)) return isPlain(first);
  return isJava && isMade(first);
}

function isMade(expression: Expression): boolean {
  return expression.kind === 'name' || expression.kind === 'new';
}

/** A name that the test sets once stands for its value. */
function heldBy(expression: Expression, body: TestAt['test']['body']): Expression {
  if (expression.kind !== 'name') return expression;
  const [only, another] = visitsOf(body, 'variable').filter(({ node }) => node.name === expression.name);
  return only?.node.value && !another && isPlain(only.node.value) ? only.node.value : expression;
}

function readInteraction({ chain, visited }: Check): Read {
  const [start] = chain.calls;
  const [subject, times] = start?.call.arguments ?? [];
  const verified = visited.parent?.node;
  const isMockito = start?.call.name === 'verify' && verified?.kind === 'call';
  const about = `${subject ? canonical(subject) : ''}${isMockito ? `.${verified.name}` : ''} called`;
  const isNever = isMockito
    ? times?.kind === 'call' && times.name === 'never'
    : chain.words.some((word) => /^(?:not|notCalled|never)$/.test(word));
  const given = isMockito ? times : lastCall({ chain } as Check)?.arguments[0];
  return { about, value: isNever ? 'never' : given && given !== subject ? canonical(given) : 'called', ...(given && { expected: given }) };
}

/** All of a chain but what its last call is given: `hasSize(3)`, `jsonPath("$.total").value(3)`, `assertThat(a, is(3))`. */
function readChain(check: Check): Read {
  const { node } = check.visited;
  if (node.kind !== 'call') return { about: canonical(node), value: '' };
  const { path, given } = innermost(node, 0);
  const value = given.map((each) => canonical(each)).join();
  const expected = given[0] && { expected: listOf(given) };
  const [actual] = node.arguments;
  if (node.name === 'assertThat' && actual && node.arguments.length === 2) return { about: canonical(actual), value, ...expected };
  const before = node.receiver ? canonical(node.receiver) : '';
  return { about: `${before} ${path}`, value, ...expected };
}

function innermost(call: Call, depth: number): { readonly path: string; readonly given: readonly Expression[] } {
  const last = call.arguments.at(-1);
  if (depth > 6 || last?.kind !== 'call' || isPlain(last) || last.arguments.length === 0) return { path: call.name, given: call.arguments };
  const { path, given } = innermost(last, depth + 1);
  const others = call.arguments.slice(0, -1).map((each) => canonical(each));
  return { path: [call.name, ...others, last.receiver ? canonical(last.receiver) : '', path].join(' '), given };
}

function listOf(given: readonly Expression[]): Expression {
  const [first] = given;
  return first && given.length === 1 ? first : { kind: 'array', elements: given, range: first?.range ?? { start: 0, end: 0 } };
}

const makers =
  /^(?:of|valueOf|asList|list|set|map|entry|ofSeconds|ofMillis|ofMinutes|ofHours|ofDays|parse|create|from|fromValue|just|BigInt)$/;

/** A value that is written as it stands: literals, constants, and what is made of them. */
export function isPlain(expression: Expression): boolean {
  return !visitsOf([expression], 'name', 'call', 'function', 'this', 'index', 'new', 'assignment').some(({ node, parent }) => {
    switch (node.kind) {
      case 'name':
        return !/^[A-Z]/.test(node.name) && !isPackage(node.name, parent?.node.kind);
      case 'call':
        return !makers.test(node.name) || (node.receiver !== undefined && !/^[A-Z]/.test(lastName(node.receiver)));
      case 'new':
        return node.members !== undefined;
      default:
        return true;
    }
  });
}

function isPackage(name: string, around: string | undefined): boolean {
  return around === 'member' && /^(?:java|javax|com|org)$/.test(name);
}

function lastName(expression: Expression): string {
  return expression.kind === 'name' || expression.kind === 'member' ? expression.name : '';
}
