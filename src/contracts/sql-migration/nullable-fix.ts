import type { TextRange } from '../../base/text-range.ts';
import type { Effect } from './effect.ts';
import type { MigrationUnit } from './migration-units.ts';

/** How a statement of SQL, or a call of Active Record, says that a column is required. */
const requirement = /(?<!\bIS)\s{1,200}NOT\s{1,20}NULL\b|,\s{0,200}null:\s{0,20}false\b/gi;

/** Takes the requirement out of what adds a column; undefined where it does not stand there exactly once, or in a text of the statement. */
export function nullableFix({ file, scripts }: MigrationUnit, { start, end }: TextRange): Pick<Effect, 'fix'> {
  const text = file.text.slice(start, end);
  const [found, ...others] = text.matchAll(requirement);
  if (!found || others.length > 0 || (scripts.length > 0 && isQuoted(text.slice(0, found.index)))) return {};
  const from = start + found.index;
  return {
    fix: {
      title: 'Add the column without the requirement, and require it when all that write rows fill it',
      edits: [{ range: { start: from, end: from + found[0].length }, newText: '' }],
    },
  };
}

/** Whether a text of the statement is open where this ends. */
function isQuoted(before: string): boolean {
  return before.split("'").length % 2 === 0;
}
