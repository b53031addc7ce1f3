import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { readChangeSet } from '../../../src/git/read-change-set.ts';
import { Sandbox, noticeIds, summary } from './sandbox.ts';

const LINES = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n';

/** A branch `feature` with two commits, and a `main` that went on meanwhile. */
function branched(): Sandbox {
  const sandbox = new Sandbox();
  sandbox.write('kept.txt', LINES);
  sandbox.write('old name.txt', LINES.toUpperCase());
  sandbox.write('gone.txt', 'gone\n');
  sandbox.write('run.sh', 'echo\n');
  sandbox.commit('first');
  sandbox.git('checkout', '-q', '-b', 'feature');
  sandbox.write('kept.txt', LINES.replace('three', '3'));
  sandbox.git('mv', 'old name.txt', 'new "näme"\n.txt');
  sandbox.write('new "näme"\n.txt', LINES.toUpperCase().replace('ONE', '1'));
  sandbox.remove('gone.txt');
  sandbox.write('run.sh', 'echo\n', 0o755);
  sandbox.commit('Change things\n\nWith a reason.');
  sandbox.write('added.txt', 'new\n');
  sandbox.commit('second');
  sandbox.git('checkout', '-q', 'main');
  sandbox.write('kept.txt', `${LINES}only on main\n`);
  sandbox.commit('main goes on');
  sandbox.git('checkout', '-q', 'feature');
  return sandbox;
}

const FEATURE = [
  'added added.txt',
  'deleted gone.txt',
  'modified kept.txt',
  'renamed new "näme"\n.txt ← old name.txt',
  'mode-changed run.sh',
];

