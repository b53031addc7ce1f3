import assert from 'node:assert/strict';
import { giveUpMemos, Memo } from '../../../src/base/memo.ts';
import { remembered, rememberedByName } from '../../../src/base/remembered.ts';

describe('Memo', () => {
  beforeEach(() => {
    giveUpMemos(0);
  });

  it('holds what it was given until there is too much of it', () => {
    const memo = new Memo<object, number | undefined>();
    const [one, other] = [{}, {}];
    memo.set(one, 1);
    memo.set(other, undefined);
    giveUpMemos(2);
    assert.deepEqual([memo.get(one), memo.has(other), memo.has({})], [1, true, false]);
    memo.set({}, 3);
    giveUpMemos(2);
    assert.deepEqual([memo.get(one), memo.has(other)], [undefined, false]);
  });

  it('counts anew when everything was given up', () => {
    const memo = new Memo<object, number>();
    const key = {};
    memo.set({}, 1);
    memo.set({}, 2);
    giveUpMemos(1);
    memo.set(key, 3);
    giveUpMemos(1);
    assert.equal(memo.get(key), 3);
  });

  it('lets what was remembered be worked out again', () => {
    let count = 0;
    const counted = (...asked: readonly unknown[]): number => (count += Math.sign(asked.length));
    const [alone, withOther, named] = [
      remembered((key: object) => counted(key)),
      remembered((key: object, other: object) => counted(key, other)),
      rememberedByName((key: object, name) => counted(key, name)),
    ];
    const [key, other] = [{}, {}];
    const ask = (): number[] => [alone(key), withOther(key, other), named(key, 'name')];
    assert.deepEqual(
      [ask(), ask()],
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
    );
    giveUpMemos(0);
    assert.deepEqual(ask(), [4, 5, 6]);
  });
});
