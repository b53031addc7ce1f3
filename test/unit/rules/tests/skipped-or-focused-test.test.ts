import assert from 'node:assert/strict';
import { skippedOrFocusedTest } from '../../../../src/rules/tests/skipped-or-focused-test.ts';
import { applyFix, expectFindings, fileCases } from '../rule-cases.ts';

const java = (marks: string): string =>
  `import org.junit.jupiter.api.*;\n\nclass CartTest {\n  ${marks}\n  void adds() {\n    Assertions.assertEquals(3, new Cart().total());\n  }\n}\n`;
const script = (call: string): string =>
  `import { expect, it, describe } from 'vitest';\n\n${call}('adds', () => {\n  expect(total([1, 2])).toBe(3);\n});\n`;

describe('tests/skipped-or-focused-test in Java', () => {
  fileCases(skippedOrFocusedTest, 'src/test/java/CartTest.java', [
    ['finds a disabled test on one line with its mark', '', java('@Test @Disabled'), ['4 The test “adds” is skipped and gives no reason.']],
    [
      'finds an ignored test with its reason',
      '',
      java('@Ignore("flaky, #12") @org.junit.Test'),
      ['4 The test “adds” is skipped: flaky, #12.'],
    ],
    [
      'finds a test whose reason says no more than the mark',
      '',
      java('@Disabled("skipped") @Test'),
      ['4 The test “adds” is skipped and gives no reason.'],
    ],
    [
      'finds a disabled class once',
      '',
      'import org.junit.jupiter.api.*;\n\n@Disabled\nclass CartTest {\n  @Test\n  void adds() {\n    Assertions.assertEquals(3, 3);\n  }\n}\n',
      ['3 The tests of “CartTest” are skipped and give no reason.'],
    ],
    ['leaves a test that only runs on some systems alone', '', java('@Test @EnabledOnOs(OS.LINUX)'), []],
    ['leaves a skipped test that was there before alone', java('@Test @Disabled'), java('@Test @Disabled').replace('3, new', '4, new'), []],
    ['leaves a test that runs again alone', java('@Test @Disabled'), java('@Test'), []],
  ]);
});

describe('tests/skipped-or-focused-test in TypeScript', () => {
  fileCases(skippedOrFocusedTest, 'test/cart.test.ts', [
    ['finds a skipped test', '', script('it.skip'), ['3 The test “adds” is skipped and gives no reason.']],
    ['finds a focused group', '', script('describe.only'), ['3 The tests of “adds” are focused, so no other test of the file is run.']],
    ['finds a test that is skipped by the change', script('it'), script('it.skip'), ['3 The test “adds” is skipped and gives no reason.']],
    [
      'finds a test whose reason stands above it',
      '',
      script('// flaky on Windows, see #12\nit.skip'),
      ['4 The test “adds” is skipped: flaky on Windows, see #12.'],
    ],
    [
      'finds a test whose comment tells what it tests',
      '',
      script('// Two numbers.\nit.skip'),
      ['4 The test “adds” is skipped and gives no reason.'],
    ],
    [
      'finds a test whose comment silences another tool',
      '',
      script('// eslint-disable-next-line jest/no-disabled-tests\nit.skip'),
      ['4 The test “adds” is skipped and gives no reason.'],
    ],
    ['leaves tests that run alone', '', script('it'), []],
    [
      'leaves a table of tests alone',
      '',
      "import { expect, it } from 'vitest';\n\nit.each([1, 2])('adds %s', (n) => {\n  expect(n).toBe(n);\n});\n",
      [],
    ],
    ['leaves a condition alone', '', script('it.skipIf(isWindows)'), []],
  ]);
});

describe('tests/skipped-or-focused-test in JavaScript', () => {
  fileCases(skippedOrFocusedTest, 'test/cart.test.js', [
    ['finds a test with an x in front', '', script('xit'), ['3 The test “adds” is skipped and gives no reason.']],
    [
      'finds a group with an f in front',
      '',
      script('fdescribe'),
      ['3 The tests of “adds” are focused, so no other test of the file is run.'],
    ],
    ['finds a focused test', '', script('it.only'), ['3 The test “adds” is focused, so no other test of the file is run.']],
    ['leaves a test that runs alone', '', script('test'), []],
    ['leaves a skipped test under a new title alone', script('it.skip'), script('it.skip').replace('adds', 'adds items'), []],
    ['leaves another thing called only alone', '', "it('adds', () => {\n  expect(pick.only('a')).toBe(1);\n});\n", []],
    ['leaves a file that is no test alone', '', "it('adds', function () {\n  assert.ok(true);\n});\n", []],
  ]);

  for (const [marked, clean] of [
    ['xit', 'it'],
    ['fdescribe', 'describe'],
    ['it.only', 'it'],
    ['describe.skip', 'describe'],
  ] as const) {
    it(`takes the mark of ${marked} away`, async () => {
      const head = { 'test/cart.test.js': script(marked) };
      const word = /^x|skip/.test(marked)
        ? marked.includes('describe')
          ? 'The tests of “adds” are skipped and give no reason.'
          : 'The test “adds” is skipped and gives no reason.'
        : marked.includes('describe')
          ? 'The tests of “adds” are focused, so no other test of the file is run.'
          : 'The test “adds” is focused, so no other test of the file is run.';
      const [finding] = await expectFindings(skippedOrFocusedTest, {}, head, [`test/cart.test.js:3 ${word}`]);
      assert.deepEqual(applyFix(head, finding!.fixes[0]!), { 'test/cart.test.js': script(clean) });
    });
  }
});
