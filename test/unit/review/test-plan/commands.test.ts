import assert from 'node:assert/strict';
import { sourceFile } from '../../../../src/code/source-file.ts';
import type { SourceFile } from '../../../../src/code/code-change.ts';
import type { FileFacts } from '../../../../src/code/facts.ts';
import { read } from '../../languages/typescript/read.ts';
import { commandsFor, runnerOf } from '../../../../src/review/test-plan/commands/commands.ts';

function testFile(path: string, imports: readonly string[]): SourceFile {
  const head = { path, text: '', blob: '', mode: 'file', size: 0, encoding: 'utf-8', byteOrderMark: false } as const;
  const facts: FileFacts = {
    path,
    language: path.endsWith('.java') ? 'java' : 'typescript',
    symbols: [],
    imports: imports.map((source) => ({ source, name: '*', local: 'x', typeOnly: false, range: { start: 0, end: 0 } })),
    exports: [],
    comments: [],
    tests: [],
    errors: [],
  };
  const file = sourceFile({ kind: 'modified', path, head, hunks: [] }, 'head', { role: 'test', facts, secrets: [] });
  assert.ok(file);
  return file;
}

/** The commands for test files in a repository with these files. */
function commands(
  paths: readonly string[],
  files: Readonly<Record<string, string>>,
  imports: readonly string[] = [],
  form: 'commandFor' | 'templateFor' = 'commandFor',
  code: ReadonlyMap<string, SourceFile> = new Map(),
): readonly string[] {
  const build = { texts: new Map(Object.entries(files)), code, has: (path: string) => path in files };
  return commandsFor(new Map(paths.map((path) => testFile(path, imports)).map((file) => [file, runnerOf(file, build)])), form);
}

function scripted(test: string, rest: object = {}): Readonly<Record<string, string>> {
  return { 'package.json': JSON.stringify({ scripts: { test }, ...rest }) };
}

