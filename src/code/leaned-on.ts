import { remembered } from '../base/remembered.ts';
import { groupBy } from '../base/group-by.ts';
import type { SourceFile } from './code-change.ts';
import { importedPath, withoutScriptSuffix } from './module-name.ts';

/** The paths, of those of tests, of the files that a test file leans on: where its types' superclasses are declared, and the modules that it imports by their place. */
export function pathsLeanedOn({ path, facts }: SourceFile, testPaths: readonly string[]): readonly string[] {
  if (!facts) return [];
  const known = byModule(testPaths);
  if (facts.language !== 'java')
    return [...new Set(facts.imports.flatMap(({ source }) => known.get(importedPath(path, source) ?? '') ?? []))].filter(
      (each) => each !== path,
    );
  const classes = byClass(testPaths);
  const extended = facts.symbols.flatMap(({ kind, supertypes }) =>
    kind === 'class' ? supertypes.map(({ type }) => simpleName(type)) : [],
  );
  return [...new Set(extended)].flatMap((name) => {
    const candidates = (classes.get(name) ?? []).filter((each) => each !== path);
    const beside = candidates.find((each) => folderOf(each) === folderOf(path));
    return beside ?? (candidates.length === 1 ? candidates : (candidates.find((each) => isImported(each, facts.imports)) ?? []));
  });
}

function isImported(path: string, imports: readonly { readonly source: string; readonly name: string }[]): boolean {
  const module = path.replace(/\.java$/, '').replaceAll('/', '.');
  return imports.some(({ source, name }) => module.endsWith(`.${source}`) || module.endsWith(`.${source}.${name}`));
}

const byModule = remembered((paths: readonly string[]) => groupBy(paths, withoutScriptSuffix));

const byClass = remembered((paths: readonly string[]) =>
  groupBy(
    paths.filter((path) => path.endsWith('.java')),
    (path) => path.slice(path.lastIndexOf('/') + 1, -'.java'.length),
  ),
);

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** `a.b.Outer<T>` is `Outer`. */
function simpleName(type: string): string {
  const plain = type.replace(/<.*/s, '');
  return plain.slice(plain.lastIndexOf('.') + 1);
}
