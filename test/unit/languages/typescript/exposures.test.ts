import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../../src/change/in-memory.ts';
import type { Exposure } from '../../../../src/code/language.ts';
import { typescript } from '../../../../src/languages/typescript/language.ts';
import { read, readModule } from './read.ts';

type Files = Readonly<Record<string, string>>;

const codeIn = (files: Files): string[] => Object.keys(files).filter((path) => /\.[cm]?[jt]sx?$/.test(path));

async function exposuresOf(files: Files, changed: readonly string[]): Promise<ReadonlyMap<string, Exposure>> {
  const tree = inMemoryChangeSet({}, files).trees.head;
  const facts = await Promise.all(changed.map((path) => read(files[path] ?? '', path, [])));
  return typescript.exposures(facts, tree, 'head', readModule);
}

/** How the code files of a tree are exposed, as if all or only `changed` had changed; but for the name of their package. */
async function exposures(files: Files, changed = codeIn(files)): Promise<Record<string, Exposure>> {
  const found = [...(await exposuresOf(files, changed))];
  return Object.fromEntries(
    found.map(([path, { scope, reason, names, isUnknown }]) => [
      path,
      { scope, reason, ...(names && { names }), ...(isUnknown !== undefined && { isUnknown }) },
    ]),
  );
}

/** Only the names, and the reason where there are none. */
async function names(files: Files, changed?: string[]): Promise<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(await exposures(files, changed)).map(([path, exposure]) => [
      path,
      exposure.names ?? `${exposure.scope}: ${exposure.reason}`,
    ]),
  );
}

const manifest = (fields: object): string => JSON.stringify({ name: 'acme', ...fields });

