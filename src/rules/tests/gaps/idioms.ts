import { canonical } from '../../../code/canonical.ts';
import type { Assignment, Call, Conditional, Construction, Expression, ObjectLiteral } from '../../../code/expression.ts';
import { bare, dottedName } from '../../../code/walk.ts';
import { namedChoice, plainConstruction, plainJavaCall } from './java-idioms.ts';
import { joined } from './java-texts.ts';
import { isStyleAttribute } from './looks.ts';
import { binary, callOn, not } from './made-expressions.ts';
import { isNullGuard } from './null-guards.ts';
import { plainComparison } from './plain-comparisons.ts';

/** What is nested deeper is taken as it is written. */
const deepest = 12;

const known = new WeakMap<Expression, Expression>();

/** What has no parts, and one way to be said. */
const leaves: ReadonlySet<Expression['kind']> = new Set(['name', 'number', 'true', 'false', 'null', 'undefined', 'this', 'super', 'regex']);

/** The expression in the plainest of the ways in which the same is said: so a newer idiom for an older one is no other behaviour. */
export function plain(expression: Expression, depth = 0): Expression {
  if (leaves.has(expression.kind)) return expression;
  const before = known.get(expression);
  if (before) return before;
  const value = depth > deepest ? expression : rewritten(withPlainParts(bare(expression), depth + 1));
  known.set(expression, value);
  return value;
}

/** In one form for all ways to say it. */
export function plainText(expression: Expression): string {
  return canonical(plain(expression));
}

