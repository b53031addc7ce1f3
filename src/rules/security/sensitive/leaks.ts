import { stepLimit } from '../../../base/step-limit.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { constantOf, heldBy } from '../../../code/flow/constant.ts';
import { farthest, type Scope } from '../../../code/flow/scope.ts';
import { bare, dottedName } from '../../../code/walk.ts';
import { sensitivityOf, type Sensitivity } from './names.ts';

/** Something that others must not see, within an expression that shows its value. */
export interface Leak {
  /** As written, e.g. `user.password`. */
  readonly name: string;
  readonly sensitivity: Sensitivity | 'environment';
}

const isTooFar = stepLimit(farthest);

/** The first sensitive value that an expression shows as it is: directly, in a text, in an object that is written out, through a local variable. */
export function leakIn(expression: Expression, scope: Scope, depth = 0): Leak | undefined {
  const value = bare(expression);
  if (isTooFar(depth)) return undefined;
  const firstOf = (all: readonly Expression[]): Leak | undefined => {
    for (const each of all) {
      const leak = leakIn(each, scope, depth + 1);
      if (leak) return leak;
    }
    return undefined;
  };
  switch (value.kind) {
    case 'name':
    case 'member':
    case 'index':
      return ofName(value, scope, depth);
    case 'concatenation':
      return value.tag ? undefined : firstOf(value.parts);
    case 'binary':
      return value.operator === '+' || value.operator === '||' || value.operator === '??' ? firstOf([value.left, value.right]) : undefined;
    case 'conditional':
      return firstOf([value.then, value.otherwise]);
    case 'object':
      return ofObject(value, scope, depth);
    case 'array':
      return firstOf(value.elements);
    case 'spread':
      return leakIn(value.value, scope, depth + 1);
    case 'call':
      return ofCall(value, scope, depth, firstOf);
    default:
      return undefined;
  }
}

function ofName(value: Extract<Expression, { kind: 'name' | 'member' | 'index' }>, scope: Scope, depth: number): Leak | undefined {
  const written = dottedName(value);
  if (written === 'process.env') return { name: 'process.env', sensitivity: 'environment' };
  const name = value.kind === 'index' ? (value.index.kind === 'string' ? value.index.value : '') : value.name;
  const held = heldBy(value, scope);
  const sensitivity = /^[A-Z][A-Z0-9_]*$/.test(name) && !held ? undefined : sensitivityOf(name);
  if (sensitivity && !isHarmless(value, held, scope)) return { name: written ?? name, sensitivity };
  if (sensitivity || !held || held === value) return undefined;
  return held.kind === 'name' || held.kind === 'member' || held.kind === 'object' || (held.kind === 'call' && isGetter(held))
    ? leakIn(held, scope, depth + 1)
    : undefined;
}

/** A fixed text, or what a function made of it that hides it. */
function isHarmless(value: Expression, held: Expression | undefined, scope: Scope): boolean {
  if (constantOf(value, scope) !== undefined) return true;
  const values = held
    ? [held]
    : value.kind === 'name'
      ? bindingsOf(value.name, scope).flatMap((each) => (each.value ? [each.value] : []))
      : [];
  return values.some((each) => isHiding(bare(each)) || bare(each).kind === 'function');
}

/** A number of tokens or whether there is one tells nothing of it either. */
function isHiding(value: Expression): boolean {
  if (value.kind === 'call' && !value.receiver && /^(?:Number|Boolean)$/.test(value.name)) return true;
  return value.kind === 'call' && /crypt|hash|mask|redact|obfuscat|sanitiz|digest|sign|strip|hide|censor|encode/i.test(value.name);
}

function ofObject({ properties }: Extract<Expression, { kind: 'object' }>, scope: Scope, depth: number): Leak | undefined {
  for (const { key, value } of properties) {
    const sensitivity = sensitivityOf(key);
    const given = bare(value);
    if (isHiding(given) || given.kind === 'function' || given.kind === 'true' || given.kind === 'false') continue;
    if (
      sensitivity &&
      constantOf(value, scope) === undefined &&
      !(given.kind === 'name' && isHarmless(given, heldBy(given, scope), scope)) &&
      !isOther(given, scope)
    )
      return { name: key, sensitivity };
    const leak = leakIn(value, scope, depth + 1);
    if (leak) return leak;
  }
  return undefined;
}

/** `password: displayedPassword`, `password: !!password`. */
function isOther(given: Expression, scope: Scope): boolean {
  if (given.kind === 'unary' || given.kind === 'binary') return true;
  const named = given.kind === 'name' || given.kind === 'member' ? given.name : undefined;
  if (named !== undefined && /password|secret|token|key/i.test(named) && sensitivityOf(named) === undefined) return true;
  return given.kind === 'conditional' && leakIn(given, scope, farthest) === undefined;
}

const showing =
  /^(?:toString|valueOf|trim|join|concat|toUpperCase|toLowerCase|String|stringify|inspect|format|asString|repr|dump|formatted|replace|replaceAll|toJSON|toArray|asList|of)$/;

function ofCall(call: Call, scope: Scope, depth: number, firstOf: (all: readonly Expression[]) => Leak | undefined): Leak | undefined {
  if (isGetter(call)) {
    const sensitivity = sensitivityOf(call.name.replace(/^get/, ''));
    if (sensitivity) return { name: `${call.name}()`, sensitivity };
  }
  if (!showing.test(call.name)) return undefined;
  if (call.name.startsWith('replace')) {
    const [old] = call.arguments;
    if (old?.kind === 'regex' && /^(?:\.|\\w|\\S|\[\\s\\S\]|[\^]?\.[*+]\$?)[*+]?$/.test(old.pattern)) return undefined;
    return call.receiver && leakIn(call.receiver, scope, depth + 1);
  }
  return firstOf([...(call.receiver && call.receiver.kind !== 'string' ? [call.receiver] : []), ...call.arguments]);
}

/** `user.getPassword()`, `password()`. */
function isGetter({ name, arguments: given }: Call): boolean {
  return given.length === 0 && (/^get[A-Z]/.test(name) || /^(?:password|passwd|secret|apiKey|accessToken|refreshToken)$/.test(name));
}
