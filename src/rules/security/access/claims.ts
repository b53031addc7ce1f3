import { canonical } from '../../../code/canonical.ts';
import type { Expression } from '../../../code/expression.ts';
import type { AnnotationFact } from '../../../code/facts.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { farthest, type Scope } from '../../../code/flow/scope.ts';
import { bare, stringsIn } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';

/** Something that a request says about who sends it. */
export interface Claim {
  /** As the request names it: `userId`, `x-user-id`. */
  readonly key: string;
  readonly place: 'body' | 'query' | 'header' | 'cookie' | 'parameter';
}

const scriptMember =
  /^(?:\w{1,40}\.){0,2}(?:req|request|ctx|context|c|event)\??\.(?:request\.|req\.)?(body|query|headers|cookies|queryStringParameters)(?:\??\.(\w{1,40})|\["([\w-]{1,40})"\])$/;
const scriptCall =
  /^(?:\w{1,40}\.){0,2}(?:req|request|ctx|context|c)\.(?:req\.|request\.)?(get|header|query|headers\.get|cookies\.get)\("([\w-]{1,40})"\)(?:\??\.value)?$/;
const scriptHeaders = /^(?:headers\(\)|\(?await headers\(\)\)?)\.get\("([\w-]{1,40})"\)$/;
const javaCall = /(?:^|\.)\w{0,30}[rR]equest(?:\(\))?\.(getParameter|getHeader)\("([\w-]{1,40})"\)$/;

const places: ReadonlyMap<string, Claim['place']> = new Map([
  ['body', 'body'],
  ['query', 'query'],
  ['queryStringParameters', 'query'],
  ['headers', 'header'],
  ['header', 'header'],
  ['get', 'header'],
  ['headers.get', 'header'],
  ['cookies', 'cookie'],
  ['cookies.get', 'cookie'],
  ['getHeader', 'header'],
  ['getParameter', 'parameter'],
]);

/** What an expression is of a request, where it is a part that the sender writes as he likes. */
export function claimOf(expression: Expression, scope: Scope): Claim | undefined {
  return claimAt(bare(expression), [], scope, 0);
}

function claimAt(value: Expression, path: readonly string[], scope: Scope, depth: number): Claim | undefined {
  if (depth > farthest || !mayClaim(value)) return undefined;
  const claim = claimIn([canonical(value), ...path].join('.'));
  if (claim ?? value.kind !== 'name') return claim;
  const bindings = bindingsOf(value.name, scope).filter((each) => each.value ?? each.form === 'parameter');
  const [only, ...more] = bindings;
  if (!only || more.length > 0) return undefined;
  if (only.value && only.form !== 'loop') return claimAt(bare(only.value), [...only.path, ...path], scope, depth + 1);
  const parameter = scope.symbol.parameters?.find(({ name }) => name === value.name);
  return parameter && path.length === 0 ? claimOfParameter(parameter) : undefined;
}

function mayClaim({ kind }: Expression): boolean {
  return kind === 'name' || kind === 'member' || kind === 'index' || kind === 'call';
}

function claimIn(text: string): Claim | undefined {
  const member = scriptMember.exec(text);
  if (member) return claimFor(member[1], member[2] ?? member[3]);
  const call = scriptCall.exec(text) ?? javaCall.exec(text);
  if (call) return claimFor(call[1], call[2]);
  return claimFor('headers', scriptHeaders.exec(text)?.[1]);
}

function claimFor(place: string | undefined, key: string | undefined): Claim | undefined {
  const known = places.get(place ?? '');
  return known && key !== undefined ? { key, place: known } : undefined;
}

const annotatedPlaces: ReadonlyMap<string, Claim['place']> = new Map([
  ['RequestHeader', 'header'],
  ['HeaderParam', 'header'],
  ['Headers', 'header'],
  ['CookieValue', 'cookie'],
  ['CookieParam', 'cookie'],
]);

/** `@RequestHeader("X-User-Id") Long user`. */
export function claimOfParameter(parameter: { readonly name: string; readonly annotations: readonly AnnotationFact[] }): Claim | undefined {
  for (const { name, arguments: given } of parameter.annotations) {
    const place = annotatedPlaces.get(simpleTypeName(name));
    if (!place) continue;
    const [said] = stringsIn(given.filter((each) => /^(?:value|name|0)$/.test(each.name)).map(({ value }) => value));
    return { key: said?.value ?? parameter.name, place };
  }
  return undefined;
}

const rank =
  /^(?:x-)?(?:user[_-]?)?(?:is[_-]?)?(?:admin|admin(?:istrator)?|super[_-]?user|staff|authenticated|logged[_-]?in|moderator|root)$/i;
const role = /^(?:x-)?(?:user[_-]?)?(?:roles?|permissions?|privileges?|access[_-]?level|authorit(?:y|ies)|scopes?|groups?)$/i;
const person =
  /^(?:x-)?(?:auth(?:enticated)?[_-]?|remote[_-]?|current[_-]?|forwarded[_-]?|logged[_-]?in[_-]?|acting[_-]?)?(?:user|uid|user[_-]?id|user[_-]?name|user[_-]?email|account[_-]?id|customer[_-]?id|tenant[_-]?id|member[_-]?id|principal|sub)$/i;

/** Says what somebody may do. A body may hold the role of somebody else, who is to be made. */
export function isRank({ key, place }: Claim): boolean {
  return rank.test(key) || (place !== 'body' && place !== 'parameter' && role.test(key));
}

/** Says who somebody is. */
export function isPerson({ key }: Claim): boolean {
  return person.test(key);
}

/** `the header \`x-user-id\``, for messages. */
export function claimed({ key, place }: Claim): string {
  const word = {
    body: 'the field',
    query: 'the query parameter',
    header: 'the header',
    cookie: 'the cookie',
    parameter: 'the request parameter',
  }[place];
  return `${word} \`${key}\``;
}
