import { simpleGit } from 'simple-git';
import pLimit from 'p-limit';
import { UserError } from '../base/errors.ts';

/** Where and with what a git process runs. */
export interface GitPlace {
  /** The folder it starts in. Never one of the reviewed repository: some systems look for programs there first. */
  readonly directory: string;
  /** Its whole environment: nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface GitRun {
  /** What git reads from its standard input. */
  readonly input?: string;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds after which the process is ended. */
  readonly timeLimit?: number;
}

/** Git ended with an exit code other than 0 and a message. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
  readonly exitCode: number;
  /** What git wrote to its standard error. */
  readonly output: string;

  constructor(args: readonly string[], exitCode: number, output: string) {
    super(`git ${args.join(' ')} ended with code ${exitCode}: ${output.trim()}`);
    this.exitCode = exitCode;
    this.output = output;
  }
}

/** Milliseconds after which a process is ended, where nothing else is said. */
export const DEFAULT_TIME_LIMIT = 120_000;

/** How git ends without a word where the answer is no: nothing found, no such name, no common commit. */
const SAYS_NO = 1;

/** All git processes of this program pass here, so that never more than four run at once. */
const atOnce = pLimit(4);

/** Runs git and returns its standard output as text. @throws GitFailure, UserError (no git, too slow), the signal's reason */
export function runGit(place: GitPlace, args: readonly string[], run: GitRun = {}): Promise<string> {
  return atOnce(() => start(place, args, run));
}

async function start(place: GitPlace, args: readonly string[], run: GitRun): Promise<string> {
  run.signal?.throwIfAborted();
  const milliseconds = run.timeLimit ?? DEFAULT_TIME_LIMIT;
  const ending = endAfter(milliseconds, run.signal);
  let failure: GitFailure | undefined;
  const git = simpleGit({
    baseDir: place.directory,
    abort: ending.signal,
    input: () => run.input,
    // Where this thread is busy, output may still be on its way long after the exit.
    completion: { onClose: true, onExit: false },
    allowEnvironment: Object.keys(place.environment),
    // These guard against what a caller passes; here nothing from outside reaches a place where it could be an option.
    unsafe: { allowUnsafeConfigPaths: true, allowUnsafeHooksPath: true, allowUnsafeTemplateDir: true, allowUnsafeFsMonitor: true },
    errors: (_, { exitCode, stdErr, stdOut }) => {
      const output = Buffer.concat(stdErr).toString();
      if (exitCode === 0 || (exitCode === SAYS_NO && output === '' && stdOut.length === 0)) return undefined;
      return (failure = new GitFailure(args, exitCode, output.trim() || endWithoutWords(exitCode)));
    },
  }).env({ ...place.environment });
  try {
    return await git.raw([...args]);
  } catch (error) {
    run.signal?.throwIfAborted();
    if (ending.signal.aborted) throw tooSlow(args, milliseconds, error);
    throw failure ? explained(failure) : error;
  } finally {
    ending.release();
  }
}

/** A signal that comes when the time is up, or with another one. (`AbortSignal.any` is not in Node 20.0, and holds on to its signals in later ones.) */
function endAfter(milliseconds: number, other: AbortSignal | undefined): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const end = (): void => {
    controller.abort();
  };
  const timer = setTimeout(end, milliseconds);
  other?.addEventListener('abort', end);
  const release = (): void => {
    clearTimeout(timer);
    other?.removeEventListener('abort', end);
  };
  return { signal: controller.signal, release };
}

/** Why git ended: a `GitFailure`, or what to do where there is no git. */
export function failureOf(args: readonly string[], exitCode: number, output: string): Error {
  return explained(new GitFailure(args, exitCode, output));
}

/** A process that another one kills has no exit code, and what it wrote until then may be anything. */
function endWithoutWords(exitCode: number | null): string {
  return exitCode === null || exitCode < 0 ? 'it was ended from outside' : 'it gave no reason';
}

function explained(failure: GitFailure): Error {
  const reason = /spawn \S*git\S* (E[A-Z]+)/.exec(failure.output)?.[1];
  if (reason === undefined) return failure;
  const said = reason === 'ENOENT' ? 'git was not found.' : `git could not be started (${reason}).`;
  return new UserError(said, 'Install git 2.30 or later (https://git-scm.com) and make sure that it is on the PATH.', { cause: failure });
}

export function tooSlow(args: readonly string[], milliseconds: number, cause?: unknown): UserError {
  const command = args.find((each) => /^[a-z]/.test(each)) ?? '';
  return new UserError(
    `git ${command} was ended after ${milliseconds / 1000} seconds.`,
    'Review a smaller range, or look whether the disk or the network that holds the repository is slow.',
    { cause },
  );
}
