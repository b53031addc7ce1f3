import type { TextRange } from '../base/text-range.ts';
import type { ScalarNode } from './document-node.ts';

/**
 * Where a part of a text value stands in its file: block scalars lose their indentation and folded lines their breaks when they are read.
 * The whole value where the two cannot be laid beside each other.
 */
export function placeInScalar(node: ScalarNode, { start, end }: TextRange): TextRange {
  const value = String(node.value);
  const source = node.file.text.slice(node.range.start, node.range.end);
  const offsets = alignment(value, source, Math.min(end, value.length));
  const from = offsets?.[start];
  const last = offsets?.[Math.max(start, end - 1)];
  if (from === undefined || last === undefined) return node.range;
  return { start: node.range.start + from, end: node.range.start + last + (end > start ? 1 : 0) };
}

/** For each character of the value its offset in the source; white space takes the place of what follows it. Undefined where they differ. */
function alignment(value: string, source: string, length: number): number[] | undefined {
  const offsets: number[] = [];
  let at = /^[|>][^\n]*\n/.exec(source)?.[0].length ?? 0;
  for (let index = 0; index < length; index++) {
    const wanted = value.charAt(index);
    if (/\s/.test(wanted)) {
      offsets.push(at);
      if (source.charAt(at) === wanted) at++;
      continue;
    }
    at = skipped(source, at, wanted);
    if (source.charAt(at) !== wanted) return undefined;
    offsets.push(at++);
  }
  return offsets;
}

/** Past white space, quotes around the value, and what escapes a character. */
function skipped(source: string, from: number, wanted: string): number {
  let at = from;
  for (;;) {
    const character = source.charAt(at);
    if (/\s/.test(character)) at++;
    else if (character === '\\' && /[ntr]/.test(source.charAt(at + 1)) && wanted !== '\\') at += 2;
    else if (character !== wanted && /["'\\]/.test(character)) at++;
    else if (character === '\\' && wanted === '\\' && source.startsWith('"')) return at + 1;
    else return at;
  }
}
