import type { Commit } from '../change/change-set.ts';
import type { Repository } from './repository.ts';

/** More commits than this are not listed: no rule looks at them one by one. */
export const MOST_COMMITS = 10_000;

/** The commits of `head` that `base` does not have, newest first. */
export async function readCommits(repository: Repository, base: string, head: string): Promise<Commit[]> {
  const format = ['%H', '%an', '%at', '%s', '%b'].join('%x01');
  const output = await repository.git([
    'log',
    '-z',
    `--max-count=${MOST_COMMITS}`,
    '--no-color',
    '--no-decorate',
    '--no-show-signature',
    '--no-mailmap',
    '--encoding=UTF-8',
    `--format=${format}`,
    '--end-of-options',
    head,
    `^${base}`,
  ]);
  return output.split('\0').filter(Boolean).map(parseCommit);
}

function parseCommit(record: string): Commit {
  const [id = '', author = '', seconds = '0', subject = '', ...body] = record.split('\x01');
  return { id, subject, body: body.join('\x01').trimEnd(), author, authored: Number(seconds) * 1000 };
}
