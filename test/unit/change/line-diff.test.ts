import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Hunk } from '../../../src/change/change-set.ts';
import { lineHunks } from '../../../src/change/line-diff.ts';
import { splitLines } from '../../../src/change/lines.ts';

function hunk(baseLine: number, baseCount: number, headLine: number, headCount: number): Hunk {
  return { baseLine, baseCount, headLine, headCount };
}

/** Builds the head's lines from the base's by the hunks, and holds that they are in order and apart. */
function applied(base: string, head: string, hunks: readonly Hunk[]): string[] {
  const baseLines = splitLines(base);
  const headLines = splitLines(head);
  const result: string[] = [];
  let at = 0;
  for (const [index, { baseLine, baseCount, headLine, headCount }] of hunks.entries()) {
    assert.ok(baseCount + headCount > 0, 'a hunk changes something');
    assert.ok(index === 0 || baseLine - 1 > at, 'an unchanged line lies between two hunks');
    result.push(...baseLines.slice(at, baseLine - 1));
    assert.equal(headLine, result.length + 1, 'the head line follows from what came before');
    result.push(...headLines.slice(headLine - 1, headLine - 1 + headCount));
    at = baseLine - 1 + baseCount;
  }
  return [...result, ...baseLines.slice(at)];
}

const line = fc
  .tuple(fc.constantFrom('', 'a', 'b', 'c', '  a', '{', '}', 'long line'), fc.constantFrom('\n', '\r\n'))
  .map((parts) => parts.join(''));
const text = fc.tuple(fc.array(line, { maxLength: 60 }), fc.constantFrom('', 'a', '}')).map(([lines, last]) => lines.join('') + last);

describe('lineHunks', () => {
  it('turn the base into the head', () => {
    fc.assert(
      fc.property(text, text, (base, head) => {
        assert.deepEqual(applied(base, head, lineHunks(base, head)), splitLines(head));
      }),
      { numRuns: 2000 },
    );
  });

  it('are none where only line ends differ', () => {
    fc.assert(
      fc.property(fc.array(fc.string().filter((each) => !/[\r\n]/.test(each))), (lines) => {
        const base = lines.map((each) => `${each}\n`).join('');
        assert.deepEqual(lineHunks(base, base.replaceAll('\n', '\r\n')), []);
      }),
    );
  });

  const cases: [name: string, base: string, head: string, hunks: Hunk[]][] = [
    ['the same text', 'a\nb\n', 'a\nb\n', []],
    ['a new file', '', 'a\nb\n', [hunk(1, 0, 1, 2)]],
    ['a deleted file without a last line end', 'a\nb', '', [hunk(1, 2, 1, 0)]],
    ['a replaced line', 'a\nb\nc\n', 'a\nB\nc\n', [hunk(2, 1, 2, 1)]],
    ['a line added at the end', 'a\n', 'a\nb\n', [hunk(2, 0, 2, 1)]],
    ['a line added after a last line without an end', 'a', 'a\nb', [hunk(2, 0, 2, 1)]],
    ['the last line end alone', 'a\nb', 'a\nb\n', []],
    ['an empty line', 'a\nb\n', 'a\n\nb\n', [hunk(2, 0, 2, 1)]],
    ['a carriage return within a line', 'a\rb\n', 'a\nb\n', [hunk(1, 1, 1, 2)]],
    ['two places', 'a\nb\nc\nd\ne\n', 'A\nb\nc\nd\nE\n', [hunk(1, 1, 1, 1), hunk(5, 1, 5, 1)]],
  ];
  for (const [name, base, head, hunks] of cases) {
    it(`of ${name}`, () => {
      assert.deepEqual(lineHunks(base, head), hunks);
    });
  }

  it('show an added function whole, not from brace to brace', () => {
    const one = 'void one() {\n  run();\n}\n';
    const three = 'void three() {\n  run();\n}\n';
    const two = 'void two() {\n  run();\n}\n';
    assert.deepEqual(lineHunks(`${one}\n${three}`, `${one}\n${two}\n${three}`), [hunk(5, 0, 5, 4)]);
    assert.deepEqual(lineHunks(`${one}\n${two}\n${three}`, `${one}\n${three}`), [hunk(5, 4, 5, 0)]);
    assert.deepEqual(lineHunks(`@Test\n${one}`, `@Test\n${two}\n@Test\n${one}`), [hunk(1, 0, 1, 5)]);
  });

  it('anchor on unique lines, so that a moved block is one deletion and one addition', () => {
    const block = (name: string): string => `${name} {\n  x\n}\n`;
    const base = block('a') + block('b') + block('c');
    const hunks = lineHunks(base, block('b') + block('c') + block('a'));
    assert.deepEqual(hunks, [hunk(1, 3, 1, 0), hunk(10, 0, 7, 3)]);
  });

  it('end on input that is made to be slow', () => {
    const random = (seed: number, kinds: number): string => {
      let state = seed;
      return Array.from({ length: 60_000 }, () => `${(state = (state * 1103515245 + 12345) % 2147483648) % kinds}\n`).join('');
    };
    assert.ok(lineHunks(random(1, 3), random(2, 3)).length > 0);
    assert.ok(lineHunks(random(1, 90_000), random(2, 90_000)).length > 0);
    assert.deepEqual(lineHunks(`${'x'.repeat(10_000_000)}a`, `${'x'.repeat(10_000_000)}b`), [hunk(1, 1, 1, 1)]);
    assert.deepEqual(lineHunks('\n'.repeat(500_000), '\n'.repeat(400_000)), [hunk(400_001, 100_000, 400_001, 0)]);
  });
});
