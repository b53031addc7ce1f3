import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Texts } from '../../../src/change/in-memory.ts';
import { rules } from '../../../src/rules/index.ts';
import { reviewTexts } from '../../unit/review/reviewing.ts';
import { withFixes } from '../../unit/rules/rule-cases.ts';

interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a command in a folder made of texts. */
async function run(texts: Texts, command: string, args: readonly string[]): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'skeleton-'));
  try {
    for (const [path, text] of Object.entries(texts)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await new Promise((resolve) => {
      // A runner that was started by another one reports to it.
      const env = { ...process.env, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: undefined, FORCE_COLOR: '0' };
      execFile(command, args, { cwd: folder, env }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` });
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const gapRules = rules.filter(({ id }) => id === 'tests/untested-change');

/** Head with the tests that the first fix writes. */
async function withSkeleton(base: Texts, head: Texts): Promise<Texts> {
  const { findings } = await reviewTexts(base, head, gapRules);
  return withFixes(head, findings);
}

const clip = (exported: string): string =>
  `${exported} function clip(text = 'abc', most) {\n  if (most < 1) throw new RangeError('most must be positive');\n  return String(text).slice(0, most);\n}\n`;
const packageJson = (type: string): string => JSON.stringify({ name: 'limits', type });

interface Project {
  readonly name: string;
  readonly base: Texts;
  readonly changed: Texts;
  readonly written: string;
  readonly command: readonly [string, ...string[]];
}

const mocha = join(process.cwd(), 'node_modules', 'mocha', 'bin', 'mocha.js');
const nodeTest =
  "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { other } from '../src/other.js';\n\ntest('is other', () => {\n  assert.equal(other(), 1);\n});\n";
const mochaTest =
  "'use strict';\nconst assert = require('assert');\nconst { other } = require('../lib/other');\n\ndescribe('other', () => {\n  it('is other', () => {\n    assert.strictEqual(other(), 1);\n  });\n});\n";
const unchecked = 'export function clip(text = "abc", most) {\n  return String(text).slice(0, most);\n}\n';
const tableTest =
  "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { clip } from '../src/clip.js';\n\nfor (const [text, most, expected] of [\n  ['ab', 5, 'ab'],\n]) {\n  test(`clips at ${most}`, () => {\n    assert.equal(clip(text, most), expected);\n  });\n}\n";
const projects: readonly Project[] = [
  {
    name: 'node:test, in a new file',
    base: { 'package.json': packageJson('module'), 'src/other.js': 'export const other = () => 1;\n', 'test/other.test.js': nodeTest },
    changed: { 'src/clip.js': clip('export') },
    written: 'test/clip.test.js',
    command: [process.execPath, '--test', 'test/'],
  },
  {
    name: 'node:test, behind the nearest test',
    base: { 'package.json': packageJson('module'), 'src/other.js': 'export const other = () => 1;\n', 'test/other.test.js': nodeTest },
    changed: { 'src/other.js': `export const other = () => 1;\n\n${clip('export')}` },
    written: 'test/other.test.js',
    command: [process.execPath, '--test', 'test/'],
  },
  {
    name: 'node:test, in the rows of a table',
    base: { 'package.json': packageJson('module'), 'src/clip.js': unchecked, 'test/clip.test.js': tableTest },
    changed: { 'src/clip.js': clip('export') },
    written: 'test/clip.test.js',
    command: [process.execPath, '--test', 'test/'],
  },
  {
    name: 'mocha, in a new file',
    base: { 'package.json': packageJson('commonjs'), 'lib/other.js': 'exports.other = () => 1;\n', 'test/other.js': mochaTest },
    changed: { 'lib/clip.js': clip('exports.clip =') },
    written: 'test/clip.js',
    command: [process.execPath, mocha, '--no-color', 'test'],
  },
];

describe('the skeleton of missing tests, run', () => {
  for (const { name, base, changed, written, command } of projects) {
    const [program, ...args] = command;

    it(`is red with ${name}, for it states no results`, async () => {
      const texts = await withSkeleton(base, { ...base, ...changed });
      assert.ok(texts[written] !== base[written], `${written} was not written`);
      const { code, output } = await run(texts, program, args);
      assert.notEqual(code, 0, output);
      assert.match(output, /state what clip\(undefined, 1\) should give/);
      assert.doesNotMatch(output, /SyntaxError|ReferenceError|Cannot find/);
      // The error that is expected comes: that test holds.
      assert.match(output, /(?:✔|✓|ok \d+ -) clip throws RangeError when most is 0/);
    });

    it(`is green with ${name}, once somebody says what is expected`, async () => {
      const texts = await withSkeleton(base, { ...base, ...changed });
      const said = (texts[written] ?? '')
        .replace("'state what clip(undefined, 1) should give'", "'a'")
        .replace("'state what clip(undefined, 2) should give'", "'ab'");
      const { code, output } = await run({ ...texts, [written]: said }, program, args);
      assert.equal(code, 0, output);
    });
  }
});

/** As much of JUnit's interface as the tests call. */
const junit: Texts = {
  'junit/org/junit/jupiter/api/Test.java':
    'package org.junit.jupiter.api;\n\nimport java.lang.annotation.*;\n\n@Retention(RetentionPolicy.RUNTIME)\npublic @interface Test {}\n',
  'junit/org/junit/jupiter/api/Assertions.java':
    'package org.junit.jupiter.api;\n\npublic class Assertions {\n  public interface Executable {\n    void execute() throws Throwable;\n  }\n\n  public static void assertEquals(Object expected, Object actual) {\n    if (!java.util.Objects.equals(expected, actual)) throw new AssertionError("expected: <" + expected + "> but was: <" + actual + ">");\n  }\n\n  public static void assertThrows(Class<? extends Throwable> type, Executable executable) {\n    try {\n      executable.execute();\n    } catch (Throwable thrown) {\n      if (type.isInstance(thrown)) return;\n    }\n    throw new AssertionError("expected " + type);\n  }\n}\n',
  'junit/Run.java':
    'public class Run {\n  public static void main(String[] names) throws Exception {\n    Class<?> type = Class.forName(names[0]);\n    for (var method : type.getDeclaredMethods()) {\n      if (!method.isAnnotationPresent(org.junit.jupiter.api.Test.class)) continue;\n      var made = type.getDeclaredConstructor();\n      made.setAccessible(true);\n      method.setAccessible(true);\n      try {\n        method.invoke(made.newInstance());\n        System.out.println("green " + method.getName());\n      } catch (java.lang.reflect.InvocationTargetException error) {\n        System.out.println("red " + method.getName() + " " + error.getCause().getMessage());\n      }\n    }\n  }\n}\n',
};

describe('the skeleton of missing tests in Java, compiled and run', () => {
  const test =
    'package com.acme;\n\nimport static org.junit.jupiter.api.Assertions.assertEquals;\n\nimport org.junit.jupiter.api.Test;\n\nclass OtherTest {\n    @Test\n    void isOther() {\n        assertEquals(1, new Other().value());\n    }\n}\n';
  const base: Texts = {
    ...junit,
    'src/main/java/com/acme/Other.java':
      'package com.acme;\n\npublic class Other {\n    public int value() {\n        return 1;\n    }\n}\n',
    'src/test/java/com/acme/OtherTest.java': test,
  };
  const cart =
    'package com.acme.shop;\n\npublic class Cart {\n    public long total(int tax) {\n        if (tax < 0) throw new IllegalArgumentException("negative");\n        return 2 + tax;\n    }\n}\n';
  const written = 'src/test/java/com/acme/shop/CartTest.java';

  it('compiles, and is red where no result is stated', async function () {
    this.timeout(120_000);
    if ((await run({}, 'javac', ['-version'])).code !== 0) this.skip();
    const texts = await withSkeleton(base, { ...base, 'src/main/java/com/acme/shop/Cart.java': cart });
    const sources = Object.keys(texts).filter((path) => path.endsWith('.java'));
    const script = `javac -d out ${sources.join(' ')} && java -cp out Run com.acme.shop.CartTest`;
    const { output } = await run(texts, 'sh', ['-c', script]);
    assert.ok(texts[written] !== undefined);
    assert.deepEqual(output.trim().split('\n').sort(), [
      'green totalThrowsIllegalArgumentExceptionWhenTaxIsMinus1',
      'red totalWhenTaxIs0 expected: <state what new Cart().total(0) should give> but was: <2>',
      'red totalWhenTaxIs1 expected: <state what new Cart().total(1) should give> but was: <3>',
    ]);
  });
});
