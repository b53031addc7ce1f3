import assert from 'node:assert/strict';
import type { Obligation } from '../../../../src/rules/tests/gaps/obligation.ts';
import { valueThatLeadsTo } from '../../../../src/rules/tests/gaps/refusal.ts';

const around = ['1', '2', '3'].map((text) => ({ kind: 'number' as const, text }));

function asked(text: string, values: Obligation['values'] = around): Obligation {
  return { kind: 'boundary', text, range: { start: 0, end: 0 }, values, shown: 'missing' };
}

describe('the value that leads to an error', () => {
  for (const [text, expected] of [
    ['tax < 2', '1'],
    ['tax <= 2', '1'],
    ['tax > 2', '3'],
    ['tax >= 2', '3'],
    ['tax === 2', '2'],
    ['tax == 2', '2'],
    ['tax !== 2', '1'],
    ['items.some((each) => each < 2)', '1'],
  ] as const) {
    it(`is ${expected} for ${text}`, () => {
      assert.equal(valueThatLeadsTo(asked(text))?.text, expected);
    });
  }

  it('is the one there is', () => {
    assert.equal(valueThatLeadsTo(asked('text === null', [{ kind: 'null', text: 'null' }]))?.kind, 'null');
    assert.equal(valueThatLeadsTo(asked('tax > 2', [])), undefined);
  });
});
