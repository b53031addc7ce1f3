import type { TreeReader } from '../change/change-set.ts';
import { suffixes } from '../languages/languages.ts';

/** Searches a tree for words, each of them once. Git does it in a process of its own: whoever can guess the words early loses no time. */
export class WordSearch {
  readonly #tree: TreeReader;
  /** By word, the search that looks for it among others. */
  readonly #searches = new Map<string, ReturnType<TreeReader['grep']>>();

  constructor(tree: TreeReader) {
    this.#tree = tree;
  }

  /** Starts to look for what was not looked for yet. */
  start(words: readonly string[]): void {
    const unknown = words.filter((word) => !this.#searches.has(word));
    if (unknown.length === 0) return;
    const search = this.#tree.grep(unknown, suffixes);
    // Whoever asks for the result gets the error.
    search.catch(() => undefined);
    for (const word of unknown) this.#searches.set(word, search);
  }

  /** The paths of the source files that hold one of the words, sorted. Rejects where the tree cannot be read. */
  async find(words: readonly string[]): Promise<string[]> {
    this.start(words);
    const searches = new Set(words.flatMap((word) => this.#searches.get(word) ?? []));
    const found = await Promise.all(searches);
    const paths = new Set(
      found.flatMap((files) => [...files].flatMap(([path, held]) => (words.some((word) => held.has(word)) ? [path] : []))),
    );
    return [...paths].sort();
  }
}
