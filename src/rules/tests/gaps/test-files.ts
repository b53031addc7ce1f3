import { Memo } from '../../../base/memo.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import { enclosing } from '../../code-in-file.ts';
import type { Entry, LinkedTest, TestsOfFile } from './tests-of-file.ts';

/** Places in the list of test files, in order. */
type Places = readonly number[];

/** An answer for all test files, and how one of them alone would be asked. */
interface Answer {
  readonly places: Places;
  readonly isTrueOf: (file: TestsOfFile) => boolean;
}

/** All test files of a review, looked up by what they say: to try each for each function would cost the product of both. */
export class TestFiles {
  readonly #files: readonly TestsOfFile[];
  readonly #byName = new Map<string, number[]>();
  readonly #asking: Places;
  /** By the name that a file mentions, or the path of the file that it is about. */
  readonly #answers = new Map<string, Answer>();
  readonly #linked = new WeakMap<readonly Entry[], readonly LinkedTest[]>();

  /** @param before what was known of nearly the same files: only those that differ are asked again */
  constructor(files: readonly TestsOfFile[], before?: TestFiles) {
    this.#files = files;
    for (const [place, file] of files.entries()) {
      for (const name of file.names) {
        const others = this.#byName.get(name);
        if (others) others.push(place);
        else this.#byName.set(name, [place]);
      }
    }
    this.#asking = this.#placesOf((file) => file.asksForPaths);
    if (before && before.#files.length === files.length) this.#takeOver(before);
  }

  isOf(files: readonly TestsOfFile[]): boolean {
    return files.length === this.#files.length && files.every((file, place) => file === this.#files[place]);
  }

  /** The tests that are tied to a function by one of its entries, in their order. */
  linkedTo(at: SymbolAt, entries: readonly Entry[]): readonly LinkedTest[] {
    const known = this.#linked.get(entries) ?? this.#find(at, entries);
    this.#linked.set(entries, known);
    return known;
  }

  #find(at: SymbolAt, entries: readonly Entry[]): readonly LinkedTest[] {
    const owners = ownersOf(at);
    const near = new Set([...this.#about(at.file), ...owners.flatMap((name) => this.#mentioning(name))]);
    const others = owners.flatMap((name) => this.#byName.get(name) ?? []);
    const named = this.#naming(entries);
    const routed = entries.filter(({ routes }) => routes.length > 0);
    const asking = routed.length > 0 ? this.#asking : [];
    const places = [...new Set([...near, ...others, ...named.keys(), ...asking])].sort((a, b) => a - b);
    const usedAt = (place: number): readonly Entry[] => [...new Set([...(named.get(place) ?? []), ...routed])];
    return places.flatMap((place) => this.#files[place]?.linkedTo(entries, owners, near.has(place), () => usedAt(place)) ?? []);
  }

  /** Which of the entries each file names. */
  #naming(entries: readonly Entry[]): ReadonlyMap<number, readonly Entry[]> {
    const named = new Map<number, Entry[]>();
    for (const entry of entries) {
      for (const place of this.#byName.get(entry.name) ?? []) {
        const others = named.get(place);
        if (others) others.push(entry);
        else named.set(place, [entry]);
      }
    }
    return named;
  }

  #about(file: SourceFile): Places {
    return this.#answer(`about ${file.path}`, (each) => each.isAbout(file));
  }

  #mentioning(name: string): Places {
    return this.#answer(`mentions ${name}`, (each) => each.mentions(name));
  }

  #answer(question: string, isTrueOf: Answer['isTrueOf']): Places {
    const known = this.#answers.get(question);
    if (known) return known.places;
    const places = this.#placesOf(isTrueOf);
    this.#answers.set(question, { places, isTrueOf });
    return places;
  }

  #placesOf(isTrueOf: Answer['isTrueOf']): Places {
    return [...this.#files.entries()].flatMap(([place, file]) => (isTrueOf(file) ? [place] : []));
  }

  #takeOver(before: TestFiles): void {
    const same = new Set(before.#files);
    const others = [...this.#files.entries()].filter(([, file]) => !same.has(file));
    const otherPlaces = new Set(others.map(([place]) => place));
    for (const [question, { places, isTrueOf }] of before.#answers) {
      const now = others.flatMap(([place, file]) => (isTrueOf(file) ? [place] : []));
      const kept = places.filter((place) => !otherPlaces.has(place));
      this.#answers.set(question, { places: now.length > 0 ? [...kept, ...now].sort((a, b) => a - b) : kept, isTrueOf });
    }
  }
}

const known = new Memo<TestsOfFile, TestFiles>();

/** A review that follows an editor asks about nearly the same files at every save. */
export function testFiles(files: readonly TestsOfFile[]): TestFiles {
  const [first] = files;
  if (!first) return new TestFiles(files);
  const before = known.get(first);
  const found = before?.isOf(files) ? before : new TestFiles(files, before);
  known.set(first, found);
  return found;
}

function ownersOf({ file, symbol }: SymbolAt): string[] {
  return file.facts ? enclosing(symbol, file.facts).map(({ name }) => name) : [];
}
