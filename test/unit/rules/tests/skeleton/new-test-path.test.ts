import assert from 'node:assert/strict';
import { nearestTests } from '../../../../../src/code/nearest-tests.ts';
import { newTestPath } from '../../../../../src/rules/tests/skeleton/new-test-path.ts';

type Row = readonly [name: string, production: string, tests: readonly string[], expected: string | undefined];

const rows: readonly Row[] = [
  ['beside the file', 'src/a/limits.ts', ['src/a/cart.test.ts', 'src/b/order.test.ts'], 'src/a/limits.test.ts'],
  ['beside the file in a new folder', 'src/c/limits.ts', ['src/a/cart.spec.ts'], 'src/c/limits.spec.ts'],
  ['in a tree that mirrors the sources', 'src/a/limits.ts', ['test/a/cart.test.ts', 'test/b/order.test.ts'], 'test/a/limits.test.ts'],
  ['in a mirror below unit', 'src/a/limits.ts', ['test/unit/a/cart.test.ts', 'test/integration/a.test.ts'], 'test/unit/a/limits.test.ts'],
  [
    'in a mirror below unit, in a new folder',
    'src/c/limits.ts',
    ['test/unit/a/cart.test.ts', 'test/unit/b/d/order.test.ts'],
    'test/unit/c/limits.test.ts',
  ],
  ['in a mirror that repeats src', 'src/a/limits.ts', ['test/src/a/cart.test.ts'], 'test/src/a/limits.test.ts'],
  ['in a flat folder', 'lib/a/limits.js', ['test/cart.js', 'test/order.js'], 'test/limits.js'],
  ['in __tests__ beside the file', 'src/a/limits.ts', ['src/a/__tests__/cart.test.ts'], 'src/a/__tests__/limits.test.ts'],
  ['in __tests__ at the root', 'src/limits.ts', ['__tests__/cart.test.ts'], '__tests__/limits.test.ts'],
  [
    'in the package of the file',
    'packages/shop/src/limits.ts',
    ['packages/bank/src/pay.spec.ts', 'packages/shop/tests/cart.test.ts'],
    'packages/shop/tests/limits.test.ts',
  ],
  ['named as jasmine finds it', 'lib/limits.js', ['spec/cartSpec.js', 'spec/helpers/make.js'], 'spec/limitsSpec.js'],
  ['named with an underscore', 'src/limits.js', ['test/cart_test.js'], 'test/limits_test.js'],
  ['not like the tests of another package', 'packages/shop/src/limits.ts', ['packages/bank/tests/pay.test.ts'], undefined],
  ['with its own kind of script', 'src/limits.ts', ['src/view.test.tsx'], 'src/limits.test.ts'],
  ['not like what tests work with', 'src/limits.ts', ['test/fixtures/data.js', 'test/helpers/make.ts', 'test/setup.ts'], undefined],
  ['not over a file that is there', 'src/limits.ts', ['src/limits.test.ts'], undefined],
  ['not for an index, whose name says nothing', 'src/a/index.ts', ['src/b/cart.test.ts'], undefined],
  ['not without any test', 'src/limits.ts', [], undefined],
  [
    'in the package of the class',
    'src/main/java/com/acme/Cart.java',
    ['src/test/java/com/acme/OrderTest.java', 'src/test/java/com/acme/ItemTest.java'],
    'src/test/java/com/acme/CartTest.java',
  ],
  [
    'with the ending that most tests nearby have',
    'shop/src/main/java/com/acme/Cart.java',
    [
      'shop/src/test/java/com/acme/OrderTests.java',
      'shop/src/test/java/com/acme/ItemTests.java',
      'shop/src/test/java/com/acme/OldTest.java',
    ],
    'shop/src/test/java/com/acme/CartTests.java',
  ],
  ['not for Java in another layout', 'src/com/acme/Cart.java', ['tests/com/acme/OrderTest.java'], undefined],
];

describe('the path of a new test file', () => {
  for (const [name, production, tests, expected] of rows)
    it(`is ${name}`, () => {
      assert.equal(newTestPath(production, tests), expected);
    });
});

describe('the tests nearest to a file', () => {
  it('share its folders, whatever parts tests from sources', () => {
    assert.deepEqual(nearestTests('src/shop/cart.ts', ['test/unit/bank/pay.test.ts', 'test/unit/shop/order.test.ts', 'test/all.test.ts']), [
      'test/unit/shop/order.test.ts',
      'test/all.test.ts',
      'test/unit/bank/pay.test.ts',
    ]);
  });

  it('are in a language of the same kind', () => {
    assert.deepEqual(
      nearestTests('src/main/java/a/Cart.java', ['src/test/java/a/OrderTest.java', 'web/cart.test.ts', 'src/test/java/a/Fixtures.java']),
      ['src/test/java/a/OrderTest.java'],
    );
  });
});
