import type { FileFacts, SymbolFact } from '../../../code/facts.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { ofDottedName } from './chains.ts';
import { addAccessor } from './object-literals.ts';
import type { Code, Machine } from './machine.ts';
import { declaredParameters } from './parameters.ts';
import { propertyKey } from './operators.ts';
import type { Scope } from './scope.ts';
import { isThing, Thing, unclear, Unclear, type Value } from './value.ts';

export function codeOfSymbol(symbol: SymbolFact, isJustMethod: boolean, home?: Thing): Code {
  return {
    body: symbol.body ?? [],
    parameters: declaredParameters(symbol.parameters ?? []),
    start: symbol.range.start,
    end: symbol.range.end,
    isArrow: false,
    isAsync: symbol.modifiers.includes('async'),
    isGenerator: symbol.modifiers.includes('generator'),
    ...(isJustMethod && { home: home ?? nowhere }),
  };
}

const nowhere = new Thing(null);

/** A class, as its members say. */
export function classOf(machine: Machine, symbol: SymbolFact, facts: FileFacts, scope: Scope): Thing {
  const [extended] = symbol.supertypes.filter(({ relation }) => relation === 'extends');
  const members = membersOf(symbol, facts).flatMap((member) => memberCode(machine, member, scope));
  return madeClass(machine, { name: symbol.name, extended: extended?.type, members }, scope);
}

function memberCode(machine: Machine, member: SymbolFact, scope: Scope): readonly MemberCode[] {
  const { kind, name, value, modifiers, body } = member;
  const isStatic = modifiers.includes('static');
  if (kind === 'method') {
    const access = modifiers.includes('getter') ? 'get' : modifiers.includes('setter') ? 'set' : undefined;
    return [{ kind, name, isStatic, access, code: (home) => codeOfSymbol(member, true, home) }];
  }
  if (kind === 'constructor' && !modifiers.includes('implicit')) {
    const given = (member.parameters ?? []).map(
      ({ range, name: parameter }) => isKept(scope.file.text.slice(range.start, range.start + 12)) && parameter,
    );
    return [{ kind, given, code: (home) => codeOfSymbol(member, true, home) }];
  }
  if (kind === 'field') return [{ kind, name, isStatic, evaluate: (inner) => value && machine.evaluate(value, inner) }];
  return kind === 'initializer' && body && isStatic ? [{ kind: 'block', run: (inner) => void machine.run(body, inner) }] : [];
}

/** A parameter that becomes a property of the same name. */
export function isKept(parameter: string): boolean {
  return /^(?:private|public|protected|readonly)\s/.test(parameter);
}

/** What a class declares, wherever it stands. */
export interface ClassCode {
  readonly name: string;
  /** What it extends, as written. */
  readonly extended: string | undefined;
  readonly members: readonly MemberCode[];
}

export type MemberCode =
  | {
      readonly kind: 'method';
      readonly name: string;
      readonly isStatic: boolean;
      readonly access?: 'get' | 'set' | undefined;
      readonly code: (home: Thing) => Code;
    }
  | {
      readonly kind: 'constructor';
      readonly code: (home: Thing) => Code;
      /** By the place of a parameter: the property that it becomes. */
      readonly given: readonly (string | false)[];
    }
  | { readonly kind: 'field'; readonly name: string; readonly isStatic: boolean; readonly evaluate: (scope: Scope) => Value }
  | { readonly kind: 'block'; readonly run: (scope: Scope) => void };

