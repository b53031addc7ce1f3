import { canonical } from '../../../code/canonical.ts';
import type { Assignment, Call, Expression, FunctionExpression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { bodyOf, symbolsNamed } from '../../../code/flow/scope.ts';
import { bare, callsIn, visitsOf, walk, type CodeNode } from '../../../code/walk.ts';
import type { CodeInventory, Sight } from '../../pattern/code-inventory.ts';

/** A write into an object that was reached by names of another object. */
export interface DeepWrite {
  readonly at: Sight;
  /** The object that is written to, as written. */
  readonly target: string;
  /** The name under which, as written. */
  readonly key: string;
}

/** Functions that copy one object into another, level by level, under whatever names it has. */
export function* deepMerges(code: CodeInventory): Generator<DeepWrite> {
  for (const sight of code.of('assignment')) {
    const write = writeOf(sight.node);
    // `object = object[part] = {}` is a step on the way, told with what is written at its end.
    if (!write || sight.parent?.node.kind === 'assignment') continue;
    const around = functionAround(sight);
    if (!around || !(goesDeeper(write, around, code) || walksPath(write, around)) || isGuarded(write, around, code)) continue;
    yield { at: sight, target: write.target, key: write.key };
  }
}

interface Write {
  readonly object: Expression;
  readonly index: Expression;
  readonly target: string;
  readonly key: string;
}

/** `target[key] = value` with a name that is not fixed. */
function writeOf({ operator, target }: Assignment): Write | undefined {
  if (operator !== '=' || target.kind !== 'index') return undefined;
  const [object, index] = [bare(target.object), bare(target.index)];
  if (object.kind !== 'name' || !(index.kind === 'name' || index.kind === 'index')) return undefined;
  return { object, index, target: canonical(object), key: canonical(index) };
}

interface Around {
  readonly name: string;
  readonly code: readonly CodeNode[];
}

/** The outermost function with a name: what it hands to helpers inside belongs to it. */
function functionAround({ symbol, code, parent }: Sight): Around | undefined {
  if (symbol.kind === 'function' || symbol.kind === 'method') return { name: symbol.name, code };
  let found: Around | undefined;
  for (let at = parent; at; at = at.parent) {
    if (at.node.kind !== 'function') continue;
    const name = nameOf(at.node, at.parent?.node) ?? (at.parent ? undefined : symbol.name);
    if (name !== undefined) found = { name, code: at.node.body };
  }
  return found;
}

function nameOf({ name }: FunctionExpression, parent: CodeNode | undefined): string | undefined {
  if (name !== undefined) return name;
  if (parent?.kind === 'variable') return parent.name;
  return parent?.kind === 'assignment' && 'name' in parent.target ? parent.target.name : undefined;
}

/** `merge(target[key], source[key])`: what is there already is merged in the same way. */
function goesDeeper({ target, key }: Write, around: Around, code: CodeInventory): boolean {
  const names = namesEnumerated(around, key);
  if (!names) return false;
  const held = `${target}[${key}]`;
  const aliases = new Set([
    held,
    ...visitsOf(around.code, 'variable').flatMap(({ node }) => (node.value && canonical(bare(node.value)) === held ? [node.name] : [])),
  ]);
  return visitsOf(around.code, 'call').some(
    ({ node, parent }) =>
      node.arguments.length > 1 &&
      node.arguments.some((each) => aliases.has(canonical(bare(each)))) &&
      comesBack(node, around, code) &&
      !isPutBack(parent?.node, held),
  );
}

/** `copy[key] = merge(copy[key], value)` makes something new of what is there. */
function isPutBack(parent: CodeNode | undefined, held: string): boolean {
  return parent?.kind === 'assignment' && canonical(bare(parent.target)) === held;
}

/** Whether a function is called that ends in the one around: itself, or one that calls it. */
function comesBack({ name }: Call, around: Around, code: CodeInventory): boolean {
  if (name === around.name) return true;
  const facts = code.file.facts;
  const called = facts ? symbolsNamed(facts, name) : [];
  return called.some((symbol) => callsIn(bodyOf(symbol) ?? []).some((call) => call.name === around.name));
}

const enumerating = /(?:^|\.)(?:keys|entries|ownKeys|getOwnPropertyNames|forIn|forOwn)\(/;

/** Whether the key is a name of another object: of a loop over it, of a callback for each of its names, or handed in. */
function namesEnumerated({ code, name }: Around, key: string): boolean {
  const root = /^[\w$]+/.exec(key)?.[0] ?? '';
  const enumerates =
    visitsOf(code, 'loop').some(({ node }) => node.form === 'for-each') ||
    callsIn(code).some((call) => enumerating.test(`${call.name}(`) || enumerating.test(canonical(call)));
  if (enumerates) return true;
  return visitsOf(code, 'loop').length === 0 && /merge|extend|copy|assign|defaults|mixin|deep/i.test(name) && root !== '';
}

/** `object = object[part]` for the parts of a path, before something is written under the last of them. */
function walksPath({ target }: Write, { code }: Around): boolean {
  const splits = callsIn(code).some(({ name, arguments: given }) => name === 'split' && given.length > 0);
  return splits && visitsOf(code, 'assignment').some((visited) => isStep(visited.node, target) && isInLoop(visited));
}

function isStep({ target, value }: Assignment, name: string): boolean {
  if (target.kind !== 'name' || target.name !== name) return false;
  return walk([value]).some(
    ({ node }) => node.kind === 'index' && canonical(bare(node.object)) === name && bare(node.index).kind !== 'string',
  );
}

function isInLoop({ parent }: { readonly parent?: { readonly node: CodeNode; readonly parent?: unknown } }): boolean {
  for (let at = parent as Sight['parent']; at; at = at.parent) {
    if (at.node.kind === 'loop') return true;
    if (at.node.kind === 'function') return at.parent?.node.kind === 'call' && /^(?:forEach|reduce|map|each)$/.test(at.parent.node.name);
  }
  return false;
}

/** Names that lead to what all objects share are left out, or only what the object has of its own is gone into. */
function isGuarded({ target, key }: Write, { code }: Around, inventory: CodeInventory): boolean {
  const texts = walk(code).map(({ node }) => node);
  const named = new Set(texts.flatMap((node) => (node.kind === 'string' ? [node.value] : [])));
  if (named.has('__proto__') && (named.has('constructor') || named.has('prototype'))) return true;
  return texts.some((node) => {
    switch (node.kind) {
      case 'call':
        return asksForOwn(canonical(node), target) || namesBoth(node.name, inventory);
      case 'name':
        return namesBoth(node.name, inventory);
      case 'binary':
        return (
          node.operator === 'instanceof' ||
          (node.operator === 'in' && canonical(bare(node.right)) === target && canonical(bare(node.left)) === key)
        );
      case 'regex':
        return node.pattern.includes('__proto__');
      default:
        return isWithoutPrototype(target, code, inventory);
    }
  });
}

function asksForOwn(call: string, target: string): boolean {
  return /[hH]asOwn/.test(call) && (call.startsWith(`${target}.`) || call.includes(`(${target},`));
}

/** `isSafe(key)` and `blocked.includes(key)` of the same file. */
function namesBoth(name: string, { file }: CodeInventory): boolean {
  if (!file.facts) return false;
  return symbolsNamed(file.facts, name).some((symbol) => {
    const code =
      bodyOf(symbol) ??
      ((symbol.value ?? symbol.context?.value) ? [symbol.value ?? symbol.context?.value].filter((each) => each !== undefined) : []);
    const texts = new Set(visitsOf(code, 'string').map(({ node }) => node.value));
    return texts.has('__proto__') && (texts.has('constructor') || texts.has('prototype'));
  });
}

function isWithoutPrototype(target: string, code: readonly CodeNode[], { file }: CodeInventory): boolean {
  const [symbol] = file.facts?.symbols ?? [];
  const made = symbol ? bindingsOf(target, { symbol, code }) : [];
  return made.some(({ value }) => value !== undefined && canonical(bare(value)) === 'Object.create(null)');
}
