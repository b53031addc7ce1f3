import assert from 'node:assert/strict';
import { fillsOf, TextTemplates } from '../../../src/vscode/text-template.ts';

describe('a text with places for names', () => {
  const templates = new TextTemplates([
    'The catch block of {0} is empty: {1} is lost.',
    'The catch block of {0} is empty: {1}',
    '{0} was renamed to {1}: code that calls it breaks.',
    'The key `{0}` of “{1}” is gone',
    '{0}: {1}',
    'No place in it',
  ]);
  const read = (text: string): readonly string[] | undefined => {
    const [found] = templates.fitting(text);
    return found && [found.text, ...(fillsOf(text, found) ?? []).map((fill) => (fill.isName ? `name ${fill.text}` : fill.text))];
  };

  it('is told by what stands around the names, by most of it', () => {
    assert.deepEqual(read('The catch block of `f` is empty: an error is lost.'), [
      'The catch block of {0} is empty: {1} is lost.',
      '`f`',
      'an error',
    ]);
    assert.deepEqual(read('The catch block of `f` is empty: nobody knows.'), [
      'The catch block of {0} is empty: {1}',
      '`f`',
      'nobody knows.',
    ]);
    assert.deepEqual(read('`a` was renamed to `b`: code that calls it breaks.'), [
      '{0} was renamed to {1}: code that calls it breaks.',
      '`a`',
      '`b`',
    ]);
  });

  it('has names where there are marks around', () => {
    assert.deepEqual(read('The key `a` of “is gone” is gone'), ['The key `{0}` of “{1}” is gone', 'name a', 'name is gone']);
  });

  it('is not sought in code', () => {
    assert.deepEqual(read('`x was renamed to y` was renamed to `b`: code that calls it breaks.'), [
      '{0} was renamed to {1}: code that calls it breaks.',
      '`x was renamed to y`',
      '`b`',
    ]);
  });

  it('is none where a piece is missing, or where nothing is said around the names', () => {
    assert.equal(read('The catch block of `f` is full.'), undefined);
    assert.equal(read('a: b'), undefined);
    assert.equal(read(''), undefined);
  });
});
