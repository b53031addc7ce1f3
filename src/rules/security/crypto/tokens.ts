import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import { originOf } from '../../../code/flow/origin.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { optionOf, textOf, truthOf } from '../../pattern/values.ts';

/** A token that is believed although nobody vouches for it. */
export interface Unverified {
  readonly at: Sight;
  readonly range: TextRange;
  /** A whole sentence without its end. */
  readonly what: string;
  readonly unsure?: true;
}

/** `jwt.decode(token)`, `jwt.verify(token, key, { algorithms: ['none'] })`, `ignoreExpiration`. */
export function* unverifiedInScript(code: CodeInventory): Generator<Unverified> {
  const verifies = code.calls('verify', 'jwtVerify', 'verifyAsync').length > 0;
  for (const sight of code.calls('decode', 'decodeJwt', 'verify', 'sign', 'jwtVerify')) {
    const origin = originOf(sight.node, sight) ?? '';
    const given = sight.node.arguments;
    if (/^(?:jsonwebtoken(?:\.default)?\.decode|jose\.decodeJwt)\(\)$/.test(origin)) {
      yield {
        at: sight,
        range: sight.node.range,
        what: `\`${sight.node.name}\` reads the token without looking at its signature`,
        ...(verifies && { unsure: true }),
      };
    } else if (/^jwt-simple(?:\.default)?\.decode\(\)$/.test(origin)) {
      if (truthOf(given[2], sight) === true)
        yield { at: sight, range: sight.node.range, what: 'The signature of the token is not looked at' };
    } else if (/^(?:jsonwebtoken(?:\.default)?|jose)\./.test(origin)) {
      yield* ofOptions(sight, given);
    }
  }
  for (const sight of [...code.calls('encode'), ...code.constructions('UnsecuredJWT')]) {
    const origin = originOf(sight.node, sight) ?? '';
    if (origin.startsWith('jose.UnsecuredJWT') || (origin.startsWith('jwt-simple.') && isNone(sight.node.arguments[2], sight)))
      yield { at: sight, range: sight.node.range, what: 'The token is not signed' };
  }
  for (const at of code.properties('ignoreExpiration')) {
    if (truthOf(at.value, at) === true && at.object)
      yield { at: at.object, range: at.range, what: 'A token that has expired is taken as well' };
  }
}

function* ofOptions(sight: Sight, given: readonly Expression[]): Generator<Unverified> {
  const options = given[2];
  if (isNone(optionOf(options, 'algorithm', sight), sight) || isNone(optionOf(options, 'algorithms', sight), sight))
    yield { at: sight, range: sight.node.range, what: 'The algorithm `none` is allowed: anyone can write such a token' };
  const key = given[1] && bare(given[1]);
  if (
    sight.node.kind === 'call' &&
    sight.node.name === 'verify' &&
    key &&
    (key.kind === 'null' || key.kind === 'undefined' || key.kind === 'false' || textOf(key, sight) === '')
  )
    yield { at: sight, range: sight.node.range, what: 'Without a key the signature of the token is not looked at' };
}

function isNone(expression: Expression | undefined, scope: Scope): boolean {
  if (!expression) return false;
  const held = bare(heldBy(expression, scope) ?? expression);
  if (held.kind === 'array') return held.elements.some((each) => isNone(each, scope));
  return textOf(held, scope)?.toLowerCase() === 'none';
}

const unsigned: ReadonlyMap<string, string> = new Map([
  ['parseClaimsJwt', 'The token is read without looking at its signature'],
  ['parsePlaintextJwt', 'The token is read without looking at its signature'],
  ['parseUnsecuredClaims', 'The token is read without looking at its signature'],
  ['setSkipSignatureVerification', 'The signature of the token is not looked at'],
  ['setSkipAllValidators', 'Nothing about the token is looked at'],
  ['setDisableRequireSignature', 'A token without a signature is taken as well'],
  ['unsecured', 'A token without a signature is taken as well'],
]);

/** `JWT.decode(token)`, `Algorithm.none()`, `Jwts.parser().parseClaimsJwt(token)`, `new PlainJWT(…)`. */
export function* unverifiedInJava(code: CodeInventory): Generator<Unverified> {
  for (const sight of code.calls(...unsigned.keys())) {
    const what = unsigned.get(sight.node.name);
    if (what !== undefined && sight.node.receiver && isOfTokens(code)) yield { at: sight, range: sight.node.range, what };
  }
  for (const sight of code.calls('none')) {
    if ((sight.node.receiver && lastName(sight.node.receiver)) === 'Algorithm')
      yield { at: sight, range: sight.node.range, what: 'The algorithm `none` is used: anyone can write such a token' };
  }
  const verifies = code.calls('verify').length > 0;
  for (const sight of code.calls('decode')) {
    if ((sight.node.receiver && lastName(sight.node.receiver)) === 'JWT')
      yield {
        at: sight,
        range: sight.node.range,
        what: '`decode` reads the token without looking at its signature',
        ...(verifies && { unsure: true }),
      };
  }
  for (const sight of code.constructions('PlainJWT', 'PlainObject'))
    if (code.file.text.includes('nimbus')) yield { at: sight, range: sight.node.range, what: 'The token is not signed' };
  for (const sight of code.calls('parse')) {
    const chain = sight.node.receiver && bare(sight.node.receiver);
    const keyed =
      chain?.kind === 'call' && (/^(setSigningKey|verifyWith|parserBuilder|build)$/.test(chain.name) || chain.name === 'parser');
    if (keyed && code.calls('setSigningKey').length > 0 && isJwts(sight.node.receiver))
      yield { at: sight, range: sight.node.range, what: '`parse` also takes tokens without a signature: use `parseClaimsJws`' };
  }
}

function isOfTokens(code: CodeInventory): boolean {
  return code.file.facts?.imports.some(({ source, name }) => /jwt|jose/i.test(`${source}.${name}`)) ?? false;
}

function isJwts(expression: Expression | undefined): boolean {
  let at = expression && bare(expression);
  while (at?.kind === 'call' && at.receiver) at = bare(at.receiver);
  return at?.kind === 'name' && at.name === 'Jwts';
}
