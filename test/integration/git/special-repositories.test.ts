import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSource } from '../../../src/git/default-source.ts';
import { readChangeSet } from '../../../src/git/read-change-set.ts';
import { findRepositoryRoot } from '../../../src/git/locate.ts';
import { Sandbox, noticeIds, summary } from './sandbox.ts';

function withHistory(): Sandbox {
  const sandbox = new Sandbox();
  for (let index = 1; index <= 4; index++) {
    sandbox.write('a.txt', `${index}\n`);
    sandbox.write(`folder${index % 2}/b.txt`, `b${index}\n`);
    sandbox.commit(`commit ${index}`);
  }
  sandbox.git('config', 'uploadpack.allowFilter', 'true');
  sandbox.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  return sandbox;
}

async function withEnvironment<T>(values: Record<string, string>, run: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, values);
  try {
    return await run();
  } finally {
    for (const name of Object.keys(values)) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
  }
}

describe('special repositories', () => {
  it('cut short name the command that gets the rest', async () => {
    using sandbox = withHistory();
    sandbox.git('checkout', '-q', '-b', 'other', 'HEAD~3');
    sandbox.commit('on other');
    const clone = join(sandbox.folder, 'clone');
    sandbox.git('clone', '-q', '--depth=1', '--no-single-branch', `file://${sandbox.root}`, clone);
    await assert.rejects(readChangeSet({ kind: 'range', range: 'origin/main..origin/other' }, { root: clone }), {
      name: 'UserError',
      message: 'The merge base of origin/main and origin/other is not in this shallow clone.',
      hint: 'Fetch more history: `git fetch --deepen=200`, or all of it: `git fetch --unshallow`. In a CI job, set the checkout to fetch the full history.',
    });
    await assert.rejects(readChangeSet({ kind: 'branch', base: 'HEAD~1' }, { root: clone }), (error: Error & { hint?: string }) => {
      assert.equal(error.message, `There is no revision "HEAD~1" in ${clone}.`);
      assert.match(error.hint ?? '', /git fetch --deepen/);
      return true;
    });
  });

  it('cloned in part fetch nothing and say so', async () => {
    using sandbox = withHistory();
    const clone = join(sandbox.folder, 'clone');
    sandbox.git('clone', '-q', '--filter=blob:none', '--no-checkout', `file://${sandbox.root}`, clone);
    const range = { kind: 'range', range: 'HEAD~1..HEAD' } as const;
    const before = await readChangeSet(range, { root: clone });
    assert.deepEqual(summary(before), ['modified a.txt missing', 'modified folder0/b.txt missing']);
    assert.deepEqual(noticeIds(before), ['file-missing a.txt', 'file-missing folder0/b.txt']);
    const remedy = /`(.*)`/.exec(before.notices[0]?.remedy ?? '')?.[1] ?? '';
    sandbox.gitIn(clone, ...remedy.split(' ').slice(1));
    const after = await readChangeSet(range, { root: clone });
    assert.deepEqual([summary(after), noticeIds(after)], [['modified a.txt', 'modified folder0/b.txt'], []]);
  });

  it('checked out in part are read from the index where files were left out', async () => {
    using sandbox = withHistory();
    sandbox.git('sparse-checkout', 'set', '--cone', 'folder1');
    sandbox.write('folder1/b.txt', 'edited\n');
    const changeSet = await readChangeSet({ kind: 'working-tree' }, { root: sandbox.root });
    assert.deepEqual(summary(changeSet), ['modified folder1/b.txt']);
    assert.deepEqual(await changeSet.trees.head.paths(), ['a.txt', 'folder0/b.txt', 'folder1/b.txt']);
    assert.equal((await changeSet.trees.head.read(['folder0/b.txt'])).get('folder0/b.txt')?.text, 'b4\n');
  });

  it('with a damaged object name the file', async () => {
    using sandbox = withHistory();
    const blob = sandbox.git('rev-parse', 'HEAD:a.txt');
    const file = join(sandbox.root, '.git/objects', blob.slice(0, 2), blob.slice(2));
    chmodSync(file, 0o644);
    writeFileSync(file, 'damaged');
    const changeSet = await readChangeSet({ kind: 'range', range: 'HEAD~1..HEAD' }, { root: sandbox.root });
    assert.deepEqual(
      [summary(changeSet), noticeIds(changeSet)],
      [['modified a.txt unreadable', 'modified folder0/b.txt'], ['file-unreadable a.txt']],
    );
  });

  it('cloned without trees say how to fetch them', async () => {
    using sandbox = withHistory();
    const clone = join(sandbox.folder, 'clone');
    sandbox.git('clone', '-q', '--filter=tree:0', '--no-checkout', `file://${sandbox.root}`, clone);
    await assert.rejects(readChangeSet({ kind: 'range', range: 'HEAD~1..HEAD' }, { root: clone }), {
      name: 'UserError',
      hint: `This is a partial clone, and nothing is fetched during a review. Fetch what is missing first: \`git -C ${clone} diff --stat BASE HEAD\` with the two revisions does it.`,
    });
  });

  it('that know one branch only, cut short, are no change without commits', async () => {
    using sandbox = withHistory();
    sandbox.git('checkout', '-q', '-b', 'topic');
    sandbox.commit('more');
    sandbox.git('checkout', '-q', 'main');
    const clone = join(sandbox.folder, 'clone');
    sandbox.git('clone', '-q', '--depth=1', '--branch=topic', `file://${sandbox.root}`, clone);
    await assert.rejects(defaultSource(clone), {
      name: 'UserError',
      message: 'This shallow clone knows no branch but topic: it cannot be told where that began.',
    });
  });

  for (const [what, damage, message, hint] of [
    [
      'HEAD',
      ({ root }) => {
        writeFileSync(join(root, '.git/HEAD'), 'garbage\n');
      },
      /its HEAD names no branch and no commit$/,
      /write `ref: refs/,
    ],
    [
      'a branch',
      ({ root }) => {
        writeFileSync(join(root, '.git/refs/heads/main'), 'garbage\n');
      },
      /^HEAD of .* names no commit that is there/,
      /git reset/,
    ],
    [
      'a commit that is gone',
      ({ root }) => {
        writeFileSync(join(root, '.git/refs/heads/main'), `${'1'.repeat(40)}\n`);
      },
      /^HEAD of .* names no commit that is there/,
      /git fsck/,
    ],
    [
      'an index',
      ({ root }) => {
        writeFileSync(join(root, '.git/index'), 'DIRCgarbage');
      },
      /index file smaller than expected$/,
      /`git reset`/,
    ],
    [
      'a configuration',
      ({ root }) => {
        appendFileSync(join(root, '.git/config'), '[core\n garbage');
      },
      /bad config line/,
      /^Correct that line/,
    ],
  ] as readonly (readonly [string, (sandbox: Sandbox) => void, RegExp, RegExp])[])
    it(`with ${what} that is damaged are an error with its remedy, never an empty review`, async () => {
      using sandbox = withHistory();
      damage(sandbox);
      const fails = (error: Error & { hint?: string }): boolean => {
        assert.deepEqual([error.name, message.test(error.message), hint.test(error.hint ?? '')], ['UserError', true, true], error.message);
        return true;
      };
      await assert.rejects(readChangeSet({ kind: 'working-tree' }, { root: sandbox.root }), fails);
      if (what !== 'an index') await assert.rejects(defaultSource(sandbox.root), fails);
    });

  it('with a damaged tree are an error with a hint', async () => {
    using sandbox = withHistory();
    const tree = sandbox.git('rev-parse', 'HEAD^{tree}');
    sandbox.remove(`.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`);
    await assert.rejects(
      readChangeSet({ kind: 'range', range: 'HEAD~1..HEAD' }, { root: sandbox.root }),
      (error: Error & { hint?: string }) => {
        assert.equal(error.name, 'UserError');
        assert.match(error.hint ?? '', /git fsck/);
        return true;
      },
    );
  });

  it('that do not have a revision suggest the nearest', async () => {
    using sandbox = withHistory();
    sandbox.git('branch', 'feature/login');
    await assert.rejects(readChangeSet({ kind: 'branch', base: 'feature/logni' }, { root: sandbox.root }), {
      name: 'UserError',
      message: `There is no revision "feature/logni" in ${sandbox.root}.`,
    });
    for (const base of ['--output=x', '-x', '@{upstream}', 'a\nb', 'a\0b', ':/', '', '^HEAD']) {
      await assert.rejects(readChangeSet({ kind: 'branch', base }, { root: sandbox.root }), { name: 'UserError' });
    }
  });

  it('are found from within, and only there', async () => {
    using sandbox = withHistory();
    assert.equal(await findRepositoryRoot(join(sandbox.root, 'folder1')), sandbox.root);
    await assert.rejects(findRepositoryRoot(sandbox.folder), {
      name: 'UserError',
      message: `${sandbox.folder} is not in a git repository.`,
    });
    await assert.rejects(readChangeSet({ kind: 'staged' }, { root: join(sandbox.folder, 'nowhere') }), { name: 'UserError' });
  });

  it('need git, and not an old one', async () => {
    using sandbox = withHistory();
    const programs = join(sandbox.folder, 'programs');
    mkdirSync(programs);
    await withEnvironment({ PATH: programs }, () =>
      assert.rejects(readChangeSet({ kind: 'staged' }, { root: sandbox.root }), { name: 'UserError', message: 'git was not found.' }),
    );
    writeFileSync(join(programs, 'git'), '#!/bin/sh\necho git version 2.17.1\n', { mode: 0o755 });
    await withEnvironment({ PATH: programs }, () =>
      assert.rejects(readChangeSet({ kind: 'staged' }, { root: sandbox.root }), {
        name: 'UserError',
        message: 'git version 2.17.1 is too old.',
      }),
    );
  });

  it('in a hook use the index of the hook, and only for its own repository', async () => {
    using sandbox = withHistory();
    using other = withHistory();
    const index = join(sandbox.root, '.git', 'next-index');
    sandbox.write('only-in-next.txt', 'x\n');
    await withEnvironment({ GIT_INDEX_FILE: index }, () => {
      sandbox.git('add', '.');
      return Promise.resolve();
    });
    sandbox.git('read-tree', `--index-output=${index}`, 'HEAD');
    sandbox.git('add', 'only-in-next.txt');
    const hook = {
      GIT_DIR: join(sandbox.root, '.git'),
      GIT_INDEX_FILE: index,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.bare',
      GIT_CONFIG_VALUE_0: 'true',
    };
    await withEnvironment(hook, async () => {
      assert.deepEqual(summary(await readChangeSet({ kind: 'staged' }, { root: sandbox.root })), []);
      other.write('a.txt', 'staged\n');
    });
    other.git('add', '.');
    await withEnvironment(hook, async () => {
      assert.deepEqual(summary(await readChangeSet({ kind: 'staged' }, { root: other.root })), ['modified a.txt']);
    });
    assert.deepEqual(summary(await readChangeSet({ kind: 'staged' }, { root: sandbox.root })), ['added only-in-next.txt']);
  });

  it('can be left at any moment', async () => {
    using sandbox = withHistory();
    for (const milliseconds of [0, 5, 15, 30, 45]) {
      const reading = readChangeSet(
        { kind: 'range', range: 'HEAD~3..HEAD' },
        { root: sandbox.root, signal: AbortSignal.timeout(milliseconds) },
      );
      await reading.catch((error: unknown) => {
        assert.equal((error as Error).name, 'TimeoutError', String(error));
      });
    }
    const signal = AbortSignal.abort(new Error('no longer wanted'));
    await assert.rejects(readChangeSet({ kind: 'working-tree' }, { root: sandbox.root, signal }), { message: 'no longer wanted' });
  });

  for (const path of ['.git/index', '.git/config', '.git/packed-refs', '.git/info/exclude', '.gitignore', 'hooked-index']) {
    it(`with a pipe in place of ${path} are not waited for`, async function () {
      if (process.platform === 'win32') this.skip();
      using sandbox = withHistory();
      rmSync(join(sandbox.root, path), { force: true });
      execFileSync('mkfifo', [join(sandbox.root, path)]);
      const hook = path === 'hooked-index' ? { GIT_DIR: join(sandbox.root, '.git'), GIT_INDEX_FILE: join(sandbox.root, path) } : {};
      await withEnvironment(hook, () =>
        assert.rejects(readChangeSet({ kind: 'working-tree' }, { root: sandbox.root }), {
          name: 'UserError',
          message: `${join(sandbox.root, path)} is a pipe or a device, and git would wait for it without end.`,
        }),
      );
    });
  }
});
