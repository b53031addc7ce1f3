import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { parseType } from './parse-type.ts';
import { memberOf, namesAt } from './scope.ts';
import type { ScriptSide } from './script-side.ts';
import type { ScriptType, TypeMember } from './type.ts';

/** Who makes values of a type. `given`: the package, for its consumers. `taken`: consumers, for the package. */
type Role = 'given' | 'taken';

interface Mention {
  readonly name: string;
  readonly role: Role;
}

const known = new WeakMap<ScriptSide, Roles>();

function rolesAt(side: ScriptSide): Roles {
  const roles = known.get(side) ?? new Roles(side);
  known.set(side, roles);
  return roles;
}

/** Whether the package alone makes values of a type, by all that the changed files declare; not where they do not tell. */
export function isOnlyGiven(name: string, side: ScriptSide): boolean {
  const roles = rolesAt(side);
  return roles.has(name, 'given') && !roles.has(name, 'taken');
}

/** Whether consumers are given values of a type. */
export function isGiven(name: string, side: ScriptSide): boolean {
  return rolesAt(side).has(name, 'given');
}

/** Whether consumers alone make values of a type, by all that the changed files declare; not where they do not tell. */
export function isOnlyTaken(name: string, side: ScriptSide): boolean {
  const roles = rolesAt(side);
  return roles.has(name, 'taken') && !roles.has(name, 'given');
}

/** Whether consumers make values of a type, so that the package calls the functions that are properties of it. */
export function isTaken(name: string, side: ScriptSide): boolean {
  return rolesAt(side).has(name, 'taken');
}

/** The roles of types, from functions, constants and classes through the types that they mention to those that these mention. */
class Roles {
  readonly #types: ReadonlyMap<string, TypeParts>;
  readonly #found: Readonly<Record<Role, Set<string>>> = { given: new Set(), taken: new Set() };

  constructor(side: ScriptSide) {
    this.#types = typesOf(side);
    this.#spread(side.files.filter(isOwnCode).flatMap(mentionsOfValues));
    this.#spreadToHeirs();
  }

  has(name: string, role: Role): boolean {
    return this.#found[role].has(name);
  }

