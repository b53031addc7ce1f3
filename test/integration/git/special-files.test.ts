import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../../../src/change/change-set.ts';
import { readChangeSet } from '../../../src/git/read-change-set.ts';
import { Sandbox, noticeIds, summary } from './sandbox.ts';

const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;

async function committed(sandbox: Sandbox, limits = {}): ReturnType<typeof readChangeSet> {
  return readChangeSet({ kind: 'range', range: 'HEAD~1..HEAD' }, { root: sandbox.root, limits });
}

function head(
  files: readonly FileChange[],
  path: string,
): Pick<NonNullable<FileChange['head']>, 'text' | 'encoding' | 'byteOrderMark'> | undefined {
  const found = files.find((file) => file.path === path)?.head;
  return found && { text: found.text, encoding: found.encoding, byteOrderMark: found.byteOrderMark };
}

describe('special files', () => {
  it('of every kind are decoded or named', async () => {
    using sandbox = new Sandbox();
    sandbox.write('link', 'was a file\n');
    sandbox.commit('first');
    sandbox.write('empty.txt', '');
    sandbox.write('bom.txt', '\ufeffbom\n');
    sandbox.write('utf16le.txt', Buffer.from('\ufeffwide ä\n', 'utf16le'));
    sandbox.write('utf16be.txt', Buffer.from('\ufeffwide ä\n', 'utf16le').swap16());
    sandbox.write('utf16-unmarked.txt', Buffer.from('a wide text without a mark\n', 'utf16le'));
    sandbox.write('latin1.txt', Buffer.from('straße für Käse\n', 'latin1'));
    sandbox.write('binary.bin', Buffer.from([1, 0, 2, 0, 0, 3]));
    sandbox.write('big.psd', POINTER);
    sandbox.write('large.txt', 'x'.repeat(10_000_000));
    sandbox.write('crlf.txt', 'a\r\nb\r\n');
    sandbox.remove('link');
    symlinkSync('/etc/passwd', join(sandbox.root, 'link'));
    sandbox.commit('second');
    const changeSet = await committed(sandbox);
    assert.deepEqual(summary(changeSet), [
      'added big.psd lfs-pointer',
      'added binary.bin binary',
      'added bom.txt',
      'added crlf.txt',
      'added empty.txt',
      'added large.txt too-large',
      'added latin1.txt',
      'type-changed link symlink',
      'added utf16-unmarked.txt',
      'added utf16be.txt',
      'added utf16le.txt',
    ]);
    assert.deepEqual(noticeIds(changeSet), ['file-binary binary.bin', 'file-lfs-pointer big.psd', 'file-too-large large.txt']);
    assert.deepEqual(
      changeSet.notices.map((notice) => notice.incomplete),
      [false, false, true],
    );
    assert.deepEqual(head(changeSet.files, 'bom.txt'), { text: 'bom\n', encoding: 'utf-8', byteOrderMark: true });
    assert.deepEqual(head(changeSet.files, 'utf16le.txt'), { text: 'wide ä\n', encoding: 'utf-16le', byteOrderMark: true });
    assert.deepEqual(head(changeSet.files, 'utf16be.txt'), { text: 'wide ä\n', encoding: 'utf-16be', byteOrderMark: true });
    assert.deepEqual(head(changeSet.files, 'utf16-unmarked.txt'), {
      text: 'a wide text without a mark\n',
      encoding: 'utf-16le',
      byteOrderMark: false,
    });
    assert.deepEqual(head(changeSet.files, 'latin1.txt'), { text: 'straße für Käse\n', encoding: 'windows-1252', byteOrderMark: false });
    assert.deepEqual(head(changeSet.files, 'empty.txt'), { text: '', encoding: 'utf-8', byteOrderMark: false });
    assert.deepEqual(head(changeSet.files, 'crlf.txt'), { text: 'a\r\nb\r\n', encoding: 'utf-8', byteOrderMark: false });
  });

  it('whose line ends alone were converted have no hunks', async () => {
    using sandbox = new Sandbox();
    sandbox.write('a.txt', 'a\nb\nc\n');
    sandbox.commit('first');
    sandbox.write('a.txt', 'a\r\nB\r\nc\r\n');
    sandbox.commit('second');
    const changeSet = await committed(sandbox);
    assert.deepEqual(changeSet.files[0]?.hunks, [{ baseLine: 2, baseCount: 1, headLine: 2, headCount: 1 }]);
  });

  it('with line ends that git converts are not changes', async () => {
    using sandbox = new Sandbox();
    sandbox.write('.gitattributes', '* text=auto\n');
    sandbox.write('a.txt', 'a\nb\n');
    sandbox.commit('first');
    sandbox.write('a.txt', 'a\r\nb\r\n');
    assert.deepEqual(summary(await readChangeSet({ kind: 'working-tree' }, { root: sandbox.root })), []);
  });

  it('copied in the same change are copies', async () => {
    using sandbox = new Sandbox();
    sandbox.write('a.txt', 'a\nb\nc\n');
    sandbox.write('empty', '');
    sandbox.commit('first');
    sandbox.write('copy.txt', 'a\nb\nc\n');
    sandbox.write('a.txt', 'a\nb\nC\n');
    sandbox.write('empty', 'x');
    sandbox.write('other-empty', '');
    sandbox.commit('second');
    assert.deepEqual(summary(await committed(sandbox)), [
      'modified a.txt',
      'copied copy.txt ← a.txt',
      'modified empty',
      'added other-empty',
    ]);
  });

  it('past the limits are listed and not read', async () => {
    using sandbox = new Sandbox();
    sandbox.commit('first');
    for (let index = 10; index < 40; index++) sandbox.write(`${index}.txt`, `${index}\n`);
    sandbox.commit('second');
    const changeSet = await committed(sandbox, { files: 12 });
    assert.deepEqual(summary(changeSet).slice(11, 13), ['added 21.txt', 'added 22.txt too-large']);
    assert.deepEqual(changeSet.notices, [
      {
        id: 'file-too-large',
        message: '18 files (22.txt, 23.txt, 24.txt, …): each was not read: the limits are 4 MB a file, 12 files and 256 MB in all.',
        remedy: 'Review a smaller range, or keep generated files out of the repository.',
        incomplete: true,
      },
    ]);
  });

  it('that are binary are told one by one where they are few, together where there are more', async () => {
    using sandbox = new Sandbox();
    sandbox.commit('first');
    for (const name of ['a', 'b', 'c']) sandbox.write(`${name}.png`, `\0${name}`);
    sandbox.commit('second');
    const few = await committed(sandbox);
    for (const name of ['d', 'e', 'f', 'g']) sandbox.write(`${name}.png`, `\0${name}`);
    sandbox.commit('third');
    const more = await committed(sandbox);
    assert.deepEqual(
      [few, more].map(({ notices }) => notices.map(({ message }) => message)),
      [
        [
          'a.png is binary and was not looked into.',
          'b.png is binary and was not looked into.',
          'c.png is binary and was not looked into.',
        ],
        ['4 files (d.png, e.png, f.png, …): each is binary and was not looked into.'],
      ],
    );
  });

  it('in submodules and nested repositories are not looked at', async () => {
    using sandbox = new Sandbox();
    const sub = join(sandbox.root, 'sub');
    mkdirSync(sub);
    sandbox.gitIn(sub, 'init', '-q', '-b', 'main');
    sandbox.gitIn(sub, 'commit', '-q', '--allow-empty', '-m', 'one');
    sandbox.commit('first');
    sandbox.gitIn(sub, 'commit', '-q', '--allow-empty', '-m', 'two');
    const nested = join(sandbox.root, 'nested');
    mkdirSync(nested);
    sandbox.gitIn(nested, 'init', '-q', '-b', 'main');
    writeFileSync(join(nested, 'x.txt'), 'x');
    const working = await readChangeSet({ kind: 'working-tree' }, { root: sandbox.root });
    assert.deepEqual(summary(working), ['modified sub submodule']);
    assert.deepEqual(noticeIds(working), ['nested-repository nested']);
    sandbox.git('add', 'sub');
    sandbox.git('commit', '-q', '-m', 'second');
    const changeSet = await committed(sandbox);
    assert.deepEqual([summary(changeSet), noticeIds(changeSet)], [['modified sub submodule'], []]);
    assert.equal(changeSet.files[0]?.head?.blob, sandbox.gitIn(sub, 'rev-parse', 'HEAD'));
    assert.equal(working.files[0]?.head?.blob, changeSet.files[0].head.blob);
  });

  it('with a conflict are named', async () => {
    using sandbox = new Sandbox();
    sandbox.write('a.txt', 'a\n');
    sandbox.commit('first');
    sandbox.git('checkout', '-q', '-b', 'other');
    sandbox.write('a.txt', 'other\n');
    sandbox.commit('other');
    sandbox.git('checkout', '-q', 'main');
    sandbox.write('a.txt', 'main\n');
    sandbox.commit('main');
    assert.throws(() => sandbox.git('merge', '-q', 'other'));
    const staged = await readChangeSet({ kind: 'staged' }, { root: sandbox.root });
    assert.deepEqual([summary(staged), noticeIds(staged)], [[], ['unmerged a.txt']]);
    const working = await readChangeSet({ kind: 'working-tree' }, { root: sandbox.root });
    assert.deepEqual([summary(working), noticeIds(working)], [['modified a.txt'], ['unmerged a.txt']]);
  });
});
