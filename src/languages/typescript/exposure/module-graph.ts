import type { TreeReader } from '../../../change/change-set.ts';
import type { FileFacts } from '../../../code/facts.ts';
import type { ModuleFacts, ReadModule } from '../../../code/language.ts';

/** What a module takes from and hands on to others. */
export type Handing = Pick<ModuleFacts, 'imports' | 'exports'>;

/** A module that hands on nothing of others need not be read: only the changed files' own exports count. */
const handsOn =
  /\bexport\s{0,20}(?:type\s{0,20})?[*{]|\bexport\s{1,20}default\s{1,20}[\w$]{1,200}\s{0,20}(?:;|$)|\bexport\s{0,20}=|\bexport\s{1,20}import\b|\bexports\b/m;

/** Facts of the files on the way from the entry points: read in batches, each once. */
export class ModuleGraph {
  readonly #facts: Map<string, Handing | undefined>;
  readonly #tree: TreeReader;
  readonly #read: ReadModule;

  constructor(changed: readonly FileFacts[], tree: TreeReader, read: ReadModule) {
    this.#facts = new Map(changed.map((facts) => [facts.path, facts]));
    this.#tree = tree;
    this.#read = read;
  }

  /** How many files were looked at. */
  get size(): number {
    return this.#facts.size;
  }

  facts(path: string): Handing | undefined {
    return this.#facts.get(path);
  }

  /** Makes the facts of these files known, as far as they hand on what others declare. */
  async load(paths: readonly string[]): Promise<void> {
    const wanted = paths.filter((path) => !this.#facts.has(path));
    if (wanted.length === 0) return;
    const snapshots = await this.#tree.read(wanted);
    for (const path of wanted) {
      const text = snapshots.get(path)?.text;
      this.#facts.set(path, text !== undefined && handsOn.test(text) ? await this.#read(path, text) : undefined);
    }
  }
}
