import { remembered } from '../base/remembered.ts';
import type { Notice } from '../base/notice.ts';
import type { ChangeSet, FileChange, Snapshot, TreeReader } from '../change/change-set.ts';
import type { ChangedFile, SourceFile, SymbolChange } from '../code/code-change.ts';
import type { SymbolFact } from '../code/facts.ts';
import { isTestOfTypes } from '../code/file-role.ts';
import { broughtWords } from '../code/brought-words.ts';
import { pathsLeanedOn } from '../code/leaned-on.ts';
import { nearestTests } from '../code/nearest-tests.ts';
import { languageOf } from '../languages/languages.ts';
import type { WholeFiles } from './whole-files.ts';
import { isPackageManifest } from '../code/package-manifest.ts';
import { isModuleItself, moduleName } from '../code/module-name.ts';
import { likelyNames } from './likely-names.ts';
import type { WordSearch } from './word-search.ts';

/** Names that are looked for at most: more would find nearly every test. */
const mostNames = 60;
/** Reading tests may cost a part of what reading the change costs: a large one up to some size, a small one beyond it; and something where the change is small. In UTF-16 units. */
const budget = { share: 0.2, upTo: 800_000, beyond: 0.04, least: 400_000 };

/** Unchanged files that are read at most, and so many at a time. */
const [mostFiles, readTogether] = [60, 20];
/** In UTF-16 units. */
const shortFile = 2_000;

export interface RelatedTests {
  readonly tests: readonly SourceFile[];
  /** Where no related test is written in the language of a changed file: the test nearest to it. */
  readonly testSamples: readonly SourceFile[];
  readonly testsNotRead: number;
  readonly testPaths: readonly string[];
  readonly packageFolders: readonly string[];
  readonly notices: readonly Notice[];
}

export const noTests: RelatedTests = { tests: [], testSamples: [], testsNotRead: 0, testPaths: [], packageFolders: [], notices: [] };

/** Has git list the tree and search it while this thread parses. Which names the change touches is not known yet: the likely ones are looked for. */
export function searchAhead(changeSet: ChangeSet, files: readonly FileChange[], search: WordSearch): void {
  // Whoever asks again gets the same list, or its error.
  changeSet.trees.head.paths().catch(() => undefined);
  search.start(likelyNames(files).slice(0, mostNames));
}

/** The test files at head that are part of the change or name a production symbol that it touches, with all their bodies. */
export async function relatedTests(
  changeSet: ChangeSet,
  files: readonly ChangedFile[],
  symbols: readonly SymbolChange[],
  whole: WholeFiles,
  search: WordSearch,
): Promise<RelatedTests> {
  const changed = files.flatMap(({ head }) => (head?.role === 'test' && head.facts ? [head] : []));
  const names = changedNames(symbols);
  if (symbols.length === 0 && changed.length === 0) return noTests;
  const tree = changeSet.trees.head;
  search.start(names.slice(0, mostNames));
  const paths = await tree.paths();
  const testPaths = testsAmong(paths);
  const room = new Room(files);
  const fitting = new Set(shortestFirst(changed).filter(({ text }) => room.take(text.length)));
  const wholeTests = await whole.read(changed.filter((file) => fitting.has(file)));
  const known = new Set(files.map(({ path }) => path));
  const found = await mentioning(search, testPaths, names, subjectsOf(symbols));
  const calling = found.length > 0 ? found : await callingMembers(search, symbols);
  const isAsked = calling.length === 0 && changed.length === 0;
  const others = (isAsked ? besideScripts(symbols, testPaths) : calling).filter((path) => !known.has(path));
  const chosen = await readInto(room, others.slice(0, mostFiles), tree);
  const named = [...wholeTests, ...(await whole.read(chosen))];
  const tests = [...named, ...(await leanedOn(named, testPaths, { room, tree, whole }))];
  return {
    tests: [...tests, ...changed.filter((file) => !fitting.has(file))].sort((a, b) => (a.path < b.path ? -1 : 1)),
    testSamples: await whole.read(await samplesFor(symbols, tests, testPaths, tree)),
    testsNotRead: others.length - chosen.length,
    testPaths,
    packageFolders: packagesAmong(paths),
    notices: [...longTests(changed.length - fitting.size), ...testsCut(others.length - chosen.length, named.length, names.length)],
  };
}

/** Files of tests that others lean on: that many are read at most. */
const mostLeanedOn = 12;

