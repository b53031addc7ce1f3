import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloneRevision } from '../../../src/git/clone-revision.ts';
import { Sandbox } from './sandbox.ts';

function published(): Sandbox {
  const sandbox = new Sandbox();
  sandbox.write('standard.yaml', 'first\n');
  sandbox.write('.gitattributes', '* filter=trap\n');
  symlinkSync('/etc/passwd', join(sandbox.root, 'link'));
  sandbox.commit('first');
  sandbox.git('tag', 'v1');
  sandbox.write('standard.yaml', 'second\n');
  sandbox.commit('second');
  sandbox.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  return sandbox;
}

function emptyFolder(sandbox: Sandbox, name = 'clone'): string {
  const folder = join(sandbox.folder, name);
  mkdirSync(folder);
  return folder;
}

describe('cloneRevision', () => {
  it('fetches a tag or a commit, its files alone', async () => {
    using sandbox = published();
    const byTag = emptyFolder(sandbox, 'by-tag');
    await cloneRevision(`file://${sandbox.root}`, 'v1', byTag);
    assert.deepEqual(readdirSync(byTag).sort(), ['.gitattributes', 'link', 'standard.yaml']);
    assert.equal(readFileSync(join(byTag, 'standard.yaml'), 'utf8'), 'first\n');
    assert.ok(lstatSync(join(byTag, 'link')).isFile());
    const byCommit = emptyFolder(sandbox, 'by-commit');
    await cloneRevision(`file://${sandbox.root}`, sandbox.git('rev-parse', 'main'), byCommit);
    assert.equal(readFileSync(join(byCommit, 'standard.yaml'), 'utf8'), 'second\n');
  });

  it('takes no branch, no unknown tag and no address that could start a program', async () => {
    using sandbox = published();
    const owned = join(sandbox.folder, 'owned');
    const url = `file://${sandbox.root}`;
    for (const [address, revision] of [
      [url, 'main'],
      [url, 'v2'],
      [url, '--upload-pack=touch'],
      [`ext::touch ${owned}`, 'v1'],
      [`--upload-pack=touch ${owned}`, 'v1'],
      ['ssh://-oProxyCommand=x/y', 'v1'],
      ['file:///nowhere', 'v1'],
    ]) {
      await assert.rejects(
        cloneRevision(address!, revision!, emptyFolder(sandbox, `to-${Math.random()}`)),
        { name: 'UserError' },
        `${address} ${revision}`,
      );
    }
    assert.equal(existsSync(owned), false);
  });

  it('runs no filter and no hook of the person', async () => {
    using sandbox = published();
    const owned = join(sandbox.folder, 'owned');
    const hook = join(sandbox.folder, 'hooks', 'post-checkout');
    mkdirSync(join(sandbox.folder, 'hooks'));
    writeFileSync(hook, `#!/bin/sh\ntouch '${owned}'\n`, { mode: 0o755 });
    writeFileSync(
      join(sandbox.folder, '.gitconfig'),
      `[filter "trap"]\n\tsmudge = ${hook}\n[core]\n\thooksPath = ${join(sandbox.folder, 'hooks')}\n`,
    );
    const home = process.env['HOME'];
    process.env['HOME'] = sandbox.folder;
    try {
      await cloneRevision(`file://${sandbox.root}`, 'v1', emptyFolder(sandbox));
    } finally {
      process.env['HOME'] = home;
    }
    assert.equal(existsSync(owned), false);
  });
});
