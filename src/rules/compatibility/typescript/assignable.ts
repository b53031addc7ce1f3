import type { SourceFile } from '../../../code/code-change.ts';
import { allOf, anyOf, type Answer, type Comparison } from './comparison.ts';
import { compareConditionals } from './assignable-conditional.ts';
import { compareFunctions } from './assignable-functions.ts';
import { compareShapes } from './assignable-shapes.ts';
import { expandAlias, shapeOf, supertypesOf, type Shape } from './expand.ts';
import { isLibrarySubtype, isLibraryType } from './library-types.ts';
import type { Placed } from './scope.ts';
import { keyOf, parts, type ScriptType } from './type.ts';

const deepest = 24;
const mostTypes = 400;
const primitives: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'bigint', 'symbol', 'null', 'undefined', 'void', 'never']);
/** Their argument can be handed on as something wider. */
const covariant: ReadonlySet<string> = new Set(
  'Array ReadonlyArray Promise PromiseLike Set ReadonlySet Map ReadonlyMap Iterable AsyncIterable Iterator AsyncIterator Generator AsyncGenerator IterableIterator Awaited Readonly Partial Required'.split(
    ' ',
  ),
);

/** Whether a value of one type can be given where another is wanted. Equal words mean equal types: what they name is told where it is declared. */
export function isAssignable(from: Placed, to: Placed, inferred: Comparison['inferred'] = new Map()): Answer {
  return compare(from, to, startingWith(inferred));
}

/** A comparison that has found out nothing yet. */
export function startingWith(inferred: Comparison['inferred']): Comparison {
  return { depth: 0, seen: new Set(), inferred, budget: { left: mostTypes }, compare };
}

function compare(from: Placed, to: Placed, state: Comparison): Answer {
  if (state.depth > deepest || state.budget.left-- <= 0) return undefined;
  const [source, target] = [keyOf(from.type), keyOf(to.type)];
  const key = `${source} → ${target}`;
  if (state.seen.has(key)) return true;
  const next: Comparison = { ...state, depth: state.depth + 1, seen: new Set(state.seen).add(key) };
  const [plainFrom, plainTo] = [withoutReadonly(from), withoutReadonly(to)];
  if (plainFrom !== from || plainTo !== to) return compare(plainFrom, plainTo, next);
  const [ownFrom, ownTo] = [whereDeclared(from), whereDeclared(to)];
  if (ownFrom !== from || ownTo !== to) return compare(ownFrom, ownTo, next);
  const bound = boundTo(from, to, next);
  if (bound !== undefined) return bound.answer;
  if (source === target || isPartOf(source, to.type) || isMissingInComment(from, to)) return true;
  return byName(from.type, to.type) ?? bySet(from, to, next);
}

/** `types.KeyObject` of a module that is imported as a whole is what that module calls `KeyObject`. */
function whereDeclared(placed: Placed): Placed {
  const { type, scope } = placed;
  if (type.kind !== 'name' || type.args.length > 0 || !type.name.includes('.')) return placed;
  const [declared] = scope.side.find(type.name, scope.file);
  const name = declared?.symbol.qualifiedName;
  if (declared === undefined || name === undefined || name === type.name || name.includes('.')) return placed;
  return { type: { ...type, name }, scope: { ...scope, file: declared.file } };
}

/** Comments hardly tell what may be missing: between them types are compared as without `strictNullChecks`, unless a file asks to be checked. */
function isMissingInComment({ type, scope }: Placed, to: Placed): boolean {
  return type.kind === 'name' && /^(?:null|undefined)$/.test(type.name) && isOnlyDocumented(scope.file) && isOnlyDocumented(to.scope.file);
}

function isOnlyDocumented({ facts, text }: SourceFile): boolean {
  return facts?.language === 'javascript' && !text.slice(0, 1000).includes('@ts-check');
}

/** Everything is a `Partial` of itself. */
function isPartOf(source: string, to: ScriptType): boolean {
  return to.kind === 'name' && to.name === 'Partial' && to.args.length === 1 && to.args.some((each) => keyOf(each) === source);
}

/** Whether a property may be set, and what a type is inferred from, says nothing about what can be given for what. */
function withoutReadonly(placed: Placed): Placed {
  const type = withoutCopy(placed.type);
  if (type !== placed.type) return { ...placed, type };
  const [inner] = type.kind === 'name' && (type.name === 'Readonly' || type.name === 'NoInfer') ? type.args : [];
  if (!inner) return placed;
  return { ...placed, type: inner.kind === 'name' && inner.name === 'Array' ? { ...inner, name: 'ReadonlyArray' } : inner };
}

