import { allOf, type Answer, type Comparison } from './comparison.ts';
import type { Placed, Scope } from './scope.ts';
import { anyType, orUndefined, type Parameter, type ScriptType, type Signature } from './type.ts';

export interface PlacedSignature {
  readonly signature: Signature;
  readonly scope: Scope;
}

/** Whether one function can stand in for another: it asks for no more and gives no less. */
export function compareFunctions(from: PlacedSignature, to: PlacedSignature, state: Comparison, isBivariant = false): Answer {
  const [source, target] = [withVariables(from), withVariables(to)];
  const inferred = new Map(state.inferred);
  for (const { key } of from.signature.variables.slice(to.signature.variables.length)) inferred.set(key, undefined);
  const inner: Comparison = { ...state, inferred };
  const [own, others] = [from.signature.parameters, to.signature.parameters];
  if (least(own) > most(others)) return false;
  const rest = own.find(({ isRest }) => isRest);
  const pairs = Array.from({ length: rest ? Math.max(own.length, others.length) : own.length }, (_, place) => place).flatMap((place) => {
    const [each, other] = [own[place] ?? rest, parameterAt(others, place)];
    return each && other ? [compareParameter(each, other, { source, target }, inner, isBivariant)] : [];
  });
  const result = isVoid(to.signature.result)
    ? true
    : inner.compare({ type: from.signature.result, scope: source }, { type: to.signature.result, scope: target }, inner);
  return allOf([...pairs, result]);
}

/** The callers’ values come in: they go the other way. */
function compareParameter(
  own: Parameter,
  other: ScriptType,
  { source, target }: { readonly source: Scope; readonly target: Scope },
  state: Comparison,
  isBivariant: boolean,
): Answer {
  const accepted: Placed = { type: own.isRest ? elementOf(own.type) : orUndefined(own.type, own.isOptional), scope: source };
  const given: Placed = { type: other, scope: target };
  const answer = state.compare(given, accepted, state);
  return answer !== true && isBivariant && state.compare(accepted, given, state) === true ? true : answer;
}

function withVariables({ signature, scope }: PlacedSignature): Scope {
  const bounds = signature.variables.flatMap(({ key, constraint }) => (constraint ? [[key, constraint] as const] : []));
  return bounds.length === 0 ? scope : { ...scope, constraints: new Map([...scope.constraints, ...bounds]) };
}

function isVoid(type: ScriptType): boolean {
  return type.kind === 'name' && type.name === 'void';
}

function least(parameters: readonly Parameter[]): number {
  return parameters.filter(({ isOptional, isRest }) => !isOptional && !isRest).length;
}

function most(parameters: readonly Parameter[]): number {
  return parameters.some(({ isRest }) => isRest) ? Infinity : parameters.length;
}

/** What is handed over at a place; a rest parameter takes all that follow. */
function parameterAt(parameters: readonly Parameter[], place: number): ScriptType | undefined {
  const own = parameters[place];
  const last = parameters.at(-1);
  if (own && !own.isRest) return orUndefined(own.type, own.isOptional);
  return last?.isRest && place >= parameters.length - 1 ? elementOf(last.type) : undefined;
}

export function elementOf(type: ScriptType): ScriptType {
  return type.kind === 'name' && /^(?:Readonly)?Array$/.test(type.name) ? (type.args[0] ?? anyType) : anyType;
}
