import { rememberedByName } from '../../../base/remembered.ts';
import { nearestTests } from '../../../code/nearest-tests.ts';

/** Where the tests of a file go that has none: as the repository places and names the tests of its neighbours. Undefined where no custom is known. */
export function newTestPath(production: string, testPaths: readonly string[]): string | undefined {
  return pathAmong(testPaths, production);
}

const pathAmong = rememberedByName((testPaths: readonly string[], production): string | undefined => {
  const path = production.endsWith('.java') ? javaPath(production, testPaths) : scriptPath(production, testPaths);
  return path !== undefined && !testPaths.includes(path) && path !== production ? path : undefined;
});

/** `src/main/java/a/Cart.java` → `src/test/java/a/CartTest.java`. */
function javaPath(production: string, testPaths: readonly string[]): string | undefined {
  const [, before, packages = '', name = ''] = /^(.*?\bsrc\/)main(\/java\/(?:.*\/)?)([^/]+)\.java$/.exec(production) ?? [];
  const near = nearestTests(production, testPaths).slice(0, mostNeighbours);
  if (before === undefined || near.length === 0) return undefined;
  const suffix = mostFrequent(near.map((each) => /(Tests?|TestCase)\.java$/.exec(each)?.[1]).filter((each) => each !== undefined));
  return suffix === undefined ? undefined : `${before}test${packages}${name}${suffix}.java`;
}

/** How many of the nearest tests are asked for their custom. */
const mostNeighbours = 20;

function scriptPath(production: string, testPaths: readonly string[]): string | undefined {
  const at = production.lastIndexOf('/') + 1;
  const [folder, file] = [production.slice(0, at).replace(/\/$/, ''), production.slice(at)];
  const stem = file.replace(/\.[cm]?[jt]sx?$/, '');
  const like = nearestTests(production, testPaths).find((each) => folderLike(each, folder, testPaths) !== undefined);
  if (like === undefined || stem === '' || stem === 'index') return undefined;
  const [, mark = '', suffix = ''] = /((?:[._-](?:test|spec)|(?<=[a-z\d])(?:Spec|Test))?)(\.[cm]?[jt]sx?)$/.exec(like) ?? [];
  const where = folderLike(like, folder, testPaths) ?? '';
  return `${where === '' ? '' : `${where}/`}${stem}${mark}${suffixFor(suffix, file)}`;
}

/** A component is tested in a file that may hold elements, and nothing else is. */
function suffixFor(suffix: string, file: string): string {
  if (!suffix.endsWith('sx') || file.endsWith('sx')) return suffix;
  return suffix.slice(0, -1);
}

const testFolder = /^(?:__tests__|tests?|specs?)$/;

/** The folder for tests of a folder, as another test has it; undefined where that test says nothing about it. */
function folderLike(test: string, folder: string, testPaths: readonly string[]): string | undefined {
  const folders = test.split('/').slice(0, -1);
  const at = folders.findIndex((each) => testFolder.test(each));
  if (at === -1) return folder;
  if (folders[at] === '__tests__' && at > 0 && at === folders.length - 1) return joined(folder, '__tests__');
  const prefix = folders.slice(0, at).join('/');
  if (prefix !== '' && folder !== prefix && !folder.startsWith(`${prefix}/`)) return undefined;
  const under = prefix === '' ? folder : folder.slice(prefix.length + 1);
  return below(joined(prefix, folders[at] ?? ''), under, testPaths);
}

/** The folder below `test` that mirrors one below the sources, with or without a step such as `unit` between. */
function below(root: string, folder: string, testPaths: readonly string[]): string {
  const rest = folder.replace(/^(?:src|lib|source|app)(?=\/|$)\/?/, '');
  const roots = [root, joined(root, 'unit'), joined(root, 'src'), joined(root, 'lib')];
  const isUsed = (each: string): boolean => testPaths.some((path) => path.startsWith(`${each}/`));
  const holdsTests = (each: string): boolean => testPaths.some((path) => path.slice(0, path.lastIndexOf('/')) === each);
  const mirrored = roots.map((each) => joined(each, rest)).filter((each) => each !== root && isUsed(each));
  if (rest !== '' && mirrored[0] !== undefined) return mirrored[0];
  const used = roots.find((each) => each !== root && isUsed(each) && !holdsTests(root)) ?? root;
  // A folder that is flat stays so.
  const isFlat = !testPaths.some((path) => path.startsWith(`${used}/`) && path.slice(used.length + 1).includes('/'));
  return isFlat ? used : joined(used, rest);
}

function joined(first: string, second: string): string {
  return [first, second].filter((each) => each !== '').join('/');
}

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
