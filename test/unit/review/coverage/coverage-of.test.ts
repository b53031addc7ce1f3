import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { FileStamp, FolderReader } from '../../../../src/change/change-set.ts';
import { inMemoryChangeSet } from '../../../../src/change/in-memory.ts';
import { untestedChange } from '../../../../src/rules/tests/untested-change.ts';
import { review } from '../../../../src/review/review.ts';
import type { Extractor } from '../../../../src/review/extraction/extractor.ts';
import { extractorOfCheckout, standardOf } from '../reviewing.ts';

const plain = 'export function total(sum) {\n  return sum + 1;\n}\n';
const head = {
  'src/cart.js': `${plain}\nexport function twice(sum) {\n  return sum * 2;\n}\n`,
  'test/cart.test.js': "import { total } from '../src/cart.js';\n\nit('sums up', () => {\n  expect(total(1)).toBe(2);\n});\n",
};
const base = { ...head, 'src/cart.js': plain };
const lcov = (lines = 'DA:1,1\nDA:2,1\nDA:5,0\nDA:6,0'): string => `SF:src/cart.js\n${lines}\nend_of_record\n`;

interface Lying {
  readonly modified: number;
  readonly text: string;
}

/** A folder with files as old as they are said to be; what was read of it is noted. */
function folderOf(files: Readonly<Record<string, Lying>>, read: string[] = []): FolderReader {
  const stamp = (path: string): FileStamp[] => {
    const file = files[path];
    return file ? [{ path, size: file.text.length, modified: file.modified }] : [];
  };
  return {
    isOfHead: () => Promise.resolve(true),
    find: (places) =>
      Promise.resolve(
        Object.keys(files)
          .filter((path) => places.includes(path))
          .sort()
          .flatMap(stamp),
      ),
    stamps: (paths) => Promise.resolve(paths.flatMap(stamp)),
    read: (path) => {
      read.push(path);
      return Promise.resolve(files[path]?.text);
    },
  };
}

/** Another commit is checked out. */
const elsewhere: FolderReader = { ...folderOf({ '/out/unit.info': { modified: 1, text: '' } }), isOfHead: () => Promise.resolve(false) };

const sources = (modified: number): Record<string, Lying> =>
  Object.fromEntries(Object.entries(head).map(([path, text]) => [path, { modified, text }]));

