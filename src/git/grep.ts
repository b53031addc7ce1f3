import type { Repository } from './repository.ts';
import { byCodeUnits } from './entries.ts';

/** What is searched: a tree by its id, the index, or the work tree with files that git does not know yet. */
export type GrepScope = { readonly tree: string } | 'index' | 'work-tree';

const OPTIONS = [
  '--only-matching',
  '-z',
  '--extended-regexp',
  '--word-regexp',
  '-I',
  '--full-name',
  '--no-color',
  '--no-textconv',
  '--no-recurse-submodules',
];

/** The text files that hold one of the words, sorted by path, with those they hold. */
export async function grep(
  repository: Repository,
  scope: GrepScope,
  words: readonly string[],
  suffixes: readonly string[],
  holding?: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const patterns = alternatives(words.filter((word) => word !== '' && !/[\0\r\n]/.test(word)));
  if (patterns.length === 0) return new Map();
  const where = scope === 'index' ? ['--cached'] : scope === 'work-tree' ? ['--untracked', '--exclude-standard'] : [scope.tree];
  const pathspecs = searchedPaths(suffixes, holding);
  const output = await repository.git(['grep', ...OPTIONS, '-f', '-', ...where, '--', ...pathspecs], {
    input: `${patterns.join('\n')}\n`,
  });
  const prefix = typeof scope === 'object' ? scope.tree.length + 1 : 0;
  return parseMatches(output, prefix);
}

/** As git's path patterns, in which `*` stands for slashes too. */
function searchedPaths(suffixes: readonly string[], holding: readonly string[] = ['']): string[] {
  const ends = suffixes.length === 0 ? [''] : suffixes;
  const literal = (text: string): string => text.replace(/[\\*?[]/g, '\\$&');
  return holding.flatMap((part) => ends.map((suffix) => `:(top)*${literal(part)}*${literal(suffix)}`));
}

/** Reads records of `PATH<nul>MATCH<line feed>`: a path may hold a line feed, a match may not. */
function parseMatches(output: string, prefix: number): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (let at = 0; at < output.length;) {
    const nul = output.indexOf('\0', at);
    const end = output.indexOf('\n', nul);
    if (nul === -1 || end === -1) break;
    const path = output.slice(at + prefix, nul);
    const words = found.get(path) ?? new Set();
    found.set(path, words.add(output.slice(nul + 1, end)));
    at = end + 1;
  }
  return new Map([...found].sort(([one], [other]) => byCodeUnits(one, other)));
}

/** Git tries its patterns one after another, but the words within one all at once: 1,000 words take no longer than one. */
const WORDS_IN_PATTERN = 500;

function alternatives(words: readonly string[]): string[] {
  const literal = words.map((word) => word.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'));
  const patterns: string[] = [];
  for (let at = 0; at < literal.length; at += WORDS_IN_PATTERN) patterns.push(literal.slice(at, at + WORDS_IN_PATTERN).join('|'));
  return patterns;
}
