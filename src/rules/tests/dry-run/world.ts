import { isBuiltin } from 'node:module';
import type { SourceFile } from '../../../code/code-change.ts';
import { importKey, moduleKey, resolvedKey } from '../../../code/module-name.ts';
import { Frameworks } from './frameworks/tests.ts';
import { globalsOf } from './language/globals.ts';
import { paths, utilities } from './language/utilities.ts';
import { emitterType } from './language/emitter.ts';
import { Machine } from './machine.ts';
import { loadModule, type Module } from './modules.ts';
import { Realm } from './realm.ts';
import { Scope } from './scope.ts';
import { foreign, isUnclear, unclear, type Value } from './value.ts';

/** Packages that remember values by keys, like a `Map`. */
const remembering = /^(?:lru-cache|quick-lru|tiny-lru|side-channel|mnemonist\/lru-map)$/;

/** One side of the change, with the tests that are gone through on it. */
export class World {
  readonly machine: Machine;
  readonly frameworks: Frameworks;
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #packages = new Map<string, Value>();
  readonly #modules = new Map<SourceFile, Module | undefined>();
  readonly #globals: ReadonlyMap<string, Value>;
  readonly #ofTests: ReadonlyMap<string, Value>;

  /**
   * @param files by what they are imported as; the first of several counts
   * @param supposed what branches take for true whose condition is not known
   */
  constructor(files: ReadonlyMap<string, SourceFile>, steps: number, supposed?: boolean) {
    this.#files = files;
    this.machine = new Machine(new Realm(), steps, (source, from) => this.#require(source, from), supposed);
    this.frameworks = new Frameworks(this.machine);
    this.#globals = globalsOf(this.machine);
    this.#ofTests = this.frameworks.globals();
  }

  /** Goes through a file of tests, so that they are declared. */
  load(file: SourceFile): void {
    this.#load(file);
  }

  #require(source: string, from: SourceFile): Value {
    const key = resolvedKey(from.path, source);
    if (key === undefined) {
      const own = this.#files.get(importKey(from.path, source));
      return this.frameworks.module(source) ?? (own ? this.#exportsOf(own) : this.#ofNode(source.replace(/^node:/, '')));
    }
    return this.#exportsOf(this.#files.get(key));
  }

  #exportsOf(file: SourceFile | undefined): Value {
    return file ? (this.#load(file)?.exports() ?? unclear) : unclear;
  }

  #ofNode(source: string): Value {
    const known = this.#packages.get(source) ?? this.#made(source);
    this.#packages.set(source, known);
    return known;
  }

  #made(source: string): Value {
    if (source === 'events') return emitterType(this.machine);
    if (source === 'path' || source === 'path/posix') return paths(this.machine);
    if (source === 'process') return this.#globals.get('process') ?? unclear;
    if (source === 'util') return utilities(this.machine);
    if (remembering.test(source)) return this.machine.realm.memory;
    if (!isBuiltin(source)) return unclear;
    const made = foreign();
    made.isOfNode = true;
    return made;
  }

  #load(file: SourceFile): Module | undefined {
    const known = this.#modules.get(file);
    if (known || this.#modules.has(file)) return known;
    if (!file.facts) return undefined;
    this.#modules.set(file, undefined);
    try {
      loadModule(this.machine, file, file.facts, this.#globalScope(file), (module) => this.#modules.set(file, module));
    } catch (error) {
      if (!isUnclear(error)) throw error;
    }
    return this.#modules.get(file);
  }

  #globalScope(file: SourceFile): Scope {
    const scope = new Scope(undefined, file, true);
    for (const [name, value] of this.#globals) scope.declare(name, value);
    if (file.role === 'test') for (const [name, value] of this.#ofTests) scope.declare(name, value);
    return scope;
  }
}

/** Files by what they are imported as. */
export function byImport(files: readonly SourceFile[]): Map<string, SourceFile> {
  const found = new Map<string, SourceFile>();
  for (const file of files) {
    const key = moduleKey(file.path);
    if (!found.has(key)) found.set(key, file);
  }
  return found;
}
