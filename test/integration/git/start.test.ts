import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit, type GitPlace } from '../../../src/git/start.ts';

/** A folder with a program in place of git. */
class FakeGit {
  readonly directory = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  readonly place: GitPlace = { directory: this.directory, environment: { PATH: `${this.directory}:${process.env['PATH'] ?? ''}` } };

  constructor(script: string) {
    writeFileSync(join(this.directory, 'git'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  [Symbol.dispose](): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a git process', () => {
  it('is ended when its time is over', async () => {
    using git = new FakeGit('echo $$ > pid; exec sleep 60');
    await assert.rejects(runGit(git.place, ['log'], { timeLimit: 300 }), {
      name: 'UserError',
      message: 'git log was ended after 0.3 seconds.',
    });
    assert.equal(isRunning(Number(readFileSync(join(git.directory, 'pid'), 'utf8'))), false);
  });

  it('is ended when it is no longer wanted', async () => {
    using git = new FakeGit('echo $$ > pid; exec sleep 60');
    const cancel = new AbortController();
    const running = runGit(git.place, ['log'], { signal: cancel.signal });
    const seen = setInterval(() => {
      if (existsSync(join(git.directory, 'pid'))) cancel.abort(new Error('not wanted'));
    }, 10);
    await assert.rejects(running, { message: 'not wanted' });
    clearInterval(seen);
    assert.equal(isRunning(Number(readFileSync(join(git.directory, 'pid'), 'utf8'))), false);
  });

  it('is one of at most four', async () => {
    using git = new FakeGit('touch running/$$; ls running | wc -l; sleep 0.1; rm running/$$');
    mkdirSync(join(git.directory, 'running'));
    const counts = await Promise.all(Array.from({ length: 10 }, () => runGit(git.place, ['log'])));
    assert.equal(Math.max(...counts.map(Number)) <= 4, true, counts.join());
    assert.deepEqual(readdirSync(join(git.directory, 'running')), []);
  });

  for (const [what, script] of Object.entries({
    'is killed': 'echo half; kill -9 $$',
    'ends with a code and no word': 'echo half; exit 3',
    'says no after it said something': 'echo half; exit 1',
  }))
    it(`has failed where it ${what}, whatever it wrote before`, async () => {
      using git = new FakeGit(script);
      await assert.rejects(runGit(git.place, ['log']), { name: 'GitFailure' });
    });

  it('may say no without a word', async () => {
    using git = new FakeGit('exit 1');
    assert.equal(await runGit(git.place, ['log']), '');
  });

  it('that cannot be started is told', async () => {
    using git = new FakeGit('exit 0');
    chmodSync(join(git.directory, 'git'), 0o644);
    await assert.rejects(runGit({ ...git.place, environment: { PATH: git.directory } }, ['log']), {
      name: 'UserError',
      message: 'git could not be started (EACCES).',
    });
  });

  it('has given all of its output when its answer is there, even where that comes long after the exit', async () => {
    using git = new FakeGit('(sleep 0.4; echo late) & echo early; exit 0');
    assert.equal(await runGit(git.place, ['log']), 'early\nlate\n');
  });

  it('gets its environment and nothing else', async () => {
    using git = new FakeGit('env | cut -d= -f1 | sort | tr "\\n" " "');
    process.env['GIT_EXTERNAL_DIFF'] = 'touch owned';
    try {
      const names = (await runGit({ ...git.place, environment: { ...git.place.environment, GIT_DIR: '/nowhere' } }, ['log']))
        .trim()
        .split(' ');
      // The shell adds the first four; Node hands the last to every process while coverage is measured.
      const added = ['PWD', 'SHLVL', 'OLDPWD', '_', 'NODE_V8_COVERAGE'];
      assert.deepEqual(
        names.filter((name) => !added.includes(name)),
        ['GIT_DIR', 'GIT_TEST_DISALLOW_ABBREVIATED_OPTIONS', 'PATH'],
      );
    } finally {
      Reflect.deleteProperty(process.env, 'GIT_EXTERNAL_DIFF');
    }
  });
});
