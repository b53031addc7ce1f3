import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeSource } from '../../../src/change/source.ts';
import { readChangeSet } from '../../../src/git/read-change-set.ts';
import { Sandbox } from './sandbox.ts';

/** Every setting of a repository that names a program, and the name of the marker which that program leaves. */
const PROGRAM_SETTINGS = [
  'core.fsmonitor',
  'core.pager',
  'core.editor',
  'core.sshCommand',
  'core.askPass',
  'core.gitProxy',
  'core.alternateRefsCommand',
  'diff.external',
  'diff.trap.command',
  'diff.trap.textconv',
  'filter.trap.clean',
  'filter.trap.smudge',
  'filter.trapped.process',
  'pager.diff',
  'pager.log',
  'pager.grep',
  'pager.ls-files',
  'pager.diff-tree',
  'pager.diff-index',
  'pager.cat-file',
  'pager.config',
  'sequence.editor',
  'credential.helper',
  'gpg.program',
  'gpg.ssh.program',
  'gpg.ssh.defaultKeyCommand',
  'uploadpack.packObjectsHook',
  'remote.origin.uploadpack',
  'remote.origin.vcs',
  'merge.trap.driver',
  'interactive.diffFilter',
  'trailer.trap.command',
  'browser.trap.cmd',
  'difftool.trap.cmd',
  'mergetool.trap.cmd',
  'submodule.sub.update',
  'alias.diff-tree',
  'alias.rev-parse',
];

const HOOKS = [
  'post-checkout',
  'post-index-change',
  'pre-commit',
  'fsmonitor-watchman',
  'query-watchman',
  'reference-transaction',
  'pre-auto-gc',
  'post-merge',
  'pre-push',
  'update',
  'sendemail-validate',
];

/** A repository in which everything that git can be told to start leaves a file in `markers`. */
class HostileRepository extends Sandbox {
  readonly markers = join(this.folder, 'markers');
  readonly programs = join(this.folder, 'programs');

  constructor() {
    super('hostile');
    mkdirSync(this.markers);
    mkdirSync(this.programs);
    this.#history();
    this.#settings();
    this.#hooks();
    this.#workTree();
  }

  /** The names of the traps that were sprung. */
  sprung(): string[] {
    return readdirSync(this.markers).sort();
  }

  #program(name: string): string {
    const file = join(this.programs, name.replaceAll('.', '-'));
    writeFileSync(file, `#!/bin/sh\ntouch '${join(this.markers, name)}'\n`, { mode: 0o755 });
    return file;
  }

  #history(): void {
    this.write('.gitattributes', '*.trap diff=trap filter=trap merge=trap\n*.trapped filter=trapped\n');
    for (const name of ['one.trap', 'two.trapped', 'plain.txt', 'gone.trap']) this.write(name, `${name}\nalpha\n`);
    this.write('.gitmodules', '[submodule "sub"]\n\tpath = sub\n\turl = ext::sh -c touch% x\n');
    this.commit('first');
    for (const name of ['one.trap', 'two.trapped', 'plain.txt']) this.write(name, `${name}\nbeta\n`);
    this.remove('gone.trap');
    this.write('renamed.trap', 'gone.trap\nalpha\n');
    this.commit('second');
    this.#submodule();
  }

  /** A submodule whose own settings spring a trap when git looks whether it was edited. */
  #submodule(): void {
    const sub = join(this.root, 'sub');
    mkdirSync(sub);
    this.gitIn(sub, 'init', '-q', '-b', 'main');
    writeFileSync(join(sub, 'file.trap'), 'file\n');
    this.gitIn(sub, 'add', '.');
    this.gitIn(sub, 'commit', '-q', '-m', 'sub');
    this.git('add', 'sub');
    this.git('commit', '-q', '-m', 'third');
    this.gitIn(sub, 'config', 'core.fsmonitor', this.#program('submodule-fsmonitor'));
    writeFileSync(join(sub, 'file.trap'), 'edited\n');
  }

  #settings(): void {
    for (const key of PROGRAM_SETTINGS)
      this.git('config', key, /^alias|^submodule/.test(key) ? `!${this.#program(key)}` : this.#program(key));
    this.git('config', 'core.hooksPath', join(this.programs, 'hooks'));
    this.git('config', 'core.worktree', this.root);
    this.git('config', 'log.showSignature', 'true');
    this.git('update-ref', 'refs/remotes/origin/main', 'HEAD~1');
    this.git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    this.git('config', 'extensions.partialClone', 'origin');
    this.git('config', 'core.repositoryFormatVersion', '1');
    this.git('config', 'remote.origin.promisor', 'true');
    this.git('config', 'remote.origin.url', `ext::${this.#program('remote-helper')}`);
    this.git('config', 'protocol.ext.allow', 'always');
    this.git('config', 'branch.main.remote', 'origin');
    this.git('config', 'branch.main.merge', 'refs/heads/main');
    const included = join(this.folder, 'included');
    writeFileSync(
      included,
      `[core]\n\tfsmonitor = ${this.#program('included-fsmonitor')}\n[diff]\n\texternal = ${this.#program('included-diff')}\n`,
    );
    this.git('config', 'include.path', included);
    this.git('config', `includeIf.gitdir:${this.root}/.path`, included);
  }

  #hooks(): void {
    mkdirSync(join(this.programs, 'hooks'));
    for (const hook of HOOKS) {
      symlinkSync(this.#program(`hook-${hook}`), join(this.programs, 'hooks', hook));
      symlinkSync(this.#program(`hook-${hook}`), join(this.root, '.git', 'hooks', hook));
    }
  }

  #workTree(): void {
    writeFileSync(join(this.root, 'one.trap'), 'one.trap\ngamma\r\n');
    writeFileSync(join(this.root, 'two.trapped'), 'two.trapped\ngamma\r\n');
    writeFileSync(join(this.root, 'untracked.trap'), 'alpha\r\n');
    // Touched, so that git would have to compare the content.
    utimesSync(join(this.root, 'plain.txt'), 1, 1);
  }
}

