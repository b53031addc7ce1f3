import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { cli } from './run-cli.ts';

const root = join(import.meta.dirname, '../../..');

function packedFiles(): string[] {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(output) as { files: { path: string }[] }[];
  return packed?.files.map(({ path }) => path) ?? [];
}

describe('the package', () => {
  it('holds all that the product needs, and nothing of how it is made', () => {
    const files = packedFiles();
    const needed = [
      'dist/cli.js',
      'dist/engine.js',
      'dist/extension.cjs',
      'dist/extraction-worker.js',
      'dist/web-tree-sitter.wasm',
      'dist/grammars/tree-sitter-java.wasm',
      'dist/THIRD-PARTY-LICENSES.txt',
      'media/plumbline.schema.json',
      'package.json',
      'LICENSE',
    ];
    assert.deepEqual(
      needed.filter((file) => !files.includes(file)),
      [],
    );
    assert.deepEqual(
      files.filter((file) => /^(?:src|test|node_modules|\.)/.test(file)),
      [],
    );
  });

  it('is one that npm can install and a shell can start', async () => {
    const { messages } = await publint({ pkgDir: root, level: 'warning', pack: 'npm' });
    assert.deepEqual(messages, []);
    accessSync(cli, constants.X_OK);
  });

  it('asks Node for nothing that came after the first Node 20', () => {
    const later =
      /\bAbortSignal\.any\b|\bimport\.meta\.(?:dir|file)name\b|\b(?:crc32|styleText|parseEnv|loadEnvFile|matchesGlob|getBuiltinModule)\(/;
    const dist = join(root, 'dist');
    const scripts = readdirSync(dist).filter((file) => file.endsWith('.js'));
    assert.ok(scripts.length > 4);
    for (const script of scripts) assert.doesNotMatch(readFileSync(join(dist, script), 'utf8'), later, script);
  });

  it('says which Node it needs, where that is too old to load it', () => {
    const asOld = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.4"})';
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', asOld, cli, 'check'], { encoding: 'utf8' });
    assert.deepEqual([status, stdout], [2, '']);
    assert.equal(
      stderr,
      'error This is Node 18.20.4, and Plumbline needs Node 20 or later.\n      Install a newer one (https://nodejs.org).\n',
    );
  });
});
