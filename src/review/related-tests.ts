import type { Notice } from '../base/notice.ts';
import type { ChangeSet, Snapshot } from '../change/change-set.ts';
import type { ChangedFile, SourceFile, SymbolChange } from '../code/code-change.ts';
import { sourceFile } from '../code/source-file.ts';
import { languageOf, suffixes } from '../languages/languages.ts';
import type { Extractor } from './extraction/extractor.ts';

/** Names and files above which the search is cut. */
const most = { names: 300, files: 200 };

export interface RelatedTests {
  readonly tests: readonly SourceFile[];
  readonly testFileCount: number;
  readonly notices: readonly Notice[];
}

/** The test files at head that are part of the change or name a production symbol that it touches, with all their bodies. */
export async function relatedTests(changeSet: ChangeSet, files: readonly ChangedFile[], symbols: readonly SymbolChange[], extractor: Extractor): Promise<RelatedTests> {
  const names = changedNames(symbols);
  const changed = files.flatMap(({ head }) => (head?.role === 'test' && head.facts ? [head] : []));
  if (names.length === 0 && changed.length === 0) return { tests: [], testFileCount: 0, notices: [] };
  const tree = changeSet.trees.head;
  const [paths, mentioning] = await Promise.all([tree.paths(), names.length > 0 ? tree.grep(names.slice(0, most.names), suffixes) : []]);
  const known = new Set(files.map(({ path }) => path));
  const others = mentioning.filter((path) => !known.has(path) && isTest(path));
  const snapshots = await tree.read(others.slice(0, most.files));
  const tests = await readTests([...changed.map(({ path, text }) => ({ path, text })), ...snapshots.values()], extractor);
  return { tests, testFileCount: paths.filter(isTest).length, notices: cutNotices(names.length, others.length) };
}

function changedNames(symbols: readonly SymbolChange[]): string[] {
  const names = new Set<string>();
  for (const change of symbols) {
    const { file, symbol } = change.kind === 'removed' ? change.base : change.head;
    if (file.role === 'production' && symbol.kind !== 'module' && symbol.name.length > 2) names.add(symbol.name);
  }
  return [...names].sort();
}

/** By the path alone: what is in the file is not known yet. */
function isTest(path: string): boolean {
  return languageOf(path)?.adapter.role(path, '') === 'test';
}

async function readTests(files: readonly Pick<Snapshot, 'path' | 'text'>[], extractor: Extractor): Promise<SourceFile[]> {
  const tests: SourceFile[] = [];
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const facts = text === undefined ? undefined : await extractor.readText(path, text, 'all');
    if (text === undefined || !facts) continue;
    const snapshot = { path, text, blob: '', mode: 'file', size: text.length, encoding: 'utf-8', byteOrderMark: false } as const;
    const test = sourceFile({ kind: 'modified', path, base: snapshot, head: snapshot, hunks: [] }, 'head', { role: 'test', facts, secrets: [] });
    if (test) tests.push(test);
  }
  return tests;
}

function cutNotices(names: number, files: number): Notice[] {
  if (names <= most.names && files <= most.files) return [];
  const what = names > most.names ? `${most.names} of ${names} changed names` : `${most.files} of ${files} test files`;
  return [
    {
      id: 'related-tests-cut',
      message: `Tests were looked for by ${what} only: a test of the others may have been missed.`,
      remedy: 'Review smaller changes to have all of them looked at.',
      incomplete: false,
    },
  ];
}
