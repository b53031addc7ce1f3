const pending = new Set<() => void>();
let watching = false;

/**
 * Runs a synchronous clean-up when this process ends, whatever ends it short of SIGKILL.
 * @returns a function that runs it now and forgets it.
 */
export function cleanUpAtExit(cleanUp: () => void): () => void {
  watchForExit();
  pending.add(cleanUp);
  return () => {
    if (pending.delete(cleanUp)) cleanUp();
  };
}

function watchForExit(): void {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    for (const cleanUp of pending) cleanUp();
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}

/** Ends a process that was started `detached`, and all that it started. */
export function endProcessGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
