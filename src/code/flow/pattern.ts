/** One name that a destructuring pattern binds. */
export interface BoundName {
  readonly name: string;
  /** The way from the value down to it: keys of objects, indices of arrays. Empty where the pattern is a mere name. */
  readonly path: readonly string[];
  /** `...rest`: holds all that is left at `path`. */
  readonly rest: boolean;
}

const deepestPattern = 20;

/** The names in a pattern's text, such as `{ a, b: { c = 1 }, ...rest }` or `[first, second]`. A mere name binds itself. */
export function boundNames(pattern: string): readonly BoundName[] {
  if (/^[\w$#]+$/.test(pattern)) return [{ name: pattern, path: [], rest: false }];
  return bound(pattern.trim(), [], 0);
}

function bound(text: string, path: readonly string[], depth: number): readonly BoundName[] {
  if (depth > deepestPattern) return [];
  const rest = text.startsWith('...');
  const bare = rest ? text.slice(3).trim() : text;
  if (bare.startsWith('{')) return pieces(bare).flatMap((piece) => boundProperty(piece, path, depth + 1));
  if (bare.startsWith('[')) return pieces(bare).flatMap((piece, index) => bound(piece, [...path, String(index)], depth + 1));
  const name = /^[\w$]+/.exec(bare)?.[0];
  return name === undefined ? [] : [{ name, path: rest ? path.slice(0, -1) : path, rest }];
}

function boundProperty(piece: string, path: readonly string[], depth: number): readonly BoundName[] {
  if (piece.startsWith('...')) return bound(piece, [...path, ''], depth);
  const named = /^(?:['"]([^'"]*)['"]|([\w$]+))\s*:/.exec(piece);
  if (named) return bound(piece.slice(named[0].length).trimStart(), [...path, named[1] ?? named[2] ?? ''], depth);
  const name = /^[\w$]+/.exec(piece)?.[0];
  return name === undefined ? [] : [{ name, path: [...path, name], rest: false }];
}

/** What stands between the commas of a pattern's outermost brackets. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 1;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if ('{[('.includes(character)) depth++;
    else if ('}])'.includes(character)) {
      depth--;
      if (depth > 0) continue;
      found.push(text.slice(start, at).trim());
      return found;
    } else if (character === ',' && depth === 1) {
      found.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return found;
}
