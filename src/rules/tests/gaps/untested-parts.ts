import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import { isPackageManifest } from '../../../code/package-manifest.ts';
import type { FunctionUnderTest, UntestedPart } from './obligation.ts';
import { isEndToEnd } from './silence.ts';

const ofJvm = /\.(?:java|kt|kts|groovy|scala)$/;
const markup = /\.[jt]sx$/;
/** Tests that may render: TypeScript with markup, and any JavaScript. */
const rendering = /\.(?:[jt]sx|[cm]?js)$/;

/**
 * Packages without tests, and packages of whose tests none can render components, with the functions in them that no test is tied to.
 * What is left without tests as a matter of course is told once, and not with every change of it.
 */
export function untestedParts(functions: readonly FunctionUnderTest[], change: CodeChange): readonly UntestedPart[] {
  if (!functions.some(({ gap }) => gap === 'untested')) return [];
  const tests = testsByPackage(change.testPaths, change.packageFolders);
  const folders = foldersIn(change.packageFolders);
  const parts: UntestedPart[] = [];
  for (const [folder, those] of groupBy(functions, ({ at }) => packageOf(at.file.path, folders))) {
    if (isNewPackage(folder, change)) continue;
    for (const [lack, some] of groupBy(those, ({ at }) => lackOf(at.file.path, tests.get(folder) ?? [], folder))) {
      const left = some.filter(({ gap }) => gap === 'untested');
      const isReached = some.some(({ tests: tied }) => tied.some(({ link, test }) => link !== 'file' && !isEndToEnd(test.file.path)));
      if (lack !== undefined && left.length > 0 && !isReached && !some.some(({ at }) => isTestedBeside(at, change)))
        parts.push({ folder, lack, functions: left });
    }
  }
  return parts;
}

function lackOf(path: string, tests: readonly string[], folder: string): UntestedPart['lack'] | undefined {
  const ofItsKind = tests.filter((test) => ofJvm.test(test) === ofJvm.test(path));
  // Where there is one package alone, its tests may lie anywhere.
  if (ofItsKind.length === 0) return folder === '' ? undefined : 'tests';
  return markup.test(path) && !ofItsKind.some((test) => rendering.test(test)) ? 'rendering' : undefined;
}

/** Whether a module of its own holds the tests of this one: in Java they stand in packages of the same name. */
function isTestedBeside({ file }: SymbolAt, { testPaths }: CodeChange): boolean {
  const name = file.facts?.language === 'java' ? (file.facts.symbols[0]?.qualifiedName ?? '') : '';
  return name.includes('.') && testFoldersInJava(testPaths).some((folder) => folder.endsWith(`/${name.replaceAll('.', '/')}`));
}

const testFoldersInJava = remembered((testPaths: readonly string[]): readonly string[] => [
  ...new Set(testPaths.filter((path) => ofJvm.test(path) && !isEndToEnd(path)).map(parentOf)),
]);

/** The tests of each package, but for those that drive the product as a whole. */
const testsByPackage = remembered((testPaths: readonly string[], packageFolders: readonly string[]) => {
  const folders = foldersIn(packageFolders);
  return groupBy(
    testPaths.filter((path) => !isEndToEnd(path)),
    (path) => packageOf(path, folders),
  );
});

const foldersIn = remembered((packageFolders: readonly string[]): ReadonlySet<string> => new Set(packageFolders));

function packageOf(path: string, folders: ReadonlySet<string>): string {
  for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder)) if (folders.has(folder)) return folder;
  return '';
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Who begins a package begins its tests. */
function isNewPackage(folder: string, { files }: CodeChange): boolean {
  return files.some(({ path, change }) => change.kind === 'added' && parentOf(path) === folder && isPackageManifest(path));
}
