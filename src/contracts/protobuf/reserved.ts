import type { ContractChange } from '../../code/contract-change.ts';
import { report, type Comparison } from './comparison.ts';
import type { NumberSpan, ProtoElement, ProtoEnum, ProtoMessage, ProtoReserved } from './model.ts';

type Holder = ProtoMessage | ProtoEnum;

/** Whether a message or enum keeps the number and the name of a field or value from being used again. */
export function isReserved(
  { reserved, reservedNames }: ProtoReserved,
  { number, name }: { readonly number: number; readonly name: string },
) {
  return { numberKept: reserved.some(({ from, to }) => from <= number && number <= to), nameKept: reservedNames.includes(name) };
}

/** The edit that reserves what a removed field or value had. */
export function reserve(
  holder: Holder,
  { number, name }: { readonly number: number; readonly name: string },
  numberKept: boolean,
  nameKept: boolean,
): ContractChange['fix'] {
  const { text } = holder.file.source;
  const isShort = /^[^\S\n]*\}/.test(text.slice(holder.bodyStart));
  const indent = /^[^\S\n]*/.exec(text.slice(text.lastIndexOf('\n', holder.range.start) + 1))?.[0] ?? '';
  const isEdition = !holder.file.syntax.startsWith('proto');
  const lines = [
    ...(numberKept ? [] : [`reserved ${number};`]),
    ...(nameKept ? [] : [isEdition ? `reserved ${name};` : `reserved "${name}";`]),
  ];
  const newText = lines.map((line) => `\n${indent}  ${line}`).join('') + (isShort ? `\n${indent}` : '');
  const edits = [{ file: holder.file.source, range: { start: holder.bodyStart, end: holder.bodyStart }, newText }];
  return { title: `Reserve ${lines.map((line) => line.slice('reserved '.length, -1)).join(' and ')} in \`${holder.name}\``, edits };
}

/** A reservation is a promise to those who hold old data; what is used again is told where it is used. */
export function compareReserved(comparison: Comparison, base: Holder, head: Holder): void {
  if (base.reserved.length === 0 && base.reservedNames.length === 0) return;
  const used = (head.kind === 'message' ? head.fields : head.values).map(({ number, name }) => ({ number, name }));
  const numbers = uncovered(base.reserved, [...head.reserved, ...used.map(({ number }) => ({ from: number, to: number }))]);
  const names = base.reservedNames.filter((name) => !head.reservedNames.includes(name) && !used.some((each) => each.name === name));
  const gone = [...numbers.map(spanText), ...names.map((name) => `"${name}"`)];
  if (gone.length === 0) return;
  report(comparison, base, head, {
    change: `reserved-${base.kind}-no-delete`,
    impact: 'breaking',
    message: `\`${base.fullName}\` no longer reserves ${gone.join(', ')}: it may be given to another meaning, and data that was written with the old one is then misread.`,
  });
}

/** Extension ranges are what others may extend. */
export function compareExtensionRanges(comparison: Comparison, base: ProtoMessage, head: ProtoMessage): void {
  const gone = uncovered(base.extensionRanges, head.extensionRanges);
  if (gone.length === 0) return;
  report(comparison, base, head, {
    change: 'extension-message-no-delete',
    impact: 'breaking',
    message: `\`${base.fullName}\` no longer leaves ${gone.map(spanText).join(', ')} to extensions: files that extend it with these numbers no longer compile.`,
  });
}

function spanText({ from, to }: NumberSpan): string {
  return from === to ? String(from) : `${from} to ${to}`;
}

/** The parts of `spans` that no span of `cover` covers. */
function uncovered(spans: readonly NumberSpan[], cover: readonly NumberSpan[]): readonly NumberSpan[] {
  const sorted = [...cover].sort((a, b) => a.from - b.from);
  return spans.flatMap((span) => gapsOf(span, sorted));
}

function gapsOf({ from, to }: NumberSpan, sorted: readonly NumberSpan[]): readonly NumberSpan[] {
  const gaps: NumberSpan[] = [];
  let next = from;
  for (const each of sorted) {
    if (each.to < next || each.from > to) continue;
    if (each.from > next) gaps.push({ from: next, to: each.from - 1 });
    next = Math.max(next, each.to + 1);
  }
  if (next <= to) gaps.push({ from: next, to });
  return gaps;
}

/** Whether a field or value stands where its holder at base had nothing and keeps it reserved. */
export function reportReuse(comparison: Comparison, base: Holder, element: ProtoElement & { readonly number: number }): boolean {
  const { numberKept, nameKept } = isReserved(base, element);
  if (!numberKept && !nameKept) return false;
  report(comparison, undefined, element, {
    change: 'no-using-reserved-fields',
    impact: 'breaking',
    message: `\`${element.fullName}\` takes ${numberKept ? `number ${element.number}` : `name \`${element.name}\``}, which was reserved: data of what had it before is read as this.`,
  });
  return true;
}
