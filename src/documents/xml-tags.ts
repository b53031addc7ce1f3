/** What is no element, and how it ends. */
const others: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** Where a tag ends that begins before `from`; the text's end where it does not. */
export function endOfTag(source: string, from: number): number {
  let quote = '';
  for (let at = from; at < source.length; at++) {
    const character = source.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return source.length;
}

/** The first tag of XML that does not end, or whose other half is missing. */
export function unpairedTag(source: string): number | undefined {
  const open: { readonly name: string; readonly at: number }[] = [];
  for (let at = source.indexOf('<'), end = 0; at !== -1; at = source.indexOf('<', end)) {
    end = endOfPiece(source, at);
    if (end === 0 || source.charAt(end - 1) !== '>') return at;
    const second = source.charAt(at + 1);
    if (second === '!' || second === '?' || source.charAt(end - 2) === '/') continue;
    const [name = ''] = source.slice(second === '/' ? at + 2 : at + 1, end - 1).split(/\s/, 1);
    if (second !== '/') open.push({ name, at });
    else if (open.pop()?.name !== name) return at;
  }
  return open.at(-1)?.at;
}

/** 0 where it does not end. */
function endOfPiece(source: string, at: number): number {
  const other = others.find(([start]) => source.startsWith(start, at));
  if (other) {
    const found = source.indexOf(other[1], at + other[0].length);
    return found === -1 ? 0 : found + other[1].length;
  }
  const end = endOfTag(source, at + 1);
  const subset = source.startsWith('<!DOCTYPE', at) ? source.slice(at, end).indexOf('[') : -1;
  return subset === -1 ? end : endOfTag(source, source.indexOf(']', at + subset));
}
