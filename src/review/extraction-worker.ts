import workerpool from 'workerpool';
import { FileReader } from './extraction/file-reader.ts';
import { packReading } from './extraction/packed-reading.ts';
import type { ReadingTask } from './extraction/reading.ts';

export type WasmModules = Readonly<Record<string, WebAssembly.Module>>;

/** All that was handed over so far: grammars come with the first batch that needs them. */
const modules = new Map<string, WebAssembly.Module>();
const reader = new FileReader((file) => {
  const found = modules.get(file);
  return found ? Promise.resolve(found) : Promise.reject(new Error(`${file} was not handed to the worker`));
});

/** Reads the files of a batch. Readings go back as text, which crosses threads several times faster than objects. */
async function readBatch(tasks: readonly ReadingTask[], wasm: WasmModules): Promise<string[]> {
  for (const [file, module] of Object.entries(wasm)) modules.set(file, module);
  const readings: string[] = [];
  for (const task of tasks) readings.push(packReading(await reader.read(task)));
  return readings;
}

workerpool.worker({ readBatch });
