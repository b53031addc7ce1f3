import { remembered } from '../../base/remembered.ts';
import type { Notice } from '../../base/notice.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { MigrationUnit } from './migration-units.ts';
import { sqlStatements, type SqlStatement } from './sql-statements.ts';
import type { SqlToken } from './sql-tokens.ts';

/** The words that statements begin with, and blocks of the databases' own languages. */
const verbs = new Set(
  `ABORT ALTER ANALYZE ATTACH AUDIT BACKUP BEGIN BREAK BULK CALL CASE CHANGE CHECKPOINT CLOSE CLUSTER COMMENT COMMIT CONTINUE COPY CREATE DBCC DEALLOCATE DECLARE DEFINE DELETE DENY
DESC DESCRIBE DETACH DISABLE DISCARD DO DROP ELSE ELSEIF ELSIF ENABLE END EXCEPTION EXEC EXECUTE EXIT EXPLAIN FETCH FLASHBACK FLUSH FOR FROM GET GO GOTO GRANT HANDLER IF IMPORT INSERT INSTALL ITERATE KILL LEAVE LISTEN
LOAD LOCK LOOP MERGE MOVE NOTIFY OPEN OPTIMIZE PERFORM PRAGMA PREPARE PRINT PURGE QUIT RAISE RAISERROR REASSIGN RECEIVE RECONFIGURE REFRESH REINDEX RELEASE RENAME REPAIR REPEAT REPLACE RESET RESIGNAL RESTORE
RETURN REVOKE ROLLBACK SAVE SAVEPOINT SECURITY SELECT SEND SET SHOW SHUTDOWN SIGNAL SPOOL START STOP TABLE THEN THROW TRUNCATE UNINSTALL UNLISTEN UNLOCK UPDATE UPSERT USE VACUUM VALUES WAITFOR WHEN WHENEVER WHILE WITH XA`.split(
    /\s+/,
  ),
);

/** One notice for the statements of a new or changed migration that are not understood. */
export function brokenNotice(unit: MigrationUnit): Notice | undefined {
  const broken = brokenRanges(unit);
  const [first] = broken;
  if (!first) return undefined;
  const { file } = unit;
  const line = file.lines.position(first.start).line;
  const shown =
    file.text
      .slice(first.start, Math.min(first.end, first.start + 60))
      .split('\n', 1)[0]
      ?.trimEnd() ?? '';
  const more = broken.length > 1 ? `, and ${String(broken.length - 1)} more,` : '';
  return {
    id: 'migration-not-understood',
    message: `The statement in line ${String(line)} (\`${shown.replaceAll('`', "'")}\`)${more} of \`${file.path}\` was not understood: what it does was not compared.`,
    remedy: 'Correct the statement, or look at it yourself.',
    path: file.path,
    incomplete: true,
  };
}

const brokenRanges = remembered((unit: MigrationUnit): readonly TextRange[] => unit.scripts.flatMap((range) => brokenIn(unit, range)));

/** What the statements do that are understood as a whole: nothing is said of the others. */
export function understood(unit: MigrationUnit): MigrationUnit {
  const broken = brokenRanges(unit);
  if (broken.length === 0) return unit;
  const isIn = ({ start, end }: TextRange): boolean => broken.some((range) => range.start < end && start < range.end);
  return { ...unit, actions: unit.actions.filter(({ range }) => !isIn(range)) };
}

function brokenIn({ file: { text }, dialect }: MigrationUnit, range: TextRange): readonly TextRange[] {
  const statements = sqlStatements(text, dialect, range);
  const open = openComment(text, { start: statements.at(-1)?.range.end ?? range.start, end: range.end });
  return [
    ...includesIn(text, range),
    ...statements.filter((statement) => isBroken(statement, text)).map((statement) => statement.range),
    ...(open ? [open] : []),
  ];
}

/** Lines by which a client takes in another file: it is not followed, wherever it is. */
function includesIn(text: string, { start, end }: TextRange): readonly TextRange[] {
  return Array.from(
    text.slice(start, end).matchAll(/^[ \t]*(?:\\(?:ir?|include(?:_relative)?)|source)[ \t]+[^\s;]+\.sql\b[^\n]*$/gim),
    (line) => ({
      start: start + line.index,
      end: start + line.index + line[0].length,
    }),
  );
}

function isBroken({ tokens, range }: SqlStatement, text: string): boolean {
  // What a tool fills in may be anything, so nothing can be said of the whole.
  if (/\$\{|\{[{%]/.test(text.slice(range.start, range.end))) return false;
  const [first] = tokens;
  return (
    (first?.kind === 'word' && /^[A-Z]/.test(first.text) && !verbs.has(first.text)) ||
    isOpen(tokens.at(-1), text) ||
    !isBalanced(tokens) ||
    beginsAnew(tokens) ||
    lacksName(tokens)
  );
}

/** Whether a quote is not closed and so takes in further lines; one that is missing at the very end hides nothing. */
function isOpen(token: SqlToken | undefined, text: string): boolean {
  if (token?.kind !== 'string' && token?.kind !== 'name') return false;
  const written = text.slice(token.start, token.end);
  if (!written.trimEnd().includes('\n') && !written.startsWith('$')) return false;
  const close = written.startsWith('$') ? (/^\$\w*\$/.exec(written)?.[0] ?? '') : written.startsWith('[') ? ']' : (written[0] ?? '');
  return written.length < 2 * close.length || !written.endsWith(close);
}

function isBalanced(tokens: readonly SqlToken[]): boolean {
  let depth = 0;
  for (const { kind, text } of tokens) {
    if (kind === 'symbol' && text === '(') depth++;
    if (kind === 'symbol' && text === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** A second `ALTER TABLE` behind a comma: a statement that was not ended. */
function beginsAnew(tokens: readonly SqlToken[]): boolean {
  const [verb, object] = tokens;
  return (
    verb?.text === 'ALTER' &&
    object?.text === 'TABLE' &&
    tokens.some(
      ({ text, kind }, at) =>
        kind === 'symbol' &&
        text === ',' &&
        isKeyword(tokens[at + 1], 'ALTER') &&
        isKeyword(tokens[at + 2], 'TABLE') &&
        tokens[at + 3]?.kind !== 'symbol',
    )
  );
}

function isKeyword(token: SqlToken | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text === word;
}

/** `ALTER TABLE` and no table. */
function lacksName([verb, object, ...rest]: readonly SqlToken[]): boolean {
  if (
    verb?.kind !== 'word' ||
    object?.kind !== 'word' ||
    !/^(?:ALTER|CREATE|DROP)$/.test(verb.text) ||
    !/^(?:TABLE|VIEW)$/.test(object.text)
  )
    return false;
  const name = rest.find(({ kind, text }) => kind !== 'word' || !/^(?:IF|NOT|EXISTS|ONLY)$/.test(text));
  return name?.kind !== 'word' && name?.kind !== 'name' && name?.kind !== 'string' && name?.text !== ':';
}

/** A comment that reaches to the end, with all that stands in it. */
function openComment(text: string, { start, end }: TextRange): TextRange | undefined {
  const mark = /--|\/\*/g;
  mark.lastIndex = start;
  for (let found = mark.exec(text); found && found.index < end; found = mark.exec(text)) {
    const close = found[0] === '--' ? text.indexOf('\n', mark.lastIndex) : text.indexOf('*/', mark.lastIndex);
    if (close === -1) return found[0] === '--' ? undefined : { start: found.index, end };
    mark.lastIndex = close + (found[0] === '--' ? 1 : 2);
  }
  return undefined;
}
