import type { TreeReader } from '../../change/change-set.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { WholeFiles } from '../whole-files.ts';

/** What tells how a repository runs its tests. */
export interface BuildFiles {
  /** Path → text of the build files in the folders of the tests and above. */
  readonly texts: ReadonlyMap<string, string>;
  /** Those of them that are code, by path: it is read, not run. */
  readonly code: ReadonlyMap<string, SourceFile>;
  /** Whether a path is there at all, as a lock file or a wrapper script. */
  readonly has: (path: string) => boolean;
}

const names = [
  'package.json',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  '.mocharc.yaml',
  '.mocharc.yml',
  '.mocharc.jsonc',
  '.mocharc.json',
  '.mocharc.js',
  '.mocharc.cjs',
  '.mocharc.mjs',
];

/** Where build files are read, and by what those that are code. */
export interface Reading {
  readonly tree: TreeReader;
  readonly whole: Pick<WholeFiles, 'read'>;
}

/** Reads the build files above some tests, at once. */
export async function readBuildFiles({ tree, whole }: Reading, tests: readonly string[]): Promise<BuildFiles> {
  const paths = new Set(await tree.paths());
  const folders = new Set(tests.flatMap(foldersAbove));
  const wanted = [...folders].flatMap((folder) => names.map((name) => inFolder(folder, name))).filter((path) => paths.has(path));
  const read = wanted.length === 0 ? [] : [...(await tree.read(wanted)).values()];
  const code = await whole.read(read.filter(({ path }) => /\.[cm]?js$/.test(path)));
  return {
    code: new Map(code.map((file) => [file.path, file])),
    texts: new Map(read.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text] as const]))),
    has: (path) => paths.has(path),
  };
}

/** The folders that a file is in, the nearest first, the root (`''`) last. */
export function foldersAbove(path: string): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return [...segments.map((_, index) => segments.slice(0, segments.length - index).join('/')), ''];
}

export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** A path as seen from a folder that it is in. */
export function within(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}
