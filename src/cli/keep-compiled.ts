import { mkdir, readdir, rm } from 'node:fs/promises';
import module from 'node:module';
import { basename, dirname, join } from 'node:path';
import { version } from '../../package.json';
import { cacheDirectory } from '../base/cache-directory.ts';
import { locateRepository } from '../git/locate.ts';

/** Not in every version of Node that is supported, nor in the types of the oldest. */
type Compiling = Partial<Record<'enableCompileCache', (directory: string) => unknown>>;

/** Lets Node keep what it compiles from now on for the next run, where it can. Where that cannot be, it is as without. */
export async function keepCompiled(directory = join(cacheDirectory, 'compiled', version), compiling = module as Compiling): Promise<void> {
  if (!compiling.enableCompileCache) return;
  try {
    const made = await mkdir(directory, { recursive: true });
    // What was compiled is run unseen, and what lies in a repository may be from those who wrote the change.
    if (await locateRepository(directory)) return;
    compiling.enableCompileCache(directory);
    if (made !== undefined) await removeOthers(directory);
  } catch {
    return;
  }
}

/** What other versions of Plumbline kept. */
async function removeOthers(directory: string): Promise<void> {
  const names = await readdir(dirname(directory));
  const others = names.filter((name) => /^\d+\.\d+\.\d+/.test(name) && name !== basename(directory));
  await Promise.all(others.map((name) => rm(join(dirname(directory), name), { recursive: true, force: true })));
}
