import type { TextRange } from '../../../base/text-range.ts';
import { canonical } from '../../../code/canonical.ts';
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
const everything = /^\/?\*\*$|^\/\*\*\/\*$|^\.\*$/;
const ofMethod = /^(?:HttpMethod\.)?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
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
  if (matchers.test(matched.name)) {
    const what = matchedBy(matched, sight);
    // What other rules ask for stands before: this one is for the rest.
    return what === 'all' && isRestricted(matched) ? undefined : what;
  }
  if (matched.name !== 'anyRequest' && matched.name !== 'anyExchange') return undefined;
  const calls = visitsOf(sight.code, 'call').map(({ node }) => node);
  if (calls.some(({ name }) => name === 'toAnyEndpoint')) return 'management';
  return calls.some(({ name }) => restricting.test(name)) ? undefined : 'all';
}

function isRestricted({ receiver }: Call): boolean {
  return receiver !== undefined && visitsOf([receiver], 'call').some(({ node }) => restricting.test(node.name));
}

/** Of one method only: the rule says nothing about the others, and what browsers ask beforehand (`OPTIONS`) brings no user. */
function isOfMethod({ arguments: given }: Call): boolean {
  return given.some((each) => visitsOf([each], 'member', 'name').some(({ node }) => ofMethod.test(canonical(node))));
}

function matchedBy(call: Call, scope: Scope): OpenedRequests['what'] | undefined {
  if (visitsOf(call.arguments, 'call').some(({ node }) => node.name === 'toAnyEndpoint')) return 'management';
  if (isOfMethod(call)) return undefined;
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
  const [wanted, given] = [pattern, path].map((each) => each.replace(/^\//, '').split('/')) as [string[], string[]];
  for (const [index, part] of wanted.entries()) {
    if (part === '**') return index === wanted.length - 1;
    if (!coversPart(part, given[index])) return false;
  }
  return wanted.length === given.length;
}

/** `*` stands for any number of characters of a part of a path, `?` for one. */
function coversPart(pattern: string, part: string | undefined): boolean {
  if (part === undefined || part === '**') return false;
  if (pattern === part || pattern === '*') return true;
  // With more than one `*` to try, nothing is said.
  if (/[*?{]/.test(part) || !/[*?]/.test(pattern) || pattern.split('*').length > 2) return false;
  const [before = '', after] = pattern.split('*');
  const fits = (text: string, wanted: string): boolean =>
    text.length === wanted.length && Array.from(wanted, (each, at) => each === '?' || each === text.charAt(at)).every(Boolean);
  if (after === undefined) return fits(part, before);
  return (
    part.length >= before.length + after.length &&
    fits(part.slice(0, before.length), before) &&
    fits(part.slice(part.length - after.length), after)
  );
}
