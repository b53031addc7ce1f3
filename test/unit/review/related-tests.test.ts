import assert from 'node:assert/strict';
import { rules } from '../../../src/rules/index.ts';
import { reviewTexts } from './reviewing.ts';

const copied = rules.filter(({ id }) => id === 'tests/duplicated-test');

const test = (title: string): string => `it('${title}', () => {\n  const cart = new Cart(1, 2);\n  expect(cart.total()).toBe(3);\n});\n`;

describe('relatedTests', () => {
  it('reads short tests as a whole where a long one leaves no room, and says what was not', async () => {
    const filler = (length: number): string => `// ${'x'.repeat(length)}\n`;
    const [long, short] = [filler(395_000), filler(8_000)] as const;
    const { findings, notices } = await reviewTexts(
      { 'a.test.ts': long + test('totals up'), 'b.test.ts': short + test('totals up') },
      { 'a.test.ts': long + test('totals up') + test('totals up two'), 'b.test.ts': short + test('totals up') + test('totals up three') },
      copied,
    );
    assert.deepEqual(
      findings.map(({ message }) => message),
      ['The test “totals up three” does the same as “totals up”, to the letter: what its title says is not tested.'],
    );
    assert.deepEqual(
      notices.map(({ message }) => message),
      ['Of the tests that may concern the change 1 were read as a whole; 1 more were not.'],
    );
  });
});
