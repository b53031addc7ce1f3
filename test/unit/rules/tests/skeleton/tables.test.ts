import assert from 'node:assert/strict';
import type { Texts } from '../../../../../src/change/in-memory.ts';
import { rules } from '../../../../../src/rules/index.ts';
import { reviewTexts } from '../../../review/reviewing.ts';
import { withFixes } from '../../rule-cases.ts';

const gapRules = rules.filter(({ id }) => id === 'tests/untested-change' || id === 'tests/untested-edge-case');

/** The test file after the first fix. */
async function fixed(base: Texts, head: Texts, test: string): Promise<string | undefined> {
  const { findings } = await reviewTexts(base, head, gapRules, { minimumConfidence: 'low' });
  const [first] = findings.filter(({ fixes }) => fixes.length > 0);
  return first && withFixes(head, [first])[test];
}

const before = 'export function clip(text: string, most: number): string {\n  return text;\n}\n';
const branch = before.replace('  return', '  if (text.length > most && most > 3) return `${text.slice(0, 3)}…`;\n  return');
const refusal = before.replace('  return', "  if (most < 1) throw new RangeError('most must be positive');\n  return");
const imports = "import { expect, it } from 'vitest';\nimport { clip } from '../src/limits';\n\n";
const path = 'test/limits.test.ts';

async function tableAfter(test: string, code: string): Promise<string | undefined> {
  return fixed({ 'src/limits.ts': before, [path]: test }, { 'src/limits.ts': code, [path]: test }, path);
}

describe('the skeleton of missing tests, where the nearest test is a table', () => {
  it('adds rows, each with what is to be stated', async () => {
    const test = `${imports}it.each([\n  ['ab', 5, 'ab'],\n  ['abc', 9, 'abc'],\n])('clips %s', (text, most, expected) => {\n  expect(clip(text, most)).toBe(expected);\n});\n`;
    assert.equal(
      await tableAfter(test, branch),
      test.replace(
        "'abc'],\n",
        "'abc'],\n  ['a', 2, \"state what clip('a', 2) should give\"],\n  ['a', 3, \"state what clip('a', 3) should give\"],\n  ['a', 4, \"state what clip('a', 4) should give\"],\n",
      ),
    );
  });

  it('adds rows with keys and titles to the list of a loop', async () => {
    const test = `${imports}const rows = [{ name: 'short', text: 'ab', most: 5, expected: 'ab' }];\n\nfor (const { name, text, most, expected } of rows) {\n  it(name, () => {\n    expect(clip(text, most)).toBe(expected);\n  });\n}\n`;
    const marked = (most: number): string =>
      `{ name: 'clip when most is ${most}', text: 'a', most: ${most}, expected: \"state what clip('a', ${most}) should give\" }`;
    assert.equal(await tableAfter(test, branch), test.replace("expected: 'ab' }", `expected: 'ab' }, ${[2, 3, 4].map(marked).join(', ')}`));
  });

  it('writes what is to be refused behind the table, as a test of its own', async () => {
    const test = `${imports}[\n  ['ab', 5, 'ab'],\n].forEach(([text, most, expected]) => {\n  it(\`clips \${text}\`, () => {\n    expect(clip(text, most)).toBe(expected);\n  });\n});\n`;
    assert.equal(
      await tableAfter(test, refusal),
      `${test.replace("'ab'],\n", "'ab'],\n  ['a', 1, \"state what clip('a', 1) should give\"],\n  ['a', 2, \"state what clip('a', 2) should give\"],\n").trimEnd()}\n\nit('clip throws RangeError when most is 0', () => {\n  expect(() => clip('a', 0)).toThrow(RangeError);\n});\n`,
    );
  });

  it('states nothing in a table that holds no results, and stands behind it', async () => {
    const test = `${imports}import { rows } from './rows';\n\nrows.forEach(([text, most]) => {\n  it(\`clips \${text}\`, () => {\n    expect(clip(text, most)).toBe(text);\n  });\n});\n`;
    const written = await tableAfter(test, refusal);
    assert.ok(written?.startsWith(`${test.trimEnd()}\n\nit('clip throws RangeError when most is 0', () => {\n  expect`), written);
  });
});

describe('the skeleton of missing tests in Java, where the nearest test is a table', () => {
  const [code, javaTest] = ['src/main/java/com/acme/Cart.java', 'src/test/java/com/acme/CartTest.java'];
  const cart = (body: string): string =>
    `package com.acme;\n\npublic class Cart {\n    public long total(int count, int tax) {\n${body}        return count + tax;\n    }\n}\n`;
  const csv = (rows: string, body: string): string =>
    `package com.acme;\n\nimport static org.junit.jupiter.api.Assertions.assertEquals;\n\nimport org.junit.jupiter.params.ParameterizedTest;\nimport org.junit.jupiter.params.provider.CsvSource;\n\nclass CartTest {\n    @ParameterizedTest\n    @CsvSource({${rows}})\n    void addsTheTax(int count, int tax, long expected) {\n        ${body}\n    }\n}\n`;
  const adds = 'assertEquals(expected, new Cart().total(count, tax));';

  async function after(test: string): Promise<string | undefined> {
    const changed = cart('        if (tax > 50) return count;\n');
    return fixed({ [code]: cart(''), [javaTest]: test }, { [code]: changed, [javaTest]: test }, javaTest);
  }

  it('adds rows, each with what is to be stated', async () => {
    const [rows, marked] = ['"1, 2, 3", "2, 2, 4"', (tax: number) => `, "1, ${tax}, 'state what total(1, ${tax}) should give'"`];
    assert.equal(await after(csv(rows, adds)), csv(`${rows}${marked(49)}${marked(50)}${marked(51)}`, adds));
  });

  it('adds them line by line where the others are so', async () => {
    const written = await after(csv('\n        "1, 2, 3",\n        "2, 2, 4"\n    ', adds));
    assert.match(written ?? '', /"2, 2, 4",\n {8}"1, 49, 'state what total\(1, 49\) should give'",\n {8}"1, 50, /);
  });

  it('states nothing where every row has the same result', async () => {
    assert.equal(await after(csv('"1, 2, 3"', 'assertTrue(new Cart().total(count, tax) > 0);').replace(', long expected', '')), undefined);
  });
});
