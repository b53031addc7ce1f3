import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readChangeSet } from '../../../src/git/read-change-set.ts';
import { Sandbox, noticeIds, summary } from './sandbox.ts';

/** A path of bytes of which one is no UTF-8. */
function oddName(...parts: readonly string[]): Buffer {
  return Buffer.from(join(...parts), 'latin1');
}

describe('names that are not UTF-8', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('do not hide what a commit changes, and are told', async () => {
    using sandbox = new Sandbox();
    sandbox.commit('first');
    writeFileSync(oddName(sandbox.root, 'caf\u00e9.txt'), 'one\n');
    sandbox.commit('second');
    const changeSet = await readChangeSet({ kind: 'range', range: 'HEAD~1..' }, { root: sandbox.root });
    assert.deepEqual([summary(changeSet), changeSet.files[0]?.head?.text], [['added caf\ufffd.txt'], 'one\n']);
    assert.deepEqual(
      changeSet.notices.map(({ id, message, incomplete }) => [id, message, incomplete]),
      [
        [
          'name-not-utf8',
          String.raw`caf\ufffd.txt has a name that is not UTF-8: it was reviewed, but no report and no fix can name the file.`,
          false,
        ],
      ],
    );
  });

  it('are no deletions where the file is changed but not committed', async () => {
    using sandbox = new Sandbox();
    writeFileSync(oddName(sandbox.root, 'caf\u00e9.txt'), 'one\n');
    mkdirSync(oddName(sandbox.root, 'd\u00ff'));
    writeFileSync(oddName(sandbox.root, 'd\u00ff', 'a.txt'), 'one\n');
    sandbox.commit('first');
    for (const name of [['caf\u00e9.txt'], ['d\u00ff', 'a.txt'], ['new\u00e9.txt']])
      writeFileSync(oddName(sandbox.root, ...name), 'two, longer\n');
    const changeSet = await readChangeSet({ kind: 'working-tree' }, { root: sandbox.root });
    assert.deepEqual(summary(changeSet), [
      'modified caf\ufffd.txt undecodable-name',
      'modified d\ufffd/a.txt undecodable-name',
      'added new\ufffd.txt undecodable-name',
    ]);
    assert.deepEqual(
      changeSet.notices.map(({ message, incomplete }) => [message, incomplete]),
      ['caf', 'd', 'new'].map((name) => [
        String.raw`${name}\ufffd${name === 'd' ? '/a' : ''}.txt was not looked into: its name is not UTF-8.`,
        true,
      ]),
    );
  });

  it('are told where two folders are compared, a folder as a whole', async () => {
    using sandbox = new Sandbox();
    for (const side of ['base', 'head']) {
      mkdirSync(join(sandbox.folder, side));
      writeFileSync(oddName(sandbox.folder, side, 'caf\u00e9.txt'), side);
      mkdirSync(oddName(sandbox.folder, side, 'd\u00ff'));
      writeFileSync(join(sandbox.folder, side, 'plain.txt'), side);
    }
    const folders = { base: join(sandbox.folder, 'base'), head: join(sandbox.folder, 'head') };
    const changeSet = await readChangeSet({ kind: 'folders', ...folders }, { root: sandbox.root });
    assert.deepEqual(summary(changeSet), [
      'modified caf\ufffd.txt undecodable-name',
      'modified d\ufffd undecodable-name',
      'modified plain.txt',
    ]);
    assert.deepEqual(
      changeSet.notices.map(({ id, incomplete }) => [id, incomplete]),
      [
        ['file-undecodable-name', true],
        ['file-undecodable-name', true],
      ],
    );
  });
});

/** Who may do everything cannot be refused anything: such a one reads as somebody else. */
async function asOrdinaryPerson<T>(read: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return read();
  process.seteuid?.(65_534);
  try {
    return await read();
  } finally {
    process.seteuid?.(0);
  }
}

describe('what may not be read', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('is named, a folder as a whole, and the others are reviewed', async () => {
    using sandbox = new Sandbox();
    for (const side of ['base', 'head'])
      for (const path of ['a.txt', 'b.txt', 'folder/c.txt']) sandbox.write(join('..', side, path), `${side} of ${path}\n`);
    chmodSync(sandbox.folder, 0o755);
    chmodSync(join(sandbox.folder, 'head/a.txt'), 0);
    chmodSync(join(sandbox.folder, 'head/folder'), 0);
    const folders = { base: join(sandbox.folder, 'base'), head: join(sandbox.folder, 'head') };
    const changeSet = await asOrdinaryPerson(() => readChangeSet({ kind: 'folders', ...folders }, { root: sandbox.root }));
    chmodSync(join(sandbox.folder, 'head/folder'), 0o755);
    assert.deepEqual(summary(changeSet), [
      'modified a.txt unreadable',
      'modified b.txt',
      'modified folder unreadable',
      'modified folder/c.txt unreadable',
    ]);
    assert.deepEqual(noticeIds(changeSet), ['file-unreadable a.txt', 'file-unreadable folder', 'file-unreadable folder/c.txt']);
  });
});

describe('a file that changes while it is read', () => {
  it('is read as it was at one moment, or is named', async () => {
    using sandbox = new Sandbox();
    sandbox.write('busy.txt', '');
    sandbox.commit('first');
    const file = join(sandbox.root, 'busy.txt');
    const writer = new Worker(
      `const { appendFileSync } = require('node:fs');
       const { workerData, parentPort } = require('node:worker_threads');
       for (let line = 0; line < 40_000; line++) {
         appendFileSync(workerData, String(line).padStart(9) + '\\n');
         if (line === 100) parentPort.postMessage('begun');
       }`,
      { eval: true, workerData: file },
    );
    const ended = new Promise((resolve) => writer.once('exit', resolve));
    await new Promise((resolve) => writer.once('message', resolve));
    let seen = 0;
    for (let isWriting = true; isWriting; seen++) {
      const changeSet = await readChangeSet({ kind: 'working-tree' }, { root: sandbox.root });
      const head = changeSet.files[0]?.head;
      if (head?.unread === undefined) {
        const lines = head?.text?.split('\n') ?? [];
        assert.ok(
          lines.every((line, index) => line === '' || Number(line) === index),
          'what was read is in order and whole',
        );
      } else assert.deepEqual([head.unread, noticeIds(changeSet)], ['unreadable', ['file-unreadable busy.txt']]);
      isWriting = (await Promise.race([ended, Promise.resolve('writing')])) === 'writing' && seen < 5;
    }
    await writer.terminate();
    assert.ok(seen > 0);
  });
});

describe('files in Git LFS', () => {
  const pointer = (content: string): string =>
    `version https://git-lfs.github.com/spec/v1\noid sha256:${createHash('sha256').update(content).digest('hex')}\nsize ${content.length}\n`;

  it('are no changes where they are what their pointers stand for, though git takes them for some', async () => {
    using sandbox = new Sandbox();
    sandbox.write('.gitattributes', '*.bin -text\n');
    for (const name of ['same', 'other']) sandbox.write(`${name}.bin`, pointer('content'));
    sandbox.commit('first');
    sandbox.write('same.bin', 'content');
    sandbox.write('other.bin', 'other content');
    assert.match(sandbox.git('status', '--short'), /M same\.bin/);
    const changeSet = await readChangeSet({ kind: 'working-tree' }, { root: sandbox.root });
    assert.deepEqual([summary(changeSet), noticeIds(changeSet)], [['modified other.bin lfs-pointer'], ['file-lfs-pointer other.bin']]);
  });
});
