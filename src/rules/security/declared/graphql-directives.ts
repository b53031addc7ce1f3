import type { TextRange } from '../../../base/text-range.ts';
import { foldedText } from '../../../code/walk.ts';
import { isLowerRole } from '../access/role-ranks.ts';
import type { DeclaredKind, DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

/** Directives of a GraphQL schema that say who may ask for a type or a field, how often, and with what. */
export const graphqlDirectives: DeclaredKind = {
  mayDeclare: ({ path, text }) => /\.(?:graphqls?|gql)$/.test(path) || (/\.[cm]?[jt]sx?$/.test(path) && text.includes('gql`')),
  find: ({ path, text }) =>
    (/\.[cm]?[jt]sx?$/.test(path) ? templatesIn(text) : [{ start: 0, end: Math.min(text.length, 500_000) }]).flatMap((part) =>
      directivesIn(text, part),
    ),
  isStillThere: ({ key }, { text }) => isDeclared(key.slice(0, key.indexOf(' ')).split('.'), text),
  covers: (one, other) => one.family === other.family && (other.key.split(' ')[0] ?? '').startsWith(`${one.key.split(' ')[0] ?? ''}.`),
};

/** `Query.orders.first`: whether the type has the field, and it has the argument; a type may be declared in parts. */
function isDeclared([type = '', ...names]: readonly string[], text: string): boolean {
  const declarations = text.matchAll(new RegExp(`\\b(?:type|interface|input|enum|union|scalar)\\s{1,9}${type}\\b`, 'g'));
  return Array.from(declarations).some(({ index }) => {
    const end = text.indexOf('}', index);
    const declaration = text.slice(index, end === -1 ? text.length : end);
    return names.every((name) => new RegExp(`\\b${name}\\b\\s{0,9}[:(]`).test(declaration));
  });
}

function templatesIn(text: string): readonly TextRange[] {
  const parts: TextRange[] = [];
  for (let at = text.indexOf('gql`'); at !== -1 && parts.length < 200;) {
    const start = at + 4;
    const closed = text.indexOf('`', start);
    const end = closed === -1 ? text.length : closed;
    parts.push({ start, end });
    at = text.indexOf('gql`', end);
  }
  return parts;
}

const guarding: readonly (readonly [named: RegExp, family: string, what: string, category: string])[] = [
  [
    /^(?:auth\w*|has(?:Role|Permission|Scope)s?|requires?(?:Auth|Login|Role|Scopes|Permission)\w*|is(?:Authenticated|Admin|Owner)|loggedIn|private|protected|secured|guard|policy|can|permission|aws_(?:auth|iam|oidc|lambda|cognito_user_pools))$/,
    'access by a directive',
    'the check who may ask for',
    'missing-auth',
  ],
  [/^(?:rate_?limit\w*|throttle|cost|complexity|listSize)$/i, 'the limit on how often it may be asked', 'the limit on', 'dos'],
  [/^(?:constraint|validate\w*|length|range|pattern|min|max|email|size)$/i, 'validation by a directive', 'the check of', 'validation'],
];

const token = /"""[^]*?"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*|@?\w+|[{}()[\]:!=|&]/y;

/** A walk over the words of a schema: which type, which field of it, and the directives behind them. */
function directivesIn(text: string, { start, end }: TextRange): readonly DeclaredSafeguard[] {
  const found: DeclaredSafeguard[] = [];
  let [type, field, argument, braces, parens]: [string, string, string, number, number] = ['', '', '', 0, 0];
  let previous = '';
  const tokens = tokensOf(text, start, end);
  for (const [index, each] of tokens.entries()) {
    const word = text.slice(each.start, each.end);
    if (word === '{') braces++;
    else if (word === '}') [braces, field, argument] = [Math.max(0, braces - 1), '', ''];
    else if (word === '(') parens++;
    else if (word === ')') parens = Math.max(0, parens - 1);
    else if (word.startsWith('@')) {
      const of = [type, field, parens > 0 ? argument : ''].filter((name) => name !== '').join('.');
      const range = { start: each.start, end: argumentsEnd(text, tokens, index) };
      if (of !== '' && text.charAt(each.start - 1) !== '(') found.push(...directive(word.slice(1), of, range, text));
    } else if (braces === 0 && parens === 0 && /^(?:type|interface|input|enum|union|scalar|schema)$/.test(previous))
      [type, field] = [word, ''];
    else if (/^\w/.test(word) && /^[:(]/.test(text.slice(tokens[index + 1]?.start ?? end, end).charAt(0))) {
      if (parens === 0 && braces === 1) [field, argument] = [word, ''];
      else if (parens === 1) argument = word;
    }
    previous = word;
  }
  return found;
}

function tokensOf(text: string, start: number, end: number): readonly TextRange[] {
  const tokens: TextRange[] = [];
  for (let at = start; at < end && tokens.length < 200_000;) {
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    if (found !== undefined && !/^["#]/.test(found)) tokens.push({ start: at, end: at + found.length });
    at += found?.length ?? 1;
  }
  return tokens;
}

/** Behind the arguments of a directive, where it has some. */
function argumentsEnd(text: string, tokens: readonly TextRange[], index: number): number {
  let depth = 0;
  for (const { start, end } of tokens.slice(index + 1, index + 200)) {
    const word = text.charAt(start);
    if (depth === 0 && word !== '(') break;
    if (word === '(') depth++;
    else if (word === ')' && --depth === 0) return end;
  }
  return tokens[index]?.end ?? 0;
}

function directive(name: string, of: string, range: TextRange, text: string): readonly DeclaredSafeguard[] {
  const kind = guarding.find(([named]) => named.test(name));
  if (!kind) return [];
  const [, family, what, category] = kind;
  const written = foldedText(text, range);
  return [
    { family, key: `${of} @${name}`, what: `${what} \`${of}\``, level: levelOf(written), category, text: written.slice(0, 120), range },
  ];
}

/** Roles that are for few ask for more than those that many have. */
function levelOf(written: string): number {
  const roles = Array.from(written.matchAll(/\b[A-Za-z_]{3,40}\b(?!\s{0,2}:)/g), ([role]) => role).slice(1);
  return roles.length > 0 && isLowerRole(['ADMIN'], roles) ? 1 : 2;
}
