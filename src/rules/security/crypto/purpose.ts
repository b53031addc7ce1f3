import { contains } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import { bare, visitsOf, type CodeNode } from '../../../code/walk.ts';
import type { Sight } from '../../pattern/code-inventory.ts';
import { isUnguessable, wordsOf } from '../sensitive/names.ts';

/**
 * The name of what a value becomes that must not be guessed, e.g. `resetToken`: the variable, field or property that it is put into,
 * directly or through other variables of the function; the function that makes it. Undefined where nothing says so.
 */
export function secretMadeOf(sight: Sight): string | undefined {
  const direct = nameAround(sight);
  const named = direct.find(isUnguessable);
  if (named !== undefined) return named;
  const { symbol } = sight;
  const isHeld = symbol.kind === 'field' || symbol.kind === 'variable';
  if (symbol.kind !== 'module' && (isHeld ? isUnguessable(symbol.name) : makesSecret(symbol.name))) return symbol.name;
  const holder = holderOf(sight);
  return holder === undefined ? undefined : followed(holder, sight);
}

/** `generateToken`, `newSessionId`, `createPassword`, `resetToken`; `token` alone is a name of anything. */
function makesSecret(name: string): boolean {
  if (
    /^(?:reset|session|access|refresh|csrf|xsrf|auth|verification|confirmation|activation|invitation) (?:token|id|code|key)$/.test(
      wordsOf(name),
    )
  )
    return true;
  return /^(?:generate|gen|create|make|new|next|random|build|issue|mint|get)\b/.test(wordsOf(name)) && isUnguessable(name);
}

/** The names of what stands right around a value: what it is assigned to, the property, the functions that are declared around. */
function nameAround({ node: value, parent }: Sight): readonly string[] {
  const names: string[] = [];
  for (let at = parent; at; at = at.parent) {
    const { node } = at;
    // `{ password, ...rest }` takes apart what comes back, and not what went in.
    if (node.kind === 'variable' && !/^[{[]/.test(node.name)) names.push(node.name);
    if (node.kind === 'assignment') names.push(...targetNames(node.target));
    if (node.kind === 'object') names.push(...node.properties.filter((each) => contains(each.range, value.range)).map(({ key }) => key));
    if (node.kind === 'function' && node.name !== undefined) names.push(node.name);
    if (node.kind === 'call' && /^set[A-Z]|^put$|^cookie$|^setItem$|^setAttribute$/.test(node.name))
      names.push(node.name, ...node.arguments.flatMap((each) => (each.kind === 'string' ? [each.value] : [])));
    if (node.kind === 'loop' || node.kind === 'if' || node.kind === 'function' || node.kind === 'functions') break;
  }
  return names;
}

function targetNames(target: Expression): readonly string[] {
  const value = bare(target);
  if (value.kind === 'index') return [...(value.index.kind === 'string' ? [value.index.value] : []), ...targetNames(value.object)];
  return value.kind === 'name' || value.kind === 'member' ? [value.name] : [];
}

/** The local variable that takes the value: `x` of `float x = random.nextFloat()`, `bytes` of `random.nextBytes(bytes)`. */
function holderOf(sight: Sight): string | undefined {
  if (sight.node.kind === 'call' && /^nextBytes$/.test(sight.node.name)) {
    const [only] = sight.node.arguments;
    return only?.kind === 'name' ? only.name : undefined;
  }
  for (let at = sight.parent; at; at = at.parent) {
    const { node } = at;
    if (node.kind === 'variable') return node.name;
    if (node.kind === 'assignment') return node.target.kind === 'name' ? node.target.name : undefined;
    if (node.kind === 'function' || node.kind === 'functions') return undefined;
    if (node.kind === 'call' && node.name === 'nextBytes') return holderOf({ ...sight, ...at, node });
  }
  return undefined;
}

const mostSteps = 6;

/** What the value of a variable ends up in, some assignments on. */
function followed(start: string, { code, node }: Sight): string | undefined {
  const carriers = new Set([start]);
  for (let step = 0; step < mostSteps; step++) {
    const before = carriers.size;
    for (const { node: each } of visitsOf(code, 'variable', 'assignment')) {
      if (each.range.end < node.range.start || !each.value || !mentionsAny(each.value, carriers)) continue;
      const name = each.kind === 'variable' ? each.name : targetNames(each.target)[0];
      if (name === undefined) continue;
      if (isUnguessable(name)) return name;
      carriers.add(name);
    }
    for (const { node: call } of visitsOf(code, 'call')) {
      if (
        call.range.end < node.range.start ||
        !/^set[A-Z]|^append$|^push$|^add$/.test(call.name) ||
        !call.arguments.some((each) => mentionsAny(each, carriers))
      )
        continue;
      if (isUnguessable(call.name)) return call.name;
      if (call.receiver?.kind === 'name') carriers.add(call.receiver.name);
    }
    if (carriers.size === before) return undefined;
  }
  return undefined;
}

function mentionsAny(expression: CodeNode, names: ReadonlySet<string>): boolean {
  return visitsOf([expression], 'name').some(({ node }) => names.has(node.name));
}
