import type { FolderReader } from '../../change/change-set.ts';

interface File {
  readonly path: string;
  /** At head. */
  readonly text: string;
}

/** More than any source file. */
const longest = 8_000_000;

/** When the files of a review were last written. */
export class Times {
  readonly #folder: FolderReader;
  readonly #same = new Map<string, Promise<boolean>>();

  constructor(folder: FolderReader) {
    this.#folder = folder;
  }

  /** The first file that is not older than a moment, or is not as it is reviewed; undefined where there is none. @param moment milliseconds since the epoch */
  async firstChangedSince(moment: number, files: readonly File[]): Promise<string | undefined> {
    const stamps = await this.#folder.stamps(files.map(({ path }) => path));
    const times = new Map(stamps.map(({ path, modified }) => [path, modified]));
    const newer = files.find(({ path }) => (times.get(path) ?? Infinity) >= moment);
    if (newer) return newer.path;
    const same = await Promise.all(files.map((file) => this.#isSame(file)));
    return files.find((_, index) => same[index] !== true)?.path;
  }

  #isSame(file: File): Promise<boolean> {
    const known = this.#same.get(file.path) ?? this.#compare(file);
    this.#same.set(file.path, known);
    return known;
  }

  async #compare({ path, text }: File): Promise<boolean> {
    const now = await this.#folder.read(path, longest);
    return now !== undefined && withPlainEnds(now) === withPlainEnds(text);
  }
}

/** Git may write other line ends into a work tree than it keeps. */
function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
