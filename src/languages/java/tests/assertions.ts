import type { Call, Expression } from '../../../code/expression.ts';
import type { AnnotationFact, AssertionFact } from '../../../code/facts.ts';
import type { Statement } from '../../../code/statement.ts';
import { dottedName, visitsOf } from '../../../code/walk.ts';
import { statusOf } from './http-status.ts';
import { simpleName } from '../declarations/modifiers.ts';

/**
 * What a test asserts, in order: JUnit, TestNG, Hamcrest, AssertJ and Truth (every check of a chain is one), Mockito's verifications, Spring's and
 * Reactor's expectations. `assertsInside` says whether a method of the same file asserts: its calls count as `other`.
 */
export function assertionsOf(body: readonly Statement[], assertsInside: (method: string) => boolean): AssertionFact[] {
  const assertions: AssertionFact[] = [];
  for (const { node, parent } of visitsOf(body, 'call')) {
    const continues = parent?.node.kind === 'call' && parent.node.receiver === node;
    const kind = kindOf(node, continues) ?? (isOwn(node) && assertsInside(node.name) ? 'other' : undefined);
    if (kind) assertions.push(assertion(node, isAboutCaught(node, body) ? 'throws' : kind));
  }
  assertions.push(...expectedByCatching(body));
  return assertions.sort((a, b) => a.range.start - b.range.start);
}

/** `try { …; fail(); } catch (X expected) { … }`: the error is what the test is after. */
function expectedByCatching(body: readonly Statement[]): readonly AssertionFact[] {
  return visitsOf(body, 'try').flatMap(({ node: { body: tried, handlers, range } }) => {
    const last = tried.at(-1);
    if (last?.kind !== 'expression' || last.value.kind !== 'call' || last.value.name !== 'fail') return [];
    const types = handlers.flatMap((handler) => handler.types);
    return types.map((expected) => ({
      name: 'catch',
      kind: 'throws' as const,
      range: { start: range.start, end: last.range.end },
      expected,
    }));
  });
}

/** `assertThat(thrown).isInstanceOf(X.class)` where `thrown` is what a call was seen to throw. */
function isAboutCaught(call: Call, body: readonly Statement[]): boolean {
  const about = startOf(call)?.arguments[0];
  if (about?.kind !== 'name') return false;
  return visitsOf(body, 'variable').some(
    ({ node: { name, value } }) => name === about.name && value?.kind === 'call' && /^catch(?:Throwable|\w*Exception)/.test(value.name),
  );
}

function isOwn(call: Call): boolean {
  return !call.receiver || call.receiver.kind === 'this';
}

function assertion(call: Call, kind: AssertionFact['kind']): AssertionFact {
  const expected = kind === 'throws' ? expectedError(call) : kind === 'status' ? statusOf(call) : undefined;
  const range = { start: call.nameRange.start, end: call.range.end };
  return { name: call.name, kind, range, ...(expected !== undefined && { expected }) };
}

/** Starts of fluent chains: what follows is the assertion, they alone assert nothing. */
const starts: ReadonlySet<string> = new Set([
  ...[
    'assertThat',
    'assertThatObject',
    'assertThatCode',
    'assertThatException',
    'assertThatExceptionOfType',
    'assertThatThrownBy',
    'assertThatStream',
  ],
  ...[
    'assertThatNullPointerException',
    'assertThatIllegalArgumentException',
    'assertThatIllegalStateException',
    'assertThatIOException',
    'assertThatRuntimeException',
    'assertThatNoException',
  ],
  ...['assertWithMessage', 'expectThat', 'then', 'expectStatus', 'expectBody', 'expectBodyList', 'expectHeader', 'expectCookie'],
]);

/** Words of fluent chains that lead on to an assertion. */
const leadsOn: ReadonlySet<string> = new Set([
  ...[
    'as',
    'describedAs',
    'withFailMessage',
    'overridingErrorMessage',
    'that',
    'extracting',
    'extractingResultOf',
    'flatExtracting',
    'filteredOn',
  ],
  ...[
    'first',
    'last',
    'element',
    'elements',
    'singleElement',
    'size',
    'asString',
    'asList',
    'asInstanceOf',
    'and',
    'map',
    'flatMap',
    'returnToIterable',
  ],
  ...[
    'cause',
    'rootCause',
    'message',
    'havingCause',
    'havingRootCause',
    'usingRecursiveComparison',
    'usingComparator',
    'usingElementComparator',
  ],
  ...[
    'ignoringFields',
    'ignoringCollectionOrder',
    'ignoringExpectedNullFields',
    'body',
    'bodyText',
    'bodyJson',
    'extractingPath',
    'convertTo',
  ],
  ...['hasMessageThat', 'hasCauseThat', 'returnResult', 'getResponseBody', 'jsonPath', 'xpath', 'inPath', 'model', 'headers'],
]);

const thrownStarts = /^assertThat(?:ThrownBy|Code|\w*Exception\w*)$/;

function kindOf(call: Call, continues: boolean): AssertionFact['kind'] | undefined {
  if (isStart(call)) return startAlone(call, continues);
  const start = startOf(call);
  if (start) return leadsOn.has(call.name) ? undefined : kindInChain(call, start);
  if (isOnAsserter(call)) return leadsOn.has(call.name) ? undefined : 'value';
  return kindByName(call);
}

