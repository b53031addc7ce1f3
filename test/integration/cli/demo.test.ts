import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { makeSampleRepository } from '../../demo/sample-repository.ts';
import { Sandbox } from '../git/sandbox.ts';
import { resultsOf, runCli } from './run-cli.ts';

describe('the sample repository', () => {
  it('is the same every time', () => {
    using sandbox = new Sandbox();
    const heads = ['one', 'two'].map((name) => {
      makeSampleRepository(join(sandbox.folder, name));
      return execFileSync('git', ['log', '--format=%H %an %s', 'refunds'], { cwd: join(sandbox.folder, name), encoding: 'utf8' });
    });
    assert.equal(heads[0], heads[1]);
    assert.equal(heads[0]?.trim().split('\n').length, 5);
  });

  it('shows what Plumbline is for', async () => {
    using sandbox = new Sandbox();
    const folder = join(sandbox.folder, 'orders');
    makeSampleRepository(folder);
    const { stdout, exitCode } = await runCli(['check', '--repo', folder, '--base', 'main', '--format', 'sarif']);
    const rules = new Set(resultsOf(stdout).map((result) => result.split(' ')[0]));
    const expected = [
      'compatibility/changed-signature',
      'compatibility/narrowed-visibility',
      'readability/commented-out-code',
      'robustness/swallowed-error',
      'security/disabled-tls-verification',
      'security/hardcoded-secret',
      'security/removed-authorization',
      'security/sql-built-from-strings',
      'tests/skipped-or-focused-test',
    ];
    assert.deepEqual(
      expected.filter((rule) => !rules.has(rule)),
      [],
    );
    assert.equal(exitCode, 1);
  });
});
