import { stepLimit } from '../../base/step-limit.ts';
import { groupBy } from '../../base/group-by.ts';
import { remembered } from '../../base/remembered.ts';
import type { Expression } from '../../code/expression.ts';
import { symbolsNamed } from '../../code/flow/scope.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { bare, dottedName, visitsOf } from '../../code/walk.ts';
import type { CodeNode } from '../../code/walk.ts';
import { simpleTypeName } from '../code-in-file.ts';

/** What a text is put together from: literal pieces, and what is only known when it runs. */
export type Part = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'dynamic'; readonly expression: Expression };

const maximumDepth = 6;
/** Sums lean on each other, however long they are. */
const isTooFar = stepLimit(Infinity);

/** The pieces of a text, local variables followed within the function. What a tag makes of a template is its own. */
export function partsOf(expression: Expression, scope: Scope, depth = 0): readonly Part[] {
  const value = bare(expression);
  if (isTooFar(depth)) return [{ kind: 'dynamic', expression: value }];
  if (value.kind === 'string') return [{ kind: 'text', text: value.value }];
  if (value.kind === 'concatenation' && value.tag && dottedName(value.tag) !== 'String.raw') return [{ kind: 'text', text: '?' }];
  if (value.kind === 'concatenation') return value.parts.flatMap((part) => partsOf(part, scope, depth + 1));
  if (value.kind === 'binary' && value.operator === '+')
    return [...partsOf(value.left, scope, depth + 1), ...partsOf(value.right, scope, depth + 1)];
  if (value.kind === 'conditional' && depth < maximumDepth)
    return [...partsOf(value.then, scope, depth + 1), ...partsOf(value.otherwise, scope, depth + 1)];
  if (value.kind === 'call' && depth < maximumDepth) {
    const built = builtParts(value, scope, depth);
    if (built) return built;
  }
  if (value.kind === 'name' && depth < maximumDepth) {
    const local = localParts(value.name, scope, depth);
    if (local) return local;
  }
  return isFixed(value, scope) ? [{ kind: 'text', text: '?' }] : [{ kind: 'dynamic', expression: value }];
}

/** `String.format("…", a)`, `"…".concat(a)`, `"…".formatted(a)`, `new StringBuilder("…").append(a).toString()`, `s.trim()`. */
function builtParts(call: Extract<Expression, { kind: 'call' }>, scope: Scope, depth: number): readonly Part[] | undefined {
  const { receiver, name, arguments: given } = call;
  const into = (expressions: readonly Expression[]): readonly Part[] => expressions.flatMap((each) => partsOf(each, scope, depth + 1));
  if (name === 'format' && receiver?.kind === 'name' && receiver.name === 'String')
    return formatted(into(given.slice(0, 1)), into(given.slice(1)));
  if (!receiver) return undefined;
  if (name === 'formatted') return formatted(into([receiver]), into(given));
  if (name === 'concat' || name === 'append') return [...builderParts(receiver, scope, depth), ...into(given)];
  if (name === 'toString' && given.length === 0) return builderParts(receiver, scope, depth);
  return /^(trim|strip|stripIndent|toLowerCase|toUpperCase|intern|replaceAll|replace)$/.test(name) ? into([receiver]) : undefined;
}

/** A placeholder such as `%d` takes numbers only. */
function formatted(format: readonly Part[], values: readonly Part[]): readonly Part[] {
  const text = format.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  return /%s|%\d+\$s|\{\d*\}/.test(text) ? interleaved(text, values) : format;
}

function interleaved(text: string, values: readonly Part[]): readonly Part[] {
  const pieces = text.split(/%(?:\d+\$)?[sd]/);
  return pieces.flatMap((piece, index): readonly Part[] => {
    const value = values[index];
    return index < pieces.length - 1 && value ? [{ kind: 'text', text: piece }, value] : [{ kind: 'text', text: piece }];
  });
}

function builderParts(expression: Expression, scope: Scope, depth: number): readonly Part[] {
  if (expression.kind === 'new' && /^(StringBuilder|StringBuffer|StringJoiner)$/.test(simpleTypeName(expression.type))) {
    return expression.arguments.flatMap((each) => partsOf(each, scope, depth + 1));
  }
  return partsOf(expression, scope, depth + 1);
}

/** All that the function puts into a local variable, in order; undefined for what is no local variable with a value. */
function localParts(name: string, scope: Scope, depth: number): readonly Part[] | undefined {
  const parts: Part[] = [];
  let known = false;
  for (const node of changesByName(scope.code).get(name) ?? []) {
    if (node.kind === 'variable') {
      known ||= node.value !== undefined;
      if (node.value) parts.push(...builderParts(node.value, scope, depth + 1));
    } else if (node.kind === 'assignment') {
      if (!mentions(node.value, name)) parts.push(...partsOf(node.value, scope, depth + 1));
    } else parts.push(...node.arguments.flatMap((each) => partsOf(each, scope, depth + 1)));
  }
  return known ? parts : undefined;
}