/** `{ [K in keyof T]: T[K] } & {}`, which shows or lets set what `T` has, is `T`. */
function withoutCopy(type: ScriptType): ScriptType {
  if (type.kind === 'intersection') {
    const types = type.types.filter((each) => each.kind !== 'object' || each.members.length > 0);
    const [only] = types;
    return types.length === type.types.length || !only ? type : types.length === 1 ? only : { kind: 'intersection', types };
  }
  if (type.kind !== 'computed' || !/^mapped(?:[+-]?readonly)?\[\]$/.test(type.operator.replaceAll(/\s+/g, ''))) return type;
  const [over, value] = type.parts;
  const [copied] = over?.kind === 'computed' && over.operator === 'keyof' ? over.parts : [];
  const [read, key] = value?.kind === 'computed' && value.operator === '[]' ? value.parts : [];
  const isCopy = type.parts.length === 2 && copied && read && key?.kind === 'variable' && keyOf(copied) === keyOf(read);
  return isCopy ? copied : type;
}

/** A variable that the caller’s types decide takes the first type that it is given. */
function boundTo(from: Placed, to: Placed, state: Comparison): { readonly answer: Answer } | undefined {
  if (to.type.kind === 'variable' && state.inferred.has(to.type.key)) {
    const constraint = to.scope.constraints.get(to.type.key);
    if (!state.inferred.get(to.type.key)) state.inferred.set(to.type.key, from);
    return { answer: constraint ? compare(from, { type: constraint, scope: to.scope }, state) : true };
  }
  if (from.type.kind !== 'variable') return undefined;
  const known = state.inferred.get(from.type.key);
  return known && { answer: compare(known, to, state) };
}

/** What `any`, `unknown`, `never`, `void`, `object` and type guards settle; undefined where they settle nothing. */
function byName(from: ScriptType, to: ScriptType): boolean | undefined {
  const [source, target] = [nameOf(from), nameOf(to)];
  if (target === 'any' || target === 'unknown' || source === 'any' || source === 'never') return true;
  if (source === 'unknown') return parts(to).some((each) => nameOf(each) === 'any' || nameOf(each) === 'unknown');
  if (target === 'void' && source === 'undefined') return true;
  if (target === 'boolean' && asComputed(from)?.operator === 'is') return true;
  if (source === 'boolean' && asComputed(to)?.operator === 'is') return false;
  return to.kind === 'object' && to.members.length === 0 && from.kind === 'literal' ? true : undefined;
}

function nameOf(type: ScriptType): string | undefined {
  return type.kind === 'name' ? type.name : undefined;
}

/** Unions and intersections, then what is left. */
function bySet(from: Placed, to: Placed, state: Comparison): Answer {
  const source = parts(from.type);
  if (source.length > 1) return allOf(withoutLiteralsOf(to.type, source).map((type) => compare({ ...from, type }, to, state)));
  if (to.type.kind === 'intersection') return allOf(to.type.types.map((type) => compare(from, { ...to, type }, state)));
  const alias = expandAlias(from);
  const target = parts(to.type);
  if (target.length > 1) {
    const answer = anyOf(withoutOtherLiterals(from.type, target).map((type) => compare(from, { ...to, type }, state)));
    const wider = alias ?? constraintOf(from);
    return answer === true || !wider ? answer : compare(wider, to, state);
  }
  const aliased = expandAlias(to);
  if (isSameName(from.type, to.type)) {
    const answer = byArguments(from, to, state);
    if (answer !== undefined) return answer;
    if (!alias && !aliased) return byShapes(from, to, state);
  }
  if (aliased) return compare(from, aliased, state);
  return alias ? compare(alias, to, state) : plainly(from, to, state);
}

/** Lists of hundreds of words are told apart without comparing each with each. */
function withoutLiteralsOf(to: ScriptType, source: readonly ScriptType[]): readonly ScriptType[] {
  const known = new Set(parts(to).flatMap((each) => (each.kind === 'literal' ? [each.text] : [])));
  return source.filter((each) => each.kind !== 'literal' || !known.has(each.text));
}

function withoutOtherLiterals(from: ScriptType, target: readonly ScriptType[]): readonly ScriptType[] {
  return from.kind === 'literal' ? target.filter((each) => each.kind !== 'literal' || each.text === from.text) : target;
}

