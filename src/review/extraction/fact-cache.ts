import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { CachePacks } from './cache-packs.ts';
import { packReading, unpackReading } from './packed-reading.ts';
import type { FileReading, ReadingTask } from './reading.ts';

/** Characters of JSON that are kept in memory. */
const mostInMemory = 50_000_000;
/** Characters of JSON. What is less is sooner read anew than looked for in one more pack, on every later run. */
const worthSaving = 200_000;

/** Readings by what they were read from, so that a second review reads only what changed since. */
export class FactCache {
  readonly #memory = new LRUCache<string, string>({ maxSize: mostInMemory, sizeCalculation: (json) => json.length + 1 });
  readonly #packs: CachePacks | undefined;
  readonly #build: string;
  readonly #unsaved = new Map<string, string>();

  /**
   * @param packs where readings outlive the process; without them they are kept in memory only
   * @param build names the program: another one may read the same text otherwise
   */
  constructor(packs?: CachePacks, build = '') {
    this.#packs = packs;
    this.#build = build;
  }

  /** Undefined where there is none, or it is damaged. */
  async get(task: ReadingTask): Promise<FileReading | undefined> {
    const key = this.#keyOf(task);
    const json = this.#memory.get(key) ?? (await this.#packs?.read(key));
    return json === undefined ? undefined : parse(json);
  }

  /**
   * A reading with notices is not kept: what went wrong may go right the next time.
   * @param packed the reading, where it is packed already
   */
  set(task: ReadingTask, reading: FileReading, packed?: string): void {
    if (reading.notices.length > 0) return;
    const key = this.#keyOf(task);
    const json = packed ?? packReading(reading);
    this.#memory.set(key, json);
    if (this.#packs) this.#unsaved.set(key, json);
  }

  /** Writes what is new to disk, if there is a place for it. Never rejects: without a cache the next review is only slower. */
  async save(): Promise<void> {
    const entries = new Map(this.#unsaved);
    this.#unsaved.clear();
    const size = [...entries.values()].reduce((sum, { length }) => sum + length, 0);
    if (size >= worthSaving) await this.#packs?.write(entries);
    await this.#packs?.close();
  }

  #keyOf({ change, everything, queries }: ReadingTask): string {
    const { base, head, kind } = change;
    const sides = kind === 'copied' ? [head] : [base, head];
    const parts = [
      this.#build,
      everything,
      queries ?? [],
      kind === 'copied',
      ...sides.flatMap((side) => [side?.path, side?.blob, side?.text === undefined]),
    ];
    return createHash('sha1').update(JSON.stringify(parts)).digest('base64url');
  }
}

function parse(json: string): FileReading | undefined {
  try {
    return unpackReading(json);
  } catch {
    return undefined;
  }
}
