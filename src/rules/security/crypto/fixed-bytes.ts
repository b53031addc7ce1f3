import { stepLimit } from '../../../base/step-limit.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { constantOf } from '../../../code/flow/constant.ts';
import { literalNumber } from '../../../code/flow/literal-number.ts';
import { farthest, symbolsNamed, valueOf, type Scope } from '../../../code/flow/scope.ts';
import { bare, codeOf, visitsOf } from '../../../code/walk.ts';

/** Bytes or text that is the same each time the program runs. */
export interface FixedBytes {
  /** `zeros`: made and never filled. */
  readonly form: 'literal' | 'zeros';
  /** Where they are written. */
  readonly range: TextRange;
}

const isTooFar = stepLimit(farthest);

/** Where the bytes of a key, salt or initialization vector are written out; undefined where they may come from anywhere. */
export function fixedBytes(expression: Expression | undefined, scope: Scope, depth = 0): FixedBytes | undefined {
  if (!expression || isTooFar(depth)) return undefined;
  const value = bare(expression);
  switch (value.kind) {
    case 'string':
      return value.value === '' ? undefined : { form: 'literal', range: value.range };
    case 'array':
      return value.elements.length > 0 &&
        value.elements.every((each) => constantOf(each, scope) !== undefined || bare(each).kind === 'unary')
        ? { form: 'literal', range: value.range }
        : undefined;
    case 'new':
      return ofConstruction(value, scope, depth);
    case 'call':
      return ofCall(value, scope, depth);
    case 'name':
      return ofName(value.name, scope, depth);
    case 'member':
      return value.object.kind === 'this' ? ofOwn(value.name, scope, depth) : undefined;
    default:
      return undefined;
  }
}

function ofConstruction(value: Extract<Expression, { kind: 'new' }>, scope: Scope, depth: number): FixedBytes | undefined {
  if (/^(byte|char)\[\]$/.test(value.type)) return { form: 'zeros', range: value.range };
  if (/^(Uint8Array|String)$/.test(value.type)) {
    const [only] = value.arguments;
    return only?.kind === 'number' ? { form: 'zeros', range: value.range } : fixedBytes(only, scope, depth + 1);
  }
  return undefined;
}

/** What keeps a text or bytes as they are, in another form. */
const reforms =
  /^(getBytes|toCharArray|toByteArray|decodeHex|decodeHexString|parseHexBinary|decodeBase64|parse|clone|trim|toLowerCase|substring|copyOf|copyOfRange|encode|wrap)$/;

function ofCall(call: Call, scope: Scope, depth: number): FixedBytes | undefined {
  const receiver = call.receiver && bare(call.receiver);
  const named = receiver?.kind === 'name' ? receiver.name : receiver?.kind === 'member' ? receiver.name : '';
  if (named === 'Buffer') {
    const [, fill] = call.arguments;
    if (call.name === 'alloc' && (!fill || literalNumber(fill) === 0)) return { form: 'zeros', range: call.range };
    return call.name === 'from' || call.name === 'alloc'
      ? fixedBytes(call.arguments[call.name === 'from' ? 0 : 1], scope, depth + 1)
      : undefined;
  }
  if (/^decode\w*$/.test(call.name) && call.arguments.length === 1) return fixedBytes(call.arguments[0], scope, depth + 1);
  if (!reforms.test(call.name) || !receiver) return undefined;
  return fixedBytes(receiver, scope, depth + 1) ?? (/^[A-Z]/.test(named) ? fixedBytes(call.arguments[0], scope, depth + 1) : undefined);
}

function ofName(name: string, scope: Scope, depth: number): FixedBytes | undefined {
  const bindings = bindingsOf(name, scope);
  if (bindings.length === 0) return ofSymbol(name, scope, depth);
  const values = bindings.filter(({ form, value }) => form !== 'variable' || value);
  if (values.some(({ form, path }) => (form !== 'variable' && form !== 'assignment') || path.length > 0)) return undefined;
  const fixed = values.map(({ value }) => fixedBytes(value, scope, depth + 1));
  const [first] = fixed;
  if (!first || fixed.some((each) => each === undefined)) return undefined;
  return first.form === 'zeros' && isFilled(name, scope) ? undefined : first;
}

/** A field, or in JavaScript what one assignment alone puts there: `this.key = '…'`. */
function ofOwn(name: string, scope: Scope, depth: number): FixedBytes | undefined {
  const { facts } = scope.file;
  const known = facts ? symbolsNamed(facts, name) : [];
  if (known.length > 0 || !facts) return ofSymbol(name, scope, depth);
  const [set, ...more] = facts.symbols.flatMap((symbol) =>
    visitsOf(codeOf(symbol), 'assignment')
      .filter(({ node: { target } }) => target.kind === 'member' && target.object.kind === 'this' && target.name === name)
      .map(({ node }) => ({ node, symbol })),
  );
  if (!set || more.length > 0) return undefined;
  return fixedBytes(set.node.value, { ...scope, symbol: set.symbol, code: codeOf(set.symbol) }, depth + 1);
}

/** A field or variable of the file that nothing else is put into. */
function ofSymbol(name: string, scope: Scope, depth: number): FixedBytes | undefined {
  const facts = scope.file.facts;
  const [symbol, ...more] = (facts ? symbolsNamed(facts, name) : []).filter(({ kind }) => kind === 'field' || kind === 'variable');
  if (!facts || !symbol || more.length > 0) return undefined;
  const unchanging = symbol.modifiers.some((each) => each === 'final' || each === 'const' || each === 'readonly');
  const assigned = facts.symbols.some((each) => visitsOf(each.body ?? [], 'assignment').some(({ node }) => endsIn(node.target, name)));
  if (!unchanging && assigned) return undefined;
  const fixed = fixedBytes(valueOf(symbol), { ...scope, symbol, code: [] }, depth + 1);
  return fixed?.form === 'zeros' && facts.symbols.some((each) => isFilled(name, { ...scope, symbol: each, code: each.body ?? [] }))
    ? undefined
    : fixed;
}

/** `random.nextBytes(iv)`, `iv[0] = …`, `Arrays.fill(iv, …)`. */
function isFilled(name: string, { code }: Scope): boolean {
  return (
    visitsOf(code, 'call').some(
      ({ node }) =>
        !/^(toString|log|println)$/.test(node.name) &&
        (node.arguments.some((each) => endsIn(each, name)) || (node.receiver !== undefined && endsIn(node.receiver, name))),
    ) || visitsOf(code, 'assignment').some(({ node }) => node.target.kind === 'index' && endsIn(node.target.object, name))
  );
}

function endsIn(expression: Expression, name: string): boolean {
  const value = bare(expression);
  return (value.kind === 'name' && value.name === name) || (value.kind === 'member' && value.object.kind === 'this' && value.name === name);
}