describe('change sources', () => {
  it('compare a branch with its merge base, not with the tip of the base', async () => {
    using sandbox = branched();
    const changeSet = await readChangeSet({ kind: 'branch' }, { root: sandbox.root });
    assert.deepEqual(summary(changeSet), FEATURE);
    assert.deepEqual(changeSet.base, { name: 'main', commit: sandbox.git('merge-base', 'main', 'feature') });
    assert.deepEqual(changeSet.head, { name: 'feature', commit: sandbox.git('rev-parse', 'feature') });
    const kept = changeSet.files.find((file) => file.path === 'kept.txt');
    assert.deepEqual(kept?.hunks, [{ baseLine: 3, baseCount: 1, headLine: 3, headCount: 1 }]);
    assert.deepEqual(kept.head, {
      path: 'kept.txt',
      blob: sandbox.git('rev-parse', 'feature:kept.txt'),
      mode: 'file',
      size: 36,
      text: LINES.replace('three', '3'),
      encoding: 'utf-8',
      byteOrderMark: false,
    });
    assert.deepEqual(changeSet.commits, [
      { id: sandbox.git('rev-parse', 'feature'), subject: 'second', body: '', author: 'Ada', authored: Date.UTC(2024, 0, 1, 0, 3) },
      {
        id: sandbox.git('rev-parse', 'feature~'),
        subject: 'Change things',
        body: 'With a reason.',
        author: 'Ada',
        authored: Date.UTC(2024, 0, 1, 0, 2),
      },
    ]);
    assert.deepEqual(changeSet.notices, []);
    assert.equal(changeSet.root, sandbox.root);
  });

  it('know files that were renamed and edited also where git has not seen them yet', async () => {
    using sandbox = new Sandbox();
    const lines = (name: string): string => Array.from({ length: 20 }, (_, at) => `line ${at} of ${name}\n`).join('');
    sandbox.write('src/one.txt', lines('one'));
    sandbox.write('src/two.txt', lines('two'));
    sandbox.write('src/three.txt', lines('three'));
    sandbox.commit('first');
    const before = join(sandbox.folder, 'before');
    cpSync(sandbox.root, before, { recursive: true });
    for (const name of ['one', 'two', 'three']) sandbox.remove(`src/${name}.txt`);
    sandbox.write(
      'lib/uno.txt',
      `${lines('one')}and more
`,
    );
    sandbox.write('lib/two.txt', lines('two').replace('line 3', 'LINE 3'));
    sandbox.write(
      'lib/other.txt',
      `line 1 of three
${lines('other')}`,
    );
    const expected = [
      'added lib/other.txt',
      'renamed lib/two.txt ← src/two.txt',
      'renamed lib/uno.txt ← src/one.txt',
      'deleted src/three.txt',
    ];
    const inPlace = await readChangeSet({ kind: 'working-tree' }, { root: sandbox.root });
    assert.deepEqual(summary(inPlace), expected);
    assert.deepEqual(inPlace.files[1]?.hunks, [{ baseLine: 4, baseCount: 1, headLine: 4, headCount: 1 }]);
    const folders = await readChangeSet({ kind: 'folders', base: before, head: sandbox.root }, { root: sandbox.root });
    assert.deepEqual(summary(folders), expected);
    sandbox.git('add', '.');
    assert.deepEqual(summary(await readChangeSet({ kind: 'staged' }, { root: sandbox.root })), expected);
  });

  it('take one commit alone, the first one and a merge too', async () => {
    using sandbox = new Sandbox();
    const add = (path: string): string => {
      sandbox.write(path, `${path}\n`);
      return sandbox.commit(path);
    };
    const first = add('first.txt');
    sandbox.git('checkout', '-q', '-b', 'side');
    add('side.txt');
    sandbox.git('checkout', '-q', 'main');
    const last = add('main.txt');
    sandbox.git('merge', '-q', '--no-edit', 'side');
    const of = async (range: string): Promise<string[]> => summary(await readChangeSet({ kind: 'range', range }, { root: sandbox.root }));
    assert.deepEqual(await of(`${first}^!`), ['added first.txt']);
    assert.deepEqual(await of(`${last}^!`), ['added main.txt']);
    assert.deepEqual(await of('HEAD^-'), ['added side.txt']);
    assert.deepEqual(await of('HEAD^-2'), ['added main.txt']);
    await assert.rejects(of('nope^!'), { name: 'UserError', message: `There is no revision "nope" in ${sandbox.root}.` });
  });

  for (const range of ['main..feature', 'main...feature', 'main..', 'main']) {
    it(`compare the range ${range}`, async () => {
      using sandbox = branched();
      assert.deepEqual(summary(await readChangeSet({ kind: 'range', range }, { root: sandbox.root })), FEATURE);
    });
  }

  it('take everything from the empty tree', async () => {
    using sandbox = branched();
    const changeSet = await readChangeSet(
      { kind: 'range', range: '4b825dc642cb6eb9a060e54bf8d69288fbee4904..main' },
      { root: sandbox.root },
    );
    assert.deepEqual(summary(changeSet), ['added gone.txt', 'added kept.txt', 'added old name.txt', 'added run.sh']);
  });

  it('take what a push would send', async () => {
    using sandbox = branched();
    const server = join(sandbox.folder, 'server.git');
    sandbox.git('init', '-q', '--bare', server);
    sandbox.git('remote', 'add', 'origin', server);
    sandbox.git('push', '-q', 'origin', 'main', 'feature~:refs/heads/feature');
    sandbox.git('remote', 'set-head', 'origin', 'main');
    const neverPushed = await readChangeSet({ kind: 'outgoing' }, { root: sandbox.root });
    assert.deepEqual([neverPushed.base.name, summary(neverPushed)], ['origin/main', FEATURE]);
    sandbox.git('branch', '-q', '--set-upstream-to=origin/feature', 'feature');
    const pushed = await readChangeSet({ kind: 'outgoing' }, { root: sandbox.root });
    assert.deepEqual([pushed.base.name, summary(pushed)], ['origin/feature', ['added added.txt']]);
    const branch = await readChangeSet({ kind: 'branch' }, { root: sandbox.root });
    assert.deepEqual([branch.base.name, summary(branch)], ['origin/main', FEATURE]);
  });

  it('take the work tree with files that git does not know', async () => {
    using sandbox = branched();
    sandbox.write('.gitignore', 'ignored.txt\n');
    sandbox.write('ignored.txt', 'x');
    sandbox.write('sub folder/new.txt', 'a\r\nb\r\n');
    sandbox.write('kept.txt', LINES);
    sandbox.git('add', 'kept.txt');
    sandbox.write('kept.txt', LINES.replace('one', '1'));
    sandbox.remove('run.sh');
    sandbox.remove('added.txt');
    sandbox.write('moved/added.txt', 'new\n');
    const changeSet = await readChangeSet({ kind: 'working-tree' }, { root: join(sandbox.root, 'moved') });
    assert.deepEqual(summary(changeSet), [
      'added .gitignore',
      'modified kept.txt',
      'renamed moved/added.txt ← added.txt',
      'deleted run.sh',
      'added sub folder/new.txt',
    ]);
    const kept = changeSet.files.find((file) => file.path === 'kept.txt');
    assert.equal(kept?.base?.text, LINES.replace('three', '3'));
    assert.equal(kept.head?.text, LINES.replace('one', '1'));
    for (const { head } of changeSet.files) if (head) assert.equal(head.blob, sandbox.git('hash-object', join(sandbox.root, head.path)));
    assert.deepEqual(changeSet.head, { name: 'working tree' });
  });

  it('leave out files that were only touched', async () => {
    using sandbox = branched();
    sandbox.write('kept.txt', LINES.replace('three', '3'));
    execFileSync('touch', ['-d', '2001-01-01', join(sandbox.root, 'kept.txt')]);
    assert.deepEqual(summary(await readChangeSet({ kind: 'working-tree' }, { root: sandbox.root })), []);
  });

  it('take the index alone', async () => {
    using sandbox = branched();
    sandbox.write('kept.txt', 'staged\n');
    sandbox.git('add', '.');
    sandbox.write('kept.txt', 'not staged\n');
    sandbox.write('untracked.txt', 'x');
    const changeSet = await readChangeSet({ kind: 'staged' }, { root: sandbox.root });
    assert.deepEqual(summary(changeSet), ['modified kept.txt']);
    assert.equal(changeSet.files[0]?.head?.text, 'staged\n');
    assert.equal((await changeSet.trees.head.read(['kept.txt'])).get('kept.txt')?.text, 'staged\n');
    assert.deepEqual([...(await changeSet.trees.head.grep(['staged', 'nothing'], ['.txt'])).keys()], ['kept.txt']);
  });

  it('work before the first commit', async () => {
    using sandbox = new Sandbox();
    sandbox.write('staged.txt', 'a\n');
    sandbox.git('add', '.');
    sandbox.write('untracked.txt', 'b\n');
    assert.deepEqual(summary(await readChangeSet({ kind: 'working-tree' }, { root: sandbox.root })), [
      'added staged.txt',
      'added untracked.txt',
    ]);
    assert.deepEqual(summary(await readChangeSet({ kind: 'staged' }, { root: sandbox.root })), ['added staged.txt']);
    await assert.rejects(readChangeSet({ kind: 'branch' }, { root: sandbox.root }), {
      name: 'UserError',
      message: 'The repository has no commit yet.',
    });
  });

  it('work with a detached HEAD, in a linked work tree and in a bare repository', async () => {
    using sandbox = branched();
    const linked = join(sandbox.folder, 'linked');
    sandbox.git('worktree', 'add', '-q', '--detach', linked, 'feature');
    const detached = await readChangeSet({ kind: 'branch' }, { root: linked });
    assert.deepEqual([detached.head.name, ...summary(detached)], ['HEAD', ...FEATURE]);
    symlinkSync('kept.txt', join(linked, 'link'));
    assert.deepEqual(summary(await readChangeSet({ kind: 'working-tree' }, { root: linked })), ['added link symlink']);
    const bare = join(sandbox.folder, 'bare');
    sandbox.git('clone', '-q', '--bare', sandbox.root, bare);
    assert.deepEqual(summary(await readChangeSet({ kind: 'range', range: 'main..feature' }, { root: bare })), FEATURE);
    await assert.rejects(readChangeSet({ kind: 'staged' }, { root: bare }), { name: 'UserError' });
  });

  it('compare two folders without git', async () => {
    using sandbox = new Sandbox();
    for (const side of ['base', 'head']) {
      sandbox.write(`${side}/same.txt`, 'same\n');
      sandbox.write(`${side}/node_modules/x.js`, side);
      sandbox.write(`${side}/changed.txt`, `${side}\nsecond\n`);
      sandbox.write(`${side}/${side}-name.txt`, 'renamed\n');
    }
    symlinkSync('/etc', join(sandbox.root, 'head/etc'));
    const source = { kind: 'folders', base: join(sandbox.root, 'base'), head: join(sandbox.root, 'head') } as const;
    const changeSet = await readChangeSet(source, { root: '/' });
    assert.deepEqual(summary(changeSet), ['modified changed.txt', 'added etc symlink', 'renamed head-name.txt ← base-name.txt']);
    assert.deepEqual(changeSet.files[0]?.hunks, [{ baseLine: 1, baseCount: 1, headLine: 1, headCount: 1 }]);
    assert.deepEqual([...(await changeSet.trees.head.grep(['head', 'sam'], [])).keys()], ['changed.txt']);
    assert.equal((await changeSet.trees.head.read(['etc/passwd', '../base/same.txt'])).size, 0);
    assert.equal(changeSet.root, source.head);
    await assert.rejects(readChangeSet({ ...source, base: '/nowhere' }, { root: '/' }), { name: 'UserError' });
  });

  it('work in a repository with SHA-256 ids', async () => {
    using sandbox = new Sandbox('sha256', '--object-format=sha256');
    sandbox.write('a.txt', 'a\n');
    sandbox.commit('first');
    sandbox.write('a.txt', 'b\n');
    const changeSet = await readChangeSet({ kind: 'working-tree' }, { root: sandbox.root });
    assert.deepEqual(summary(changeSet), ['modified a.txt']);
    assert.equal(changeSet.files[0]?.head?.blob, sandbox.git('hash-object', 'a.txt'));
  });

  it('look at each commit once after merges both ways, and say so', async () => {
    using sandbox = new Sandbox();
    sandbox.write('a.txt', 'a\n');
    sandbox.commit('root');
    sandbox.git('checkout', '-q', '-b', 'other');
    sandbox.write('other.txt', 'o\n');
    const onOther = sandbox.commit('on other');
    sandbox.git('checkout', '-q', 'main');
    sandbox.write('main.txt', 'm\n');
    const onMain = sandbox.commit('on main');
    sandbox.git('merge', '-q', '--no-edit', onOther);
    sandbox.git('checkout', '-q', 'other');
    sandbox.git('merge', '-q', '--no-edit', onMain);
    sandbox.write('new.txt', 'n\n');
    sandbox.commit('after the merge');
    const changeSet = await readChangeSet({ kind: 'range', range: 'main..other' }, { root: sandbox.root });
    assert.equal(changeSet.base.commit, onMain);
    assert.deepEqual(noticeIds(changeSet), ['several-merge-bases']);
    assert.deepEqual(summary(changeSet), ['added new.txt', 'added other.txt']);
  });
});