function isSameName(from: ScriptType, to: ScriptType): boolean {
  return from.kind === 'name' && to.kind === 'name' && from.name === to.name;
}

function byArguments(from: Placed, to: Placed, state: Comparison): Answer {
  if (from.type.kind !== 'name' || to.type.kind !== 'name') return undefined;
  const answer = byGiven(from.type.args, to.type.args, from, to, state);
  return answer === true || covariant.has(from.type.name) ? answer : undefined;
}

/** Argument by argument. What is left out on one side has a default: what that means is told where the type is declared. */
function byGiven(source: readonly ScriptType[], target: readonly ScriptType[], from: Placed, to: Placed, state: Comparison): Answer {
  const given = source.slice(0, target.length);
  return allOf(given.map((type, place) => compare({ ...from, type }, { ...to, type: target[place] ?? type }, state)));
}

function plainly(from: Placed, to: Placed, state: Comparison): Answer {
  const [source, target] = [from.type, to.type];
  if (source.kind === 'intersection')
    return anyOf([...source.types.map((type) => compare({ ...from, type }, to, state)), byShape(from, to, state)]);
  if (source.kind === 'computed' || target.kind === 'computed') return computed(from, to, state);
  if (target.kind === 'variable') return isComputedElsewhere(source) ? undefined : false;
  if (source.kind === 'variable') {
    const answer = byConstraint(from, to, state);
    return answer === false && isComputedElsewhere(target) ? undefined : answer;
  }
  if (source.kind === 'literal') return byLiteral(source.text, target);
  if (target.kind === 'literal')
    return source.kind === 'name' && !primitives.has(source.name) && !isLibraryType(source.name) ? undefined : false;
  if (source.kind === 'function' && target.kind === 'function')
    return compareFunctions({ signature: source.signature, scope: from.scope }, { signature: target.signature, scope: to.scope }, state);
  if (isArray(source) && isArray(target)) return byArray(from, to, state);
  return byLibrary(from, to, state) ?? byHeritage(from, to, state) ?? byShape(from, to, state);
}

/** What the library says of its own types; what is in them may be handed on as something wider. */
function byLibrary(from: Placed, to: Placed, state: Comparison): Answer {
  const [source, target] = [from.type, to.type];
  if (source.kind !== 'name' || target.kind !== 'name' || !isLibrarySubtype(source.name, target.name)) return undefined;
  // What a map iterates over is made of both its arguments.
  if (source.args.length > 1 && target.args.length < source.args.length) return true;
  return byGiven(source.args, target.args, from, to, state);
}

/** What an unknown type makes of its arguments may be what it is given. */
function isComputedElsewhere(type: ScriptType): boolean {
  return type.kind === 'name' && type.args.length > 0 && !isLibraryType(type.name);
}

