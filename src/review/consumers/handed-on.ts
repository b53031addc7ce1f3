import { posix } from 'node:path';
import type { TreeReader } from '../../change/change-set.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { resolvedKey } from '../../code/module-name.ts';
import { isHeir, type Used } from './uses.ts';

/** So many modules are looked through for the one that hands a name on. */
const mostModules = 300;

export interface HandingOn {
  readonly modules: ReadonlySet<string>;
  /** There were more modules on the way than are read. */
  readonly isCut: boolean;
}

/** Of the modules that files import a name from, those that hand it on from the module that declares it. */
export async function modulesHandingOn(used: Used, files: readonly SourceFile[], tree: TreeReader): Promise<HandingOn> {
  const imported = files.flatMap(({ facts, path }) =>
    facts
      ? [...facts.imports, ...facts.exports].flatMap(({ name, source }) =>
          name === used.name && source ? (resolvedKey(path, source) ?? []) : [],
        )
      : [],
  );
  const modules = new Set<string>();
  let isCut = false;
  for (const key of new Set(imported)) {
    const answer = key === used.module ? false : await reaches(key, used, tree);
    if (answer === true) modules.add(key);
    isCut ||= answer === undefined;
  }
  return { modules, isCut };
}

/** Goes from module to module step by step: those of a step are read at once, and each is read once. Undefined where there are too many. */
async function reaches(key: string, used: Used, tree: TreeReader): Promise<boolean | undefined> {
  const seen = new Set([key]);
  for (let pending: readonly string[] = [key]; pending.length > 0;) {
    const read = await tree.read(pending.flatMap(pathsOf));
    const next = [...read].flatMap(([path, { text = '' }]) =>
      sourcesOf(text, used.name).flatMap((source) => resolvedKey(path, source) ?? []),
    );
    if (next.includes(used.module)) return true;
    pending = [...new Set(next)].filter((each) => !seen.has(each));
    if (pending.length > mostModules - seen.size) return undefined;
    for (const each of pending) seen.add(each);
  }
  return false;
}

const endings = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'];

/** Where the module of a key may lie. */
function pathsOf(key: string): readonly string[] {
  const named = key === '' ? [] : endings.map((ending) => `${key}.${ending}`);
  return [...named, ...endings.map((ending) => posix.join(key, `index.${ending}`))];
}

/** What a module hands a name on from: `export * from './a'`, `export { name } from './a'`. */
function sourcesOf(text: string, name: string): readonly string[] {
  const handing = /\bexport\s{0,10}(?:type\s{1,10})?(\*|\{[^{}]{0,4000}\})\s{0,10}from\s{0,10}["']([^"'\n]{1,300})["']/g;
  return Array.from(text.matchAll(handing)).flatMap(([, what = '', source = '']) =>
    what === '*' || new RegExp(`[{,\\s]${name.replace(/[^\w]/g, '\\$&')}\\s{0,10}[,}]`).test(what) ? [source] : [],
  );
}

/** The same member under the name of each type that inherits it: what is called on an heir is called on the owner. */
export function underHeirs(used: Used, files: readonly SourceFile[]): readonly Used[] {
  const { owner } = used;
  if (used.language !== 'java' || !owner || used.name === owner.name) return [];
  return files.flatMap(({ facts, path }) =>
    (facts?.symbols ?? [])
      .filter((symbol) => isHeir(symbol, owner) && !declares(facts, symbol.qualifiedName, used.name))
      .map((symbol) => ({ ...used, path, owner: symbol, module: facts?.symbols[0]?.qualifiedName ?? '' })),
  );
}

/** An heir that declares the member itself is called as before. */
function declares(facts: SourceFile['facts'], type: string, name: string): boolean {
  return facts?.symbols.some(({ qualifiedName }) => qualifiedName === `${type}.${name}`) ?? false;
}
