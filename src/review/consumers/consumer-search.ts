import type { TreeReader } from '../../change/change-set.ts';
import { wordPlaces } from '../../base/word-places.ts';
import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import { languageOf } from '../../languages/languages.ts';
import type { Extractor } from '../extraction/extractor.ts';
import { readWhole } from '../related-tests.ts';
import { wordsOf, type Used } from './uses.ts';

/** So many files are read at most to find who still uses what a change breaks. */
const mostFiles = 60;

const suffixes: Readonly<Record<Used['language'], readonly string[]>> = {
  java: ['.java'],
  script: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
};

export interface Candidates {
  readonly files: readonly SourceFile[];
  /** There are more than were read. */
  readonly isCut: boolean;
}

/** Finds the files that may use what a change breaks. What was found in unchanged files is kept: an editor asks after every save. */
export class ConsumerSearch {
  readonly #tree: TreeReader;
  readonly #extractor: Extractor;
  readonly #held = new Map<string, ReturnType<TreeReader['grep']>>();
  readonly #read = new Map<string, SourceFile | undefined>();

  constructor(tree: TreeReader, extractor: Extractor) {
    this.#tree = tree;
    this.#extractor = extractor;
  }

  /** Changed files as they are now, which in an editor is not what the tree has; of the others those that hold the words. */
  async filesThatMayUse(broken: readonly Used[], { files }: Pick<CodeChange, 'files'>): Promise<Candidates> {
    const changed = files.flatMap(({ head }) => (head?.facts && broken.some((used) => holds(head, used)) ? [head] : []));
    const changedPaths = new Set(files.map(({ path }) => path));
    const paths = (await this.#pathsThatMayUse(broken)).filter((path) => !changedPaths.has(path));
    const asTheyAre = await readWhole(changed.slice(0, mostFiles), this.#extractor);
    return {
      files: [...asTheyAre, ...(await this.#unchanged(paths.slice(0, mostFiles)))],
      isCut: changed.length > mostFiles || paths.length > mostFiles,
    };
  }

  async #pathsThatMayUse(broken: readonly Used[]): Promise<readonly string[]> {
    const paths = new Set<string>();
    for (const language of ['java', 'script'] as const) {
      const those = broken.filter((each) => each.language === language);
      if (those.length === 0) continue;
      for (const [path, words] of await this.#search(language, [...new Set(those.flatMap(wordsOf))].sort())) {
        if (languageOf(path) && those.some((used) => wordsOf(used).every((word) => words.has(word)))) paths.add(path);
      }
    }
    return [...paths].sort();
  }

  async #search(language: Used['language'], words: readonly string[]): ReturnType<TreeReader['grep']> {
    const key = [language, ...words].join('\n');
    const held = this.#held.get(key) ?? this.#tree.grep(words, suffixes[language]);
    this.#held.set(key, held);
    try {
      return await held;
    } catch (error) {
      this.#held.delete(key);
      throw error;
    }
  }

  async #unchanged(paths: readonly string[]): Promise<readonly SourceFile[]> {
    const unknown = paths.filter((path) => !this.#read.has(path));
    const snapshots = [...(await this.#tree.read(unknown)).values()];
    const read = new Map((await readWhole(snapshots, this.#extractor)).map((file) => [file.path, file]));
    for (const path of unknown) this.#read.set(path, read.get(path));
    return paths.flatMap((path) => this.#read.get(path) ?? []);
  }
}

function holds({ text }: SourceFile, used: Used): boolean {
  return wordsOf(used).every((word) => wordPlaces(text, word).length > 0);
}
