import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sandbox } from '../git/sandbox.ts';
import { resultsOf, runCli } from './run-cli.ts';

const swallowing = (name: string): string => `class ${name} {\n  void run() {\n    try { work(); } catch (Exception e) { }\n  }\n}\n`;

const robustness = (stdout: string): string[] => resultsOf(stdout).filter((result) => result.startsWith('robustness/'));

describe('plumbline baseline', () => {
  it('lists what is there, so that only what is new counts in a review of the whole tree', async () => {
    using sandbox = new Sandbox();
    sandbox.write('A.java', swallowing('A'));
    sandbox.write('plumbline.yaml', 'rules: { tests/*: off, delivery/*: off }\n');
    sandbox.commit('start');
    const run = (...args: readonly string[]) => runCli([...args], { cwd: sandbox.root });
    const written = await run('baseline');
    const file = join(sandbox.root, 'plumbline.baseline.json');
    assert.equal(written.stderr, `Wrote ${file}: 1 finding. Commit it; it is read from the base of a change, as the standard is.\n`);
    assert.deepEqual([written.stdout, written.exitCode], ['', 0]);
    const text = readFileSync(file, 'utf8');
    assert.match(text, /"path":"A\.java","rule":"robustness\/swallowed-error"/);

    sandbox.write('B.java', swallowing('B'));
    sandbox.commit('next');
    const whole = await run('check', '--whole-tree', '--format', 'sarif');
    assert.deepEqual(robustness(whole.stdout), ['robustness/swallowed-error B.java:3 new']);
    const all = await run('check', '--whole-tree', '--all');
    assert.match(all.stdout, /\(in the baseline\)\n {2}A\.java:3/);
    assert.match(all.stdout, /^main against nothing: 4 files/m);

    await run('baseline');
    assert.deepEqual(readFileSync(file, 'utf8').match(/"path":"[^"]+"/g), ['"path":"A.java"', '"path":"B.java"'], 'all is written anew');
  });

  it('is refused where it cannot be understood', async () => {
    using sandbox = new Sandbox();
    sandbox.write('plumbline.baseline.json', '<<<<<<< ours');
    sandbox.commit('start');
    const run = await runCli(['check', '--working-tree'], { cwd: sandbox.root });
    assert.match(run.stderr, /^error The baseline plumbline\.baseline\.json is not as `plumbline baseline` writes it\.\n +Write it anew/);
    assert.equal(run.exitCode, 2);
  });
});

describe('a waiver', () => {
  const waiver = (expires: string): string =>
    `waivers:\n  - { rule: robustness/swallowed-error, paths: [legacy/**], reason: it goes, owner: team-a, expires: ${expires} }\n`;

  it('counts from the base on, and not in the change that brings it', async () => {
    using sandbox = new Sandbox();
    sandbox.write('README', '');
    sandbox.commit('start');
    sandbox.write('plumbline.yaml', waiver('2999-12-31'));
    sandbox.write('legacy/A.java', swallowing('A'));
    sandbox.commit('change');
    const check = () => runCli(['check', 'HEAD~1..', '--format', 'sarif'], { cwd: sandbox.root });
    assert.deepEqual(robustness((await check()).stdout), ['robustness/swallowed-error legacy/A.java:3 new']);
    sandbox.write('legacy/B.java', swallowing('B'));
    sandbox.commit('next');
    assert.deepEqual(robustness((await check()).stdout), []);
  });

  it('that has expired is told, with whom to ask', async () => {
    using sandbox = new Sandbox();
    sandbox.write('plumbline.yaml', waiver('2020-12-31'));
    sandbox.commit('start');
    sandbox.write('legacy/A.java', swallowing('A'));
    const { stdout } = await runCli(['check', '--working-tree'], { cwd: sandbox.root });
    assert.match(
      stdout,
      /notice The waiver of robustness\/swallowed-error \(plumbline\.yaml:2:5\) expired on 2020-12-31: a finding counts again\./,
    );
    assert.match(stdout, /ask team-a whether it is to be renewed/);
  });
});

describe('a change of the standard', () => {
  it('tells what is wrong in it before every later change is refused', async () => {
    using sandbox = new Sandbox();
    sandbox.write('README', '');
    sandbox.commit('start');
    sandbox.write('plumbline.yaml', 'rules: { tests/nothing: off }\n');
    const { stdout, exitCode } = await runCli(['check', '--working-tree'], { cwd: sandbox.root });
    assert.match(stdout, /The standard as it is changed cannot be used:[^]*plumbline\.yaml:1:10 There is no rule "tests\/nothing"/);
    assert.equal(exitCode, 0);
  });
});