describe('the tree of a side', () => {
  it('lists, reads and searches what is there, and nothing outside', async () => {
    using sandbox = branched();
    mkdirSync(join(sandbox.root, 'deep'));
    symlinkSync('/etc', join(sandbox.root, 'deep', 'out'));
    sandbox.write('untracked.txt', 'three words\n');
    sandbox.remove('kept.txt');
    const { trees } = await readChangeSet({ kind: 'working-tree' }, { root: sandbox.root });
    const name = 'new "näme"\n.txt';
    assert.deepEqual(await trees.base.paths(), ['added.txt', 'kept.txt', name, 'run.sh']);
    assert.deepEqual(await trees.head.paths(), ['added.txt', 'deep/out', name, 'run.sh', 'untracked.txt']);
    const read = await trees.head.read(['added.txt', 'kept.txt', 'deep/out', 'deep/out/passwd', '../outside', '/etc/passwd', name]);
    assert.deepEqual(
      [...read].map(([path, { text, unread }]) => [path, text ?? unread]),
      [
        ['added.txt', 'new\n'],
        ['deep/out', 'symlink'],
        [name, LINES.toUpperCase().replace('ONE', '1')],
      ],
    );
    assert.deepEqual([...(await trees.head.grep(['three', 'wor'], ['.txt'])).keys()], ['untracked.txt']);
    assert.deepEqual([...(await trees.base.grep(['eight', 'EIGHT'], ['.txt', '.sh'])).keys()], ['kept.txt', name]);
    assert.deepEqual([...(await trees.base.grep(['eight'], ['.sh'])).keys()], []);
    assert.deepEqual([...(await trees.base.grep([], [])).keys()], []);
  });
});

describe('two folders', () => {
  it('tell large files that are the same from ones that are not, and count only what changed', async () => {
    using sandbox = new Sandbox();
    for (const side of ['base', 'head']) {
      sandbox.write(`${side}/large-same.txt`, 'x'.repeat(2000));
      sandbox.write(`${side}/large-other.txt`, side.repeat(500));
      for (let index = 0; index < 20; index++) sandbox.write(`${side}/same-${index}.txt`, 'same\n');
      sandbox.write(`${side}/z.txt`, `${side}\n`);
    }
    const source = { kind: 'folders', base: join(sandbox.root, 'base'), head: join(sandbox.root, 'head') } as const;
    const changeSet = await readChangeSet(source, { root: '/', limits: { fileBytes: 1000, files: 4 } });
    assert.deepEqual(summary(changeSet), ['modified large-other.txt too-large', 'modified z.txt']);
    assert.deepEqual(changeSet.files[0]?.base?.blob, sandbox.git('hash-object', 'base/large-other.txt'));
  });
});
