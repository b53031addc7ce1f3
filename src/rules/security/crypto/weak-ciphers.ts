import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { constantsOf } from '../../../code/flow/constant.ts';
import { originOf } from '../../../code/flow/origin.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare, dottedName } from '../../../code/walk.ts';
import { lastName, type CodeInventory } from '../../pattern/code-inventory.ts';
import { textOf } from '../../pattern/values.ts';
import { brokenCipher, cipherWeakness } from './algorithms.ts';

/** A place where something is encrypted so that it can be read or changed by others. */
export interface WeakCipher {
  readonly at: Scope;
  readonly range: TextRange;
  readonly cipher: string;
  readonly why: string;
  /** What was encrypted before has to be read. */
  readonly onlyReads?: boolean;
  /** Weak only where nobody checks that the text was left as it is. */
  readonly unchecked?: boolean;
}

/** `Cipher.getInstance("DES/CBC/PKCS5Padding")`, `KeyGenerator.getInstance("RC4")`, `new NullCipher()`. */
export function* weakCiphersInJava(code: CodeInventory): Generator<WeakCipher> {
  for (const sight of code.calls('getInstance')) {
    const type = sight.node.receiver && lastName(sight.node.receiver);
    if (!type || !/^(Cipher|KeyGenerator|SecretKeyFactory)$/.test(type)) continue;
    for (const cipher of namesOf(sight.node.arguments[0], sight)) {
      const bareAes =
        type === 'Cipher' && /^aes$/i.test(cipher) ? 'without a mode it is ECB, which encrypts equal blocks to equal blocks' : undefined;
      const why = type === 'Cipher' ? (cipherWeakness(cipher) ?? bareAes) : brokenReason(cipher);
      if (why !== undefined) yield { at: sight, range: sight.node.range, cipher, why };
    }
  }
  for (const sight of code.constructions('SecretKeySpec')) {
    const cipher = textOf(sight.node.arguments.at(-1), sight);
    const why = cipher === undefined ? undefined : brokenReason(cipher);
    if (cipher !== undefined && why !== undefined) yield { at: sight, range: sight.node.range, cipher, why };
  }
  for (const sight of code.constructions(
    'NullCipher',
    'DESKeySpec',
    'DESedeKeySpec',
    'DESEngine',
    'DESedeEngine',
    'RC2Engine',
    'RC4Engine',
    'BlowfishEngine',
  )) {
    const cipher = sight.node.type.replace(/^.*\./, '');
    yield {
      at: sight,
      range: sight.node.range,
      cipher,
      why: cipher === 'NullCipher' ? 'it encrypts nothing' : 'the algorithm is broken or has too small blocks',
    };
  }
}

function brokenReason(algorithm: string): string | undefined {
  const broken = brokenCipher(algorithm);
  return broken && `${broken} is broken or has too small blocks`;
}

/** Constants, and the fallback of a setting: `settings.getProperty("cipher", "DES")`. */
function namesOf(expression: Expression | undefined, scope: Scope): readonly string[] {
  if (!expression) return [];
  const known = constantsOf(expression, scope) ?? [];
  const held = bare(expression);
  const texts = known.filter((each) => typeof each === 'string');
  if (texts.length > 0 || held.kind !== 'name') return texts;
  return fallbackOf(held.name, scope);
}

function fallbackOf(name: string, scope: Scope): readonly string[] {
  return bindingsOf(name, scope).flatMap(({ value, form }) => {
    const call = value && form !== 'loop' ? bare(value) : undefined;
    if (call?.kind !== 'call' || call.name !== 'getProperty' || call.arguments.length !== 2) return [];
    return textOf(call.arguments[1], scope) ?? [];
  });
}

/** `crypto.createCipheriv('des-cbc', …)`, `crypto.createCipher(…)`, `CryptoJS.RC4.encrypt(…)`, `CryptoJS.mode.ECB`. */
export function* weakCiphersInScript(code: CodeInventory): Generator<WeakCipher> {
  for (const sight of code.calls('createCipheriv', 'createDecipheriv', 'createCipher', 'createDecipher', 'Cipheriv')) {
    const { name, arguments: given } = sight.node;
    const onlyReads = name.includes('Decipher') && { onlyReads: true };
    const cipher = textOf(given[0], sight);
    const why = cipher === undefined ? undefined : cipherWeakness(cipher);
    if (cipher !== undefined && why !== undefined) yield { at: sight, range: sight.node.range, cipher, why, ...onlyReads };
    else if (cipher !== undefined && name === 'createCipheriv' && isChained(cipher) && !checksText.test(sight.file.text))
      yield {
        at: sight,
        range: sight.node.range,
        cipher,
        why: 'nothing shows that the text was changed on the way, and who sees whether it can be read, reads it by trying',
        unchecked: true,
      };
    else if (/^create(C|Dec)ipher$/.test(name) && originOf(sight.node, sight)?.startsWith('crypto.') === true)
      yield {
        at: sight,
        range: sight.node.range,
        cipher: name,
        why: 'it derives key and initialization vector from the password alone, the same each time',
        ...onlyReads,
      };
  }
  for (const sight of code.calls('encrypt', 'decrypt')) {
    const cipher = /(?:^|[./])(DES|TripleDES|RC4|RC4Drop|Rabbit|RabbitLegacy|Blowfish)$/i.exec(
      cryptoJsWay(sight.node.receiver, sight),
    )?.[1];
    if (cipher !== undefined)
      yield {
        at: sight,
        range: sight.node.range,
        cipher,
        why: 'the algorithm is broken or has too small blocks',
        ...(sight.node.name === 'decrypt' && { onlyReads: true }),
      };
  }
  for (const sight of code.properties('mode')) {
    if (/(?:^|\.)mode\.ECB$/.test(dottedName(bare(sight.value)) ?? ''))
      yield {
        at: sight,
        range: sight.range,
        cipher: 'ECB',
        why: 'it encrypts equal blocks to equal blocks, so that the text shows through',
      };
  }
}

/** In CBC, which is also what a name without a mode stands for. */
function isChained(cipher: string): boolean {
  return /^(?:aes|camellia|aria)-?\d{3}(?:-cbc)?$/i.test(cipher);
}

/** Anything in a file that tells whether a text was changed. */
const checksText = /hmac|poly1305|-gcm|-ccm|createSign|timingSafeEqual/i;

/** `CryptoJS.DES`, or what was imported from `crypto-js/rc4`. */
function cryptoJsWay(receiver: Expression | undefined, scope: Scope): string {
  if (!receiver) return '';
  const way = originOf(receiver, scope) ?? dottedName(receiver) ?? '';
  return /^crypto-?js\b/i.test(way) ? way : '';
}
