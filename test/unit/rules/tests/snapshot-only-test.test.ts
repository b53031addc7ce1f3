import { snapshotOnlyTest as rule } from '../../../../src/rules/tests/snapshot-only-test.ts';
import { fileCases } from '../rule-cases.ts';
import { scriptBodies } from './quality-cases.ts';

const says = 'The test “adds” has nothing but a stored snapshot: it does not say what is expected.';

for (const [language, path] of [
  ['TypeScript', 'test/cart.test.tsx'],
  ['JavaScript', 'test/cart.test.js'],
] as const)
  describe(`tests/snapshot-only-test in ${language}`, () => {
    scriptBodies(rule, path, [
      ['finds a snapshot', ['expect(render(cart)).toMatchSnapshot();'], [`0 ${says}`]],
      [
        'finds several',
        ['expect(render(cart)).toMatchSnapshot();', 'expect(() => cart.pay()).toThrowErrorMatchingSnapshot();'],
        [`0 ${says}`],
      ],
      ['leaves a snapshot beside an assertion alone', ['expect(cart.total()).toBe(3);', 'expect(render(cart)).toMatchSnapshot();'], []],
      ['leaves a snapshot that stands in the test alone', ['expect(render(cart)).toMatchInlineSnapshot(`<b>3</b>`);'], []],
      ['leaves a picture alone', ['await expect(page).toHaveScreenshot();'], []],
      ['leaves a test without assertions to others', ['render(cart);'], []],
    ]);
    fileCases(rule, path, [
      [
        'finds node-tap’s',
        '',
        "import t from 'tap';\n\nt.test('adds', (t) => {\n  t.matchSnapshot(render(cart));\n  t.end();\n});\n",
        [`3 ${says}`],
      ],
    ]);
  });
