import assert from 'node:assert/strict';
import { spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Sandbox } from '../git/sandbox.ts';
import { cli, resultsOf, runCli, startCli } from './run-cli.ts';

/** One commit that adds so many files, each with one finding. */
function withFindings(count: number): Sandbox {
  const sandbox = new Sandbox();
  sandbox.write('README.md', 'Many.\n');
  sandbox.commit('start');
  sandbox.git('switch', '-q', '-c', 'feature');
  for (let index = 0; index < count; index += 1)
    sandbox.write(`src/File${index}.java`, `class File${index} {\n  void run() {\n    try { work(); } catch (Exception e) { }\n  }\n}\n`);
  sandbox.commit('change');
  return sandbox;
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve));
}

const range = ['check', 'HEAD~1..HEAD', '--fail-on', 'never'];

describe('the report', () => {
  it('goes through a pipe whole, however long it is', async () => {
    using sandbox = withFindings(600);
    const run = await runCli([...range, '--format', 'sarif'], { cwd: sandbox.root });
    assert.ok(run.stdout.length > 1_000_000, `${run.stdout.length}`);
    assert.equal(resultsOf(run.stdout).filter((result) => result.startsWith('robustness/swallowed-error ')).length, 600);
  });

  it('ends quietly where the reader goes away', async () => {
    using sandbox = withFindings(300);
    const child = startCli([...range, '--format', 'sarif'], { cwd: sandbox.root });
    child.stdout.once('data', () => child.stdout.destroy());
    const [stderr, exitCode] = await Promise.all([text(child.stderr), exitOf(child)]);
    assert.deepEqual([stderr, exitCode], ['', 0]);
  });

  it('says that standard output cannot be written', function () {
    if (!existsSync('/dev/full')) this.skip();
    const full = openSync('/dev/full', 'w');
    const { stderr, status } = spawnSync(process.execPath, [cli, 'rules'], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    closeSync(full);
    assert.match(stderr, /^error Standard output could not be written: ENOSPC/);
    assert.equal(status, 2);
  });

  it('is never half a file, also where the disk takes no more in the midst of it', function () {
    if (process.platform === 'win32') this.skip();
    using sandbox = withFindings(60);
    for (const format of ['html', 'sarif', 'json', 'junit', 'gitlab']) {
      const file = join(sandbox.folder, `report.${format}`);
      writeFileSync(file, 'the one before\n');
      // 2 to 4 KB: a shell counts in blocks of 512 or of 1,024 bytes.
      const script = 'ulimit -f 4; exec "$@"';
      const args = ['-c', script, 'sh', process.execPath, cli, ...range, '--no-cache', '--format', format, '--output', file];
      // What is measured of a run is a file, too, and a larger one.
      const env = { ...process.env, NODE_V8_COVERAGE: '' };
      const { stderr, status } = spawnSync('sh', args, { cwd: sandbox.root, encoding: 'utf8', env });
      assert.match(
        stderr,
        /^error The report .* could not be written: it is larger than files may be here\. Nothing was changed\.$/m,
        format,
      );
      assert.equal(status, 2);
      assert.equal(readFileSync(file, 'utf8'), 'the one before\n');
      assert.deepEqual(
        readdirSync(sandbox.folder).filter((name) => name.startsWith(`report.${format}`)),
        [`report.${format}`],
      );
    }
  });

  it('is cancelled by an interrupt', async () => {
    using sandbox = withFindings(1500);
    const child = startCli(['check', '--output', 'report.sarif'], { cwd: sandbox.root });
    child.stderr.once('data', () => child.kill('SIGINT'));
    const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exitOf(child)]);
    assert.deepEqual(
      [stdout, stderr, exitCode],
      ['', 'No change was named: reviewing the commits of the current branch against main.\nCancelled.\n', 130],
    );
    assert.ok(!existsSync(join(sandbox.root, 'report.sarif')));
  });

  it('is written to a file, whole, with a word on where it is', async () => {
    using sandbox = withFindings(1);
    writeFileSync(join(sandbox.folder, 'report.json'), 'older');
    const run = await runCli([...range, '--format', 'json', '--output', '../report.json'], {
      cwd: sandbox.root,
      environment: { FORCE_COLOR: '1' },
    });
    assert.equal(run.stdout, '');
    assert.match(run.stderr, /^Gate passed: .*\. The report is in \.\.\/report\.json\.\n$/);
    assert.ok(JSON.parse(readFileSync(join(sandbox.folder, 'report.json'), 'utf8')));
    assert.deepEqual(readdirSync(sandbox.folder).sort(), ['report.json', 'repository']);
  });

  for (const [what, file, message] of [
    ['a folder that is not there', 'none/report.json', 'there is no folder none. Nothing was changed.\n      Make the folder first.\n'],
    ['a folder', '.', 'it is a folder. Nothing was changed.\n      Name a file.\n'],
    ['a full disk', '/dev/full', 'the disk is full. Nothing was changed.\n      Make room, or write it elsewhere.\n'],
  ] as const) {
    it(`is refused by ${what}`, async function () {
      if (file.startsWith('/dev') && !existsSync(file)) this.skip();
      using sandbox = withFindings(1);
      const run = await runCli([...range, '--format', 'json', '--output', file], { cwd: sandbox.root });
      assert.deepEqual([run.stdout, run.stderr, run.exitCode], ['', `error The report ${file} could not be written: ${message}`, 2]);
      assert.deepEqual(readdirSync(sandbox.folder), ['repository']);
    });
  }
});
