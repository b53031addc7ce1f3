import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sandbox } from '../git/sandbox.ts';
import { resultsOf, runCli } from './run-cli.ts';
import type { Run } from './run-cli.ts';

const sound = `export function load(path: string): string {
  return path.trim();
}
`;
const swallowing = `export function load(path: string): string {
  try {
    open(path);
  } catch (error) {}
  return '';
}
`;
const finding = 'robustness/swallowed-error src/load.ts:4 new';

/** A \`main\` with sound code, and a branch \`feature\` that swallows an error. */
function branched(): Sandbox {
  const sandbox = new Sandbox();
  sandbox.write('src/load.ts', sound);
  sandbox.commit('start');
  sandbox.git('switch', '-q', '-c', 'feature');
  sandbox.write('src/load.ts', swallowing);
  sandbox.commit('change');
  return sandbox;
}

function robustnessOf({ stdout }: Run): string[] {
  return resultsOf(stdout).filter((result) => result.startsWith('robustness/'));
}

describe('plumbline check', () => {
  it('takes the branch where no change is named, and says so', async () => {
    using sandbox = branched();
    const run = await runCli(['check', '--format', 'sarif'], { cwd: sandbox.root });
    assert.deepEqual(robustnessOf(run), [finding]);
    assert.equal(run.stderr, 'No change was named: reviewing the commits of the current branch against main.\n');
    assert.equal(run.exitCode, 0);
  });

  it('takes the working tree on a default branch without own commits', async () => {
    using sandbox = branched();
    sandbox.git('switch', '-q', 'main');
    sandbox.write('src/load.ts', swallowing);
    const run = await runCli(['check', '--format', 'sarif'], { cwd: sandbox.root });
    assert.deepEqual(robustnessOf(run), [finding]);
    assert.equal(run.stderr, 'No change was named, and the branch has no commit of its own: reviewing the working tree.\n');
  });

  it('takes the working tree of a repository without commits', async () => {
    using sandbox = new Sandbox();
    sandbox.write('src/load.ts', swallowing);
    const run = await runCli(['check', '--format', 'sarif'], { cwd: sandbox.root });
    assert.deepEqual([robustnessOf(run), run.exitCode], [[finding], 0]);
  });

  it('passes nothing unseen where it is not known what to compare with', async () => {
    using sandbox = branched();
    sandbox.git('branch', '-q', '-D', 'main');
    const run = await runCli(['check'], { cwd: sandbox.root });
    assert.deepEqual(
      [run.stdout, run.stderr, run.exitCode],
      ['', 'error There is no upstream and no default branch to compare with.\n      Name one: `--base REVISION`.\n', 2],
    );
  });

  for (const [args, found] of [
    [['main..feature'], [finding]],
    [['--base', 'main', '--head', 'feature'], [finding]],
    [['--base', 'feature', '--head', 'main'], []],
    [['--staged'], []],
    [['--working-tree'], []],
  ] as const) {
    it(`reviews ${args.join(' ')}`, async () => {
      using sandbox = branched();
      const run = await runCli(['check', '--repo', sandbox.root, '--format', 'sarif', ...args]);
      assert.deepEqual([robustnessOf(run), run.stderr, run.exitCode], [found, '', 0]);
    });
  }

  it('compares two folders without git, with paths relative to the head folder', async () => {
    using sandbox = new Sandbox();
    for (const [folder, text] of [
      ['before', sound],
      ['after', swallowing],
    ] as const) {
      mkdirSync(join(sandbox.folder, folder, 'src'), { recursive: true });
      writeFileSync(join(sandbox.folder, folder, 'src/load.ts'), text);
    }
    const run = await runCli(['check', '--dirs', 'before', 'after', '--format', 'sarif'], { cwd: sandbox.folder });
    assert.deepEqual([robustnessOf(run), run.stderr, run.exitCode], [[finding], '', 0]);
  });

  it('fails the gate from the severity on that was asked for', async () => {
    using sandbox = branched();
    const codes = await Promise.all(
      ['error', 'warning', 'note', 'never'].map(
        async (failOn) => (await runCli(['check', '--repo', sandbox.root, '--fail-on', failOn])).exitCode,
      ),
    );
    assert.deepEqual(codes, [0, 1, 1, 0]);
  });

  it('ends with 3 where a part could not be reviewed, and with 1 where the gate failed too', async () => {
    using sandbox = branched();
    sandbox.write('big.bin', 'text\n'.repeat(4_000_000));
    sandbox.commit('too large');
    const codes = await Promise.all(
      ['error', 'warning'].map(async (failOn) => (await runCli(['check', '--repo', sandbox.root, '--fail-on', failOn])).exitCode),
    );
    assert.deepEqual(codes, [3, 1]);
  });

  it('writes the same bytes every time', async () => {
    using sandbox = branched();
    for (const format of ['pretty', 'sarif', 'json', 'html']) {
      const runs = await Promise.all([1, 2].map(() => runCli(['check', '--repo', sandbox.root, '--format', format])));
      assert.equal(runs[0]?.stdout, runs[1]?.stdout);
      assert.notEqual(runs[0]?.stdout, '');
    }
  });

  it('keeps what it read for the next run, but not where that is not wanted', async () => {
    using sandbox = branched();
    for (let index = 0; index < 100; index += 1) sandbox.write(`src/load-${index}.ts`, swallowing.repeat(5));
    sandbox.commit('many');
    const cache = join(sandbox.folder, 'cache');
    const run = (...args: string[]) =>
      runCli(['check', '--repo', sandbox.root, '--format', 'json', ...args], { environment: { XDG_CACHE_HOME: cache } });
    const plain = await run('--no-cache');
    assert.ok(!existsSync(cache));
    const first = await run();
    assert.equal(readdirSync(join(cache, 'plumbline/facts')).length, 1);
    const second = await run();
    assert.deepEqual([first, second], [plain, plain]);
  });

  it('colours only where asked, as nobody sees a pipe', async () => {
    using sandbox = branched();
    const plain = await runCli(['check', '--repo', sandbox.root]);
    const coloured = await runCli(['check', '--repo', sandbox.root], { environment: { FORCE_COLOR: '1' } });
    const colours = /\u001b\[\d+m/g;
    assert.doesNotMatch(plain.stdout, colours);
    assert.match(coloured.stdout, colours);
    assert.equal(coloured.stdout.replace(colours, ''), plain.stdout.replaceAll('`', ''));
  });

  for (const [what, args, message] of [
    ['a folder that is in no repository', ['--repo', '/'], /^error \/ is not in a git repository\.\n {6}Name a folder/],
    ['a repository that is not there', ['--repo', 'nowhere'], /^error There is no folder \S*nowhere\.\n {6}Check the path\./],
    ['a revision that is not there', ['--base', 'mian'], /^error There is no revision "mian"/],
    ['a folder that is not there', ['--dirs', 'nowhere', 'nowhere'], /^error \S*nowhere is not a folder that can be read\./],
    [
      'a standard that is not there',
      ['--standard', 'nowhere.yaml'],
      /error The standard nowhere.yaml cannot be read: it is not there\.\n {6}Check the path\./,
    ],
    [
      'an unknown option',
      ['--formt', 'json'],
      /^error There is no option --formt \(did you mean "--format"\?\)\.\n {6}See `plumbline check --help`\.\n$/,
    ],
  ] as const) {
    it(`refuses ${what}`, async () => {
      using sandbox = branched();
      const run = await runCli(['check', ...args], { cwd: sandbox.root });
      assert.match(run.stderr, message);
      assert.deepEqual([run.stdout, run.exitCode], ['', 2]);
    });
  }
});
