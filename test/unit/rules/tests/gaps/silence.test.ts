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
});
