import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import { constantsOf } from '../../../code/flow/constant.ts';
import { originOf } from '../../../code/flow/origin.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { optionOf } from '../../pattern/values.ts';
import { weakHashName } from './algorithms.ts';

/** A place where a weak hash is made. */
export interface WeakHash {
  readonly at: Sight;
  readonly range: TextRange;
  readonly algorithm: string;
  /** What to write instead, where the algorithm is named on the spot. */
  readonly instead?: { readonly range: TextRange; readonly newText: string };
}

/** `MessageDigest.getInstance("MD5")`, `DigestUtils.md5Hex(…)`, `Hashing.sha1()`. */
export function* weakHashesInJava(code: CodeInventory): Generator<WeakHash> {
  for (const sight of code.calls('getInstance')) {
    const type = sight.node.receiver && lastName(sight.node.receiver);
    if (type !== 'MessageDigest' && type !== 'Mac') continue;
    const algorithm = namedIn(sight.node.arguments[0], sight, type === 'Mac');
    const literal = sight.node.arguments[0] && bare(sight.node.arguments[0]);
    const instead = literal?.kind === 'string' && type === 'MessageDigest' && { instead: { range: literal.range, newText: '"SHA-256"' } };
    if (algorithm !== undefined) yield { at: sight, range: sight.node.range, algorithm, ...instead };
  }
  for (const sight of code.calls(...javaShortcuts.keys())) {
    const type = sight.node.receiver && lastName(sight.node.receiver);
    const algorithm = javaShortcuts.get(sight.node.name);
    if (algorithm !== undefined && /^(DigestUtils|Hashing|HashUtil|DigestUtil|SecureUtil)$/.test(type ?? ''))
      yield { at: sight, range: sight.node.range, algorithm };
  }
}

const javaShortcuts: ReadonlyMap<string, string> = new Map([
  ...['md2', 'md2Hex', 'getMd2Digest'].map((name) => [name, 'MD2'] as const),
  ...['md5', 'md5Hex', 'getMd5Digest', 'md5DigestAsHex', 'md5Digest', 'appendMd5DigestAsHex'].map((name) => [name, 'MD5'] as const),
  ...['sha', 'shaHex', 'sha1', 'sha1Hex', 'getShaDigest', 'getSha1Digest'].map((name) => [name, 'SHA-1'] as const),
]);

/** `crypto.createHash('md5')`, `subtle.digest('SHA-1', …)`, `CryptoJS.MD5(…)`, `md5(…)`. */
export function* weakHashesInScript(code: CodeInventory): Generator<WeakHash> {
  for (const sight of code.calls('createHash', 'createHmac', 'digest', 'hash')) {
    const { name, receiver, arguments: given } = sight.node;
    if (name === 'digest' && (!receiver || lastName(receiver) !== 'subtle')) continue;
    if (name === 'hash' && originOf(sight.node, sight) !== 'crypto.hash()') continue;
    const [first] = given;
    const algorithm = namedIn(optionOf(first, 'name', sight) ?? first, sight, name === 'createHmac');
    const literal = first && bare(first);
    const instead = literal?.kind === 'string' && {
      instead: { range: literal.range, newText: name === 'digest' ? "'SHA-256'" : "'sha256'" },
    };
    if (algorithm !== undefined) yield { at: sight, range: sight.node.range, algorithm, ...instead };
  }
  for (const sight of code.calls('MD5', 'SHA1', 'HmacMD5', 'RIPEMD160')) {
    const algorithm = weakHashName(sight.node.name.replace(/^Hmac/, ''));
    if (
      algorithm !== undefined &&
      /crypto/i.test(originOf(sight.node, sight) ?? (sight.node.receiver && lastName(sight.node.receiver)) ?? '')
    )
      yield { at: sight, range: sight.node.range, algorithm };
  }
  for (const sight of code.calls('md5', 'sha1', 'hash', 'default')) {
    const algorithm = hashModules.get(originOf(sight.node, sight)?.replace(/(?:\.\w+)?\(\)$/, '') ?? '');
    if (algorithm !== undefined) yield { at: sight, range: sight.node.range, algorithm };
  }
}

const hashModules: ReadonlyMap<string, string> = new Map([
  ...['md5', 'js-md5', 'blueimp-md5', 'md5-hex', 'spark-md5', 'ts-md5', 'crypto-js/md5'].map((name) => [name, 'MD5'] as const),
  ...['sha1', 'js-sha1', 'crypto-js/sha1', 'node-sha1'].map((name) => [name, 'SHA-1'] as const),
]);

/** In an HMAC, SHA-1 still holds. */
function namedIn(algorithm: Expression | undefined, scope: Scope, keyed: boolean): string | undefined {
  if (!algorithm) return undefined;
  const held = bare(algorithm);
  const constants = held.kind === 'member' && /^(MD2|MD5|SHA_1)$/.test(held.name) ? [held.name] : constantsOf(algorithm, scope);
  const weak = constants?.map((each) => (typeof each === 'string' ? weakHashName(each) : undefined)).find((each) => each !== undefined);
  return keyed && weak === 'SHA-1' ? undefined : weak;
}
