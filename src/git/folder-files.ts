import { lstatSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import picomatch from 'picomatch';
import type { FileStamp, FolderReader } from '../change/change-set.ts';
import { byCodeUnits } from './entries.ts';
import { ReadBudget } from './read-limits.ts';
import { workingFileReader } from './working-files.ts';

/** Reads files of a folder, those that git knows and others. @param root a real path; @param isOfHead always, where not said otherwise */
export function folderReader(root: string, signal?: AbortSignal, isOfHead = (): Promise<boolean> => Promise.resolve(true)): FolderReader {
  return {
    isOfHead,
    find: async (places) => {
      const folders = new Folders(root);
      const found = await Promise.all(places.map((place) => new PlaceSearch(root, folders, signal).matching(place.split('/'))));
      return stampsOf(root, folders, [...new Set(found.flat())].sort(byCodeUnits));
    },
    stamps: (paths) => Promise.resolve(stampsOf(root, new Folders(root), paths)),
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
function stampsOf(root: string, folders: Folders, paths: readonly string[]): readonly FileStamp[] {
  return paths.flatMap((path) => {
    if (!isAbsolute(path) && !folders.has(parentOf(path))) return [];
    const stats = isAbsolute(path) ? statsOf(statSync, path) : statsOf(lstatSync, join(root, path));
    return stats?.isFile() ? [{ path, size: stats.size, modified: stats.mtimeMs }] : [];
  });
}

/** Asked after each save for hundreds of places, most of which are not there: to wait for each answer would cost several times the asking. */
function statsOf(ask: (path: string, options: { throwIfNoEntry: false }) => Stats | undefined, path: string): Stats | undefined {
  try {
    return ask(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The folders below a root, each looked at once: most places are in folders that are not there. */
class Folders {
  readonly #root: string;
  readonly #known = new Map([['', true]]);

  constructor(root: string) {
    this.#root = root;
  }

  /** Whether there is such a folder, without a symbolic link on the way. */
  has(folder: string): boolean {
    const known = this.#known.get(folder) ?? this.#look(folder);
    this.#known.set(folder, known);
    return known;
  }

  #look(folder: string): boolean {
    return this.has(parentOf(folder)) && statsOf(lstatSync, join(this.#root, folder))?.isDirectory() === true;
  }
}

/** Of a path with forward slashes; `''` for the root. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** What makes a segment more than a name. */
const pattern = /[*?[\]{}()!]/;

/** Entries of folders that are looked at for one place; what a build writes beside its reports may be endless. */
const mostEntries = 20_000;
const deepest = 12;
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules', 'html']);

/** One place, segment by segment: only where a segment is a pattern a folder is listed. */
class PlaceSearch {
  readonly #root: string;
  readonly #folders: Folders;
  readonly #signal: AbortSignal | undefined;
  #seen = 0;

  constructor(root: string, folders: Folders, signal: AbortSignal | undefined) {
    this.#root = root;
    this.#folders = folders;
    this.#signal = signal;
  }

  /** The paths below a folder (`''` for the root) that the segments may stand for; whether a plain one is there is not looked at. */
  async matching([segment, ...rest]: readonly string[], folder = ''): Promise<readonly string[]> {
    this.#signal?.throwIfAborted();
    const below = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    if (segment === undefined) return [folder];
    if (segment === '..' || segment === '' || folder.split('/').length > deepest) return [];
    if (segment === '.') return this.matching(rest, folder);
    if (!pattern.test(segment)) return rest.length === 0 ? [below(segment)] : this.#within(below(segment), rest);
    const entries = await this.#entries(folder);
    const isAny = segment === '**';
    const matches = isAny ? (): boolean => true : picomatch(segment);
    const found = isAny ? [...(await this.matching(rest, folder))] : [];
    for (const { name, isFolder } of entries.filter((entry) => matches(entry.name) && (entry.isFolder || (!isAny && rest.length === 0))))
      found.push(...(await this.matching(isAny && isFolder ? ['**', ...rest] : rest, below(name))));
    return found;
  }

  async #within(folder: string, rest: readonly string[]): Promise<readonly string[]> {
    return this.#folders.has(folder) ? this.matching(rest, folder) : [];
  }

  async #entries(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]> {
    if (this.#seen >= mostEntries || !this.#folders.has(folder)) return [];
    const entries = await readdir(join(this.#root, folder), { withFileTypes: true }).catch(() => []);
    this.#seen += entries.length;
    return entries
      .filter((entry) => entry.isFile() || (entry.isDirectory() && !skipped.has(entry.name)))
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .sort((a, b) => byCodeUnits(a.name, b.name));
  }
}
