import { canonical } from '../../code/canonical.ts';
import type { CodeChange, SymbolAt } from '../../code/code-change.ts';
import type { Expression } from '../../code/expression.ts';
import { bare, codeOf, visitsOf, walk, type Visited } from '../../code/walk.ts';
import { simpleTypeName } from '../code-in-file.ts';
import { nullnessOf, saysNullLess, saysNullnessAnew } from '../null-annotations.ts';
import type { Safeguard, SafeguardKind } from '../safeguards/safeguard.ts';
import { leaves } from '../safeguards/guard-clauses.ts';
import { scopeOf } from '../safeguards/scopes.ts';

/** Checks that a value is there, for values that are then looked into. */
export const nullChecks: SafeguardKind = {
  helpers: /null|present|exist|require|check|ensure|assert|valid|defined|empty|blank|optional|guard/i,
  find: (at) => {
    const found: Safeguard[] = [];
    for (const visited of walk(codeOf(at.symbol))) {
      for (const value of checkedBy(visited, at)) {
        found.push({
          family: `null ${canonical(value)}`,
          key: canonical(value),
          scope: scopeOf(visited),
          range: statementRange(visited),
          subject: canonical(value),
        });
      }
    }
    return oncePerValue(found, at);
  },
  exposed: (lost, head, base, change) =>
    !isAlwaysThere(lost.key, head) &&
    !isStillChecked(lost.key, head) &&
    !saysNullnessAnew(base.file, head.file) &&
    !saysNullLess(base.file, head.file) &&
    originOf(lost.key, head) === originOf(lost.key, base) &&
    !isMadeByChanged(lost.key, head, change) &&
    (looksInto(lost.key, head, false) ? looksInto(lost.key, base, true) : isEarlyEnd(lost, base) && isHandedOn(lost.key, head)),
};

/** Of several checks of one value the one that ends the function early, else the first. */
function oncePerValue(checks: readonly Safeguard[], at: SymbolAt): readonly Safeguard[] {
  const kept = new Map<string, Safeguard>();
  for (const each of checks) {
    const id = `${each.scope}\0${each.key}`;
    const other = kept.get(id);
    if (!other || (!isEarlyEnd(other, at) && isEarlyEnd(each, at))) kept.set(id, each);
  }
  return [...kept.values()];
}

/** In whatever place of the function: a check that moved outwards holds for what is inside. */
function isStillChecked(key: string, at: SymbolAt): boolean {
  for (const visited of walk(codeOf(at.symbol))) if (checkedBy(visited, at).some((value) => canonical(value) === key)) return true;
  return false;
}

/** The values that a node checks for being there. */
function checkedBy({ node, parent }: Visited, at: SymbolAt): readonly Expression[] {
  switch (node.kind) {
    case 'binary':
      if (/^(\?\?|\|\|)$/.test(node.operator) && isValue(bare(node.left))) return [bare(node.left)];
      if (node.operator === '&&' && !isJava(at)) return truthy(node.left);
      return /^[!=]==?$/.test(node.operator) ? comparedWithNothing(node.left, node.right) : [];
    case 'if':
    case 'conditional':
      return isJava(at) ? [] : truthy(node.test);
    case 'assignment':
      return /^(\?\?=|\|\|=)$/.test(node.operator) && isValue(node.target) ? [node.target] : [];
    case 'call':
      if (node.optional && node.receiver && isValue(node.receiver)) return [node.receiver];
      return /^(requireNonNull|isNull|nonNull|notNull|ofNullable|isNil|isDefined)$/.test(node.name)
        ? node.arguments.slice(0, 1).filter(isValue)
        : [];
    case 'member':
      return node.optional && isValue(node.object) && parent ? [node.object] : [];
    default:
      return [];
  }
}

/** Where only a truth value can be a condition. */
function isJava({ file }: SymbolAt): boolean {
  return file.facts?.language === 'java';
}

function comparedWithNothing(left: Expression, right: Expression): readonly Expression[] {
  const isNothing = ({ kind }: Expression): boolean => kind === 'null' || kind === 'undefined';
  const [value, other] = isNothing(left) ? [right, left] : [left, right];
  const inner = bare(value);
  return isNothing(other) && isValue(inner) ? [inner] : [];
}

/** `if (x)`, `if (!x)`, and both sides of `&&` and `||`. */
function truthy(test: Expression, depth = 0): readonly Expression[] {
  if (depth > 20) return [];
  const inner = bare(test);
  if (inner.kind === 'unary' && inner.operator === '!') return truthy(inner.operand, depth + 1);
  if (inner.kind === 'binary' && /^(&&|\|\|)$/.test(inner.operator))
    return [...truthy(inner.left, depth + 1), ...truthy(inner.right, depth + 1)];
  return isValue(inner) ? [inner] : [];
}

