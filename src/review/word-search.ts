import type { TreeReader } from '../change/change-set.ts';
import { testsOf } from '../languages/languages.ts';

/** Searches the tests of a tree for words, each of them once. Git does it in a process of its own: whoever can guess the words early loses no time. */
export class WordSearch {
  readonly #tree: TreeReader;
  readonly #where: ReturnType<typeof testsOf>;
  /** By word, the search that looks for it among others. */
  readonly #searches = new Map<string, ReturnType<TreeReader['grep']>>();

  /** @param changed the paths whose tests are searched */
  constructor(tree: TreeReader, changed: readonly string[]) {
    this.#tree = tree;
    this.#where = testsOf(changed);
  }

  /** Starts to look for what was not looked for yet. */
  start(words: readonly string[]): void {
    const unknown = words.filter((word) => !this.#searches.has(word));
    const { suffixes, holding } = this.#where;
    if (unknown.length === 0 || suffixes.length === 0) return;
    const search = this.#tree.grep(unknown, suffixes, holding);
    // Whoever asks for the result gets the error.
    search.catch(() => undefined);
    for (const word of unknown) this.#searches.set(word, search);
  }

  /** The paths of the files that hold one of the words: those that hold most of them first, otherwise sorted. Rejects where the tree cannot be read. */
  async find(words: readonly string[]): Promise<string[]> {
    this.start(words);
    const counts = new Map<string, number>();
    for (const word of words) {
      const found = await this.#searches.get(word);
      for (const [path, held] of found ?? []) if (held.has(word)) counts.set(path, (counts.get(path) ?? 0) + 1);
    }
    return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)).map(([path]) => path);
  }
}
