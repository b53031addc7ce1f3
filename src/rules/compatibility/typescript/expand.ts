import type { SymbolFact } from '../../../code/facts.ts';
import { parseType } from './parse-type.ts';
import type { Names } from './type-reader.ts';
import { memberOf, type Placed, type Scope } from './scope.ts';
import type { DeclaredScriptType } from './script-side.ts';
import { anyType, parts, unionOf, type ScriptType, type TypeMember } from './type.ts';

/** The members of an object type, and whether they are all there are. */
export interface Shape {
  readonly members: readonly TypeMember[];
  readonly isComplete: boolean;
  readonly scope: Scope;
}

const deepest = 8;

/** What an alias stands for; undefined for all other types. */
export function expandAlias({ type, scope }: Placed): Placed | undefined {
  if (type.kind !== 'name') return undefined;
  const [declared] = scope.side.find(type.name, scope.file);
  if (!declared) return expandBuiltIn(type, scope);
  if (declared.symbol.kind !== 'type-alias' || declared.symbol.type === undefined) return undefined;
  return { type: parseType(declared.symbol.type, given(declared.symbol, type.args)), scope: { ...scope, file: declared.file } };
}

function given({ typeParameters }: SymbolFact, args: readonly ScriptType[]): Names {
  const types = new Map(
    typeParameters.map((each, place) => [each.name, args[place] ?? (each.default === undefined ? anyType : parseType(each.default))]),
  );
  return (name) => types.get(name);
}

const builtIns: ReadonlySet<string> = new Set(['NonNullable', 'Record', 'Partial', 'Required', 'Readonly', 'Pick', 'Omit']);

/** The types of the library that make an object of another. */
function expandBuiltIn({ name, args: [first, second] }: Extract<ScriptType, { kind: 'name' }>, scope: Scope): Placed | undefined {
  if (!first || !builtIns.has(name)) return undefined;
  if (name === 'NonNullable') return { type: unionOf(parts(first).filter((each) => !isNothing(each))), scope };
  const keys = second && literalKeys(name === 'Record' ? first : second);
  if (name === 'Record')
    return (
      keys &&
      object(
        keys.map((key) => property(key, second)),
        scope,
      )
    );
  const shape = shapeOf({ type: first, scope });
  if (!shape?.isComplete) return undefined;
  switch (name) {
    case 'Partial':
      return object(
        shape.members.map((each) => ({ ...each, isOptional: true })),
        shape.scope,
      );
    case 'Required':
      return object(
        shape.members.map((each) => ({ ...each, isOptional: false })),
        shape.scope,
      );
    case 'Readonly':
      return object(
        shape.members.map((each) => ({ ...each, isReadonly: true })),
        shape.scope,
      );
    case 'Pick':
      return (
        keys &&
        object(
          shape.members.filter((each) => keys.includes(each.name)),
          shape.scope,
        )
      );
    case 'Omit':
      return (
        keys &&
        object(
          shape.members.filter((each) => !keys.includes(each.name)),
          shape.scope,
        )
      );
    default:
      return undefined;
  }
}

function isNothing(type: ScriptType): boolean {
  return type.kind === 'name' && (type.name === 'null' || type.name === 'undefined');
}

function literalKeys(type: ScriptType): readonly string[] | undefined {
  const keys = parts(type).map((each) => (each.kind === 'literal' ? each.text.replace(/^"|"$/g, '') : undefined));
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

function property(name: string, type: ScriptType): TypeMember {
  return { name, type, isOptional: false, isReadonly: false, isMethod: false };
}

function object(members: readonly TypeMember[], scope: Scope): Placed {
  return { type: { kind: 'object', members }, scope };
}

/** What a class or an interface says that it extends; nothing where it is declared elsewhere. */
export function supertypesOf({ type, scope }: Placed): readonly Placed[] {
  if (type.kind !== 'name') return [];
  return scope.side
    .find(type.name, scope.file)
    .flatMap(({ symbol, file }) =>
      symbol.supertypes
        .filter(({ relation }) => relation === 'extends')
        .map((each) => ({ type: parseType(each.type, given(symbol, type.args)), scope: { ...scope, file } })),
    );
}

/** The members of an object type, interface or class with what it inherits; undefined where it is none, or nobody knows. */
export function shapeOf(placed: Placed, depth = 0): Shape | undefined {
  const { type, scope } = placed;
  if (depth > deepest) return undefined;
  if (type.kind === 'object') return { members: type.members, isComplete: true, scope };
  if (type.kind === 'intersection')
    return merged(
      type.types.map((each) => shapeOf({ type: each, scope }, depth + 1)),
      scope,
    );
  if (type.kind !== 'name') return undefined;
  const alias = expandAlias(placed);
  if (alias) return shapeOf(alias, depth + 1);
  const declared = scope.side.find(type.name, scope.file);
  return declared.some(({ symbol }) => symbol.kind === 'interface' || symbol.kind === 'class')
    ? declaredShape(declared, type.args, scope, depth)
    : undefined;
}

function merged(shapes: readonly (Shape | undefined)[], scope: Scope): Shape | undefined {
  const known = shapes.filter((each) => each !== undefined);
  if (known.length === 0) return undefined;
  return {
    members: known.flatMap(({ members }) => members),
    isComplete: known.length === shapes.length && known.every(({ isComplete }) => isComplete),
    scope,
  };
}

/** The shape of a declaration, with its own type variables or with what is given for them. */
export function declaredShape(
  pieces: readonly DeclaredScriptType[],
  args: readonly ScriptType[],
  scope: Scope,
  depth = 0,
  own?: Names,
): Shape {
  const members: TypeMember[] = [];
  let isComplete = true;
  for (const { symbol, members: declared, file } of pieces) {
    const names = own ?? given(symbol, args);
    members.push(...declared.filter(isInstanceMember).map((each) => memberOf(each, names)));
    for (const { relation, type } of symbol.supertypes) {
      if (relation === 'implements') continue;
      const above = shapeOf({ type: parseType(type, names), scope: { ...scope, file } }, depth + 1);
      isComplete &&= above?.isComplete ?? false;
      members.push(...(above?.members ?? []).filter(({ name }) => !members.some((each) => each.name === name)));
    }
  }
  return { members, isComplete, scope };
}

function isInstanceMember({ kind, visibility, modifiers }: SymbolFact): boolean {
  return (kind === 'field' || kind === 'method') && visibility === 'public' && !modifiers.includes('static');
}
