import { spawn, type ChildProcess } from 'node:child_process';
import { endGroup, endMarked, MARK } from './process-group.ts';

/** How a person's own command is run. */
export interface CommandRun {
  /** For the system's shell. */
  readonly command: string;
  readonly folder: string;
  /** Milliseconds after which it is ended. */
  readonly limit: number;
  /** What everything that it starts is known by. */
  readonly mark: string;
  readonly signal?: AbortSignal | undefined;
  /** Told of the process group when it starts and when it has ended. */
  readonly onGroup?: ((id: number, runs: boolean) => void) | undefined;
}

export interface CommandEnd {
  /** Undefined where it was ended for taking too long, or by a signal. */
  readonly exitCode: number | undefined;
  readonly isTooLong: boolean;
  /** The last of what it wrote, to either of its outputs. */
  readonly output: string;
  /** Milliseconds. */
  readonly took: number;
}

/** Milliseconds that a command gets to clean up when it is told to end, and its outputs to end after it. */
const GRACE = 1_500;
/** Characters of its output that are kept. */
const KEPT = 64 * 1024;

/**
 * Runs a command to its end; of what it started nothing is left then.
 * @throws the signal's reason
 */
export async function runCommand(run: CommandRun): Promise<CommandEnd> {
  run.signal?.throwIfAborted();
  const started = performance.now();
  const child = start(run);
  const output = new Tail(child);
  const endAtExit = (): void => {
    if (child.pid !== undefined) endGroup(child.pid, 'SIGKILL');
    endMarked(run.mark);
  };
  // Before its folder is taken away.
  process.prependListener('exit', endAtExit);
  if (child.pid !== undefined) run.onGroup?.(child.pid, true);
  try {
    const { exitCode, isTooLong } = await ended(child, run);
    run.signal?.throwIfAborted();
    return { exitCode, isTooLong, output: output.text, took: performance.now() - started };
  } finally {
    endAtExit();
    await nothingLeft(run.mark);
    process.off('exit', endAtExit);
    if (child.pid !== undefined) run.onGroup?.(child.pid, false);
  }
}

/** What is ended may take a moment to be gone, and what forks may fork until it is. */
async function nothingLeft(mark: string): Promise<void> {
  for (let tries = 0; tries < 100 && endMarked(mark); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
}

function start({ command, folder, mark }: CommandRun): ChildProcess {
  return spawn(command, {
    cwd: folder,
    shell: true,
    // A group of its own, so that all of it can be ended at once, and a Ctrl+C is for Plumbline alone.
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(mark),
  });
}

/** What a hook says about the repository, and what makes the editor's program a Node, is not for the tests. */
const LEFT_OUT =
  /^(?:GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|PREFIX|COMMON_DIR)|ELECTRON_RUN_AS_NODE|VSCODE_\w+)$/;

/** The person's own, as in their terminal. `CI` keeps runners from waiting for a key or for files to change. */
function environment(mark: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !LEFT_OUT.test(name));
  return { CI: 'true', ...Object.fromEntries(own), [MARK]: mark };
}

/** Resolves when the process has ended, by itself or because it was made to. */
async function ended(child: ChildProcess, { limit, signal, mark }: CommandRun): Promise<Pick<CommandEnd, 'exitCode' | 'isTooLong'>> {
  const timers: NodeJS.Timeout[] = [];
  const tooLong = new AbortController();
  const end = (): void => {
    if (child.pid === undefined) return;
    const { pid } = child;
    endGroup(pid, 'SIGTERM');
    const insist = (): void => {
      endGroup(pid, 'SIGKILL');
      endMarked(mark);
    };
    timers.push(setTimeout(insist, GRACE));
  };
  const endTooLong = (): void => {
    tooLong.abort();
    end();
  };
  timers.push(setTimeout(endTooLong, limit));
  signal?.addEventListener('abort', end);
  try {
    const exitCode = await exitOf(child);
    const isTooLong = tooLong.signal.aborted;
    return { exitCode: isTooLong ? undefined : exitCode, isTooLong };
  } finally {
    timers.forEach(clearTimeout);
    signal?.removeEventListener('abort', end);
  }
}

/** What it left running may hold its outputs open for ever: they are waited for a little only. */
async function exitOf(child: ChildProcess): Promise<number | undefined> {
  const closed = new Promise<void>((resolve) => child.once('close', resolve));
  const exitCode = await new Promise<number | undefined>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? undefined);
    });
  });
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => (timer = setTimeout(resolve, GRACE)));
  await Promise.race([closed, patience]);
  clearTimeout(timer);
  child.stdout?.destroy();
  child.stderr?.destroy();
  return exitCode;
}

/** The end of what a process writes. The rest is read, so that it can go on writing, and let go. */
class Tail {
  #text = '';

  constructor({ stdout, stderr }: ChildProcess) {
    for (const stream of [stdout, stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (text: string) => {
        this.#text += text.length > KEPT ? text.slice(-KEPT) : text;
        if (this.#text.length > 2 * KEPT) this.#text = this.#text.slice(-KEPT);
      });
    }
  }

  get text(): string {
    return this.#text.slice(-KEPT);
  }
}
