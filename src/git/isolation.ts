import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bareEnvironment, type HookEnvironment } from './environment.ts';
import type { RepositoryPlace } from './locate.ts';
import { configFile, type Setting } from './settings.ts';
import type { GitPlace } from './start.ts';
import { makeTemporaryFolder, noPlace } from './temporary-folder.ts';

let folder: string | undefined;

/** A folder of this program's own, taken away when it ends. Made again where the system cleaned it away meanwhile. */
export function ownFolder(): string {
  if (folder !== undefined && existsSync(folder)) return folder;
  const made = makeTemporaryFolder('git');
  process.on('exit', () => {
    rmSync(made, { recursive: true, force: true });
  });
  return (folder = made);
}

/**
 * Makes a git directory that stands in for the repository's own: it links to its refs, objects and index, and has a
 * configuration that was written here. Git never sees the configuration, the hooks and the attributes of the repository,
 * so nothing in them can start a program, whatever a version of git finds to read there: no list of dangerous settings
 * has to be complete. A partial clone's missing objects are missing here, since no remote is known to have them.
 */
export async function isolate(place: RepositoryPlace, hook: HookEnvironment, settings: readonly Setting[]): Promise<GitPlace> {
  const name = createHash('sha256').update(`${place.gitDirectory}\0${place.root}`).digest('hex').slice(0, 16);
  const directory = join(ownFolder(), name);
  await fill(directory, place, settings).catch((error: unknown) => {
    throw noPlace(error);
  });
  return { directory, environment: environmentOf(place, hook, directory) };
}

async function fill(directory: string, place: RepositoryPlace, settings: readonly Setting[]): Promise<void> {
  await mkdir(join(directory, 'info'), { recursive: true });
  await mkdir(join(directory, 'logs'), { recursive: true });
  await Promise.all([
    replace(join(directory, 'config'), (file) => writeFile(file, configFile(settings))),
    replace(join(directory, 'HEAD'), (file) => copyFile(join(place.gitDirectory, 'HEAD'), file)),
    linkParts(place, directory),
  ]);
}

async function linkParts(place: RepositoryPlace, directory: string): Promise<void> {
  const { gitDirectory, commonDirectory } = place;
  const indexes = (await readdir(gitDirectory)).filter((name) => name.startsWith('sharedindex.'));
  await Promise.all([
    link(join(commonDirectory, 'refs'), join(directory, 'refs')),
    ...['packed-refs', 'reftable', 'shallow', 'info/exclude', 'logs/refs'].map((part) =>
      link(join(commonDirectory, part), join(directory, part)),
    ),
    ...['FETCH_HEAD', 'ORIG_HEAD', 'MERGE_HEAD', 'logs/HEAD', ...indexes].map((part) =>
      link(join(gitDirectory, part), join(directory, part)),
    ),
  ]);
}

/** Links also to what does not exist yet: the link is then as good as no file. */
export async function link(target: string, path: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  if (platform === 'win32') return linkOnWindows(target, path);
  await symlink(target, path).catch(unlessThere);
}

/** Windows lets only few people link to files, so these are copied anew each time; a junction to a file would be no file. */
async function linkOnWindows(target: string, path: string): Promise<void> {
  const found = await stat(target).catch(() => undefined);
  if (found?.isDirectory()) await symlink(target, path, 'junction').catch(unlessThere);
  else if (found) await replace(path, (file) => copyFile(target, file));
  else await rm(path, { force: true });
}

function unlessThere(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
}

/** Two reviews of one repository may run at once, so a file is never seen half written. */
async function replace(file: string, write: (file: string) => Promise<void>): Promise<void> {
  const next = `${file}.${Math.random().toString(36).slice(2)}`;
  try {
    await write(next);
    await renameOver(next, file);
  } finally {
    await rm(next, { force: true });
  }
}

/** Windows does not let a file go while another process reads it: that takes a moment. */
async function renameOver(next: string, file: string, tries = 5): Promise<void> {
  try {
    await rename(next, file);
  } catch (error) {
    if (tries === 0 || !/^(?:EPERM|EACCES|EBUSY)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await new Promise((resolve) => setTimeout(resolve, 40));
    await renameOver(next, file, tries - 1);
  }
}

function environmentOf(place: RepositoryPlace, hook: HookEnvironment, directory: string): Record<string, string> {
  return {
    ...bareEnvironment(directory),
    GIT_DIR: directory,
    ...(place.workTree !== undefined && { GIT_WORK_TREE: place.workTree }),
    GIT_INDEX_FILE: hook.index ?? join(place.gitDirectory, 'index'),
    GIT_OBJECT_DIRECTORY: hook.objects ?? join(place.commonDirectory, 'objects'),
    ...(hook.alternates !== undefined && { GIT_ALTERNATE_OBJECT_DIRECTORIES: hook.alternates }),
  };
}
