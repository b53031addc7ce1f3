import type { Call, Expression, Member } from '../../../code/expression.ts';
import type { AssertionFact, ImportFact } from '../../../code/facts.ts';
import type { Statement } from '../../../code/statement.ts';
import { visitsOf } from '../../../code/walk.ts';
import { expectedOf, kindOf } from './assertion-kind.ts';
import { chainOf, continuesChain } from '../../../code/chain.ts';
import type { Chain } from '../../../code/chain.ts';

const assertModules = /^(?:node:)?assert(?:\/strict)?$|^(?:power-assert|uvu\/assert|tiny-invariant)$/;

/** The methods of a test's own context (ava, tap, tape, `node:test`) that assert. */
const contextMethods = new Set(
  (
    'assert deepEqual deepEquals doesNotMatch doesNotReject doesNotThrow end equal equals error fail false falsy has hasStrict ifError is isEqual isNot like looseEqual ' +
    'match matchSnapshot not notDeepEqual notDeepEquals notEqual notEquals notLooseEqual notMatch notOk notRegex notSame notStrictEqual notThrows notThrowsAsync ok pass ' +
    'regex rejects resolveMatch resolves same snapshot strictEqual strictNotSame throws throwsAsync true truthy type unlike'
  ).split(' '),
);

/** Methods of a context that end a test or let it pass, and prove nothing. */
const noProof = new Set(['end', 'pass']);

/** Finds the assertions of test bodies. */
export class AssertionReader {
  /** Local names of assertion functions, and of modules that hold them. */
  readonly #locals: ReadonlySet<string>;

  constructor(imports: readonly ImportFact[]) {
    const named = imports.filter(({ source, name }) => assertModules.test(source) || (source === 'chai' && name === 'assert'));
    this.#locals = new Set(['assert', 'refute', ...named.map(({ local }) => local)]);
  }

  /** @param contexts parameters of the tests around, e.g. `t` */
  read(body: readonly Statement[], contexts: ReadonlySet<string>): AssertionFact[] {
    const found: AssertionFact[] = [];
    for (const { node, parent } of visitsOf(body, 'call', 'member')) {
      const status = node.kind === 'call' ? requestExpectation(node) : undefined;
      if (status) found.push(status);
      else if (!parent || !continuesChain(node, parent.node)) found.push(...this.#assertion(node, contexts));
    }
    return found;
  }

  #assertion(node: Call | Member, contexts: ReadonlySet<string>): AssertionFact[] {
    const chain = chainOf(node);
    const subject = expectedSubject(chain);
    const isAssertion = subject !== undefined || this.#isAssert(chain, node) || isContextMethod(chain, contexts) || isShould(chain);
    const name = chain.words.at(-1) ?? '';
    if (!isAssertion || (node.kind === 'call' && node.name === 'should' && chain.words.length < 2)) return [];
    const args = node.kind === 'call' ? node.arguments : [];
    const kind = kindOf(name, chain.words, subject, args);
    const expected = expectedOf(kind, args, subject === undefined);
    return [{ name, kind, ...(expected !== undefined && { expected }), range: node.range }];
  }

  /** `assert(x)`, `assert.equal(a, b)`, `strictEqual(a, b)`, `refute.isNull(x)`, `sinon.assert.called(spy)`. */
  #isAssert({ words, calls }: Chain, node: Call | Member): boolean {
    if (node.kind !== 'call' || calls.length !== 1) return false;
    return this.#locals.has(words[0] ?? '') || (words[0] === 'sinon' && words[1] === 'assert');
  }
}

/** The argument of `expect(…)`, where a matcher follows it. */
function expectedSubject({ words, calls }: Chain): Expression | undefined {
  const at = words.findIndex((word) => word === 'expect' || word === 'expectTypeOf');
  const isStart = at === 0 || (at === 1 && (words[0] === 'chai' || words[0] === 't'));
  const opening = calls.find(({ word }) => word === at || (word === at + 1 && /^(?:soft|poll)$/.test(words[word] ?? '')));
  if (at < 0 || !isStart || !opening || opening.word === words.length - 1) return undefined;
  return opening.call.arguments[0];
}

function isContextMethod({ words, calls }: Chain, contexts: ReadonlySet<string>): boolean {
  const [root = '', ...rest] = words;
  const method = rest[0] === 'assert' && rest.length > 1 ? rest[1] : rest[0];
  return calls.length === 1 && contexts.has(root) && method !== undefined && contextMethods.has(method) && !noProof.has(method);
}

/** `value.should.equal(1)`, `value.should.be.true`; Cypress's `.should('be.visible')`. */
function isShould({ words, calls }: Chain): boolean {
  const at = words.indexOf('should');
  if (at < 0) return false;
  return at < words.length - 1 || (words[0] === 'cy' && calls.at(-1)?.word === at) || (words[0] === 'cy' && words.at(-1) === 'and');
}

/** supertest's `.expect(200)`: each in a chain is one. */
function requestExpectation(call: Call): AssertionFact | undefined {
  if (call.name !== 'expect' || !call.receiver || call.receiver.kind === 'name') return undefined;
  const [first] = call.arguments;
  if (first?.kind === 'number') return { name: 'expect', kind: 'status', expected: first.text, range: call.range };
  return { name: 'expect', kind: 'value', range: call.range };
}
