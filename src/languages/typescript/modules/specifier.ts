import { withoutComments } from '../fold.ts';

export interface Specifier {
  readonly name: string;
  /** The local name of an import, the public one of an export. */
  readonly alias: string;
  readonly typeOnly: boolean;
}

/** `a`, `a as b`, `type a`, `default as b`, `"a b" as c`. Read from the text: the grammars disagree about `default`. */
export function specifierOf(text: string): Specifier {
  const words = withoutComments(text).match(/'[^']*'|"[^"]*"|[^\s'"]+/g) ?? [];
  // `type as x` renames something called `type`.
  const typeOnly = words[0] === 'type' && words.length > 1 && (words[1] !== 'as' || words.length === 4);
  const [name = '', , alias = name] = typeOnly ? words.slice(1) : words;
  return { name: unquoted(name), alias: unquoted(alias), typeOnly };
}

function unquoted(name: string): string {
  return /^['"]/.test(name) ? name.slice(1, -1) : name;
}
