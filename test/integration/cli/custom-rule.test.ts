import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { Sandbox } from '../git/sandbox.ts';
import { resultsOf, runCli } from './run-cli.ts';

const standard = `
rules:
  custom/no-console:
    message: "\${finding} writes to the console."
    reason: Nobody reads it there.
    languages:
      java: |
        ((method_invocation object: (_) @on) @finding (#eq? @on "System.out"))
`;

const file = (...statements: readonly string[]): string => `class A {\n  void f() {\n${statements.join('\n')}\n  }\n}\n`;

/** A repository whose standard has a rule of its own. */
function repository(): Sandbox {
  const sandbox = new Sandbox();
  sandbox.write('plumbline.yaml', standard);
  sandbox.write('A.java', file('System.out.print(1);'));
  sandbox.commit('start');
  return sandbox;
}

describe('a rule of a repository’s own standard', () => {
  it('finds what the change brings, also from the cache', async () => {
    using sandbox = repository();
    sandbox.write('A.java', file('System.out.print(1);', 'System.out.print(2);'));
    const environment = { XDG_CACHE_HOME: `${sandbox.folder}/cache` };
    const check = () => runCli(['check', '--working-tree', '--format', 'sarif'], { cwd: sandbox.root, environment });
    const first = await check();
    const own = resultsOf(first.stdout).filter((result) => result.startsWith('custom/'));
    assert.deepEqual(own, ['custom/no-console A.java:4 new']);
    assert.equal((await check()).stdout, first.stdout);
  });

  it('is listed, explained and printed with the others', async () => {
    using sandbox = repository();
    const run = (...args: readonly string[]) => runCli([...args], { cwd: sandbox.root });
    assert.match((await run('rules')).stdout, /^ {2}custom\/no-console +warning +No console$/m);
    assert.match((await run('explain', 'no-console')).stdout, /defined at plumbline\.yaml:6:5[^]*Nobody reads it there\./);
    const { rules } = parse((await run('standard', 'print')).stdout) as { readonly rules: Readonly<Record<string, unknown>> };
    const { rules: written } = parse(standard) as { readonly rules: Readonly<Record<string, object>> };
    assert.deepEqual(rules['custom/no-console'], { severity: 'warning', ...written['custom/no-console'] });
  });

  it('is tried with its examples, and shows them', async () => {
    using sandbox = repository();
    const examples = (finds: string, passes: string): string =>
      `${standard}    examples:\n      finds: { A.java: "class A { void f() { ${finds}; } }" }\n      passes: { A.java: "class A { void f() { ${passes}; } }" }\n`;
    const run = (...args: readonly string[]) => runCli([...args], { cwd: sandbox.root });
    assert.deepEqual((await run('standard', 'check')).stdout, 'The standard is in order, 1 rule of its own.\n');
    sandbox.write('plumbline.yaml', examples('System.out.print(1)', 'log.info(1)'));
    const right = await run('standard', 'check');
    assert.deepEqual([right.stdout, right.exitCode], ['The standard is in order, 1 rule of its own, 2 examples tried.\n', 0]);
    assert.match((await run('explain', 'no-console')).stdout, /Examples\nfound A\.java[^]*fine {2}A\.java/);
    sandbox.write('plumbline.yaml', examples('log.info(1)', 'System.out.print(1)'));
    const wrong = await run('standard', 'check');
    assert.deepEqual(wrong.stderr.split('\n').slice(1, 3), [
      '  plumbline.yaml:9:5 The rule custom/no-console finds nothing in its example A.java, against what that says.',
      '  plumbline.yaml:9:5 The rule custom/no-console finds something in its example A.java, against what that says.',
    ]);
    assert.deepEqual([wrong.stdout, wrong.exitCode], ['', 2]);
  });

  it('does not keep other rules from being listed and explained where it is wrong', async () => {
    using sandbox = new Sandbox();
    sandbox.write('plumbline.yaml', standard.replace('method_invocation', 'method_invocaton'));
    sandbox.commit('start');
    const run = (...args: readonly string[]) => runCli([...args], { cwd: sandbox.root });
    const listed = await run('rules');
    assert.match(listed.stderr, /own rules are left out[^]*plumbline\.yaml:8:11 .*did you mean "method_invocation"/);
    assert.match(listed.stdout, /robustness\/swallowed-error/);
    assert.equal((await run('explain', 'robustness/swallowed-error')).stderr, '');
    const check = await run('check', '--working-tree');
    assert.deepEqual([check.stdout, check.exitCode], ['', 2]);
  });
});
