import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { isModuleItself, moduleName } from '../../../code/module-name.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import { Mentions } from './mentions.ts';
import { importsFrom, stemOf } from './near.ts';
import type { TestCase } from './test-index.ts';

/** How a test is tied to a function: it calls it (or a caller of it), or it only deals with its file. */
type Link = 'call' | 'file' | undefined;

/** Levels of callers within the file that are followed. */
const callerDepth = 3;

export interface LinkedTest {
  readonly test: TestCase;
  readonly link: 'call' | 'file';
}

/** Finds out which tests reach which functions. Both may be thousands, so that tests are looked up by name and never tried one by one. */
export class Reach {
  readonly #tests: readonly TestCase[];
  /** Places in the list of tests, by a name that the tests use. */
  readonly #byName = new Map<string, number[]>();
  readonly #byFile = new Map<SourceFile, number[]>();
  readonly #mentions: Mentions;
  readonly #near = new Map<string, ReadonlySet<SourceFile>>();
  readonly #linked = new Map<SymbolFact, readonly LinkedTest[]>();

  constructor(tests: readonly TestCase[]) {
    this.#tests = tests;
    for (const [index, { file, names }] of tests.entries()) {
      addTo(this.#byFile, file, index);
      for (const name of names) addTo(this.#byName, name, index);
    }
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
    const isOwnName = isDistinct(at.symbol.name);
    if (near.size === 0 && !isOwnName) return [];
    const entries = entryNames(at);
    const calling = isOwnName ? [...entries].flatMap((name) => this.#byName.get(name) ?? []) : [];
    const candidates = [...new Set([...near, ...calling])].sort((a, b) => a - b);
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
    const files = [...this.#byFile.keys()].filter((test) => stemOf(test.path).includes(stem) || importsFrom(test, at.file));
    const near = new Set([...files, ...owners.flatMap((name) => this.#mentions.of(name))]);
    this.#near.set(key, near);
    return near;
  }
}

function linkOf(test: TestCase, isNear: boolean, entries: ReadonlySet<string>): Link {
  for (const name of entries) if (test.names.has(name)) return isNear || isDistinct(name) ? 'call' : undefined;
  return isNear ? 'file' : undefined;
}

function addTo<Key>(map: Map<Key, number[]>, key: Key, index: number): void {
  const known = map.get(key);
  if (known) known.push(index);
  else map.set(key, [index]);
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

/** `new Order` is a call of the constructor; what a module is itself is called as its file. */
function nameOfCall(symbol: SymbolFact, file: SourceFile): string {
  if (isModuleItself(symbol.name)) return moduleName(file.path);
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  return symbol.kind === 'constructor' && owner ? owner.name : symbol.name;
}

/** By their text: what the change does not touch has no statements read. */
function callersOf(callee: SymbolFact, file: SourceFile): readonly SymbolFact[] {
  if (!/^[\w$]+$/.test(callee.name)) return [];
  const mention = new RegExp(`(?<![\\w$])${callee.name.replace(/\$/g, '\\$')}(?![\\w$])`);
  return (file.facts?.symbols ?? []).filter(
    (symbol) =>
      symbol !== callee &&
      /^(function|method|constructor|variable|field)$/.test(symbol.kind) &&
      symbol.name !== callee.name &&
      mention.test(file.text.slice((symbol.bodyRange ?? symbol.range).start, symbol.range.end)),
  );
}

/** `@GetMapping("/owners")` is called by its path. */
function routesOf(symbol: SymbolFact): readonly string[] {
  return symbol.annotations
    .filter(({ name }) => /Mapping$|^(Get|Post|Put|Patch|Delete|Path)$/.test(simpleTypeName(name)))
    .flatMap(({ arguments: given }) =>
      given.flatMap(({ value }) => (value.kind === 'string' && value.value.startsWith('/') ? [value.value] : [])),
    );
}

function ownersOf({ file, symbol }: SymbolAt): string[] {
  return file.facts ? enclosing(symbol, file.facts).map(({ name }) => name) : [];
}

/** A name that hardly anything else has. */
function isDistinct(name: string): boolean {
  return name.length >= 12 || /[a-z][A-Z]/.test(name.slice(3)) || name.includes('_');
}
