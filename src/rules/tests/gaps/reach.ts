import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import { wordPlaces } from '../../../base/word-places.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { isModuleItself, moduleName } from '../../../code/module-name.ts';
import { visitsOf, type CodeNode } from '../../../code/walk.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import { callSitesIn, type CallSite } from './call-sites.ts';
import { isCallOf } from './called-function.ts';
import { mentions } from './mentions.ts';
import { importsFrom, stemOf } from './near.ts';
import { isDistinct } from './novelty.ts';
import { isAnswered, requestsIn, routesOf, type Route } from './routes.ts';
import { callsOf, isCalledIn, type TestCase } from './test-index.ts';
import { Users } from './users.ts';

/** Levels of callers within the changed files that are followed. */
const callerDepth = 3;

/** A test that is tied to a function: it calls it, it calls a caller of it, or it only deals with its file. */
export interface LinkedTest {
  readonly test: TestCase;
  readonly link: 'call' | 'caller' | 'file';
}

/** The functions by which a function can be got to, and the users of the files in which they were looked for. */
interface KnownEntries {
  readonly entries: readonly Entry[];
  readonly consulted: ReadonlyMap<SourceFile, readonly SourceFile[]>;
}

/** A review that follows an editor asks about the same functions and tests at every save. */
const knownEntries = new WeakMap<SymbolFact, KnownEntries>();
const knownTests = new WeakMap<TestCase, TestsOfFile>();

/** Finds out which tests reach which functions. Both may be thousands, so that tests are looked up by name and never tried one by one. */
export class Reach {
  readonly #files: readonly TestsOfFile[];
  readonly #users: Users;
  readonly #linked = new Map<SymbolFact, readonly LinkedTest[]>();

  /** @param production the changed files at head, in which callers are looked for */
  constructor(tests: readonly TestCase[], production: readonly SourceFile[]) {
    this.#files = [...groupBy(tests, ({ file }) => file).values()].flatMap((those) => testsOfFile(those) ?? []);
    this.#users = new Users(production);
  }

