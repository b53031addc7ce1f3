import { UserError } from '../base/errors.ts';
import type { EarlierCommit, History, LineAge } from '../change/change-set.ts';
import type { Repository } from './repository.ts';
import { GitFailure } from './start.ts';

/** Milliseconds that git may look back for: on a long history of a large file it takes its time. */
const TIME_LIMIT = 10_000;

/** Asks git what happened before a commit. A commit does not change, and an editor asks after every save: answers are kept. */
export function commitHistory(repository: Repository, commit: string): History {
  const ages = new Map<string, Promise<LineAge | undefined>>();
  const changes = new Map<string, Promise<readonly EarlierCommit[]>>();
  const subjectsBefore = new Map<string, Promise<readonly string[]>>();
  return {
    lastChanged: (path, line) => kept(ages, `${line} ${path}`, () => lastChanged(repository, commit, path, line)),
    subjects: (count) => kept(subjectsBefore, String(count), () => subjects(repository, commit, count)),
    changesOfLine: (path, line, count) =>
      kept(changes, `${count} ${line} ${path}`, () => changesOfLine(repository, commit, path, line, count)),
  };
}

function kept<Answer>(known: Map<string, Promise<Answer>>, key: string, ask: () => Promise<Answer>): Promise<Answer> {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  answer.catch(() => known.delete(key));
  return answer;
}

/** What git says; undefined where the line, the file or a part of the history is not there, or it takes too long. */
async function asked(repository: Repository, args: readonly string[], timeLimit = TIME_LIMIT): Promise<string | undefined> {
  try {
    return await repository.git(args, { timeLimit });
  } catch (error) {
    if (error instanceof GitFailure || error instanceof UserError) return undefined;
    throw error;
  }
}

const plain = ['--no-color', '--no-decorate', '--no-show-signature', '--no-mailmap', '--encoding=UTF-8'];

async function subjects(repository: Repository, commit: string, count: number): Promise<readonly string[]> {
  const output = await asked(repository, ['log', '-z', ...plain, '--no-merges', `--max-count=${count}`, '--format=%s', commit]);
  return (output ?? '').split('\0').filter(Boolean);
}

async function changesOfLine(repository: Repository, commit: string, path: string, line: number, count: number): Promise<EarlierCommit[]> {
  const where = `-L${line},${line}:${path}`;
  const ids = await asked(repository, ['log', ...plain, '--no-patch', `--max-count=${count}`, '--format=%H', where, commit]);
  const found = (ids ?? '').split('\n').filter(Boolean);
  if (found.length === 0) return [];
  const output = await asked(repository, ['show', '-z', ...plain, '--name-only', '--no-renames', '--format=%x01%s%x02', ...found]);
  return (output ?? '').split('\x01').slice(1).map(earlierCommit);
}

function earlierCommit(record: string): EarlierCommit {
  const [subject = '', paths = ''] = record.split('\x02');
  return { subject, paths: paths.split(/[\0\n]/).filter(Boolean) };
}

async function lastChanged(repository: Repository, commit: string, path: string, line: number): Promise<LineAge | undefined> {
  const where = ['--porcelain', '-w', '-M', '-L', `${line},${line}`, '--no-textconv', commit, '--', path];
  const output = await asked(repository, ['blame', ...where]);
  return output === undefined ? undefined : parseAge(output);
}

/** Reads the first entry of `git blame --porcelain`. */
function parseAge(output: string): LineAge | undefined {
  const time = /^author-time (\d+)$/m.exec(output)?.[1];
  return time === undefined ? undefined : { changed: Number(time) * 1000, isBeginning: /^boundary$/m.test(output) };
}
