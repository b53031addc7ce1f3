import type { SourceFile } from '../../../code/code-change.ts';

/** A review that follows an editor asks about the same files at every save. */
const read = new WeakMap<SourceFile, ReadonlySet<string>>();

function wordsOf(file: SourceFile): ReadonlySet<string> {
  const words = read.get(file) ?? new Set(file.text.match(/[\w$]+/g));
  read.set(file, words);
  return words;
}

/** Which of many files hold a name somewhere in their text: by the words of all of them, each of which is searched once. */
export class Mentions {
  readonly #files: readonly SourceFile[];
  /** Every word of the files, a line each. */
  #words: string | undefined;
  readonly #filesByWord = new Map<string, SourceFile[]>();
  readonly #known = new Map<string, readonly SourceFile[]>();

  constructor(files: readonly SourceFile[]) {
    this.#files = files;
  }

  of(name: string): readonly SourceFile[] {
    const known = this.#known.get(name);
    if (known) return known;
    const found = /^[\w$]+$/.test(name) ? this.#search(name) : this.#files.filter(({ text }) => text.includes(name));
    this.#known.set(name, found);
    return found;
  }

  #search(name: string): readonly SourceFile[] {
    const words = (this.#words ??= this.#gather());
    const found = new Set<SourceFile>();
    for (let at = words.indexOf(name); at !== -1;) {
      const end = words.indexOf('\n', at);
      for (const file of this.#filesByWord.get(words.slice(words.lastIndexOf('\n', at) + 1, end)) ?? []) found.add(file);
      at = words.indexOf(name, end);
    }
    return [...found];
  }

  #gather(): string {
    for (const file of this.#files) {
      for (const word of wordsOf(file)) {
        const files = this.#filesByWord.get(word);
        if (files) files.push(file);
        else this.#filesByWord.set(word, [file]);
      }
    }
    return `\n${[...this.#filesByWord.keys()].join('\n')}\n`;
  }
}
