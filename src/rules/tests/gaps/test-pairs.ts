import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import { contains, overlaps } from '../../../base/text-range.ts';
import type { ChangedFile, CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { AssertionFact, TestFact } from '../../../code/facts.ts';
import { callsIn, foldedText, visitsOf } from '../../../code/walk.ts';

/** One test case at one side. */
export interface TestAt {
  readonly file: SourceFile;
  readonly test: TestFact;
}

interface PairedTests {
  readonly base: TestAt;
  readonly head: TestAt;
}

/** Test cases that both sides have, by their titles, in the same file or in one that it moved to. */
export const pairedTests = remembered(pairsIn);

function pairsIn(change: CodeChange): readonly PairedTests[] {
  const head = groupBy(
    change.files.flatMap((file) => casesOf(file.head)),
    keyOf,
  );
  const pairs: PairedTests[] = [];
  for (const file of change.files) {
    for (const base of casesOf(file.base)) {
      const same = head.get(keyOf(base)) ?? [];
      const partner = same.find((each) => each.file === file.head) ?? (same.length === 1 ? same[0] : undefined);
      if (partner && isUnderstood(partner)) pairs.push({ base, head: partner });
    }
  }
  return pairs;
}

/** What could not be parsed may hold what seems to be gone. */
function isUnderstood({ file, test }: TestAt): boolean {
  return !file.facts?.errors.some((error) => overlaps(error, test.range));
}

/** The test cases of a test file, as far as they were read. */
export function casesOf(file: SourceFile | undefined): readonly TestAt[] {
  return file?.role === 'test' ? casesIn(file) : [];
}

const casesIn = remembered((file: SourceFile): readonly TestAt[] =>
  (file.facts?.tests ?? []).filter(({ kind }) => kind === 'case').map((test) => ({ file, test })),
);

const keyOf = remembered(({ test }: TestAt) => test.titles.join(' › '));

/** An assertion with its text, as one line. */
export interface WrittenAssertion extends AssertionFact {
  readonly text: string;
}

/** A link of a chain is told with what it is about: from the beginning of its statement. */
export const assertionsOf = remembered(({ file, test }: TestAt): readonly WrittenAssertion[] => {
  const statements = visitsOf(test.body, 'expression').map(({ node }) => node.range);
  return test.assertions.map((each) => {
    const around = statements.filter((range) => contains(range, each.range)).at(-1);
    const range = { start: around?.start ?? each.range.start, end: each.range.end };
    return { ...each, range, text: foldedText(file.text, range).replace(/^await /, '') };
  });
});

/** The texts of the assertions of tests that base has not. */
export function newTestsAssertions(change: CodeChange): ReadonlySet<string> {
  const known = new Set(change.files.flatMap(({ base }) => casesOf(base)).map(keyOf));
  const added = change.files.flatMap(({ head }) => casesOf(head)).filter((each) => !known.has(keyOf(each)));
  return new Set(added.flatMap((each) => assertionsOf(each).map(({ text }) => text)));
}

/** The names that a test calls or makes. */
export const namesIn = remembered(({ test }: TestAt): ReadonlySet<string> => {
  const names = new Set(callsIn(test.body).map(({ name }) => name));
  for (const { node } of visitsOf(test.body, 'new')) names.add(node.type.slice(node.type.lastIndexOf('.') + 1));
  return names;
});

/** Names of production code that the change removes. */
export const removedNames = remembered((change: CodeChange): ReadonlySet<string> => {
  const removed = change.symbols.flatMap((each) =>
    each.kind === 'removed' && each.base.file.role === 'production' ? [each.base.symbol.name] : [],
  );
  const renamed = change.symbols.flatMap((each) =>
    each.kind === 'paired' && each.moved && each.base.symbol.name !== each.head.symbol.name ? [each.base.symbol.name] : [],
  );
  return new Set([...removed, ...renamed, ...goneProperties(change)]);
});

/** What is given to something that has no declaration, as in `api.fake = …` inside a function, and is not even mentioned by production code of the change any more. */
function goneProperties({ files }: CodeChange): Iterable<string> {
  const gone = new Set(files.flatMap(goneFrom));
  const asked = [...gone].join();
  for (const { head } of files) {
    if (gone.size === 0) break;
    if (head?.role === 'production') for (const name of saidOf(head, asked)) gone.delete(name);
  }
  return gone;
}

/** What a file gives to something at base, and does not say itself any more. */
const goneFrom = remembered(({ base, head }: ChangedFile): readonly string[] => {
  if (base?.role !== 'production') return [];
  const given = new Set(Array.from(base.text.matchAll(/[\w$]{4,80}(?=['"]?\s{0,3}(?:=(?![=>])|:))/g), ([name]) => name));
  if (given.size > 0 && head?.role === 'production') for (const word of wordsIn(head)) given.delete(word);
  return [...given];
});

/** The words of a list, joined by commas, that a file says: which it was asked for is remembered, all that it says would be as long as the file. */
const saidOf = remembered((file: SourceFile, asked: string): readonly string[] => {
  const names = new Set(asked.split(','));
  return [...new Set(wordsIn(file).filter((word) => names.has(word)))];
});

function wordsIn({ text }: SourceFile): readonly string[] {
  return text.match(/[\w$]{4,80}/g) ?? [];
}
