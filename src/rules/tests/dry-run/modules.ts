import type { SourceFile } from '../../../code/code-change.ts';
import type { ExportFact, FileFacts, SymbolFact } from '../../../code/facts.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import type { Statement } from '../../../code/statement.ts';
import { addAccessor } from './object-literals.ts';
import type { Machine } from './machine.ts';
import { keysOf, memberOf } from './members.ts';
import { bind } from './parameters.ts';
import { Scope } from './scope.ts';
import { classOf, codeOfSymbol, enumOf } from './types.ts';
import type { Thing } from './value.ts';
import { foreign, isThing, isUnclear, Thrown, unclear, type Value } from './value.ts';

/** A module as far as it was gone through. */
export interface Module {
  readonly exports: () => Value;
  readonly scope: Scope;
}

interface Loading {
  readonly machine: Machine;
  readonly file: SourceFile;
  readonly facts: FileFacts;
  readonly scope: Scope;
  readonly module: Thing;
}

/** Goes through what a module does when it is loaded. What of it is unclear stays so, and the rest goes on. */
export function loadModule(machine: Machine, file: SourceFile, facts: FileFacts, globals: Scope, begin: (module: Module) => void): void {
  const scope = new Scope(globals, file, true);
  const module = machine.realm.plain({ exports: machine.realm.plain() });
  const loading = { machine, file, facts, scope, module };
  scope.declare('module', module);
  scope.declare('exports', module.held('exports'));
  scope.declare('this', module.held('exports'));
  scope.declare('require', requiring(loading));
  declareImports(loading);
  const own = addExports(loading);
  begin({ exports: () => exportsOf(loading, own), scope });
  const top = facts.symbols.filter(({ parent }) => parent === 0);
  for (const symbol of top)
    if (symbol.kind === 'function') scope.declare(symbol.name, machine.function(codeOfSymbol(symbol, false), scope));
  for (const symbol of top) if (symbol.kind === 'function') attach(loading, symbol);
  const steps: readonly (SymbolFact | Statement)[] = [...top, ...(facts.symbols[0]?.body ?? [])];
  for (const step of steps.toSorted((a, b) => a.range.start - b.range.start)) goThrough(loading, step);
}

function requiring({ machine, file }: Pick<Loading, 'machine' | 'file'>): Thing {
  const made = machine.realm.native((_, [source]) => {
    if (typeof source !== 'string') return unclear;
    const found = machine.require(source, file);
    return found === unclear && isOfPackage(source, '') ? foreign() : found;
  });
  made.properties.set('main', undefined);
  made.properties.set('resolve', unclear);
  return made;
}

function goThrough(loading: Loading, step: SymbolFact | Statement): void {
  const { machine, scope } = loading;
  try {
    if ('qualifiedName' in step) declare(loading, step);
    else machine.run([step], scope);
  } catch (error) {
    if (!isUnclear(error) && !(error instanceof Thrown)) throw error;
    if ('qualifiedName' in step) scope.declare(step.name, unclear);
  }
}

function declare(loading: Loading, symbol: SymbolFact): void {
  const { machine, facts, scope } = loading;
  if (symbol.kind === 'class') classOf(machine, symbol, facts, scope);
  else if (symbol.kind === 'enum') scope.declare(symbol.name, enumOf(machine, symbol, facts, scope));
  else if (symbol.kind === 'variable') {
    declareVariable(loading, symbol);
    attach(loading, symbol);
  }
}

