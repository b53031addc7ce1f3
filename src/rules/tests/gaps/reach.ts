import { wordPlaces } from '../../../base/word-places.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { isModuleItself, moduleName } from '../../../code/module-name.ts';
import { visitsOf, type CodeNode } from '../../../code/walk.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import type { CallSite } from './call-sites.ts';
import { isCallOf } from './called-function.ts';
import { Mentions } from './mentions.ts';
import { importsFrom, stemOf } from './near.ts';
import { isDistinct } from './novelty.ts';
import { isAnswered, requestsIn, routesOf, type Route } from './routes.ts';
import { callsOf, type TestCase } from './test-index.ts';
import { Users } from './users.ts';

/** Levels of callers within the changed files that are followed. */
const callerDepth = 3;

/** A test that is tied to a function: it calls it, it calls a caller of it, or it only deals with its file. */
export interface LinkedTest {
  readonly test: TestCase;
  readonly link: 'call' | 'caller' | 'file';
}

/** Finds out which tests reach which functions. Both may be thousands, so that tests are looked up by name and never tried one by one. */
export class Reach {
  readonly #tests: readonly TestCase[];
  readonly #users: Users;
  /** Places in the list of tests, by a name that the tests use. */
  readonly #byName = new Map<string, number[]>();
  readonly #byFile = new Map<SourceFile, number[]>();
  /** Those that ask for a path. */
  readonly #asking: readonly number[];
  readonly #mentions: Mentions;
  readonly #near = new Map<string, ReadonlySet<SourceFile>>();
  readonly #linked = new Map<SymbolFact, readonly LinkedTest[]>();

