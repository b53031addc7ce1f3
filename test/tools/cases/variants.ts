import { changedFunctions } from './changed-functions.ts';
import type { ChangedFunction } from './changed-functions.ts';
import type { CommitSide, TreeEdits } from './history.ts';
import type { ReadFile } from './read-commit.ts';
import { edited, repeated, showsError, skipped, sourceOf, touchedTests, withoutTest } from './test-edits.ts';
import type { PlacedTest, TouchedTests } from './test-edits.ts';

/** One form of a change: the base it starts from, where that is not the commit's parent, and what it comes to. */
export interface Variant {
  readonly name: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H';
  /** Of the commit's parent. */
  readonly base?: TreeEdits;
  /** Of the commit itself. */
  readonly head: TreeEdits;
  readonly expected: Readonly<Record<string, unknown>>;
}

export interface ChangeCase {
  readonly variants: readonly Variant[];
  readonly about: Readonly<Record<string, unknown>>;
}

/** What is no case: nobody could say of more what is tested. */
const most = { production: 6, functions: 8, tests: 46 };

/** The variants of a commit that changes both what code does and its tests; undefined for any other commit. */
export function changeCase(files: readonly ReadFile[]): ChangeCase | undefined {
  const production = files.filter(({ role, headCode }) => role === 'production' && headCode);
  const tests = touchedTests(files);
  const count = tests.added.length + tests.changed.length;
  if (production.length === 0 || production.length > most.production || count === 0 || count > most.tests) return undefined;
  const functions = changedFunctions(files);
  if (functions.length === 0 || functions.length > most.functions) return undefined;
  const taken = withoutTests(files);
  const flag = { quiet: false, b_class: classOf(functions), flagged_functions: functions };
  const quiet = { quiet: true, flagged_functions: [], allowed_functions: [] };
  return {
    variants: [
      { name: 'A', head: new Map(), expected: quiet },
      { name: 'B', head: taken, expected: flag },
      ...edgeVariants(tests, functions),
      { name: 'E', base: testsOfHead(files), head: new Map(), expected: quiet },
      ...decoyVariant(tests, functions, taken, flag),
      ...skippedVariant(tests, flag),
    ],
    about: {
      prod_files: production.map(({ path }) => path),
      test_files: files.filter(({ role }) => role === 'test').map(({ path }) => path),
      blocks_new: tests.added.map(({ title }) => title),
      blocks_changed: tests.changed.map(({ title }) => title),
    },
  };
}

function classOf(functions: readonly ChangedFunction[]): string {
  if (functions.some((each) => !each.new && each.added.length > 0)) return 'new-branch';
  return functions.some((each) => each.new) ? 'new-function' : 'modified-logic';
}

function testFiles(files: readonly ReadFile[]): readonly ReadFile[] {
  return files.filter(({ role }) => role === 'test');
}

/** Puts the tests back to what they were. */
function withoutTests(files: readonly ReadFile[]): TreeEdits {
  return new Map(testFiles(files).flatMap(({ base, head }) => moved(head, base)));
}

/** The parent's tree with the tests of the commit. */
function testsOfHead(files: readonly ReadFile[]): TreeEdits {
  return new Map(testFiles(files).flatMap(({ base, head }) => moved(base, head)));
}

function moved(from: CommitSide | undefined, to: CommitSide | undefined): readonly (readonly [string, CommitSide | undefined])[] {
  return [...(from ? [[from.path, undefined] as const] : []), ...(to ? [[to.path, to] as const] : [])];
}

type Expected = Variant['expected'];

/** Takes the added tests out that show an error, where a function has a new one and other tests of the commit stay. */
function edgeVariants(tests: TouchedTests, functions: readonly ChangedFunction[]): readonly Variant[] {
  const throwing = functions.filter(({ added }) => added.some(({ kind }) => kind === 'throw'));
  const dropped = tests.added.filter(showsError);
  const left = tests.added.length + tests.changed.length - dropped.length;
  const without = dropped.map(withoutTest);
  const head = edited(without);
  if (throwing.length === 0 || dropped.length === 0 || left === 0 || !head) return [];
  const expected = {
    quiet: false,
    edge: true,
    strength: 'strong',
    flagged_functions: throwing.map((each) => ({ ...each, level: 'must' })),
    dropped_tests: dropped.map(({ title }) => title),
  };
  const decoy = tests.kept.find((each) => showsError(each) && !functions.some(({ name }) => sourceOf(each).includes(name)));
  const withDecoy = decoy && edited([...without, repeated(decoy)]);
  return [
    { name: 'C', head, expected },
    ...(withDecoy ? [{ name: 'H' as const, head: withDecoy, expected: { ...expected, note: noteOf(decoy) } }] : []),
  ];
}

/** Repeats an old test, one that names a changed function where there is one. */
function decoyVariant(tests: TouchedTests, functions: readonly ChangedFunction[], taken: TreeEdits, flag: Expected): readonly Variant[] {
  const names = (each: PlacedTest): boolean => functions.some(({ name }) => sourceOf(each).includes(name));
  const decoy = tests.older.find(names) ?? tests.older[0];
  const texts = decoy && edited([repeated(decoy)]);
  if (!texts) return [];
  return [
    { name: 'F', head: new Map([...taken, ...texts]), expected: { ...flag, note: noteOf(decoy), decoy_names_function: names(decoy) } },
  ];
}

function noteOf(decoy: PlacedTest): string {
  return `decoy: existing test '${decoy.title}' repeated under a new name`;
}

/** Skips all that was added or changed. */
function skippedVariant({ added, changed }: TouchedTests, flag: Expected): readonly Variant[] {
  const touched = [...added, ...changed];
  const head = edited(touched.map(skipped));
  return head ? [{ name: 'G', head, expected: { ...flag, flagged_tests: [...new Set(touched.map(({ code }) => code.path))] } }] : [];
}