/** Makes a class and declares it in the scope. */
export function madeClass(machine: Machine, { name, extended, members }: ClassCode, scope: Scope): Thing {
  const { realm } = machine;
  const parent = extended === undefined ? undefined : superclass(machine, extended, scope);
  const type = realm.native(() => {
    throw realm.error('TypeError', `Class constructor ${name} cannot be invoked without 'new'`);
  });
  const parentPrototype = parent?.held('prototype');
  const prototype = new Thing(isThing(parentPrototype) ? parentPrototype : realm.object);
  if (parent) type.prototype = parent;
  if (parent?.isForeign) prototype.isOpen = true;
  type.source = `class ${name}`;
  type.properties.set('prototype', prototype);
  type.properties.set('name', name);
  prototype.properties.set('constructor', type);
  for (const member of members) addMethod(machine, member, { type, prototype }, scope);
  prototype.hidden = new Set(prototype.properties.keys());
  type.hidden = new Set(type.properties.keys());
  if (name !== '') scope.declare(name, type);
  addConstruction(machine, { type, prototype, parent, members }, scope);
  for (const member of members) setStatic(machine, member, type, scope);
  return type;
}

function superclass(machine: Machine, written: string, scope: Scope): Thing {
  const name = /^[\w$.]+(?!\s*[.(])/.exec(written)?.[0];
  const value = name === undefined ? unclear : ofDottedName(machine, name, scope);
  if (!isThing(value) || !value.construct) throw new Unclear('a superclass');
  return value;
}

interface Parts {
  readonly type: Thing;
  readonly prototype: Thing;
}

/** `[Symbol.iterator]` is called after what the brackets hold. */
function memberName(machine: Machine, name: string, scope: Scope): string {
  const written = /^\[\s*([\w$.]+)\s*\]$/.exec(name)?.[1];
  if (written === undefined) return name;
  const key = ofDottedName(machine, written, scope);
  if (key === unclear) throw new Unclear('a computed key');
  return propertyKey(machine.realm, key);
}

function addMethod(machine: Machine, member: MemberCode, { type, prototype }: Parts, scope: Scope): void {
  if (member.kind !== 'method') return;
  const holder = member.isStatic ? type : prototype;
  const method = machine.function(member.code(holder), scope);
  const name = memberName(machine, member.name, scope);
  if (member.access) addAccessor(holder, name, member.access, method);
  else holder.properties.set(name, method);
}

function addConstruction(
  machine: Machine,
  { type, prototype, parent, members }: Parts & { readonly parent: Thing | undefined; readonly members: readonly MemberCode[] },
  scope: Scope,
): void {
  const fields = machine.realm.native((self) => {
    const inner = scope.inner(true);
    inner.declare('this', self);
    inner.declare('super', prototype);
    for (const member of members)
      if (member.kind === 'field' && !member.isStatic && isThing(self))
        self.properties.set(memberName(machine, member.name, scope), member.evaluate(inner));
    return undefined;
  });
  prototype.properties.set('##fields', fields);
  if (parent) prototype.properties.set('##parent', parent);
  // Signatures come before what they are of.
  const own = members.findLast((member) => member.kind === 'constructor');
  const code = own?.code(prototype);
  type.construct = (fresh, values) => {
    if (!parent) fields.call?.(fresh, []);
    if (!code) {
      parent?.construct?.(fresh, values);
      if (parent) fields.call?.(fresh, []);
      return undefined;
    }
    for (const [index, name] of own?.given.entries() ?? []) if (name !== false) fresh.properties.set(name, values[index]);
    return machine.enter(code, scope, fresh, values);
  };
}

function setStatic(machine: Machine, member: MemberCode, type: Thing, scope: Scope): void {
  if (member.kind !== 'block' && !(member.kind === 'field' && member.isStatic)) return;
  const inner = scope.inner(true);
  inner.declare('this', type);
  if (member.kind === 'block') member.run(inner);
  else type.properties.set(memberName(machine, member.name, scope), member.evaluate(inner));
}

/** Numbers go on from the one before; texts stand for themselves. */
export function enumOf(machine: Machine, symbol: SymbolFact, facts: FileFacts, scope: Scope): Thing {
  const made = machine.realm.plain();
  let next = 0;
  for (const { kind, name, value } of membersOf(symbol, facts)) {
    if (kind !== 'enum-constant') continue;
    const held = value ? machine.evaluate(value, scope) : next;
    made.properties.set(name, held);
    if (typeof held !== 'number') continue;
    made.properties.set(String(held), name);
    next = held + 1;
  }
  return made;
}
