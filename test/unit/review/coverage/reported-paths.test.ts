import assert from 'node:assert/strict';
import { baseName } from '../../../../src/coverage/reported-file.ts';
import { ReportedPaths } from '../../../../src/review/coverage/reported-paths.ts';

const root = '/work/shop';
const lcov = 'coverage/lcov.info';

function pathOf(paths: readonly string[], name: string, report = lcov, kind: 'path' | 'tail' = 'path'): string | undefined {
  const reported = new ReportedPaths(root, paths, new Set(paths.map(baseName)));
  return reported.pathOf({ names: name.split('|'), kind, lines: [] }, report);
}

describe('the file that a report means', () => {
  const paths = ['src/cart.ts', 'src/rate.ts', 'packages/a/src/index.ts', 'packages/b/src/index.ts'];

  for (const [name, report, expected] of [
    ['src/cart.ts', lcov, 'src/cart.ts'],
    ['./src/../src/cart.ts', lcov, 'src/cart.ts'],
    ['/work/shop/src/cart.ts', lcov, 'src/cart.ts'],
    ['src/index.ts', 'packages/a/coverage/lcov.info', 'packages/a/src/index.ts'],
    ['packages/b/src/index.ts', 'packages/a/coverage/lcov.info', 'packages/b/src/index.ts'],
    // Where the tests ran in a container, or on another machine.
    ['/app/src/cart.ts', lcov, 'src/cart.ts'],
    ['D:/a/shop/packages/b/src/index.ts', lcov, 'packages/b/src/index.ts'],
    ['/app/src/cart.ts', '/artifacts/lcov.info', 'src/cart.ts'],
    ['src/cart.ts', '/artifacts/lcov.info', 'src/cart.ts'],
    ['/nowhere/rate.ts|src/rate.ts', lcov, 'src/rate.ts'],
    // None of them, or nobody knows which.
    ['src/index.ts', lcov, undefined],
    ['/app/src/index.ts', lcov, undefined],
    ['/work/shop/lib/cart.ts', lcov, undefined],
    ['/work/shop2/rate.ts', lcov, undefined],
    ['../src/cart.ts', lcov, undefined],
    ['cart.ts', lcov, undefined],
    ['', lcov, undefined],
  ] as const)
    it(`is ${expected ?? 'not known'} by ${name} in ${report}`, () => {
      assert.equal(pathOf(paths, name, report), expected);
    });

  it('is not known where two files of the tree may be meant', () => {
    assert.equal(pathOf(['src/a.ts', 'packages/x/src/a.ts'], 'src/a.ts', 'packages/x/coverage/lcov.info'), undefined);
    assert.equal(pathOf(['a.ts', 'src/a.ts'], '/app/src/a.ts'), undefined);
  });
});

describe('the file that a package and a name mean', () => {
  const modules = ['a/src/main/java/com/acme/Cart.java', 'b/src/main/java/com/acme/Cart.java', 'b/src/main/java/com/acme/Rate.java'];

  for (const [report, tail, expected] of [
    ['a/target/site/jacoco/jacoco.xml', 'com/acme/Cart.java', modules[0]],
    ['b/build/reports/jacoco/test/jacocoTestReport.xml', 'com/acme/Cart.java', modules[1]],
    ['report/target/site/jacoco-aggregate/jacoco.xml', 'com/acme/Rate.java', modules[2]],
    ['report/target/site/jacoco-aggregate/jacoco.xml', 'com/acme/Cart.java', undefined],
    ['a/target/site/jacoco/jacoco.xml', 'acme/Cart.java', modules[0]],
    ['a/target/site/jacoco/jacoco.xml', 'me/Cart.java', undefined],
    ['a/target/site/jacoco/jacoco.xml', 'com/acme/Gone.java', undefined],
  ] as const)
    it(`is ${expected ?? 'not known'} by ${tail} in ${report}`, () => {
      assert.equal(pathOf(modules, tail, report, 'tail'), expected);
    });
});
