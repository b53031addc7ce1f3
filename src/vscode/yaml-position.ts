/** Where a position is in a YAML document of block mappings and lists; it works on half-typed text, which a parser does not. */
export interface YamlPosition {
  /** The keys above, from the outermost; `[]` for an item of a list. */
  readonly path: readonly string[];
  /** The key of the line, for a position after its colon, or on a word that has one. */
  readonly key: string | undefined;
  readonly at: 'key' | 'value';
  /** Where the word at the position begins and ends in its line, from 0. */
  readonly start: number;
  readonly end: number;
}

const linePattern = /^(\s*)((?:- +)*)(?:("[^"]*"|'[^']*'|[^\s:#"'][^:#]{0,1000}?)\s{0,200}:(?=\s|$))?/;

/** @param line from 0 @param column from 0; undefined inside a comment */
export function yamlPosition(lines: readonly string[], line: number, column: number): YamlPosition | undefined {
  const text = lines[line] ?? '';
  const comment = /(?:^|\s)#/.exec(text);
  if (comment && column > comment.index) return undefined;
  const own = readLine(text);
  const path = [...pathAbove(lines, line, own.indent), ...own.items];
  if (own.key !== undefined && column >= own.colon)
    return { path: [...path, own.key], key: own.key, at: 'value', ...wordAt(text, column, own.colon + 1) };
  return { path, key: own.key, at: 'key', ...wordAt(text, column, own.textStart, own.key === undefined ? undefined : own.colon) };
}

interface YamlLine {
  /** Of the key, list marks counted in. */
  readonly indent: number;
  readonly items: readonly string[];
  readonly textStart: number;
  readonly key: string | undefined;
  readonly colon: number;
  readonly isBlank: boolean;
}

function readLine(text: string): YamlLine {
  const [all = '', spaces = '', marks = '', rawKey] = linePattern.exec(text) ?? [];
  const items = (marks.match(/-/g) ?? []).map(() => '[]');
  const isBlank = text.trim() === '' || text.trimStart().startsWith('#');
  return {
    indent: spaces.length,
    items,
    textStart: spaces.length + marks.length,
    key: rawKey?.replaceAll(/^["']|["']$/g, ''),
    colon: all.length - 1,
    isBlank,
  };
}

/** The keys that a line at this indent is under. */
function pathAbove(lines: readonly string[], line: number, indent: number): readonly string[] {
  let limit = indent;
  const path: string[] = [];
  const isItem = readLine(lines[line] ?? '').items.length > 0;
  for (let above = line - 1; above >= 0 && (limit > 0 || (isItem && path.length === 0)); above--) {
    const other = readLine(lines[above] ?? '');
    if (other.isBlank) continue;
    // A list may begin at the indent of the key that holds it.
    const holds = other.textStart < limit || (isItem && path.length === 0 && other.textStart === limit && other.items.length === 0);
    if (holds && other.key !== undefined) path.unshift(other.key);
    if (other.items.length > 0 && other.indent < limit) path.unshift(...other.items);
    if (holds || (other.items.length > 0 && other.indent < limit)) limit = Math.min(limit, other.indent);
  }
  return path;
}

function wordAt(text: string, column: number, from: number, to?: number): { start: number; end: number } {
  const end = to ?? text.trimEnd().length;
  const value = text.slice(from, Math.max(from, end));
  const start = from + (value.length - value.trimStart().length);
  return { start: Math.min(start, column), end: Math.max(column, end) };
}
