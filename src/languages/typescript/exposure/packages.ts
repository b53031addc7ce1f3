import { posix } from 'node:path';
import type { TreeReader } from '../../../change/change-set.ts';
import { readLayout } from './build-layout.ts';
import type { BuildLayout } from './build-layout.ts';
import { readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';

/** Manifests that are read at most: beyond that, packages count as one without a manifest. */
const mostManifests = 1_000;

/** The packages of one side of a repository. */
export class Packages {
  readonly #byDirectory: ReadonlyMap<string, Manifest>;

  static async read(paths: readonly string[], tree: TreeReader): Promise<Packages> {
    const wanted = paths
      .filter((path) => /(?:^|\/)package\.json$/.test(path) && !/(?:^|\/)node_modules\//.test(path))
      .slice(0, mostManifests);
    const snapshots = await tree.read(wanted);
    return new Packages([...snapshots].flatMap(([path, { text }]) => readManifest(path, text ?? '') ?? []));
  }

  constructor(manifests: readonly Manifest[]) {
    this.#byDirectory = new Map(manifests.map((manifest) => [manifest.directory, manifest]));
  }

  get isEmpty(): boolean {
    return this.#byDirectory.size === 0;
  }

  /** The nearest package around a file. */
  of(path: string): Manifest | undefined {
    for (let at = posix.dirname(path); ; at = posix.dirname(at)) {
      const manifest = this.#byDirectory.get(at === '.' ? '' : at);
      if (manifest || at === '.' || at === '/') return manifest;
    }
  }

  /** Whether another package of the repository depends on this one. */
  hasDependents({ name }: Manifest): boolean {
    return [...this.#byDirectory.values()].some((other) => other.name !== name && other.dependencies.includes(name));
  }
}

/** The compiler's folders, as the package's `tsconfig*.json` files say. */
export async function readLayouts(manifest: Manifest, paths: readonly string[], tree: TreeReader): Promise<readonly BuildLayout[]> {
  const isOwn = (path: string): boolean => /^tsconfig[\w.-]{0,60}\.json$/.test(posix.relative(manifest.directory, path));
  const snapshots = await tree.read(paths.filter((path) => path.endsWith('.json') && path.startsWith(manifest.directory) && isOwn(path)));
  return [...snapshots.values()].flatMap(({ text }) => readLayout(text ?? '') ?? []);
}