describe('TypeScript exposures', () => {
  it('finds the source that a script bundles into the entry point', async () => {
    const files = {
      'package.json': manifest({
        main: './index.js',
        scripts: { lint: 'eslint lib/', build: 'npm run clean && esbuild --bundle --format=esm --outfile=index.js lib/acme.js' },
      }),
      'acme.js': "export * from './index.js';",
      'lib/acme.js': 'export const a = 1;',
    };
    assert.deepEqual(await names(files), {
      'acme.js': 'none: not reached from the entry points of package acme',
      'lib/acme.js': { a: ['a'] },
    });
  });

  it('says that nothing is known where no entry point is in the tree', async () => {
    const files = { 'package.json': manifest({ main: './bundle.js' }), 'lib/acme.js': 'export const a = 1;' };
    assert.deepEqual(await exposures(files), {
      'lib/acme.js': { scope: 'none', reason: 'package acme has no entry point that could be found', isUnknown: true },
    });
  });

  it('takes no subpath for public that says itself that it is not', async () => {
    const files = {
      'package.json': manifest({
        exports: { '.': './index.js', './unsafe/*': './lib/*.js', './internal': './inner.js', './extra': './extra.js' },
      }),
      'index.js': 'export const a = 1;',
      'lib/b.js': 'export const b = 1;',
      'inner.js': 'export const c = 1;',
      'extra.js': 'export const d = 1;',
    };
    const notReached =
      'none: not reached from the entry points of package acme, of which "./unsafe/*", "./internal" say by their names that they are the package’s own';
    assert.deepEqual(await names(files), {
      'index.js': { a: ['a'] },
      'lib/b.js': notReached,
      'inner.js': notReached,
      'extra.js': { d: ['d'] },
    });
  });

  it('follows re-exports from the built entry point back to the sources', async () => {
    const files = {
      'package.json': manifest({
        exports: {
          '.': { types: './dist/index.d.ts', import: './dist/index.js' },
          './extra': './dist/extra.js',
          './package.json': './package.json',
        },
      }),
      'tsconfig.json': '{ // folders\n "compilerOptions": { "outDir": "./dist", "rootDir": "./code" } }',
      'code/index.ts':
        "import { local } from './local.ts';\nexport * from './star';\nexport { a as renamed } from './named';\nexport * as ns from './space';\nexport { local };\nexport default local;",
      'code/star.ts': 'export const starred = 1;\nexport default 2;\nfunction hidden() {}',
      'code/named.ts': "export { a } from './deep/index.js';\nexport const unused = 1;",
      'code/deep/index.ts': 'export class a {}\nexport class b {}',
      'code/space.ts': 'export type Inner = string;',
      'code/local.ts': 'export function local() {}',
      'code/extra.ts': 'export const extra = 1;',
      'code/private.ts': 'export const secret = 1;',
    };
    assert.deepEqual(await exposures(files), {
      'code/index.ts': {
        scope: 'names',
        names: { local: ['default', 'local'], ns: ['ns'], renamed: ['renamed'], starred: ['starred'] },
        reason: 'exported by "." of package acme',
      },
      'code/star.ts': { scope: 'names', names: { starred: ['starred'] }, reason: 'exported by "." of package acme' },
      'code/named.ts': { scope: 'names', names: { a: ['renamed'] }, reason: 'exported by "." of package acme' },
      'code/deep/index.ts': { scope: 'names', names: { a: ['renamed'] }, reason: 'exported by "." of package acme' },
      'code/space.ts': { scope: 'names', names: { Inner: ['ns.Inner'] }, reason: 'exported by "." of package acme' },
      'code/local.ts': { scope: 'names', names: { local: ['default', 'local'] }, reason: 'exported by "." of package acme' },
      'code/extra.ts': { scope: 'names', names: { extra: ['extra'] }, reason: 'exported by "./extra" of package acme' },
      'code/private.ts': { scope: 'none', reason: 'not reached from the entry points of package acme' },
    });
  });

  it('reads unchanged barrels between the entry point and a changed file', async () => {
    const files = {
      'package.json': manifest({ main: 'dist/index' }),
      'src/index.ts': "export * from './feature';",
      'src/feature/index.ts': "export { deep } from './deep';",
      'src/feature/deep.ts': 'export function deep() {}\nexport function other() {}',
    };
    assert.deepEqual(await names(files, ['src/feature/deep.ts']), { 'src/feature/deep.ts': { deep: ['deep'] } });
  });

  it('follows CommonJS modules', async () => {
    const files = {
      'package.json': manifest({}),
      'index.js': "'use strict';\nmodule.exports = require('./lib/main');",
      'lib/main.js':
        "exports = module.exports = create;\nvar proto = require('./proto');\nfunction create() {}\nexports.proto = proto;\nexports.View = require('./view').View;",
      'lib/proto.js': 'var app = exports = module.exports = {};\napp.use = function () {};',
      'lib/view.js': 'function View() {}\nmodule.exports = { View, other() {} };',
    };
    assert.deepEqual(await names(files), {
      'index.js': 'none: declares nothing that package acme exports',
      'lib/main.js': { View: ['View'], create: ['export='], proto: ['proto'] },
      'lib/proto.js': { app: ['proto'] },
      'lib/view.js': { View: ['View'] },
    });
  });

  it('opens every file of a pattern', async () => {
    const files = {
      'package.json': manifest({ exports: { './*': './lib/*.js', './internal/*': null } }),
      'src/a.ts': 'export const a = 1;',
      'src/deep/b.ts': 'export const b = 1;',
    };
    assert.deepEqual(await exposures(files), {
      'src/a.ts': { scope: 'names', names: { a: ['a'] }, reason: 'exported by "./a" of package acme' },
      'src/deep/b.ts': { scope: 'names', names: { b: ['b'] }, reason: 'exported by "./deep/b" of package acme' },
    });
  });

  it('knows packages whose outside is nobody', async () => {
    const file = { 'src/index.ts': 'export const a = 1;' };
    const reasons = await Promise.all([
      names({ 'package.json': manifest({ private: true }), ...file }),
      names({ 'package.json': manifest({ private: true, main: 'dist/index.js' }), ...file }),
      names({ 'package.json': manifest({ bin: './dist/cli.js' }), ...file }),
      names({ 'package.json': manifest({ version: '1.0.0' }), 'src/main.ts': 'export const a = 1;' }),
    ]);
    assert.deepEqual(reasons, [
      { 'src/index.ts': 'none: package acme is private and has no entry point' },
      { 'src/index.ts': 'none: package acme is private and no other package depends on it' },
      { 'src/index.ts': 'none: package acme has no entry point that could be found' },
      { 'src/main.ts': 'none: package acme has no entry point that could be found' },
    ]);
  });

  it('takes the nearest package, and a private one that others of the workspace depend on', async () => {
    const files = {
      'package.json': JSON.stringify({ name: 'root', private: true }),
      'packages/core/package.json': manifest({ name: 'core', private: true, main: './src/index.ts' }),
      'packages/core/src/index.ts': 'export const core = 1;',
      'packages/core/esm/package.json': '{"type":"module"}',
      'packages/core/esm/x.js': 'export const x = 1;',
      'packages/app/package.json': JSON.stringify({ name: 'app', private: true, dependencies: { core: '*' } }),
      'packages/app/src/main.ts': 'export const main = 1;',
    };
    assert.deepEqual(await names(files), {
      'packages/core/src/index.ts': { core: ['core'] },
      'packages/core/esm/x.js': 'none: not reached from the entry points of package core',
      'packages/app/src/main.ts': 'none: package app is private and has no entry point',
    });
  });

  it('counts everything as public without a manifest, and what declares globals', async () => {
    assert.deepEqual(await names({ 'src/a.ts': 'export const a = 1;' }), {
      'src/a.ts': 'all: there is no package.json: everything exported counts as public',
    });
    assert.deepEqual(await names({ 'a/package.json': manifest({}), 'b/b.ts': 'export const b = 1;' }), {
      'b/b.ts': 'all: no package.json is above the file: everything exported counts as public',
    });
    assert.deepEqual(await names({ 'ui/package.json': '{ "dependencies": { "vue": "3" } }', 'ui/src/a.ts': 'export const a = 1;' }), {
      'ui/src/a.ts': 'none: package ui is private and has no entry point',
    });
    assert.deepEqual(
      await names({ 'package.json': manifest({ types: 'globals.d.ts' }), 'globals.d.ts': 'declare function ready(): void;' }),
      { 'globals.d.ts': 'all: exported by "." of package acme' },
    );
    assert.deepEqual(await names({ 'package.json': manifest({}), 'types/a.d.ts': 'export const a: 1;' }), {
      'types/a.d.ts': 'all: package acme has only declarations',
    });
  });

  it('survives modules that hand on each other, and manifests that are broken', async () => {
    const files = {
      'package.json': manifest({ exports: './src/a.ts' }),
      'broken/package.json': '{ "name": ',
      'src/a.ts': "export * from './b';\nexport * as self from './a';\nexport const a = 1;",
      'src/b.ts': "export * from './a';\nexport { missing } from './a';\nexport const b = 1;",
      'broken/c.ts': 'export const c = 1;',
    };
    const { 'src/b.ts': b, 'broken/c.ts': c } = await names(files);
    assert.deepEqual((b as Record<string, string[]>)['b']?.slice(0, 2), ['b', 'self.b']);
    assert.equal(c, 'none: not reached from the entry points of package acme');
  });

  it('says by which name a package is imported, and whether only the same repository can', async () => {
    const files = {
      'package.json': '{ "private": true, "workspaces": ["packages/*"] }',
      'packages/a/package.json': '{ "name": "@acme/a", "private": true, "main": "a.js" }',
      'packages/a/a.js': 'export const a = 1;',
      'packages/b/package.json': '{ "name": "@acme/b", "main": "b.js", "dependencies": { "@acme/a": "*" } }',
      'packages/b/b.js': 'export const b = 1;',
    };
    const found = await exposuresOf(files, codeIn(files));
    assert.deepEqual(
      [...found].map(([path, { scope, packageName, isWithin }]) => [path, scope, packageName, isWithin]),
      [
        ['packages/a/a.js', 'names', '@acme/a', true],
        ['packages/b/b.js', 'names', '@acme/b', undefined],
      ],
    );
  });
});
