import assert from 'node:assert/strict';
import type { Expression } from '../../../../src/code/expression.ts';
import { literalNumber } from '../../../../src/code/flow/literal-number.ts';

const range = { start: 0, end: 0 };
const number = (text: string): Expression => ({ kind: 'number', text, range });
const binary = (left: Expression, operator: string, right: Expression): Expression => ({ kind: 'binary', operator, left, right, range });

describe('a number that stands there as such', () => {
  const cases: readonly (readonly [name: string, expression: Expression | undefined, value: number | undefined])[] = [
    ['with a suffix', number('10_000L'), 10_000],
    ['in hexadecimal', number('0x1F'), 31],
    ['as a product', binary(number('60'), '*', number('1000')), 60_000],
    ['as a sum of a product', binary(number('1'), '+', binary(number('2'), '*', number('3'))), 7],
    ['not as a difference', binary(number('2'), '-', number('3')), undefined],
    ['not as a name', { kind: 'name', name: 'LIMIT', range }, undefined],
    ['not where there is none', undefined, undefined],
  ];
  for (const [name, expression, value] of cases)
    it(`is read ${name}`, () => {
      assert.equal(literalNumber(expression), value);
    });
});