function declareVariable({ machine, file, facts, scope }: Loading, symbol: SymbolFact): void {
  const { value, range, name } = symbol;
  if (value) {
    const written = file.text.slice(range.start, value.range.start).replace(/^\s*(?:export\s+)?(?:var|let|const)\s+/, '');
    const held = machine.evaluate(value, scope);
    if (/^[[{]/.test(written)) bind(written.slice(0, Math.max(0, written.lastIndexOf('='))).trimEnd(), held, scope, machine.realm);
    else scope.declare(name, held);
  } else if (!scope.hasOwn(name)) scope.declare(name, withoutValue({ machine, file, facts, scope }, symbol));
}

/** `var app = exports = module.exports = {}` is declared by what is added to it; an object of functions by its members. */
function withoutValue(loading: Pick<Loading, 'machine' | 'file' | 'facts' | 'scope'>, symbol: SymbolFact): Value {
  const { machine, file, facts, scope } = loading;
  const written = file.text.slice(symbol.range.start, symbol.range.end);
  if (!/[=:]/.test(written)) return undefined;
  if (/[=:]\{\}[;,]?$/.test(written.slice(-80).replace(/\s+/g, ''))) return machine.realm.plain();
  const members = membersOf(symbol, facts).filter(({ range }) => range.end <= symbol.range.end);
  if (members.length === 0 || !/[=:]\s*(?:Object\.freeze\()?\{/.test(written)) return unclear;
  const made = machine.realm.plain();
  made.isOpen = written.includes('...');
  for (const member of members) {
    if (member.kind === 'method') made.properties.set(member.name, machine.function(codeOfSymbol(member, true), scope));
    else made.properties.set(member.name, member.value ? machine.evaluate(member.value, scope) : withoutValue(loading, member));
  }
  return made;
}

/** `Order.prototype.total = function` and `app.init = function`. */
function attach({ machine, facts, scope }: Loading, owner: SymbolFact): void {
  const holder = scope.read(owner.name);
  if (!isThing(holder)) return;
  for (const member of membersOf(owner, facts)) {
    const isStatic = member.modifiers.includes('static');
    const at = isStatic || owner.kind === 'variable' ? holder : holder.held('prototype');
    if (member.kind === 'method' && isThing(at) && !at.properties.has(member.name))
      at.properties.set(member.name, machine.function(codeOfSymbol(member, false), scope));
  }
}

function declareImports({ machine, file, facts, scope }: Loading): void {
  for (const { source, name, local, typeOnly } of facts.imports) {
    if (local === '' || typeOnly) continue;
    scope.declareLater(local, () => {
      const module = machine.require(source, file);
      const found = name === '*' ? module : importedFrom(machine, module, name);
      return found === unclear && isOfPackage(source, name) ? foreign() : found;
    });
  }
}

/** What is imported from a package is there, but for flags, which may be false. */
function isOfPackage(source: string, name: string): boolean {
  return !/^[./]/.test(source) && !/^(?:[A-Z][A-Z\d_]*|is[A-Z]\w*|has[A-Z]\w*|version)$/.test(name);
}

/** What a module gives under a name; what is no module is its own default. */
function importedFrom(machine: Machine, module: Value, name: string): Value {
  if (name !== 'default') return memberOf(machine.realm, module, name);
  return isThing(module) && !module.call && module.properties.has('default') ? memberOf(machine.realm, module, 'default') : module;
}

/** What a module hands out by name, worked out when it is asked for. */
function addExports(loading: Loading): Thing {
  const { machine, file, facts, scope, module } = loading;
  const own = module.held('exports');
  if (!isThing(own)) return module;
  for (const { name, exported, source, typeOnly } of facts.exports) {
    if (typeOnly || exported === 'export=' || exported === '*') continue;
    const find = (): Value => {
      if (source === undefined) return scope.has(name) ? scope.read(name) : unclear;
      const other = machine.require(source, file);
      return name === '*' ? other : importedFrom(machine, other, name);
    };
    addAccessor(own, exported, 'get', machine.realm.native(find));
  }
  return own;
}

function exportsOf({ machine, file, facts, scope, module }: Loading, own: Thing): Value {
  const whole = facts.exports.findLast(({ exported }) => exported === 'export=');
  const set = module.held('exports');
  const value = whole ? wholeOf(whole, machine, file, scope) : set;
  if (isThing(value) && value !== own)
    for (const [key, each] of own.properties) if (!value.properties.has(key)) value.properties.set(key, each);
  for (const { exported, source, typeOnly } of facts.exports)
    if (exported === '*' && source !== undefined && !typeOnly && isThing(value)) copyAll(machine, machine.require(source, file), value);
  return value;
}

function wholeOf({ name, source }: ExportFact, machine: Machine, file: SourceFile, scope: Scope): Value {
  if (source !== undefined) return machine.require(source, file);
  return scope.has(name) ? scope.read(name) : unclear;
}

function copyAll(machine: Machine, from: Value, to: Thing): void {
  if (!isThing(from)) to.isOpen = true;
  else
    for (const key of keysOf(from))
      if (!to.properties.has(key))
        addAccessor(
          to,
          key,
          'get',
          machine.realm.native(() => memberOf(machine.realm, from, key)),
        );
}
