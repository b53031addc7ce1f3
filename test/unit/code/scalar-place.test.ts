import assert from 'node:assert/strict';
import { member } from '../../../src/code/document-node.ts';
import { placeInScalar } from '../../../src/code/scalar-place.ts';
import { rootOf } from '../documents/reading.ts';

async function placeOf(written: string, part: string): Promise<string> {
  const text = `run: ${written}\nnext: 1\n`;
  const node = member(await rootOf('a.yml', text), 'run');
  assert.ok(node?.kind === 'scalar');
  const start = String(node.value).indexOf(part);
  assert.ok(start >= 0, `${part} is not in ${String(node.value)}`);
  const place = placeInScalar(node, { start, end: start + part.length });
  return text.slice(place.start, place.end);
}

describe('the place of a part of a scalar', () => {
  it('is exact in a plain text', async () => {
    assert.equal(await placeOf('echo a b # c', 'a b'), 'a b');
  });
  it('is exact in a block, whose indentation is not read', async () => {
    assert.equal(await placeOf('|\n    one |\n\n      two two\n    three two', 'three two'), 'three two');
  });
  it('is exact in a folded block', async () => {
    assert.equal(await placeOf('>-\n  one\n  two\n  three', 'two'), 'two');
  });
  it('takes a break for the space that it is read as', async () => {
    assert.equal(await placeOf('>-\n  one\n  two', 'one two'), 'one\n  two');
  });
  it('is exact in quotes', async () => {
    assert.equal(await placeOf("'it''s a b'", 'a b'), 'a b');
  });
  it('is exact after escapes', async () => {
    assert.equal(await placeOf('"a\\n\\"b\\" c \\\\ d"', 'c \\ d'), 'c \\\\ d');
  });
  it('is the whole value where the two differ', async () => {
    assert.equal(await placeOf('"\\u0041 b"', 'b'), '"\\u0041 b"');
  });
});
