import { groupBy } from '../../../base/group-by.ts';
import { Memo } from '../../../base/memo.ts';
import { rememberedByName } from '../../../base/remembered.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { isModuleItself, moduleName } from '../../../code/module-name.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import type { CallSite } from './call-sites.ts';
import { isCallOf } from './called-function.ts';
import { placesOfName } from './mentions.ts';
import { isDistinct } from './novelty.ts';
import { routesOf, type Route } from './routes.ts';
import { testFiles, type TestFiles } from './test-files.ts';
import { callsOf, type TestCase } from './test-index.ts';
import { testsOfFile, type Entry, type LinkedTest } from './tests-of-file.ts';
import { symbolsAround } from './symbols-around.ts';
import { Users } from './users.ts';

/** Levels of callers within the changed files that are followed. */
const callerDepth = 3;

/** What more than these lead to is called like everything else. */
const mostCallers = 500;

/** The functions by which a function can be got to, and the users of the files in which they were looked for. */
interface KnownEntries {
  readonly entries: readonly Entry[];
  readonly consulted: ReadonlyMap<SourceFile, readonly SourceFile[]>;
}

/** A review that follows an editor asks about the same functions and tests at every save. */
const knownEntries = new Memo<SymbolFact, KnownEntries>();

/** Finds out which tests reach which functions. */
export class Reach {
  readonly #files: TestFiles;
  readonly #users: Users;
  readonly #linked = new Map<SymbolFact, readonly LinkedTest[]>();

  readonly #importing: (file: SourceFile) => readonly SourceFile[];
  readonly #tests: readonly TestCase[];

  /**
   * @param production the changed files at head, in which callers are looked for
   * @param importing the test files that get to a file by way of others that they import
   */
  constructor(
    tests: readonly TestCase[],
    production: readonly SourceFile[],
    importing: (file: SourceFile) => readonly SourceFile[] = () => [],
  ) {
    this.#tests = tests;
    this.#importing = importing;
    this.#files = testFiles([...groupBy(tests, ({ file }) => file).values()].flatMap((those) => testsOfFile(those) ?? []));
    this.#users = new Users(production);
  }

  /** The tests that are tied to a function, in their order. */
  linkedTo(at: SymbolAt): readonly LinkedTest[] {
    const known = this.#linked.get(at.symbol) ?? this.#find(at);
    this.#linked.set(at.symbol, known);
    return known;
  }

  /** Where nothing else ties tests to it, those that import its file by way of others only deal with it. */
  #find(at: SymbolAt): readonly LinkedTest[] {
    const found = this.#files.linkedTo(at, this.#entriesOf(at));
    if (found.length > 0) return found;
    const importing = new Set(this.#importing(at.file));
    return this.#tests.flatMap((test): LinkedTest[] => (importing.has(test.file) ? [{ test, link: 'file' }] : []));
  }

  #entriesOf(at: SymbolAt): readonly Entry[] {
    const known = knownEntries.get(at.symbol);
    const isAsBefore = known && [...known.consulted].every(([file, before]) => isSameList(this.#users.of(file), before));
    if (isAsBefore) return known.entries;
    const found = entriesOf(at, this.#users);
    knownEntries.set(at.symbol, found);
    return found.entries;
  }
}

function isSameList<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** The calls of a function that a test makes itself. */
export function sitesOf(test: TestCase, at: SymbolAt): readonly CallSite[] {
  return callsOf(test, nameOfCall(at.symbol, at.file)).filter((site) => isCallOf(site, at) !== 'no');
}

function entriesOf(at: SymbolAt, users: Users): KnownEntries {
  const found = new Map<SymbolFact, SymbolAt>([[at.symbol, at]]);
  const consulted = new Map<SourceFile, readonly SourceFile[]>();
  let pending = [at];
  for (let depth = 0; depth < callerDepth && pending.length > 0; depth++) {
    for (const { file } of pending) consulted.set(file, users.of(file));
    const called = differentlyCalled(pending).flatMap(({ symbol, file }) => callersOf(symbol, file, users));
    pending = [...new Set(called)].filter(({ symbol }) => !found.has(symbol)).slice(0, mostCallers - found.size);
    for (const caller of pending) found.set(caller.symbol, caller);
  }
  const routes = isCalledByFramework(at.symbol) ? routesBeside(at) : routesOf(at);
  const entries = [...found.values()].map((each): Entry => {
    const isItself = each.symbol === at.symbol;
    const name = nameOfCall(each.symbol, each.file);
    return { at: each, name, routes: isItself ? routes : routesOf(each), isItself, isDistinct: isDistinct(name) };
  });
  return { entries, consulted };
}

/** Methods that run with every request to their type. */
export function isCalledByFramework({ annotations }: SymbolFact): boolean {
  return annotations.some(({ name }) => /^(ModelAttribute|InitBinder|ExceptionHandler)$/.test(simpleTypeName(name)));
}

function routesBeside({ file, symbol }: SymbolAt): readonly Route[] {
  return (file.facts?.symbols ?? []).filter(({ parent }) => parent === symbol.parent).flatMap((each) => routesOf({ file, symbol: each }));
}

/** `new Order` is a call of the constructor; what a module is itself is called as its file. */
function nameOfCall(symbol: SymbolFact, file: SourceFile): string {
  if (isModuleItself(symbol.name)) return moduleName(file.path);
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  return symbol.kind === 'constructor' && owner ? owner.name : symbol.name;
}

/** The callers of what has one name in one file are looked for once. */
function differentlyCalled(functions: readonly SymbolAt[]): readonly SymbolAt[] {
  const byCall = groupBy(functions, ({ file, symbol }) => `${file.path} ${symbol.visibility} ${symbol.name}`);
  return [...byCall.values()].flatMap(([first]) => first ?? []);
}

function callersOf(callee: SymbolFact, file: SourceFile, users: Users): readonly SymbolAt[] {
  if (!/^[\w$]+$/.test(callee.name)) return [];
  const others = callee.visibility === 'private' ? [] : users.of(file);
  return [file, ...others].flatMap((each) => callersIn(each, callee.name)).filter(({ symbol }) => symbol !== callee);
}

/** By their text: what the change does not touch has no statements read. What many call is met on the way from each of them. */
const callersIn = rememberedByName((file: SourceFile, name): readonly SymbolAt[] => {
  const places = file.facts ? placesOfName(file, name) : [];
  return file.facts && places.length > 0 ? symbolsAround(file.facts, places).map((symbol) => ({ file, symbol })) : [];
});
