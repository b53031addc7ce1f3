import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The clock of another machine that shares the folder, and what its processes are called, say nothing about today. */
const LEFT_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a folder for temporary files that is called after this process, and takes away what processes left there that were
 * killed: a closed editor ends its engine without a word.
 * @param kind what it is for; the folder is called `plumbline-KIND-PROCESS-…`
 * @returns its real, absolute path
 */
export function makeTemporaryFolder(kind: string): string {
  const parent = realpathSync(tmpdir());
  removeLeftovers(parent, `plumbline-${kind}-`);
  return mkdtempSync(join(parent, `plumbline-${kind}-${process.pid}-`));
}

function removeLeftovers(parent: string, start: string): void {
  for (const name of readdirSync(parent)) {
    const id = name.startsWith(start) ? /^(\d+)-/.exec(name.slice(start.length))?.[1] : undefined;
    if (id !== undefined && !isRunning(Number(id))) removeOld(join(parent, name));
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

/** Another person's folder cannot be taken away, and another process may do it at the same time: neither is a reason to stop. */
function removeOld(folder: string): void {
  try {
    if (Date.now() - statSync(folder).mtimeMs > LEFT_FOR_MS) rmSync(folder, { recursive: true, force: true });
  } catch {
    return;
  }
}