/** What extends the type that is wanted, directly or not, has all that is asked for. */
function byHeritage(from: Placed, to: Placed, state: Comparison): true | undefined {
  if (to.type.kind !== 'name' || state.depth > deepest || state.budget.left-- <= 0) return undefined;
  const name = lastName(to.type.name);
  const isAbove = supertypesOf(from).some((above) => {
    if (above.type.kind !== 'name') return false;
    if (lastName(above.type.name) === name) return byGiven(above.type.args, argsOf(to.type), above, to, state) === true;
    return byHeritage(above, to, { ...state, depth: state.depth + 1 }) === true;
  });
  return isAbove ? true : undefined;
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function argsOf(type: ScriptType): readonly ScriptType[] {
  return type.kind === 'name' ? type.args : [];
}

function byConstraint(from: Placed, to: Placed, state: Comparison): Answer {
  const constraint = constraintOf(from);
  return constraint ? compare(constraint, to, state) : false;
}

/** What is known of a type variable. */
function constraintOf({ type, scope }: Placed): Placed | undefined {
  const constraint = type.kind === 'variable' ? scope.constraints.get(type.key) : undefined;
  return constraint && { scope, type: constraint };
}

/** What is only read can be given where it is read; other computed types are the same where all their parts are. */
function computed(from: Placed, to: Placed, state: Comparison): Answer {
  const [source, target] = [asComputed(from.type), asComputed(to.type)];
  if (target?.operator === 'readonly') {
    const type = source?.operator === 'readonly' ? source.parts[0] : from.type;
    const [inner] = target.parts;
    return inner && type ? compare({ ...from, type }, { ...to, type: inner }, state) : undefined;
  }
  if (source && target) return sameParts(from, to, source, target, state);
  return source?.operator === 'asserts' && nameOf(to.type) === 'void' ? true : undefined;
}

type Computed = Extract<ScriptType, { kind: 'computed' }>;

function asComputed(type: ScriptType): Computed | undefined {
  return type.kind === 'computed' ? type : undefined;
}

function sameParts(from: Placed, to: Placed, source: Computed, target: Computed, state: Comparison): Answer {
  if (source.operator !== target.operator || source.parts.length !== target.parts.length) return undefined;
  if (source.operator === 'conditional') return compareConditionals(from, to, state);
  return allOf(
    source.parts.map((type, place) => {
      const [own, other] = [
        { ...from, type },
        { ...to, type: target.parts[place] ?? type },
      ];
      const both = [compare(own, other, state), compare(other, own, state)];
      return both.includes(false) ? false : allOf(both);
    }),
  );
}

function byLiteral(text: string, target: ScriptType): Answer {
  const primitive = /^["'`]/.test(text) ? 'string' : /^-?\d+n$/.test(text) ? 'bigint' : /^-?\d/.test(text) ? 'number' : 'boolean';
  if (target.kind === 'name')
    return target.name === primitive ? true : primitives.has(target.name) || isLibraryType(target.name) ? false : undefined;
  return target.kind === 'object' ? target.members.length === 0 : false;
}

function isArray(type: ScriptType): boolean {
  return type.kind === 'tuple' || /^(?:Readonly)?Array$/.test(nameOf(type) ?? '');
}

/** Two arrays or tuples. */
function byArray(from: Placed, to: Placed, state: Comparison): Answer {
  const [source, target] = [from.type, to.type];
  if (source.kind === 'tuple' && target.kind === 'tuple') {
    if (source.elements.some(({ isRest }) => isRest) || target.elements.some(({ isRest }) => isRest)) return undefined;
    const least = target.elements.filter(({ isOptional }) => !isOptional).length;
    if (source.elements.length > target.elements.length || source.elements.length < least) return false;
    return allOf(
      source.elements.map(({ type }, place) => compare({ ...from, type }, { ...to, type: target.elements[place]?.type ?? type }, state)),
    );
  }
  if (target.kind === 'tuple') return false;
  if (nameOf(source) === 'ReadonlyArray' && nameOf(target) === 'Array') return false;
  const [element] = target.kind === 'name' ? target.args : [];
  const sources = source.kind === 'tuple' ? source.elements.map(({ type }) => type) : source.kind === 'name' ? source.args : [];
  return element ? allOf(sources.map((type) => compare({ ...from, type }, { ...to, type: element }, state))) : undefined;
}

/** By what both have; undefined where it is not known of one of them. */
function byShapes(from: Placed, to: Placed, state: Comparison): Answer {
  const [source, target] = [shapeOf(from), shapeOf(to)];
  return source && target && compareShapes(source, target, state);
}

/** A function has a member without a name, as an interface that can be called has. */
function callableShapeOf(placed: Placed): Shape | undefined {
  const { type, scope } = placed;
  if (type.kind !== 'function') return shapeOf(placed);
  const member = { name: type.isConstructor ? 'new' : '()', type, isOptional: false, isReadonly: false, isMethod: false };
  return { members: [member], isComplete: true, scope };
}

function byShape(from: Placed, to: Placed, state: Comparison): Answer {
  const [source, target] = [callableShapeOf(from), callableShapeOf(to)];
  if (source && target) return compareShapes(source, target, state);
  if (target?.isComplete && target.members.length === 0) return !/^(?:null|undefined|void)$/.test(nameOf(from.type) ?? '');
  if (nameOf(to.type) === 'object') return isSolid(from) ? true : primitives.has(nameOf(from.type) ?? '') ? false : undefined;
  if (nameOf(to.type) === 'Function' && from.type.kind === 'function') return true;
  return isKnown(from) && isKnown(to) ? false : undefined;
}

function isSolid({ type }: Placed): boolean {
  return type.kind === 'object' || type.kind === 'function' || type.kind === 'tuple' || isLibraryType(nameOf(type) ?? '');
}

/** Whether it is certain what a type is: none that is only a name from elsewhere. */
function isKnown(placed: Placed): boolean {
  return isSolid(placed) || primitives.has(nameOf(placed.type) ?? '');
}
