import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCli, runCli } from '../cli/run-cli.ts';
import type { Sandbox } from '../git/sandbox.ts';
import { adds, cart, cartSandbox, cartTest, deepFindings, deepNotices, deepReview, node, refusal, runs } from './deep-review.ts';

function changed(more: Readonly<Record<string, string>> = {}): Sandbox {
  return cartSandbox(cart('return sum + tax;'), cart(refusal, 'return sum + tax;'), cartTest(adds), undefined, more);
}

/** Starts processes of its own, one of them in a session of its own, writes the ids of all to a file outside, and never ends. */
const forking = `
const { spawn } = require('node:child_process');
const forever = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)';
const started = [false, true].map((detached) => spawn(process.execPath, ['-e', forever], { detached, stdio: 'inherit' }));
require('node:fs').writeFileSync(process.env.OUT, [process.pid, ...started.map(({ pid }) => pid)].join(' '));
eval(process.env.THEN || forever);
`;

function forkingCommand(sandbox: Sandbox, then = ''): { readonly command: string; readonly ids: () => Promise<number[]> } {
  const out = join(sandbox.folder, 'ids');
  sandbox.write('../fork.cjs', forking);
  const file = JSON.stringify(join(sandbox.folder, 'fork.cjs'));
  return {
    command: `OUT=${JSON.stringify(out)} THEN=${JSON.stringify(then)} ${node} ${file}`,
    ids: async () => {
      while (!existsSync(out) || readFileSync(out, 'utf8') === '') await soon();
      return readFileSync(out, 'utf8').split(' ').map(Number);
    },
  };
}

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

async function ended(ids: readonly number[]): Promise<void> {
  for (let tries = 0; tries < 250 && ids.some(runs); tries++) await soon();
  assert.deepEqual(ids.filter(runs), []);
}

describe('a test command that does not behave', function () {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('is ended with all that it started when the person cancels', async () => {
    using sandbox = changed();
    const { command, ids } = forkingCommand(sandbox);
    const cancellation = new AbortController();
    const groups: string[] = [];
    const review = deepReview(sandbox, command, {
      signal: cancellation.signal,
      onGroup: (group) => groups.push(group.runs ? 'started' : 'ended'),
    });
    const started = await ids();
    assert.equal(started.filter(runs).length, 3);
    cancellation.abort();
    await assert.rejects(review, { name: 'AbortError' });
    await ended(started);
    assert.deepEqual(groups, ['started', 'ended']);
  });

  it('is ended with all that it started when the time is over', async () => {
    using sandbox = changed();
    const { command, ids } = forkingCommand(sandbox);
    const review = await deepReview(sandbox, command, { minutes: 0.15 });
    assert.deepEqual(deepNotices(review), ['deep-check-time']);
    await ended(await ids());
  });

  it('leaves nothing behind when it ends by itself, and is not waited for', async () => {
    using sandbox = changed();
    const { command, ids } = forkingCommand(sandbox, 'process.exit(1)');
    const review = await deepReview(sandbox, command);
    assert.deepEqual(deepNotices(review), ['deep-check-red']);
    await ended(await ids());
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    it(`is ended when the command line gets ${signal}`, async () => {
      using sandbox = changed();
      const { command, ids } = forkingCommand(sandbox);
      const child = startCli(['check', '--deep', '--test-command', command, 'main..feature'], { cwd: sandbox.root });
      const exit = new Promise((resolve) => child.once('exit', resolve));
      const started = await ids();
      child.kill(signal);
      assert.equal(await exit, 130);
      await ended(started);
    });

  it('is ended when the command line is told to end twice', async () => {
    using sandbox = changed();
    const { command, ids } = forkingCommand(sandbox);
    const child = startCli(['check', '--deep', '--test-command', command, 'main..feature'], { cwd: sandbox.root });
    const exit = new Promise((resolve) => child.once('exit', resolve));
    const started = await ids();
    child.kill('SIGINT');
    await soon();
    child.kill('SIGINT');
    assert.equal(await exit, 130);
    await ended(started);
  });

  it('may write 100 MB', async () => {
    using sandbox = changed();
    const told: string[] = [];
    const writing = `${node} -e "const line='x'.repeat(1e6)+'\\n';for(let i=0;i<100;i++)require('fs').writeSync(i%2+1,line);process.exitCode=1"`;
    const review = await deepReview(sandbox, writing, { tell: (text) => told.push(text) });
    assert.deepEqual(deepNotices(review), ['deep-check-red']);
    assert.ok(told.join('').length < 200_000, 'only the end of it is kept');
  });

  it('may ask: nobody answers', async () => {
    using sandbox = changed();
    const review = await deepReview(sandbox, 'read answer');
    assert.deepEqual(deepNotices(review), ['deep-check-red']);
  });

  it('that passes always finds nothing', async () => {
    using sandbox = changed();
    const review = await deepReview(sandbox, 'true');
    assert.deepEqual([deepFindings(review), deepNotices(review)], [[], ['deep-check-unreached']]);
  });

  it('sees nothing of the repository of a hook', async () => {
    using sandbox = changed();
    const { GIT_DIR } = process.env;
    process.env['GIT_DIR'] = join(sandbox.root, '.git');
    try {
      const told: string[] = [];
      await deepReview(sandbox, 'echo "<$GIT_DIR>"; false', { tell: (text) => told.push(text) });
      assert.match(told[0] ?? '', /<>/);
    } finally {
      if (GIT_DIR === undefined) delete process.env['GIT_DIR'];
      else process.env['GIT_DIR'] = GIT_DIR;
    }
  });
});

describe('a repository that wants its own command run', () => {
  it('has no way to give it, and is not run without the person’s own', async () => {
    using sandbox = changed({
      'plumbline.yaml': 'testCommand: touch /tmp/plumbline-was-here\n',
      '.vscode/settings.json': '{ "plumbline.testCommand": "touch /tmp/plumbline-was-here" }',
    });
    const without = await runCli(['check', '--deep', 'main..feature'], { cwd: sandbox.root });
    assert.deepEqual([without.exitCode, without.stderr.split('\n')[0]], [2, 'error --deep needs the command that runs the tests.']);
    const refused = await runCli(['check', '--deep', '--test-command', 'false', 'main..feature'], { cwd: sandbox.root });
    assert.equal(refused.exitCode, 2);
    assert.match(refused.stderr, /testCommand/);
    assert.equal(existsSync('/tmp/plumbline-was-here'), false);
  });

  it('runs nothing of it without --deep', async () => {
    using sandbox = changed();
    const out = join(sandbox.folder, 'ran');
    sandbox.write('package.json', JSON.stringify({ type: 'module', scripts: { test: `touch ${out}` } }));
    sandbox.commit('script');
    await runCli(['check', 'main..feature'], { cwd: sandbox.root });
    assert.equal(existsSync(out), false);
  });

  it('cannot make a test file’s name a part of the command line', async () => {
    using sandbox = changed();
    const out = join(sandbox.folder, 'ran');
    const name = `test/$(touch ran)'; touch ran;'.test.js`;
    sandbox.write(name, cartTest(adds));
    sandbox.commit('name');
    const review = await deepReview(sandbox, `cd ${JSON.stringify(sandbox.folder)} && ${node} --test {files}`);
    assert.deepEqual([deepFindings(review).length, deepNotices(review), existsSync(out)], [1, [], false]);
  });
});
