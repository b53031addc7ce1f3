import assert from 'node:assert/strict';
import { commandsIn, invoked } from '../../../../src/rules/delivery/shell/commands.ts';
import { expressionsIn, parseExpression } from '../../../../src/rules/delivery/workflow/expression.ts';

describe('commands of a script', () => {
  const commands = (script: string): readonly string[][] => commandsIn(script).map((command) => [...invoked(command)]);

  it('are parted by joints, also in substitutions', () => {
    assert.deepEqual(commands('a b|c && d;e\nf $(g h) & (i)'), [['a', 'b'], ['c'], ['d'], ['e'], ['f'], ['g', 'h'], ['i']]);
  });
  it('go over continued lines of both kinds of shell', () => {
    assert.deepEqual(commands('a \\\n  b `\n c'), [['a', 'b', 'c']]);
  });
  it('keep quoted words whole, and leave comments out', () => {
    assert.deepEqual(commands('a "b c" \'d # e\' f\\ g # h\ni#j'), [['a', 'b c', 'd # e', 'f g'], ['i#j']]);
  });
  it('are known behind sudo, variables and paths', () => {
    assert.deepEqual(commands('A=1 sudo -E /usr/bin/npm ci'), [['npm', 'ci']]);
  });
  it('keep expressions and variables whole', () => {
    assert.deepEqual(commands('a ${{ b | c }} "${d}"'), [['a', '${{ b | c }}', '${d}']]);
  });
  it('end with every broken text', () => {
    assert.deepEqual(commands('"a \' $( ${'), [['"', 'a', "'"], ['${']]);
  });
});

describe('expressions of workflows', () => {
  const shape = (text: string): unknown =>
    JSON.parse(
      JSON.stringify(parseExpression(text) ?? null, (key, value: unknown) => (key === 'range' || key === 'computed' ? undefined : value)),
    );

  it('are read by precedence', () => {
    assert.deepEqual(shape("a && b == 'x' || !c"), {
      kind: 'operation',
      operator: '||',
      operands: [
        {
          kind: 'operation',
          operator: '&&',
          operands: [
            { kind: 'context', path: ['a'] },
            {
              kind: 'operation',
              operator: '==',
              operands: [
                { kind: 'context', path: ['b'] },
                { kind: 'literal', value: 'x' },
              ],
            },
          ],
        },
        { kind: 'operation', operator: '!', operands: [{ kind: 'context', path: ['c'] }] },
      ],
    });
  });
  it('name contexts in one way', () => {
    assert.deepEqual(shape("GitHub['Event'].*.a[b].c"), { kind: 'context', path: ['github', 'event', '*', 'a', '[]', 'c'] });
  });
  it('know calls and quotes in texts', () => {
    assert.deepEqual(shape("Format('it''s {0}', a)"), {
      kind: 'call',
      name: 'format',
      arguments: [
        { kind: 'literal', value: "it's {0}" },
        { kind: 'context', path: ['a'] },
      ],
    });
  });
  it('are none where they are broken, or nested without end', () => {
    for (const text of ['', 'a b', 'a ||', '(a', 'f(a', "'a", 'a[', '!'.repeat(10_000) + 'a', '('.repeat(10_000) + 'a'])
      assert.equal(parseExpression(text), undefined, text.slice(0, 10));
  });
  it('are found in a text, with braces in quotes', () => {
    assert.deepEqual(
      expressionsIn("x ${{ '}}' }} ${{ a }} ${{ b").map(({ range }) => range),
      [
        { start: 6, end: 10 },
        { start: 18, end: 19 },
      ],
    );
  });
});