  /** The tests that are tied to a function, in their order. */
  linkedTo(at: SymbolAt): readonly LinkedTest[] {
    const known = this.#linked.get(at.symbol);
    if (known) return known;
    const entries = this.#entriesOf(at);
    const linked = this.#files.flatMap((file) => file.linkedTo(at, entries));
    this.#linked.set(at.symbol, linked);
    return linked;
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

/** The cases of one file are read together. */
function testsOfFile(tests: readonly TestCase[]): TestsOfFile | undefined {
  const [first] = tests;
  if (!first) return undefined;
  const known = knownTests.get(first) ?? new TestsOfFile(first.file, tests);
  knownTests.set(first, known);
  return known;
}

/** The tests of one file by what they name. */
class TestsOfFile {
  readonly #file: SourceFile;
  readonly #tests: readonly TestCase[];
  readonly #stem: string;
  readonly #byName: ReadonlyMap<string, readonly TestCase[]>;
  /** Those that ask for a path. */
  readonly #asking: readonly TestCase[];
  readonly #linked = new WeakMap<readonly Entry[], readonly LinkedTest[]>();

  constructor(file: SourceFile, tests: readonly TestCase[]) {
    const named = tests.flatMap((test) => [...test.names].map((name) => ({ name, test })));
    const byName = new Map<string, TestCase[]>();
    for (const { name, test } of named) {
      const others = byName.get(name);
      if (others) others.push(test);
      else byName.set(name, [test]);
    }
    this.#file = file;
    this.#tests = tests;
    this.#stem = stemOf(file.path);
    this.#byName = byName;
    this.#asking = tests.filter(({ names }) => [...names].some((name) => name.startsWith('/')));
  }

  linkedTo(at: SymbolAt, entries: readonly Entry[]): readonly LinkedTest[] {
    const known = this.#linked.get(entries) ?? this.#find(at, entries);
    this.#linked.set(entries, known);
    return known;
  }

  #find(at: SymbolAt, entries: readonly Entry[]): readonly LinkedTest[] {
    const near = this.#near(at);
    const calling = entries.flatMap(({ name, isItself, isDistinct }) => {
      const users = this.#byName.get(name);
      if (!users) return [];
      return isDistinct ? users : isItself ? users.filter((test) => isAbout(test, name)) : [];
    });
    const candidates = new Set([...near, ...calling, ...(entries.some(({ routes }) => routes.length > 0) ? this.#asking : [])]);
    if (candidates.size === 0) return [];
    const links = new Map<TestCase, LinkedTest['link']>([...near].map((test) => [test, 'file']));
    for (const entry of entries) {
      // A test that does not say the name gets there by a route alone.
      for (const test of entry.routes.length > 0 ? candidates : (this.#byName.get(entry.name) ?? [])) {
        if (!candidates.has(test) || links.get(test) === 'call' || !reaches(test, near.has(test), entry)) continue;
        links.set(test, entry.isItself ? 'call' : 'caller');
      }
    }
    return this.#tests.flatMap((test): LinkedTest[] => {
      const link = links.get(test);
      return link ? [{ test, link }] : [];
    });
  }

  /** All of them, where the file names the type or the module, or is called after it. */
  #near(at: SymbolAt): ReadonlySet<TestCase> {
    const owners = ownersOf(at.symbol, at.file);
    const stem = stemOf(at.file.path);
    const isNear =
      this.#stem.includes(stem) ||
      isInFolderOf(this.#file.path, stem) ||
      owners.some((name) => mentions(this.#file, name)) ||
      importsFrom(this.#file, at.file);
    return new Set(isNear ? this.#tests : owners.flatMap((name) => this.#byName.get(name) ?? []));
  }
}

/** `__tests__/response/redirect.js` is about `response.js`. */
function isInFolderOf(path: string, stem: string): boolean {
  return !path.endsWith('.java') && stem.length > 3 && stemOf(path.split('/').at(-2) ?? '') === stem;
}

/** A test that says a name in its titles or is in a file called after it: `describe('res.cookie()')`, `res.cookie.js`. */
function isAbout(test: TestCase, name: string): boolean {
  if (name.length < 4) return false;
  const word = new RegExp(`(?<![\\w$])${name.replace(/[^\w]/g, '\\$&')}(?![\\w$])`);
  return word.test(test.test.titles.join('\n')) || word.test(test.file.path.slice(test.file.path.lastIndexOf('/') + 1));
}

function reaches(test: TestCase, isNear: boolean, { at, name, routes, isItself, isDistinct }: Entry): boolean {
  if (routes.length > 0 && test.codes.some((code) => requestsIn(code).some((asked) => routes.some((route) => isAnswered(asked, route)))))
    return true;
  if (!test.names.has(name)) return false;
  const isMeant = isNear || isDistinct || (isItself && isAbout(test, name));
  if (!isCalledIn(test, name)) return at.file.facts?.language !== 'java' && isMeant && isUsedAsIs(test, at.symbol);
  return test.codes.some((code) =>
    callSitesIn(code)
      .get(name)
      ?.some((site) => {
        const certainty = isCallOf(site, at);
        return certainty === 'yes' || (certainty === 'maybe' && isMeant);
      }),
  );
}

/** A property is read or set; what else is handed on by name is called by others. */
function isUsedAsIs({ codes }: TestCase, { name, modifiers }: SymbolFact): boolean {
  const isSetter = modifiers.includes('setter');
  if (!isSetter && !modifiers.includes('getter')) return true;
  return codes.some(({ code }) =>
    visitsOf(code, 'member').some(({ node, parent }) => node.name === name && isSetter === isTarget(node, parent?.node)),
  );
}

function isTarget(node: CodeNode, parent: CodeNode | undefined): boolean {
  return parent?.kind === 'assignment' && parent.target === node;
}

/** The calls of a function that a test makes itself. */
export function sitesOf(test: TestCase, at: SymbolAt): readonly CallSite[] {
  return callsOf(test, nameOfCall(at.symbol, at.file)).filter((site) => isCallOf(site, at) !== 'no');
}

/** A function by which tests can get to another. */
interface Entry {
  readonly at: SymbolAt;
  readonly name: string;
  readonly routes: readonly Route[];
  readonly isItself: boolean;
  readonly isDistinct: boolean;
}

function entriesOf(at: SymbolAt, users: Users): KnownEntries {
  const found = new Map<SymbolFact, SymbolAt>([[at.symbol, at]]);
  const consulted = new Map<SourceFile, readonly SourceFile[]>();
  let pending = [at];
  for (let depth = 0; depth < callerDepth && pending.length > 0; depth++) {
    for (const { file } of pending) consulted.set(file, users.of(file));
    pending = pending.flatMap(({ symbol, file }) => callersOf(symbol, file, users)).filter(({ symbol }) => !found.has(symbol));
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
function isCalledByFramework({ annotations }: SymbolFact): boolean {
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

/** By their text: what the change does not touch has no statements read. What many call is met on the way from each of them. */
const callersOf = remembered((callee: SymbolFact, file: SourceFile, users: Users): readonly SymbolAt[] => {
  if (!/^[\w$]+$/.test(callee.name)) return [];
  const others = callee.visibility === 'private' ? [] : users.of(file);
  return [file, ...others].flatMap((each) => {
    const places = wordPlaces(each.text, callee.name);
    if (places.length === 0) return [];
    const isCaller = (symbol: SymbolFact): boolean => {
      const start = (symbol.bodyRange ?? symbol.range).start;
      return symbol !== callee && callers.has(symbol.kind) && places.some((place) => place >= start && place < symbol.range.end);
    };
    return (each.facts?.symbols ?? []).filter(isCaller).map((symbol) => ({ file: each, symbol }));
  });
});

const callers: ReadonlySet<SymbolFact['kind']> = new Set(['function', 'method', 'constructor', 'variable', 'field']);

/** Every test file is asked about every function. */
const ownersOf = remembered((symbol: SymbolFact, { facts }: SourceFile): readonly string[] =>
  facts ? enclosing(symbol, facts).map(({ name }) => name) : [],
);