/** What gives a local variable a value or adds to it, by its name: in minified code there are thousands of each. */
const changesByName = remembered((code: readonly CodeNode[]) =>
  groupBy(
    visitsOf(code, 'variable', 'assignment', 'call').map(({ node }) => node),
    (node) => {
      if (node.kind === 'variable') return node.name;
      if (node.kind === 'assignment') return node.target.kind === 'name' ? node.target.name : undefined;
      return node.name === 'append' ? rootName(node) : undefined;
    },
  ),
);

function rootName(call: Extract<Expression, { kind: 'call' }>): string | undefined {
  let at: Expression | undefined = call;
  while (at?.kind === 'call') at = at.receiver;
  return at?.kind === 'name' ? at.name : undefined;
}

function mentions(expression: Expression, name: string): boolean {
  return visitsOf([expression], 'name').some(({ node }) => node.name === name);
}

const numericTypes =
  /^(int|long|short|byte|double|float|boolean|char|Integer|Long|Short|Byte|Double|Float|Boolean|BigDecimal|BigInteger|UUID|LocalDate|Instant|number|bigint|boolean|true|false)$/;
const harmlessCalls =
  /^(Number|parseInt|parseFloat|BigInt|Boolean|intValue|longValue|valueOf|ordinal|size|length|count|hashCode|nCopies|isEmpty|isPresent|getTime|toFixed|now)$/;
const quotingCalls = /escape|quote|sanitiz|placeholder|identifier|literal|^param|bind|ident$/i;

/** Cannot carry what a stranger wrote: a number, a constant, a quoted name, a row of placeholders. */
function isFixed(value: Expression, scope: Scope): boolean {
  switch (value.kind) {
    case 'number':
    case 'true':
    case 'false':
    case 'null':
    case 'undefined':
    case 'unary':
      return true;
    case 'binary':
      return value.operator !== '||' && value.operator !== '??' && value.operator !== '&&'
        ? true
        : isFixed(value.left, scope) && isFixed(value.right, scope);
    case 'name':
      return isConstantName(value.name, scope);
    case 'member':
      return /^[A-Z][A-Z0-9_]*$/.test(value.name) || value.name === 'length' || isEnumConstant(value) || isFixedMember(value, scope);
    case 'index':
      return isFixed(value.object, scope);
    case 'call':
      return isFixedCall(value);
    default:
      return false;
  }
}

function isFixedCall(call: Extract<Expression, { kind: 'call' }>): boolean {
  if (harmlessCalls.test(call.name) || quotingCalls.test(call.name)) return true;
  if (call.name === 'name' && call.arguments.length === 0) return true;
  if (call.name !== 'join') return false;
  // `columns.map(quote).join(', ')`
  if (
    visitsOf([call], 'call').some(
      ({ node }) =>
        node.name === 'map' &&
        node.arguments.some((each) => (each.kind === 'name' || each.kind === 'member') && quotingCalls.test(each.name)),
    )
  )
    return true;
  return (
    visitsOf([call], 'string').some(({ node }) => /^\s*(\?|\$)/.test(node.value)) ||
    visitsOf([call], 'call').some(({ node }) => node !== call && (quotingCalls.test(node.name) || node.name === 'nCopies'))
  );
}

function isConstantName(name: string, scope: Scope): boolean {
  if (/^[A-Z][A-Z0-9_]*$/.test(name) || /placeholder|^quoted|^escaped/i.test(name)) return true;
  const parameter = scope.symbol.parameters?.find((each) => each.name === name);
  if (parameter) return parameter.type !== undefined && numericTypes.test(parameter.type);
  const local = declaredByName(scope.code).get(name)?.[0];
  if (local?.kind === 'loop') return local.header.every((each) => isFixedList(each, scope));
  if (local?.kind === 'variable' && local.type !== undefined && numericTypes.test(local.type)) return true;
  return !local && isUnchangingSymbol(name, scope);
}

const declaredByName = remembered((code: readonly CodeNode[]) =>
  groupBy(
    visitsOf(code, 'variable', 'loop').map(({ node }) => node),
    (node) => (node.kind === 'variable' ? node.name : node.variable),
  ),
);

/** A list of fixed texts, or a constant that holds one. */
function isFixedList(value: Expression, scope: Scope): boolean {
  return value.kind === 'array'
    ? value.elements.every((each) => partsOf(each, scope).every((part) => part.kind === 'text'))
    : isFixed(value, scope);
}

/** `Status.Open`. */
function isEnumConstant({ object, name }: Extract<Expression, { kind: 'member' }>): boolean {
  return object.kind === 'name' && /^[A-Z]/.test(object.name) && /^[A-Z]/.test(name);
}

function isFixedMember(value: Extract<Expression, { kind: 'member' }>, scope: Scope): boolean {
  return value.object.kind === 'this' && isUnchangingSymbol(value.name, scope);
}

/** A constant of the file: it was written, not received. Its value is not looked at. */
function isUnchangingSymbol(name: string, scope: Scope): boolean {
  const { facts } = scope.file;
  return (facts ? symbolsNamed(facts, name) : []).some(
    (symbol) =>
      (symbol.kind === 'field' || symbol.kind === 'variable') &&
      symbol.modifiers.some((each) => each === 'final' || each === 'const' || each === 'readonly'),
  );
}