/** `orderAssert.hasLines(2)`, `this.registryAssert.gauge("load").hasValue(1)`: an assertion that a test keeps in a variable or field. */
function isOnAsserter(call: Call): boolean {
  let at = call.receiver;
  while (at?.kind === 'call') at = at.receiver;
  return at !== undefined && /(?:^|\.)[a-z]\w*Assert(?:ions)?$/.test(dottedName(at) ?? '');
}

/** Hamcrest's `assertThat(actual, matcher)` needs no chain, and `assertThatThrownBy` fails by itself when nothing is thrown. */
function startAlone(call: Call, continues: boolean): AssertionFact['kind'] | undefined {
  if (continues) return undefined;
  if (asserting(call.name) === 'assertThatThrownBy') return 'throws';
  return call.name === 'assertThat' && call.arguments.length > 1 ? 'value' : undefined;
}

/** The start of the chain that this call continues. */
function startOf(call: Call): Call | undefined {
  for (let at: Expression | undefined = call.receiver; at?.kind === 'call'; at = at.receiver) if (isStart(at)) return at;
  return undefined;
}

/** `thenThrownBy` of AssertJ is `assertThatThrownBy`. */
function asserting(name: string): string {
  return name.replace(/^then(?=[A-Z])/, 'assertThat');
}

/** `then` starts a chain only with what it is about: `then(mock).should()`, not `promise.then(…)`. */
function isStart(call: Call): boolean {
  return starts.has(asserting(call.name)) && (call.name !== 'then' || (isOwn(call) && call.arguments.length === 1));
}

function kindInChain(call: Call, start: Call): AssertionFact['kind'] | undefined {
  if (isVerifiedCall(call)) return undefined;
  if (start.name === 'expectStatus' || call.name.startsWith('hasStatus')) return 'status';
  if (start.name === 'then' && call.name.startsWith('should')) return 'interaction';
  return thrownStarts.test(asserting(start.name)) ? 'throws' : 'value';
}

/** The call that `then(mock).should()` verifies. */
function isVerifiedCall(call: Call): boolean {
  return call.receiver?.kind === 'call' && call.receiver.name === 'should' && startOf(call)?.name === 'then';
}

function kindByName(call: Call): AssertionFact['kind'] | undefined {
  const { name } = call;
  if (call.receiver?.kind === 'call' && call.receiver.name === 'status' && call.receiver.arguments.length === 0) return 'status';
  if (name === 'statusCode' && call.arguments.length > 0) return 'status';
  if (name === 'andExpect' || name === 'andExpectAll') return call.arguments.every(isStatusMatcher) ? undefined : 'value';
  if (name === 'expect' || name === 'expectMessage')
    return call.receiver && (name === 'expectMessage' || classArgument(call)) ? 'throws' : undefined;
  if (name === 'fail' || name === 'assert') return 'other';
  if (!/^(?:assert|expect|verify)(?:[A-Z]|$)/.test(name)) return undefined;
  if (/Throw|Error|Exception/.test(name)) return 'throws';
  if (name === 'verify' || /^verify(?:No|Zero)\w*Interactions$/.test(name)) return call.arguments.length > 0 ? 'interaction' : 'value';
  return valueNames.test(name) ? 'value' : 'other';
}

const valueNames =
  /^(?:assert(?:Not)?(?:Equals|Same|Null|True|False|ArrayEquals|IterableEquals|LinesMatch|InstanceOf|EqualsNoOrder|EqualsDeep|Timeout|TimeoutPreemptively|All)|expectNext\w*|expectComplete|verifyComplete)$/;

function isStatusMatcher(argument: Expression): boolean {
  return argument.kind === 'call' && argument.receiver?.kind === 'call' && argument.receiver.name === 'status';
}

/** The error type, or the words of its message, that the assertion or the start of its chain names. */
function expectedError(call: Call): string | undefined {
  const start = startOf(call);
  return classArgument(call) ?? stringArgument(call) ?? (start && (classArgument(start) ?? errorInName(asserting(start.name))));
}

/** `assertThatIllegalStateException` → `IllegalStateException`. */
function errorInName(name: string): string | undefined {
  return /^assertThat(?!No)(\w+Exception)$/.exec(name)?.[1];
}

function classArgument(call: Call): string | undefined {
  return call.arguments.flatMap(classNames)[0];
}

function classNames(expression: Expression): string[] {
  if (expression.kind === 'array') return expression.elements.flatMap(classNames);
  const name = expression.kind === 'member' && expression.name === 'class' ? dottedName(expression.object) : undefined;
  return name === undefined ? [] : [name];
}

function stringArgument(call: Call): string | undefined {
  return call.arguments.flatMap((argument) => (argument.kind === 'string' ? [argument.value] : []))[0];
}

/** `@Test(expected = X.class)` and `expectedExceptions` of TestNG. */
export function expectedByAnnotation(annotations: readonly AnnotationFact[]): AssertionFact[] {
  return annotations.flatMap((annotation) => {
    const argument = annotation.arguments.find(({ name }) => name === 'expected' || name === 'expectedExceptions');
    if (simpleName(annotation.name) !== 'Test' || !argument) return [];
    const [expected] = classNames(argument.value);
    return [{ name: argument.name, kind: 'throws' as const, range: argument.value.range, ...(expected !== undefined && { expected }) }];
  });
}
