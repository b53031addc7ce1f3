import { functionTypes } from '../body/functions.ts';
import { ownName } from '../modules/assignments.ts';
import type { Target, TopAssignment } from '../modules/assignments.ts';
import { requireOf } from '../modules/require.ts';
import type { Part } from '../part.ts';
import type { Declaration, Scope } from './declaration.ts';
import { declareValue, objectMember } from './values.ts';

/** Declarations made by assignment: of the module, or members of something declared elsewhere in it. */
export interface Assigned {
  readonly declarations: readonly Declaration[];
  readonly attached: readonly { readonly owner: string; readonly declaration: Declaration }[];
}

const inModule = { callable: 'function', plain: 'variable' } as const;

/** Undefined where the assignment declares nothing, so that it stays a statement. */
export function declareAssigned(scope: Scope, assignment: TopAssignment, isDeclared: (name: string) => boolean): Assigned | undefined {
  const { targets, value } = assignment;
  const { reader } = scope;
  if (targets.some(({ kind }) => kind === 'variable')) return undefined;
  const attached = targets.flatMap((target) => attach(scope, target, assignment, isDeclared));
  if (attached.length > 0) return { declarations: [], attached };
  if (targets.every(({ kind }) => kind === 'member')) return undefined;
  const refersOnly = value.type === 'identifier' || requireOf(reader.slice(value)) !== undefined;
  return { declarations: refersOnly ? [] : targets.flatMap((target) => exported(scope, target, assignment)), attached: [] };
}

function exported(scope: Scope, target: Target, { value, range }: TopAssignment): readonly Declaration[] {
  if (target.kind === 'export') {
    const seed = { name: target.name, nameRange: target.nameRange, range, visibility: 'public' } as const;
    return [declareValue(scope, value, seed, inModule)];
  }
  if (target.kind !== 'module') return [];
  if (value.type === 'object')
    return value.parts.filter((property) => !isReference(property, scope)).flatMap((property) => objectMember(scope, property, inModule));
  const name = ownName(value, scope.reader) ?? 'module.exports';
  const seed = {
    name,
    nameRange: { start: range.start, end: range.start + 'module.exports'.length },
    range,
    visibility: 'public',
  } as const;
  return [declareValue(scope, value, seed, inModule)];
}

/** A property that hands on what is declared elsewhere. */
function isReference(property: Part, { reader }: Scope): boolean {
  if (property.type === 'shorthand_property_identifier' || property.type === 'spread_element') return true;
  const value = property.type === 'pair' ? property.last : undefined;
  return value !== undefined && (value.type === 'identifier' || requireOf(reader.slice(value)) !== undefined);
}

/** `Foo.bar = function …` and `Foo.prototype.bar = …` are methods of `Foo`. */
function attach(
  scope: Scope,
  target: Target,
  { value, range }: TopAssignment,
  isDeclared: (name: string) => boolean,
): Assigned['attached'] {
  if (target.kind !== 'member' || !isDeclared(target.owner)) return [];
  const { owner } = target;
  const inner = { ...scope, owner };
  if (functionTypes.has(value.type)) {
    const seed = {
      name: target.name,
      nameRange: target.nameRange,
      range,
      visibility: 'public',
      modifiers: target.onPrototype ? [] : ['static'],
    } as const;
    return [{ owner, declaration: declareValue(inner, value, seed, { callable: 'method', plain: 'field' }) }];
  }
  if (target.name !== 'prototype' || value.type !== 'object') return [];
  return value.parts.flatMap((property) => objectMember(inner, property)).map((declaration) => ({ owner, declaration }));
}

/** Puts attached members below their owners. */
export function withAttached(declarations: readonly Declaration[], attached: Assigned['attached']): readonly Declaration[] {
  const pending = new Map<string, Declaration[]>();
  for (const { owner, declaration } of attached) pending.set(owner, [...(pending.get(owner) ?? []), declaration]);
  return declarations.map((declaration) => {
    const own = pending.get(declaration.symbol.name);
    pending.delete(declaration.symbol.name);
    return own ? { ...declaration, members: [...declaration.members, ...own] } : declaration;
  });
}
