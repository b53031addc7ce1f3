import * as z from 'zod/mini';
import { remembered, rememberedByName } from '../../base/remembered.ts';
import type { ChangedFile, CodeChange, SourceFile } from '../../code/code-change.ts';
import { foldedText } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { bodyRange } from './gaps/test-index.ts';
import { casesOf, namesIn, removedNames, type TestAt } from './gaps/test-pairs.ts';

const java = (...names: readonly string[]): string =>
  `import org.junit.jupiter.api.Test;\n\nclass CartTest {\n${names.map((name) => `  @Test\n  void ${name}() {\n    assertEquals(3, new Cart().${name}());\n  }\n`).join('')}}\n`;
const script = (...titles: readonly string[]): string =>
  titles.map((title) => `it('${title}', () => {\n  expect(read('${title}')).toBe(3);\n});\n`).join('');

export const deletedTest = defineChangeRule({
  id: 'tests/deleted-test',
  title: 'A test is deleted while what it tests stays',
  reason:
    'What the test held is held no more: the next change may break it and every run stays green. A test that fails is sometimes deleted to make it so.',
  remedy: 'Keep the test and mend it or the code. Where another test covers the same, say which in the change’s description.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    {
      title: 'Michael Feathers, Working Effectively with Legacy Code: characterization tests',
      url: 'https://michaelfeathers.silvrback.com/characterization-testing',
    },
  ],
  limits:
    'A test that was renamed, moved, or became a row of another is known by its title or its statements. Where the change removes what the test names, or adds tests to the same file, it is left alone or less sure.',
  examples: [
    edited('one of two tests is deleted', 'src/test/java/CartTest.java', java('total', 'size'), java('size'), [
      '1 The test “total” is deleted, and nothing takes its place.',
    ]),
    edited(
      'a test has another name',
      'src/test/java/CartTest.java',
      java('total', 'size'),
      java('total', 'size').replace('void total()', 'void totalsUp()'),
    ),
    edited('a test is deleted in TypeScript', 'test/read.test.ts', script('a', 'b'), script('b'), [
      '1 The test “a” is deleted, and nothing takes its place.',
    ]),
    edited(
      'a test moved into a group',
      'test/read.test.ts',
      script('a', 'b'),
      `describe('read', () => {\n${script('a')}});\n${script('b')}`,
    ),
    edited('a test is deleted in JavaScript', 'test/read.test.js', script('a', 'b'), script('b'), [
      '1 The test “a” is deleted, and nothing takes its place.',
    ]),
    edited('a test is added', 'test/read.test.js', script('a'), script('a', 'b')),
  ],
  needs: [],
  options: z.object({}),
  *check(change) {
    const removed = removedNames(change);
    for (const file of change.files) {
      const cut = casesOf(file.base).filter((each) => isCut(each) && each.test.run !== 'skipped');
      const gone = cut.filter((each) => !isKept(each, testsAtHead(change)) && ![...namesIn(each)].some((name) => removed.has(name)));
      if (gone.length > 0 && file.head?.role !== 'generated') yield* findings(file, gone, change);
    }
  },
});

/** Whether the line of its title is taken away, or put there at head: lines beside it may be, too. */
function isCut({ file, test }: TestAt): boolean {
  const title = Math.max(test.range.start, file.text.indexOf(test.titles.at(-1) ?? '', test.range.start));
  return file.touched.some(({ start, end }) => start <= title && title < end);
}

/** The titles and statements of all tests of the change at head, and the files of tests. */
interface Kept {
  readonly titles: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  readonly files: readonly SourceFile[];
  /** The words of these files. */
  readonly words: ReadonlySet<string>;
}

/** Asked for only where a test is cut, which most changes do not do. */
const testsAtHead = remembered((change: CodeChange): Kept => {
  const cases = change.files.flatMap(({ head }) => casesOf(head));
  const files = change.files.flatMap(({ head }) => (head?.role === 'test' ? [head] : []));
  return {
    titles: new Set(cases.map(({ test }) => test.titles.at(-1) ?? '')),
    bodies: new Set(cases.map(bodyOf)),
    files,
    words: new Set(files.flatMap(wordsIn)),
  };
});

function bodyOf({ file, test }: TestAt): string {
  return foldedText(file.text, bodyRange(test));
}

/** A title in any place of a test file may be a row of a table. */
function isKept(each: TestAt, { titles, bodies, files, words }: Kept): boolean {
  const title = each.test.titles.at(-1) ?? '';
  return titles.has(title) || bodies.has(bodyOf(each)) || (title.length > 3 && isSaid(title));

  function isSaid(text: string): boolean {
    return isWord.test(text) ? words.has(text) : files.some((file) => holdsTitle(file, text));
  }
}

const isWord = /^\w+$/;

const wordsIn = remembered(({ text }: SourceFile): readonly string[] => [...new Set(text.match(/\w{4,}/g))]);

const holdsTitle = rememberedByName(
  (file: SourceFile, title) => file.text.includes(title) && new RegExp(`\\b${escaped(title)}\\b`).test(file.text),
);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** More than these of one file are told together. */
const mostSingle = 3;

function* findings({ base, head, path }: ChangedFile, gone: readonly TestAt[], change: CodeChange): Generator<FindingDraft> {
  const [first] = gone;
  if (!base || !first) return;
  const before = new Set(casesOf(base).map(({ test }) => test.titles.at(-1)));
  const isReplaced = change.files.some((each) => casesOf(each.head).some((head) => !before.has(head.test.titles.at(-1)) && isCut(head)));
  const confidence =
    isReplaced || (!head && change.files.some(({ change: { kind }, base: other }) => kind === 'deleted' && other?.role === 'production'))
      ? ('low' as const)
      : undefined;
  const rest = { ...(confidence && { confidence }), properties: { test: 'deleted' } };
  const place = (each: TestAt) =>
    head ? { file: head, range: { start: 0, end: head.lines.lineRange(1).end } } : { file: base, range: each.test.range };
  const related = (these: readonly TestAt[]) => these.map(({ test, file }) => ({ file, range: test.range, caption: 'it was here' }));
  if (gone.length > mostSingle) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    yield {
      message: `${gone.length} tests of \`${name}\` are deleted, and nothing takes their place.`,
      place: place(first),
      subject: `${path} ${gone.length} tests`,
      related: related(gone.slice(0, 10)),
      ...rest,
    };
    return;
  }
  for (const each of gone) {
    const title = each.test.titles.at(-1) ?? '';
    yield {
      message: `The test “${title}” is deleted, and nothing takes its place.`,
      place: place(each),
      subject: each.test.titles.join(' › '),
      related: related([each]),
      ...rest,
    };
  }
}
