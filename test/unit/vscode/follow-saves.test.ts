import assert from 'node:assert/strict';
import type { Review } from '../../../src/review/review-result.ts';
import { followSaves } from '../../../src/vscode/follow-saves.ts';
import { reviewOf } from './reviews.ts';

/** A review that is told from others by the name of its standard. */
const named = (name: string): Review => reviewOf([], { standard: { name } });

function following(): { save: (path: string) => Promise<string>; told: string[] } {
  const told: string[] = [];
  let texts = '';
  const session = {
    save: (path: string) => {
      if (path === 'other') return Promise.resolve(undefined);
      texts += path;
      return Promise.resolve(named(`own ${texts}`));
    },
    review: () => {
      told.push(`whole ${texts}`);
      return Promise.resolve(named(`whole ${texts}`));
    },
  };
  const update = followSaves(session, named('first'), ({ path }) => told.push(`saved ${path}`));
  const save = async (path: string) => (await update({ path, text: '' }, (own) => told.push(own.standard.name))).standard.name;
  return { save, told };
}

describe('following saves', () => {
  it('tells first what the file says by itself, then reviews the whole', async () => {
    const { save, told } = following();
    assert.equal(await save('a'), 'whole a');
    assert.deepEqual(told, ['saved a', 'own a', 'whole a']);
  });

  it('reviews the whole once for several saves that come together', async () => {
    const { save, told } = following();
    assert.deepEqual(await Promise.all(['a', 'b', 'c'].map(save)), ['own a', 'own ab', 'whole abc']);
    assert.deepEqual(told, ['saved a', 'saved b', 'saved c', 'own a', 'own ab', 'own abc', 'whole abc']);
  });

  it('reviews nothing for a file that is not part of the change, but what waits', async () => {
    const { save } = following();
    assert.equal(await save('other'), 'first');
    assert.deepEqual(await Promise.all(['a', 'other'].map(save)), ['own a', 'whole a']);
    assert.equal(await save('other'), 'whole a');
  });
});
