import type { SourceFile } from '../../../code/code-change.ts';
import type { IndexChange } from './index-change.ts';

const statement =
  /\b(create)\s{1,9}(unique\s{1,9})?index\s{1,9}(?:concurrently\s{1,9})?(?:if\s{1,9}not\s{1,9}exists\s{1,9})?["`[]?(\w{1,100})|\b(drop)\s{1,9}index\s{1,9}(?:concurrently\s{1,9})?(?:if\s{1,9}exists\s{1,9})?["`[]?([\w.]{1,100})|\b(add)\s{1,9}constraint\s{1,9}["`[]?(\w{1,100})["`\]]?\s{1,9}unique\b/gi;

/** Indexes that a migration in SQL makes and drops; one that takes back another is not looked at. */
export function indexesInSql(file: SourceFile): readonly IndexChange[] {
  if (/(?:\.down\.sql|(?:^|[/_-])(?:down|undo|rollback|revert)\b[^/]*\.sql|\/U\d[^/]*\.sql)$/i.test(file.path)) return [];
  const down = file.text.search(/^--\s{0,9}(?:\+\w{1,20}\s{1,3}Down|migrate:down|rollback)\b/im);
  const text = down === -1 ? file.text : file.text.slice(0, down);
  return Array.from(text.matchAll(statement), (match) => {
    const [whole, create, unique, made, , dropped, , constraint] = match;
    return {
      made: dropped === undefined,
      isUnique: unique !== undefined || constraint !== undefined,
      name: dropped ?? made ?? constraint ?? create ?? '',
      file,
      range: { start: match.index, end: match.index + whole.length },
    };
  });
}
