import { groupBy } from '../../../base/group-by.ts';
import { remembered, rememberedByName } from '../../../base/remembered.ts';
import type { CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { enclosing } from '../../code-in-file.ts';
import type { UnclearFolder } from './obligation.ts';
import { stemOf } from './near.ts';
import type { TestCase } from './test-index.ts';

/** Of fewer functions nothing is concluded. */
const leastFunctions = 8;
const leastShare = 0.3;

/**
 * The folders in whose functions tests are not seen to take an interest: few of what was there before are called, and no test is called after a file.
 * They are tested as a whole, from elsewhere, or not at all, which the sources do not tell.
 */
export function unclearFolders(change: CodeChange, tests: readonly TestCase[]): ReadonlyMap<string, UnclearFolder> {
  const production = change.files.flatMap(({ base, head }) => (base && head?.role === 'production' && head.facts ? [head] : []));
  const added = new Set(change.symbols.flatMap((each) => (each.kind === 'added' ? [each.head.symbol] : [])));
  let called: ReadonlySet<string> | undefined;
  const unclear = new Map<string, UnclearFolder>();
  for (const [folder, files] of groupBy(production, ({ path }) => folderOf(path))) {
    if (files.some(({ path }) => isNamedByTest(change.testPaths, stemOf(path)))) continue;
    const functions = files.flatMap(functionsOf).filter((symbol) => !added.has(symbol));
    if (functions.length < leastFunctions) continue;
    const names = (called ??= namesCalledIn(tests));
    const linked = functions.filter(({ name }) => names.has(name)).length;
    if (linked < functions.length * leastShare) unclear.set(folder, { folder, functions: functions.length, linked });
  }
  return unclear;
}

const stemsOf = remembered((testPaths: readonly string[]) => testPaths.map(stemOf).join('\0'));

/** Whether a test is called after what has that stem. */
const isNamedByTest = rememberedByName((testPaths: readonly string[], stem) => stemsOf(testPaths).includes(stem));

function namesCalledIn(tests: readonly TestCase[]): ReadonlySet<string> {
  const called = new Set<string>();
  for (const { names } of tests) for (const name of names) called.add(name);
  return called;
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The members of types that the change touches: those tests that name the types were read, of others it is not known. */
const functionsOf = remembered(({ facts }: SourceFile): readonly SymbolFact[] => {
  if (!facts) return [];
  return facts.symbols.filter((symbol) => {
    const around = enclosing(symbol, facts).at(-1);
    return (
      symbol.kind === 'method' && symbol.visibility !== 'private' && !symbol.modifiers.includes('implicit') && around?.touched === true
    );
  });
});
