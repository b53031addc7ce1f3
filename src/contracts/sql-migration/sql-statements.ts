import type { TextRange } from '../../base/text-range.ts';
import { sqlTokens, type Dialect, type SqlToken } from './sql-tokens.ts';

/** One statement without its end mark. Never empty. */
export interface SqlStatement {
  readonly tokens: readonly SqlToken[];
  readonly range: TextRange;
}

const directive = /^[ \t]*(?:delimiter[ \t]+(\S+)|go|\\[a-z][^\r\n]{0,2000}?)[ \t]{0,40}\r?$/gimu;

/** Splits a script at semicolons that stand outside of bodies, at `GO`, and at MySQL's `DELIMITER`. */
export function sqlStatements(text: string, dialect: Dialect, within: TextRange = { start: 0, end: text.length }): readonly SqlStatement[] {
  return partsOf(text, within).flatMap(({ start, end, delimiter }) =>
    delimiter === ';' ? statementsOf(sqlTokens(text, dialect, start, end)) : splitBy(text, dialect, { start, end }, delimiter),
  );
}

type Part = TextRange & { readonly delimiter: string };

/** The parts between lines that are for the client program, not for the database. */
function partsOf(text: string, { start, end }: TextRange): readonly Part[] {
  const parts: Part[] = [];
  let from = start;
  let delimiter = ';';
  for (const found of text.slice(start, end).matchAll(directive)) {
    parts.push({ start: from, end: start + found.index, delimiter });
    from = start + found.index + found[0].length;
    delimiter = found[1] ?? delimiter;
  }
  return [...parts, { start: from, end, delimiter }];
}

function splitBy(text: string, dialect: Dialect, { start, end }: TextRange, delimiter: string): readonly SqlStatement[] {
  const result: SqlStatement[] = [];
  for (let from = start; from < end;) {
    const found = text.indexOf(delimiter, from);
    const to = found < 0 || found > end ? end : found;
    result.push(...statementOf(sqlTokens(text, dialect, from, to)));
    from = to + delimiter.length;
  }
  return result;
}

function statementsOf(tokens: readonly SqlToken[]): readonly SqlStatement[] {
  const result: SqlStatement[] = [];
  let current: SqlToken[] = [];
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.text === ';' && token.kind === 'symbol' && depth === 0) {
      result.push(...statementOf(current));
      current = [];
      continue;
    }
    if (token.kind === 'word' && isRoutine(current)) depth = Math.max(0, depth + nesting(token, tokens[index + 1]));
    current.push(token);
  }
  return [...result, ...statementOf(current)];
}

function statementOf(tokens: readonly SqlToken[]): readonly SqlStatement[] {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? [{ tokens, range: { start: first.start, end: last.end } }] : [];
}

/** Only the bodies of routines hold semicolons that end no statement of the script. */
function isRoutine(tokens: readonly SqlToken[]): boolean {
  return (
    tokens[0]?.text === 'CREATE' &&
    tokens.slice(1, 12).some(({ kind, text }) => kind === 'word' && /^(?:FUNCTION|PROCEDURE|TRIGGER|EVENT|PACKAGE)$/.test(text))
  );
}

function nesting({ text }: SqlToken, next: SqlToken | undefined): number {
  if (text === 'BEGIN' || text === 'CASE') return 1;
  if (text !== 'END') return 0;
  return /^(?:IF|LOOP|WHILE|REPEAT|FOR)$/.test(next?.text ?? '') ? 0 : -1;
}
