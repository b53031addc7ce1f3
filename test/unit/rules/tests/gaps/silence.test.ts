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
  it('a member of an annotation with a default', async () => {
    const of = (more: string): string => `package a;\n\npublic @interface Named {\n  String value();\n${more}}\n`;
    const path = 'src/main/java/a/Named.java';
    const tests = {
      'src/test/java/a/NamedTest.java':
        'package a;\n\nclass NamedTest {\n  @Test\n  void names() {\n    assertEquals("b", nameOf(Named.class));\n  }\n}\n',
    };
    await expectFindings(
      untestedChange,
      { [path]: of(''), ...tests },
      { [path]: of('  String[] alternate() default {};\n'), ...tests },
      [],
    );
  });
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
  it('how something looks', () => {
    const path = 'src/Total.tsx';
    const test = {
      'test/total.test.tsx': "import { Total } from '../src/Total';\n\nit('shows', () => expect(render(<Total />)).toBeTruthy());\n",
    };
    const component = (style: string): Readonly<Record<string, string>> => ({
      [path]: `export function Total({ items }: Props) {\n  return <Sum className="${style}" of={items} />;\n}\n`,
    });
    return expectFindings(untestedChange, { ...test, ...component('small') }, { ...test, ...component('large') }, []);
  });
  it('an error that is only told of on its way', () => {
    const test = { 'test/total.test.ts': "import { total } from '../src/total';\n\nit('adds', () => expect(total([1])).toBe(1));\n" };
    const told =
      'export function total(items: number[]) {\n  try {\n    return sum(items);\n  } catch (error) {\n    logger.error(error);\n    throw error;\n  }\n}\n';
    return expectFindings(untestedChange, { ...base, ...test }, { [code]: told, ...test }, []);
  });
});

describe('test gaps of a package', () => {
  const manifests = { 'package.json': '{}', 'apps/shop/package.json': '{}', 'packages/sums/package.json': '{}' };
  const sums = {
    'packages/sums/test/sum.test.ts': "import { sum } from '../src/sum';\n\nit('adds', () => expect(sum([1])).toBe(1));\n",
  };
  const total = (path: string, body: string): Readonly<Record<string, string>> => ({
    [path]: `export function total(items: number[]) {\n  ${body}return sum(items);\n}\n`,
  });
  const more = 'if (items.length > 9) return 9;\n  ';

  it('are one note where the package has no tests', () => {
    const path = 'apps/shop/src/total.ts';
    return expectFindings(untestedChange, { ...manifests, ...sums, ...total(path, '') }, { ...manifests, ...sums, ...total(path, more) }, [
      `${path}:2 There is no test in \`apps/shop\`: nothing shows what changes in \`total\`.`,
    ]);
  });
  it('are told one by one where it has', () => {
    const path = 'packages/sums/src/total.ts';
    return expectFindings(untestedChange, { ...manifests, ...sums, ...total(path, '') }, { ...manifests, ...sums, ...total(path, more) }, [
      `${path}:1 \`total\` behaves differently now (\`if (items.length > 9) return 9;\`); no test shows it.`,
    ]);
  });
  it('are told one by one where the package is new', () => {
    const path = 'apps/shop/src/total.ts';
    const { 'apps/shop/package.json': manifest, ...others } = manifests;
    return expectFindings(
      untestedChange,
      { ...others, ...sums },
      { ...others, ...sums, 'apps/shop/package.json': manifest, ...total(path, more) },
      [`${path}:1 \`total\` is new and no test calls it.`],
    );
  });
  it('are one note for components where no test renders', () => {
    const path = 'packages/sums/src/Total.tsx';
    const component = (body: string): Readonly<Record<string, string>> => ({
      [path]: `export function Total({ items }: Props) {\n  ${body}return <b className="sum">{sum(items)}</b>;\n}\n`,
    });
    return expectFindings(
      untestedChange,
      { ...manifests, ...sums, ...component('') },
      { ...manifests, ...sums, ...component('if (items.length > 9) return null;\n  ') },
      [`${path}:2 No test in \`packages/sums\` renders components: nothing shows what changes in \`Total\`.`],
    );
  });
});

describe('test gaps are one note', () => {
  it('where a code base is looked at as a whole', () => {
    const names = Array.from({ length: 501 }, (_, index) => `total${index}`);
    const functions = names.map((name) => `export function ${name}(a: number) {\n  return a > 9 ? 9 : sum(a);\n}\n`).join('');
    const test = "import { total1 } from '../src/total';\n\nit('adds', () => expect(total1(1)).toBe(1));\n";
    return expectFindings(untestedChange, {}, { [code]: functions, 'test/total.test.ts': test }, [
      `${code}:1 There is nothing to compare with, and 501 functions: what no test shows is told of changes.`,
    ]);
  });
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

  it('but not where tests of types name it, beside tests that run', async () => {
    const tests = {
      'index.test-d.ts': "import { expectType } from 'tsd';\nimport { total } from './src/total';\n\nexpectType<number>(total([1]));\n",
      'test/main.ts': "import test from 'ava';\nimport shop from '../src';\n\ntest('adds', (t) => {\n  t.is(shop([1]), 1);\n});\n",
    };
    await expectFindings(untestedChange, { ...base, ...tests }, { ...head, ...tests }, [
      `${code}:1 \`total\` behaves differently now (\`if (items.length > 9) return 9;\`); no test shows it.`,
    ]);
  });

  it('but not where a Java file among the tests has no cases', async () => {
    const cart = (body: string): string => `package a;\n\npublic class Cart {\n  public int total() {\n    ${body}return sum();\n  }\n}\n`;
    const runner = {
      'src/test/java/a/CartPerformance.java': 'package a;\n\nclass CartPerformance {\n  void run() {\n    new Cart().total();\n  }\n}\n',
    };
    const path = 'src/main/java/a/Cart.java';
    await expectFindings(untestedChange, { [path]: cart(''), ...runner }, { [path]: cart('if (closed) return 0;\n    '), ...runner }, [
      `${path}:4 \`Cart.total\` behaves differently now (\`if (closed) return 0;\`); no test shows it.`,
    ]);
  });

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
        `${path}:6 Tests name none of the 10 methods of the types that changed in \`src/screens\`: whether any shows what changed there cannot be said from the sources.`,
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
