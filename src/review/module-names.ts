import type { TreeReader } from '../change/change-set.ts';
import type { Programs } from '../code/code-change.ts';
import { importKey, moduleKey, resolvedKey } from '../code/module-name.ts';
import { isPackageManifest } from '../code/package-manifest.ts';
import { remembered } from '../base/remembered.ts';
import { languageOf } from '../languages/languages.ts';

/** So many manifests of packages are read at most, those nearest to the root first. The pages of the rules that ask say so. */
const mostPackages = 60;

/** A package of the repository: its folder with a slash behind it, `''` at the root, and the file that it is entered by. */
interface Package {
  readonly folder: string;
  readonly entry: string | undefined;
}

/** What the modules of one tree are imported by: their paths, the names of their packages, and aliases of the folders of sources. */
export class ModuleNames {
  readonly #byKey: ReadonlyMap<string, string>;
  readonly #packages: ReadonlyMap<string, Package>;
  readonly #mains: Map<string, string>;

  constructor(byKey: ReadonlyMap<string, string>, packages: ReadonlyMap<string, Package>, mains: Programs['mains']) {
    this.#byKey = byKey;
    this.#packages = packages;
    this.#mains = new Map(mains);
  }

  /** What was found otherwise than by a path, so far. */
  get mains(): Programs['mains'] {
    return [...this.#mains];
  }

  /** The file that an import names; undefined for what is not in the tree. */
  pathOf(from: string, source: string): string | undefined {
    const key = resolvedKey(from, source);
    if (key !== undefined) return this.#byKey.get(key) ?? this.#mains.get(key);
    const path = this.#ofPackage(source) ?? this.#ofAlias(from, source);
    if (path !== undefined) this.#mains.set(importKey(from, source), path);
    return path;
  }

  #ofPackage(source: string): string | undefined {
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? source;
    const found = this.#packages.get(name);
    if (!found || name === source) return found?.entry;
    const rest = moduleKey(source.slice(name.length + 1));
    return sources.map((each) => this.#byKey.get(`${found.folder}${each}${rest}`)).find((path) => path !== undefined);
  }

  /** `@/orders` and `~/orders` are below the nearest folder of sources. */
  #ofAlias(from: string, source: string): string | undefined {
    const rest = /^(?:@|~|#)\/(.+)$/.exec(source)?.[1];
    if (rest === undefined) return undefined;
    const folders = from.split('/').slice(0, -1);
    for (let depth = folders.length; depth >= 0; depth--) {
      const above = folders
        .slice(0, depth)
        .map((folder) => `${folder}/`)
        .join('');
      for (const each of sources) {
        const path = this.#byKey.get(`${above}${each}${moduleKey(rest)}`);
        if (path !== undefined) return path;
      }
    }
    return undefined;
  }
}

/** Where a package may have its sources. */
const sources = ['src/', '', 'lib/', 'source/'];

/** The names by which the scripts of a tree are found, as far as its manifests tell. */
export async function moduleNamesIn(tree: TreeReader): Promise<ModuleNames> {
  const paths = await tree.paths();
  const byKey = pathsByKey(paths);
  const manifests = manifestsAmong(paths).slice(0, mostPackages);
  const packages = new Map<string, Package>();
  let mains: Programs['mains'] = [];
  for (const { path, text } of (await tree.read(manifests)).values()) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const name = /"name"\s*:\s*"([^"]+)"/.exec(text ?? '')?.[1];
    const entry = entryOf(folder, text ?? '', name ?? '', byKey);
    if (name !== undefined && !packages.has(name)) packages.set(name, { folder, entry });
    if (folder === '' && entry !== undefined) mains = mainsOf(entry, text ?? '', byKey);
  }
  return new ModuleNames(byKey, packages, mains);
}

const manifestsAmong = remembered((paths: readonly string[]) =>
  paths.filter((path) => path.endsWith('package.json') && isPackageManifest(path)).toSorted((a, b) => a.length - b.length),
);

const pathsByKey = remembered((paths: readonly string[]): ReadonlyMap<string, string> => {
  const scripts = paths.filter((path) => languageOf(path) !== undefined && !/\.(?:java|d\.[cm]?ts)$/.test(path));
  return new Map(scripts.toReversed().map((path) => [moduleKey(path), path]));
});

const conventional = ['src/index', 'lib/index', 'source/index', 'src/main', 'lib/main'];

/** A built file that a manifest offers, for `import`, `require` or both. */
const offered = /"(?:main|module|import|require|default|node)"\s*:\s*"(?:\.\/)?([^"*]+\.[cm]?js)"/g;

/** The file that stands for a package: what its manifest says, where it is no built one, or what is called so by convention. */
function entryOf(folder: string, manifest: string, name: string, byKey: ReadonlyMap<string, string>): string | undefined {
  const main = /"main"\s*:\s*"\.?\/?([^"]+)"/.exec(manifest)?.[1];
  const keys = [...(main === undefined ? [] : [moduleKey(main)]), ...conventional, `src/${name.replace(/^@[^/]+\//, '')}`, ''];
  return keys.map((key) => byKey.get(moduleKey(folder + key).replace(/\/$/, ''))).find((path) => path !== undefined);
}

/** What the package at the root is entered by: as its folder, and as the files that are built from its sources. */
function mainsOf(path: string, manifest: string, byKey: ReadonlyMap<string, string>): Programs['mains'] {
  const built = [...new Set(Array.from(manifest.matchAll(offered), ([, file = '']) => moduleKey(file)))];
  return ['', ...built].flatMap((key): Programs['mains'] => (byKey.has(key) ? [] : [[key, path]]));
}
