import assert from 'node:assert/strict';
import type { Obligation } from '../../../../../src/rules/tests/gaps/obligation.ts';
import { missingCases } from '../../../../../src/rules/tests/skeleton/cases.ts';

function branch(text: string, about?: string): Obligation {
  return { kind: 'new-branch', text, range: { start: 0, end: 0 }, values: [], shown: 'missing', ...(about !== undefined && { about }) };
}

describe('the cases of a skeleton', () => {
  const rows: readonly (readonly [name: string, obligation: Obligation, titles: readonly string[]])[] = [
    ['a condition', branch('if (pet.isNew() && pet.type == null)'), ['when pet.isNew() && pet.type == null']],
    ['a question about something', branch('pet.isNew()', 'pet'), ['when pet.isNew()']],
    ['an ordinary result for a call', branch('errors.rejectValue("name", REQUIRED)'), ['gives what is expected']],
    ['an ordinary result for a statement', branch('return pet.type == null;'), ['gives what is expected']],
  ];
  for (const [name, obligation, titles] of rows)
    it(`are ${name}`, () => {
      assert.deepEqual(
        missingCases({ at: { symbol: {} } as never, obligations: [obligation] }).map(({ title }) => title),
        titles,
      );
    });
});
