import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import type { FileFacts } from '../../code/facts.ts';
import type { ModuleFacts, Touched } from '../../code/language.ts';
import { locateWasm } from '../../syntax/wasm-files.ts';
import type { LoadWasm } from '../../syntax/wasm-files.ts';
import type { CheckQuery } from '../../standard/check-custom-rules.ts';
import { CachePacks } from './cache-packs.ts';
import { FactCache } from './fact-cache.ts';
import { FileReader } from './file-reader.ts';
import { sizeOf } from './batches.ts';
import { KeptFacts } from './kept-facts.ts';
import type { ReadingTask } from './reading.ts';
import { WorkerReader } from './worker-reader.ts';
import type { IndexedReading, WorkerOptions } from './worker-reader.ts';

/** Reads facts from the files of a change, wherever that is quickest. */
export interface Extractor {
  /** The reading of each task, with its index, in the order in which they are done. */
  read(tasks: readonly ReadingTask[], signal?: AbortSignal): AsyncIterable<IndexedReading>;
  /** Reads one text of the reviewed tree; undefined where no grammar can. */
  readText(path: string, text: string, touched: Touched): Promise<FileFacts | undefined>;
  /** Reads what one text of the reviewed tree is as a module; undefined where no grammar can. */
  readModule(path: string, text: string): Promise<ModuleFacts | undefined>;
  /** Tries a query on the trees of a language. */
  readonly checkQuery: CheckQuery;
  /** Saves what was read for later reviews, if there is a place for it. Never rejects. */
  save(): Promise<void>;
  /** Frees what was loaded, and saves what was read. */
  dispose(): Promise<void>;
}

export interface ExtractorOptions {
  /** Where the built product's `.wasm` files are, or a function that reads them. */
  readonly wasm: string | LoadWasm;
  /** A folder in which what was read is kept for later reviews; without it each review reads everything. */
  readonly cache?: string | undefined;
  /** Worker threads for large changes. The built product has its own; otherwise all is read in this thread. */
  readonly workers?: WorkerOptions;
}

export function createExtractor({ wasm, cache, workers }: ExtractorOptions): Extractor {
  const loadWasm = typeof wasm === 'string' ? locateWasm(wasm) : wasm;
  const options = workers ?? (typeof wasm === 'string' ? builtWorkers(wasm) : undefined);
  const kept = cache === undefined ? undefined : new KeptFacts(new FactCache(new CachePacks(cache), build));
  return new ThreadChoosingExtractor(new FileReader(loadWasm), options && new WorkerReader(options, loadWasm), kept);
}

/** A built file's own name changes with its content and with that of all it imports, so that another build does not take what this one read. */
const build = basename(import.meta.filename);

/** More workers would take more memory than a large change is worth. */
const mostWorkers = 4;

/**
 * How many workers pay on a machine. All of them together take a quarter more time of processors than this thread alone, since each has to warm up
 * and readings are packed and unpacked: on two processors, of which the engine's own helpers use the second one, nothing is gained.
 */
export function worthwhileWorkers(processors = availableParallelism()): number {
  return processors > 2 ? Math.min(processors - 1, mostWorkers) : 0;
}

function builtWorkers(directory: string): WorkerOptions | undefined {
  const count = worthwhileWorkers();
  return count > 0 ? { count, script: join(directory, 'extraction-worker.js') } : undefined;
}

/** UTF-16 units on both sides together, from which on starting workers pays. */
const worthWorkers = 6_000_000;

class ThreadChoosingExtractor implements Extractor {
  readonly #reader: FileReader;
  readonly #workers: WorkerReader | undefined;
  readonly #kept: KeptFacts | undefined;
  readonly checkQuery: CheckQuery;

  constructor(reader: FileReader, workers: WorkerReader | undefined, kept: KeptFacts | undefined) {
    this.#reader = reader;
    this.#workers = workers;
    this.#kept = kept;
    this.checkQuery = reader.checkQuery;
  }

  async *read(tasks: readonly ReadingTask[], signal?: AbortSignal): AsyncGenerator<IndexedReading> {
    const unknown: number[] = [];
    for (const [index, task] of tasks.entries()) {
      signal?.throwIfAborted();
      const reading = await this.#kept?.reading(task);
      if (reading) yield { index, reading };
      else unknown.push(index);
    }
    const left = unknown.flatMap((index) => tasks[index] ?? []);
    for await (const { index, reading, packed } of this.#readNow(left, signal)) {
      const task = left[index];
      if (task) this.#kept?.keepReading(task, reading, packed);
      yield { index: unknown[index] ?? 0, reading };
    }
  }

  #readNow(tasks: readonly ReadingTask[], signal?: AbortSignal): AsyncIterable<IndexedReading> {
    const size = tasks.reduce((sum, task) => sum + sizeOf(task), 0);
    return this.#workers && size >= worthWorkers ? this.#workers.read(tasks, signal) : readHere(tasks, this.#reader, signal);
  }

  readText(path: string, text: string, touched: Touched): Promise<FileFacts | undefined> {
    const read = (): Promise<FileFacts | undefined> => this.#reader.readText(path, text, touched);
    return this.#kept ? this.#kept.facts(path, text, touched, read) : read();
  }

  readModule(path: string, text: string): Promise<ModuleFacts | undefined> {
    const read = (): Promise<ModuleFacts | undefined> => this.#reader.readModule(path, text);
    return this.#kept ? this.#kept.module(path, text, read) : read();
  }

  async save(): Promise<void> {
    await this.#kept?.save();
  }

  async dispose(): Promise<void> {
    await Promise.all([this.#reader.dispose(), this.#workers?.dispose(), this.save()]);
  }
}

/** Milliseconds after which others get their turn in this thread. */
const turn = 20;

async function* readHere(tasks: readonly ReadingTask[], reader: FileReader, signal?: AbortSignal): AsyncGenerator<IndexedReading> {
  let since = performance.now();
  for (const [index, task] of tasks.entries()) {
    signal?.throwIfAborted();
    yield { index, reading: await reader.read(task) };
    if (performance.now() - since < turn) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}
