import workerpool from 'workerpool';
import type { Pool } from 'workerpool';
import type { Notice } from '../../base/notice.ts';
import { languageOf } from '../../languages/languages.ts';
import { coreWasm, grammarWasm } from '../../syntax/wasm-files.ts';
import type { LoadWasm } from '../../syntax/wasm-files.ts';
import { batchesOf } from './batches.ts';
import type { Batch } from './batches.ts';
import { unpackReading } from './packed-reading.ts';
import type { FileReading, ReadingTask } from './reading.ts';

export interface WorkerOptions {
  /** How many worker threads. */
  readonly count: number;
  /** Path of the built `extraction-worker`. */
  readonly script: string;
}

export interface IndexedReading {
  readonly index: number;
  readonly reading: FileReading;
  /** The same as it travels, where it did. */
  readonly packed?: string;
}

/** What a batch leaves behind is garbage: a small nursery keeps the memory of all workers small. */
const mostYoungMegabytes = 16;

type NamedModule = readonly [file: string, module: WebAssembly.Module];

/** Reads files in worker threads. A worker that dies is replaced, and what it had in hand is read again, file by file. */
export class WorkerReader {
  readonly #count: number;
  readonly #makePool: () => Pool;
  #pool: Pool | undefined;
  readonly #loadWasm: LoadWasm;
  readonly #modules = new Map<string, Promise<NamedModule | undefined>>();

  constructor({ count, script }: WorkerOptions, loadWasm: LoadWasm) {
    this.#count = count;
    this.#loadWasm = loadWasm;
    this.#makePool = () =>
      workerpool.pool(script, {
        workerType: 'thread',
        maxWorkers: count,
        workerTerminateTimeout: 100,
        workerThreadOpts: { resourceLimits: { maxYoungGenerationSizeMb: mostYoungMegabytes } },
      });
  }

  async *read(tasks: readonly ReadingTask[], signal?: AbortSignal): AsyncGenerator<IndexedReading> {
    const waiting = batchesOf(tasks).reverse();
    const running = new Map<Batch, Promise<{ batch: Batch; readings: IndexedReading[] }>>();
    const stop = (): void => void this.#end();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      for (;;) {
        signal?.throwIfAborted();
        // One batch more than there are workers, so that none waits for this thread.
        for (let next = waiting.at(-1); next && running.size <= this.#count; next = waiting.at(-1)) {
          waiting.pop();
          const batch = next;
          running.set(
            batch,
            this.#readBatch(batch, signal).then((readings) => ({ batch, readings })),
          );
        }
        if (running.size === 0) return;
        const { batch, readings } = await Promise.race(running.values());
        running.delete(batch);
        yield* readings;
      }
    } catch (error) {
      await Promise.allSettled(running.values());
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      // What they hold would be in the way of the rules, and hardly any review reads that much twice.
      await this.#end();
    }
  }

  async dispose(): Promise<void> {
    await this.#end();
  }

  async #end(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    await pool?.terminate(true);
  }

  async #readBatch(batch: Batch, signal?: AbortSignal): Promise<IndexedReading[]> {
    const modules = await Promise.all(this.#modulesFor(batch.tasks));
    signal?.throwIfAborted();
    try {
      const wasm = Object.fromEntries(modules.filter((each) => each !== undefined));
      const readings = (await (this.#pool ??= this.#makePool()).exec('readBatch', [batch.tasks, wasm])) as string[];
      return readings.map((packed, index) => ({ index: batch.indexes[index] ?? 0, reading: unpackReading(packed), packed }));
    } catch (error) {
      if (signal?.aborted) throw error;
      return this.#readAgain(batch, error, signal);
    }
  }

  async #readAgain({ tasks, indexes }: Batch, error: unknown, signal: AbortSignal | undefined): Promise<IndexedReading[]> {
    const [task] = tasks;
    if (tasks.length === 1 && task) return [{ index: indexes[0] ?? 0, reading: { notices: [notRead(task, error)] } }];
    const readings: IndexedReading[] = [];
    for (const [index, each] of tasks.entries())
      readings.push(...(await this.#readBatch({ tasks: [each], indexes: [indexes[index] ?? 0] }, signal)));
    return readings.map((each, index) =>
      index === 0 ? { ...each, reading: { ...each.reading, notices: [...each.reading.notices, restarted(error)] } } : each,
    );
  }

  #modulesFor(tasks: readonly ReadingTask[]): Promise<NamedModule | undefined>[] {
    const grammars = tasks
      .flatMap(({ change }) => [change.base?.path, change.head?.path])
      .flatMap((path) => languageOf(path ?? '')?.grammar ?? []);
    return [...new Set([coreWasm, ...grammars.map(grammarWasm)])].map((file) => this.#module(file));
  }

  /** Compiled once and shared by all workers. One that fails to load is left to the worker, which says so for each file. */
  #module(file: string): Promise<NamedModule | undefined> {
    const known = this.#modules.get(file);
    if (known) return known;
    const compiled = this.#compile(file).catch(() => undefined);
    this.#modules.set(file, compiled);
    return compiled;
  }

  async #compile(file: string): Promise<NamedModule> {
    const wasm = await this.#loadWasm(file);
    return [file, wasm instanceof Uint8Array ? await WebAssembly.compile(wasm) : wasm];
  }
}

function notRead({ change }: ReadingTask, error: unknown): Notice {
  return {
    id: 'file-not-read',
    message: `A worker ended while it read ${change.path}, twice: ${messageOf(error)}. The file was left out.`,
    remedy: 'Exclude the file, or review it with more memory.',
    path: change.path,
    incomplete: true,
  };
}

function restarted(error: unknown): Notice {
  return {
    id: 'worker-restarted',
    message: `A worker ended unexpectedly and was started again: ${messageOf(error)}`,
    remedy: 'The review is complete. If it happens again, review with more memory, or report it.',
    incomplete: false,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
