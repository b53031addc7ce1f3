import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { runCommand, type CommandEnd } from './command-run.ts';
import type { DeepRequest } from './deep-request.ts';
import type { Scratch } from './scratch.ts';
import { commandLine, type TestCommand } from './test-command.ts';

/** The time for the whole of a deep check was over before the next run, or in the midst of it. */
export class TimeIsOver extends Error {}

export interface RunLimits extends Pick<DeepRequest, 'signal' | 'onGroup'> {
  /** When the time is over, by `performance.now()`. */
  readonly end: number;
}

/** Runs a person's test command in a scratch folder, as long as there is time. */
export class TestRuns {
  readonly #command: TestCommand;
  readonly #scratch: Scratch;
  readonly #limits: RunLimits;
  readonly #mark = randomUUID();
  /** Milliseconds that the tests took as they are. */
  #usual: number | undefined;
  #count = 0;

  constructor(command: TestCommand, scratch: Scratch, limits: RunLimits) {
    this.#command = command;
    this.#scratch = scratch;
    this.#limits = limits;
  }

  /** How often tests were run. */
  get count(): number {
    return this.#count;
  }

  /** Runs some tests on the change as it is: how long that takes is the measure of all later runs. */
  async runAsIs(tests: readonly string[]): Promise<CommandEnd> {
    const end = await this.#run(tests, Infinity);
    this.#usual = end.took;
    return end;
  }

  /** Runs some tests with one file of the scratch folder otherwise. Tests that then never end are ended. */
  async runWith(path: string, text: string, tests: readonly string[]): Promise<CommandEnd> {
    return this.#scratch.with(path, text, () => this.#run(tests, PATIENCE + 3 * (this.#usual ?? 0)));
  }

  async #run(tests: readonly string[], most: number): Promise<CommandEnd> {
    const { signal, onGroup, end } = this.#limits;
    const left = end - performance.now();
    if (left <= 0) throw new TimeIsOver();
    this.#count++;
    const { folder, outer } = this.#scratch;
    const mark = this.#mark;
    const result = await runCommand({
      command: commandLine(
        this.#command,
        tests.map((path) => join(folder, path)),
      ),
      folder,
      limit: Math.min(left, most),
      mark,
      signal,
      onGroup: (id, runs) => onGroup?.({ id, runs, mark, folder: outer }),
    });
    if (result.isTooLong && left <= most) throw new TimeIsOver();
    return result;
  }
}

/** Milliseconds that a run may take longer than three times what is usual. */
const PATIENCE = 10_000;
