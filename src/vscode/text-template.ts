/** A text with places for names: `The catch block of {0} is empty.` */
export interface TextTemplate {
  readonly text: string;
  /** What stands before, between and after the places. */
  readonly words: readonly string[];
  /** Characters that are not a place. */
  readonly length: number;
}

/** Less than this many characters around the names say nothing about which text it is. */
const fewest = 8;

/** Those of some texts that have places. */
export function templatesOf(texts: readonly string[]): readonly TextTemplate[] {
  return texts.flatMap((text) => {
    const words = text.split(/\{\d+\}/);
    const length = words.reduce((sum, { length: each }) => sum + each, 0);
    return words.length > 1 && length >= fewest ? [{ text, words, length }] : [];
  });
}

/** The one that says most of a text by itself. */
export function mostFitting(text: string, templates: readonly TextTemplate[]): TextTemplate | undefined {
  let best: TextTemplate | undefined;
  for (const template of templates) {
    if (template.length > (best?.length ?? 0) && placesIn(text, template)) best = template;
  }
  return best;
}

/** What stands at the places, in the order of their numbers. */
export function fillsOf(text: string, template: TextTemplate): readonly string[] {
  return (placesIn(text, template) ?? []).map(([start, end]) => text.slice(start, end));
}

/** Each piece is sought after the one before, so that this takes no longer for a hostile text. */
function placesIn(text: string, { words }: TextTemplate): readonly (readonly [start: number, end: number])[] | undefined {
  const [first = '', ...others] = words;
  if (!text.startsWith(first)) return undefined;
  const places: [number, number][] = [];
  let at = first.length;
  for (const [index, word] of others.entries()) {
    const isLast = index === others.length - 1;
    const found = isLast ? text.length - word.length : text.indexOf(word, at);
    if (found < at || (isLast && !text.endsWith(word))) return undefined;
    places.push([at, found]);
    at = found + word.length;
  }
  return places;
}
