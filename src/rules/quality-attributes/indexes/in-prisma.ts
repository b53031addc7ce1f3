import type { SourceFile } from '../../../code/code-change.ts';
import type { IndexChange } from './index-change.ts';

interface Written {
  readonly model: string;
  readonly text: string;
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

const line = /^[ \t]{0,20}(?:(model|type)[ \t]{1,9}(\w{1,80})|(@@(?:index|unique)\b[^\n]{0,300})|(\w{1,80})[ \t][^\n]{0,300}?@unique\b)/gm;

/** Indexes of a schema of Prisma that are on one side only, of models and fields that both have. */
export function indexesInPrisma(base: SourceFile, head: SourceFile): readonly IndexChange[] {
  const [before, after] = [written(base.text), written(head.text)];
  const made = after.filter((each) => !before.some((other) => isSame(each, other)));
  const dropped = before.filter((each) => !after.some((other) => isSame(each, other)) && isStillThere(each, head.text));
  return [
    ...made.map((each) => ({ ...told(each), made: true, file: head, range: { start: each.start, end: each.end } })),
    ...dropped.map((each) => ({ ...told(each), made: false, file: head, range: placeOf(each, head) })),
  ];
}

function written(text: string): readonly Written[] {
  const found: Written[] = [];
  let model = '';
  for (const match of text.matchAll(line)) {
    const [whole, , name, block, field] = match;
    if (name !== undefined) model = name;
    else found.push({ model, text: (block ?? '@unique').trim(), field: field ?? '', start: match.index, end: match.index + whole.length });
  }
  return found;
}

function isSame(one: Written, other: Written): boolean {
  return one.model === other.model && one.field === other.field && columnsOf(one.text) === columnsOf(other.text);
}

/** `@@index([a, b], map: "x")` by its kind and columns. */
function columnsOf(text: string): string {
  return text.replace(/\].{0,300}$/s, ']').replace(/\s/g, '');
}

function isStillThere({ model, field, text }: Written, head: string): boolean {
  const start = head.search(new RegExp(`^(?:model|type)\\s{1,9}${model}\\b`, 'm'));
  if (start === -1) return false;
  const end = head.indexOf('\n}', start);
  const body = head.slice(start, end === -1 ? head.length : end);
  const fields = new Set(Array.from(body.matchAll(/^\s{1,20}(\w{1,80})\s/gm), ([, name]) => name));
  return columnsIn(text, field).every((each) => fields.has(each));
}

/** What an index is on; `email(length: 100, sort: Desc)` is a part of `email`. */
function columnsIn(text: string, field: string): readonly string[] {
  if (field !== '') return [field];
  const listed = /\[([^\]]{0,300})\]/.exec(text)?.[1] ?? '';
  return Array.from(listed.replace(/\([^()]{0,200}\)/g, '').matchAll(/[^\s,]{1,80}/g), ([column]) => column);
}

/** The model that it was in. */
function placeOf({ model }: Written, { text }: SourceFile): { start: number; end: number } {
  const start = Math.max(0, text.search(new RegExp(`^(?:model|type)\\s{1,9}${model}\\b`, 'm')));
  const end = text.indexOf('\n', start);
  return { start, end: end === -1 ? text.length : end };
}

function told({ model, field, text }: Written): { readonly isUnique: boolean; readonly name: string } {
  return { isUnique: text.includes('unique'), name: field === '' ? `${text} of ${model}` : `${text} of ${model}.${field}` };
}
