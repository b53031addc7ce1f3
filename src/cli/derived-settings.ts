/** Folders of what others wrote or a program made, by name. */
const foreign = new Set([
  'third_party',
  'third-party',
  'thirdparty',
  'vendor',
  'vendored',
  'external',
  'generated',
  'gen',
  'dist',
  'node_modules',
]);

/** Folders that show how the product is used. */
const showing = new Set(['examples', 'example', 'samples', 'sample', 'demo', 'demos']);

/** What a standard can say from the start, as a repository's own folders tell it. */
export interface DerivedSettings {
  /** Globs of what is not the team's own. */
  readonly ignore: readonly string[];
  /** Globs of examples. */
  readonly examples: readonly string[];
}

/** @param paths of all files, relative to the root, with forward slashes */
export function deriveSettings(paths: readonly string[]): DerivedSettings {
  const found = (names: ReadonlySet<string>): readonly string[] =>
    [...new Set(paths.flatMap((path) => outermost(path, names) ?? []))].sort().map((folder) => `${folder}/**`);
  return { ignore: found(foreign), examples: found(showing) };
}

function outermost(path: string, names: ReadonlySet<string>): string | undefined {
  const folders = path.split('/').slice(0, -1);
  const at = folders.findIndex((folder) => names.has(folder.toLowerCase()));
  // Below sources a folder of such a name is most likely a package or a module.
  return at === -1 || folders.slice(0, at).some((folder) => folder === 'src') ? undefined : folders.slice(0, at + 1).join('/');
}