describe('coverage files of a review', () => {
  let extractor: Extractor;
  before(() => (extractor = extractorOfCheckout()));
  after(() => extractor.dispose());

  async function told(
    folder: FolderReader | undefined,
    { places = [], named = [] }: { places?: string[]; named?: string[] } = {},
  ): Promise<string[]> {
    const rules = [untestedChange];
    const { findings, notices } = await review(
      {
        changeSet: { ...inMemoryChangeSet(base, head), folder: folder ?? elsewhere },
        standard: standardOf(rules, { coverage: places }),
        rules,
        now: new Date('2026-08-10'),
        coverageFiles: named,
      },
      extractor,
    );
    return [...findings.map(({ message }) => message), ...notices.map(({ id, message }) => `${id}: ${message}`)];
  }

  const unread = '`twice` is new and no test calls it.';
  const never = '`twice` is new and no test runs it.';

  it('are found in the usual places, newer than the sources and the tests', async () => {
    assert.deepEqual(await told(folderOf({ ...sources(1000), 'coverage/lcov.info': { modified: 1001, text: lcov() } })), [never]);
    assert.deepEqual(await told(folderOf(sources(1000))), [unread]);
    assert.deepEqual(await told(undefined), [unread]);
  });

  it('are not used where the source or a test is not older', async () => {
    for (const path of Object.keys(head)) {
      const files = { ...sources(1000), [path]: { modified: 2000, text: head[path as keyof typeof head] } };
      assert.deepEqual(await told(folderOf({ ...files, 'coverage/lcov.info': { modified: 2000, text: lcov() } })), [
        unread,
        `coverage-outdated: coverage/lcov.info was not used: ${path} is newer than it, or is not what was tested.`,
      ]);
    }
  });

  it('are not used where the source reads otherwise than what is reviewed, but for line ends', async () => {
    const reports = { 'coverage/lcov.info': { modified: 2000, text: lcov() } };
    const edited = { 'src/cart.js': { modified: 1000, text: `${head['src/cart.js']}// more\n` } };
    assert.deepEqual(await told(folderOf({ ...sources(1000), ...edited, ...reports })), [
      unread,
      'coverage-outdated: coverage/lcov.info was not used: src/cart.js is newer than it, or is not what was tested.',
    ]);
    const windows = { 'src/cart.js': { modified: 1000, text: head['src/cart.js'].replaceAll('\n', '\r\n') } };
    assert.deepEqual(await told(folderOf({ ...sources(1000), ...windows, ...reports })), [never]);
  });

  it('are as old as they say themselves, unless they are named', async () => {
    const jacoco =
      '<coverage clover="3.2.0" generated="1500000000000"><project><file path="src/cart.js"><line num="1" count="1" type="stmt"/><line num="6" count="0" type="stmt"/></file></project></coverage>';
    const files = folderOf({ ...sources(1_600_000_000_000), 'coverage/clover.xml': { modified: 1_700_000_000_000, text: jacoco } });
    assert.match((await told(files)).join('\n'), /coverage-outdated: coverage\/clover\.xml/);
    const named = folderOf({ ...sources(1_600_000_000_000), '/ci/clover.xml': { modified: 1_700_000_000_000, text: jacoco } });
    assert.deepEqual(await told(named, { named: ['/ci/clover.xml'] }), [never]);
  });

  it('are spoken of once where a named one is also in its usual place', async () => {
    const named = resolve(inMemoryChangeSet(base, head).root, 'coverage/lcov.info');
    const report = { modified: 500, text: lcov() };
    const files = folderOf({ ...sources(1000), 'coverage/lcov.info': report, [named]: report });
    const outdated = (path: string): string =>
      `coverage-outdated: ${path} was not used: src/cart.js is newer than it, or is not what was tested.`;
    assert.deepEqual(await told(files), [unread, outdated('coverage/lcov.info')]);
    assert.deepEqual(await told(files, { named: [named] }), [unread, outdated(named)]);
  });

  it('are found where the standard says, and told where they are not', async () => {
    const files = folderOf({ ...sources(1000), 'out/unit.info': { modified: 2000, text: lcov() } });
    assert.deepEqual(await told(files), [unread]);
    assert.deepEqual(await told(files, { places: ['out/unit.info'] }), [never]);
    assert.deepEqual(await told(files, { named: ['/out/gone.info'] }), [
      unread,
      'coverage-missing: There is no coverage file /out/gone.info.',
    ]);
    assert.deepEqual(await told(undefined, { named: ['/out/unit.info'] }), [
      unread,
      'coverage-not-checked-out: The coverage files were not used: what is reviewed is not what is checked out, so it cannot be told whether they are about it.',
    ]);
  });

  it('say more together: what one of them saw was run was run', async () => {
    const files = {
      ...sources(1000),
      'coverage/lcov.info': { modified: 2000, text: lcov() },
      'out/more.info': { modified: 2000, text: lcov('DA:1,0\nDA:6,3') },
    };
    assert.deepEqual(await told(folderOf(files), { places: ['out/more.info'] }), [
      '`twice` is new and tests run it, but none shows what it does.',
    ]);
  });

  it('of one run are read once, by the one that says most', async () => {
    const read: string[] = [];
    const files = {
      ...sources(1000),
      'coverage/lcov.info': { modified: 2000, text: lcov('DA:1,1\nDA:6,1') },
      'coverage/coverage-final.json': {
        modified: 2001,
        text: JSON.stringify({
          a: { path: 'src/cart.js', statementMap: { 0: { start: { line: 2 } }, 1: { start: { line: 6 } } }, s: { 0: 1, 1: 0 } },
        }),
      },
      'coverage/clover.xml': { modified: 2002, text: '<broken' },
    };
    assert.deepEqual(await told(folderOf(files, read)), [never]);
    assert.deepEqual(
      read.filter((path) => path.startsWith('coverage/')),
      ['coverage/coverage-final.json'],
    );
  });

  it('are not used where they are part of the repository, are broken, or are no such files', async () => {
    const texts = { ...head, 'coverage/lcov.info': lcov() };
    const rules = [untestedChange];
    const { notices } = await review(
      {
        changeSet: {
          ...inMemoryChangeSet({ ...base, 'coverage/lcov.info': lcov() }, texts),
          folder: folderOf({ ...sources(1000), 'coverage/lcov.info': { modified: 2000, text: lcov() } }),
        },
        standard: standardOf(rules),
        rules,
        now: new Date('2026-08-10'),
      },
      extractor,
    );
    assert.deepEqual(
      notices.map(({ id }) => id),
      ['coverage-tracked'],
    );
    const bad = folderOf({ ...sources(1000), 'coverage/lcov.info': { modified: 2000, text: 'hello' } });
    assert.match((await told(bad)).join('\n'), /^coverage-unreadable: coverage\/lcov\.info was not used: it is none of lcov/m);
  });
});
