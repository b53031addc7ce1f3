import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { Sandbox } from '../git/sandbox.ts';
import { resultsOf, runCli } from './run-cli.ts';

const swallowing = 'class A {\n  void run() {\n    try { work(); } catch (Exception e) { }\n  }\n}\n';
const off = 'rules: { robustness/swallowed-error: off }\n';

function robustness(stdout: string): string[] {
  return resultsOf(stdout).filter((result) => result.startsWith('robustness/'));
}

function noticesOf(stdout: string): (string | undefined)[] {
  const [run] = (JSON.parse(stdout) as Log).runs;
  return (run?.invocations ?? []).flatMap(({ toolExecutionNotifications = [] }) =>
    toolExecutionNotifications.map(({ descriptor }) => descriptor?.id),
  );
}

describe('the standard of a change', () => {
  it('is the one of its base, so that a change cannot exempt itself', async () => {
    using sandbox = new Sandbox();
    sandbox.commit('start');
    sandbox.write('A.java', swallowing);
    sandbox.write('plumbline.yaml', off);
    sandbox.commit('change');
    const judged = await runCli(['check', 'HEAD~1..', '--format', 'sarif'], { cwd: sandbox.root });
    assert.deepEqual(robustness(judged.stdout), ['robustness/swallowed-error A.java:3 new']);
    assert.ok(noticesOf(judged.stdout).includes('standard-changed'));

    sandbox.write('A.java', swallowing.replaceAll('A', 'B'));
    sandbox.write('B.java', swallowing);
    sandbox.commit('next');
    const next = await runCli(['check', 'HEAD~1..', '--format', 'sarif'], { cwd: sandbox.root });
    assert.deepEqual([robustness(next.stdout), noticesOf(next.stdout)], [[], []]);
  });

  it('is refused with the place of every mistake', async () => {
    using sandbox = new Sandbox();
    sandbox.write('plumbline.yaml', 'rules:\n  robustness/swalowed-error: off\ngate: { failOn: eror }\n');
    sandbox.commit('start');
    const run = await runCli(['check', '--working-tree'], { cwd: sandbox.root });
    assert.deepEqual(run.stderr.split('\n').slice(0, 3), [
      'error The standard has 2 problems:',
      '  plumbline.yaml:2:3 There is no rule "robustness/swalowed-error" (did you mean "robustness/swallowed-error"?).',
      '  plumbline.yaml:3:17 "eror" is not one of error, warning, note, never (did you mean "error"?).',
    ]);
    assert.deepEqual([run.stdout, run.exitCode], ['', 2]);
  });
});

