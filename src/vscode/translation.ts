import { fillsOf, TextTemplates } from './text-template.ts';
import type { Fill, TextTemplate } from './text-template.ts';

/** A text in another language as far as it is known, and how many letters of it are still as they were. */
interface Translated {
  readonly text: string;
  readonly left: number;
}

/** Of the templates that fit, this many are tried, and in all this many parts of one text. */
const mostTemplates = 12;
const mostParts = 1_000;

/** A text is parted in so many places at most. */
const mostPlaces = 6;

/** Sentences of parts: each part may be known by itself. A space parts only after a name or before it, as in `x` is gone. */
const seams = [': ', '; ', '. ', ' (', ' ', ', and ', ', ', ' and ', ' or '] as const;

/** How texts are put together again where two known parts stand beside each other; they are in the bundle, too. */
export const frames = seams.map((seam) => `{0}${seam}{1}`);

/** Texts remembered, so that a tree that is drawn again costs nothing. */
const mostRemembered = 5_000;

/**
 * Puts what the engine says into the language of a bundle. The engine says everything in English, put together of sentences and parts of sentences, with
 * names in between; the bundle has all of these with `{0}` for a name. Of all ways to read a text as such parts the one is taken that leaves least as it is.
 */
export class Translation {
  readonly #bundle: Readonly<Record<string, string>>;
  readonly #templates: TextTemplates;
  readonly #remembered = new Map<string, Translated>();
  #parts = 0;

  constructor(bundle: Readonly<Record<string, string>>) {
    this.#bundle = bundle;
    this.#templates = new TextTemplates(Object.keys(bundle));
  }

  of(text: string): string {
    this.#parts = 0;
    if (this.#remembered.size > mostRemembered) this.#remembered.clear();
    const { text: translated, left } = this.#translated(text);
    // A text of somebody else, of which a few words happen to be known.
    return left * 3 > lettersIn(text) * 2 ? text : translated;
  }

  #translated(text: string): Translated {
    const known = this.#remembered.get(text);
    if (known) return known;
    const found = this.#read(text);
    if (this.#parts <= mostParts) this.#remembered.set(text, found);
    return found;
  }

  #read(text: string): Translated {
    const said = text.trim();
    const start = text.indexOf(said);
    const [before, after] = [text.slice(0, start), text.slice(start + said.length)];
    const whole = this.#entry(said);
    if (whole !== undefined) return { text: before + whole + after, left: 0 };
    const letters = lettersIn(said);
    if (letters === 0 && !/^[A-Z][a-z]/.test(said)) return { text, left: 0 };
    let best: Translated = { text: said, left: letters };
    if (this.#parts++ > mostParts) return { text, left: letters };
    for (const reading of this.#readings(said)) {
      const translated = reading();
      if (translated.left < best.left || best.text === said) best = translated;
      if (best.left === 0) break;
    }
    return { text: before + best.text + after, left: best.left };
  }

  *#readings(text: string): Generator<() => Translated> {
    for (const template of this.#templates.fitting(text).slice(0, mostTemplates)) yield () => this.#filled(text, template);
    // The first word of a sentence is written small in a table, and the full stop belongs to the sentence.
    const small = text.charAt(0).toLowerCase() + text.slice(1);
    if (small !== text) yield () => capitalised(this.#translated(small));
    if (text.endsWith('.')) yield () => withStop(this.#translated(text.slice(0, -1)));
    else
      for (const template of this.#templates.fitting(`${text}.`).slice(0, mostTemplates))
        yield () => withoutStop(this.#filled(`${text}.`, template));
    for (const [index, seam] of seams.entries())
      for (const at of seamsIn(text, seam)) yield () => this.#joined(text.slice(0, at), text.slice(at + seam.length), frames[index] ?? '');
  }

  /** Two names beside each other may be parted at another space than the first. */
  #filled(text: string, template: TextTemplate): Translated {
    const fills = fillsOf(text, template) ?? [];
    let best = this.#withFills(template, fills);
    for (const [index, word] of template.words.entries()) {
      const [one, other] = [fills[index - 1], fills[index]];
      if (best.left === 0 || word !== ' ' || !one || !other || one.isName || other.isName) continue;
      const both = `${one.text} ${other.text}`;
      for (const at of placesOf(both, /(?<=\S) (?=\S)/g)) {
        const parted = [...fills];
        parted.splice(index - 1, 2, { ...one, text: both.slice(0, at) }, { ...other, text: both.slice(at + 1) });
        const tried = this.#withFills(template, parted);
        if (tried.left < best.left) best = tried;
      }
    }
    return best;
  }

  #withFills({ text, places }: TextTemplate, fills: readonly Fill[]): Translated {
    const translated = fills.map((fill) => (fill.isName ? { text: fill.text, left: 0 } : this.#translated(fill.text)));
    const byNumber = new Map(places.map((number, index) => [number, translated[index]?.text ?? '']));
    return {
      text: (this.#entry(text) ?? text).replaceAll(/\{(\d+)\}/g, (_, number) => byNumber.get(Number(number)) ?? ''),
      left: translated.reduce((sum, { left }) => sum + left, 0),
    };
  }

  #joined(first: string, second: string, frame: string): Translated {
    const [one, other] = [this.#translated(first), this.#translated(second)];
    const text = (this.#entry(frame) ?? frame).replaceAll(/\{(\d)\}/g, (_, number) => (number === '0' ? one : other).text);
    return { text, left: one.left + other.left };
  }

  #entry(text: string): string | undefined {
    return Object.hasOwn(this.#bundle, text) ? this.#bundle[text] : undefined;
  }
}

function capitalised({ text, left }: Translated): Translated {
  return { text: text.charAt(0).toUpperCase() + text.slice(1), left };
}

function withStop({ text, left }: Translated): Translated {
  return { text: `${text}.`, left };
}

/** A sentence is a caption without its full stop. */
function withoutStop({ text, left }: Translated): Translated {
  return { text: text.replace(/[.。．]$/, ''), left };
}

/** Letters of words in prose: no code, nothing in quotes, no name with capitals, digits or dots in it. */
function lettersIn(text: string): number {
  const prose = text.replaceAll(/`[^`]{0,2000}`|“[^”]{0,2000}”|"[^"]{0,2000}"/g, ' ');
  return [...prose.matchAll(/(?<![^\s(:;,–—-])[a-z][a-z’'-]*(?=[\s,.:;)!?]|$)/g)].reduce((sum, [word]) => sum + word.length, 0);
}

/** Where a seam is: a few of the first. */
function seamsIn(text: string, seam: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(seam); at !== -1 && found.length < mostPlaces * 2; at = text.indexOf(seam, at + 1))
    if (seam !== ' ' || /[`”"]/.test(text[at - 1] ?? '') || /[`“"]/.test(text[at + 1] ?? '')) found.push(at);
  return outsideCode(text, found);
}

function placesOf(text: string, pattern: RegExp): readonly number[] {
  return outsideCode(
    text,
    Array.from(text.matchAll(pattern), ({ index }) => index),
  );
}

function outsideCode(text: string, places: readonly number[]): readonly number[] {
  return places.filter((at) => text.slice(0, at).split('`').length % 2 === 1).slice(0, mostPlaces);
}
