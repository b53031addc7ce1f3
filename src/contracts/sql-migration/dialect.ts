import type { Dialect } from './sql-tokens.ts';

const byPath: readonly (readonly [RegExp, Dialect])[] = [
  [/(?:^|[/._-])(?:mysql|mariadb)(?:[/._-]|$)/i, 'mysql'],
  [/(?:^|[/._-])(?:postgres(?:ql)?|pg|cockroach(?:db)?)(?:[/._-]|$)/i, 'postgresql'],
  [/(?:^|[/._-])(?:sqlserver|mssql|tsql)(?:[/._-]|$)/i, 'sqlserver'],
  [/(?:^|[/._-])(?:sqlite3?|d1)(?:[/._-]|$)/i, 'sqlite'],
];

const byText: readonly (readonly [RegExp, Dialect])[] = [
  [/\bENGINE\s{0,9}=|\bAUTO_INCREMENT\b|`\w+`|^[ \t]*DELIMITER\b|\bON UPDATE CURRENT_TIMESTAMP\b/im, 'mysql'],
  [/\bNVARCHAR\b|\[dbo\]|^GO[ \t]*\r?$|\bIDENTITY\s{0,9}\(\d|\bsp_rename\b/im, 'sqlserver'],
  [/\bAUTOINCREMENT\b|^[ \t]*PRAGMA\b/im, 'sqlite'],
];

/** Which database a script is for: by its path, then by what only one of them understands; PostgreSQL where nothing says otherwise. */
export function dialectOf(path: string, text: string): Dialect {
  const sample = text.slice(0, 100_000).replace(/--[^\n]*|\/\*[^*]*\*\//g, '');
  const find = (list: typeof byPath, value: string): Dialect | undefined => list.find(([pattern]) => pattern.test(value))?.[1];
  return find(byPath, path) ?? find(byText, sample) ?? 'postgresql';
}
