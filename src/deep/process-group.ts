import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Ends a process with all that it started and that stayed in its group.
 * @param id of the process that leads the group
 */
export function endGroup(id: number, how: 'SIGTERM' | 'SIGKILL'): void {
  if (process.platform === 'win32') {
    // By its whole path: a program of that name in the current folder would be taken first.
    spawnSync(join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe'), ['/pid', String(id), '/T', '/F'], {
      windowsHide: true,
    });
    return;
  }
  try {
    process.kill(-id, how);
  } catch {
    // There is nobody left in it.
  }
}

/** The variable by which everything that a command starts is known, also what left its process group. */
export const MARK = 'PLUMBLINE_DEEP_CHECK';

/**
 * Ends what a command started and what left its process group, where the system shows the environment of processes.
 * @returns whether there was any: it may take a moment to be gone, and may have started more in the meantime
 */
export function endMarked(mark: string): boolean {
  if (process.platform !== 'linux') return false;
  const found = readdirSync('/proc').filter((id) => /^\d+$/.test(id) && isMarked(id, mark));
  for (const id of found) endOne(Number(id));
  return found.length > 0;
}

function isMarked(id: string, mark: string): boolean {
  try {
    return readFileSync(`/proc/${id}/environ`, 'latin1').split('\0').includes(`${MARK}=${mark}`);
  } catch {
    // It belongs to somebody else, or is gone.
    return false;
  }
}

function endOne(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It is gone.
  }
}
