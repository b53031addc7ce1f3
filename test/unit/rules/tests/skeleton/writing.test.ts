import assert from 'node:assert/strict';
import { rules } from '../../../../../src/rules/index.ts';
import type { Texts } from '../../../../../src/change/in-memory.ts';
import { reviewTexts } from '../../../review/reviewing.ts';
import { withFixes } from '../../rule-cases.ts';
import { written } from './written.ts';

const gapRules = rules.filter(({ id }) => id === 'tests/untested-change' || id === 'tests/untested-edge-case');
const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** The files that the first fix changes. */
async function filesWritten(base: Texts, head: Texts): Promise<readonly string[]> {
  const { findings } = await reviewTexts(base, head, gapRules, { minimumConfidence: 'low' });
  const [first] = findings.filter(({ fixes }) => fixes.length > 0);
  const fixed = first ? withFixes(head, [first]) : head;
  return Object.keys(fixed).filter((path) => fixed[path] !== head[path]);
}

const before = text('export function clip(text, most) {', '  return text;', '}');
const after = text('export function clip(text, most) {', '  return most > 3 ? text.slice(0, most) : text;', '}');

interface Row {
  readonly name: string;
  /** The source before and after. */
  readonly source: readonly [string, string];
  readonly path: string;
  readonly test: string;
  readonly expected: readonly string[];
  readonly production?: string;
}

