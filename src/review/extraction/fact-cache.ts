import { createHash } from 'node:crypto';
import type { CachePacks } from './cache-packs.ts';

/** Characters. What is less is sooner read anew than looked for in one more pack, on every later run. */
const worthSaving = 200_000;
/** Characters that wait in memory to be saved. */
const mostUnsaved = 16_000_000;

/** What was read, as JSON, by all that it was read from, so that a second review reads only what changed since. */
export class FactCache {
  readonly #packs: CachePacks;
  readonly #build: string;
  #unsaved = new Map<string, string>();
  #unsavedSize = 0;
  /** Packs are written one after another. */
  #written: Promise<void> = Promise.resolve();

  /**
   * @param packs where it outlives the process
   * @param build names the program: another one may read the same text otherwise
   */
  constructor(packs: CachePacks, build = '') {
    this.#packs = packs;
    this.#build = build;
  }

  /** Undefined where there is none, or it is damaged. */
  async recall<Facts>(source: readonly unknown[], unpack: (json: string) => Facts): Promise<Facts | undefined> {
    const key = this.#keyOf(source);
    const json = this.#unsaved.get(key) ?? (await this.#packs.read(key));
    try {
      return json === undefined ? undefined : unpack(json);
    } catch {
      return undefined;
    }
  }

  keep(source: readonly unknown[], json: string): void {
    this.#unsaved.set(this.#keyOf(source), json);
    this.#unsavedSize += json.length;
    if (this.#unsavedSize >= mostUnsaved) this.#write();
  }

  /** Writes what is new to disk, where it is worth it. Never rejects: without a cache the next review is only slower. */
  async save(): Promise<void> {
    if (this.#unsavedSize >= worthSaving) this.#write();
    await this.#written;
    await this.#packs.close();
  }

  #write(): void {
    const entries = this.#unsaved;
    this.#unsaved = new Map();
    this.#unsavedSize = 0;
    this.#written = this.#written.then(() => this.#packs.write(entries));
  }

  #keyOf(source: readonly unknown[]): string {
    return createHash('sha1')
      .update(JSON.stringify([this.#build, ...source]))
      .digest('base64url');
  }
}
