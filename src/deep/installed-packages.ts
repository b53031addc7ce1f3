import { lstat, mkdir, readdir, realpath, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** What programs write for themselves between packages: it is theirs to make anew. */
const KEPT_OUT = /^\.(?:cache|vite|vitest|nuxt|nitro|next|tmp|temp)/;

/**
 * Makes what is installed beside the package manifests of one tree usable in a copy of it, by links to each package.
 * A package of the tree itself, as workspaces link it, is that of the copy. What tests write between the packages stays in the copy.
 * @param paths of the copy's files
 */
export async function linkInstalled(root: string, copy: string, paths: readonly string[]): Promise<void> {
  const manifests = paths.filter((path) => path === 'package.json' || path.endsWith('/package.json'));
  const real = await realpath(root);
  for (const folder of new Set(['', ...manifests.map((path) => dirname(path))])) {
    const installed = join(root, folder, 'node_modules');
    const target = join(copy, folder, 'node_modules');
    if (await isThere(target)) continue;
    if (await isFolder(installed)) await linkAll({ from: installed, to: target, root: real, copy });
  }
}

interface Linking {
  readonly from: string;
  readonly to: string;
  /** By its real path. */
  readonly root: string;
  readonly copy: string;
}

async function linkAll({ from, to, ...trees }: Linking): Promise<void> {
  await mkdir(to, { recursive: true });
  const names = (await readdir(from)).filter((name) => !KEPT_OUT.test(name));
  await Promise.all(
    names.map((name) => {
      const pair = { from: join(from, name), to: join(to, name), ...trees };
      // A scope is no package: each of those in it may be of the tree itself.
      return name.startsWith('@') ? linkAll(pair) : linkPackage(pair);
    }),
  );
}

async function linkPackage({ from, to, root, copy }: Linking): Promise<void> {
  const real = await realpath(from).catch(() => undefined);
  if (real === undefined) return;
  const within = relative(root, real);
  const isOwn = !within.startsWith('..') && !within.split(sep).includes('node_modules');
  // Windows lets only few people link to files, and programs look for none beside packages.
  await symlink(isOwn ? join(copy, within) : real, to, 'junction').catch(() => undefined);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
