import { existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { personalEnvironment } from './environment.ts';
import { runGit } from './start.ts';

/** Keys and values in the order git read them; a later one overrides an earlier one, or adds to it. */
export type Setting = readonly [key: string, value: string];

/**
 * The settings of a repository that change what a change set is, and that cannot name a program. This is a list of what
 * is let in, so a setting that a later git invents stays out.
 */
const FROM_REPOSITORY =
  /^(?:core\.(?:repositoryformatversion|longpaths|filemode|symlinks|ignorecase|precomposeunicode|autocrlf|eol)|extensions\.(?:objectformat|refstorage)|branch\..+\.(?:remote|merge|pushremote)|remote\..+\.(?:url|fetch|push)|remote\.pushdefault|push\.default)$/;

/** The same of the person's own settings; a file of ignore patterns may only be named by these. */
const FROM_PERSON = /^(?:core\.(?:autocrlf|eol|longpaths|excludesfile|precomposeunicode)|remote\.pushdefault|push\.default)$/;

export interface RepositorySettings {
  readonly kept: readonly Setting[];
  /** The clone left out contents, to be fetched when they are needed. */
  readonly isPartial: boolean;
}

/**
 * @param directory a folder of our own to run in
 * @param withPersonal whether the person's own settings are asked for: only a work tree and a push depend on them
 */
export async function readSettings(
  directory: string,
  commonDirectory: string,
  withPersonal: boolean,
  signal?: AbortSignal,
): Promise<RepositorySettings> {
  const [personal, own, excludes] = await Promise.all([
    withPersonal ? list(directory, ['--list', '--includes'], signal) : [],
    ownSettings(directory, join(commonDirectory, 'config'), signal),
    withPersonal ? defaultExcludes() : [],
  ]);
  return {
    kept: [...excludes, ...personal.filter(([key]) => FROM_PERSON.test(key)), ...own.filter(([key]) => FROM_REPOSITORY.test(key))],
    isPartial: own.some(([key]) => key === 'extensions.partialclone' || /^remote\..+\.promisor$/.test(key)),
  };
}

async function ownSettings(directory: string, file: string, signal?: AbortSignal): Promise<Setting[]> {
  if (!existsSync(file)) return [];
  return list(directory, ['--file', file, '--no-includes', '--list'], signal);
}

/** Git's directory is one that does not exist, so that the only repository settings it could read are those it is told to. */
async function list(directory: string, args: readonly string[], signal?: AbortSignal): Promise<Setting[]> {
  const environment = { ...personalEnvironment(), GIT_DIR: join(directory, 'none') };
  const output = await runGit({ directory, environment }, ['config', ...args, '-z'], { signal });
  return output.split('\0').filter(Boolean).map(parseSetting);
}

/** A key without `=` has no value, which is git's way to say true. Its section and name are already in lower case. */
function parseSetting(entry: string): Setting {
  const end = entry.indexOf('\n');
  return end === -1 ? [entry, 'true'] : [entry.slice(0, end), entry.slice(end + 1)];
}

async function defaultExcludes(): Promise<Setting[]> {
  const file = join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'git', 'ignore');
  return access(file).then(
    () => [['core.excludesfile', file] as const],
    () => [],
  );
}

/** Writes settings as git's configuration file has them. */
export function configFile(settings: readonly Setting[]): string {
  return settings.map(([key, value]) => `${section(key)}\n\t${key.slice(key.lastIndexOf('.') + 1)} = ${quoted(value)}\n`).join('');
}

function section(key: string): string {
  const [first, last] = [key.indexOf('.'), key.lastIndexOf('.')];
  if (first === last) return `[${key.slice(0, first)}]`;
  return `[${key.slice(0, first)} "${key.slice(first + 1, last).replace(/[\\"]/g, '\\$&')}"]`;
}

function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
}
