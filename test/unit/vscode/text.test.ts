import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Fix, FixEdit } from '../../../src/finding/finding.ts';
import { combineFixes } from '../../../src/vscode/combine-fixes.ts';
import { allowComment, hasComments } from '../../../src/vscode/comment-syntax.ts';
import { editorHint } from '../../../src/vscode/editor-hint.ts';
import { markdownText, plainText, rowText } from '../../../src/vscode/prose.ts';

describe('the comment that allows a finding', () => {
  const cases: readonly [string, string | undefined][] = [
    ['src/a.ts', '// plumbline-allow tests/x -- it is so'],
    ['A.java', '// plumbline-allow tests/x -- it is so'],
    ['ci.yml', '# plumbline-allow tests/x -- it is so'],
    ['db/1.sql', '-- plumbline-allow tests/x -- it is so'],
    ['pom.xml', '<!-- plumbline-allow tests/x -- it is so -->'],
    ['a.CSS', '/* plumbline-allow tests/x -- it is so */'],
    ['docker/Dockerfile', '# plumbline-allow tests/x -- it is so'],
    ['package.json', undefined],
    ['LICENSE', undefined],
  ];
  for (const [path, comment] of cases) {
    it(`is ${comment ?? 'impossible'} in ${path}`, () => {
      assert.equal(allowComment(path, 'tests/x', ' it\n is  so '), comment);
      assert.equal(hasComments(path), comment !== undefined);
    });
  }

  it('cannot be ended by its reason', () => {
    assert.equal(allowComment('a.css', 'tests/x', 'a */ b'), '/* plumbline-allow tests/x -- a  b */');
  });
});

describe('combining fixes', () => {
  const edit = (line: number, from: number, to: number, newText = ''): FixEdit => ({
    path: 'a',
    create: false,
    start: { line, column: from },
    end: { line, column: to },
    newText,
  });
  const fix = (...edits: FixEdit[]): Fix => ({ title: 'fix', safety: 'safe', edits });

  it('takes those that are apart', () => {
    assert.deepEqual(combineFixes([fix(edit(1, 1, 3)), fix(edit(1, 4, 5))]), { edits: [edit(1, 1, 3), edit(1, 4, 5)], left: 0 });
  });

  it('leaves out one that touches an earlier one, with all its edits', () => {
    assert.deepEqual(combineFixes([fix(edit(1, 1, 3)), fix(edit(1, 2, 5), edit(9, 1, 2)), fix(edit(9, 1, 2))]), {
      edits: [edit(1, 1, 3), edit(9, 1, 2)],
      left: 1,
    });
  });

  it('applies the same edit once', () => {
    assert.deepEqual(combineFixes([fix(edit(1, 1, 1, 'import x')), fix(edit(1, 1, 1, 'import x'), edit(5, 1, 2))]), {
      edits: [edit(1, 1, 1, 'import x'), edit(5, 1, 2)],
      left: 0,
    });
  });
});

describe('hints', () => {
  it('name no option of the command line', () => {
    const folder = join(import.meta.dirname, '../../../src/git');
    const hints = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/'[^'\n]*`--[^'\n]*'/g) ?? []);
    const here = hints.filter((hint) => !hint.includes('Name two folders'));
    assert.ok(here.length >= 4);
    assert.deepEqual(
      here.map((hint) => editorHint(hint)).filter((hint) => /--(?:base|head|dirs|working-tree|staged|standard)/.test(hint)),
      [],
    );
    assert.equal(
      editorHint('Name one: `--base REVISION`.'),
      'Name one: the setting “plumbline.baseBranch”, or the two ends in “Review Range…”.',
    );
    assert.equal(editorHint('Run `git fetch`.'), 'Run “git fetch”.');
  });
});

describe('messages', () => {
  it('lose their marks as plain text', () => {
    assert.equal(plainText('`a` is gone'), 'a is gone');
  });

  it('begins a row with what tells it from the others of its file', () => {
    const rows: readonly [message: string, path: string, row: string][] = [
      ['The public method `Cart.add(Item)` is gone: callers break.', 'src/com/acme/Cart.java', 'add(Item) is gone: callers break.'],
      ['The public function `total` needs `rate` now.', 'src/cart.ts', 'total needs rate now.'],
      ['The public type alias `Rate` is gone.', 'src/cart.ts', 'Rate is gone.'],
      ['`Cart.add` is new and no test calls it.', 'Cart.java', 'add is new and no test calls it.'],
      ['`Carts.add` is new and no test calls it.', 'Cart.java', 'Carts.add is new and no test calls it.'],
      ['The catch block of `add` is empty: an error is lost.', 'Cart.java', 'The catch block of add is empty: an error is lost.'],
      ['The setting `mail.tap` is gone.', '.env', 'mail.tap is gone.'],
    ];
    for (const [message, path, row] of rows) assert.equal(rowText(message, path), row);
  });

  it('are text and code, and never anything else', () => {
    assert.equal(markdownText('`a*b` is *gone*'), '`a*b` is \\*gone\\*');
    assert.equal(markdownText('[x](command:evil) <img> $(icon)\n\n# y'), '\\[x\\]\\(command:evil\\) \\<img\\> \\$\\(icon\\) \\# y');
    assert.equal(markdownText('one ` mark [x](y)'), 'one \\` mark \\[x\\]\\(y\\)');
  });
});
