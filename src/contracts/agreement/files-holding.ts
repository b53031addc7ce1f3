import type { ContractSurroundings } from '../contract-kind.ts';

/** Files that may make routes. */
export const codeSuffixes = ['.java', '.kt', '.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs'];

/** Folders that are no part of the product. */
export const aside = /(?:^|\/)(?:tests?|__tests__|fixtures|testdata|examples?|samples?|node_modules)\/|\.(?:test|spec)\.[cm]?[jt]sx?$/i;

/** Where more files hold the words, they are too common to tell who means what by them. The rule's page says so. */
const mostFiles = 80;

/** The files of the product at head that hold one of the words; none where there are too many to read, as what is missed among them may be the answer. */
export async function filesHolding(
  words: readonly string[],
  suffixes: readonly string[],
  { grep }: ContractSurroundings,
): Promise<readonly string[]> {
  if (words.length === 0) return [];
  const held = await grep('head', [...new Set(words)], suffixes);
  const paths = [...held.keys()].filter((path) => !aside.test(path));
  return paths.length > mostFiles ? [] : paths;
}
