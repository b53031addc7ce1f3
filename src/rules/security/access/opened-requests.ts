import type { TextRange } from '../../../base/text-range.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare, visitsOf } from '../../../code/walk.ts';
import type { CodeInventory, Sight } from '../../pattern/code-inventory.ts';
import { textOf } from '../../pattern/values.ts';

/** Requests that nobody has to sign in for. */
export interface OpenedRequests {
  readonly at: Scope;
  readonly range: TextRange;
  readonly what: 'all' | 'management' | 'console';
}

const matchers = /^(?:antMatchers|requestMatchers|mvcMatchers|pathMatchers|regexMatchers|matchers|antMatcher|securityMatcher)$/;
const restricting = /^(?:authenticated|fullyAuthenticated|has\w+|access|denyAll|rememberMe|hasIpAddress)$/;
const everything = /^\/?\*\*$|^\/\*\*\/\*$|^\.\*$|^\/\*$/;
const management =
  /^\/(?:actuator|manage|management)(?:\/\*{1,2})?$|^\/actuator\/(?:env|heapdump|threaddump|configprops|loggers|jolokia|shutdown|mappings)/;
const console_ = /^\/?h2(?:-console)?\/\*{1,2}$/;

/** What Spring Security lets through for everyone: `anyRequest().permitAll()`, `requestMatchers("/actuator/**").permitAll()`. */
export function* openedRequests(code: CodeInventory): Generator<OpenedRequests> {
  for (const sight of code.calls('permitAll', 'anonymous')) {
    const { receiver } = sight.node;
    const what = receiver && openedBy(bare(receiver), sight);
    if (what !== undefined && sight.node.arguments.length === 0) yield { at: sight, range: sight.node.range, what };
  }
  for (const sight of code.calls('antMatchers', 'requestMatchers', 'mvcMatchers')) {
    const { receiver } = sight.node;
    const what = receiver?.kind === 'call' && receiver.name === 'ignoring' ? matchedBy(sight.node, sight) : undefined;
    if (what !== undefined) yield { at: sight, range: sight.node.range, what };
  }
}

function openedBy(matched: Expression, sight: Sight<Call>): OpenedRequests['what'] | undefined {
  if (matched.kind !== 'call') return undefined;
  if (matchers.test(matched.name)) return matchedBy(matched, sight);
  if (matched.name !== 'anyRequest' && matched.name !== 'anyExchange') return undefined;
  const calls = visitsOf(sight.code, 'call').map(({ node }) => node);
  if (calls.some(({ name }) => name === 'toAnyEndpoint')) return 'management';
  return calls.some(({ name }) => restricting.test(name)) ? undefined : 'all';
}

function matchedBy(call: Call, scope: Scope): OpenedRequests['what'] | undefined {
  if (visitsOf(call.arguments, 'call').some(({ node }) => node.name === 'toAnyEndpoint')) return 'management';
  const paths = call.arguments.flatMap((each) => textOf(each, scope) ?? visitsOf([each], 'string').map(({ node }) => node.value));
  if (paths.some((path) => everything.test(path))) return 'all';
  if (paths.some((path) => management.test(path))) return 'management';
  return paths.some((path) => console_.test(path)) ? 'console' : undefined;
}
