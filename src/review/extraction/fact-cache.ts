import { createHash } from 'node:crypto';
import type { CachePacks } from './cache-packs.ts';

/** Characters. What is less is sooner read anew than looked for in one more pack, on every later run. */
const worthSaving = 200_000;
/** Characters of one pack. */
const packSize = 16_000_000;

/** What was read, by all that it was read from, so that a second review reads only what changed since. */
export class FactCache {
  readonly #packs: CachePacks;
  readonly #build: string;
  /** As JSON, or how to make it: that takes time, which a review has only after its answer. */
  readonly #unsaved = new Map<string, string | (() => string)>();
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
    const unsaved = this.#unsaved.get(key);
    const json = unsaved === undefined ? await this.#packs.read(key) : packed(unsaved);
    try {
      return json === undefined ? undefined : unpack(json);
    } catch {
      return undefined;
    }
  }

  keep(source: readonly unknown[], json: string | (() => string)): void {
    this.#unsaved.set(this.#keyOf(source), json);
  }

  /** Writes what is new to disk, where it is worth it. Never rejects: without a cache the next review is only slower. */
  save(): Promise<void> {
    this.#written = this.#written.then(async () => {
      await this.#write();
      await this.#packs.close();
    });
    return this.#written;
  }

  async #write(): Promise<void> {
    let pack = new Map<string, string>();
    let size = 0;
    for (const [key, unsaved] of this.#unsaved) {
      const json = packed(unsaved);
      this.#unsaved.delete(key);
      pack.set(key, json);
      size += json.length;
      if (size < packSize) continue;
      await this.#packs.write(pack);
      pack = new Map();
      size = 0;
    }
    if (size >= worthSaving) await this.#packs.write(pack);
    // Too little for a pack, until there is more.
    else for (const [key, json] of pack) this.#unsaved.set(key, json);
  }

  #keyOf(source: readonly unknown[]): string {
    return createHash('sha1')
      .update(JSON.stringify([this.#build, ...source]))
      .digest('base64url');
  }
}

function packed(unsaved: string | (() => string)): string {
  return typeof unsaved === 'string' ? unsaved : unsaved();
}
