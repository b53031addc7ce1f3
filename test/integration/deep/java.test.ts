import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { Sandbox } from '../git/sandbox.ts';
import { deepFindings, deepNotices, deepReview } from './deep-review.ts';

const path = 'src/main/java/com/acme/Cart.java';
const testPath = 'src/test/java/com/acme/CartTest.java';
const cart = (...lines: readonly string[]): string =>
  `package com.acme;\n\npublic class Cart {\n    public int total(int sum, int tax) {\n${lines.map((each) => `        ${each}\n`).join('')}    }\n}\n`;
const test = (...lines: readonly string[]): string =>
  [
    'package com.acme;',
    '',
    'import static org.junit.jupiter.api.Assertions.*;',
    'import org.junit.jupiter.api.Test;',
    '',
    'class CartTest {',
    ...lines.flatMap((each, index) => ['    @Test', `    void case${index}() {`, `        ${each}`, '    }', '']),
    '}',
    '',
  ].join('\n');

/** As much of JUnit as the tests use: it is no part of the product, and not on every machine. */
const standIns = {
  'lib/org/junit/jupiter/api/Test.java':
    'package org.junit.jupiter.api;\nimport java.lang.annotation.*;\n@Retention(RetentionPolicy.RUNTIME) public @interface Test {}\n',
  'lib/org/junit/jupiter/api/Assertions.java':
    'package org.junit.jupiter.api;\npublic class Assertions {\n  public static void assertEquals(Object a, Object b) { if (!a.equals(b)) throw new AssertionError(a + " is not " + b); }\n  public static void assertThrows(Class<?> type, Runnable run) { try { run.run(); } catch (Throwable thrown) { if (type.isInstance(thrown)) return; } throw new AssertionError("nothing thrown"); }\n}\n',
  'lib/Run.java':
    'public class Run {\n  public static void main(String[] names) throws Exception {\n    for (String name : names[0].split(",")) {\n      Class<?> type = Class.forName("com.acme." + name);\n      var made = type.getDeclaredConstructor();\n      made.setAccessible(true);\n      for (var method : type.getDeclaredMethods()) if (method.isAnnotationPresent(org.junit.jupiter.api.Test.class)) { method.setAccessible(true); method.invoke(made.newInstance()); }\n    }\n  }\n}\n',
};
const run = 'javac -nowarn -d out $(find . -name "*.java") && java -cp out Run {classes}';

function changed(base: string, head: string, baseTest: string, headTest: string): Sandbox {
  const sandbox = new Sandbox();
  for (const [file, text] of Object.entries(standIns)) sandbox.write(file, text);
  sandbox.write(path, base);
  sandbox.write(testPath, baseTest);
  sandbox.commit('start');
  sandbox.git('switch', '-q', '-c', 'feature');
  sandbox.write(path, head);
  sandbox.write(testPath, headTest);
  sandbox.commit('change');
  return sandbox;
}

describe('the deep check in Java', function () {
  this.timeout(120_000);

  before(function () {
    if (process.platform === 'win32' || spawnSync('javac', ['-version']).status !== 0) this.skip();
  });

  const plain = cart('return sum + tax;');
  const refusing = cart('if (tax < 0) throw new IllegalArgumentException("negative");', 'return sum + tax;');
  const adds = 'assertEquals(3, new Cart().total(1, 2));';

  it('finds what the tests pass without', async () => {
    using sandbox = changed(plain, refusing, test(adds), test(adds, 'assertEquals(5, new Cart().total(1, 4));'));
    const review = await deepReview(sandbox, run);
    assert.match(
      deepFindings(review).join('\n'),
      /^passes-without-the-change src\/main\/java\/com\/acme\/Cart.java:4 `Cart.total` [^\n]*$/,
    );
    assert.deepEqual(deepNotices(review), []);
    assert.deepEqual((review.findings[0]?.properties['evidence'] as { tests: unknown }).tests, [testPath]);
  });

  it('finds the bound that no test tries', async () => {
    const [base, head] = [plain, cart('if (tax > 100)', '    return sum;', 'return sum + tax;')];
    using sandbox = changed(base, head, test(adds), test(adds, 'assertEquals(1, new Cart().total(1, 200));'));
    assert.deepEqual(
      deepFindings(await deepReview(sandbox, run)).map((each) => each.replace(/`javac[^`]*`/, 'RUN')),
      ['unnoticed-mutation src/main/java/com/acme/Cart.java:5 RUN passes when in `Cart.total` `tax > 100` becomes `tax >= 100`.'],
    );
  });

  it('does not take what does not compile for noticed', async () => {
    const [base, head] = [
      cart('return sum + rate(tax);', '}', 'int rate(int tax) {', '    return tax;'),
      cart('return sum + 3 * rate(tax, 2);', '}', 'int rate(int tax, int times) {', '    return tax * times;'),
    ];
    using sandbox = changed(
      base,
      head,
      test('assertEquals(0, new Cart().total(0, 0));'),
      test('assertEquals(0, new Cart().total(0, 0));', 'assertEquals(1, new Cart().total(1, 0));'),
    );
    const review = await deepReview(sandbox, run);
    assert.deepEqual(deepNotices(review), ['deep-check-unclear']);
    assert.match(review.notices.find(({ id }) => id === 'deep-check-unclear')?.message ?? '', /`Cart.total`/);
    assert.deepEqual(
      deepFindings(review).flatMap((each) => (each.startsWith('passes') ? [each.split(' ').slice(0, 3).join(' ')] : [])),
      [`passes-without-the-change ${path}:7 \`Cart.rate\``],
    );
  });
});
