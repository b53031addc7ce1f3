import type { Snapshot, TreeReader } from '../../change/change-set.ts';
import { isSearched } from '../../change/searched-paths.ts';
import { wordPlaces } from '../../base/word-places.ts';

type Search = Parameters<TreeReader['grep']>;
type Found = Awaited<ReturnType<TreeReader['grep']>>;

interface Edit {
  /** As the tree has it. */
  readonly before: Snapshot;
  readonly after: Snapshot;
}

/** One tree for the life of a session: what was read of it is remembered, and files that were saved since are as they were saved. */
export class EditedTree implements TreeReader {
  readonly #tree: TreeReader;
  readonly #read = new Map<string, Promise<Snapshot | undefined>>();
  readonly #searches = new Map<string, Promise<Found>>();
  readonly #edits = new Map<string, Edit>();
  readonly #watches = new Set<TreeWatch>();
  #paths: Promise<readonly string[]> | undefined;

  constructor(tree: TreeReader) {
    this.#tree = tree;
  }

  /** From now on the file is so. */
  edit(before: Snapshot, after: Snapshot): void {
    this.#edits.set(after.path, { before: this.#edits.get(after.path)?.before ?? before, after });
    for (const watch of this.#watches) watch.note({ before, after });
  }

  /** Reads the same, and tells afterwards whether an edit concerns what was read. */
  watched(): TreeWatch {
    const watch = new TreeWatch(this, () => this.#watches.delete(watch));
    this.#watches.add(watch);
    return watch;
  }

  async paths(): Promise<readonly string[]> {
    this.#paths ??= this.#tree.paths();
    return forgettingFailure(this.#paths, () => (this.#paths = undefined));
  }

  async read(paths: readonly string[]): Promise<ReadonlyMap<string, Snapshot>> {
    this.#readTogether(paths.filter((path) => !this.#edits.has(path) && !this.#read.has(path)));
    const found = await Promise.all(paths.map(async (path) => this.#edits.get(path)?.after ?? this.#read.get(path)));
    return new Map(found.flatMap((snapshot) => (snapshot ? [[snapshot.path, snapshot] as const] : [])));
  }

  async grep(...search: Search): Promise<Found> {
    const key = JSON.stringify(search);
    const known = this.#searches.get(key) ?? this.#tree.grep(...search);
    this.#searches.set(key, known);
    const found = await forgettingFailure(known, () => this.#searches.delete(key));
    const edits = [...this.#edits.values()].filter((edit) => isFoundOtherwise(edit, search));
    if (edits.length === 0) return found;
    const now = new Map(found);
    for (const { after } of edits) {
      now.delete(after.path);
      const held = wordsIn(after, search);
      if (held.size > 0) now.set(after.path, held);
    }
    return new Map([...now].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #readTogether(paths: readonly string[]): void {
    if (paths.length === 0) return;
    const reading = this.#tree.read(paths);
    for (const path of paths) {
      const one = reading.then((found) => found.get(path));
      // Whoever waits for it gets the error; whoever asks later asks anew.
      one.catch(() => this.#read.delete(path));
      this.#read.set(path, one);
    }
  }
}

/** What was asked of a tree for one purpose. */
export class TreeWatch implements TreeReader {
  readonly end: () => void;
  readonly #tree: TreeReader;
  readonly #read = new Set<string>();
  readonly #searches: Search[] = [];
  #isStale = false;

  /** @param end stops the telling of edits */
  constructor(tree: TreeReader, end: () => void) {
    this.#tree = tree;
    this.end = end;
  }

  /** Whether asking the same again may give something else. */
  get isStale(): boolean {
    return this.#isStale;
  }

  note(edit: Edit): void {
    if (!this.#read.has(edit.after.path) && !this.#searches.some((search) => isFoundOtherwise(edit, search))) return;
    this.#isStale = true;
    this.end();
  }

  paths(): Promise<readonly string[]> {
    return this.#tree.paths();
  }

  read(paths: readonly string[]): Promise<ReadonlyMap<string, Snapshot>> {
    for (const path of paths) this.#read.add(path);
    return this.#tree.read(paths);
  }

  grep(...search: Search): Promise<Found> {
    this.#searches.push(search);
    return this.#tree.grep(...search);
  }
}

function isFoundOtherwise({ before, after }: Edit, search: Search): boolean {
  const [, suffixes, holding] = search;
  if (!isSearched(after.path, suffixes, holding)) return false;
  const [was, is] = [wordsIn(before, search), wordsIn(after, search)];
  return was.size !== is.size || [...was].some((word) => !is.has(word));
}

function wordsIn({ text = '' }: Snapshot, [words]: Search): Set<string> {
  return new Set(words.filter((word) => wordPlaces(text, word).length > 0));
}

async function forgettingFailure<Result>(known: Promise<Result>, forget: () => void): Promise<Result> {
  try {
    return await known;
  } catch (error) {
    forget();
    throw error;
  }
}
