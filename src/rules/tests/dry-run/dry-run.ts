import type { CodeChange, Programs, SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { Showing } from './frameworks/record.ts';
import { Exhausted } from './value.ts';
import { byImport, World } from './world.ts';

/** A test whose outcome the change decides: with what was before it fails, and with what is now it does not. */
export interface Deciding {
  readonly path: string;
  readonly start: number;
  /** Where the functions begin that it runs, as `path:offset`. */
  readonly entered: ReadonlySet<string>;
}

/** One way to go through the tests; so many steps are gone through on each side for one test file, and for all of a change together. */
interface Pass {
  /** What is supposed of conditions that are not known. */
  readonly supposed: boolean | undefined;
  readonly ofFile: number;
  readonly ofAll: number;
}

/**
 * Tests that end because a condition is not known are gone through again with it supposed. Where they go another way than they would, they mostly
 * fail on both sides: that one fails before the change and holds after it is told by no chance.
 */
const passes: readonly Pass[] = [
  { supposed: undefined, ofFile: 1_200_000, ofAll: 2_400_000 },
  { supposed: false, ofFile: 300_000, ofAll: 600_000 },
  { supposed: true, ofFile: 300_000, ofAll: 600_000 },
];

/**
 * The older tests that come out otherwise because of the change, as far as going through the sources tells. Nothing is run.
 * @param tests those that are looked at, in this order
 * @param isEnough whether no more of them are needed
 */
export function decidingTests(
  change: CodeChange,
  tests: readonly SourceFile[],
  isEnough: (found: readonly Deciding[]) => boolean,
): readonly Deciding[] {
  if (!change.programs) return [];
  const sides = sidesOf(change, change.programs);
  const found: Deciding[] = [];
  const open = new Set(tests);
  for (const { supposed, ofFile, ofAll } of passes) {
    let left = ofAll;
    for (const test of open) {
      if (left <= 0 || isEnough(found)) break;
      const most = Math.min(left, ofFile);
      const [head, base] = [new World(sides.head, most, supposed), new World(sides.base, most, supposed)];
      const now = showingsOf(head, test);
      const before = now.length === 0 ? [] : showingsOf(base, test);
      const deciding = decided(now, before);
      found.push(...deciding);
      left -= 2 * most - head.machine.left - base.machine.left;
      if (deciding.length > 0 || !now.some(({ end }) => end.ended === 'unclear')) open.delete(test);
    }
  }
  return found;
}

interface Sides {
  readonly base: ReadonlyMap<string, SourceFile>;
  readonly head: ReadonlyMap<string, SourceFile>;
}

function sidesOf(change: CodeChange, { base, head, mains }: Programs): Sides {
  const filesWith = (files: readonly SourceFile[]): ReadonlyMap<string, SourceFile> => {
    const known = byImport([...files, ...change.tests]);
    for (const [key, path] of mains) {
      const main = files.find((each) => each.path === path);
      if (main) known.set(key, main);
    }
    return known;
  };
  return { base: filesWith(base), head: filesWith(head) };
}

function decided(now: readonly Showing[], before: readonly Showing[]): readonly Deciding[] {
  const others = new Map(keyed(before));
  return keyed(now).flatMap(([key, showing]) => {
    const other = others.get(key);
    return other && isDecided(showing, other) ? [{ path: showing.path, start: showing.start, entered: showing.entered }] : [];
  });
}

function showingsOf(world: World, test: SourceFile): readonly Showing[] {
  const { frameworks } = world;
  try {
    world.load(test);
    for (const declared of frameworks.declared) frameworks.run(declared);
  } catch (error) {
    // Code that calls itself without an end in a way that is not counted runs out of the thread's own stack.
    if (!(error instanceof Exhausted) && !(error instanceof RangeError)) throw error;
  }
  return frameworks.record.showings;
}

/** The place of a test, and how often it was come by: tests of a table share one. */
function keyed(showings: readonly Showing[]): readonly (readonly [string, Showing])[] {
  const counts = new Map<string, number>();
  return showings.map((showing) => {
    const place = `${showing.path}:${showing.start}`;
    const count = counts.get(place) ?? 0;
    counts.set(place, count + 1);
    return [`${place}#${count}`, showing];
  });
}

/** Where it fails now, something was not understood, or the test is out of date. */
function isDecided(now: Showing, before: Showing): boolean {
  if (now.end.ended === 'thrown' || [...now.outcomes.values()].includes('failed')) return false;
  if (before.end.ended === 'thrown' && now.end.ended === 'well') return true;
  return [...now.outcomes].some(([place, state]) => state === 'held' && before.outcomes.get(place) === 'failed');
}

/** Whether a test that decides runs a function. */
export function runs({ entered }: Deciding, { file, symbol }: SymbolAt): boolean {
  for (const place of entered) {
    const at = place.lastIndexOf(':');
    const offset = Number(place.slice(at + 1));
    if (place.slice(0, at) === file.path && symbol.range.start <= offset && offset < symbol.range.end) return true;
  }
  return false;
}
