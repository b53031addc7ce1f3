import { groupBy } from '../../base/group-by.ts';
import { baseName, type ReportedFile } from '../../coverage/reported-file.ts';
import { foldersAbove, inFolder } from '../test-plan/build-files.ts';

/** Tells which file of the tree a report means. It was made where the tests ran: in a folder of the tree, or in a copy of it elsewhere. */
export class ReportedPaths {
  /** Absolute, forward slashes, without one at the end. */
  readonly #root: string;
  readonly #paths: ReadonlySet<string>;
  readonly #byName: ReadonlyMap<string, readonly string[]>;

  /** @param paths all of the tree; @param names without their folders: only files so called are ever meant */
  constructor(root: string, paths: readonly string[], names: ReadonlySet<string>) {
    this.#root = root.replaceAll('\\', '/').replace(/\/$/, '');
    const wanted = paths.filter((path) => names.has(baseName(path)));
    this.#paths = new Set(wanted);
    this.#byName = groupBy(wanted, baseName);
  }

  /** Undefined where it is none of them, or may be several. @param report where the report lies; absolute where that is outside the tree */
  pathOf({ names, kind }: ReportedFile, report: string): string | undefined {
    const folders = this.#isAbsolute(report) ? [''] : foldersAbove(report);
    const found = new Set(names.flatMap((name) => (kind === 'tail' ? this.#endingWith(name, folders) : this.#called(name, folders))));
    const [path] = found;
    return found.size === 1 ? path : undefined;
  }

  #called(name: string, folders: readonly string[]): readonly string[] {
    if (!this.#isAbsolute(name)) {
      const plain = normal(name);
      return plain === undefined ? [] : folders.map((folder) => inFolder(folder, plain)).filter((path) => this.#paths.has(path));
    }
    const inside = name.startsWith(`${this.#root}/`) ? normal(name.slice(this.#root.length + 1)) : undefined;
    if (inside !== undefined) return this.#paths.has(inside) ? [inside] : [];
    return (this.#byName.get(baseName(name)) ?? []).filter((path) => name.endsWith(`/${path}`));
  }

  /** Those in the nearest folder that has some. */
  #endingWith(tail: string, folders: readonly string[]): readonly string[] {
    const ending = (this.#byName.get(baseName(tail)) ?? []).filter((path) => path === tail || path.endsWith(`/${tail}`));
    const nearest = folders.find((folder) => folder === '' || ending.some((path) => path.startsWith(`${folder}/`)));
    return nearest === undefined || nearest === '' ? ending : ending.filter((path) => path.startsWith(`${nearest}/`));
  }

  #isAbsolute(path: string): boolean {
    return /^(?:\/|[A-Za-z]:[\\/])/.test(path);
  }
}

/** Without `.` and `..`; undefined where it leads out. */
function normal(path: string): string | undefined {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}
