import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import picomatch from 'picomatch';
import type { FileStamp, FolderReader } from '../change/change-set.ts';
import { byCodeUnits } from './entries.ts';
import { ReadBudget } from './read-limits.ts';
import { liesWithin, workingFileReader } from './working-files.ts';

/** Reads files of a folder, those that git knows and others. @param root a real path; @param isOfHead always, where not said otherwise */
export function folderReader(root: string, signal?: AbortSignal, isOfHead = (): Promise<boolean> => Promise.resolve(true)): FolderReader {
  return {
    isOfHead,
    find: async (places) => {
      const found = await Promise.all(places.map((place) => new PlaceSearch(root, signal).matching(place.split('/'))));
      return stampsOf(root, [...new Set(found.flat())].sort(byCodeUnits));
    },
    stamps: (paths) => stampsOf(root, paths),
    read: async (path, most) => {
      const real = isAbsolute(path) ? await realpath(path).catch(() => undefined) : join(root, path);
      if (real === undefined) return undefined;
      const place = isAbsolute(path) ? { root: dirname(real), name: basename(real) } : { root, name: path };
      const budget = new ReadBudget({ fileBytes: most });
      const read = workingFileReader({ root: place.root, objectFormat: 'sha1', budget, isRepository: false, signal });
      return (await read([place.name])).get(place.name)?.content.text;
    },
  };
}

/** Of files alone; one below the folder is met neither through a link nor outside it. */
async function stampsOf(root: string, paths: readonly string[]): Promise<readonly FileStamp[]> {
  const found = await Promise.all(
    paths.map(async (path): Promise<readonly FileStamp[]> => {
      const absolute = isAbsolute(path) ? path : join(root, path);
      if (!isAbsolute(path) && !(await liesWithin(root, dirname(absolute)))) return [];
      const stats = await (isAbsolute(path) ? stat : lstat)(absolute).catch(() => undefined);
      return stats?.isFile() ? [{ path, size: stats.size, modified: stats.mtimeMs }] : [];
    }),
  );
  return found.flat();
}

/** Entries of folders that are looked at for one place; what a build writes beside its reports may be endless. */
const mostEntries = 20_000;
const deepest = 12;
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules', 'html']);

/** One place, segment by segment: only where a segment is a pattern a folder is listed. */
class PlaceSearch {
  readonly #root: string;
  readonly #signal: AbortSignal | undefined;
  #seen = 0;

  constructor(root: string, signal: AbortSignal | undefined) {
    this.#root = root;
    this.#signal = signal;
  }

  /** The paths below a folder (`''` for the root) that the segments may stand for; whether a plain one is there is not looked at. */
  async matching([segment, ...rest]: readonly string[], folder = ''): Promise<readonly string[]> {
    this.#signal?.throwIfAborted();
    const below = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    if (segment === undefined) return [folder];
    if (segment === '..' || segment === '' || folder.split('/').length > deepest) return [];
    if (segment === '.') return this.matching(rest, folder);
    if (!picomatch.scan(segment).isGlob) return this.matching(rest, below(segment));
    const entries = await this.#entries(folder);
    const isAny = segment === '**';
    const matches = isAny ? (): boolean => true : picomatch(segment);
    const found = isAny ? [...(await this.matching(rest, folder))] : [];
    for (const { name, isFolder } of entries.filter((entry) => matches(entry.name) && (entry.isFolder || (!isAny && rest.length === 0))))
      found.push(...(await this.matching(isAny && isFolder ? ['**', ...rest] : rest, below(name))));
    return found;
  }

  async #entries(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]> {
    if (this.#seen >= mostEntries) return [];
    const entries = await readdir(join(this.#root, folder), { withFileTypes: true }).catch(() => []);
    this.#seen += entries.length;
    return entries
      .filter((entry) => entry.isFile() || (entry.isDirectory() && !skipped.has(entry.name)))
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .sort((a, b) => byCodeUnits(a.name, b.name));
  }
}
