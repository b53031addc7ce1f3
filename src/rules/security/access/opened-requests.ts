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

/** A rule that never applies, since one before it matches the same requests. */
export interface ShadowedRule {
  readonly at: Scope;
  readonly range: TextRange;
  readonly path: string;
  readonly by: string;
}

/** `antMatchers("/admin/**").permitAll().antMatchers("/admin/users").hasRole("ADMIN")`: the first that matches decides. */
export function* shadowedRules(code: CodeInventory): Generator<ShadowedRule> {
  for (const sight of code.calls('antMatchers', 'requestMatchers', 'mvcMatchers')) {
    const paths = pathsOf(sight.node, sight);
    const outcome = outcomeOf(sight);
    if (paths.length === 0 || outcome === undefined) continue;
    for (const { call, outcome: earlier } of earlierRules(sight.node)) {
      const [pair] = pathsOf(call, sight).flatMap((by) => paths.filter((path) => covers(by, path)).map((path) => ({ path, by })));
      if (!pair || earlier === outcome) continue;
      yield { at: sight, range: sight.node.arguments[0]?.range ?? sight.node.nameRange, ...pair };
      break;
    }
  }
}

/** Only paths: with a method in front a rule is for some requests only. */
function pathsOf(call: Call, scope: Scope): readonly string[] {
  const texts = call.arguments.map((each) => textOf(each, scope));
  return texts.every((text) => text !== undefined) ? texts : [];
}

/** The name of the call that follows the matcher in its chain. */
function outcomeOf({ parent }: Sight<Call>): string | undefined {
  return parent?.node.kind === 'call' ? parent.node.name : undefined;
}

function earlierRules(call: Call): readonly { readonly call: Call; readonly outcome: string }[] {
  const rules: { call: Call; outcome: string }[] = [];
  let at = call.receiver && bare(call.receiver);
  for (let depth = 0; at?.kind === 'call' && depth < 100; depth++) {
    const inner: Expression | undefined = at.receiver && bare(at.receiver);
    // Behind `and()` other rules begin.
    if (at.name === 'and') break;
    if (inner?.kind === 'call' && matchers.test(inner.name)) rules.push({ call: inner, outcome: at.name });
    at = inner;
  }
  return rules;
}

/** Whether every request of a path is matched by another pattern before it. */
function covers(pattern: string, path: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === path;
  if (/^\/?\*\*$/.test(pattern)) return true;
  if (/[*?]/.test(path) && path !== pattern)
    return pattern.endsWith('/**') && path.startsWith(pattern.slice(0, -2)) && !/[*?]/.test(pattern.slice(0, -2));
  return new RegExp(`^${expressionOf(pattern)}$`).test(path);
}

/** `*` stands for a part of a path, `**` for any number of parts. */
function expressionOf(pattern: string): string {
  const rest = pattern.endsWith('/**') ? '(?:/.{0,200})?' : '';
  const lead = rest === '' ? pattern : pattern.slice(0, -3);
  return (
    lead.replace(/\*\*|[*?.+^${}()|[\]\\]/g, (found) => {
      if (found === '**') return '.{0,200}';
      if (found === '*') return '[^/]{0,200}';
      return found === '?' ? '[^/]' : `\\${found}`;
    }) + rest
  );
}
