/** A TypeScript type as far as it can be told from what is written. Plain data; type variables are keys such as `#1.0`. */
export type ScriptType =
  | { readonly kind: 'name'; readonly name: string; readonly args: readonly ScriptType[] }
  | { readonly kind: 'variable'; readonly key: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'union' | 'intersection'; readonly types: readonly ScriptType[] }
  | { readonly kind: 'tuple'; readonly elements: readonly TupleElement[] }
  | { readonly kind: 'object'; readonly members: readonly TypeMember[] }
  | { readonly kind: 'function'; readonly signature: Signature; readonly isConstructor: boolean }
  /** What only a compiler could compute: `keyof`, conditional, mapped, indexed types; equal where the parts are. */
  | { readonly kind: 'computed'; readonly operator: string; readonly parts: readonly ScriptType[] };

export interface TupleElement {
  readonly type: ScriptType;
  readonly isOptional: boolean;
  readonly isRest: boolean;
}

export interface TypeMember {
  /** `()` of a call, `new` of a construct signature, `[string]` of an index signature. */
  readonly name: string;
  readonly type: ScriptType;
  readonly isOptional: boolean;
  readonly isReadonly: boolean;
  /** Written as a method: its parameters are compared both ways. */
  readonly isMethod: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly type: ScriptType;
  readonly isOptional: boolean;
  readonly isRest: boolean;
}

export interface TypeVariable {
  readonly key: string;
  readonly constraint?: ScriptType;
  readonly fallback?: ScriptType;
}

export interface Signature {
  readonly variables: readonly TypeVariable[];
  readonly parameters: readonly Parameter[];
  readonly result: ScriptType;
}

export const anyType: ScriptType = { kind: 'name', name: 'any', args: [] };
export const undefinedType: ScriptType = { kind: 'name', name: 'undefined', args: [] };

export function named(name: string, ...args: readonly ScriptType[]): ScriptType {
  return { kind: 'name', name, args };
}

/** The members of a union, or the type alone. */
export function parts(type: ScriptType, kind: 'union' | 'intersection' = 'union'): readonly ScriptType[] {
  if (type.kind === kind) return type.types.flatMap((each) => parts(each, kind));
  return kind === 'union' && type.kind === 'name' && type.name === 'boolean' ? booleans : [type];
}

const booleans: readonly ScriptType[] = [
  { kind: 'literal', text: 'false' },
  { kind: 'literal', text: 'true' },
];

export function unionOf(types: readonly ScriptType[]): ScriptType {
  const [only] = types;
  return only && types.length === 1 ? only : { kind: 'union', types };
}

/** With what an optional thing may be where it is left out. */
export function orUndefined(type: ScriptType, isOptional: boolean): ScriptType {
  // What may be anything may be undefined.
  return isOptional && !/^(?:unknown|any)$/.test(keyOf(type)) ? unionOf([type, undefinedType]) : type;
}

/** One text for all ways to write a type; equal texts are equal types where the same names mean the same. */
export function keyOf(type: ScriptType): string {
  switch (type.kind) {
    case 'name':
      return type.args.length === 0 ? type.name : `${type.name}<${type.args.map(keyOf).join()}>`;
    case 'variable':
      return type.key;
    case 'literal':
      return type.text;
    case 'union':
    case 'intersection':
      return `(${[...new Set(parts(type, type.kind).map(keyOf))].sort().join(type.kind === 'union' ? '|' : '&')})`;
    case 'tuple':
      return `[${type.elements.map((each) => `${each.isRest ? '...' : ''}${keyOf(each.type)}${each.isOptional ? '?' : ''}`).join()}]`;
    case 'object':
      return `{${type.members.map(memberKey).sort().join(';')}}`;
    case 'function':
      return `${type.isConstructor ? 'new ' : ''}${signatureKey(type.signature)}`;
    case 'computed':
      return `${type.operator}<${type.parts.map(keyOf).join()}>`;
  }
}

function memberKey({ name, type, isOptional, isReadonly }: TypeMember): string {
  return `${isReadonly ? 'readonly ' : ''}${name}${isOptional ? '?' : ''}:${keyOf(type)}`;
}

function signatureKey({ variables, parameters, result }: Signature): string {
  const bound = variables.map(({ key, constraint }) => key + (constraint ? ` extends ${keyOf(constraint)}` : '')).join();
  const list = parameters.map((each) => `${each.isRest ? '...' : ''}${keyOf(each.type)}${each.isOptional ? '?' : ''}`).join();
  return `<${bound}>(${list})=>${keyOf(result)}`;
}