  /** @param production the changed files at head, in which callers are looked for */
  constructor(tests: readonly TestCase[], production: readonly SourceFile[]) {
    this.#tests = tests;
    this.#users = new Users(production);
    for (const [index, { file, names }] of tests.entries()) {
      addTo(this.#byFile, file, index);
      for (const name of names) addTo(this.#byName, name, index);
    }
    this.#asking = tests.flatMap(({ names }, index) => ([...names].some((name) => name.startsWith('/')) ? [index] : []));
    this.#mentions = new Mentions([...this.#byFile.keys()]);
  }

  /** The tests that are tied to a function, in their order. */
  linkedTo(at: SymbolAt): readonly LinkedTest[] {
    const known = this.#linked.get(at.symbol);
    if (known) return known;
    const linked = this.#find(at);
    this.#linked.set(at.symbol, linked);
    return linked;
  }

  #find(at: SymbolAt): LinkedTest[] {
    const owners = ownersOf(at);
    const near = new Set([
      ...[...this.#filesNear(at, owners)].flatMap((file) => this.#byFile.get(file) ?? []),
      ...owners.flatMap((name) => this.#byName.get(name) ?? []),
    ]);
    const entries = entriesOf(at, this.#users);
    const asking = entries.some(({ routes }) => routes.length > 0) ? this.#asking : [];
    const calling = entries.flatMap(({ name, isItself }) => {
      const users = this.#byName.get(name) ?? [];
      return isDistinct(name) ? users : isItself ? users.filter((index) => isAbout(this.#tests[index], name)) : [];
    });
    const candidates = [...new Set([...near, ...calling, ...asking])].sort((a, b) => a - b);
    return candidates.flatMap((index): LinkedTest[] => {
      const test = this.#tests[index];
      const link = test && linkOf(test, near.has(index), entries);
      return link ? [{ test, link }] : [];
    });
  }

  /** The test files that name the type or the module, or are called after it: the same for all members of a type. */
  #filesNear(at: SymbolAt, owners: readonly string[]): ReadonlySet<SourceFile> {
    const key = [at.file.path, ...owners].join('\n');
    const known = this.#near.get(key);
    if (known) return known;
    const stem = stemOf(at.file.path);
    const files = [...this.#byFile.keys()].filter(
      (test) => stemOf(test.path).includes(stem) || isInFolderOf(test.path, stem) || importsFrom(test, at.file),
    );
    const near = new Set([...files, ...owners.flatMap((name) => this.#mentions.of(name))]);
    this.#near.set(key, near);
    return near;
  }
}

/** `__tests__/response/redirect.js` is about `response.js`. */
function isInFolderOf(path: string, stem: string): boolean {
  return !path.endsWith('.java') && stem.length > 3 && stemOf(path.split('/').at(-2) ?? '') === stem;
}

function linkOf(test: TestCase, isNear: boolean, entries: readonly Entry[]): LinkedTest['link'] | undefined {
  let link: LinkedTest['link'] | undefined = isNear ? 'file' : undefined;
  for (const entry of entries) {
    if (!reaches(test, isNear, entry)) continue;
    if (entry.isItself) return 'call';
    link = 'caller';
  }
  return link;
}

/** A test that says a name in its titles or is in a file called after it: `describe('res.cookie()')`, `res.cookie.js`. */
function isAbout(test: TestCase | undefined, name: string): boolean {
  if (!test || name.length < 4) return false;
  const word = new RegExp(`(?<![\\w$])${name.replace(/[^\w]/g, '\\$&')}(?![\\w$])`);
  return word.test(test.test.titles.join('\n')) || word.test(test.file.path.slice(test.file.path.lastIndexOf('/') + 1));
}

function reaches(test: TestCase, isNear: boolean, { at, name, routes, isItself }: Entry): boolean {
  if (routes.length > 0 && test.codes.some((code) => requestsIn(code).some((asked) => routes.some((route) => isAnswered(asked, route)))))
    return true;
  if (!test.names.has(name)) return false;
  const sites = callsOf(test, name);
  const isMeant = isNear || isDistinct(name) || (isItself && isAbout(test, name));
  if (sites.length === 0) return at.file.facts?.language !== 'java' && isMeant && isUsedAsIs(test, at.symbol);
  return sites.some((site) => {
    const certainty = isCallOf(site, at);
    return certainty === 'yes' || (certainty === 'maybe' && isMeant);
  });
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

function addTo<Key>(map: Map<Key, number[]>, key: Key, index: number): void {
  const known = map.get(key);
  if (known) known.push(index);
  else map.set(key, [index]);
}

/** A function by which tests can get to another. */
interface Entry {
  readonly at: SymbolAt;
  readonly name: string;
  readonly routes: readonly Route[];
  readonly isItself: boolean;
}

function entriesOf(at: SymbolAt, users: Users): readonly Entry[] {
  const found = new Map<SymbolFact, SymbolAt>([[at.symbol, at]]);
  let pending = [at];
  for (let depth = 0; depth < callerDepth && pending.length > 0; depth++) {
    pending = pending.flatMap((callee) => callersOf(callee, users)).filter(({ symbol }) => !found.has(symbol));
    for (const caller of pending) found.set(caller.symbol, caller);
  }
  const routes = isCalledByFramework(at.symbol) ? routesBeside(at) : routesOf(at);
  return [...found.values()].map((each) => ({
    at: each,
    name: nameOfCall(each.symbol, each.file),
    routes: each.symbol === at.symbol ? routes : routesOf(each),
    isItself: each.symbol === at.symbol,
  }));
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

/** By their text: what the change does not touch has no statements read. */
function callersOf({ file, symbol: callee }: SymbolAt, users: Users): readonly SymbolAt[] {
  if (!/^[\w$]+$/.test(callee.name)) return [];
  const others = callee.visibility === 'private' ? [] : users.of(file);
  return [file, ...others].flatMap((each) => {
    const places = wordPlaces(each.text, callee.name);
    if (places.length === 0) return [];
    const isCaller = (symbol: SymbolFact): boolean => {
      const start = (symbol.bodyRange ?? symbol.range).start;
      return symbol !== callee && callers.test(symbol.kind) && places.some((place) => place >= start && place < symbol.range.end);
    };
    return (each.facts?.symbols ?? []).filter(isCaller).map((symbol) => ({ file: each, symbol }));
  });
}

const callers = /^(function|method|constructor|variable|field)$/;

function ownersOf({ file, symbol }: SymbolAt): string[] {
  return file.facts ? enclosing(symbol, file.facts).map(({ name }) => name) : [];
}