describe('a standard in a git repository', () => {
  /** A repository with a standard at a tag, and a file that extends it. */
  function published(revision: string): { sandbox: Sandbox; file: string; environment: Record<string, string> } {
    const sandbox = new Sandbox('standard');
    sandbox.write('plumbline.yaml', 'extends: ./more.yaml\nname: published\n');
    sandbox.write('more.yaml', off);
    sandbox.commit('start');
    sandbox.git('tag', 'v1');
    const file = join(sandbox.folder, 'own.yaml');
    writeFileSync(file, `extends: git+file://${sandbox.root}#${revision}\n`);
    return { sandbox, file, environment: { XDG_CACHE_HOME: join(sandbox.folder, 'cache') } };
  }

  it('is fetched once, at a tag, and then needs no network', async () => {
    const { sandbox: held, file, environment } = published('v1');
    using sandbox = held;
    const print = () => runCli(['standard', 'print', '--standard', file], { cwd: sandbox.root, environment });
    const first = await print();
    assert.deepEqual([first.stderr, first.exitCode], ['', 0]);
    assert.match(first.stdout, /^name: published +# git\+file:\/\/\S+#v1\/plumbline\.yaml:2:1$/m);
    assert.match(first.stdout, /^ {2}robustness\/swallowed-error:\n {4}severity: off +# git\+file:\/\/\S+#v1\/more\.yaml:1:10$/m);
    renameSync(sandbox.root, `${sandbox.root}-gone`);
    assert.equal((await runCli(['standard', 'print', '--standard', file], { cwd: sandbox.folder, environment })).stdout, first.stdout);
  });

  for (const [what, revision, reason] of [
    ['a branch', 'main', /has no tag and no commit "main"\. Name a tag or a full commit id; a branch is not pinned/],
    ['a tag that is not there', 'v2', /has no tag and no commit "v2"/],
  ] as const) {
    it(`is not taken from ${what}`, async () => {
      const { sandbox: held, file, environment } = published(revision);
      using sandbox = held;
      const run = await runCli(['standard', 'print', '--standard', file], { cwd: sandbox.root, environment });
      assert.match(run.stderr, reason);
      assert.equal(run.exitCode, 2);
    });
  }

  it('is taken at a commit', async () => {
    const { sandbox: held, environment } = published('v1');
    using sandbox = held;
    const file = join(sandbox.folder, 'own.yaml');
    writeFileSync(file, `extends: git+file://${sandbox.root}#${sandbox.git('rev-parse', 'HEAD')}\n`);
    const run = await runCli(['standard', 'print', '--standard', file], { cwd: sandbox.root, environment });
    assert.match(run.stdout, /^name: published/m);
  });
});

describe('an installed standard', () => {
  it('is read as data from node_modules', async () => {
    using sandbox = new Sandbox();
    sandbox.write('plumbline.yaml', "extends: ['@acme/standard', acme/strict.yaml]\n");
    sandbox.write('packages/standard/plumbline.yaml', 'name: installed\n');
    sandbox.write('node_modules/acme/strict.yaml', 'gate: { failOn: note }\n');
    mkdirSync(join(sandbox.root, 'node_modules/@acme'));
    symlinkSync('../../packages/standard', join(sandbox.root, 'node_modules/@acme/standard'));
    const run = await runCli(['standard', 'print'], { cwd: sandbox.root });
    assert.match(run.stdout, /^name: installed +# @acme\/standard\/plumbline\.yaml:1:1$/m);
    assert.match(run.stdout, /^ {2}failOn: note +# acme\/strict\.yaml:1:9$/m);
  });

  it('is not read where it leads out of the repository', async () => {
    using sandbox = new Sandbox();
    sandbox.write('plumbline.yaml', 'extends: acme\n');
    mkdirSync(join(sandbox.folder, 'outside'));
    writeFileSync(join(sandbox.folder, 'outside/plumbline.yaml'), 'name: outside\n');
    mkdirSync(join(sandbox.root, 'node_modules'));
    symlinkSync('../../outside', join(sandbox.root, 'node_modules/acme'));
    const run = await runCli(['standard', 'print'], { cwd: sandbox.root });
    assert.match(run.stderr, /plumbline\.yaml:1:10 The standard \S+acme\/plumbline\.yaml is a link out of/);
    assert.deepEqual([run.stdout, run.exitCode], ['', 2]);
  });
});

describe('plumbline init', () => {
  it('writes a standard that is valid, and never over another', async () => {
    using sandbox = new Sandbox();
    const file = join(sandbox.root, 'plumbline.yaml');
    const made = await runCli(['init'], { cwd: sandbox.root });
    assert.deepEqual(
      [made.stdout, made.stderr, made.exitCode],
      [`Wrote ${file}. Commit it: a change is judged by the standard of the branch that it goes to.\n`, '', 0],
    );
    assert.match(readFileSync(file, 'utf8'), /^# The engineering standard of this repository/);
    const printed = await runCli(['standard', 'print'], { cwd: sandbox.root });
    assert.match(printed.stdout, /failOn: error +# plumbline\.yaml:14:3$/m);

    writeFileSync(file, 'name: mine\n');
    const again = await runCli(['init'], { cwd: sandbox.root });
    assert.match(again.stderr, /^error \S+plumbline\.yaml is there already and was left as it is\./);
    assert.deepEqual([again.exitCode, readFileSync(file, 'utf8')], [2, 'name: mine\n']);
  });

  it('says from the start what the folders of the repository tell', async () => {
    using sandbox = new Sandbox();
    sandbox.write('third_party/a.js', '');
    sandbox.write('examples/b.js', '');
    sandbox.commit('start');
    const made = await runCli(['init'], { cwd: sandbox.root });
    assert.match(made.stdout, /those for third_party\/\*\*, examples\/\*\* are guesses by the names of folders: look at them\.\n$/);
    const printed = await runCli(['standard', 'print'], { cwd: sandbox.root });
    assert.match(printed.stdout, /^overrides:\n {2}- paths: \["examples\/\*\*"\]/m);
    assert.match(printed.stdout, /^ignore:\n {2}- third_party\/\*\* /m);
  });

  it('names the schema where it is at hand', async () => {
    using sandbox = new Sandbox();
    const schema = 'node_modules/plumbline/media/plumbline.schema.json';
    sandbox.write(schema, '{}');
    await runCli(['init'], { cwd: sandbox.root });
    assert.equal(readFileSync(join(sandbox.root, 'plumbline.yaml'), 'utf8').split('\n')[0], `# yaml-language-server: $schema=${schema}`);
  });

  it('says how to check before a push', async () => {
    const { stdout, exitCode } = await runCli(['init', '--hook']);
    assert.match(stdout, /^exec plumbline check --outgoing$/m);
    assert.equal(exitCode, 0);
  });
});
