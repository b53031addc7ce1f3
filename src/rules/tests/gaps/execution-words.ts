import type { Json } from '../../../base/json.ts';
import type { RelatedPlace } from '../../../finding/draft.ts';
import type { Execution } from './executed-lines.ts';
import { isNeverRun } from './execution.ts';
import type { FunctionUnderTest } from './obligation.ts';

/** What tests do with a function that none of them shows, as the end of a sentence about it. */
export function withoutTest({ execution, isNew, tests }: Pick<FunctionUnderTest, 'execution' | 'isNew' | 'tests'>): string {
  if (isNeverRun({ execution })) return isNew ? 'no test runs it' : 'no test runs what changed';
  if (!execution || execution.run.length === 0)
    return isNew && !tests.some(({ link }) => link === 'call') ? 'no test calls it' : 'no test shows it';
  const shown = `tests run it, but none shows ${isNew ? 'what it does' : 'it'}`;
  if (execution.missed.length > 0) return `${shown}, and ${linesInWords(execution.missed)} ${are(execution.missed)} run by no test`;
  return execution.partly.length > 0 ? `${shown}, and ${linesInWords(execution.partly)} only in part` : shown;
}

/** The lines of it that are left out, where others are run. */
export function missedPlaces({ at, execution }: Pick<FunctionUnderTest, 'at' | 'execution'>): readonly RelatedPlace[] {
  if (!execution || isNeverRun({ execution }) || execution.run.length === 0) return [];
  return groups(execution.missed)
    .slice(0, 3)
    .map(([first, last]) => ({
      file: at.file,
      range: {
        start: at.file.lines.lineRange(first).start,
        end:
          at.file.text.trimEnd().length < at.file.lines.lineRange(last).end
            ? at.file.text.trimEnd().length
            : at.file.lines.lineRange(last).end - 1,
      },
      caption: first === last ? 'run by no test' : `${lineGroup([first, last])} are run by no test`,
    }));
}

/** For machines. */
export function executionProperties({ reports, run, missed, partly }: Execution): Json {
  return { reports: [...reports], run: [...run], missed: [...missed], partly: [...partly] };
}

/** `line 3`, `lines 3–5 and 9`. */
export function linesInWords(lines: readonly number[]): string {
  const texts = groups(lines).map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  const told = texts.slice(0, 3);
  const listed = told.length < 2 ? told.join('') : `${told.slice(0, -1).join(', ')} and ${told.at(-1) ?? ''}`;
  return `line${lines.length === 1 ? '' : 's'} ${texts.length > told.length ? `${told.join(', ')} and others` : listed}`;
}

function lineGroup([first, last]: readonly [number, number]): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}

function are(lines: readonly number[]): string {
  return lines.length === 1 ? 'is' : 'are';
}

/** Lines that follow one another, as first and last. */
function groups(lines: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const found: [number, number][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else found.push([line, line]);
  }
  return found;
}