function isValue(expression: Expression): boolean {
  return expression.kind === 'name' || (expression.kind === 'member' && (isValue(expression.object) || expression.object.kind === 'this'));
}

/** The whole `if` where it leaves at once; else only the check. */
function statementRange({ node, parent }: Visited): Safeguard['range'] {
  const around = parent?.node;
  if (node.kind === 'if') return node.then.length <= 1 && !node.otherwise ? node.range : node.test.range;
  if (around?.kind === 'if' && around.then.length <= 1 && !around.otherwise) return around.range;
  if (around?.kind === 'expression') return around.range;
  return node.range;
}

/** `if (x == null) throw …`: nothing behind it had to deal with a missing value. */
function isEarlyEnd({ range }: Safeguard, { symbol }: SymbolAt): boolean {
  return visitsOf(codeOf(symbol), 'if').some(({ node }) => node.range.start === range.start && leaves(node.then));
}

/** Whether the value goes to a call, so that this one gets what is missing. */
function isHandedOn(key: string, { symbol }: SymbolAt): boolean {
  return visitsOf(codeOf(symbol), 'call', 'new').some(({ node }) => node.arguments.some((each) => canonical(each) === key));
}

/** Whether a member of the value is used, so that it must be there. */
function looksInto(key: string, { symbol }: SymbolAt, orSafely: boolean): boolean {
  for (const { node } of walk(codeOf(symbol))) {
    if ((node.kind !== 'member' && node.kind !== 'call') || (node.optional && !orSafely)) continue;
    const object = node.kind === 'member' ? node.object : node.receiver;
    if (object && (canonical(object) === key || (orSafely && isDefaulted(bare(object), key)))) return true;
  }
  return false;
}

/** `(items ?? []).length`. */
function isDefaulted(object: Expression, key: string): boolean {
  return object.kind === 'binary' && /^(\?\?|\|\|)$/.test(object.operator) && canonical(bare(object.left)) === key;
}

const present =
  /^(orElseThrow|orElse|requireNonNull|of|ofEntries|asList|emptyList|builder|build|toString|getClass|valueOf|createElement|stringify|keys|values|entries|map|filter|slice|trim|split)$/;

/** A variable that is set to what cannot be missing needed no check. */
function isAlwaysThere(key: string, { symbol }: SymbolAt): boolean {
  return visitsOf(codeOf(symbol), 'variable').some(({ node: { name, value } }) => {
    if (name !== key || !value) return false;
    const set = bare(value);
    return (
      /^(new|string|concatenation|array|object|function|this|number)$/.test(set.kind) || (set.kind === 'call' && present.test(set.name))
    );
  });
}

/** Whether the value is what a function of this very change returns: it may no longer return what is missing. */
function isMadeByChanged(key: string, { symbol }: SymbolAt, change: CodeChange): boolean {
  const name = key.split('.')[0] ?? '';
  return visitsOf(codeOf(symbol), 'variable', 'assignment').some(({ node }) => {
    const target = node.kind === 'variable' ? node.name : canonical(node.target);
    const value = target === name && node.value ? bare(node.value) : undefined;
    return value?.kind === 'call' && changedFunctions(change).has(value.name);
  });
}

const changedNames = new WeakMap<CodeChange, ReadonlySet<string>>();

function changedFunctions(change: CodeChange): ReadonlySet<string> {
  const names =
    changedNames.get(change) ?? new Set(change.symbols.flatMap((each) => (each.kind === 'removed' ? [] : [each.head.symbol.name])));
  changedNames.set(change, names);
  return names;
}

/** Where a value comes from: a variable’s initial value, a parameter’s type. */
function originOf(key: string, { symbol }: SymbolAt): string {
  const name = key.split('.')[0] ?? '';
  for (const { node } of walk(codeOf(symbol))) {
    if (node.kind === 'variable' && node.name === name) return `= ${node.value ? canonical(node.value) : ''} ${node.type ?? ''}`;
    if (node.kind === 'function' && node.parameters.includes(name)) return 'parameter';
  }
  const parameter = symbol.parameters?.find((each) => each.name === name);
  if (!parameter) return 'outer';
  const nullness = nullnessOf(parameter.annotations.map((each) => simpleTypeName(each.name)));
  return `: ${parameter.type ?? ''} ${String(parameter.optional)} ${parameter.default ?? ''} ${nullness}`;
}
