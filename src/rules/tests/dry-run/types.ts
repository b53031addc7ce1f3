import type { FileFacts, SymbolFact } from '../../../code/facts.ts';
import { addAccessor } from './object-literals.ts';
import type { Code, Machine } from './machine.ts';
import { declaredParameters } from './parameters.ts';
import type { Scope } from './scope.ts';
import { isThing, Thing, unclear, Unclear, type Value } from './value.ts';

/** The symbols directly within another one. */
export function membersIn({ symbols }: FileFacts, symbol: SymbolFact): readonly SymbolFact[] {
  const at = symbols.indexOf(symbol);
  return symbols.filter(({ parent }) => parent === at);
}

export function codeOfSymbol(symbol: SymbolFact, isJustMethod: boolean, home?: Thing): Code {
  return {
    body: symbol.body ?? [],
    parameters: declaredParameters(symbol.parameters ?? []),
    start: symbol.range.start,
    isArrow: false,
    isAsync: symbol.modifiers.includes('async'),
    isGenerator: symbol.modifiers.includes('generator'),
    ...(isJustMethod && { home: home ?? nowhere }),
  };
}

const nowhere = new Thing(null);

/** A class, as its members say. */
export function classOf(machine: Machine, symbol: SymbolFact, facts: FileFacts, scope: Scope): Thing {
  const { realm } = machine;
  const [extended] = symbol.supertypes.filter(({ relation }) => relation === 'extends');
  const parent = extended && superclass(extended.type, scope);
  const type = realm.native(() => {
    throw realm.error('TypeError', `Class constructor ${symbol.name} cannot be invoked without 'new'`);
  });
  const parentPrototype = parent?.held('prototype');
  const prototype = new Thing(isThing(parentPrototype) ? parentPrototype : realm.object);
  if (parent) type.prototype = parent;
  type.properties.set('prototype', prototype);
  type.properties.set('name', symbol.name);
  prototype.properties.set('constructor', type);
  const members = membersIn(facts, symbol);
  for (const member of members) addMethod(machine, member, { type, prototype }, scope);
  prototype.hidden = new Set(prototype.properties.keys());
  type.hidden = new Set(type.properties.keys());
  scope.declare(symbol.name, type);
  addConstruction(machine, { type, prototype, parent, members }, scope);
  for (const member of members) setStatic(machine, member, type, scope);
  return type;
}

function superclass(written: string, scope: Scope): Thing {
  const name = /^[\w$.]+/.exec(written)?.[0] ?? '';
  const [first = '', ...path] = name.split('.');
  const value = path.reduce<Value>((at, each) => (isThing(at) ? at.held(each) : unclear), scope.read(first));
  if (!isThing(value) || !value.construct) throw new Unclear('a superclass');
  return value;
}

interface Parts {
  readonly type: Thing;
  readonly prototype: Thing;
}

function addMethod(machine: Machine, member: SymbolFact, { type, prototype }: Parts, scope: Scope): void {
  if (member.kind !== 'method') return;
  const isStatic = member.modifiers.includes('static');
  const holder = isStatic ? type : prototype;
  const method = machine.function(codeOfSymbol(member, true, holder), scope);
  const access = member.modifiers.find((each) => each === 'getter' || each === 'setter');
  if (access) addAccessor(holder, member.name, access === 'getter' ? 'get' : 'set', method);
  else holder.properties.set(member.name, method);
}

function addConstruction(
  machine: Machine,
  { type, prototype, parent, members }: Parts & { readonly parent: Thing | undefined; readonly members: readonly SymbolFact[] },
  scope: Scope,
): void {
  const own = members.find(({ kind, modifiers }) => kind === 'constructor' && !modifiers.includes('implicit'));
  const fields = machine.realm.native((self) => {
    const inner = scope.inner(true);
    inner.declare('this', self);
    inner.declare('super', prototype);
    for (const { kind, name, value, modifiers } of members)
      if (kind === 'field' && value && !modifiers.includes('static') && isThing(self))
        self.properties.set(name, machine.evaluate(value, inner));
    return undefined;
  });
  prototype.properties.set('@@fields', fields);
  if (parent) prototype.properties.set('@@parent', parent);
  const code = own && codeOfSymbol(own, true, prototype);
  const given = own?.parameters ?? [];
  type.construct = (fresh, values) => {
    if (!parent) fields.call?.(fresh, []);
    if (!code) {
      parent?.construct?.(fresh, values);
      if (parent) fields.call?.(fresh, []);
      return undefined;
    }
    for (const [index, { name, range }] of given.entries())
      if (/^(?:private|public|protected|readonly)\s/.test(scope.file.text.slice(range.start, range.start + 12)))
        fresh.properties.set(name, values[index]);
    return machine.enter(code, scope, fresh, values);
  };
}

function setStatic(machine: Machine, { kind, name, value, modifiers, body }: SymbolFact, type: Thing, scope: Scope): void {
  if (!modifiers.includes('static')) return;
  const inner = scope.inner(true);
  inner.declare('this', type);
  if (kind === 'field') type.properties.set(name, value && machine.evaluate(value, inner));
  if (kind === 'initializer' && body) machine.run(body, inner);
}

/** Numbers go on from the one before; texts stand for themselves. */
export function enumOf(machine: Machine, symbol: SymbolFact, facts: FileFacts, scope: Scope): Thing {
  const made = machine.realm.plain();
  let next = 0;
  for (const { kind, name, value } of membersIn(facts, symbol)) {
    if (kind !== 'enum-constant') continue;
    const held = value ? machine.evaluate(value, scope) : next;
    made.properties.set(name, held);
    if (typeof held !== 'number') continue;
    made.properties.set(String(held), name);
    next = held + 1;
  }
  return made;
}
