import assert from 'node:assert/strict';
import { looksUnbuilt } from '../../../src/deep/unbuilt.ts';

describe('whether code did not build', () => {
  for (const output of [
    '[ERROR] COMPILATION ERROR : \n',
    'src/main/java/a/Cart.java:5: error: cannot find symbol\n',
    '> Compilation failed; see the compiler error output for details.\n',
    'src/cart.ts(3,5): error TS2304: Cannot find name',
    '/tmp/a.js:3\nSyntaxError: Unexpected token\n',
    'Error: Transform failed with 1 error:\n',
    'ReferenceError: rate is not defined\n',
  ])
    it(`is told by ${JSON.stringify(output)}`, () => {
      assert.equal(looksUnbuilt(output, ''), true);
    });

  for (const output of ['AssertionError: 1 == 2', 'Tests run: 3, Failures: 1', 'TypeError: a is not a function', 'expected a SyntaxError'])
    it(`is not told by ${JSON.stringify(output)}`, () => {
      assert.equal(looksUnbuilt(output, ''), false);
    });

  it('is not told by what tests write anyway', () => {
    const said = 'SyntaxError: expected by the test\n';
    assert.equal(looksUnbuilt(`${said}AssertionError`, said), false);
  });
});
