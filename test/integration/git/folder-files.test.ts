import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderReader } from '../../../src/change/change-set.ts';
import type { ChangeSource } from '../../../src/change/source.ts';
import { readChangeSet } from '../../../src/git/read-change-set.ts';
import { Sandbox } from './sandbox.ts';

async function folderOf(sandbox: Sandbox, source: ChangeSource = { kind: 'working-tree' }): Promise<FolderReader | undefined> {
  const { folder } = await readChangeSet(source, { root: sandbox.root });
  return folder;
}

async function found(sandbox: Sandbox, ...places: string[]): Promise<readonly string[]> {
  const reader = await folderOf(sandbox);
  assert.ok(reader);
  return (await reader.find(places)).map(({ path }) => path);
}

function sandboxWith(...paths: string[]): Sandbox {
  const sandbox = new Sandbox();
  sandbox.write('.gitignore', 'out/\n');
  sandbox.commit('begin');
  for (const path of paths) sandbox.write(path, path);
  return sandbox;
}

describe('what lies in the work tree', () => {
  it('is found by its place, also where git ignores it', async () => {
    using sandbox = sandboxWith(
      'out/a.xml',
      'out/b.txt',
      'out/test/c.xml',
      'out/test/deep/d.xml',
      'out/html/e.xml',
      'out/node_modules/f.xml',
    );
    assert.deepEqual(await found(sandbox, 'out/a.xml', 'out/gone.xml', 'gone/a.xml'), ['out/a.xml']);
    assert.deepEqual(await found(sandbox, 'out/*.xml', './out/a.xml'), ['out/a.xml']);
    assert.deepEqual(await found(sandbox, 'out/*/*.xml'), ['out/test/c.xml']);
    assert.deepEqual(await found(sandbox, 'out/**/*.xml'), ['out/a.xml', 'out/test/c.xml', 'out/test/deep/d.xml']);
    assert.deepEqual(await found(sandbox, 'o*/te?t/c.*'), ['out/test/c.xml']);
    assert.deepEqual(await found(sandbox, 'out', 'out/test'), []);
  });

  it('is never outside it, and never behind a link', async () => {
    using sandbox = sandboxWith('out/a.xml');
    const outside = join(sandbox.folder, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'secret.xml'), 'secret');
    symlinkSync(outside, join(sandbox.root, 'linked'));
    symlinkSync(join(outside, 'secret.xml'), join(sandbox.root, 'out/link.xml'));
    const places = [
      'linked/secret.xml',
      'linked/*.xml',
      '**/*.xml',
      'out/*.xml',
      '../outside/secret.xml',
      'out/../../outside/*.xml',
      join(outside, 'secret.xml'),
    ];
    assert.deepEqual(await found(sandbox, ...places), ['out/a.xml']);
    const reader = await folderOf(sandbox);
    assert.equal(await reader?.read('out/link.xml', 100), undefined);
    assert.equal(await reader?.read('linked/secret.xml', 100), undefined);
    assert.equal(await reader?.read(join(outside, 'secret.xml'), 100), 'secret', 'a person may name any file');
  });

  it('has a size and an age, and is read up to a size', async () => {
    using sandbox = sandboxWith('out/a.xml');
    utimesSync(join(sandbox.root, 'out/a.xml'), 5, 1_700_000_000);
    const reader = await folderOf(sandbox);
    assert.deepEqual(await reader?.stamps(['out/a.xml', 'out/b.xml']), [{ path: 'out/a.xml', size: 9, modified: 1_700_000_000_000 }]);
    assert.deepEqual([await reader?.read('out/a.xml', 9), await reader?.read('out/a.xml', 8)], ['out/a.xml', undefined]);
  });

  it('is there for a commit only while that is checked out', async () => {
    using sandbox = sandboxWith('out/a.xml');
    sandbox.write('a.ts', 'export const a = 1;\n');
    sandbox.commit('more');
    assert.equal(await (await folderOf(sandbox, { kind: 'range', range: 'HEAD~1..HEAD' }))?.isOfHead(), true);
    assert.equal(await (await folderOf(sandbox, { kind: 'range', range: 'HEAD~1..HEAD~1' }))?.isOfHead(), false);
    const folder = await folderOf(sandbox, { kind: 'branch', base: 'HEAD~1' });
    assert.equal(await folder?.isOfHead(), true);
    sandbox.git('checkout', '-q', 'HEAD~1');
    assert.equal(await folder?.isOfHead(), false);
    assert.equal(await (await folderOf(sandbox))?.isOfHead(), true);
  });
});
