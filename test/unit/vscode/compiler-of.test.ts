import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import { compilerOf } from '../../../src/vscode/compiler-of.ts';

const { signal } = new AbortController();
const types = { typescript: 'node_modules/typescript', seconds: 30 };
const question = { base: 'src/index.ts', head: 'src/index.ts', names: ['pick'] };

describe('compilerOf', () => {
  it('asks none where none is named', async () => {
    assert.equal(await compilerOf({ mayFetch: true }, signal), undefined);
  });

  it('loads none in a workspace that is not trusted, and says so where there is something to ask', async () => {
    const ask = await compilerOf({ types, mayFetch: false }, signal);
    const asked = await ask?.([question], inMemoryChangeSet({}, {}));
    assert.equal(asked?.fits(question), undefined);
    assert.deepEqual(
      asked?.notices.map(({ message }) => message),
      [
        'The TypeScript compiler was not asked whether one changed type still fits, as the workspace is not trusted. What is written decided.',
      ],
    );
  });

  it('refuses a path that depends on where the editor was started', async () => {
    await assert.rejects(compilerOf({ types, mayFetch: true }, signal), {
      name: 'UserError',
      message: 'The setting `plumbline.typescript` is node_modules/typescript, which is no absolute path.',
    });
  });

  it('refuses a folder without a TypeScript', async () => {
    await assert.rejects(
      compilerOf({ types: { ...types, typescript: import.meta.dirname }, mayFetch: true }, signal),
      /There is no TypeScript in/,
    );
  });
});
