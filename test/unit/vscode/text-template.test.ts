import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../src/rules/index.ts';
import { fillsOf, mostFitting, templatesOf } from '../../../src/vscode/text-template.ts';

describe('a text with places for names', () => {
  const templates = templatesOf([
    'The catch block of {0} is empty: {1} is lost.',
    'The catch block of {0} is empty: {1}',
    '{0} was renamed to {1}: code that calls it breaks.',
    '{0} is {1}',
    'No place in it',
  ]);
  const read = (text: string): readonly string[] | undefined => {
    const found = mostFitting(text, templates);
    return found && [found.text, ...fillsOf(text, found)];
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

  it('is none where a piece is missing, or where too little is said around the names', () => {
    assert.equal(read('The catch block of `f` is full.'), undefined);
    assert.equal(read('a is b'), undefined);
    assert.equal(read(''), undefined);
  });

  it('stands in the bundle for most of what the rules say in their examples', () => {
    const bundle = Object.keys(JSON.parse(readFileSync(join(process.cwd(), 'l10n/bundle.l10n.json'), 'utf8')) as object);
    const [whole, known] = [new Set(bundle), templatesOf(bundle)];
    const said = new Set(rules.flatMap(({ examples }) => examples.flatMap(({ finds }) => finds.map((each) => each.replace(/^\S+ /, '')))));
    const missed = [...said].filter((text) => !whole.has(text) && !mostFitting(text, known));
    assert.ok(missed.length < said.size / 5, `${missed.length} of ${said.size} are not in the bundle:\n${missed.join('\n')}`);
    const titles = rules.flatMap(({ title, reason, remedy }) => [title, reason, remedy]).filter((text) => !whole.has(text));
    assert.deepEqual(titles, []);
  });
});
