import assert from 'node:assert/strict';
import { ObjectAnswers } from '../../../src/git/object-answers.ts';

const [one, two] = ['1'.repeat(40), '2'.repeat(64)];

/** What is answered when the output comes in pieces of this many bytes. */
function answers(output: string, withContent: boolean, piece: number): string[] {
  const found: string[] = [];
  const parser = new ObjectAnswers(withContent, (object) => {
    found.push(object ? `${object.id.charAt(0)} ${object.type} ${object.size} ${object.bytes.toString()}` : 'nothing');
  });
  const bytes = Buffer.from(output);
  for (let at = 0; at < bytes.length; at += piece) parser.push(bytes.subarray(at, at + piece));
  return found;
}

describe('ObjectAnswers', () => {
  const contents = `${one} blob 9\nå\n1 b 2\n\nHEAD:gone missing\n${two} blob 0\n\n${one} tree 3\n\n\n\n\n`;

  for (const piece of [1, 7, 45, 1_000]) {
    it(`reads contents that come in pieces of ${piece} bytes`, () => {
      assert.deepEqual(answers(contents, true, piece), ['1 blob 9 å\n1 b 2\n', 'nothing', '2 blob 0 ', '1 tree 3 \n\n\n']);
    });
  }

  it('reads what there is, without contents', () => {
    const output = `${one} commit 210\n${one} blob 3 missing\nabc ambiguous\n${two} blob 7\n`;
    assert.deepEqual(answers(output, false, 5), ['1 commit 210 ', 'nothing', 'nothing', '2 blob 7 ']);
  });
});