/** What the tests inherit and import from other files of tests, as far as there is room. */
async function leanedOn(
  tests: readonly SourceFile[],
  testPaths: readonly string[],
  { room, tree, whole }: { readonly room: Room; readonly tree: TreeReader; readonly whole: WholeFiles },
): Promise<readonly SourceFile[]> {
  const known = new Set(tests.map(({ path }) => path));
  const found: SourceFile[] = [];
  for (let pending = tests; pending.length > 0 && found.length < mostLeanedOn;) {
    const paths = [...new Set(pending.flatMap((each) => pathsLeanedOn(each, testPaths)))].filter((path) => !known.has(path));
    for (const path of paths) known.add(path);
    pending = paths.length === 0 ? [] : await whole.read(await readInto(room, paths.slice(0, mostLeanedOn - found.length), tree));
    found.push(...pending);
  }
  return found;
}

/** In UTF-16 units: to see how tests are written takes no long file. */
const longestSample = 100_000;

/** How many of the nearest tests are looked at for a sample. */
const mostSamples = 3;

async function samplesFor(
  symbols: readonly SymbolChange[],
  tests: readonly SourceFile[],
  testPaths: readonly string[],
  tree: TreeReader,
): Promise<readonly Snapshot[]> {
  const known = new Set(tests.flatMap(({ path, facts }) => (facts?.tests.length ? [languageOf(path)?.adapter] : [])));
  const changed = symbols.flatMap((each) => (each.kind !== 'removed' && each.head.file.role === 'production' ? [each.head.file.path] : []));
  const path = changed.find((each) => !known.has(languageOf(each)?.adapter));
  if (path === undefined) return [];
  const read = await tree.read(nearestTests(path, testPaths).slice(0, mostSamples));
  return [...read.values()].filter(({ text }) => (text?.length ?? 0) < longestSample);
}

/** Of a long file that does not fit what the change touches is known all the same. */
function shortestFirst(tests: readonly SourceFile[]): readonly SourceFile[] {
  return tests.toSorted((one, other) => one.text.length - other.text.length);
}

/** The files in their order, as far as there is room for them. */
async function readInto(room: Room, paths: readonly string[], tree: TreeReader): Promise<readonly Snapshot[]> {
  const chosen: Snapshot[] = [];
  for (let at = 0; at < paths.length && room.isOpen; at += readTogether) {
    const wanted = paths.slice(at, at + readTogether);
    const read = inOrderOf(wanted, [...(await tree.read(wanted)).values()]);
    chosen.push(...read.filter(({ text }) => room.take(text?.length ?? 0)));
  }
  return chosen;
}

/** How much more may be read. */
class Room {
  #left: number;

  constructor(files: readonly ChangedFile[]) {
    const size = files.reduce((sum, { base, head }) => sum + (base?.text.length ?? 0) + (head?.text.length ?? 0), 0);
    this.#left = Math.max(budget.least, Math.min(size * budget.share, budget.upTo), size * budget.beyond);
  }

  /** Whether there is room for a short file. */
  get isOpen(): boolean {
    return this.#left > shortFile;
  }

