import { remembered } from '../../../base/remembered.ts';
import { wordPlaces } from '../../../base/word-places.ts';
import type { SourceFile } from '../../../code/code-change.ts';

/** The words of a file, each once, a line each: many questions are asked of it. */
const wordsOf = remembered(({ text }: SourceFile) => [...new Set(text.match(/[\w$]+/g))].join('\n'));

/** Whether a file holds a name somewhere in its text. */
export function mentions(file: SourceFile, name: string): boolean {
  return (/^[\w$]+$/.test(name) ? wordsOf(file) : file.text).includes(name);
}

/** A text that is longer may declare thousands of names, and is not gone through for each of them. */
const long = 200_000;

/** Where a file holds a name as a whole word, in order. */
export function placesOfName(file: SourceFile, name: string): readonly number[] {
  if (file.text.length > long) return placesByWord(file).get(name) ?? [];
  return mentions(file, name) ? wordPlaces(file.text, name) : [];
}

const placesByWord = remembered(({ text }: SourceFile): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}_$]+/gu)) {
    const known = places.get(word);
    if (known) known.push(index);
    else places.set(word, [index]);
  }
  return places;
});
