import { lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../base/errors.ts';

/** The clock of another machine that shares the folder, and what its processes are called, say nothing about today. */
const LEFT_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a folder for temporary files that is called after this process, and takes away what processes left there that were
 * killed: a closed editor ends its engine without a word.
 * @param kind what it is for; the folder is called `plumbline-KIND-PROCESS-…`
 * @returns its real, absolute path
 * @throws UserError where there is no place for it
 */
export function makeTemporaryFolder(kind: string): string {
  try {
    // The system's own way: only it writes short names of Windows (`RUNNER~1`) in full, as other paths are.
    const parent = realpathSync.native(tmpdir());
    removeLeftovers(parent, `plumbline-${kind}-`);
    return mkdtempSync(join(parent, `plumbline-${kind}-${process.pid}-`));
  } catch (error) {
    throw noPlace(error);
  }
}

/** What to do where a temporary file could not be made. */
export function noPlace(error: unknown): UserError {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  return new UserError(
    `Temporary files cannot be written to ${tmpdir()} (${reason}).`,
    'Make room there, or name another folder in the environment variable TMPDIR (on Windows TEMP).',
    { cause: error },
  );
}

function removeLeftovers(parent: string, start: string): void {
  for (const name of namesIn(parent)) {
    const id = name.startsWith(start) ? /^(\d+)-/.exec(name.slice(start.length))?.[1] : undefined;
    if (id !== undefined && !isRunning(Number(id))) removeOld(join(parent, name));
  }
}

/** Files can be made in a folder that may not be listed. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Only what this person's processes made: everybody may write there. Another process may take it away at the same time, which is no reason to stop. */
function removeOld(folder: string): void {
  try {
    const { mtimeMs, uid } = lstatSync(folder);
    if (uid === ownUser() && Date.now() - mtimeMs > LEFT_FOR_MS) rmSync(folder, { recursive: true, force: true });
  } catch {
    return;
  }
}

/** Windows has no such number, and says 0 of every folder. */
function ownUser(): number {
  return process.getuid?.() ?? 0;
}