const rows: readonly Row[] = [
  {
    name: 'in double quotes, without semicolons and spaces in braces, as the file is',
    source: [before, after],
    path: 'test/limits.test.js',
    test: text('import test from "ava"', 'import {other} from "./other.js"', '', 'test("works", t => {', '  t.is(other(), "limits")', '})'),
    expected: [
      'import {clip} from "../src/limits.js"',
      'test("clip when most is 2", t => {',
      '  // t.is(clip(text, 2), "…")',
      '  throw new Error("state text, and what clip(text, 2) should give")',
      'test("clip when most is 3", t => {',
      '  // t.is(clip(text, 3), "…")',
      '  throw new Error("state text, and what clip(text, 3) should give")',
      'test("clip when most is 4", t => {',
      '  // t.is(clip(text, 4), "…")',
      '  throw new Error("state text, and what clip(text, 4) should give")',
    ],
  },
  {
    name: 'with one more name in the list of an import',
    source: [
      text('export const one = () => 1;', 'export const two = () => 2;'),
      text('export const one = () => 1;', 'export const two = () => start() + 2;'),
    ],
    path: 'test/limits.test.js',
    test: text(
      "import { expect, it } from 'vitest';",
      'import {',
      '  one,',
      "} from '../src/limits.js';",
      '',
      "it('is', () => {",
      '  expect(one()).toBe(1);',
      '});',
    ),
    expected: ['  two,', "it('two gives what is expected', () => {", "  expect(two()).toBe('state what two() should give');"],
  },
  {
    name: 'with the name that the file has from the whole package',
    source: [
      text('class Limit {', '  of() {', '    return 1;', '  }', '}', 'module.exports = { Limit };'),
      text('class Limit {', '  of() {', '    return start() + 1;', '  }', '}', 'module.exports = { Limit };'),
    ],
    path: 'test/limits.test.js',
    test: text("const { Limit } = require('../');", '', "it('is', () => {", '  expect(new Limit().other()).toBe(1);', '});'),
    expected: ["it('of gives what is expected', () => {", "  expect(new Limit().of()).toBe('state what new Limit().of() should give');"],
  },
  {
    name: 'with the name that the file gives to a part of the package',
    source: [
      text('module.exports = function limits() { return 1; };'),
      text('module.exports = function limits() { return start() + 1; };'),
    ],
    path: 'test/limits.test.js',
    test: text("const all = require('../');", 'const limits = all.limits;', '', "it('is', () => {", '  expect(all).toBe(1);', '});'),
    expected: ["it('limits gives what is expected', () => {", "  expect(limits()).toBe('state what limits() should give');"],
  },
  {
    name: 'a getter as it is read',
    source: [
      text('export class Limit {', '  get most() {', '    return 1;', '  }', '}'),
      text('export class Limit {', '  get most() {', '    return start() + 1;', '  }', '}'),
    ],
    path: 'test/limits.test.js',
    test: text(
      "import { expect, it } from 'vitest';",
      "import { Limit } from '../src/limits.js';",
      '',
      "it('is', () => {",
      '  expect(new Limit().other()).toBe(1);',
      '});',
    ),
    expected: ["it('most gives what is expected', () => {", "  expect(new Limit().most).toBe('state what new Limit().most should give');"],
  },
  {
    name: 'nothing for what asks for an object that the test does not know',
    source: [
      text('module.exports = {', '  get most() {', '    return this.all;', '  },', '};'),
      text('module.exports = {', '  get most() {', '    return this.all + 1;', '  },', '};'),
    ],
    path: 'test/limits.test.js',
    test: text("const limits = require('../src/limits');", '', "it('is', () => {", '  expect(limits.other()).toBe(1);', '});'),
    expected: [],
  },
  {
    name: 'a value without a call',
    source: [text("export const names = ['a'];"), text("export const names = ['a', 'b'];")],
    path: 'test/limits.test.js',
    test: text(
      "import { expect, it } from 'vitest';",
      "import { other } from '../src/limits.js';",
      '',
      "it('is', () => {",
      '  expect(other()).toBe(1);',
      '});',
    ),
    expected: ["import { expect, it } from 'vitest';"]
      .slice(1)
      .concat([
        "import { other, names } from '../src/limits.js';",
        "it('names gives what is expected', () => {",
        "  expect(names).toBe('state what names should give');",
      ]),
  },
  {
    name: 'behind the test that a test is a part of',
    source: [before, text('export function clip(text, most) {', '  return text.trim();', '}')],
    path: 'test/limits.test.js',
    test: text(
      "import { test } from 'node:test';",
      "import { clip } from '../src/limits.js';",
      '',
      "test('all', async (t) => {",
      '  t.plan(1);',
      "  await t.test('one', (t) => {",
      "    t.assert.equal(clip('a', 1), 'a');",
      '  });',
      '});',
    ),
    expected: ["test('clip gives what is expected', (t) => {", "  t.assert.equal(clip('a', 1), \"state what clip('a', 1) should give\");"],
  },
  {
    name: 'nothing that a plain script would have to load as TypeScript',
    source: [before, after],
    production: 'src/limits.ts',
    path: 'test/limits.test.js',
    test: text(
      "import { expect, it } from 'vitest';",
      "import { all } from '../lib/all.js';",
      '',
      "it('is', () => {",
      '  expect(all()).toBe(1);',
      '});',
    ),
    expected: [],
  },
  {
    name: 'a function within which others have a `this`',
    source: [
      text('export function limits() {', '  return { all, one: 1 };', '  function all() {', '    return this;', '  }', '}'),
      text('export function limits() {', '  return { all, one: start() };', '  function all() {', '    return this;', '  }', '}'),
    ],
    path: 'test/limits.test.js',
    test: text(
      "import { expect, it } from 'vitest';",
      "import { limits } from '../src/limits.js';",
      '',
      "it('is', () => {",
      '  expect(other()).toBe(1);',
      '});',
    ),
    expected: ["it('limits gives what is expected', () => {", "  expect(limits()).toBe('state what limits() should give');"],
  },
  {
    name: 'that a hook has to be rendered',
    source: [text('export function useLimit() {', '  return 1;', '}'), text('export function useLimit() {', '  return start() + 1;', '}')],
    path: 'test/limits.test.js',
    test: text(
      "import { expect, it } from 'vitest';",
      "import { other } from '../src/limits.js';",
      '',
      "it('is', () => {",
      '  expect(other()).toBe(1);',
      '});',
    ),
    expected: [
      "import { other, useLimit } from '../src/limits.js';",
      "it('useLimit gives what is expected', () => {",
      "  throw new Error('render what uses useLimit, and state what it shows');",
    ],
  },
];

