import type { Call, Expression } from '../../../code/expression.ts';
import { bare } from '../../../code/walk.ts';
import { lastCall, type Check } from './checks.ts';

/** What an assertion asks of what it is given. */
export type Relation = 'same' | 'true' | 'false' | 'null' | 'undefined' | 'present' | 'at least';

/** An assertion taken apart; `expected` where it is compared with something. */
export interface Comparison {
  readonly relation: Relation;
  readonly actual: Expression;
  readonly expected?: Expression;
}

const relations: ReadonlyMap<string, Relation> = new Map(
  (
    [
      ['same', 'toBe toEqual toStrictEqual equal equals eql eq strictEqual deepEqual deepEquals deepStrictEqual is same isEqual'],
      ['same', 'assertEquals assertSame assertArrayEquals assertIterableEquals isEqualTo isSameAs equalTo sameInstance'],
      ['true', 'toBeTruthy toBeTrue true ok assert isTrue isOk truthy assertTrue'],
      ['false', 'toBeFalsy toBeFalse false notOk isFalse falsy assertFalse'],
      ['null', 'toBeNull null isNull assertNull'],
      ['undefined', 'toBeUndefined undefined isUndefined'],
      ['present', 'toBeDefined exist exists isDefined isNotNull assertNotNull'],
      ['at least', 'toBeGreaterThanOrEqual isGreaterThanOrEqualTo isNotNegative least gte isAtLeast'],
    ] as const
  ).flatMap(([relation, names]) => names.split(' ').map((name) => [name, relation] as const)),
);

/** What an assertion compares; undefined where that is not understood, or where it waits or denies. */
export function comparisonOf(check: Check): Comparison | undefined {
  const { words } = check.chain;
  const relation = relations.get(check.fact.name);
  if (words.some((word) => denyingOrWaiting.test(word))) return undefined;
  const subject = subjectOf(check);
  if (subject) {
    const [expected] = subject.call === lastCall(check) ? [subject.expected] : (lastCall(check)?.arguments ?? []);
    return relation && compared(relation, subject.actual, expected);
  }
  return relation && startsPlainly(check) ? plainComparison(relation, check) : undefined;
}

const denyingOrWaiting = /^(?:not|never|resolves|rejects|eventually|soft|poll|doesNot\w*)$/;

interface Subject {
  readonly call: Call;
  readonly actual: Expression;
  /** Of Hamcrest, inside the matcher. */
  readonly expected?: Expression;
}

/** `expect(x).…`, `assertThat(x).…`. */
function subjectOf({ chain }: Check): Subject | undefined {
  const start = chain.calls.find(({ call, word }) => startNames.test(call.name) && word <= 1);
  const [actual] = start?.call.arguments ?? [];
  return start && actual && start.call.arguments.length === 1 ? { call: start.call, actual } : undefined;
}

const startNames = /^(?:expect|assertThat|assertThatObject)$/;

function compared(relation: Relation, actual: Expression, expected: Expression | undefined): Comparison | undefined {
  if (relation === 'same' || relation === 'at least')
    return expected ? { relation, actual, expected } : relation === 'same' ? undefined : { relation, actual };
  return { relation, actual };
}

/** Java's begin with `assert`; in a chain of some other kind a word may mean anything. */
function startsPlainly({ fact, chain }: Check): boolean {
  return (
    chain.calls.length === 1 &&
    (chain.words.length === 1 ? /^(?:assert|ok$|[a-z]*equal$|[a-z]+Equal$)/.test(fact.name) : chain.words.length <= 3)
  );
}

/** `assertEquals(a, b)`, `assert.equal(a, b)`, `t.is(a, b)`: with a message before it in JUnit 4. */
function plainComparison(relation: Relation, check: Check): Comparison | undefined {
  const call = lastCall(check);
  if (!call || call !== check.visited.node) return undefined;
  const least = relation === 'same' || relation === 'at least' ? 2 : 1;
  const hasMessage = call.arguments.length > least && call.name.startsWith('assert') && isText(call.arguments[0]);
  const [first, second] = hasMessage ? call.arguments.slice(1) : call.arguments;
  return first && compared(relation, first, second);
}

function isText(expression: Expression | undefined): boolean {
  return expression !== undefined && /^(?:string|concatenation)$/.test(bare(expression).kind);
}
