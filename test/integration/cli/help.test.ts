import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../../src/cli/commands.ts';
import { rules } from '../../../src/rules/index.ts';
import { runCli } from './run-cli.ts';

describe('plumbline', () => {
  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string };
    assert.deepEqual(await runCli(['--version']), { stdout: `${version}\n`, stderr: '', exitCode: 0 });
  });

  it('helps without a command', async () => {
    const bare = await runCli([]);
    assert.deepEqual(await runCli(['--help']), bare);
    assert.equal(bare.exitCode, 0);
    assert.deepEqual(
      commands.filter(({ name, summary }) => !bare.stdout.includes(name) || !bare.stdout.includes(summary)),
      [],
    );
  });

  for (const command of commands) {
    it(`helps with ${command.name}, with every option and an example`, async () => {
      const { stdout, stderr, exitCode } = await runCli([...command.name.split(' '), '--help']);
      const missing = [...Object.keys(command.options).map((name) => `--${name}`), ...command.examples.map(({ line }) => line)].filter(
        (part) => !stdout.includes(part),
      );
      assert.deepEqual([missing, stderr, exitCode], [[], '', 0]);
      assert.ok(command.examples.length > 0);
    });
  }

  for (const [args, said] of [
    [['chek'], 'error There is no command "chek" (did you mean "check"?).'],
    [['standrad', 'print'], 'error There is no command "standrad" (did you mean "standard print"?).'],
    [['--hlep'], 'error There is no option "--hlep" (did you mean "--help"?).'],
    [['explain', 'swalowed-error'], 'error There is no rule "swalowed-error" (did you mean "swallowed-error"?).'],
    [['explain'], 'error `plumbline explain` needs RULE|FILE.'],
    [['rules', 'more'], 'error "more" is one argument too many for `plumbline rules`.'],
  ] as const) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { stdout, stderr, exitCode } = await runCli(args);
      assert.deepEqual([stdout, stderr.split('\n')[0], exitCode], ['', said, 2]);
    });
  }

  it('lists every rule', async () => {
    const { stdout, exitCode } = await runCli(['rules']);
    assert.deepEqual(
      rules.filter(({ id, title }) => !stdout.includes(`  ${id} `) || !stdout.includes(title)),
      [],
    );
    assert.equal(exitCode, 0);
  });

  it('explains a rule by its id, or by the last part of it', async () => {
    const whole = await runCli(['explain', 'robustness/swallowed-error']);
    assert.deepEqual(await runCli(['explain', 'swallowed-error']), whole);
    assert.equal(whole.exitCode, 0);
    for (const part of [
      'robustness/swallowed-error',
      'severity warning',
      'What to do',
      'Expectation',
      'Examples',
      'CWE-390',
      'plumbline-allow robustness/swallowed-error --',
    ])
      assert.ok(whole.stdout.includes(part), part);
  });
});