/** Where more is to be read, in a text that says something else besides. */
const link = /https?:\/\/[^\s"'<>]+/g;

function isProse(value: Expression): boolean {
  return value.kind === 'string' && /\S\s+\S/.test(value.value);
}

function withoutLink(value: Expression): Expression {
  return value.kind === 'string' && value.value.includes('://') ? { ...value, value: value.value.replace(link, 'link') } : value;
}

function withoutLinks(value: Expression): Expression {
  if (value.kind === 'string') return isProse(value) ? withoutLink(value) : value;
  return value.kind === 'concatenation' && value.parts.some(isProse) ? { ...value, parts: value.parts.map(withoutLink) } : value;
}

function withPlainParts(value: Expression, depth: number): Expression {
  const of = (each: Expression): Expression => plain(each, depth);
  switch (value.kind) {
    case 'string':
      return isProse(value) ? withoutLink(value) : value;
    case 'call':
      return plainParts(value, of);
    case 'new':
      return { ...value, arguments: value.arguments.map(of) };
    case 'member': {
      const object = of(value.object);
      return object === value.object ? value : { ...value, object };
    }
    case 'index':
      return { ...value, object: of(value.object), index: of(value.index) };
    case 'binary':
      return { ...value, left: withoutName(of(value.left)), right: withoutName(of(value.right)) };
    case 'unary':
      return { ...value, operand: of(value.operand) };
    case 'conditional':
      return { ...value, test: of(value.test), then: of(value.then), otherwise: of(value.otherwise) };
    case 'concatenation':
      return value.tag ? { ...value, parts: value.parts.map(of) } : withoutLinks(joined(value.parts.map(of), value));
    case 'array':
      return { ...value, elements: value.elements.map(of) };
    case 'object':
      return { ...value, properties: value.properties.map((property) => ({ ...property, value: of(property.value) })) };
    case 'assignment':
      return { ...value, target: of(value.target), value: of(value.value) };
    case 'spread':
      return { ...value, value: of(value.value) };
    case 'element':
      // What is written out is how it looks, and no behaviour.
      return {
        ...value,
        attributes: value.attributes.filter((attribute) => attribute.value?.kind !== 'string' && !isStyleAttribute(attribute.name)),
      };
    default:
      return value;
  }
}

/** Nearly all calls are plain as they are. */
function plainParts(call: Call, of: (each: Expression) => Expression): Call {
  const receiver = call.receiver && of(call.receiver);
  const given = call.arguments.map(of);
  if (receiver === call.receiver && given.every((each, index) => each === call.arguments[index])) return call;
  return { ...call, ...(receiver && { receiver }), arguments: given };
}

/** That a value gets a name while it is asked about is no other question. */
function withoutName(value: Expression): Expression {
  return value.kind === 'assignment' && value.operator === '=' ? value.value : value;
}

function rewritten(value: Expression): Expression {
  switch (value.kind) {
    case 'binary':
      return plainComparison(value) ?? value;
    case 'call':
      return plainCall(value);
    case 'unary':
      return value.operator === '!' ? (negated(value.operand) ?? value) : value;
    case 'conditional':
      return plainChoice(value);
    case 'assignment':
      return plainAssignment(value);
    case 'member':
      return charsets.has(value.name) && value.object.kind === 'name' && value.object.name === 'StandardCharsets'
        ? { kind: 'string', value: value.name.replaceAll('_', '-'), range: value.range }
        : value;
    case 'new':
      return plainNew(value);
    default:
      return value;
  }
}

/** `a = a + b` is `a += b`, and `a += 1` is `++a`. */
function plainAssignment(value: Assignment): Expression {
  const shorter = value.operator === '=' ? addedTo(value) : value;
  const isOne = shorter.value.kind === 'number' && shorter.value.text === '1';
  if (!isOne || !/^[-+]=$/.test(shorter.operator)) return shorter;
  return { kind: 'unary', operator: shorter.operator.charAt(0).repeat(2), operand: shorter.target, range: shorter.range };
}

function addedTo(value: Assignment): Assignment {
  const target = canonical(value.target);
  const { value: whole } = value;
  if (whole.kind === 'binary' && /^[-+*/%&|^]$/.test(whole.operator) && canonical(whole.left) === target)
    return { ...value, operator: `${whole.operator}=`, value: whole.right };
  const [first, ...others] = whole.kind === 'concatenation' && !whole.tag ? whole.parts : [];
  return first && canonical(first) === target ? { ...value, operator: '+=', value: joined(others, whole) } : value;
}

function plainNew(value: Construction): Expression {
  const made = plainConstruction(value) ?? value;
  if (made.kind !== 'new' || made.arguments.length > 0) return made;
  if (textGatherers.test(made.type)) return { ...made, type: 'StringBuilder' };
  if (made.type === 'Array') return { kind: 'array', elements: [], range: made.range };
  return made.type === 'Object' ? { kind: 'object', properties: [], range: made.range } : made;
}

/** Those that `StandardCharsets` has: their names are theirs with other lines. */
const charsets: ReadonlySet<string> = new Set(['UTF_8', 'UTF_16', 'UTF_16BE', 'UTF_16LE', 'US_ASCII', 'ISO_8859_1']);

/** Ways to hand text on that change nothing about it. */
const textAdapters = /^(?:asWriter|asReader|writerFor\w+|readerFor\w+)$/;

/** What text is put together in. */
const textGatherers = /^(?:java\.io\.StringWriter|StringWriter|StringBuffer)$/;

/** `a ? a : b` is `a || b`, and `!a ? b : c` is `a ? c : b`. */
function plainChoice(value: Conditional): Expression {
  const { test, then, otherwise } = value;
  if (canonical(test) === canonical(then)) return binary('||', then, otherwise, value);
  if (test.kind === 'unary' && test.operator === '!')
    return plainChoice({ ...value, test: test.operand, then: otherwise, otherwise: then });
  if (test.kind === 'binary' && /^!==?$/.test(test.operator))
    return plainChoice({ ...value, test: { ...test, operator: test.operator.replace('!', '=') }, then: otherwise, otherwise: then });
  return answered(value) ?? namedChoice(test, then, otherwise, value) ?? value;
}

/** `a == b ? true : c` is `a == b || c`. */
function answered(value: Conditional): Expression | undefined {
  const { test, then, otherwise } = value;
  if (test.kind !== 'binary' && test.kind !== 'call') return undefined;
  if (then.kind === 'true') return otherwise.kind === 'false' ? test : binary('||', test, otherwise, value);
  if (then.kind === 'false') return otherwise.kind === 'true' ? not(test) : binary('&&', not(test), otherwise, value);
  if (otherwise.kind === 'false') return binary('&&', test, then, value);
  return otherwise.kind === 'true' ? binary('||', not(test), then, value) : undefined;
}

function negated(operand: Expression): Expression | undefined {
  if (operand.kind === 'unary' && operand.operator === '!') return operand.operand;
  return undefined;
}

function plainCall(call: Call): Expression {
  const { receiver, name, arguments: given } = call;
  const on = receiver && dottedName(receiver);
  const inJava = plainJavaCall(call);
  if (inJava) return inJava;
  if (name === 'assign' && on === 'Object' && given[0]?.kind === 'object') return merged(given, call);
  if (name === 'call' && receiver?.kind === 'member' && receiver.name === 'hasOwnProperty' && given.length === 2)
    return hasOwn(given, call);
  if (name === 'hasOwn' && on === 'Object') return hasOwn(given, call);
  if (name === 'hasOwnProperty' && receiver && given.length === 1) return hasOwn([receiver, ...given], call);
  if (name === 'contains' && receiver && given.length === 1) return { ...call, name: 'includes' };
  if (name === 'equals' && receiver && given[0]?.kind === 'string' && given[0].value === '') return callOn(receiver, 'isEmpty', [], call);
  if (name === 'equals' && receiver?.kind === 'string' && receiver.value === '' && given[0]) return callOn(given[0], 'isEmpty', [], call);
  // Which array it gets to fill is no behaviour.
  if (name === 'toArray' && receiver && given.length === 1) return { ...call, arguments: [] };
  if (name === 'Boolean' && !receiver && given[0]) return given[0];
  if (given[0] && given.length === 1 && textAdapters.test(name)) return given[0];
  // That it refuses null is said beside.
  if (isNullGuard(call) && given[0]) return given[0];
  return call;
}

/** `Object.assign({}, a, { b })` is `{ ...a, b }`. */
function merged(given: readonly Expression[], call: Call): ObjectLiteral {
  const properties = given.flatMap((each) => (each.kind === 'object' ? each.properties : [{ key: '...', value: each, range: each.range }]));
  return { kind: 'object', properties, range: call.range };
}

function hasOwn(given: readonly Expression[], { range, nameRange }: Call): Call {
  return { kind: 'call', name: 'hasOwn', nameRange, arguments: given, range };
}
