import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';

/** What a file says, for many questions. */
class Words {
  readonly #text: string;
  /** Each once, a line each. */
  #all: string | undefined;
  readonly #answers = new Map<string, boolean>();

  constructor({ text }: SourceFile) {
    this.#text = text;
  }

  hold(name: string): boolean {
    const known = this.#answers.get(name) ?? (/^[\w$]+$/.test(name) ? this.#words : this.#text).includes(name);
    this.#answers.set(name, known);
    return known;
  }

  get #words(): string {
    this.#all ??= [...new Set(this.#text.match(/[\w$]+/g))].join('\n');
    return this.#all;
  }
}

const wordsOf = remembered((file: SourceFile) => new Words(file));

/** Whether a file holds a name somewhere in its text. */
export function mentions(file: SourceFile, name: string): boolean {
  return wordsOf(file).hold(name);
}
