import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../src/base/line-index.ts';

describe('a line index', () => {
  it('counts lines and columns from 1, a line break belonging to the line it ends', () => {
    const lines = new LineIndex('ab\nc\n');
    assert.deepEqual(
      [0, 2, 3, 4, 5].map((offset) => lines.position(offset)),
      [
        { line: 1, column: 1 },
        { line: 1, column: 3 },
        { line: 2, column: 1 },
        { line: 2, column: 2 },
        { line: 3, column: 1 },
      ],
    );
    assert.equal(lines.lineCount, 3);
    assert.deepEqual(lines.lineRange(1), { start: 0, end: 3 });
    assert.deepEqual(lines.lineRange(3), { start: 5, end: 5 });
  });

  it('has one line for an empty text', () => {
    const lines = new LineIndex('');
    assert.equal(lines.lineCount, 1);
    assert.deepEqual(lines.position(0), { line: 1, column: 1 });
  });

  it('moves positions outside the text to its nearest end', () => {
    const lines = new LineIndex('ab\nc');
    assert.equal(lines.offset({ line: 0, column: 1 }), 0);
    assert.equal(lines.offset({ line: 9, column: 1 }), 4);
    assert.equal(lines.offset({ line: 1, column: 99 }), 3);
  });

  it('finds every offset again from its position', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', 'ü', '😀')), (parts) => {
        const text = parts.join('');
        const lines = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) assert.equal(lines.offset(lines.position(offset)), offset);
      }),
    );
  });
});
