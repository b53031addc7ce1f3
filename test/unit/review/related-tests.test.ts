import assert from 'node:assert/strict';
import { rules } from '../../../src/rules/index.ts';
import { reviewTexts } from './reviewing.ts';

const copied = rules.filter(({ id }) => id === 'tests/duplicated-test');

const test = (title: string): string => `it('${title}', () => {\n  const cart = new Cart(1, 2);\n  expect(cart.total()).toBe(3);\n});\n`;

describe('relatedTests', () => {
  it('reads short tests as a whole where a long one leaves no room, and says what was not', async () => {
    const filler = (length: number): string => `// ${'x'.repeat(97)}\n`.repeat(length / 100);
    const [long, short] = [filler(395_000), filler(8_000)] as const;
    const { findings, notices } = await reviewTexts(
      { 'a.test.ts': long + test('totals up'), 'b.test.ts': short + test('totals up') },
      { 'a.test.ts': long + test('totals up') + test('totals up two'), 'b.test.ts': short + test('totals up') + test('totals up three') },
      copied,
    );
    assert.deepEqual(
      findings.map(({ message }) => message),
      ['The test “totals up three” does the same as “totals up”, to the letter: what its title says is not tested.'],
    );
    assert.deepEqual(
      notices.map(({ message }) => message),
      ['One test file of the change is too long to be read as a whole: what the change does not touch there was not compared.'],
    );
  });

  it('says that others were not read only where something is said to have no test', async () => {
    const gaps = rules.filter(({ id }) => id === 'tests/untested-change');
    const filler = `// ${'x'.repeat(97)}\n`.repeat(3_950);
    const tests = Object.fromEntries(
      ['a', 'b'].map((name) => [`${name}.test.ts`, `import { total } from './cart';\n${filler}${test('totals up')}// total\n`]),
    );
    const noticesWith = async (body: string): Promise<readonly string[]> => {
      const cart = (result: string): string => `export function total(a: number) {\n  return ${result};\n}\n`;
      const { notices } = await reviewTexts({ ...tests, 'cart.ts': cart('a') }, { ...tests, 'cart.ts': cart(body) }, gaps);
      return notices.map(({ message }) => message);
    };
    assert.deepEqual(await noticesWith('a // the same'), []);
    assert.deepEqual(await noticesWith('tax(a) * 2'), [
      '1 of 2 test files that may concern the change was not read: what is said to have no test may have one there.',
    ]);
  });

  for (const path of [
    'test/round-up-test.ts',
    'test/round-up.spec.ts',
    'test/round_up_spec.ts',
    'test/test-round-up.ts',
    'test/roundUp.test.ts',
  ])
    it(`reads the test that is called after the changed file (${path})`, async () => {
      const asked = (text: string): Record<string, string> => ({
        'src/round-up.ts': `function up(value: number) {\n  ${text}\n}\nexport const rounding = { up };\n`,
        [path]: "import { rounding } from '../src';\nit('shows Cents9', () => {\n  expect(rounding.all(1)).toBe('Cents9');\n});\n",
      });
      const gaps = rules.filter(({ id }) => id === 'tests/untested-change');
      const { findings } = await reviewTexts(asked('return value;'), asked("return value + 'Cents9';"), gaps);
      assert.deepEqual(findings, []);
    });
});
