import type { SourceFile } from '../../../code/code-change.ts';

/** Whether a file imports another one, as far as the module's name tells, or the whole package. */
export function importsFrom(test: SourceFile, file: SourceFile): boolean {
  if (file.facts?.language === 'java') return false;
  // A package imports itself by its entry point: `..`, `../`, `../index`, `../lib`, `../src`, or its own name.
  return (test.facts?.imports ?? []).some(
    ({ source }) =>
      stemOf(source) === stemOf(file.path) ||
      /^\.{1,2}(\/\.\.)*(\/(index|lib|src|dist|source|main)?(\.[cm]?[jt]s)?)?$/.test(source) ||
      /^(\.\.\/)+(src|lib|dist)\/?$/.test(source),
  );
}

/** The name of a file in one form for all ways to write it. */
export function stemOf(path: string): string {
  const name = path
    .slice(path.replace(/\/$/, '').lastIndexOf('/') + 1)
    .replace(/\.[^/]*$/, '')
    .replace(/\/$/, '');
  return name.replace(/[-_]/g, '').toLowerCase() || path.toLowerCase();
}
