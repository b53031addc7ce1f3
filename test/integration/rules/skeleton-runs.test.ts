import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rules } from '../../../src/rules/index.ts';
import { reviewTexts } from '../../unit/review/reviewing.ts';
import { withFixes } from '../../unit/rules/rule-cases.ts';

const gapRules = rules.filter(({ id }) => id === 'tests/untested-change' || id === 'tests/untested-edge-case');
type Texts = Record<string, string>;

/** The head with the missing tests written, in a folder of its own. */
async function withSkeleton(base: Texts, head: Texts): Promise<string> {
  const { findings } = await reviewTexts(base, head, gapRules, { minimumConfidence: 'low' });
  const fixed = withFixes(head, findings.slice(0, 1));
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  for (const [path, text] of Object.entries(fixed)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('the skeleton of missing tests runs', () => {
  let folder = '';
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('red under node:test until somebody says what is expected, and green where it is known', async () => {
    const test =
      "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { clip } from '../src/limits.js';\n\ntest('keeps what is short', () => {\n  assert.equal(clip('a', 2), 'a');\n});\n";
    const code = (body: string): Texts => ({
      'package.json': '{ "type": "module" }',
      'src/limits.js': `export function clip(text, most) {\n${body}  return text;\n}\n`,
      'test/limits.test.js': test,
    });
    folder = await withSkeleton(code(''), code("  if (most < 1) throw new RangeError('most must be positive');\n"));
    const { stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', 'test/'], { cwd: folder, encoding: 'utf8', env: {} });
    assert.deepEqual(
      Array.from(stdout.matchAll(/^\s*(ok|not ok) \d+ - (.*)$/gm), ([, outcome, title]) => `${outcome}: ${title}`),
      [
        'ok: keeps what is short',
        'ok: clip throws RangeError when most is 0',
        'not ok: clip when most is 1',
        'not ok: clip when most is 2',
      ],
    );
    assert.match(stdout, /undefined\s+!==\s+'state what|expected: 'state what clip\(undefined, 1\) should give'/);
  });

  it('red in Java too, where there is a compiler', async function () {
    if (spawnSync('javac', ['-version']).status !== 0) this.skip();
    const test =
      'package com.acme;\n\nimport static org.junit.jupiter.api.Assertions.assertEquals;\n\nimport org.junit.jupiter.api.Test;\n\nclass CartTest {\n    @Test\n    void addsTheTax() {\n        assertEquals(3, new Cart().total(1, 2));\n    }\n}\n';
    const cart = (body: string): string =>
      `package com.acme;\n\npublic class Cart {\n    public int total(int sum, int tax) {\n${body}        return sum + tax;\n    }\n}\n`;
    const [path, code] = ['src/test/java/com/acme/CartTest.java', 'src/main/java/com/acme/Cart.java'];
    folder = await withSkeleton(
      { [code]: cart(''), [path]: test },
      { [code]: cart('        if (tax < 0) throw new IllegalArgumentException("negative tax");\n'), [path]: test },
    );
    for (const [name, text] of Object.entries(standIns)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    execFileSync('javac', ['-d', 'out', ...Object.keys(standIns), code, path], { cwd: folder, stdio: 'pipe' });
    const output = execFileSync('java', ['-cp', 'out', 'Run', 'com.acme.CartTest'], { cwd: folder, encoding: 'utf8' });
    assert.deepEqual(output.trim().split('\n').sort(), [
      'addsTheTax ok',
      'totalThrowsIllegalArgumentExceptionWhenTaxIsMinus1 ok',
      'totalWhenTaxIs0 expected: state what new Cart().total(1, 0) should give but was: 1',
      'totalWhenTaxIs1 expected: state what new Cart().total(1, 1) should give but was: 2',
    ]);
  });
});

/** As much of JUnit as the tests use: it is no part of the product, and not on every machine. */
const standIns: Texts = {
  'org/junit/jupiter/api/Test.java':
    'package org.junit.jupiter.api;\n@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)\npublic @interface Test {}\n',
  'org/junit/jupiter/api/Executable.java':
    'package org.junit.jupiter.api;\npublic interface Executable { void execute() throws Throwable; }\n',
  'org/junit/jupiter/api/Assertions.java': `package org.junit.jupiter.api;
public class Assertions {
  public static void assertEquals(int expected, int actual) { assertEquals((Object) expected, (Object) actual); }
  public static void assertEquals(Object expected, Object actual) {
    if (!java.util.Objects.equals(expected, actual)) throw new AssertionError("expected: " + expected + " but was: " + actual);
  }
  public static <T extends Throwable> T assertThrows(Class<T> type, Executable code) {
    try { code.execute(); } catch (Throwable thrown) { if (type.isInstance(thrown)) return type.cast(thrown); }
    throw new AssertionError("no " + type);
  }
}
`,
  'Run.java': `public class Run {
  public static void main(String[] args) throws Exception {
    Class<?> type = Class.forName(args[0]);
    for (java.lang.reflect.Method method : type.getDeclaredMethods()) {
      if (!method.isAnnotationPresent(org.junit.jupiter.api.Test.class)) continue;
      java.lang.reflect.Constructor<?> made = type.getDeclaredConstructor();
      made.setAccessible(true);
      method.setAccessible(true);
      String outcome = "ok";
      try { method.invoke(made.newInstance()); } catch (java.lang.reflect.InvocationTargetException thrown) { outcome = thrown.getCause().getMessage(); }
      System.out.println(method.getName() + " " + outcome);
    }
  }
}
`,
};