  take(length: number): boolean {
    if (length > this.#left) return false;
    this.#left -= length;
    return true;
  }
}

/** The outermost declarations that the change touches, as a test that calls their members mostly names them too; then the members that hardly anything else is called like. */
function changedNames(symbols: readonly SymbolChange[]): string[] {
  const names = new Set<string>();
  const members = new Set<string>();
  for (const change of symbols) {
    if (change.kind === 'removed') continue;
    const { file, symbol } = change.head;
    const declared = outermost(symbol, file).name;
    const name = isModuleItself(declared) ? moduleName(file.path) : declared;
    if (file.role !== 'production' || symbol.parent === undefined) continue;
    if (name.length > 2) names.add(name);
    if (isCalledFromOutside(symbol)) members.add(symbol.name);
  }
  const further = [...members, ...broughtWords(symbols)].filter((name) => !names.has(name));
  return [...[...names].sort(), ...[...new Set(further)].sort()];
}

function isCalledFromOutside({ kind, name, visibility, modifiers }: SymbolFact): boolean {
  return kind === 'method' && visibility !== 'private' && !modifiers.includes('implicit') && /^.{11,}$|^[a-z]{3,}[A-Z]/.test(name);
}

function outermost(symbol: SymbolFact, file: SourceFile): SymbolFact {
  let at = symbol;
  for (let up = at.parent; up !== undefined && up !== 0; up = at.parent) at = file.facts?.symbols[up] ?? at;
  return at;
}

/** Those that are called after a changed name or file first, then those that mention most of them. */
async function mentioning(
  search: WordSearch,
  testPaths: readonly string[],
  names: readonly string[],
  subjects: readonly string[],
): Promise<string[]> {
  const folded = new Set([...subjects, ...names.map((name) => name.toLowerCase())]);
  const about = subjectsIn(testPaths);
  const named = testPaths.filter((path) => about.get(path)?.some((subject) => folded.has(subject)));
  const found = names.length === 0 ? [] : await search.find(names.slice(0, mostNames));
  return [...new Set([...named, ...found.filter(isTest)])];
}

/** Where no test is called after what changed or names it: those nearest to it that say the names of its functions, which may be short. */
async function callingMembers(search: WordSearch, symbols: readonly SymbolChange[]): Promise<string[]> {
  const changed = symbols.flatMap((each) => (each.kind !== 'removed' && each.head.file.role === 'production' ? [each.head] : []));
  const names = changed.flatMap(({ symbol: { kind, name, visibility } }) =>
    callables.test(kind) && visibility !== 'private' && /^\w{4,}$/.test(name) ? [name] : [],
  );
  const [first] = changed;
  if (!first || names.length === 0) return [];
  const found = (await search.find(names.slice(0, mostNames))).filter(isTest);
  return [...new Set([...nearestTests(first.file.path, found), ...found])].slice(0, mostByMember);
}

/** Where no test says any name of a script that changed, those nearest to it may get there by what the package gives out. */
function besideScripts(symbols: readonly SymbolChange[], testPaths: readonly string[]): readonly string[] {
  const changed = symbols.flatMap((each) => (each.kind !== 'removed' && each.head.file.role === 'production' ? [each.head.file] : []));
  const script = changed.find(({ facts }) => facts !== undefined && facts.language !== 'java');
  return script ? nearestTests(script.path, testPaths).slice(0, mostBeside) : [];
}

/** The rule's page says so, and how many are read by the names of members. */
const mostBeside = 16;

const callables = /^(?:function|method)$/;
/** Short names are many things' names. */
const mostByMember = 12;

/** What the changed production files are called. */
function subjectsOf(symbols: readonly SymbolChange[]): readonly string[] {
  return symbols.flatMap((change) =>
    change.kind !== 'removed' && change.head.file.role === 'production' ? [subjectOf(change.head.file.path)] : [],
  );
}

/** `src/test/java/a/OrderServiceTests.java`, `src/order-service.test.ts` and `order_service-spec.js` are about `orderservice`. */
function subjectOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\..*/su, '');
  return name
    .replace(/^(?:Test(?=[A-Z])|tests?[-_])|(?:Tests?|IT|TestCase|Spec|[-_](?:tests?|specs?))$/gu, '')
    .replace(/[-_]/gu, '')
    .toLowerCase();
}

/** `__tests__/application/index.js` is about `application`, too. */
function folderOf(path: string): string {
  const folders = path.split('/');
  return path.endsWith('.java') ? '' : subjectOf(folders.at(-2) ?? '');
}

const testsAmong = remembered((paths: readonly string[]) => paths.filter(isTest));
const packagesAmong = remembered((paths: readonly string[]) =>
  paths.filter(isPackageManifest).map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))),
);
const subjectsIn = remembered(
  (paths: readonly string[]) => new Map(paths.map((path) => [path, [subjectOf(path), folderOf(path)] as const])),
);

/** By the path alone: what is in the file is not known yet. What is about types shows no behaviour. */
function isTest(path: string): boolean {
  return !isTestOfTypes(path) && languageOf(path)?.adapter.role(path, '') === 'test';
}

function inOrderOf(paths: readonly string[], snapshots: readonly Snapshot[]): Snapshot[] {
  const byPath = new Map(snapshots.map((snapshot) => [snapshot.path, snapshot]));
  return paths.flatMap((path) => byPath.get(path) ?? []);
}

function longTests(count: number): readonly Notice[] {
  if (count === 0) return [];
  const files = count === 1 ? 'One test file of the change is' : `${count} test files of the change are`;
  return [
    {
      id: 'long-tests-cut',
      message: `${files} too long to be read as a whole: what the change does not touch there was not compared.`,
      remedy: 'Split long test files.',
      incomplete: false,
    },
  ];
}

/** Only of use beside findings that say that something has no test. */
export const testsCutId = 'related-tests-cut';

function testsCut(cut: number, read: number, names: number): readonly Notice[] {
  const messages = [
    ...(cut > 0
      ? [
          `${cut} of ${read + cut} test files that may concern the change ${cut === 1 ? 'was' : 'were'} not read: what is said to have no test may have one there.`,
        ]
      : []),
    ...(names > mostNames ? [`The change touches ${names} declarations; tests were searched for the names of ${mostNames} of them.`] : []),
  ];
  if (messages.length === 0) return [];
  const remedy = 'Review smaller changes to have all of them looked at.';
  return [{ id: testsCutId, message: messages.join(' '), remedy, incomplete: false }];
}
