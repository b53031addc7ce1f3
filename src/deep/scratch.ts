import { rmSync } from 'node:fs';
import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ChangeSet } from '../change/change-set.ts';
import type { ChangeSource } from '../change/source.ts';
import { makeTemporaryFolder } from '../git/temporary-folder.ts';
import { writeHead } from '../git/write-head.ts';
import { linkInstalled } from './installed-packages.ts';

/** A copy of a change's head in a folder for temporary files, in which its tests can be run. */
export interface Scratch {
  /** Real and absolute. */
  readonly folder: string;
  /** The folder around it that holds nothing else. */
  readonly outer: string;
  /** Does something while a file has another text, and puts it back. */
  with<Result>(path: string, text: string, run: () => Promise<Result>): Promise<Result>;
  /** Takes it away. What runs in it must have ended. */
  remove(): Promise<void>;
}

/** @throws UserError where it cannot be made; the signal's reason */
export async function makeScratch(source: ChangeSource, changeSet: ChangeSet, signal: AbortSignal | undefined): Promise<Scratch> {
  const outer = makeTemporaryFolder('deep');
  const removeAtExit = (): void => {
    rmSync(outer, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', removeAtExit);
  const remove = async (): Promise<void> => {
    await rm(outer, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.off('exit', removeAtExit);
  };
  try {
    const folder = join(outer, 'head');
    await mkdir(folder);
    await writeHead({ source, changeSet, folder, signal });
    await linkInstalled(changeSet.root, folder, await changeSet.trees.head.paths());
    return { folder, outer, with: (path, text, run) => replaced(join(folder, path), text, run), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function replaced<Result>(file: string, text: string, run: () => Promise<Result>): Promise<Result> {
  if ((await realpath(file)) !== file) throw new Error(`${file} does not lie in the folder ${dirname(file)}`);
  const before = await readFile(file);
  await writeFile(file, text);
  try {
    return await run();
  } finally {
    await writeFile(file, before);
  }
}
