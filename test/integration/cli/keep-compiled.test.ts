import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { version } from '../../../package.json';
import { keepCompiled } from '../../../src/cli/keep-compiled.ts';
import { Sandbox } from '../git/sandbox.ts';
import { runCli } from './run-cli.ts';

describe('what Node compiled', () => {
  const asked: string[] = [];
  const compiling = { enableCompileCache: (directory: string) => asked.push(directory) };

  beforeEach(() => {
    asked.length = 0;
  });

  it('is kept in a folder of this version, and what other versions kept is removed', async () => {
    using sandbox = new Sandbox();
    const [old, other, current] = ['0.1.0', 'notes', '0.2.0'].map((name) => join(sandbox.folder, 'compiled', name));
    for (const folder of [old, other]) mkdirSync(folder ?? '', { recursive: true });
    await keepCompiled(current, compiling);
    assert.deepEqual(asked, [current]);
    assert.deepEqual(readdirSync(join(sandbox.folder, 'compiled')).sort(), ['0.2.0', 'notes']);
  });

  it('is not read from a repository, whose authors could have written it', async () => {
    using sandbox = new Sandbox();
    await keepCompiled(join(sandbox.root, '.cache/compiled/0.2.0'), compiling);
    assert.deepEqual(asked, []);
  });

  it('is not kept where the folder cannot be made', async () => {
    using sandbox = new Sandbox();
    const file = join(sandbox.folder, 'file');
    writeFileSync(file, '');
    await keepCompiled(join(file, 'compiled/0.2.0'), compiling);
    assert.deepEqual(asked, []);
  });

  it('is not kept where Node cannot', async () => {
    using sandbox = new Sandbox();
    await keepCompiled(join(sandbox.folder, 'compiled/0.2.0'), {});
    assert.ok(!existsSync(join(sandbox.folder, 'compiled')));
  });

  it('changes nothing of what the command line says, and is not kept with --no-cache', async () => {
    using sandbox = new Sandbox();
    const rules = (environment: Readonly<Record<string, string>>, ...more: string[]) => runCli(['rules', ...more], { environment });
    const kept = join(sandbox.folder, 'plumbline/compiled', version);
    const without = await rules({ XDG_CACHE_HOME: devNull });
    assert.equal(without.exitCode, 0);
    assert.equal(without.stderr, '');
    await runCli(['check', '--dirs', sandbox.root, sandbox.root, '--no-cache'], { environment: { XDG_CACHE_HOME: sandbox.folder } });
    assert.ok(!existsSync(kept));
    assert.deepEqual(await rules({ XDG_CACHE_HOME: sandbox.folder }), without);
    assert.equal(existsSync(kept), 'enableCompileCache' in module);
    assert.deepEqual(await rules({ XDG_CACHE_HOME: sandbox.folder }), without);
  });
});
