import { Memo } from '../../../base/memo.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { visitsOf, type CodeNode } from '../../../code/walk.ts';
import { callSitesIn } from './call-sites.ts';
import { isCallOf } from './called-function.ts';
import { mentions } from './mentions.ts';
import { importsFrom, isInFolderOf, stemOf } from './near.ts';
import { isAnswered, requestsIn, type Route } from './routes.ts';
import { isCalledIn, type TestCase } from './test-index.ts';

/** A test that is tied to a function: it calls it, it calls a caller of it, or it only deals with its file. */
export interface LinkedTest {
  readonly test: TestCase;
  readonly link: 'call' | 'caller' | 'file';
}

/** A function by which tests can get to another. */
export interface Entry {
  readonly at: SymbolAt;
  readonly name: string;
  readonly routes: readonly Route[];
  readonly isItself: boolean;
  readonly isDistinct: boolean;
}

/** A review that follows an editor asks about the same functions and tests at every save. */
const known = new Memo<TestCase, TestsOfFile>();

/** The cases of one file are read together. */
export function testsOfFile(tests: readonly TestCase[]): TestsOfFile | undefined {
  const [first] = tests;
  if (!first) return undefined;
  const those = known.get(first) ?? new TestsOfFile(first.file, tests);
  known.set(first, those);
  return those;
}

/** The tests of one file by what they name. */
export class TestsOfFile {
  /** The file and those whose types inherit its tests. */
  readonly #files: readonly SourceFile[];
  readonly #tests: readonly TestCase[];
  readonly #byName: ReadonlyMap<string, readonly TestCase[]>;
  /** Those that ask for a path. */
  readonly #asking: readonly TestCase[];
  readonly #linked = new WeakMap<readonly Entry[], { readonly isNear: boolean; readonly tests: readonly LinkedTest[] }>();

  constructor(file: SourceFile, tests: readonly TestCase[]) {
    const byName = new Map<string, TestCase[]>();
    for (const test of tests) {
      for (const name of test.names) {
        const others = byName.get(name);
        if (others) others.push(test);
        else byName.set(name, [test]);
      }
    }
    this.#files = [file, ...(tests[0]?.heirs ?? [])];
    this.#tests = tests;
    this.#byName = byName;
    this.#asking = tests.filter(({ names }) => [...names].some((name) => name.startsWith('/')));
  }

  /** What its tests call, make and ask for. */
  get names(): Iterable<string> {
    return this.#byName.keys();
  }

  get asksForPaths(): boolean {
    return this.#asking.length > 0;
  }

  /** Whether the file, or one that inherits its tests, says a name somewhere. */
  mentions(name: string): boolean {
    return this.#files.some((file) => mentions(file, name));
  }

  /** Whether the file is called after another one, or imports it. */
  isAbout(file: SourceFile): boolean {
    const stem = stemOf(file.path);
    return this.#files.some((each) => stemOf(each.path).includes(stem) || isInFolderOf(each.path, stem) || importsFrom(each, file));
  }

  /**
   * @param owners the names of the types around the function
   * @param isNear whether the file is about that of the function, or mentions one of the owners
   * @param used those of the entries that the file names, or that requests arrive at
   */
  linkedTo(entries: readonly Entry[], owners: readonly string[], isNear: boolean, used: () => readonly Entry[]): readonly LinkedTest[] {
    const before = this.#linked.get(entries);
    if (before?.isNear === isNear) return before.tests;
    const tests = this.#find(used(), new Set(isNear ? this.#tests : owners.flatMap((name) => this.#byName.get(name) ?? [])));
    // Nearly all files have none, which is found out as soon as it would be remembered, and in a large change there are millions of them.
    if (tests.length > 0) this.#linked.set(entries, { isNear, tests });
    return tests;
  }

  #find(entries: readonly Entry[], near: ReadonlySet<TestCase>): readonly LinkedTest[] {
    const calling = entries.flatMap(({ name, isItself, isDistinct }) => {
      const users = this.#byName.get(name) ?? [];
      return isDistinct ? users : isItself ? users.filter((test) => isAbout(test, name)) : [];
    });
    const candidates = new Set([...near, ...calling, ...(entries.some(({ routes }) => routes.length > 0) ? this.#asking : [])]);
    if (candidates.size === 0) return noLinks;
    const found = new Map<TestCase, LinkedTest['link']>([...near].map((test) => [test, 'file']));
    for (const entry of entries) {
      // A test that does not say the name gets there by a route alone.
      for (const test of entry.routes.length > 0 ? candidates : (this.#byName.get(entry.name) ?? [])) {
        if (!candidates.has(test) || found.get(test) === 'call' || !reaches(test, near.has(test), entry)) continue;
        found.set(test, entry.isItself ? 'call' : 'caller');
      }
    }
    return this.#tests.flatMap((test): LinkedTest[] => {
      const link = found.get(test);
      return link ? [linked(test, link)] : [];
    });
  }
}

const noLinks: readonly LinkedTest[] = [];
const links = new WeakMap<TestCase, Map<LinkedTest['link'], LinkedTest>>();

/** The same object for all functions that a test is tied to in one way. */
function linked(test: TestCase, link: LinkedTest['link']): LinkedTest {
  const ofTest = links.get(test) ?? new Map<LinkedTest['link'], LinkedTest>();
  links.set(test, ofTest);
  const known = ofTest.get(link) ?? { test, link };
  ofTest.set(link, known);
  return known;
}

/** A test that says a name in its titles or is in a file called after it: `describe('res.cookie()')`, `res.cookie.js`. */
function isAbout(test: TestCase, name: string): boolean {
  const said = `${test.test.titles.join('\n')}\n${test.file.path.slice(test.file.path.lastIndexOf('/') + 1)}`;
  if (name.length < 4 || !said.includes(name)) return false;
  const word = new RegExp(`(?<![\\w$])${name.replace(/[^\w]/g, '\\$&')}(?![\\w$])`);
  return word.test(said);
}

function reaches(test: TestCase, isNear: boolean, { at, name, routes, isItself, isDistinct }: Entry): boolean {
  if (routes.length > 0 && test.codes.some((code) => requestsIn(code).some((asked) => routes.some((route) => isAnswered(asked, route)))))
    return true;
  if (!test.names.has(name)) return false;
  const isMeant = isNear || isDistinct || (isItself && isAbout(test, name));
  if (!isCalledIn(test, name)) return at.file.facts?.language !== 'java' && isMeant && isUsedAsIs(test, at.symbol);
  return test.codes.some((code) =>
    callSitesIn(code)
      .get(name)
      ?.some((site) => {
        const certainty = isCallOf(site, at);
        return certainty === 'yes' || (certainty === 'maybe' && isMeant);
      }),
  );
}

/** A property is read or set; what else is handed on by name is called by others. */
function isUsedAsIs({ codes }: TestCase, { name, modifiers }: SymbolFact): boolean {
  const isSetter = modifiers.includes('setter');
  if (!isSetter && !modifiers.includes('getter')) return true;
  return codes.some(({ code }) =>
    visitsOf(code, 'member').some(({ node, parent }) => node.name === name && isSetter === isTarget(node, parent?.node)),
  );
}

function isTarget(node: CodeNode, parent: CodeNode | undefined): boolean {
  return parent?.kind === 'assignment' && parent.target === node;
}
