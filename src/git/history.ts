import type { History, LineAge } from '../change/change-set.ts';
import type { Repository } from './repository.ts';
import { GitFailure } from './start.ts';

/** Milliseconds that git may look back for: on a long history of a large file it takes its time. */
const TIME_LIMIT = 10_000;

/** Asks git when lines of a commit's files were last changed. */
export function commitHistory(repository: Repository, commit: string): History {
  // A commit does not change, and an editor asks after every save.
  const known = new Map<string, LineAge | undefined>();
  return {
    lastChanged: async (path, line) => {
      const key = `${line} ${path}`;
      if (!known.has(key)) known.set(key, await lastChanged(repository, commit, path, line));
      return known.get(key);
    },
  };
}

async function lastChanged(repository: Repository, commit: string, path: string, line: number): Promise<LineAge | undefined> {
  try {
    const where = ['--porcelain', '-L', `${line},${line}`, '--no-textconv', commit, '--', path];
    return parseAge(await repository.git(['blame', ...where], { timeLimit: TIME_LIMIT }));
  } catch (error) {
    // The line, the file or a part of the history is not there: then nothing is known.
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

/** Reads the first entry of `git blame --porcelain`. */
function parseAge(output: string): LineAge | undefined {
  const time = /^author-time (\d+)$/m.exec(output)?.[1];
  return time === undefined ? undefined : { changed: Number(time) * 1000, isBeginning: /^boundary$/m.test(output) };
}
