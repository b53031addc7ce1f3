import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chown, mkdir, mkdtemp, readdir, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { makeTemporaryFolder } from '../../../src/git/temporary-folder.ts';

describe('folder for temporary files', () => {
  let parent: string;
  const before = process.env['TMPDIR'];

  beforeEach(async () => {
    parent = await mkdtemp(join(await realpath(tmpdir()), 'plumbline-test-'));
    process.env['TMPDIR'] = parent;
  });

  afterEach(async () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await rm(parent, { recursive: true, force: true });
  });

  it('is called after its process and takes away only what killed processes left long ago', async () => {
    const ended = spawnSync(process.execPath, ['--version']).pid;
    const longAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    const left = async (name: string, when?: Date): Promise<void> => {
      await mkdir(join(parent, name));
      await writeFile(join(parent, name, 'HEAD'), '');
      if (when) await utimes(join(parent, name), when, when);
    };
    await left(`plumbline-git-${ended}-left`, longAgo);
    await left(`plumbline-git-${ended}-just-left`);
    await left(`plumbline-git-${process.pid}-running`, longAgo);
    await left(`plumbline-deep-${ended}-another-kind`, longAgo);
    await left('plumbline-git-orders', longAgo);
    // Only an administrator can make one that belongs to somebody else.
    const others = process.getuid?.() === 0 ? [`plumbline-git-${ended}-of-another`] : [];
    for (const name of others) {
      await left(name, longAgo);
      await chown(join(parent, name), 65_534, 65_534);
    }

    const made = makeTemporaryFolder('git');

    equal(dirname(made), parent);
    deepEqual(
      (await readdir(parent)).sort(),
      [
        `plumbline-deep-${ended}-another-kind`,
        `plumbline-git-${ended}-just-left`,
        ...others,
        ...[basename(made), `plumbline-git-${process.pid}-running`].sort(),
        'plumbline-git-orders',
      ].sort(),
    );
  });
});
