import type { LanguageId } from '../code/facts.ts';
import type { Language } from '../code/language.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import { java } from './java/language.ts';
import { javascript, typescript } from './typescript/language.ts';

/** Every language that can be read. A new one is a folder and a line here. */
const languages: readonly Language<SyntaxTree>[] = [java, typescript, javascript];

/** A language, with the grammar for one kind of its files. */
export interface KnownLanguage {
  readonly adapter: Language<SyntaxTree>;
  readonly grammar: string;
}

const bySuffix: ReadonlyMap<string, KnownLanguage> = new Map(
  languages.flatMap((adapter) => Object.entries(adapter.grammars).map(([suffix, grammar]) => [suffix, { adapter, grammar }])),
);

/** Where to search for the tests of some files: what the paths end with, and what they hold before that. Languages that name their tests alike may test each other. */
export function testsOf(paths: Iterable<string>): { readonly suffixes: readonly string[]; readonly holding: readonly string[] } {
  const marks = new Set(Array.from(paths, (path) => languageOf(path)?.adapter.testPaths));
  const those = languages.filter(({ testPaths }) => marks.has(testPaths));
  return {
    suffixes: those.flatMap(({ grammars }) => Object.keys(grammars)).sort(),
    holding: [...new Set(those.flatMap(({ testPaths }) => testPaths))],
  };
}

/** The language of a file, by the end of its name; undefined where none is known. */
export function languageOf(path: string): KnownLanguage | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    const known = bySuffix.get(name.slice(dot));
    if (known) return known;
  }
  return undefined;
}

/** The language with an id that is in the facts of a file. */
export function languageById(id: LanguageId): Language<SyntaxTree> | undefined {
  return languages.find((language) => language.id === id);
}
