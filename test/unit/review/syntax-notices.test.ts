import assert from 'node:assert/strict';
import { reviewTexts } from './reviewing.ts';

const broken = 'export function total( {\n  return 1;\n}\n';

describe('code that cannot be understood', () => {
  it('is said of what a team writes, not of what others or tools wrote', async () => {
    const { notices } = await reviewTexts({}, { 'src/cart.ts': broken, 'vendor/cart.ts': broken, 'src/generated/cart.ts': broken }, []);
    assert.deepEqual(
      notices.map(({ id, path }) => `${id} ${path ?? ''}`),
      ['syntax-errors src/cart.ts'],
    );
  });
});
