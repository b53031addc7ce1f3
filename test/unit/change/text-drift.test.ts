import assert from 'node:assert/strict';
import { TextDrift } from '../../../src/change/text-drift.ts';

describe('text drift', () => {
  const span = { start: { line: 2, column: 3 }, end: { line: 3, column: 4 } };

  it('keeps places in an unchanged text', () => {
    assert.deepEqual(new TextDrift('a\nb\nc\n', 'a\nb\nc\n').span(span), span);
  });

  it('moves them with lines above', () => {
    assert.deepEqual(new TextDrift('a\nb\nc\n', 'new\na\nb\nc\n').span(span), {
      start: { line: 3, column: 3 },
      end: { line: 4, column: 4 },
    });
  });

  it('keeps them where lines below change', () => {
    assert.deepEqual(new TextDrift('a\nb\nc\nd\n', 'a\nb\nc\nD\n').span(span), span);
  });

  it('drops them where one of their lines changes, or lines come between', () => {
    assert.equal(new TextDrift('a\nb\nc\n', 'a\nb\nC\n').span(span), undefined);
    assert.equal(new TextDrift('a\nb\nc\n', 'a\nb\nbetween\nc\n').span(span), undefined);
  });
});