describe('the command that runs related tests', () => {
  const two = ['test/a.test.ts', 'test/b.test.ts'];

  for (const [script, expected] of [
    ['vitest', 'npx vitest run test/a.test.ts test/b.test.ts'],
    ['vitest run --coverage --config vitest.unit.ts', 'npx vitest run --config vitest.unit.ts test/a.test.ts test/b.test.ts'],
    ['tsc && jest --ci test', 'npx jest --ci --runTestsByPath test/a.test.ts test/b.test.ts'],
    [
      'cross-env NODE_OPTIONS=--experimental-vm-modules jest',
      'npx cross-env NODE_OPTIONS=--experimental-vm-modules jest --runTestsByPath test/a.test.ts test/b.test.ts',
    ],
    ['nyc mocha --require ts-node/register "test/**/*.ts"', 'npx mocha --require ts-node/register test/a.test.ts test/b.test.ts'],
    ['TZ=UTC mocha', 'TZ=UTC npx mocha test/a.test.ts test/b.test.ts'],
    ['node --expose-gc ./node_modules/.bin/mocha test/', 'node --expose-gc ./node_modules/.bin/mocha test/a.test.ts test/b.test.ts'],
    ['node --import tsx --test test/*.test.ts', 'node --import tsx --test test/a.test.ts test/b.test.ts'],
    ['mocha --bail --exit', 'npx mocha --exit test/a.test.ts test/b.test.ts'],
    ['npm run lint; ava', 'npx ava test/a.test.ts test/b.test.ts'],
  ] as const)
    it(`follows the script “${script}”`, () => {
      assert.deepEqual(commands(two, scripted(script)), [expected]);
    });

  it('takes what is installed where no script says', () => {
    assert.deepEqual(commands(['a.test.js'], scripted('make test', { devDependencies: { jest: '30.0.0' } })), [
      'npx jest --runTestsByPath a.test.js',
    ]);
  });

  for (const [name, settings, expected] of [
    [
      '.mocharc.json',
      '// ours\n{ "spec": "test/**/*.js", "require": ["tsx", "./test/set up.js"], "timeout": 4000, "exit": true, "color": false, "watch": true }',
      "npx mocha --no-config --require=tsx '--require=./test/set up.js' --timeout=4000 --exit --no-color a.test.js",
    ],
    ['.mocharc.yml', 'spec:\n  - test\nui: tdd\nr: tsx\n', 'npx mocha --no-config --ui=tdd -rtsx a.test.js'],
    ['.mocharc.yaml', 'ui: tdd\n', 'npx mocha a.test.js'],
    ['.mocharc.yaml', '{ spec: [', 'npx mocha a.test.js'],
  ] as const)
    it(`leaves the tests out that ${name} lists: ${expected}`, () => {
      assert.deepEqual(commands(['a.test.js'], { ...scripted('mocha'), [name]: settings }), [expected]);
    });

  const own = "npx mocha --no-config --require=tsx '--require=./set up.js' --timeout=4000 --exit --node-option=expose-gc a.test.js";
  for (const [does, name, settings, expected] of [
    [
      'reads an object',
      '.mocharc.js',
      "'use strict';\n\nmodule.exports = { spec: 'test/*.js', require: ['tsx', './set up.js'], timeout: 4000, exit: true, 'node-option': ['expose-gc'] };\n",
      own,
    ],
    [
      'reads a constant',
      '.mocharc.cjs',
      "const config = { require: ['tsx', './set up.js'], timeout: 4000, exit: true, 'node-option': ['expose-gc'], spec: ['test'] };\nmodule.exports = config;\n",
      own,
    ],
    [
      'reads what a module exports',
      '.mocharc.mjs',
      "export default { spec: ['test'], ui: 'tdd' };\n",
      'npx mocha --no-config --ui=tdd a.test.js',
    ],
    ['lists no tests', '.mocharc.js', "module.exports = { ui: 'tdd' };\n", 'npx mocha a.test.js'],
    ['works something out', '.mocharc.js', "module.exports = { spec: 'test', timeout: slow() };\n", 'npx mocha a.test.js'],
    [
      'asks first',
      '.mocharc.js',
      "const config = { spec: 'test' };\nif (process.env.CI) config.timeout = 9;\nmodule.exports = config;\n",
      'npx mocha a.test.js',
    ],
    [
      'takes from another',
      '.mocharc.js',
      "const base = require('./base');\nmodule.exports = { ...base, spec: 'test' };\n",
      'npx mocha a.test.js',
    ],
  ] as const)
    it(`goes by settings of mocha in code that ${does}: ${expected}`, async () => {
      const code = new Map([[name, { ...testFile(name, []), facts: await read(settings, name) }]]);
      assert.deepEqual(commands(['a.test.js'], { ...scripted('mocha'), [name]: settings }, [], 'commandFor', code), [expected]);
    });

  it('leaves the tests out that the settings of mocha in the manifest list', () => {
    const files = scripted('mocha', { mocha: { spec: ['test'], recursive: true } });
    assert.deepEqual(commands(['a.test.js'], files), ['npx mocha --no-package --recursive a.test.js']);
    assert.deepEqual(commands(['a.test.js'], scripted('mocha --config x.json', { mocha: { spec: 'test' } })), [
      'npx mocha --config x.json a.test.js',
    ]);
  });

  for (const [version, script, expected] of [
    ['^14.0.0', 'tap', 'npx tap a.js'],
    ['^16.0.0', 'tap', 'npx tap --no-check-coverage a.js'],
    ['^21.8.0', 'tap', 'npx tap --disable-coverage a.js'],
    ['^21.8.0', 'tap --allow-incomplete-coverage', 'npx tap --allow-incomplete-coverage a.js'],
  ] as const)
    it(`asks tap ${version} of “${script}” for no more than the tests: ${expected}`, () => {
      assert.deepEqual(commands(['a.js'], scripted(script, { devDependencies: { tap: version } })), [expected]);
    });

  it('takes the runner that the file imports', () => {
    const files = scripted('vitest', { devDependencies: { '@playwright/test': '1.0.0' } });
    assert.deepEqual(commands(['e2e/a.spec.ts'], files, ['@playwright/test']), ['npx playwright test e2e/a.spec.ts']);
    assert.deepEqual(commands(['a.test.mjs'], scripted('make'), ['node:test']), ['node --test a.test.mjs']);
  });

  it('starts it by the package manager of the repository, in the folder of the package', () => {
    const inner = { 'packages/a b/package.json': scripted('vitest')['package.json'] ?? '' };
    assert.deepEqual(commands(['packages/a b/x.test.ts'], { ...inner, 'package.json': '{}', 'pnpm-lock.yaml': '' }), [
      `(cd 'packages/a b' && pnpm exec vitest run x.test.ts)`,
    ]);
    assert.deepEqual(commands(['x.test.ts'], scripted('jest', { packageManager: 'yarn@4.0.0' })), ['yarn jest --runTestsByPath x.test.ts']);
  });

  it('hands on nothing that a shell would take for more than a word', () => {
    assert.deepEqual(commands([`-a'$(x).test.ts`], scripted('mocha --require $(curl x) `y`')), [`npx mocha './-a'\\''$(x).test.ts'`]);
    assert.deepEqual(commands(['a\nb.test.ts'], scripted('mocha')), []);
  });

  it('is none where the runner is not known or the manifest is broken', () => {
    assert.deepEqual(commands(two, scripted('make test')), []);
    assert.deepEqual(commands(two, { 'package.json': '{"scripts": [' }), []);
    assert.deepEqual(commands(two, { 'package.json': 'null' }), []);
    assert.deepEqual(commands(two, {}), []);
  });

  const java = 'core/src/test/java/a/CartTest.java';

  it('runs Maven with its wrapper, and a module with what it needs', () => {
    assert.deepEqual(commands(['src/test/java/a/CartTest.java', 'src/test/java/a/B.java'], { 'pom.xml': '<project/>' }), [
      'mvn -Dtest=CartTest,B test',
    ]);
    const modules = { 'pom.xml': '<modules><module>core</module></modules>', 'core/pom.xml': '<project/>', mvnw: '' };
    assert.deepEqual(commands([java], modules), ['./mvnw -pl core -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=CartTest test']);
    assert.deepEqual(commands([java], { 'core/pom.xml': '' }), ['mvn -f core/pom.xml -Dtest=CartTest test']);
  });

  it('runs Gradle by the names of the classes, but no Android build', () => {
    assert.deepEqual(commands([java], { 'build.gradle': '', 'core/build.gradle.kts': '', gradlew: '' }), [
      './gradlew -p core test --tests CartTest',
    ]);
    assert.deepEqual(commands([java], { 'core/build.gradle': 'id "com.android.library"' }), []);
  });
});

describe('the command that a deep check is offered', () => {
  const java = ['src/test/java/a/ATest.java'];

  for (const [expected, paths, files] of [
    ['npx mocha --exit {files}', ['test/a.test.ts', 'test/b.test.ts'], scripted('mocha --bail --exit test')],
    [
      '(cd packages/a && npx vitest run {files})',
      ['packages/a/a.test.ts'],
      { 'packages/a/package.json': '{ "scripts": { "test": "vitest" } }' },
    ],
    ['mvn -Dtest={classes} test', java, { 'pom.xml': '<project/>' }],
    ['gradle test --tests {classes}', java, { 'build.gradle': 'plugins {}' }],
  ] as const)
    it(`is ${expected}`, () => {
      assert.deepEqual(commands(paths, files, [], 'templateFor'), [expected]);
    });
});
