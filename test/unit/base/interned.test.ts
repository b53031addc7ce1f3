import assert from 'node:assert/strict';
import { interned } from '../../../src/base/interned.ts';

describe('interned', () => {
  const text = 'class OrderService implements Services { /* größer als 字 */ }';

  it('says the same', () => {
    for (let end = 0; end <= text.length; end++) assert.equal(interned(text.slice(0, end)), text.slice(0, end));
  });

  it('keeps unpaired surrogates', () => {
    const broken = 'unpaired \ud83d in the middle';
    assert.equal(interned(broken), broken);
  });

  it('leaves long texts alone', () => {
    const long = 'x'.repeat(1_000);
    assert.equal(interned(long), long);
  });
});
