import type { TextRange } from '../../../base/text-range.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { numericValue, optionOf, textOf } from '../../pattern/values.ts';
import { smallCurve } from './algorithms.ts';

/** A key that can be found by trying or factoring. */
export interface ShortKey {
  readonly at: Scope;
  readonly range: TextRange;
  readonly algorithm: string;
  readonly bits: number;
  readonly atLeast: number;
  /** Where the size is written. */
  readonly sizeRange?: TextRange;
}

const leastBits: readonly (readonly [RegExp, number])[] = [
  [/^(?:RSA|DSA|DH|DiffieHellman|ElGamal|RSASSA-PSS|rsa-pss)$/i, 2048],
  [/^AES$/i, 128],
  [/^EC\w*$/i, 224],
  [/^Hmac\w+$/i, 112],
];

function least(algorithm: string): number | undefined {
  return leastBits.find(([pattern]) => pattern.test(algorithm))?.[1];
}

/** `KeyPairGenerator.getInstance("RSA").initialize(1024)`, `KeyGenerator.init(64)`. */
export function* shortKeysInJava(code: CodeInventory): Generator<ShortKey> {
  for (const sight of code.calls('initialize', 'init')) {
    const [first] = sight.node.arguments;
    const algorithm = first && algorithmOf(sight.node.receiver, sight);
    if (!first || algorithm === undefined) continue;
    const curve = curveOf(first, sight);
    const bits = curve ?? numericValue(first, sight);
    const atLeast = least(algorithm);
    if (bits !== undefined && atLeast !== undefined && bits < atLeast) {
      yield { at: sight, range: sight.node.range, algorithm, bits, atLeast, ...(curve === undefined && { sizeRange: first.range }) };
    }
  }
  for (const sight of code.constructions('RSAKeyGenParameterSpec')) yield* ofSize('RSA', sight.node.arguments[0], sight, sight.node.range);
}

function algorithmOf(receiver: Expression | undefined, scope: Sight): string | undefined {
  const made = receiver && creationBefore(bare(receiver), scope);
  if (made?.kind !== 'call' || made.name !== 'getInstance' || !made.receiver) return undefined;
  return /^(KeyPairGenerator|KeyGenerator|AlgorithmParameterGenerator)$/.test(lastName(made.receiver) ?? '')
    ? textOf(made.arguments[0], scope)
    : undefined;
}

/** The last value that a variable was given before the call. */
function creationBefore(receiver: Expression, scope: Sight): Call | undefined {
  if (receiver.kind === 'call') return receiver;
  if (receiver.kind !== 'name') return undefined;
  const value = bindingsOf(receiver.name, scope).findLast((each) => each.value && each.value.range.start < scope.node.range.start)?.value;
  const made = value && bare(value);
  return made?.kind === 'call' ? made : undefined;
}

function curveOf(expression: Expression, scope: Scope): number | undefined {
  const held = bare(heldBy(expression, scope) ?? expression);
  const name = held.kind === 'new' && held.type.endsWith('ECGenParameterSpec') ? textOf(held.arguments[0], scope) : undefined;
  return name === undefined ? undefined : smallCurve(name);
}

/** `crypto.generateKeyPair('rsa', { modulusLength: 1024 })`, `createDiffieHellman(512)`, `new NodeRSA({ b: 512 })`. */
export function* shortKeysInScript(code: CodeInventory): Generator<ShortKey> {
  for (const sight of code.calls('generateKeyPair', 'generateKeyPairSync', 'generateKey')) {
    const [first, second] = sight.node.arguments;
    const size = optionOf(second, 'modulusLength', sight) ?? optionOf(first, 'modulusLength', sight);
    yield* ofSize(textOf(first, sight) ?? 'RSA', size, sight, sight.node.range);
    const curve = textOf(optionOf(second, 'namedCurve', sight), sight);
    const bits = curve === undefined ? undefined : smallCurve(curve);
    if (bits !== undefined) yield { at: sight, range: sight.node.range, algorithm: 'EC', bits, atLeast: 224 };
    yield* ofSize('RSA', optionOf(first, 'bits', sight), sight, sight.node.range);
  }
  for (const sight of code.calls('createDiffieHellman')) yield* ofSize('DH', sight.node.arguments[0], sight, sight.node.range);
  for (const sight of code.constructions('NodeRSA'))
    yield* ofSize('RSA', optionOf(sight.node.arguments[0], 'b', sight), sight, sight.node.range);
}

function* ofSize(algorithm: string, size: Expression | undefined, at: Scope, range: TextRange): Generator<ShortKey> {
  const bits = numericValue(size, at);
  const atLeast = least(algorithm);
  if (size && bits !== undefined && atLeast !== undefined && bits < atLeast && bits >= 8)
    yield { at, range, algorithm: algorithm.toUpperCase(), bits, atLeast, sizeRange: size.range };
}
