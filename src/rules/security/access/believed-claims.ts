import type { TextRange } from '../../../base/text-range.ts';
import { canonical } from '../../../code/canonical.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare, callsIn, dottedName, walk, type CodeNode, type Visited } from '../../../code/walk.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { CodeInventory, Sight } from '../../pattern/code-inventory.ts';
import { claimed, claimOf, claimOfParameter, isPerson, isRank, type Claim } from './claims.ts';

/** A place where the word of a caller about himself is taken for true. */
export interface Believed {
  readonly at: Scope;
  readonly range: TextRange;
  /** A whole sentence without its end. */
  readonly what: string;
  /** What says the same and can be believed, as written elsewhere in the file. */
  readonly instead?: string;
  readonly beside?: TextRange;
}

/** What a session or a verified token says about the caller. */
const known =
  /(?:^|[.(])(?:user|currentUser|session|auth|principal|authentication|claims|payload|decoded|locals\.user|state\.user)\??\.(?:_?id|uid|sub|userId|role|roles|isAdmin|username|email|permissions|tenantId|accountId|getName\(\)|getId\(\)|getAuthorities\(\))|isUserInRole|hasRole|hasAuthority|SecurityContextHolder/;
const proving =
  /verif|compar|authenticate(?!d)|passw|bcrypt|argon|decrypt|decode|signature|hmac|signed|token|jwt|login|sign_?in|hash|otp|credential|getServerSession|matches/i;

/** `if (req.headers['x-role'] === 'admin')`: the caller says himself what he may do. */
export function* believedRanks(code: CodeInventory): Generator<Believed> {
  for (const sight of [...code.of('if'), ...code.of('conditional')]) {
    const claim = decisive(sight.node.test, sight);
    if (!claim || isValidation(sight) || knowsCaller(sight)) continue;
    yield {
      at: sight,
      range: sight.node.test.range,
      what: `What the caller may do is decided by ${claimed(claim)}, which he writes himself`,
    };
  }
}

/** The claim that a condition hangs on: compared with a fixed value, or taken as it is. */
function decisive(test: Expression, scope: Scope): Claim | undefined {
  const value = bare(test);
  if (value.kind === 'binary' && /^(?:&&|\|\|)$/.test(value.operator)) return decisive(value.left, scope) ?? decisive(value.right, scope);
  if (value.kind === 'unary' && value.operator === '!') return decisive(value.operand, scope);
  // `const isAdmin = req.headers['x-admin'] === 'true'`
  const held = value.kind === 'name' ? heldBy(value, scope) : undefined;
  if (held?.kind === 'binary' && /^[!=]==?$/.test(held.operator)) return decisive(held, scope);
  const claim = comparedIn(value)
    .map((each) => claimOf(each, scope))
    .find((each) => each !== undefined);
  return claim && isRank(claim) ? claim : undefined;
}

function comparedIn(value: Expression): readonly Expression[] {
  if (value.kind === 'binary') return /^[!=]==?$/.test(value.operator) ? [value.left, value.right] : [];
  if (value.kind === 'call' && value.receiver && /^(?:equals|equalsIgnoreCase|includes|contains|parseBoolean)$/.test(value.name)) {
    // A list that holds the word is a check of the input.
    return bare(value.receiver).kind === 'array' ? [] : [value.receiver, ...value.arguments];
  }
  return [value];
}

/** `if (!roles.includes(role)) return 400` looks whether the input can be read. */
function isValidation({ node, file }: Sight): boolean {
  const text = file.text.slice(node.range.start, Math.min(node.range.end, node.range.start + 400));
  return /\b4(?:00|22)\b|invalid|BadRequest|Validation|IllegalArgument/i.test(text);
}

function knowsCaller(sight: Sight): boolean {
  return mentions(handlerAround(sight), known) || sight.symbol.parameters?.some(isPrincipal) === true;
}

/** The code of the handler that something stands in: one module may register many. */
function handlerAround({ parent, code }: Sight): readonly CodeNode[] {
  let around = code;
  for (let at = parent; at; at = at.parent) {
    if (at.node.kind !== 'function') continue;
    around = at.node.body;
    if (at.node.parameters.some((name) => /^_?(?:req|request|ctx|context|c|event)$/.test(name))) return around;
  }
  return around;
}

function mentions(code: readonly CodeNode[], words: RegExp): boolean {
  return walk(code).some(({ node }) => (node.kind === 'member' || node.kind === 'call') && words.test(canonical(node)));
}

const callerTarget =
  /(?:^|\.)(?:req|request|ctx|context|c|session|locals|state)\.(?:(?:session|state|locals|auth)\.)?(?:user|userId|user_id|currentUser|uid|username|accountId|isAdmin|role|roles|authenticated|loggedIn|isAuthenticated|isLoggedIn)$/;

/** `req.session.userId = req.body.userId`: the caller says himself who he is. */
export function* believedPersons(code: CodeInventory): Generator<Believed> {
  for (const sight of code.of('assignment')) {
    if (sight.node.operator !== '=' || !callerTarget.test(dottedName(sight.node.target) ?? '')) continue;
    yield* believed(sight, claimsIn(sight.node.value, sight));
  }
  for (const sight of code.constructions('UsernamePasswordAuthenticationToken', 'PreAuthenticatedAuthenticationToken')) {
    const [person] = sight.node.arguments;
    if (person && sight.node.arguments.length > 2) yield* believed(sight, claimsIn(person, sight));
  }
}

function* believed(sight: Sight, claims: readonly Claim[]): Generator<Believed> {
  const claim = claims.find((each) => isPerson(each) || isRank(each));
  if (!claim || proves(sight)) return;
  yield { at: sight, range: sight.node.range, what: `The caller is taken for who ${claimed(claim)} says, which he writes himself` };
}

/** The value itself, or a lookup that is given it. */
function claimsIn(value: Expression, scope: Scope): readonly Claim[] {
  const own = claimOf(value, scope);
  const given = callsIn([value]).flatMap((call) =>
    call.arguments.flatMap((each) => (each.kind === 'object' ? each.properties.map((property) => property.value) : [each])),
  );
  return [own, ...given.map((each) => claimOf(each, scope))].filter((each) => each !== undefined);
}

function proves(sight: Sight): boolean {
  return (
    (sight.symbol.kind !== 'module' && proving.test(sight.symbol.name)) || walk(handlerAround(sight)).some(({ node }) => isProving(node))
  );
}

function isProving(node: CodeNode): boolean {
  if (node.kind === 'call' || node.kind === 'member' || node.kind === 'name') return proving.test(node.name);
  return node.kind === 'object' && node.properties.some(({ key }) => /passw|token/i.test(key));
}

/** `{ userId: req.body.userId }` where the same key is given `req.user.id` elsewhere in the file. */
export function* believedOwners(code: CodeInventory): Generator<Believed> {
  for (const property of code.properties(
    'userId',
    'user_id',
    'user',
    'owner',
    'ownerId',
    'accountId',
    'customerId',
    'tenantId',
    'createdBy',
    'authorId',
  )) {
    const claim = property.object && isGiven(property.object) ? claimOf(property.value, property) : undefined;
    if (!claim || !isPerson(claim) || claim.place === 'cookie') continue;
    const own = code.properties(property.key).find(({ value, object }) => object && known.test(canonical(bare(value))));
    if (!own || !property.object || comparesWithCaller(property.object)) continue;
    yield {
      at: property,
      range: property.value.range,
      what: `\`${property.key}\` is what ${claimed(claim)} says, which the caller writes himself, while it is taken from who is logged in elsewhere in this file`,
      instead: code.file.text.slice(own.value.range.start, own.value.range.end),
      beside: own.value.range,
    };
  }
}

/** `accounts.list(req.body.userId)` where the same method is given `req.user.id` elsewhere in the file. */
export function* believedArguments(code: CodeInventory): Generator<Believed> {
  for (const sight of code.of('call')) {
    const { receiver, arguments: given, name } = sight.node;
    const at = receiver && lookingUp.test(name) ? given.findIndex((each) => isPersonalClaim(claimOf(each, sight))) : -1;
    const claim = at === -1 ? undefined : claimOf(given[at] ?? sight.node, sight);
    if (!claim || comparesWithCaller(sight) || isForRulers(sight)) continue;
    const own = code.calls(sight.node.name).find(({ node }) => isSameCallee(node, sight.node) && isKnown(node.arguments[at]));
    const instead = own?.node.arguments[at];
    const range = given[at]?.range;
    if (!instead || !range) continue;
    yield {
      at: sight,
      range,
      what: `\`${sight.node.name}\` is given what ${claimed(claim)} says, which the caller writes himself, while it is given who is logged in elsewhere in this file`,
      instead: code.file.text.slice(instead.range.start, instead.range.end),
      beside: instead.range,
    };
  }
}

const rulers = /admin|staff|role|permission|privileg|moderator|superuser|can[A-Z]|acl|rbac/i;

/** `router.get('/accounts', requireAdmin, handler)`: whoever may call it may ask for anybody. */
function isForRulers({ parent, symbol }: Sight): boolean {
  if (rulers.test(symbol.name) || symbol.annotations.some(({ name }) => rulers.test(name))) return true;
  for (let at = parent; at; at = at.parent)
    if (at.node.kind === 'call' && at.node.arguments.some((each) => each.kind !== 'function' && rulers.test(canonical(each)))) return true;
  return false;
}

function isPersonalClaim(claim: Claim | undefined): boolean {
  return claim !== undefined && claim.place !== 'cookie' && isPerson(claim);
}

function isSameCallee(one: Call, other: Call): boolean {
  return one.receiver !== undefined && other.receiver !== undefined && canonical(one.receiver) === canonical(other.receiver);
}

function isKnown(given: Expression | undefined): boolean {
  return given !== undefined && known.test(canonical(bare(given)));
}

const lookingUp = /^(?:find|get|list|load|fetch|create|insert|update|delete|remove|count|save|where|upsert|destroy)/;

function isGiven(object: Visited): boolean {
  for (let at = object.parent; at; at = at.parent) {
    if (at.node.kind === 'call') return lookingUp.test(at.node.name);
    if (at.node.kind !== 'object' && at.node.kind !== 'array') return false;
  }
  return false;
}

function comparesWithCaller(sight: Sight): boolean {
  return walk(handlerAround(sight)).some(({ node }) => node.kind === 'if' && mentions([node.test], known));
}

/** A handler that takes a header for who is calling, beside one that asks the framework. */
export function* believedHeaders(code: CodeInventory): Generator<Believed> {
  const { facts } = code.file;
  for (const type of facts?.symbols.filter(({ kind }) => kind === 'class') ?? []) {
    const handlers = facts ? membersOf(type, facts).filter(({ kind }) => kind === 'method') : [];
    const asks = handlers.find(({ parameters }) => parameters?.some(isPrincipal));
    if (!asks) continue;
    for (const symbol of handlers) yield* ofHeaders(symbol, asks, code);
  }
}

function* ofHeaders(symbol: SymbolFact, asks: SymbolFact, code: CodeInventory): Generator<Believed> {
  if (symbol.parameters?.some(isPrincipal)) return;
  for (const parameter of symbol.parameters ?? []) {
    const claim = claimOfParameter(parameter);
    if (claim?.place !== 'header' || !isPerson(claim)) continue;
    yield {
      at: { file: code.file, symbol, code: [] },
      range: parameter.range,
      what: `\`${symbol.name}\` takes the caller for who ${claimed(claim)} says, which he writes himself, while \`${asks.name}\` asks who is logged in`,
      beside: asks.nameRange,
    };
  }
}

/** A parameter that the framework fills with who is logged in. */
export function isPrincipal({ type, annotations }: { readonly type?: string; readonly annotations: SymbolFact['annotations'] }): boolean {
  return (
    /^(?:Principal|Authentication|JwtAuthenticationToken|OidcUser|OAuth2User|SecurityContext|\w*UserDetails)$/.test(
      simpleTypeName(type ?? ''),
    ) ||
    annotations.some(({ name }) =>
      /^(?:AuthenticationPrincipal|CurrentUser|LoginUser|AuthUser|LoggedInUser|CurrentSecurityContext|User|GetUser|ReqUser)$/.test(
        simpleTypeName(name),
      ),
    )
  );
}
