import assert from 'node:assert/strict';
import { remembered, rememberedByContent, rememberedByName, sameLists } from '../../../src/base/remembered.ts';

describe('remembered', () => {
  it('works out a result once for the same objects', () => {
    let count = 0;
    const read = remembered((key: object, other: object) => ({ key, other, number: ++count }));
    const [key, one, two] = [{}, {}, {}];
    assert.equal(read(key, one), read(key, one));
    assert.notEqual(read(key, one), read(key, two));
    assert.equal(read(key, one).number, 3);
    assert.notEqual(read({}, one), read(key, one));
  });

  it('is not misled by what a list hands over besides', () => {
    let count = 0;
    const read = remembered((key: object) => ({ key, number: ++count }));
    const keys = [{}, {}];
    assert.deepEqual(keys.map(read), keys.map(read));
    assert.equal(count, 2);
  });
});

describe('rememberedByName', () => {
  it('works out a result once for each object and name, undefined too', () => {
    const asked: string[] = [];
    const read = rememberedByName((_key: object, name) => void asked.push(name));
    const [one, two] = [{}, {}];
    for (const key of [one, one, two]) for (const name of ['a', 'b']) read(key, name);
    assert.deepEqual(asked, ['a', 'b', 'a', 'b']);
  });
});

describe('sameLists', () => {
  it('gives the former list for the same items in the same order only', () => {
    const same = sameLists<object>();
    const [a, b, c] = [{}, {}, {}];
    const first = same([a, b]);
    assert.equal(same([a, b]), first);
    assert.deepEqual(same([b, a]), [b, a]);
    assert.notEqual(same([a, c]), first);
    assert.deepEqual(same([a]), [a]);
    assert.deepEqual(same([]), []);
  });
});

describe('rememberedByContent', () => {
  it('gives the same result for equal content, and forgets what was not asked for long', () => {
    let count = 0;
    const read = rememberedByContent((names: readonly string[]) => ({ names, number: ++count }));
    const first = read(['a']);
    assert.equal(read(['a']), first);
    for (let each = 0; each < 20; each++) read([String(each)]);
    assert.notEqual(read(['a']), first);
  });
});
