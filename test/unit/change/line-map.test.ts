import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineHunks } from '../../../src/change/line-diff.ts';
import { LineMap } from '../../../src/change/line-map.ts';
import { splitLines } from '../../../src/change/lines.ts';

const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '}\n'), { maxLength: 30 }).map((lines) => lines.join(''));

describe('LineMap', () => {
  it('pairs equal lines both ways, and leaves out exactly the lines of the hunks', () => {
    fc.assert(
      fc.property(text, text, (base, head) => {
        const hunks = lineHunks(base, head);
        const map = new LineMap(hunks);
        const baseLines = splitLines(base);
        const headLines = splitLines(head);
        for (const [index, content] of headLines.entries()) {
          const inHunk = hunks.some((hunk) => hunk.headLine <= index + 1 && index + 1 < hunk.headLine + hunk.headCount);
          const baseLine = map.baseLine(index + 1);
          assert.equal(baseLine === undefined, inHunk);
          assert.equal(map.isChanged(index + 1), inHunk);
          if (baseLine === undefined) continue;
          assert.equal(baseLines[baseLine - 1], content);
          assert.equal(map.headLine(baseLine), index + 1);
        }
        const kept = baseLines.filter((_, index) => map.headLine(index + 1) !== undefined).length;
        assert.equal(kept, headLines.length - hunks.reduce((sum, hunk) => sum + hunk.headCount, 0));
      }),
      { numRuns: 1000 },
    );
  });

  it('tells added lines from replaced ones', () => {
    const map = new LineMap(lineHunks('a\nb\nc\nd\n', 'A\nb\nnew\nc\nd\n'));
    assert.deepEqual(
      [1, 2, 3, 4, 5].map((line) => [map.isChanged(line), map.isAdded(line)]),
      [
        [true, false],
        [false, false],
        [true, true],
        [false, false],
        [false, false],
      ],
    );
    assert.deepEqual(
      [1, 2, 3, 4].map((line) => map.headLine(line)),
      [undefined, 2, 4, 5],
    );
  });

  it('knows which stretches were touched, by a deletion between two lines too', () => {
    const map = new LineMap(lineHunks('a\nb\nc\nd\ne\n', 'a\nb\nd\nE\n'));
    assert.deepEqual(
      [
        [1, 2],
        [2, 3],
        [3, 3],
        [3, 4],
        [4, 4],
        [1, 4],
      ].map(([first = 0, last = 0]) => map.touches(first, last)),
      [false, true, false, true, true, true],
    );
  });

  it('maps lines past the end of an unchanged file to themselves', () => {
    const map = new LineMap([]);
    assert.deepEqual([map.baseLine(7), map.headLine(7), map.touches(1, 9)], [7, 7, false]);
  });
});
