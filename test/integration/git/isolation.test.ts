import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { link } from '../../../src/git/isolation.ts';

describe('a part of a repository in the git directory that stands in for it', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
    mkdirSync(at('refs'));
    writeFileSync(at('refs/main'), 'a\n');
    writeFileSync(at('packed-refs'), 'one\n');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is a link, also to what is not there yet', async () => {
    for (const name of ['refs', 'packed-refs', 'shallow']) {
      await link(at(name), at(`linked-${name}`), 'linux');
      await link(at(name), at(`linked-${name}`), 'linux');
      assert.ok(lstatSync(at(`linked-${name}`)).isSymbolicLink());
    }
    writeFileSync(at('shallow'), 'later\n');
    assert.equal(readFileSync(at('linked-shallow'), 'utf8'), 'later\n');
  });

  it('is on Windows a link for a folder alone, and for a file a copy that is made anew each time', async () => {
    const all = async (): Promise<void> => {
      for (const name of ['refs', 'packed-refs', 'shallow']) await link(at(name), at(`copied-${name}`), 'win32');
    };
    await all();
    assert.ok(lstatSync(at('copied-refs')).isSymbolicLink());
    assert.ok(lstatSync(at('copied-packed-refs')).isFile());
    assert.equal(readFileSync(at('copied-refs/main'), 'utf8'), 'a\n');
    assert.ok(!existsSync(at('copied-shallow')));
    writeFileSync(at('packed-refs'), 'two\n');
    writeFileSync(at('shallow'), 'later\n');
    await all();
    assert.equal(readFileSync(at('copied-packed-refs'), 'utf8'), 'two\n');
    assert.equal(readFileSync(at('copied-shallow'), 'utf8'), 'later\n');
    rmSync(at('shallow'));
    await all();
    assert.ok(!existsSync(at('copied-shallow')));
  });
});
