import type { TextRange } from '../../../base/text-range.ts';
import type { Call, Construction } from '../../../code/expression.ts';
import { constantOf } from '../../../code/flow/constant.ts';
import { originOf } from '../../../code/flow/origin.ts';
import { typeOf } from '../../../code/flow/type.ts';
import { bare, visitsOf } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { fixedBytes } from './fixed-bytes.ts';

/** A value that can be computed by who has seen some others. */
export interface WeakSource {
  readonly sight: Sight;
  /** For the message, e.g. `Math.random`. */
  readonly name: string;
  /** Whether it is wrong for anything, not only for what must not be guessed. */
  readonly always?: true;
  readonly fix?: { readonly title: string; readonly edits: readonly { readonly range: TextRange; readonly newText: string }[] };
}

/** `new Random()`, `random.nextInt()`, `Math.random()`, `ThreadLocalRandom.current()`, `RandomStringUtils.randomAlphanumeric(8)`. */
export function* weakSourcesInJava(code: CodeInventory): Generator<WeakSource> {
  for (const sight of code.constructions('Random')) {
    if (!/^(?:java\.util\.)?Random$/.test(sight.node.type)) continue;
    const fix = sight.node.arguments.length === 0 && {
      fix: { title: 'Draw it from SecureRandom', edits: [{ range: sight.node.range, newText: 'new java.security.SecureRandom()' }] },
    };
    yield { sight, name: 'java.util.Random', ...fix };
  }
  for (const sight of code.calls(
    'nextInt',
    'nextLong',
    'nextBytes',
    'nextDouble',
    'nextFloat',
    'nextGaussian',
    'nextBoolean',
    'ints',
    'longs',
  )) {
    const receiver = sight.node.receiver && bare(sight.node.receiver);
    if (
      receiver?.kind === 'name' &&
      /^(?:java\.util\.)?(?:Random|SplittableRandom|concurrent\.ThreadLocalRandom|ThreadLocalRandom)$/.test(typeOf(receiver, sight) ?? '')
    )
      yield { sight, name: 'java.util.Random' };
  }
  for (const sight of code.calls('random', 'current')) {
    const type = sight.node.receiver && lastName(sight.node.receiver);
    if (sight.node.name === 'random' && type === 'Math') yield { sight, name: 'Math.random' };
    if (sight.node.name === 'current' && type === 'ThreadLocalRandom') yield { sight, name: 'ThreadLocalRandom' };
  }
  for (const sight of code.calls(
    'random',
    'randomAlphabetic',
    'randomAlphanumeric',
    'randomAscii',
    'randomNumeric',
    'randomGraph',
    'randomPrint',
  )) {
    const type = sight.node.receiver && lastName(sight.node.receiver);
    if (type === 'RandomStringUtils' || type === 'RandomUtils') yield { sight, name: type };
  }
}

/** `new SecureRandom("seed".getBytes())`, and `setSeed(42)` before anything was drawn. */
export function* fixedSeeds(code: CodeInventory): Generator<Sight<Call | Construction>> {
  for (const sight of code.constructions('SecureRandom')) {
    if (sight.node.arguments.length === 1 && isKnown(sight.node.arguments[0], sight)) yield sight;
  }
  for (const sight of code.calls('setSeed')) {
    const receiver = sight.node.receiver && bare(sight.node.receiver);
    if (
      receiver?.kind !== 'name' ||
      !/(?:^|\.)SecureRandom$/.test(typeOf(receiver, sight) ?? '') ||
      !isKnown(sight.node.arguments[0], sight)
    )
      continue;
    const others = visitsOf(sight.code, 'call').filter(
      ({ node }) => node !== sight.node && node.receiver?.kind === 'name' && node.receiver.name === receiver.name,
    );
    const drawnBefore = others.some(({ node }) => node.range.end < sight.node.range.start);
    if (!drawnBefore && !others.some(({ node }) => node.name === 'setSeed')) yield sight;
  }
}

/** A constant, or the time: few enough to try. */
function isKnown(expression: Construction['arguments'][number] | undefined, sight: Sight): boolean {
  if (!expression) return false;
  if (constantOf(expression, sight) !== undefined || fixedBytes(expression, sight)) return true;
  const names = visitsOf([expression], 'name').map(({ node }) => node.name);
  const calls = visitsOf([expression], 'call').map(({ node }) => node);
  if (calls.some(({ name }) => /^(currentTimeMillis|nanoTime)$/.test(name))) return true;
  const locals = names.filter((name) => /^[a-z]/.test(name));
  const known = locals.every((name) =>
    visitsOf(sight.code, 'variable').some(({ node }) => node.name === name && node.value !== undefined && isTime(node.value)),
  );
  const harmless = calls.every(({ name }) => /^(toByteArray|toString|getBytes|valueOf|hashCode|putLong|array)$/.test(name));
  return harmless && known && (locals.length > 0 || visitsOf([expression], 'number').length > 0);
}

function isTime(expression: Construction['arguments'][number]): boolean {
  const value = bare(expression);
  return value.kind === 'call' && /^(currentTimeMillis|nanoTime)$/.test(value.name);
}

/** `Math.random()`, `_.random()`, `crypto.pseudoRandomBytes()`. */
export function* weakSourcesInScript(code: CodeInventory): Generator<WeakSource> {
  for (const sight of code.calls('random')) {
    const { receiver } = sight.node;
    if (receiver?.kind === 'name' && receiver.name === 'Math') yield { sight, name: 'Math.random', ...textFix(sight) };
    else if (/^(?:lodash|underscore)\b/.test(originOf(sight.node, sight) ?? '')) yield { sight, name: 'lodash’s random' };
  }
  for (const sight of code.of('member')) {
    if (sight.node.name === 'pseudoRandomBytes') yield { sight, name: 'pseudoRandomBytes', always: true };
  }
  for (const sight of code.calls('pseudoRandomBytes')) {
    const { nameRange } = sight.node;
    yield {
      sight,
      name: 'pseudoRandomBytes',
      always: true,
      fix: { title: 'Draw it from randomBytes', edits: [{ range: nameRange, newText: 'randomBytes' }] },
    };
  }
}

/** The whole of `Math.random().toString(36).slice(2)` is a text that nobody computes with. */
function textFix(sight: Sight): Pick<WeakSource, 'fix'> {
  let at = sight.parent;
  let whole: TextRange | undefined;
  while (at?.node.kind === 'call' && /^(toString|slice|substring|substr|toUpperCase)$/.test(at.node.name)) {
    if (at.node.name === 'toString') whole = at.node.range;
    else if (whole) whole = at.node.range;
    at = at.parent;
  }
  return whole && at?.node.kind !== 'concatenation'
    ? { fix: { title: 'Draw a random UUID', edits: [{ range: whole, newText: 'crypto.randomUUID()' }] } }
    : {};
}
