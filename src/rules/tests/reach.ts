import type { SourceFile, SymbolAt } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { enclosing, simpleTypeName } from '../code-in-file.ts';
import type { TestCase } from './test-index.ts';

/** How a test is tied to a function: it calls it (or a caller of it), or it only deals with its file. */
export type Link = 'call' | 'file' | undefined;

/** Levels of callers within the file that are followed. */
const callerDepth = 3;

/** Finds out which tests reach which functions. */
export class Reach {
  readonly #entries = new Map<SymbolFact, ReadonlySet<string>>();
  /** Whether a test file is about a function: every case of the file asks again. */
  readonly #near = new Map<SourceFile, Map<SymbolFact, boolean>>();

  link(test: TestCase, at: SymbolAt): Link {
    const isNear = this.#isNear(test.file, at) || ownersOf(at).some((name) => test.names.has(name));
    if (!isNear && !isDistinct(at.symbol.name)) return undefined;
    for (const name of this.#entriesOf(at)) if (test.names.has(name)) return isNear ? 'call' : isDistinct(name) ? 'call' : undefined;
    return isNear ? 'file' : undefined;
  }

  #isNear(test: SourceFile, at: SymbolAt): boolean {
    const known = this.#near.get(test) ?? new Map<SymbolFact, boolean>();
    this.#near.set(test, known);
    const isNear = known.get(at.symbol) ?? isAbout(test, at);
    known.set(at.symbol, isNear);
    return isNear;
  }

  /** The function, its routes, and what calls it in the same file. */
  #entriesOf(at: SymbolAt): ReadonlySet<string> {
    const known = this.#entries.get(at.symbol);
    if (known) return known;
    const entries = entryNames(at);
    this.#entries.set(at.symbol, entries);
    return entries;
  }
}

function entryNames({ file, symbol }: SymbolAt): ReadonlySet<string> {
  const names = new Set([nameOfCall(symbol, file), ...routesOf(symbol)]);
  let pending = [symbol];
  for (let depth = 0; depth < callerDepth && pending.length > 0; depth++) {
    pending = pending.flatMap((callee) => callersOf(callee, file)).filter((caller) => !names.has(nameOfCall(caller, file)));
    for (const caller of pending) for (const name of [nameOfCall(caller, file), ...routesOf(caller)]) names.add(name);
  }
  return names;
}

/** `new Order` is a call of the constructor. */
function nameOfCall(symbol: SymbolFact, file: SourceFile): string {
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  return symbol.kind === 'constructor' && owner ? owner.name : symbol.name;
}

/** By their text: what the change does not touch has no statements read. */
function callersOf(callee: SymbolFact, file: SourceFile): readonly SymbolFact[] {
  if (!/^[\w$]+$/.test(callee.name)) return [];
  const mention = new RegExp(`(?<![\\w$])${callee.name.replace(/\$/g, '\\$')}(?![\\w$])`);
  return (file.facts?.symbols ?? []).filter(
    (symbol) => symbol !== callee && /^(function|method|constructor|variable|field)$/.test(symbol.kind) && symbol.name !== callee.name && mention.test(file.text.slice((symbol.bodyRange ?? symbol.range).start, symbol.range.end)),
  );
}

/** `@GetMapping("/owners")` is called by its path. */
function routesOf(symbol: SymbolFact): readonly string[] {
  return symbol.annotations.filter(({ name }) => /Mapping$|^(Get|Post|Put|Patch|Delete|Path)$/.test(simpleTypeName(name))).flatMap(({ arguments: given }) => given.flatMap(({ value }) => (value.kind === 'string' && value.value.startsWith('/') ? [value.value] : [])));
}

/** The test file names the type or the module, or is called after it. */
function isAbout(test: SourceFile, at: SymbolAt): boolean {
  const stem = stemOf(at.file.path);
  return ownersOf(at).some((name) => test.text.includes(name)) || stemOf(test.path).includes(stem) || importsFrom(test, at.file, stem);
}

function ownersOf({ file, symbol }: SymbolAt): string[] {
  return file.facts ? enclosing(symbol, file.facts).map(({ name }) => name) : [];
}

function importsFrom(test: SourceFile, file: SourceFile, stem: string): boolean {
  if (file.facts?.language === 'java') return false;
  // A package imports itself by its entry point: `..`, `../`, `../index`, `../lib`, `../src`, or its own name.
  return (test.facts?.imports ?? []).some(({ source }) => stemOf(source) === stem || /^\.{1,2}(\/\.\.)*(\/(index|lib|src|dist|source|main)?(\.[cm]?[jt]s)?)?$/.test(source) || /^(\.\.\/)+(src|lib|dist)\/?$/.test(source));
}

function stemOf(path: string): string {
  const name = path.slice(path.replace(/\/$/, '').lastIndexOf('/') + 1).replace(/\.[^/]*$/, '').replace(/\/$/, '');
  return name.replace(/[-_]/g, '').toLowerCase() || path.toLowerCase();
}

/** A name that hardly anything else has. */
function isDistinct(name: string): boolean {
  return name.length >= 12 || /[a-z][A-Z]/.test(name.slice(3)) || name.includes('_');
}
