import { createHash } from 'node:crypto';
import type { FileFacts } from '../../code/facts.ts';
import type { ModuleFacts, Touched } from '../../code/language.ts';
import type { FactCache } from './fact-cache.ts';
import { packFacts, packReading, unpackFacts, unpackReading } from './packed-reading.ts';
import type { FileReading, ReadingTask } from './reading.ts';

/** What was read before, by what it was read from. */
export class KeptFacts {
  readonly #cache: FactCache;

  constructor(cache: FactCache) {
    this.#cache = cache;
  }

  reading(task: ReadingTask): Promise<FileReading | undefined> {
    return this.#cache.recall(sourceOf(task), unpackReading);
  }

  /**
   * A reading with notices is not kept: what went wrong may go right the next time. Nor is one that passes.
   * @param packed the reading, where it is packed already
   */
  keepReading(task: ReadingTask, reading: FileReading, packed?: string): void {
    if (!task.isPassing && reading.notices.length === 0) this.#cache.keep(sourceOf(task), packed ?? (() => packReading(reading)));
  }

  /** The facts of one text, from the cache or else by `read`. */
  facts(path: string, text: string, touched: Touched, read: () => Promise<FileFacts | undefined>): Promise<FileFacts | undefined> {
    return this.#recallOr(['facts', path, digest(text), touched], { pack: packFacts, unpack: unpackFacts }, read);
  }

  /** What a text is as a module, from the cache or else by `read`. */
  module(path: string, text: string, read: () => Promise<ModuleFacts | undefined>): Promise<ModuleFacts | undefined> {
    return this.#recallOr(['module', path, digest(text)], { pack: JSON.stringify, unpack: JSON.parse }, read);
  }

  save(): Promise<void> {
    return this.#cache.save();
  }

  async #recallOr<Facts>(
    source: readonly unknown[],
    { pack, unpack }: { readonly pack: (facts: Facts) => string; readonly unpack: (json: string) => Facts },
    read: () => Promise<Facts | undefined>,
  ): Promise<Facts | undefined> {
    const known = await this.#cache.recall(source, unpack);
    if (known !== undefined) return known;
    const facts = await read();
    if (facts !== undefined) this.#cache.keep(source, () => pack(facts));
    return facts;
  }
}

function sourceOf({ change, everything, queries }: ReadingTask): readonly unknown[] {
  const { base, head, kind } = change;
  const sides = kind === 'copied' ? [head] : [base, head];
  return [everything, queries ?? [], kind === 'copied', ...sides.flatMap((side) => [side?.path, side?.blob, side?.text === undefined])];
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}
