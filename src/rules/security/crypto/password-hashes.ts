import type { TextRange } from '../../../base/text-range.ts';
import { canonical } from '../../../code/canonical.ts';
import type { Call, Construction, Expression } from '../../../code/expression.ts';
import { originOf } from '../../../code/flow/origin.ts';
import { typeOf } from '../../../code/flow/type.ts';
import { bare, callsIn, visitsOf } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { numericValue, textOf } from '../../pattern/values.ts';
import { sensitivityOf, wordsOf } from '../sensitive/names.ts';

/** A password that is stored so that it can be found by trying. */
export interface FastHash {
  readonly at: Sight;
  readonly range: TextRange;
  /** A whole sentence without its end. */
  readonly what: string;
  /** Less than the rule's own. */
  readonly severity?: 'note';
}

const iterations = 100_000;

/** `createHash('sha256').update(password)`, `bcrypt.hash(password, 4)`, `pbkdf2(password, salt, 1000, …)`. */
export function* fastHashesInScript(code: CodeInventory): Generator<FastHash> {
  for (const sight of code.calls('update', 'write', 'digest', 'sha256', 'sha512', 'sha1', 'md5', 'SHA256', 'SHA512', 'SHA1', 'MD5')) {
    const password = passwordIn(sight.node.arguments) ?? passwordOf(sight);
    const origin = originOf(sight.node, sight) ?? '';
    const hashes =
      /^crypto\.create(?:Hash|Cipher)\(\)\.(?:update|write)\(\)$|^(?:crypto-js\b|js-sha\d|sha\.js|md5|sha1|hash\.js).*\(\)$/.test(origin) ||
      /^createHash$/.test(rootCall(sight.node.receiver) ?? '');
    if (password !== undefined && hashes)
      yield { at: sight, range: sight.node.range, what: `\`${password}\` is hashed by a function that is made to be fast` };
  }
  for (const sight of code.calls('pbkdf2', 'pbkdf2Sync')) yield* few(sight, sight.node.arguments[2], 'iterations', iterations);
  for (const sight of code.calls('hash', 'hashSync', 'genSalt', 'genSaltSync')) {
    if (/^bcrypt(?:js)?(?:\.default)?\./.test(originOf(sight.node, sight) ?? ''))
      yield* few(sight, sight.node.arguments[sight.node.name.startsWith('gen') ? 0 : 1], 'rounds', 10);
  }
}

/** `digest.update(password.getBytes())`, `DigestUtils.sha256Hex(password)`, `new PBEKeySpec(password, salt, 1000)`, `NoOpPasswordEncoder`. */
export function* fastHashesInJava(code: CodeInventory): Generator<FastHash> {
  for (const sight of code.calls(
    'update',
    'digest',
    'sha256Hex',
    'sha512Hex',
    'sha1Hex',
    'md5Hex',
    'md5DigestAsHex',
    'hashString',
    'sha256',
    'sha512',
  )) {
    const { receiver, name } = sight.node;
    const password = passwordIn(sight.node.arguments) ?? passwordOf(sight);
    if (password === undefined || !receiver) continue;
    const digest = /^(update|digest)$/.test(name)
      ? /(?:^|\.)MessageDigest$/.test(typeOf(receiver, sight) ?? '')
      : /^(DigestUtils|Hashing|sha256|sha512|sha1|md5)$/.test(lastName(receiver) ?? '');
    if (digest) yield { at: sight, range: sight.node.range, what: `\`${password}\` is hashed by a function that is made to be fast` };
  }
  for (const sight of code.constructions('PBEKeySpec', 'PBEParameterSpec'))
    yield* fewFor(sight, sight.node.arguments[sight.node.type.endsWith('PBEKeySpec') ? 2 : 1]);
  for (const sight of code.constructions('BCryptPasswordEncoder')) yield* few(sight, sight.node.arguments[0], 'rounds', 10);
  for (const sight of code.constructions(
    'Md5PasswordEncoder',
    'ShaPasswordEncoder',
    'StandardPasswordEncoder',
    'MessageDigestPasswordEncoder',
    'LdapShaPasswordEncoder',
    'Md4PasswordEncoder',
    'PlaintextPasswordEncoder',
  )) {
    if (isForOldPasswords(sight)) continue;
    yield {
      at: sight,
      range: sight.node.range,
      what: `\`${simpleTypeName(sight.node.type)}\` hashes passwords by a function that is made to be fast`,
    };
  }
  for (const sight of code.calls('getInstance')) {
    if ((sight.node.receiver && lastName(sight.node.receiver)) === 'NoOpPasswordEncoder' && !isForOldPasswords(sight))
      yield { at: sight, range: sight.node.range, what: '`NoOpPasswordEncoder` keeps passwords as they are' };
  }
}

