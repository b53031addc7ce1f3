import { existsSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { bareEnvironment, hookEnvironment } from './environment.ts';
import { isolate, ownFolder } from './isolation.ts';
import { locateRepository, notARepository, type RepositoryPlace } from './locate.ts';
import { requirePlainFiles } from './plain-files.ts';
import { readSettings } from './settings.ts';
import { ObjectProcess } from './object-process.ts';
import { GitFailure, runGit, type GitPlace, type GitRun } from './start.ts';

/** How a command is run in a repository. */
export interface RepositoryRun extends Pick<GitRun, 'input' | 'timeLimit'> {
  /** An index of our own, to be used in place of the repository's. Absolute. */
  readonly index?: string;
}

/** A repository as everything here sees it: through a git that knows nothing of the repository's configuration. */
export interface Repository {
  /** The top folder of the work tree, or the git directory of a bare repository. */
  readonly root: string;
  readonly workTree: string | undefined;
  /** The repository's own git directory, of this work tree. Absolute. */
  readonly gitDirectory: string;
  /** What all its work trees share. Absolute. */
  readonly commonDirectory: string;
  readonly objectFormat: 'sha1' | 'sha256';
  readonly isShallow: boolean;
  readonly isPartial: boolean;
  /** Ends every reading. */
  readonly signal: AbortSignal | undefined;
  /** Runs a git command and returns its standard output. @throws GitFailure, UserError, the signal's reason */
  readonly git: (args: readonly string[], run?: RepositoryRun) => Promise<string>;
  /** Says which objects there are, by any name git knows them by, and how large they are. */
  readonly known: Pick<ObjectProcess, 'ask'>;
  /** The same with the contents. */
  readonly contents: Pick<ObjectProcess, 'ask'>;
}

/**
 * @param withPersonal whether the person's own settings are asked for, as for a work tree and for a push
 * @throws UserError where `root` is in no repository, or git is missing or too old
 */
export async function openRepository(root: string, signal?: AbortSignal, withPersonal = true): Promise<Repository> {
  const place = (await locateRepository(root)) ?? (await placeFromEnvironment(root));
  if (!place) throw notARepository(root);
  const hook = await hookEnvironment(place);
  await requirePlainFiles(place, hook);
  const [settings, isShallow] = await Promise.all([
    readSettings(ownFolder(), place.commonDirectory, withPersonal, signal),
    stat(join(place.commonDirectory, 'shallow')).then(
      ({ size }) => size > 0,
      () => false,
    ),
    requireGit(signal),
  ]);
  const format = settings.kept.findLast(([key]) => key === 'extensions.objectformat')?.[1];
  const gitPlace = await isolate(place, hook, settings.kept);
  return {
    root: place.root,
    workTree: place.workTree,
    gitDirectory: place.gitDirectory,
    commonDirectory: place.commonDirectory,
    objectFormat: format === 'sha256' ? 'sha256' : 'sha1',
    isShallow,
    isPartial: settings.isPartial,
    signal,
    ...commands(gitPlace, place, signal),
  };
}

function commands(gitPlace: GitPlace, place: RepositoryPlace, signal?: AbortSignal): Pick<Repository, 'git' | 'known' | 'contents'> {
  return {
    git: (args, { index, ...run } = {}) => {
      const environment = index === undefined ? gitPlace.environment : { ...gitPlace.environment, GIT_INDEX_FILE: index };
      return runGit({ ...gitPlace, environment }, ['-C', place.root, '--no-pager', ...args], { signal, ...run });
    },
    known: new ObjectProcess(gitPlace, '--batch-check', signal),
    contents: new ObjectProcess(gitPlace, '--batch', signal),
  };
}

/** In a hook of a repository whose git directory lies elsewhere, only the environment knows it. */
async function placeFromEnvironment(root: string): Promise<RepositoryPlace | undefined> {
  const { GIT_DIR, GIT_WORK_TREE } = process.env;
  if (GIT_DIR === undefined || !existsSync(root)) return undefined;
  const found = await locateRepository(GIT_DIR);
  if (!found) return undefined;
  const workTree = await realpath(GIT_WORK_TREE ?? root);
  return { ...found, root: workTree, workTree };
}

const OLDEST = [2, 30] as const;

/** The search path on which git was found to be new enough. */
let goodPath: string | undefined;

/** The developer tools of macOS stand in for git until they are set up, and say so. */
function whatItSaid(error: unknown): string {
  if (error instanceof GitFailure) return error.output;
  throw error;
}

function notGit(said: string): UserError {
  return new UserError(
    `\`git --version\` does not tell a version, but “${said}”.`,
    `Install git ${OLDEST.join('.')} or later (https://git-scm.com).`,
  );
}

async function requireGit(signal?: AbortSignal): Promise<void> {
  const path = process.env['PATH'] ?? '';
  if (path === goodPath) return;
  const directory = ownFolder();
  const output = await runGit({ directory, environment: bareEnvironment(directory) }, ['--version'], { signal }).catch(whatItSaid);
  const [version, major, minor] = /(\d{1,9})\.(\d{1,9})/.exec(output) ?? [];
  if (version === undefined) throw notGit(output.trim());
  goodPath = Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1]) ? path : undefined;
  if (goodPath !== undefined) return;
  throw new UserError(`${output.trim()} is too old.`, `Install git ${OLDEST.join('.')} or later (https://git-scm.com).`);
}
