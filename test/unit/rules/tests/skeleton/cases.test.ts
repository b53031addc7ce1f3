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
    ['the condition before a statement', branch('if (this.valid === false) return undefined'), ['when this.valid === false']],
    ['the condition of a choice', branch('isFinite(delay) ? Math.max(0, delay) : undefined', 'delay'), ['when isFinite(delay)']],
    ['a condition with brackets in a text', branch("if (text === ')' || isEnd(text)) {"), ["when text === ')' || isEnd(text)"]],
    [
      'the first words of a long condition',
      branch("if (message === 'Load failed' || (message.startsWith('Load failed (') && message.ends…"),
      ["when message === 'Load failed' || (message.startsWith('Load …"],
    ],
    ['an ordinary result for what is given', branch('headers = event.headers || {}'), ['gives what is expected']],
    ['an ordinary result for what compares within a call', branch('useEffect(() => { if (a === b) stop(); })'), ['gives what is expected']],
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