/** Runs plain git and forgets what came of it. */
function plainGit(repository: HostileRepository, ...args: string[]): void {
  try {
    execFileSync('git', args, {
      cwd: repository.root,
      stdio: 'ignore',
      timeout: 10_000,
      env: { PATH: process.env['PATH'], HOME: repository.folder },
    });
  } catch {
    // The programs fail; that they were started is what counts.
  }
}

const SOURCES: ChangeSource[] = [
  { kind: 'working-tree' },
  { kind: 'staged' },
  { kind: 'branch', base: 'HEAD~1' },
  { kind: 'range', range: 'HEAD~2..HEAD' },
  { kind: 'range', range: '--output=owned..HEAD' },
  { kind: 'range', range: '--upload-pack=touch owned' },
  { kind: 'branch', base: '--ext-diff', head: '-x' },
  { kind: 'branch' },
  { kind: 'outgoing' },
];

describe('a hostile repository', () => {
  it('springs its traps under plain git', () => {
    using repository = new HostileRepository();
    plainGit(repository, 'status');
    plainGit(repository, 'config', '--unset', 'include.path');
    plainGit(repository, 'config', '--unset', `includeIf.gitdir:${repository.root}/.path`);
    plainGit(repository, 'status');
    plainGit(repository, 'diff', 'HEAD~2', '--', 'plain.txt');
    plainGit(repository, 'diff', 'HEAD', '--', 'one.trap');
    plainGit(repository, 'diff', '--no-ext-diff', 'HEAD', '--', 'one.trap');
    plainGit(repository, 'cat-file', '-p', '1'.repeat(40));
    plainGit(repository, 'diff', 'HEAD', '--', 'two.trapped');
    plainGit(repository, 'checkout', 'HEAD~1', '--', 'one.trap');
    plainGit(repository, 'checkout', '-b', 'other');
    const sprung = repository.sprung();
    for (const trap of [
      'included-fsmonitor',
      'core.fsmonitor',
      'diff.trap.command',
      'diff.trap.textconv',
      'diff.external',
      'filter.trap.clean',
      'filter.trap.smudge',
      'filter.trapped.process',
      'hook-post-checkout',
      'hook-post-index-change',
      'remote-helper',
      'submodule-fsmonitor',
    ]) {
      assert.ok(sprung.includes(trap), `${trap} was not sprung, only ${sprung.join(', ')}`);
    }
  });

  for (const source of SOURCES) {
    it(`starts nothing for ${JSON.stringify(source)}`, async () => {
      using repository = new HostileRepository();
      const changeSet = await readChangeSet(source, { root: repository.root }).catch((error: unknown) => {
        assert.equal((error as Error).name, 'UserError', String(error));
      });
      for (const tree of changeSet ? [changeSet.trees.base, changeSet.trees.head] : []) {
        const paths = await tree.paths();
        assert.ok(paths.includes('one.trap'));
        assert.ok((await tree.read(paths)).has('one.trap'));
        assert.ok((await tree.grep(['alpha', 'beta', 'gamma', '--open-files-in-pager=touch'], ['.trap'])).size > 0);
      }
      assert.deepEqual(repository.sprung(), []);
      assert.equal(existsSync(join(repository.root, 'owned')), false);
    });
  }

  it('starts nothing for objects that only a remote has', async () => {
    using repository = new HostileRepository();
    const blob = repository.git('rev-parse', 'HEAD:plain.txt');
    repository.remove(`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`);
    repository.sprung().forEach((name) => {
      repository.remove(`../markers/${name}`);
    });
    const changeSet = await readChangeSet({ kind: 'range', range: 'HEAD~2..HEAD' }, { root: repository.root });
    assert.equal(changeSet.files.find((file) => file.path === 'plain.txt')?.head?.unread, 'missing');
    assert.deepEqual(repository.sprung(), []);
  });
});
