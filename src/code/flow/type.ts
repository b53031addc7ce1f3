import { remembered } from '../../base/remembered.ts';
import { stepLimit } from '../../base/step-limit.ts';
import type { Call, Expression } from '../expression.ts';
import type { FileFacts, SymbolFact } from '../facts.ts';
import { bare, dottedName } from '../walk.ts';
import { bindingsOf, type Binding } from './bindings.ts';
import { farthest, symbolsNamed } from './scope.ts';
import type { Scope } from './scope.ts';

const isTooFar = stepLimit(farthest);

/**
 * The type of an expression as it is declared or constructed, qualified by the imports of the file: `javax.crypto.Cipher`.
 * Without type arguments. A type of no named import keeps its simple name. Undefined where nothing says so.
 */
export function typeOf(expression: Expression, scope: Scope, depth = 0): string | undefined {
  if (isTooFar(depth)) return undefined;
  if (expression.kind === 'cast' && expression.type !== '') return qualifiedType(expression.type, scope.file.facts);
  const value = bare(expression);
  switch (value.kind) {
    case 'new':
      return qualifiedType(value.type, scope.file.facts);
    case 'string':
    case 'concatenation':
      return scope.file.facts?.language === 'java' ? 'String' : 'string';
    case 'name':
      return typeOfName(value.name, value.range.start, scope, depth);
    case 'this':
      return enclosingType(scope)?.qualifiedName;
    case 'member':
      return value.object.kind === 'this' ? typeOfSymbol(value.name, scope) : undefined;
    case 'call':
      return typeOfCall(value, scope, depth);
    case 'conditional':
      return typeOf(value.then, scope, depth + 1);
    default:
      return undefined;
  }
}

/** A type as written, without its arguments, with the package that an import gives it. */
export function qualifiedType(written: string, facts: FileFacts | undefined): string {
  const type = written
    .replace(/<[\s\S]*/, '')
    .replace(/^final\s+/, '')
    .trim();
  const [first = ''] = type.split('.');
  const imported = facts?.imports.find(({ local }) => local === first);
  if (!imported || imported.name === '*') return type;
  return `${imported.source}.${imported.name}${type.slice(first.length)}`;
}

function typeOfName(name: string, position: number, scope: Scope, depth: number): string | undefined {
  const bindings = bindingsOf(name, scope);
  for (const { type, value, form, path } of nearestFirst(bindings, position)) {
    if (type !== undefined && type !== 'var' && path.length === 0) return qualifiedType(type, scope.file.facts);
    const held = value && form !== 'loop' && path.length === 0 ? typeOf(value, scope, depth + 1) : undefined;
    if (held !== undefined) return held;
  }
  if (bindings.length > 0) return undefined;
  return typeOfSymbol(name, scope) ?? (/^[A-Z]/.test(name) ? qualifiedType(name, scope.file.facts) : undefined);
}

/** The last declaration before a place is the one that holds there, as far as one can see without its block. */
function* nearestFirst(bindings: readonly Binding[], position: number): Generator<Binding> {
  const placed = lastFirst(bindings);
  if (placed.length < 2) return yield* bindings;
  yield* placed.slice(firstUpTo(placed, position));
  for (const each of bindings) if (each.at === undefined || each.at > position) yield each;
}

/** Those with a place, from the last to the first. Minified code declares one name thousands of times, and asks for it as often. */
const lastFirst = remembered((bindings: readonly Binding[]): readonly Binding[] =>
  bindings.filter(({ at }) => at !== undefined).sort((a, b) => (b.at ?? 0) - (a.at ?? 0)),
);

/** The index of the first of them that does not stand behind a place. */
function firstUpTo(placed: readonly Binding[], position: number): number {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.at ?? 0) > position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function typeOfSymbol(name: string, { file }: Scope): string | undefined {
  const symbol = (file.facts ? symbolsNamed(file.facts, name) : []).find(
    ({ kind, type }) => (kind === 'field' || kind === 'variable') && type !== undefined,
  );
  return symbol?.type === undefined ? undefined : qualifiedType(symbol.type, file.facts);
}

const factories = /^(getInstance|newInstance|create|of|builder|newBuilder|getDefault|instance|valueOf|getRuntime|open)$/;

/** A factory of a class gives the class; a method of the file what it declares. */
function typeOfCall(call: Call, scope: Scope, depth: number): string | undefined {
  const { receiver, name } = call;
  if (!receiver || receiver.kind === 'this') {
    const method = (scope.file.facts ? symbolsNamed(scope.file.facts, name) : []).find(
      (symbol) => symbol.type !== undefined && symbol.parameters,
    );
    return method?.type === undefined ? undefined : qualifiedType(method.type, scope.file.facts);
  }
  const isType = (receiver.kind === 'name' || receiver.kind === 'member') && /^[A-Z]/.test(receiver.name);
  if (!isType || !factories.test(name)) return undefined;
  return receiver.kind === 'name' ? typeOf(receiver, scope, depth + 1) : dottedName(receiver);
}

function enclosingType({ file, symbol }: Scope): SymbolFact | undefined {
  const symbols = file.facts?.symbols ?? [];
  for (let at: SymbolFact | undefined = symbol; at; at = at.parent === undefined ? undefined : symbols[at.parent]) {
    if (at.kind === 'class' || at.kind === 'enum' || at.kind === 'record' || at.kind === 'interface') return at;
  }
  return undefined;
}
