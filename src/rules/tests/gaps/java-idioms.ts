import { canonical } from '../../../code/canonical.ts';
import type { Call, Construction, Expression } from '../../../code/expression.ts';
import { dottedName } from '../../../code/walk.ts';
import { gatheredText, writtenOut } from './java-texts.ts';
import { binary, callOn, isNull, not, nothing, text } from './made-expressions.ts';

/** The many ways in which Java says a collection. */
const collections: ReadonlyMap<string, string> = new Map([
  ['Arrays.asList', 'listOf'],
  ['List.of', 'listOf'],
  ['ImmutableList.of', 'listOf'],
  ['Collections.singletonList', 'listOf'],
  ['Collections.emptyList', 'listOf'],
  ['Set.of', 'setOf'],
  ['ImmutableSet.of', 'setOf'],
  ['Collections.singleton', 'setOf'],
  ['Collections.emptySet', 'setOf'],
  ['Map.of', 'mapOf'],
  ['ImmutableMap.of', 'mapOf'],
  ['Collections.singletonMap', 'mapOf'],
  ['Collections.emptyMap', 'mapOf'],
]);

/** What a static method gives, said without it. */
type Said = (call: Call, first: Expression, second: Expression | undefined) => Expression | undefined;

function isEmpty(call: Call, first: Expression): Expression {
  return binary('||', isNull(first, call), callOn(first, 'isEmpty', [], call), call);
}

function isFilled(call: Call, first: Expression): Expression {
  return not(isEmpty(call, first));
}

function alone({ arguments: [first, second] }: Call): Expression | undefined {
  return second ? undefined : first;
}

function valueOf(call: Call): Expression | undefined {
  return call.arguments.length > 1 ? undefined : { ...call, name: 'valueOf' };
}

const statics: ReadonlyMap<string, Said> = new Map<string, Said>([
  ['Objects.isNull', (call, first) => isNull(first, call)],
  ['Objects.nonNull', (call, first) => binary('!=', first, nothing(call), call)],
  [
    'Objects.requireNonNullElse',
    (call, first, second) =>
      second && { kind: 'conditional', test: isNull(first, call), then: second, otherwise: first, range: call.range },
  ],
  ['Boolean.TRUE.equals', (call, first) => binary('&&', binary('!=', first, nothing(call), call), first, call)],
  ['CollectionUtils.isEmpty', isEmpty],
  ['ObjectUtils.isEmpty', isEmpty],
  ['StringUtils.isEmpty', isEmpty],
  ['Strings.isNullOrEmpty', isEmpty],
  ['CollectionUtils.isNotEmpty', isFilled],
  ['StringUtils.isNotEmpty', isFilled],
  ['StringUtils.hasLength', isFilled],
  ['Collections.sort', (call, first) => callOn(first, 'sort', call.arguments.slice(1), call)],
  ['Comparator.comparing', alone],
  ['Comparator.comparingInt', alone],
  ['Comparator.comparingLong', alone],
  ['Charset.forName', alone],
  ['Integer.parseInt', valueOf],
  ['Long.parseLong', valueOf],
  ['Double.parseDouble', valueOf],
  ['Boolean.parseBoolean', valueOf],
  ['Paths.get', (call) => ({ ...call, name: 'of', receiver: { kind: 'name', name: 'Path', range: call.range } })],
  ['String.format', (call) => writtenOut(call.arguments, call)],
]);

const boxed = /^(?:java\.lang\.)?(?:Integer|Long|Short|Byte|Double|Float|Boolean|Character)$/;
const unboxing = /^(?:int|long|short|byte|double|float|boolean|char)Value$/;

/** A call in the plainest of Java's ways to say it; undefined where it is. Its parts are plain. */
export function plainJavaCall(call: Call): Expression | undefined {
  const { receiver, arguments: given } = call;
  const [first, second] = given;
  const on = receiver && dottedName(receiver);
  const name = on === undefined ? undefined : `${on}.${call.name}`;
  const made = name === undefined ? undefined : collections.get(name);
  if (made !== undefined) return { kind: 'call', name: made, nameRange: call.nameRange, arguments: given, range: call.range };
  const said = name === undefined || !first ? undefined : statics.get(name)?.(call, first, second);
  return said ?? (receiver && plainMethod(call, receiver));
}

