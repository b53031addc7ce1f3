import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';

/** Whether a file imports another one, as far as the module's name tells, or the whole package. */
export function importsFrom(test: SourceFile, file: SourceFile): boolean {
  if (file.facts?.language === 'java') return false;
  const { stems, isOfWholePackage } = importedBy(test);
  return isOfWholePackage || stems.has(stemOf(file.path));
}

/** What a test file imports: it is asked about every function of a change. */
const importedBy = remembered(({ facts }: SourceFile) => {
  const sources = (facts?.imports ?? []).map(({ source }) => source);
  return {
    stems: new Set(sources.map(stemOf)),
    isOfWholePackage: sources.some((source) => wholePackage.some((each) => each.test(source))),
  };
});

/** A package imports itself by its entry point: `..`, `../`, `../index`, `../lib`, `../src`, or its own name. */
const wholePackage = [/^\.{1,2}(\/\.\.)*(\/(index|lib|src|dist|source|main)?(\.[cm]?[jt]s)?)?$/, /^(\.\.\/)+(src|lib|dist)\/?$/];

/** Whether a test file is called after a file, or its folder is: `CartTest.java`, `__tests__/response/redirect.js`. */
export function isCalledAfter(test: string, path: string): boolean {
  const stem = stemOf(path);
  const named = stemOf(test);
  return named === stem || named.replace(testMarks, '') === stem || isInFolderOf(test, stem);
}

const testMarks = /^test|(?:tests?|specs?|it)$/g;

/** `__tests__/response/redirect.js` is about `response.js`. */
export function isInFolderOf(path: string, stem: string): boolean {
  return !path.endsWith('.java') && stem.length > 3 && stemOf(path.split('/').at(-2) ?? '') === stem;
}

/** The name of a file in one form for all ways to write it. */
export function stemOf(path: string): string {
  const known = stems.get(path);
  if (known !== undefined) return known;
  if (stems.size > mostStems) stems.clear();
  const stem = readStem(path);
  stems.set(path, stem);
  return stem;
}

/** Few paths are asked about very often. */
const stems = new Map<string, string>();
const mostStems = 50_000;

function readStem(path: string): string {
  const name = path
    .slice(path.replace(/\/$/, '').lastIndexOf('/') + 1)
    .replace(/^([^.]*)\.[^/]*$/, '$1')
    .replace(/\/$/, '');
  return name.replace(/[-_]/g, '').toLowerCase() || path.toLowerCase();
}
