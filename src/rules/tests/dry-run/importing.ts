import type { CodeChange, SourceFile } from '../../../code/code-change.ts';
import { importKey, moduleKey } from '../../../code/module-name.ts';

/** So many tests are gone through that say no name of what changed. */
const most = 6;

/** The tests that import one of the files, by way of others where need be: those with the fewest files between come first. */
export function testsImporting({ programs, tests }: CodeChange, files: readonly SourceFile[]): readonly SourceFile[] {
  if (!programs) return [];
  const mains = new Map(programs.mains.map(([key, path]) => [key, moduleKey(path)]));
  const importers = new Map<string, SourceFile[]>();
  for (const file of [...programs.head, ...tests]) {
    for (const source of sourcesOf(file)) {
      const key = importKey(file.path, source);
      const imported = mains.get(key) ?? key;
      const others = importers.get(imported);
      if (others) others.push(file);
      else importers.set(imported, [file]);
    }
  }
  const known = new Set<SourceFile>();
  for (let pending = [...new Set(files.map(({ path }) => moduleKey(path)))]; pending.length > 0;) {
    const next = pending.flatMap((key) => importers.get(key) ?? []).filter((file) => !known.has(file));
    for (const file of next) known.add(file);
    pending = [...new Set(next.map(({ path }) => moduleKey(path)))];
  }
  const isTest = new Set(tests);
  return [...known].filter((file) => isTest.has(file) && (file.facts?.tests.length ?? 0) > 0).slice(0, most);
}

function sourcesOf({ facts }: SourceFile): readonly string[] {
  return [...(facts?.imports ?? []).map(({ source }) => source), ...(facts?.exports ?? []).flatMap(({ source }) => source ?? [])];
}
