import { canonical } from '../../../code/canonical.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { typeOf } from '../../../code/flow/type.ts';
import type { If, Try } from '../../../code/statement.ts';
import { bare, callsIn, foldedText, isWithin, visitsOf } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import type { Sighting } from '../../pattern/pattern-rule.ts';

/** `if (!map.containsKey(key)) map.put(key, …)`, `if (Files.exists(path)) Files.delete(path)`. */
export function* checksThenUsesInJava(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.of('if')) {
    const check = checkIn(sight.node.test);
    if (!check || isLocked(sight)) continue;
    yield* inMap(check, sight);
    yield* inFiles(check, sight);
  }
}

interface Check {
  readonly call: Call;
  /** Whether what is asked for is not there. */
  readonly negated: boolean;
}

/** A question that is all of the test: `exists(path)`, `!map.containsKey(key)`, `map.get(key) == null`. */
function checkIn(test: Expression): Check | undefined {
  const value = bare(test);
  if (value.kind === 'unary' && value.operator === '!') {
    const inner = checkIn(value.operand);
    // `!marks.get(key)` asks what is there.
    return inner && inner.call.name !== 'get' ? { ...inner, negated: !inner.negated } : undefined;
  }
  if (value.kind === 'binary' && value.operator === '==' && bare(value.right).kind === 'null') {
    const call = bare(value.left);
    return call.kind === 'call' && call.name === 'get' ? { call, negated: true } : undefined;
  }
  return value.kind === 'call' ? { call: value, negated: false } : undefined;
}

function isLocked(sight: Sight): boolean {
  return (
    sight.symbol.modifiers.includes('synchronized') ||
    isWithin(sight, (node) => node.kind === 'block' && node.lock !== undefined) ||
    callsIn(sight.code).some(({ name }) => /^(?:lock|tryLock|lockInterruptibly|acquire|writeLock)$/.test(name))
  );
}

const sharedMap = /^Concurrent(?:Hash|SkipList)?Map$/;

function* inMap({ call, negated }: Check, sight: Sight<If>): Generator<Sighting> {
  const [key] = call.arguments;
  if (!negated || !/^(?:containsKey|get)$/.test(call.name) || !call.receiver || !key) return;
  const type = typeOf(call.receiver, sight);
  const made = madeShared(call.receiver, sight);
  const isConcurrent = made === 'concurrent' || (type !== undefined && sharedMap.test(simpleTypeName(type)));
  const isShared = isConcurrent || made !== undefined;
  if (!isShared || isOwn(call.receiver, sight)) return;
  const put = callsIn(sight.node.then).find(
    ({ name, receiver, arguments: given }) =>
      name === 'put' && receiver && given[0] && isSame(receiver, call.receiver) && isSame(given[0], key),
  );
  if (!put) return;
  const shown = (part: Expression): string => `\`${foldedText(sight.file.text, part.range)}\``;
  yield {
    at: sight,
    range: sight.node.test.range,
    message: `Another thread may put ${shown(key)} into ${shown(call.receiver)} between this check and the \`put\` in line ${String(lineOf(put, sight))}: \`putIfAbsent\` or \`computeIfAbsent\` ${isConcurrent ? 'does both at once' : 'of a `ConcurrentHashMap` does both at once'}.`,
  };
}

/** `Map<…> items = new ConcurrentHashMap<>()`; a plain map that all threads have, since it is static. */
function madeShared(receiver: Expression, sight: Sight): 'concurrent' | 'plain' | undefined {
  const name = lastName(receiver);
  const field = sight.file.facts?.symbols.find((symbol) => symbol.kind === 'field' && symbol.name === name);
  const value = field?.value && bare(field.value);
  if (value?.kind === 'call') return /^synchronized(?:Sorted|Navigable)?Map$/.test(value.name) ? 'plain' : undefined;
  if (value?.kind !== 'new') return undefined;
  const type = simpleTypeName(value.type);
  if (sharedMap.test(type)) return 'concurrent';
  return plainMap.test(type) && field?.modifiers.includes('static') === true ? 'plain' : undefined;
}

const plainMap = /^(?:Hash|LinkedHash|Tree|WeakHash|IdentityHash)Map$/;

/** Made in the function itself: no other thread knows it yet. */
function isOwn(receiver: Expression, sight: Sight): boolean {
  const name = lastName(receiver);
  return visitsOf(sight.code, 'variable').some(({ node }) => node.name === name && node.value && bare(node.value).kind === 'new');
}

const making = /^(?:createFile|createDirectory|createSymbolicLink|createLink)$/;
const deleting = /^delete$/;

/** Methods of `File` answer whether they did; those of `Files` throw. */
function* inFiles({ call, negated }: Check, sight: Sight<If>): Generator<Sighting> {
  const asks = /^(?:exists|isFile|isDirectory|notExists|isRegularFile)$/.test(call.name);
  const path = asks ? pathOf(call) : undefined;
  if (!path || isCaught(sight)) return;
  const missing = negated !== (call.name === 'notExists');
  // Whether it is a folder says how to delete it.
  if (!missing && call.name === 'isDirectory') return;
  const act = callsIn(sight.node.then).find((each) => {
    const of = (missing ? making : deleting).test(each.name) ? pathOf(each) : undefined;
    return of !== undefined && isSame(of, path);
  });
  if (!act) return;
  yield {
    at: sight,
    range: sight.node.test.range,
    message: `\`${foldedText(sight.file.text, path.range)}\` may come or go between this check and the \`${act.name}\` in line ${String(lineOf(act, sight))}: let the call itself find out, and handle what it throws.`,
  };
}

/** `path` of `Files.exists(path)`. */
function pathOf({ receiver, arguments: [path] }: Call): Expression | undefined {
  return receiver?.kind === 'name' && receiver.name === 'Files' ? path : undefined;
}

/** Where the failure of the act is handled nothing is taken for sure. */
function isCaught(sight: Sight): boolean {
  return isWithin(sight, (node) => node.kind === 'try' && catchesFailure(node));
}

function catchesFailure({ handlers }: Try): boolean {
  return handlers.some(({ types }) =>
    types.some((type) => /(?:IOException|FileAlreadyExists|NoSuchFile|^Exception$|Throwable)/.test(simpleTypeName(type))),
  );
}

function isSame(a: Expression, b: Expression | undefined): boolean {
  return b !== undefined && canonical(a) === canonical(b);
}

function lineOf(call: Call, sight: Sight): number {
  return sight.file.lines.position(call.nameRange.start).line;
}
