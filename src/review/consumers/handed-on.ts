import type { TreeReader } from '../../change/change-set.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { importedPath } from '../../code/module-name.ts';
import { isHeir, type Used } from './uses.ts';

/** A module may be handed on by others over so many steps. */
const mostSteps = 4;

/** Of the modules that files import a name from, those that hand it on from the module that declares it. */
export async function modulesHandingOn(used: Used, files: readonly SourceFile[], tree: TreeReader): Promise<ReadonlySet<string>> {
  const imported = files.flatMap(({ facts, path }) =>
    facts
      ? [...facts.imports, ...facts.exports].flatMap(({ name, source }) =>
          name === used.name && source ? (importedPath(path, source) ?? []) : [],
        )
      : [],
  );
  const found = new Set<string>();
  for (const key of new Set(imported)) if (key !== used.module && (await reaches(key, used, tree, mostSteps))) found.add(key);
  return found;
}

async function reaches(key: string, used: Used, tree: TreeReader, steps: number): Promise<boolean> {
  if (key === used.module) return true;
  if (steps === 0) return false;
  const endings = ['ts', 'tsx', 'mts', 'js', 'mjs', 'cjs', 'jsx'];
  const paths = endings.flatMap((ending) => [`${key}.${ending}`, `${key === '' ? '' : `${key}/`}index.${ending}`]);
  for (const [path, { text }] of await tree.read(paths)) {
    for (const source of sourcesOf(text ?? '', used.name)) {
      const next = importedPath(path, source);
      if (next !== undefined && (await reaches(next, used, tree, steps - 1))) return true;
    }
  }
  return false;
}

/** What a module hands a name on from: `export * from './a'`, `export { name } from './a'`. */
function sourcesOf(text: string, name: string): readonly string[] {
  const handing = /\bexport\s{0,10}(?:type\s{1,10})?(\*|\{[^{}]{0,4000}\})\s{0,10}from\s{0,10}["']([^"'\n]{1,300})["']/g;
  return Array.from(text.matchAll(handing)).flatMap(([, what = '', source = '']) =>
    what === '*' || new RegExp(`[{,\\s]${name.replace(/[^\w]/g, '\\$&')}\\s{0,10}[,}]`).test(what) ? [source] : [],
  );
}

/** So many heirs of one type are asked for. */
const mostHeirs = 10;

/** The same member under the name of each type that inherits it: what is called on an heir is called on the owner. */
export function underHeirs(used: Used, files: readonly SourceFile[]): readonly Used[] {
  const { owner } = used;
  if (used.language !== 'java' || !owner || used.name === owner.name) return [];
  const heirs = files.flatMap(({ facts, path }) =>
    (facts?.symbols ?? [])
      .filter((symbol) => isHeir(symbol, owner) && !declares(facts, symbol.qualifiedName, used.name))
      .map((symbol) => ({ ...used, path, owner: symbol, module: facts?.symbols[0]?.qualifiedName ?? '' })),
  );
  return heirs.slice(0, mostHeirs);
}

/** An heir that declares the member itself is called as before. */
function declares(facts: SourceFile['facts'], type: string, name: string): boolean {
  return facts?.symbols.some(({ qualifiedName }) => qualifiedName === `${type}.${name}`) ?? false;
}
