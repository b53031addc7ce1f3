import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';

/** What a file says, for many questions. */
class Words {
  readonly #text: string;
  #all: ReadonlySet<string> | undefined;
  readonly #answers = new Map<string, boolean>();

  constructor({ text }: SourceFile) {
    this.#text = text;
  }

  hold(name: string): boolean {
    const known = this.#answers.get(name) ?? (/^[\w$]+$/.test(name) ? this.#words.has(name) : this.#text.includes(name));
    this.#answers.set(name, known);
    return known;
  }

  get #words(): ReadonlySet<string> {
    this.#all ??= new Set(this.#text.match(/[\w$]+/g));
    return this.#all;
  }
}

const wordsOf = remembered((file: SourceFile) => new Words(file));

/** Whether a file holds a name somewhere in its text, as a word of its own. */
export function mentions(file: SourceFile, name: string): boolean {
  return wordsOf(file).hold(name);
}
