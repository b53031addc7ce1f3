import { posix } from 'node:path';
import type { BuildLayout } from './build-layout.ts';
import { sourceCandidates } from './build-layout.ts';
import type { EntryTarget, Manifest } from './manifest.ts';
import { isCodePath, sourceFile, withoutCodeSuffix } from './source-paths.ts';
import type { KnownPaths } from './source-paths.ts';

/** A source file whose exports consumers can import. */
export interface EntryPoint {
  readonly subpath: string;
  readonly path: string;
}

/** The entry points of a package as files of the tree. */
export function entryPoints(manifest: Manifest, layouts: readonly BuildLayout[], known: KnownPaths): readonly EntryPoint[] {
  const found = manifest.targets.flatMap((target) => entriesOf(target, manifest, layouts, known));
  const main = found.length > 0 && found.some(({ subpath }) => subpath === '.') ? [] : conventionalEntry(manifest, known);
  const types = [...found, ...main].flatMap((entry) => declaredBeside(entry, known));
  return [...new Map([...found, ...main, ...types].map((entry) => [`${entry.subpath} ${entry.path}`, entry])).values()];
}

/** The declarations beside a script are what a compiler reads instead of it, whether the manifest names them or not. */
function declaredBeside({ subpath, path }: EntryPoint, known: KnownPaths): EntryPoint[] {
  const [, stem, kind] = /^(.*)\.([cm]?)js$/.exec(path) ?? [];
  const types = stem === undefined ? undefined : `${stem}.d.${kind ?? ''}ts`;
  return types !== undefined && known.has(types) ? [{ subpath, path: types }] : [];
}

/** What is left where no target leads to a file: bundles, and manifests without entry points. */
function conventionalEntry(manifest: Manifest, known: KnownPaths): EntryPoint[] {
  const hasMain = manifest.targets.length === 0 || manifest.targets.some(({ subpath }) => subpath === '.');
  if (!hasMain || (manifest.targets.length === 0 && (manifest.isPrivate || manifest.hasBin))) return [];
  const candidates =
    manifest.targets.length === 0 ? ['index', 'src/index', 'lib/index'] : ['src/index', 'index', 'lib/index', 'source/index', 'src/main'];
  for (const candidate of candidates) {
    const path = sourceFile(posix.join(manifest.directory, candidate), known);
    if (path !== undefined) return [{ subpath: '.', path }];
  }
  return [];
}

function entriesOf({ subpath, target }: EntryTarget, manifest: Manifest, layouts: readonly BuildLayout[], known: KnownPaths): EntryPoint[] {
  const candidates = sourceCandidates(target, layouts).map((candidate) => posix.join(manifest.directory, candidate));
  if (target.includes('*')) return patternEntries(subpath, candidates, known);
  for (const candidate of candidates) {
    const path = sourceFile(candidate, known);
    if (path !== undefined) return [{ subpath, path }];
  }
  const bundled = bundledFrom(target, manifest, known);
  return bundled === undefined ? [] : [{ subpath, path: bundled }];
}

/** The source that a script of the package makes a file of: `esbuild --bundle --outfile=index.js lib/chai.js`. */
function bundledFrom(target: string, { commands, directory }: Manifest, known: KnownPaths): string | undefined {
  for (const command of commands.flatMap((each) => each.slice(0, 2_000).split(/&&|;|\|\|/))) {
    const words = command.split(/[\s="']+/).map((word) => posix.normalize(word));
    if (!/\b(?:esbuild|rollup|tsup|bun build|ncc|microbundle|browserify)\b/.test(command) || !words.includes(target)) continue;
    const sources = words
      .filter((word) => word !== target && isCodePath(word))
      .map((word) => sourceFile(posix.join(directory, word), known));
    const source = sources.find((path) => path !== undefined);
    if (source !== undefined) return source;
  }
  return undefined;
}

/** `./*` → `dist/*.js`: every file that the pattern can mean, in the first folder that has one. */
function patternEntries(subpath: string, candidates: readonly string[], known: KnownPaths): EntryPoint[] {
  for (const candidate of candidates) {
    const [prefix = '', suffix = ''] = withoutCodeSuffix(candidate).split('*', 2);
    const entries = [...known].flatMap((path) => {
      const stem = withoutCodeSuffix(path);
      const isMeant =
        isCodePath(path) &&
        !path.includes('node_modules/') &&
        stem.startsWith(prefix) &&
        stem.endsWith(suffix) &&
        stem.length > prefix.length + suffix.length;
      return isMeant ? [{ subpath: subpath.replace('*', stem.slice(prefix.length, stem.length - suffix.length)), path }] : [];
    });
    if (entries.length > 0) return entries;
  }
  return [];
}
