import assert from 'node:assert/strict';
import { deletedTest } from '../../../../src/rules/tests/deleted-test.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const script = (...tests: readonly (readonly [title: string, call: string])[]): string =>
  `import { expect, it } from 'vitest';\n\n${tests.map(([title, call]) => `it('${title}', () => {\n  expect(${call}).toBe(3);\n});\n`).join('\n')}`;
const java = (...tests: readonly (readonly [name: string, call: string])[]): string =>
  `class CartTest {\n${tests.map(([name, call]) => `  @Test\n  void ${name}() {\n    assertEquals(3, ${call});\n  }\n`).join('\n')}}\n`;
const total = ['totals up', 'total(1, 2)'] as const;
const size = ['has a size', 'size(3)'] as const;
const gone = (title: string): string => `1 The test “${title}” is deleted, and nothing takes its place.`;

for (const path of ['test/cart.test.ts', 'test/cart.test.js']) {
  describe(`tests/deleted-test in ${path}`, () => {
    fileCases(deletedTest, path, [
      ['finds a deleted test', script(total, size), script(size), [gone('totals up')]],
      ['finds the last test of a file', script(total, size), script(total), [gone('has a size')]],
      [
        'finds many tests and tells them together',
        script(total, size, ['is empty', 'a(1)'], ['is full', 'b(2)'], ['is paid', 'c(3)']),
        script(total),
        ['1 4 tests of `' + path.slice(path.lastIndexOf('/') + 1) + '` are deleted, and nothing takes their place.'],
      ],
      ['leaves a renamed test alone', script(total, size), script(['adds the prices', 'total(1, 2)'], size), []],
      [
        'leaves a test that became a row alone',
        script(total, size),
        `it.each([['totals up', 3]])('%s', (_, sum) => {\n  expect(total(1, 2)).toBe(sum);\n});\n${script(size)}`,
        [],
      ],
      ['leaves a test in a new order alone', script(total, size), script(size, total), []],
      ['leaves a test with another value alone', script(total, size), script(total, ['has a size', 'size(4)']), []],
    ]);
    const code = path.replace('test/', 'src/').replace('.test', '');

    it('leaves a test alone whose subject is removed', async () => {
      await expectFindings(
        deletedTest,
        {
          [path]: script(total, size),
          [code]: 'export function total(a, b) {\n  return a + b;\n}\nexport function size(a) {\n  return a;\n}\n',
        },
        { [path]: script(size), [code]: 'export function size(a) {\n  return a;\n}\n' },
        [],
      );
    });

    it('leaves a test alone whose subject, a property, is removed', async () => {
      const make = (more: string): string => `export function make(api) {\n${more}  return api;\n}\n`;
      await expectFindings(
        deletedTest,
        { [path]: script(total, ['fakes', 'api.fake(1)']), [code]: make('  api.fake = (n) => n;\n') },
        { [path]: script(total), [code]: make('') },
        [],
      );
    });

    it('leaves a test alone that moved to another file', async () => {
      await expectFindings(
        deletedTest,
        { [path]: script(total, size) },
        { [path]: script(size), [`test/more${path.slice(-8)}`]: script(total) },
        [],
      );
    });

    it('finds a deleted file', async () => {
      await expectFindings(deletedTest, { [path]: script(total) }, {}, [
        `${path}:3 The test “totals up” is deleted, and nothing takes its place.`,
      ]);
    });
  });
}

describe('tests/deleted-test in Java', () => {
  fileCases(deletedTest, 'src/test/java/CartTest.java', [
    ['finds a deleted test', java(['totalsUp', 'total(1, 2)'], ['hasSize', 'size(3)']), java(['hasSize', 'size(3)']), [gone('totalsUp')]],
    [
      'finds two deleted tests',
      java(['totalsUp', 'total(1, 2)'], ['hasSize', 'size(3)'], ['isOpen', 'open()']),
      java(['isOpen', 'open()']),
      [gone('totalsUp'), gone('hasSize')],
    ],
    [
      'finds a deleted test beside a changed one',
      java(['totalsUp', 'total(1, 2)'], ['hasSize', 'size(3)']),
      java(['hasSize', 'size(4)']),
      [gone('totalsUp')],
    ],
    ['leaves a renamed test alone', java(['totalsUp', 'total(1, 2)']), java(['addsPrices', 'total(1, 2)']), []],
    ['leaves a helper alone', `${java(['hasSize', 'size(3)']).slice(0, -2)}  void help() {\n  }\n}\n`, java(['hasSize', 'size(3)']), []],
    ['leaves a test with another value alone', java(['hasSize', 'size(3)']), java(['hasSize', 'size(4)']), []],
  ]);
});

describe('tests/deleted-test: names that lose their beginning', () => {
  it('is less sure where all were touched, though not the annotations', async () => {
    const before = java(['testTotal', 'total(1, 2)'], ['testSize', 'size(3)']).replaceAll('void test', 'public void test');
    const after = java(['total', 'sum(total(1, 2))'], ['size', 'sum(size(3))']);
    const path = 'src/test/java/CartTest.java';
    const findings = await expectFindings(deletedTest, { [path]: before }, { [path]: after }, [
      `${path}:${gone('testTotal')}`,
      `${path}:${gone('testSize')}`,
    ]);
    assert.deepEqual(
      findings.map(({ confidence }) => confidence),
      ['low', 'low'],
    );
  });
});
