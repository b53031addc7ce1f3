import type { FileFacts } from '../../code/facts.ts';
import type { Touched } from '../../code/language.ts';
import { locateWasm } from '../../syntax/wasm-files.ts';
import type { LoadWasm } from '../../syntax/wasm-files.ts';
import { FileReader } from './file-reader.ts';
import type { FileReading, ReadingTask } from './reading.ts';

/** Reads facts from the files of a change, wherever that is quickest. */
export interface Extractor {
  /** The reading of each task, with its index, in the order in which they are done. */
  read(tasks: readonly ReadingTask[], signal?: AbortSignal): AsyncIterable<{ readonly index: number; readonly reading: FileReading }>;
  /** Reads one text of the reviewed tree; undefined where no grammar can. */
  readText(path: string, text: string, touched: Touched): Promise<FileFacts | undefined>;
  dispose(): Promise<void>;
}

export interface ExtractorOptions {
  /** Where the built product's `.wasm` files are, or a function that reads them. */
  readonly wasm: string | LoadWasm;
}

export function createExtractor(options: ExtractorOptions): Extractor {
  const loadWasm = typeof options.wasm === 'string' ? locateWasm(options.wasm) : options.wasm;
  return new InThreadExtractor(new FileReader(loadWasm));
}

/** Milliseconds after which others get their turn in this thread. */
const turn = 20;

class InThreadExtractor implements Extractor {
  readonly #reader: FileReader;

  constructor(reader: FileReader) {
    this.#reader = reader;
  }

  async *read(tasks: readonly ReadingTask[], signal?: AbortSignal): AsyncGenerator<{ index: number; reading: FileReading }> {
    let since = performance.now();
    for (const [index, task] of tasks.entries()) {
      signal?.throwIfAborted();
      yield { index, reading: await this.#reader.read(task) };
      if (performance.now() - since < turn) continue;
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
  }

  readText(path: string, text: string, touched: Touched): Promise<FileFacts | undefined> {
    return this.#reader.readText(path, text, touched);
  }

  dispose(): Promise<void> {
    return this.#reader.dispose();
  }
}