/** `encoders.put("MD5", …)` for a `DelegatingPasswordEncoder`: it checks what was stored so, and hashes anew by another. */
function isForOldPasswords(sight: Sight<Call | Construction>): boolean {
  const { node, parent, code } = sight;
  const around = parent?.node;
  if (around?.kind !== 'call' || !/^(?:put|of|entry|ofEntries)$/.test(around.name)) return false;
  const [made] = visitsOf(code, 'new').filter((each) => simpleTypeName(each.node.type) === 'DelegatingPasswordEncoder');
  const [current] = made?.node.arguments ?? [];
  const [key] = around.arguments;
  const name = (value: Expression): string => textOf(value, sight) ?? canonical(value);
  return current !== undefined && key !== undefined && key !== node && name(current) !== name(key);
}

/** What OWASP asks for, by the hash below. */
const recommended: readonly (readonly [RegExp, number])[] = [
  [/^PBKDF2WithHmacSHA512$/i, 210_000],
  [/^PBKDF2WithHmacSHA(?:256|384)$/i, 600_000],
  [/^PBKDF2WithHmacSHA1$/i, 1_300_000],
];

/** Far too few for any hash; less than is recommended for the one that is named in the same code. */
function* fewFor(at: Sight, count: Expression | undefined): Generator<FastHash> {
  const given = numericValue(count, at);
  const named = callsIn(at.code).flatMap(({ name, arguments: [first] }) => (name === 'getInstance' ? (textOf(first, at) ?? '') : []));
  const least = recommended.find(([pattern]) => named.some((name) => pattern.test(name)))?.[1];
  if (given === undefined || given < iterations || least === undefined) yield* few(at, count, 'iterations', iterations);
  else for (const found of few(at, count, 'iterations', least)) yield { ...found, severity: 'note' };
}

function* few(at: Sight, count: Expression | undefined, unit: string, least: number): Generator<FastHash> {
  const given = numericValue(count, at);
  if (given !== undefined && given > 0 && given < least)
    yield { at, range: at.node.range, what: `${String(given)} ${unit} are too few for a password (at least ${String(least)})` };
}

/** The password among the arguments, as it is or in bytes. */
function passwordIn(given: readonly Expression[]): string | undefined {
  return visitsOf(given, 'name', 'member')
    .map(({ node }) => node.name)
    .find((name) => sensitivityOf(name) === 'password');
}

const hashesPassword =
  /^(?:hash|encrypt|encode|digest|crypt|salt|verify|check|compare|match(?:es)?) (?:user )?passw(?:or)?d\b|^passw(?:or)?d (?:hash|digest)/;

/** The argument of `hashPassword(p)`, where it goes into the hash as it is. */
function passwordOf({ node, symbol }: Sight<Call>): string | undefined {
  if (!hashesPassword.test(wordsOf(symbol.name))) return undefined;
  const names = new Set(symbol.parameters?.map(({ name }) => name).filter((name) => !/salt|round|algorithm|encoding/i.test(name)));
  return visitsOf(node.arguments, 'name')
    .map((each) => each.node.name)
    .find((name) => names.has(name));
}

function rootCall(expression: Expression | undefined): string | undefined {
  let at = expression && bare(expression);
  while (at?.kind === 'call' && at.receiver && at.name !== 'createHash') at = bare(at.receiver);
  return at?.kind === 'call' ? at.name : undefined;
}
