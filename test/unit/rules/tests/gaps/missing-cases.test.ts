import assert from 'node:assert/strict';
import type { Texts } from '../../../../../src/change/in-memory.ts';
import { untestedChange } from '../../../../../src/rules/tests/untested-change.ts';
import { newFindings, reviewExample } from '../../rule-cases.ts';

const other =
  "import { expect, it } from 'vitest';\nimport { other } from '../src/other';\n\nit('is other', () => {\n  expect(other()).toBe(1);\n});\n";

/** The lines below each finding: caption and line. */
async function cases(head: Texts, base: Texts = {}): Promise<readonly (readonly string[])[]> {
  const around: Texts = { 'test/other.test.ts': other, 'src/other.ts': 'export const other = () => 1;\n' };
  const review = await reviewExample(untestedChange, { base: { ...around, ...base }, head: { ...around, ...head } });
  return newFindings(review).map(({ related }) => related.map(({ caption, role, start }) => `${start.line} ${role ?? ''} ${caption}`));
}

describe('the cases that no test shows', () => {
  it('stand below the finding, one for each, at the line that raised it', async () => {
    const clip =
      "export function clip(text: string, most: number): string {\n  if (most < 1) throw new RangeError('most must be positive');\n  return text;\n}\n";
    assert.deepEqual(await cases({ 'src/clip.ts': clip }), [
      [
        '1 case The new “clip” gives what is expected for ordinary input',
        '2 case It does the right thing around the limit: when `most` is `0`, `1` or `2`',
        '2 case It refuses with `most must be positive` when `most` is `0`',
      ],
    ]);
  });

  it('say of what is caught that it goes wrong', async () => {
    const read =
      'export function read(text: string): Cart {\n  try {\n    return parsed(text) ?? empty;\n  } catch {\n    return empty;\n  }\n}\n';
    const [below = []] = await cases(
      { 'src/read.ts': read },
      { 'src/read.ts': read.replace(/  try \{\n/, '').replace(/  \} catch[^}]*\}\n/, '') },
    );
    assert.equal(below.at(-1), '4 case It does the right thing when what it tries goes wrong (`catch`), and when it does not');
  });

  it('are told by the last one where they are very many', async () => {
    const checks = Array.from({ length: 20 }, (_, at) => `  if (kind === 'k${at}') return ${at};\n`).join('');
    const [below = []] = await cases({ 'src/kinds.ts': `export function kindOf(kind: string): number {\n${checks}  return -1;\n}\n` });
    assert.equal(below.length, 13);
    assert.equal(below.at(-1), '13 case 9 more from here on');
  });

  it('are those functions, where one note tells of several', async () => {
    const many = Array.from({ length: 9 }, (_, at) => `export function get${at}(n: number): number {\n  return n * ${at + 2};\n}\n`).join(
      '',
    );
    assert.deepEqual((await cases({ 'src/many.ts': many })).at(-1), ['22 case `get7`', '25 case `get8`']);
  });
});
