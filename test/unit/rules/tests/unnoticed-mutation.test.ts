import assert from 'node:assert/strict';
import { unnoticedMutation } from '../../../../src/rules/tests/unnoticed-mutation.ts';
import { untestedEdgeCase } from '../../../../src/rules/tests/untested-edge-case.ts';
import type { ExampleTrial } from '../../../../src/rules/rule.ts';
import { found, newFindings, reviewExample, type Texts } from '../rule-cases.ts';

const trial = (of: string, from: string, to: string, outcome: ExampleTrial['outcome'] = 'passed'): ExampleTrial => ({
  of,
  tried: { from, to },
  outcome,
});
const says = (name: string, what: string): string => `\`npm test\` passes when in \`${name}\` ${what}.`;

type Case = readonly [name: string, base: string, head: string, trials: readonly ExampleTrial[], finds: readonly string[]];

function cases(path: string, tests: Texts, all: readonly Case[]): void {
  for (const [name, base, head, trials, finds] of all)
    it(name, async () => {
      const result = await reviewExample(unnoticedMutation, { base: { ...tests, [path]: base }, head: { ...tests, [path]: head }, trials });
      assert.deepEqual([found(result), result.notices], [finds.map((each) => `${path}:${each}`), []]);
    });
}

const javaTest = {
  'src/test/java/a/CartTest.java':
    'package a;\n\nclass CartTest {\n  @Test\n  void adds() {\n    assertEquals(3, new Cart().total(1));\n  }\n}\n',
};
const java = (...lines: readonly string[]): string =>
  `package a;\n\npublic class Cart {\n  public int total(int tax) {\n${lines.map((each) => `    ${each}\n`).join('')}  }\n}\n`;
const refusal = 'if (tax < 0) throw new IllegalArgumentException();';

describe('tests/unnoticed-mutation in Java', () => {
  const [base, head] = [java('return tax;'), java(refusal, 'audit(tax);', 'return tax * RATE;')];
  cases('src/main/java/a/Cart.java', javaTest, [
    [
      'finds a bound',
      base,
      head,
      [trial('a.Cart.total', 'tax < 0', 'tax <= 0')],
      [`5 ${says('Cart.total', '`tax < 0` becomes `tax <= 0`')}`],
    ],
    [
      'finds what may be left out',
      base,
      head,
      [trial('a.Cart.total', 'audit(tax);', ';')],
      [`6 ${says('Cart.total', '`audit(tax);` is left out')}`],
    ],
    [
      'tells several of one function at once',
      base,
      head,
      [
        trial('a.Cart.total', 'tax < 0', 'tax <= 0'),
        trial('a.Cart.total', 'audit(tax);', ';'),
        trial('a.Cart.total', 'tax * RATE', 'tax / RATE'),
      ],
      [`5 ${says('Cart.total', '`tax < 0` becomes `tax <= 0`, when `audit(tax);` is left out and 1 more time')}`],
    ],
    ['is silent where a test fails', base, head, [trial('a.Cart.total', 'tax < 0', 'tax <= 0', 'failed')], []],
    ['is silent where it does not build', base, head, [trial('a.Cart.total', 'tax * RATE', 'null', 'unclear')], []],
    ['is silent where nothing was tried', base, head, [], []],
  ]);
});

for (const path of ['src/cart.ts', 'src/cart.js'])
  describe(`tests/unnoticed-mutation in ${path}`, () => {
    const type = path.endsWith('.ts') ? ': number' : '';
    const script = (...lines: readonly string[]): string =>
      `export function total(tax${type})${type} {\n${lines.map((each) => `  ${each}\n`).join('')}}\n`;
    const tests = { 'test/cart.test.ts': "import { total } from '../src/cart';\n\nit('adds', () => {\n  expect(total(1)).toBe(3);\n});\n" };
    const [base, head] = [script('return tax;'), script("if (tax < 0) throw new RangeError('x');", 'return tax || rates(`a`);')];
    cases(path, tests, [
      ['finds a bound', base, head, [trial('total', 'tax < 0', 'tax <= 0')], [`2 ${says('total', '`tax < 0` becomes `tax <= 0`')}`]],
      [
        'finds an error that may be left out',
        base,
        head,
        [trial('total', "throw new RangeError('x');", ';')],
        [`2 ${says('total', "`throw new RangeError('x');` is left out")}`],
      ],
      [
        'quotes what has marks of its own',
        base,
        head,
        [trial('total', 'tax || rates(`a`)', 'undefined')],
        [`3 ${says('total', "`tax || rates('a')` becomes `undefined`")}`],
      ],
      ['is silent where a test fails', base, head, [trial('total', 'tax < 0', 'tax <= 0', 'failed')], []],
      ['is silent where it cannot be said', base, head, [trial('total', 'tax < 0', 'tax <= 0', 'unclear')], []],
      ['leaves the undoing to another rule', base, head, [{ of: 'total', tried: 'undone', outcome: 'passed' }], []],
    ]);
  });

describe('a mutation that no test notices', () => {
  const path = 'src/cart.js';
  const base = { [path]: 'export function total(tax) {\n  return tax;\n}\n', 'test/cart.test.js': '' };
  const test = "import { total } from '../src/cart.js';\n\nit('adds', () => {\n  expect(total(1)).toBe(1);\n});\n";
  const head = {
    [path]: "export function total(tax) {\n  if (tax < 0) throw new RangeError('x');\n  return tax;\n}\n",
    'test/cart.test.js': test,
  };
  const leftOut = (outcome: ExampleTrial['outcome']): ExampleTrial => trial('total', "throw new RangeError('x');", ';', outcome);
  it('is an edge case that is not tested, with its place, its words and the command', async () => {
    const trials = [trial('total', 'tax < 0', 'tax <= 0'), leftOut('passed')];
    const [finding] = newFindings(await reviewExample(unnoticedMutation, { base, head, trials }));
    assert.deepEqual(finding?.properties['gap'], 'edge');
    assert.deepEqual(finding.properties['mutations'], ['`tax < 0` becomes `tax <= 0`', "`throw new RangeError('x');` is left out"]);
    assert.deepEqual(
      finding.related.map(({ start, caption }) => `${start.line}: ${caption}`),
      ["2: the tests pass, too, when `throw new RangeError('x');` is left out"],
    );
    assert.deepEqual(finding.properties['evidence'], { command: 'npm test', exitCode: 0, tests: ['test/cart.test.js'], tried: 'mutated' });
  });

  it('takes the place of what the sources made it look like', async () => {
    const alongside = [unnoticedMutation.id];
    const guesses = async (...trials: readonly ExampleTrial[]): Promise<number> =>
      newFindings(await reviewExample(untestedEdgeCase, { base, head, trials, alongside })).length;
    assert.equal(await guesses(), 1);
    assert.equal(await guesses(leftOut('unclear')), 1);
    assert.equal(await guesses(leftOut('failed')), 0);
    assert.equal(await guesses(leftOut('passed')), 0);
  });
});
