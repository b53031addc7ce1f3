import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { toState, type SkeletonCase } from './cases.ts';

/** How a file is written, whatever it says. */
export interface Writing {
  readonly quote: Quote;
  /** What ends an import: `;` or nothing. */
  readonly end: string;
  /** What stands within braces beside what they hold: a space or nothing. */
  readonly space: string;
}

export type Quote = "'" | '"';

export const writingOf = remembered(({ text }: Pick<SourceFile, 'text'>): Writing => {
  const quotes = text.match(/\b(?:from\s{0,5}|(?:require|it|test|describe)\()['"]/g) ?? [];
  const doubles = quotes.filter((each) => each.endsWith('"')).length;
  const imports = text.split('\n').filter((line) => /^(?:import\b|\} from\b)|\brequire\(['"]/.test(line));
  const ended = imports.filter((line) => line.trimEnd().endsWith(';')).length;
  return {
    quote: doubles > quotes.length - doubles ? '"' : "'",
    end: imports.length > 0 && ended === 0 ? '' : ';',
    space: /^(?:import|const) \{\S/m.test(text) ? '' : ' ',
  };
});

/** A text as a string literal: in the quotes of its file, unless the others spare it a backslash. */
export function quoted(text: string, quote: Quote): string {
  const other = quote === '"' ? "'" : '"';
  const mark = text.includes(quote) && !text.includes(other) ? other : quote;
  return `${mark}${text.replaceAll('\\', String.raw`\\`).replaceAll(mark, `\\${mark}`)}${mark}`;
}

/** A plain string literal in the quotes of a file; other code as it is. */
export function requoted(code: string, quote: Quote): string {
  const inside = /^(['"])([^'"\\]*)\1$/.exec(code)?.[2];
  return inside === undefined ? code : quoted(inside, quote);
}

/** What stands in the place of a result that nobody has stated yet: it is equal to none. */
export function markerFor(call: string, of: SkeletonCase, quote: Quote): string {
  return quoted(`state ${toState(call, of)}`, quote);
}
