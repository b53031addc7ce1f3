import assert from 'node:assert/strict';
import { readChangeSet } from '../../../src/git/read-change-set.ts';
import { Sandbox } from './sandbox.ts';

describe('the history of a line', () => {
  it('tells when it was last changed', async () => {
    using sandbox = new Sandbox();
    sandbox.write('a b.txt', 'one\ntwo\n');
    sandbox.commit('first');
    sandbox.write('a b.txt', 'one\n2\n');
    sandbox.commit('second');
    sandbox.write('a b.txt', 'one\n');
    sandbox.commit('third');
    const { history } = await readChangeSet({ kind: 'range', range: 'HEAD~1..HEAD' }, { root: sandbox.root });
    const start = Date.UTC(2024, 0, 1);
    assert.deepEqual(
      [
        await history?.lastChanged('a b.txt', 1),
        await history?.lastChanged('a b.txt', 2),
        await history?.lastChanged('a b.txt', 3),
        await history?.lastChanged('gone.txt', 1),
      ],
      [{ changed: start + 60_000, isBeginning: true }, { changed: start + 120_000, isBeginning: false }, undefined, undefined],
    );
  });
});
