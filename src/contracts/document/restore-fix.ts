import type { ContractChange } from '../../code/contract-change.ts';
import { scalarOf, type DocumentNode } from '../../code/document-node.ts';
import { broughtBack } from './bring-back.ts';
import type { DocumentChange } from './document-change.ts';

type Fix = NonNullable<ContractChange['fix']>;

/** The edit at head that takes a difference back, where it is a single small one. */
export function fixOf({ change, old, now, into }: DocumentChange): Fix | undefined {
  if (!now) return old && broughtBack(old, into);
  if (change.includes('required') && scalarOf(now) === true)
    return { title: 'Make it optional', edits: [{ range: now.range, newText: 'false' }] };
  if (/required-property-added|became-required/.test(change)) return withoutItem(now);
  return old ? restored(old, now) : undefined;
}

/** Puts the old scalar back. */
function restored(old: DocumentNode, now: DocumentNode): Fix | undefined {
  if (old.kind !== 'scalar' || now.kind !== 'scalar' || old.value === now.value) return undefined;
  const text = old.file.text.slice(old.range.start, old.range.end);
  const sameFormat = old.file.path.endsWith('.json') === now.file.path.endsWith('.json');
  if (!sameFormat || text.includes('\n') || text === '') return undefined;
  return { title: `Restore ${text}`, edits: [{ range: now.range, newText: text }] };
}

/** Takes a name out of a list of required ones: a whole line of a YAML list, or an item with one comma. */
function withoutItem({ file: { text }, kind, range }: DocumentNode): Fix | undefined {
  if (kind !== 'scalar') return undefined;
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  const lineEnd = text.indexOf('\n', range.end);
  const end = lineEnd === -1 ? text.length : lineEnd + 1;
  const title = 'Make the property optional';
  if (/^\s*-\s*$/.test(text.slice(start, range.start)) && text.slice(range.end, end).trim() === '')
    return isOnlyItem(text, { start, end }) ? undefined : { title, edits: [{ range: { start, end }, newText: '' }] };
  const after = /^\s{0,200},\s{0,200}/.exec(text.slice(range.end, range.end + 401))?.[0].length;
  if (after !== undefined) return { title, edits: [{ range: { start: range.start, end: range.end + after }, newText: '' }] };
  const before = /,\s{0,200}$/.exec(text.slice(Math.max(0, range.start - 201), range.start))?.[0].length;
  return before === undefined ? undefined : { title, edits: [{ range: { start: range.start - before, end: range.end }, newText: '' }] };
}

/** Whether neither the line before nor the line after is an item too: an empty list is not allowed. */
function isOnlyItem(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const indent = /^\s*-/.exec(text.slice(start, end))?.[0] ?? '-';
  const previous = text.slice(text.lastIndexOf('\n', start - 2) + 1, start);
  return !previous.startsWith(indent) && !text.slice(end).startsWith(indent);
}
