import { posix } from 'node:path';
import type { ChangeSet, Side } from '../../change/change-set.ts';

/** A review reads no more than this for the compiler: what is left out is unknown to it, and it says so by not answering. */
const mostFiles = 4_000;
const mostCharacters = 40_000_000;

/** What the compiler may read of one side: the code and the settings of all packages that hold a module in question. */
export async function textsOf(
  { trees }: Pick<ChangeSet, 'trees'>,
  side: Side,
  modules: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const all = await trees[side].paths();
  const roots = [...new Set(modules.map((path) => packageOf(path, all)))];
  const wanted = all.filter((path) => isCode(path) && roots.some((root) => root === '' || path.startsWith(`${root}/`)));
  const found = new Map<string, string>();
  let left = mostCharacters;
  for (const [path, { text }] of await trees[side].read(wanted.slice(0, mostFiles))) {
    left -= text?.length ?? 0;
    if (text !== undefined && left > 0) found.set(path, text);
  }
  return found;
}

/** The folder of the nearest `package.json`. */
export function packageOf(path: string, all: readonly string[]): string {
  const known = new Set(all);
  for (let folder = posix.dirname(path); folder !== '.' && folder !== '/'; folder = posix.dirname(folder))
    if (known.has(`${folder}/package.json`)) return folder;
  return '';
}

function isCode(path: string): boolean {
  return (
    /\.(?:[cm]?tsx?|json)$/.test(path) && !/(?:^|\/)(?:node_modules|tests?|__tests__|fixtures)\/|\.(?:test|spec)\.[cm]?tsx?$/.test(path)
  );
}
