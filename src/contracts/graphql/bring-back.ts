import { withLineEndsOf } from '../../base/line-ends.ts';
import { untilNextMajor } from '../../code/deprecation.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { isDeprecated } from './comparison.ts';
import type { Element, NamedType } from './model.ts';

/** Puts a field or a value back that is gone, deprecated, as the first of its type; undefined where it has no line of its own. */
export function broughtBack(gone: Element, { defined, spot, name }: NamedType): ContractChange['fix'] {
  const line = lineOf(gone);
  const { text } = spot.file;
  const open = /^[^{}"#]{0,2000}\{(?=[^\S\n]*\n)/.exec(text.slice(spot.range.end))?.[0].length;
  if (line === undefined || open === undefined || !defined) return undefined;
  const at = spot.range.end + open;
  const indent = /^\n([^\S\n]+)\S/.exec(text.slice(at).replace(/^[^\S\n]*/, ''))?.[1] ?? '  ';
  const mark = isDeprecated(gone) ? '' : ` @deprecated(reason: "${untilNextMajor}")`;
  return {
    title: `Bring \`${name}.${gone.name}\` back, deprecated`,
    edits: [{ file: spot.file, range: { start: at, end: at }, newText: withLineEndsOf(text, `\n${indent}${line}${mark}`) }],
  };
}

/** What stands in the line of its name, where nothing else does and it ends there. */
function lineOf({ spot: { file, range } }: Element): string | undefined {
  const start = file.text.lastIndexOf('\n', range.start - 1) + 1;
  const end = file.text.indexOf('\n', range.start);
  const line = file.text.slice(range.start, end === -1 ? file.text.length : end).replace(/(?<![\s,])[\s,]+$/, '');
  const isWhole = [...line.matchAll(/\(/g)].length === [...line.matchAll(/\)/g)].length && !/[{}#]/.test(line);
  return isWhole && file.text.slice(start, range.start).trim() === '' ? line : undefined;
}
