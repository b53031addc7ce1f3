import { remembered } from '../base/remembered.ts';

const scripts = /\.[cm]?[jt]sx?$/;
const ofScript = /[.-](?:test|spec)\.[cm]?[jt]sx?$/;
const ofJava = /(?:Tests?|TestCase|IT|Spec)\.java$|\/Test[A-Z][^/]*\.java$/;

/** What stands among tests and is none: what they work with. */
const support =
  /(?:^|\/)(?:__mocks__|__fixtures__|__snapshots__|fixtures?|mocks?|helpers?|support|utils?|testutils?|test-utils|testfixtures|types|resources)\/|(?:^|\/)(?:setup|index|helpers?|utils?|globals?|types|support|runner)(?:\.d)?\.[cm]?[jt]sx?$|\.(?:d|test-d|bench|e2e|cy)\.[cm]?ts$/i;

/** The paths of test files of the same kind of language, the one nearest in the tree first: by the folders that both share, then by those that it has beyond them. */
export function nearestTests(path: string, testPaths: readonly string[]): readonly string[] {
  const folders = foldersOf(path);
  return (path.endsWith('.java') ? javaTests(testPaths) : scriptTests(testPaths))
    .map((each) => ({ path: each.path, distance: distanceOf(folders, each.folders) }))
    .sort((a, b) => a.distance - b.distance || (a.path < b.path ? -1 : 1))
    .map((each) => each.path);
}

const javaTests = remembered((testPaths: readonly string[]) => testPaths.filter((each) => ofJava.test(each)).map(placeOf));

/** Where tests have a name of their own, other files of their folders are none. */
const scriptTests = remembered((testPaths: readonly string[]) => {
  const candidates = testPaths.filter((each) => scripts.test(each) && !support.test(each));
  const named = candidates.filter((each) => ofScript.test(each));
  return (named.length > 0 ? named : candidates).map(placeOf);
});

/** Whether two paths are not in different packages or parts of a repository. What only parts tests from sources says nothing of it. */
export function areInSamePart(one: string, other: string): boolean {
  const [first] = foldersOf(one);
  const [second] = foldersOf(other);
  return first === undefined || second === undefined || first === second;
}

function placeOf(path: string): { readonly path: string; readonly folders: readonly string[] } {
  return { path, folders: foldersOf(path) };
}

/** The folders of a path; what only parts tests from sources says nothing of where it is. */
function foldersOf(path: string): readonly string[] {
  return path
    .split('/')
    .slice(0, -1)
    .filter((each) => !/^(?:src|lib|source|main|tests?|__tests__|specs?|unit)$/.test(each));
}

/** Steps up from one folder to the first that both are in, counted more than those down to the other. */
function distanceOf(from: readonly string[], to: readonly string[]): number {
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return 2 * (from.length - shared) + (to.length - shared);
}
