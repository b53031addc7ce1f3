import assert from 'node:assert/strict';
import { isTouched } from '../../../src/code/touched.ts';
import { commentProbe } from '../../../src/languages/comment-places.ts';

const text = `/*/ odd */ int a; // one
// two
String b = "/* no */"; /** three
 * four
 */ int c; /* five */ /* six
*/
"//".size();
/**/
int d;
`;

/** Where the comments are, in order. */
const comments = [...text.matchAll(/"[^"]*"|\/\/.*|\/\*[^]*?\*\//g)]
  .filter(([found]) => !found.startsWith('"'))
  .map(({ index, 0: found }) => ({ start: index, end: index + found.length }));

describe('commentProbe', () => {
  const mayHoldComment = commentProbe(text);

  it('never denies a comment that whole lines touch', () => {
    comments.splice(0, 1, { start: 0, end: text.indexOf('*/ int a') + 2 });
    const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    for (const start of lineStarts) {
      for (const end of lineStarts.filter((each) => each >= start)) {
        if (!comments.some((comment) => isTouched(comment, [{ start, end }]))) continue;
        assert.ok(mayHoldComment({ start, end }), JSON.stringify(text.slice(start, end)));
      }
    }
  });

  it('denies what holds none', () => {
    const at = text.indexOf('int d');
    assert.equal(mayHoldComment({ start: at, end: text.length }), false);
  });
});
