import type { TextRange } from '../../../base/text-range.ts';

/** What is given to a call, as far as it is written out. */
export type CodeValue =
  | { readonly kind: 'text'; readonly text: string }
  /** A name, a number, `true`, `null`. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly CodeValue[] }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, CodeValue> }
  /** `new TableColumn({ … })`. */
  | { readonly kind: 'made'; readonly name: string; readonly values: readonly CodeValue[] }
  | { readonly kind: 'function'; readonly chains: readonly CodeChain[] }
  | { readonly kind: 'chain'; readonly chain: CodeChain }
  | { readonly kind: 'other' };

export interface CodeStep {
  readonly name: string;
  readonly values: readonly CodeValue[];
  readonly range: TextRange;
}

/** Calls one upon another: `knex.schema.alterTable('a', …).raw('…')`. */
export interface CodeChain {
  /** The names before the first call: `knex`, `schema`. */
  readonly names: readonly string[];
  readonly steps: readonly CodeStep[];
}

/** The text of a value; undefined where it is none, or not known. */
export function textOf(value: CodeValue | undefined): string | undefined {
  return value?.kind === 'text' ? value.text : undefined;
}

/** What an object says under one of some names; of an object that is made, what it is made of. */
export function entryOf(value: CodeValue | undefined, ...names: readonly string[]): CodeValue | undefined {
  if (value?.kind === 'made') return entryOf(value.values[0], ...names);
  if (value?.kind !== 'object') return undefined;
  return names.map((name) => value.entries.get(name)).find((each) => each !== undefined);
}

/** Whether a value is the word `true` or `false`; undefined where it is neither. */
export function truthOf(value: CodeValue | undefined): boolean | undefined {
  if (value?.kind !== 'word') return undefined;
  return value.text === 'true' ? true : value.text === 'false' ? false : undefined;
}

/** The texts of a list, or the one text that stands in its place. */
export function textsOf(value: CodeValue | undefined): readonly string[] {
  return (value?.kind === 'list' ? value.items : [value]).flatMap((each) => textOf(each) ?? textOf(entryOf(each, 'name')) ?? []);
}