describe('missing tests are written', () => {
  for (const { name, source, path, test, expected, production = 'src/limits.js' } of rows)
    it(name, async () => {
      const texts = (code: string): Texts => ({ [production]: code, [path]: test });
      assert.deepEqual(await written(texts(source[0]), texts(source[1]), path), expected);
    });

  const other = text(
    "import { expect, it } from 'vitest';",
    "import { all } from '../src/all.js';",
    '',
    "it('is', () => {",
    '  expect(all()).toBe(1);',
    '});',
  );
  const places: readonly (readonly [name: string, tests: readonly string[], expected: readonly string[]])[] = [
    ['into the file that is called after the source', ['test/app.test.js', 'test/limits.test.js'], ['test/limits.test.js']],
    [
      'into the folder that is called after it, and its file for the function',
      ['test/limits/all.test.js', 'test/limits/clip.test.js'],
      ['test/limits/clip.test.js'],
    ],
    ['into a new file where none is', ['test/app.test.js'], ['test/limits.test.js']],
  ];
  for (const [name, tests, expected] of places)
    it(name, async () => {
      const all: Texts = Object.fromEntries(
        tests.map((path) => [path, other.replace('../src/all.js', `${'../'.repeat(path.split('/').length - 1)}src/limits.js`)]),
      );
      assert.deepEqual(await filesWritten({ 'src/limits.js': before, ...all }, { 'src/limits.js': after, ...all }), expected);
    });

  it('nowhere in a test of another package that is called alike', async () => {
    const test = { 'library/test/limits.test.js': other.replace('../src/all.js', './limits.js') };
    const path = 'codemod/src/limits.js';
    assert.deepEqual(await filesWritten({ [path]: before, ...test }, { [path]: after, ...test }), []);
  });

  it('nowhere by the model of tests that are handed their words', async () => {
    const test = {
      'test/app.test.js': text(
        "import { all } from './setup.js';",
        "all('app', (app, { it, expect }) => {",
        "  it('is', () => {",
        '    expect(app()).toBe(1);',
        '  });',
        '});',
      ),
    };
    const path = 'src/limits.js';
    assert.deepEqual(await filesWritten({ [path]: before, ...test }, { [path]: after, ...test }), []);
  });

  it('with nothing that JUnit hands to the nearest test', async () => {
    const code = (body: string): string =>
      text(
        'package com.acme;',
        '',
        'public class Door {',
        '    public static String open(String key) {',
        `        return ${body};`,
        '    }',
        '}',
      );
    const path = 'src/test/java/com/acme/DoorTest.java';
    const test = text(
      'package com.acme;',
      '',
      'import static org.junit.jupiter.api.Assertions.assertEquals;',
      'import org.junit.jupiter.api.Test;',
      '',
      'class DoorTest {',
      '    @Test',
      '    void opens(Server server) {',
      '        assertEquals("a", Door.open(server.url()));',
      '    }',
      '}',
    );
    const texts = (body: string): Texts => ({ 'src/main/java/com/acme/Door.java': code(body), [path]: test });
    assert.deepEqual(await written(texts('key'), texts('own(key)'), path), [
      '    void openGivesWhatIsExpected() {',
      '        assertEquals((Object) "state what Door.open(\\"a\\") should give", Door.open("a"));',
    ]);
  });

  it('as Java of a nested class, with imports where they belong, and names that do not say the opposite', async () => {
    const code = (body: string): string =>
      text(
        'package com.acme;',
        '',
        'public class Door {',
        '    public String open(String key, int times) {',
        ...body.split('|').map((line) => `        ${line}`),
        '    }',
        '}',
      );
    const path = 'src/test/java/com/acme/DoorTest.java';
    const test = text(
      'package com.acme;',
      '',
      'import org.junit.jupiter.api.Nested;',
      'import org.junit.jupiter.api.Test;',
      '',
      'import static org.junit.jupiter.api.Assertions.assertTrue;',
      'import static org.mockito.Mockito.mock;',
      '',
      'class DoorTest {',
      '    @Nested',
      '    class Closed {',
      '        @Test',
      '        void opens() {',
      '            assertTrue(new Door().open("a", 1).isEmpty());',
      '        }',
      '    }',
      '}',
    );
    const texts = (body: string): Texts => ({ 'src/main/java/com/acme/Door.java': code(body), [path]: test });
    const head = texts('if (!key.equals(own()) && times != most()) return other();|return key;');
    const { findings } = await reviewTexts(texts('return key;'), head, gapRules, { minimumConfidence: 'low' });
    assert.equal(
      withFixes(head, findings)[path],
      test
        .replace(
          'import static org.junit.jupiter.api.Assertions.assertTrue;',
          'import static org.junit.jupiter.api.Assertions.assertEquals;\nimport static org.junit.jupiter.api.Assertions.assertTrue;',
        )
        .replace(
          '        }\n    }\n}\n',
          text(
            '        }',
            '',
            '        @Test',
            '        void openWhenNotKeyEqualsOwnAndTimesIsNotMost() {',
            '            assertEquals((Object) "state what new Door().open(\\"a\\", 1) should give when !key.equals(own()) && times != most()", new Door().open("a", 1));',
            '        }',
            '    }',
            '}',
          ),
        ),
    );
  });
});
