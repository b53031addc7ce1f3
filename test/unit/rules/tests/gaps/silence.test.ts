import assert from 'node:assert/strict';
import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { expectFindings } from '../../rule-cases.ts';

const code = 'src/total.ts';
const base = { [code]: 'export function total(items: number[]) {\n  return sum(items);\n}\n' };
const head = { [code]: 'export function total(items: number[]) {\n  if (items.length > 9) return 9;\n  return sum(items);\n}\n' };

async function oneNote(tests: Readonly<Record<string, string>>, message: string): Promise<void> {
  const findings = await expectFindings(untestedChange, { ...base, ...tests }, { ...head, ...tests }, [`${code}:2 ${message}`]);
  assert.deepEqual(
    findings.map(({ severity }) => severity),
    ['note'],
  );
}

describe('test gaps leave alone', () => {
  it('a bundle that is committed beside its sources', async () => {
    const bundle = 'dist/total.js';
    const test = { 'test/total.test.ts': "import { total } from '../src/total';\n\nit('adds', () => expect(total([1])).toBe(1));\n" };
    await expectFindings(
      untestedChange,
      { [bundle]: base[code].replace(': number[]', ''), ...test },
      { [bundle]: head[code].replace(': number[]', ''), ...test },
      [],
    );
  });
});

describe('test gaps are one note', () => {
  it('where there are no tests', () =>
    oneNote({}, 'The repository has no tests that could be recognised: nothing shows the behaviour of 1 changed function.'));
  it('where all tests are of another language', () =>
    oneNote(
      { 'src/test/java/a/CartTest.java': 'class CartTest {\n  @Test\n  void adds() {\n    assertEquals(1, 1);\n  }\n}\n' },
      'The repository has no tests that could be recognised: nothing shows the behaviour of 1 changed function.',
    ));
  it('where all tests drive the product', () =>
    oneNote(
      {
        'e2e/shop.spec.ts': "test('buys', async ({ page }) => {\n  await page.goto('/');\n  await expect(page).toHaveTitle('Shop');\n});\n",
      },
      'All tests drive the product as a whole (e2e/shop.spec.ts): whether they show the behaviour of 1 changed function cannot be said from the sources.',
    ));
  it('where the tests are of a kind that is not known', () =>
    oneNote(
      { 'test/total.test.ts': "import { total } from '../src/total';\n\ncheckThat(total([1]), 'is', 1);\n" },
      'The tests that name what changed are of a kind that is not known here (test/total.test.ts): whether they show the behaviour of 1 changed function cannot be said.',
    ));

  const screen = (names: readonly string[], changed = ''): string =>
    `export class Shop {\n${names.map((name) => `  ${name}(state: State) {\n    ${name === 'show1' ? changed : ''}return draw(state);\n  }\n`).join('')}}\n`;
  const names = Array.from({ length: 10 }, (_, index) => `show${index}`);
  const decides = 'if (state.items > 9) return more(state); ';
  const path = 'src/screens/shop.ts';
  const driven = {
    'test/journeys.test.ts':
      "it('buys', async () => {\n  const shop = await start();\n  await shop.click('buy');\n  expect(await shop.text()).toBe('Thanks');\n});\n",
  };
  it('for a folder of whose methods no test calls one by name', async () => {
    const findings = await expectFindings(
      untestedChange,
      { [path]: screen(names), ...driven },
      { [path]: screen(names, decides), ...driven },
      [
        `${path}:6 Of 10 methods of the changed types in src/screens tests call 0 by name: whether they show what changed there cannot be said from the sources.`,
      ],
    );
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['note'],
    );
  });

  const finding = [`${path}:5 \`Shop.show1\` behaves differently now (\`if (state.items > 9) return more(state);\`); no test shows it.`];
  it('but not for a few methods', () =>
    expectFindings(
      untestedChange,
      { [path]: screen(names.slice(0, 4)), ...driven },
      { [path]: screen(names.slice(0, 4), decides), ...driven },
      finding,
    ));
  it('but not where tests call other methods of the folder', async () => {
    const tests = {
      'test/journeys.test.ts': `import { Shop } from '../src/screens/shop';\n\nit('draws', () => {\n  const shop = new Shop();\n  expect(shop.show3(a)).toBe(shop.show4(a));\n  expect(shop.show5(a)).toBe(1);\n});\n`,
    };
    await expectFindings(untestedChange, { [path]: screen(names), ...tests }, { [path]: screen(names, decides), ...tests }, finding);
  });
  it('but not where a test is called after the file', async () => {
    const tests = { 'test/shop.test.ts': driven['test/journeys.test.ts'] };
    await expectFindings(untestedChange, { [path]: screen(names), ...tests }, { [path]: screen(names, decides), ...tests }, finding);
  });
});