function plainMethod(call: Call, receiver: Expression): Expression | undefined {
  const { name, arguments: given } = call;
  const [first] = given;
  if (name === 'formatted') return writtenOut([receiver, ...given], call);
  if (name === 'toString' && !first) return gatheredText(receiver, call);
  if (name === 'collect' && first?.kind === 'call') return collected(call, receiver, first);
  if (receiver.kind !== 'call' && receiver.kind !== 'new') return undefined;
  if (unboxing.test(name) && receiver.kind === 'call' && receiver.name === 'valueOf') return receiver;
  if (name === 'newInstance' && receiver.kind === 'call' && /^get(?:Declared)?Constructor$/.test(receiver.name) && !receiver.arguments[0])
    return { ...call, ...(receiver.receiver && { receiver: receiver.receiver }) };
  // What may not be made by its constructor any longer.
  const isUri = receiver.kind === 'new' ? receiver.type === 'URI' : receiver.receiver?.kind === 'name' && receiver.receiver.name === 'URI';
  return name === 'toURL' && isUri ? { kind: 'new', type: 'URL', arguments: receiver.arguments, range: call.range } : undefined;
}

/** What a stream is gathered into, where there is a shorter word for it. */
function collected(call: Call, receiver: Expression, { name, receiver: owner, arguments: given }: Call): Expression | undefined {
  if (owner && !(owner.kind === 'name' && owner.name === 'Collectors')) return undefined;
  if (/^to(?:Unmodifiable)?List$/.test(name)) return { ...call, name: 'toList', arguments: [] };
  const isOfAll = receiver.kind === 'call' && receiver.name === 'stream' && receiver.receiver;
  if (name !== 'joining' || given.length > 1 || !isOfAll) return undefined;
  const between = given[0] ?? text('', call);
  return callOn({ kind: 'name', name: 'String', range: call.range }, 'join', [between, isOfAll], call);
}

const sized =
  /^(?:java\.util\.)?(?:(?:Linked|Weak|Identity)?Hash(?:Map|Set)|ConcurrentHashMap|ArrayList|ArrayDeque|Vector|StringBuilder|StringBuffer)$/;

/** What is made in Java; undefined where that is plain. */
export function plainConstruction(made: Construction): Expression | undefined {
  const [first, second] = made.arguments;
  const [method, another] = (made.members ?? []).filter(({ name }) => name !== '');
  // An object of one method is the function that it has.
  if (method && !another && !first)
    return { kind: 'function', parameters: method.parameters, async: false, body: method.body, range: made.range };
  if (!first) return undefined;
  // How much there will be room for is no behaviour.
  if (sized.test(made.type) && isAmount(first)) return { ...made, arguments: [] };
  if (second || !boxed.test(made.type)) return undefined;
  return callOn({ kind: 'name', name: made.type, range: made.range }, 'valueOf', [first], made);
}

const amount = /^(?:n|(?:\w+_|\w*[a-z](?=[A-Z]))?(?:size|count|capacity|length|len))$/i;

/** A number, as far as its look tells. */
function isAmount(value: Expression): boolean {
  switch (value.kind) {
    case 'number':
      return true;
    case 'name':
    case 'member':
      return amount.test(value.name);
    case 'call':
      return /^(?:size|length|count|getSize|getLength|getCount)$/.test(value.name) || dottedName(value.receiver ?? value) === 'Math';
    case 'binary':
      return /^[-+*/]$/.test(value.operator) && (isAmount(value.left) || isAmount(value.right));
    case 'conditional':
      return isAmount(value.then) && isAmount(value.otherwise);
    default:
      return false;
  }
}

/** `a > b ? a : b` is `Math.max(a, b)`; `a == null ? b == null : a.equals(b)` is `Objects.equals(a, b)`. */
export function namedChoice(test: Expression, then: Expression, otherwise: Expression, at: Expression): Expression | undefined {
  if (test.kind !== 'binary') return undefined;
  const [left, right, one, other] = [test.left, test.right, then, otherwise].map((each) => canonical(each));
  const on = (owner: string, name: string): Call =>
    callOn({ kind: 'name', name: owner, range: at.range }, name, [test.left, test.right], at);
  if (/^[<>]=?$/.test(test.operator) && ((left === one && right === other) || (left === other && right === one)))
    return on('Math', test.operator.startsWith('>') === (left === one) ? 'max' : 'min');
  const isAsked = test.right.kind === 'null' && then.kind === 'binary' && then.right.kind === 'null' && otherwise.kind === 'call';
  if (!isAsked || otherwise.name !== 'equals' || !otherwise.receiver || !otherwise.arguments[0]) return undefined;
  const isSame = canonical(otherwise.receiver) === left && canonical(otherwise.arguments[0]) === canonical(then.left);
  return isSame ? { ...on('Objects', 'equals'), arguments: [otherwise.receiver, otherwise.arguments[0]] } : undefined;
}
