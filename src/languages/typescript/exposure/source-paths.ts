import { posix } from 'node:path';

const codeSuffixes = ['.ts', '.tsx', '.mts', '.cts', '.d.ts', '.d.mts', '.d.cts', '.js', '.jsx', '.mjs', '.cjs'];
const codeSuffix = /(?:\.d)?\.[cm]?[jt]sx?$/;

/** The paths of one side, for questions about which exist. */
export type KnownPaths = ReadonlySet<string>;

export function withoutCodeSuffix(path: string): string {
  return path.replace(codeSuffix, '');
}

export function isCodePath(path: string): boolean {
  return codeSuffix.test(path);
}

/** The source file behind a path that may lack its suffix, have a built file's suffix, or name a folder. Sources are preferred to their declarations. */
export function sourceFile(path: string, known: KnownPaths): string | undefined {
  const stem = withoutCodeSuffix(path);
  const own = known.has(path) && isCodePath(path) ? [path] : [];
  const candidates = [
    ...own,
    ...codeSuffixes.map((suffix) => stem + suffix),
    ...codeSuffixes.map((suffix) => path + suffix),
    ...codeSuffixes.map((suffix) => posix.join(path, `index${suffix}`)),
  ];
  return candidates.find((candidate) => known.has(candidate));
}

/** The file that a relative import in `from` means. Other packages are not followed. */
export function importedFile(from: string, source: string, known: KnownPaths): string | undefined {
  if (!source.startsWith('.')) return undefined;
  return sourceFile(posix.join(posix.dirname(from), source), known);
}
