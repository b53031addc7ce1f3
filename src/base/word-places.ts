/** Where a text holds a word as a whole: no letter, digit, `_` or `$` beside it. In source order; one pass without a pattern. */
export function wordPlaces(text: string, word: string): readonly number[] {
  const places: number[] = [];
  if (word === '') return places;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    if (!isWordPart(text, at - 1) && !isWordPart(text, at + word.length)) places.push(at);
  }
  return places;
}

const wordPart = /[\p{L}\p{N}_$]/u;

function isWordPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36;
  return wordPart.test(text.charAt(at));
}
