/** Whether `TreeReader.grep` looks into a file: its path ends with one of the suffixes, where there are any, and holds one of `holding` before that. */
export function isSearched(path: string, suffixes: readonly string[], holding: readonly string[] = ['']): boolean {
  const ends = suffixes.length === 0 ? [''] : suffixes;
  return ends.some((suffix) => path.endsWith(suffix) && holding.some((part) => path.slice(0, path.length - suffix.length).includes(part)));
}
