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

  it('is not younger for another indentation, nor for having moved within its file', async () => {
    using sandbox = new Sandbox();
    const lines = [
      '/** @deprecated Use total(): it knows of discounts. */',
      'export function sum(): number;',
      '/** Adds up. */',
      'export function total(): number;',
    ];
    sandbox.write('a.ts', `${lines.join('\n')}\n`);
    sandbox.commit('first');
    sandbox.write('a.ts', `${lines.map((line) => `  ${line}`).join('\n')}\n`);
    sandbox.commit('indented');
    sandbox.write('a.ts', `${[...lines.slice(2), ...lines.slice(0, 2)].map((line) => `  ${line}`).join('\n')}\n`);
    sandbox.commit('moved down');
    sandbox.write('a.ts', '');
    sandbox.commit('gone');
    const { history } = await readChangeSet({ kind: 'range', range: 'HEAD~1..HEAD' }, { root: sandbox.root });
    assert.deepEqual(await history?.lastChanged('a.ts', 3), { changed: Date.UTC(2024, 0, 1) + 60_000, isBeginning: true });
  });
});

describe('the commits before a change', () => {
  it('are told by their subjects, and by what changed a line', async () => {
    using sandbox = new Sandbox();
    sandbox.write('package.json', '{\n  "version": "1.0.0"\n}\n');
    sandbox.commit('first');
    sandbox.write('package.json', '{\n  "version": "1.1.0"\n}\n');
    sandbox.write('src/a b.ts', 'export const a = 1;\n');
    sandbox.commit('second\n\nwith a body');
    sandbox.write('src/a b.ts', 'export const a = 2;\n');
    sandbox.commit('third');
    sandbox.write('src/a b.ts', 'export const a = 3;\n');
    sandbox.commit('fourth');
    const { history } = await readChangeSet({ kind: 'range', range: 'HEAD~1..HEAD' }, { root: sandbox.root });
    assert.deepEqual(await history?.subjects(2), ['third', 'second']);
    assert.deepEqual(await history?.changesOfLine('package.json', 2, 5), [
      { subject: 'second', paths: ['package.json', 'src/a b.ts'] },
      { subject: 'first', paths: ['package.json'] },
    ]);
    assert.deepEqual(await history?.changesOfLine('package.json', 20, 5), []);
    assert.deepEqual(await history?.changesOfLine('gone.json', 1, 5), []);
  });
});
