import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { simpleTypeName } from '../../code-in-file.ts';

/** The files with a type that inherits the tests of a type of this file. In Java they are then about what the heir makes. */
export function heirsOf(file: SourceFile, tests: readonly SourceFile[]): readonly SourceFile[] {
  if (file.facts?.language !== 'java') return none;
  const { symbols } = file.facts;
  const found = symbols.flatMap(({ kind, name }) =>
    kind === 'class' || kind === 'interface' ? (bySupertype(tests).get(name) ?? none) : none,
  );
  const others = found.filter((each) => each !== file);
  return others.length > 0 ? [...new Set(others)] : none;
}

const none: readonly SourceFile[] = [];

const bySupertype = remembered((tests: readonly SourceFile[]): ReadonlyMap<string, readonly SourceFile[]> => {
  const pairs = tests.flatMap((file) =>
    (file.facts?.symbols ?? []).flatMap(({ supertypes }) => supertypes.map(({ type }) => ({ type: simpleTypeName(type), file }))),
  );
  return new Map([...groupBy(pairs, ({ type }) => type)].map(([type, of]) => [type, of.map(({ file }) => file)]));
});
