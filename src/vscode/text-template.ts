/** A text with places for names: `The catch block of {0} is empty.` */
export interface TextTemplate {
  readonly text: string;
  /** What stands before, between and after the places. */
  readonly words: readonly string[];
  /** The number in each place, in the order of the text. */
  readonly places: readonly number[];
  /** Characters that are not a place. */
  readonly length: number;
}

/** What stands in a place, and whether it is a name by the marks around it. */
export interface Fill {
  readonly text: string;
  readonly isName: boolean;
}

/** Less than this many characters around the names say nothing about which text it is. */
const fewest = 2;

/** Characters by which templates are put in order. */
const keyLength = 3;

/** Those of some texts that have places, to be found by what they begin or end with. */
export class TextTemplates {
  readonly #byStart = new Map<string, TextTemplate[]>();
  readonly #byEnd = new Map<string, TextTemplate[]>();
  readonly #others: TextTemplate[] = [];

  constructor(texts: readonly string[]) {
    for (const text of texts) this.#add(text);
  }

  /** Those that a text may be made of, the one that says most by itself first. */
  fitting(text: string): readonly TextTemplate[] {
    const possible = [
      ...(this.#byStart.get(text.slice(0, keyLength)) ?? []),
      ...(this.#byEnd.get(text.slice(-keyLength)) ?? []),
      ...this.#others,
    ];
    return possible.filter((template) => fillsOf(text, template) !== undefined).sort((a, b) => b.length - a.length);
  }

  #add(text: string): void {
    const words = text.split(/\{\d+\}/);
    const length = words.reduce((sum, { length: each }) => sum + each, 0);
    if (words.length < 2 || length < fewest || !/[a-z]/i.test(words.join(' '))) return;
    const places = [...text.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number));
    const template = { text, words, places, length };
    const [start = '', end = ''] = [words[0], words.at(-1)];
    if (start.length >= keyLength) listIn(this.#byStart, start.slice(0, keyLength)).push(template);
    else if (end.length >= keyLength) listIn(this.#byEnd, end.slice(-keyLength)).push(template);
    else this.#others.push(template);
  }
}

function listIn(lists: Map<string, TextTemplate[]>, key: string): TextTemplate[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/**
 * What stands in the places of a text, in the order of the text; undefined where it is not made of the template.
 * Each piece is sought after the one before, so that this takes no longer for a hostile text.
 */
export function fillsOf(text: string, { words }: TextTemplate): readonly Fill[] | undefined {
  const [first = '', ...others] = words;
  if (!text.startsWith(first)) return undefined;
  const fills: Fill[] = [];
  let at = first.length;
  let isInCode = hasOddMarks(first);
  for (const [index, word] of others.entries()) {
    const found = index === others.length - 1 ? lastPiece(text, word, at) : nextPiece(text, word, at, isInCode);
    if (found === undefined) return undefined;
    const fill = text.slice(at, found);
    // What is code in the text is code in the template.
    if (isInCode ? fill.includes('`') : hasOddMarks(fill)) return undefined;
    fills.push({ text: fill, isName: isInCode || isQuoted(words[index] ?? '', word) });
    at = found + word.length;
    isInCode = hasOddMarks(word) !== isInCode;
  }
  return fills;
}

function lastPiece(text: string, word: string, from: number): number | undefined {
  const found = text.length - word.length;
  return found >= from && text.endsWith(word) ? found : undefined;
}

/** A piece that is no code is not sought in code. */
function nextPiece(text: string, word: string, from: number, isInCode: boolean): number | undefined {
  let [passed, isCode] = [from, isInCode];
  for (let found = text.indexOf(word, from); found !== -1; found = text.indexOf(word, found + 1)) {
    for (; passed < found; passed++) if (text[passed] === '`') isCode = !isCode;
    if (isCode === isInCode) return found;
  }
  return undefined;
}

function hasOddMarks(text: string): boolean {
  return text.split('`').length % 2 === 0;
}

function isQuoted(before: string, after: string): boolean {
  return /["“']$/.test(before) && /^["”']/.test(after);
}
