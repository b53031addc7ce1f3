import { canonical } from '../../../code/canonical.ts';
import type { Expression } from '../../../code/expression.ts';
import { symbolsNamed, type Scope } from '../../../code/flow/scope.ts';
import { bare, callsIn, visitsOf, type CodeNode } from '../../../code/walk.ts';
import { asksWhoCalls, isAccessCheck } from './access-checks.ts';

/** Functions by which a handler learns who is calling. */
const asking =
  /^(get_?server_?session|get_?session|get_?auth|get_?current_?user|current_?user|auth|authenticate\w*|authori[sz]e\w*|get_?user(From\w*|Id\w*)?|(require|ensure|assert|check|verify|validate|with|is|get)_?(an?_?)?(valid_?)?(admin|auth|user|session|login|logged_?in|role|permission|access|jwt|id_?token|token|api_?key|signature|hmac|owner|account)\w*|protect\w*|jwt_?verify)$/i;

/** `canCreateBoard(auth)`, and the answers for those who may not. */
const deciding = /^can[A-Z]\w*$|^(?:unauthori[sz]ed|unauthenticated|forbidden)(?:Response|Error)?$/;

/** Whether code asks who is calling. */
export function asksForCaller(code: readonly CodeNode[]): boolean {
  return (
    callsIn(code).some((call) => asking.test(call.name) || deciding.test(call.name) || isAccessCheck(call)) ||
    visitsOf(code, 'if').some(({ node }) => asksWhoCalls(canonical(node.test))) ||
    visitsOf(code, 'number', 'string').some(({ node }) => (node.kind === 'number' ? node.text : node.value) === '401')
  );
}

/** Whether a name says that what it stands for asks who is calling. */
export function isNamedLikeCheck(name: string): boolean {
  return asking.test(name);
}

/** Whether the handlers of a route ask who is calling; `unknown` where they stand in another file. */
export function handlerChecks(handlers: readonly Expression[], scope: Scope): 'yes' | 'no' | 'unknown' {
  const answers = handlers.map((each) => handlerCheck(each, scope));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

function handlerCheck(handler: Expression, scope: Scope): 'yes' | 'no' | 'unknown' {
  const value = bare(handler);
  if (value.kind === 'array') return handlerChecks(value.elements, scope);
  if (value.kind === 'object') return asksForCaller([value]) ? 'yes' : handlerChecks(handlersOf(value), scope);
  if (value.kind === 'function') return asksForCaller(value.body) ? 'yes' : 'no';
  if (value.kind === 'call') return asksForCaller([value]) ? 'yes' : handlerChecks(value.arguments, scope);
  if (value.kind !== 'name') return value.kind === 'member' ? 'unknown' : 'no';
  const bodies = scope.file.facts ? symbolsNamed(scope.file.facts, value.name).map(({ body, context }) => body ?? context?.body) : [];
  if (bodies.length === 0 || bodies.some((body) => body === undefined)) return 'unknown';
  return bodies.some((body) => body && asksForCaller(body)) ? 'yes' : 'no';
}

function handlersOf(options: Extract<Expression, { kind: 'object' }>): readonly Expression[] {
  return options.properties.filter(({ key }) => key === 'handler' || key === '...').map(({ value }) => value);
}