  /** Consumers make values of a type by another one that extends it, if that one is there for nothing else. */
  #spreadToHeirs(): void {
    const heirs = groupBy(
      [...this.#types].flatMap(([name, { above }]) => above.map((each) => ({ name, above: each }))),
      ({ above }) => above,
    );
    for (const name of this.#found.taken)
      for (const { name: heir } of heirs.get(name) ?? [])
        if (!this.has(heir, 'given') && !this.has(heir, 'taken')) this.#spread([{ name: heir, role: 'taken' }]);
  }

  #spread(first: readonly Mention[]): void {
    const pending = [...first];
    let later: string[] = [];
    while (pending.length > 0) {
      for (let next = pending.pop(); next; next = pending.pop()) {
        const { name, role } = next;
        if (this.has(name, role)) continue;
        this.#found[role].add(name);
        const { parts, functions } = this.#types.get(name) ?? none;
        pending.push(...parts.flatMap((type) => mentionsIn(type, role)));
        if (role === 'taken') pending.push(...functions.flatMap((type) => mentionsIn(type, role)));
        else later.push(name);
      }
      // A function that consumers make, or that is a property of what they make, is called back, even where they are given it again.
      const called = later.filter((name) => !this.has(name, 'taken'));
      later = [];
      pending.push(...called.flatMap((name) => (this.#types.get(name) ?? none).functions.flatMap((type) => mentionsIn(type, 'given'))));
    }
  }
}

/** What a type mentions: functions that it is, or has as properties, apart from all the rest. */
interface TypeParts {
  /** The names of what it extends. */
  readonly above: readonly string[];
  readonly parts: readonly ScriptType[];
  readonly functions: readonly ScriptType[];
}

const none: TypeParts = { above: [], parts: [], functions: [] };

/** What tests declare says nothing of who else makes what. */
function isOwnCode({ role }: SourceFile): boolean {
  return role === 'production' || role === 'generated';
}

function typesOf({ files }: ScriptSide): ReadonlyMap<string, TypeParts> {
  const found = new Map<string, { above: string[]; parts: ScriptType[]; functions: ScriptType[] }>();
  for (const file of files)
    for (const { name, above, parts, functions } of typesIn(file)) {
      const all = found.get(name) ?? { above: [], parts: [], functions: [] };
      found.set(name, all);
      all.above.push(...above);
      all.parts.push(...parts);
      all.functions.push(...functions);
    }
  return found;
}

/** A review that follows an editor asks the same of every file that was not saved. */
const typesIn = remembered((file: SourceFile): readonly (TypeParts & { readonly name: string })[] => {
  const members = groupBy(file.facts?.symbols ?? [], ({ parent }) => parent);
  return (file.facts?.symbols ?? []).flatMap((symbol, index) => {
    const { kind, name, type, supertypes } = symbol;
    if (kind !== 'interface' && kind !== 'type-alias') return [];
    const names = namesAt({ file, symbol });
    const own = kind === 'interface' ? (members.get(index) ?? []).map((each) => memberOf(each, names)) : [];
    const written = kind === 'interface' ? supertypes.map((each) => parseType(each.type, names)) : [parseType(type ?? 'any', names)];
    const all = [...own, ...written.flatMap((each) => (each.kind === 'object' ? each.members : []))];
    const others = all.filter((each) => !isFunctionProperty(each)).map((each) => each.type);
    const parts = [...written.filter((each) => each.kind !== 'object' && each.kind !== 'function'), ...others];
    const functions = [...written.filter((each) => each.kind === 'function'), ...all.filter(isFunctionProperty).map((each) => each.type)];
    const above = written.flatMap((each) => (each.kind === 'name' ? [each.name] : []));
    return { name, above, parts, functions };
  });
});

/** A function as a property: one that is handed over, and not a method that belongs to the value. What may be left out is handed over in either form. */
export function isFunctionProperty({ type, isMethod, isOptional }: TypeMember): boolean {
  return (!isMethod || isOptional) && [type, ...(type.kind === 'union' ? type.types : [])].some(({ kind }) => kind === 'function');
}

const mentionsOfValues = remembered((file: SourceFile): readonly Mention[] => {
  const symbols = file.facts?.symbols ?? [];
  return symbols.flatMap((symbol) => {
    const owner = symbol.parent === undefined ? undefined : symbols[symbol.parent];
    // What only the package calls tells still what it makes.
    if (symbol.visibility === 'private')
      return symbol.kind === 'function' && symbol.parent === 0 && symbol.type !== undefined
        ? mentionsIn(parseType(symbol.type), 'given')
        : [];
    if ([symbol, owner].some((each) => each?.kind === 'interface' || each?.kind === 'type-alias')) return [];
    // What can be read as well is mostly read, as a field is.
    const isRead =
      symbol.modifiers.includes('setter') &&
      symbols.some((each) => each.qualifiedName === symbol.qualifiedName && each.modifiers.includes('getter'));
    const parameters = isRead ? [] : (symbol.parameters?.flatMap(({ type = 'any' }) => mentionsIn(parseType(type), 'taken')) ?? []);
    return [...parameters, ...(symbol.type === undefined ? [] : mentionsIn(parseType(symbol.type), 'given'))];
  });
});

/** What of a type has which role, where a value of it has this one: who is given a function calls it, and makes its arguments. */
function mentionsIn(type: ScriptType, role: Role): readonly Mention[] {
  return role === 'given' ? givenIn(type) : takenIn(type);
}

const givenIn = remembered((type: ScriptType) => findMentions(type, 'given'));
const takenIn = remembered((type: ScriptType) => findMentions(type, 'taken'));

function findMentions(type: ScriptType, role: Role): readonly Mention[] {
  const inner = (types: readonly ScriptType[], as = role): readonly Mention[] => types.flatMap((each) => mentionsIn(each, as));
  switch (type.kind) {
    case 'name':
      // Nobody has to give all of what is partial.
      return type.name === 'Partial' && role === 'taken'
        ? []
        : [{ name: type.name.slice(type.name.lastIndexOf('.') + 1), role }, ...inner(type.args)];
    case 'union':
    case 'intersection':
      return inner(type.types);
    case 'tuple':
      return inner(type.elements.map((each) => each.type));
    case 'object':
      return inner(type.members.map((each) => each.type));
    case 'function':
      return [
        ...inner(
          type.signature.parameters.map((each) => each.type),
          role === 'given' ? 'taken' : 'given',
        ),
        ...inner([type.signature.result]),
      ];
    case 'computed':
      return [...inner(type.parts, 'given'), ...inner(type.parts, 'taken')];
    default:
      return [];
  }
}
