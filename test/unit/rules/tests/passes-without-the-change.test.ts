import assert from 'node:assert/strict';
import { passesWithoutTheChange } from '../../../../src/rules/tests/passes-without-the-change.ts';
import { untestedChange } from '../../../../src/rules/tests/untested-change.ts';
import type { ExampleTrial } from '../../../../src/rules/rule.ts';
import { found, newFindings, reviewExample, type Texts } from '../rule-cases.ts';

const java = (...members: readonly string[]): string =>
  `package a;\n\npublic class Cart {\n${members.map((each) => `  ${each}\n`).join('')}}\n`;
const javaTest = {
  'src/test/java/a/CartTest.java':
    'package a;\n\nclass CartTest {\n  @Test\n  void adds() {\n    assertEquals(3, new Cart().total(1));\n  }\n}\n',
};
const scriptTest = {
  'test/cart.test.ts': "import { total } from '../src/cart';\n\nit('adds', () => {\n  expect(total(1)).toBe(3);\n});\n",
};
const trial = (of: string, tried: ExampleTrial['tried'], outcome: ExampleTrial['outcome']): ExampleTrial => ({ of, tried, outcome });

type Case = readonly [name: string, base: string, head: string, trials: readonly ExampleTrial[], finds: readonly string[]];

function cases(path: string, tests: Texts, all: readonly Case[]): void {
  for (const [name, base, head, trials, finds] of all)
    it(name, async () => {
      const result = await reviewExample(passesWithoutTheChange, {
        base: { ...tests, [path]: base },
        head: { ...tests, [path]: head },
        trials,
      });
      assert.deepEqual([found(result), result.notices], [finds.map((each) => `${path}:${each}`), []]);
    });
}

const [old, now] = ['public int total(int tax) { return sum() + tax; }', 'public int total(int tax) { return sum() * 2 + tax; }'];
const helper = 'public int net() { return total(0) - discount(); }';
const differs = (name: string, what: string): string =>
  `\`${name}\` is changed (${what}), but \`npm test\` passes with what it was before, too.`;

describe('tests/passes-without-the-change in Java', () => {
  cases('src/main/java/a/Cart.java', javaTest, [
    [
      'finds what passes with the old body',
      java(old),
      java(now),
      [trial('a.Cart.total', 'undone', 'passed')],
      [`4 ${differs('Cart.total', '`return sum() * 2 + tax;`')}`],
    ],
    [
      'finds a new method that may throw',
      java(old),
      java(old, helper),
      [trial('a.Cart.net', 'emptied', 'passed')],
      ['5 `Cart.net` is new, but `npm test` passes even when all it does is throw.'],
    ],
    [
      'finds an old one whose body cannot be put back, and which no test runs',
      java(old),
      java(now),
      [trial('a.Cart.total', 'emptied', 'passed')],
      ['4 `Cart.total` is changed, but `npm test` passes even when all it does is throw.'],
    ],
    ['is silent where a test fails', java(old), java(now), [trial('a.Cart.total', 'undone', 'failed')], []],
    ['is silent where it does not build', java(old), java(now), [trial('a.Cart.total', 'undone', 'unclear')], []],
    ['is silent where nothing was tried', java(old), java(now), [], []],
    [
      'leaves mutations to another rule',
      java(old),
      java(now),
      [trial('a.Cart.total', { from: 'sum() * 2', to: 'sum() / 2' }, 'passed')],
      [],
    ],
  ]);
});

const [before, after] = [
  'export function total(tax: number): number {\n  return sum() + tax;\n}\n',
  'export function total(tax: number): number {\n  return sum() * 2 + tax;\n}\n',
];
const net = 'export const net = (): number => total(0) - discount();\n';

for (const path of ['src/cart.ts', 'src/cart.js'])
  describe(`tests/passes-without-the-change in ${path}`, () => {
    const as = (text: string): string => (path.endsWith('.js') ? text.replaceAll(': number', '') : text);
    cases(path, scriptTest, [
      [
        'finds what passes with the old body',
        as(before),
        as(after),
        [trial('total', 'undone', 'passed')],
        [`1 ${differs('total', '`return sum() * 2 + tax;`')}`],
      ],
      [
        'finds a new function that may throw',
        as(before),
        as(before + net),
        [trial('net', 'emptied', 'passed')],
        ['4 `net` is new, but `npm test` passes even when all it does is throw.'],
      ],
      [
        'finds one of two',
        as(before),
        as(after + net),
        [trial('total', 'undone', 'failed'), trial('net', 'emptied', 'passed')],
        ['4 `net` is new, but `npm test` passes even when all it does is throw.'],
      ],
      ['is silent where a test fails', as(before), as(after), [trial('total', 'undone', 'failed')], []],
      ['is silent where it cannot be said', as(before), as(after), [trial('total', 'undone', 'unclear')], []],
      [
        'is silent on what does the same in other words',
        as(before),
        as(before.replaceAll('tax', 'rate')),
        [trial('total', 'undone', 'passed')],
        [],
      ],
    ]);
  });

describe('what running the tests showed', () => {
  const base = { ...scriptTest, 'src/cart.ts': before };
  const head = { ...scriptTest, 'src/cart.ts': after };

  it('is told with the command, and where the finding is', async () => {
    const [finding] = newFindings(
      await reviewExample(passesWithoutTheChange, { base, head, trials: [trial('total', 'undone', 'passed')] }),
    );
    assert.deepEqual(finding?.properties, {
      gap: 'untested',
      obligations: [{ kind: 'changed-behaviour', text: 'return sum() * 2 + tax;' }],
      evidence: { command: 'npm test', exitCode: 0, tests: ['test/cart.test.ts'], tried: 'undone' },
    });
    assert.deepEqual([finding.symbol?.qualifiedName, finding.confidence], ['total', 'high']);
  });

  it('takes the place of what the sources made it look like', async () => {
    const alongside = [passesWithoutTheChange.id];
    const guesses = async (...trials: readonly ExampleTrial[]): Promise<number> =>
      newFindings(await reviewExample(untestedChange, { base, head, trials, alongside })).length;
    assert.equal(await guesses(), 1);
    assert.equal(await guesses(trial('total', 'undone', 'unclear')), 1);
    assert.equal(await guesses(trial('total', 'undone', 'failed')), 0);
    assert.equal(await guesses(trial('total', 'undone', 'passed')), 0);
    // That tests run it tells nothing about what it does differently.
    assert.equal(await guesses(trial('total', 'emptied', 'failed')), 1);
  });
});
