import assert from 'node:assert/strict';
import { packageBreak } from '../../../../src/rules/compatibility/package-break.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const json = (rest: string): string => `{\n  "name": "orders",\n  ${rest}\n}\n`;
const engines = (range: string): string => json(`"engines": { "node": "${range}" }`);
const pom = (rest: string): string =>
  `<project>\n  <parent>\n    <groupId>com.acme</groupId>\n  </parent>\n  <artifactId>orders</artifactId>\n  ${rest}\n</project>\n`;
const compiler = (version: string): string =>
  pom(
    `<build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId><configuration><release>${version}</release></configuration></plugin></plugins></build>`,
  );
const asks = (name: string, now: string, old: string): string =>
  `The package asks for ${name} ${now} instead of ${old}: consumers with an older one can no longer use it.`;

describe('compatibility/package-break', () => {
  fileCases(packageBreak, 'package.json', [
    [
      'finds that an old version is left out',
      engines('^18.12 || ^20 || >=22'),
      engines('^20 || >=22'),
      [`3 ${asks('Node.js', '^20 || >=22', '^18.12 || ^20 || >=22')}`],
    ],
    ['finds a newer minor version', engines('>=18.0.0'), engines('>=18.18.0'), [`3 ${asks('Node.js', '>=18.18.0', '>=18.0.0')}`]],
    [
      'finds another name',
      '{\n  "name": "orders"\n}\n',
      '{\n  "name": "@acme/orders"\n}\n',
      ['2 The name of the package is `@acme/orders` instead of `orders`: those who depend on it get no new version under the old one.'],
    ],
    ['leaves one more version alone', engines('>=20'), engines('>=18'), []],
    ['leaves another notation alone', engines('>=18.0.0'), engines('>=18'), []],
    [
      'leaves a private package alone',
      json('"private": true, "engines": { "node": ">=18" }'),
      json('"private": true, "engines": { "node": ">=20" }'),
      [],
    ],
    [
      'leaves a package alone that is there to be started',
      json('"scripts": { "start:server": "node ." }, "engines": { "node": ">=18" }'),
      json('"scripts": { "start:server": "node ." }, "engines": { "node": ">=20" }'),
      [],
    ],
    [
      'finds that an old version is left out of what can be started and imported',
      json('"scripts": { "start": "node ." }, "main": "a.js", "engines": { "node": ">=18" }'),
      json('"scripts": { "start": "node ." }, "main": "a.js", "engines": { "node": ">=20" }'),
      [`3 ${asks('Node.js', '>=20', '>=18')}`],
    ],
    ['leaves what cannot be read alone', engines('>=18'), '{ "name": ', []],
  ]);
  fileCases(packageBreak, 'pom.xml', [
    ['finds a newer Java for the compiler', compiler('11'), compiler('17'), [`6 ${asks('Java', '17', '11')}`]],
    [
      'takes 1.8 for 8',
      pom('<properties><java.version>1.8</java.version></properties>'),
      pom('<properties><java.version>11</java.version></properties>'),
      [`6 ${asks('Java', '11', '1.8')}`],
    ],
    [
      'warns for an application',
      pom('<packaging>war</packaging><properties><java.version>17</java.version></properties>'),
      pom('<packaging>war</packaging><properties><java.version>21</java.version></properties>'),
      ['6 The package asks for Java 21 instead of 17: who runs it must have the newer one.'],
    ],
    ['leaves a version by a property alone', compiler('${java}'), compiler('17'), []],
    ['leaves a group that is the same without its parent alone', pom(''), pom('<groupId>com.acme</groupId>'), []],
    ['leaves other properties alone', pom('<properties><a>1</a></properties>'), pom('<properties><a>2</a></properties>'), []],
  ]);
  fileCases(packageBreak, 'build.gradle.kts', [
    [
      'leaves a dependency of the API alone whose version is open now, and finds the one that is gone',
      'dependencies {\n  api("com.acme:money:2.1.0")\n  api("com.acme:cart:1.0")\n  api("com.acme:tax:$taxVersion")\n}\n',
      'dependencies {\n  api("com.acme:money:2.+")\n  api("com.acme:tax:[3,4)")\n}\n',
      ['2 Consumers no longer get `com.acme:cart` with this package: those who call it must depend on it themselves.'],
    ],
    [
      'leaves the groups of tasks alone',
      'tasks.register("jmh") {\n  group = "Verification"\n}\njava { toolchain { languageVersion = JavaLanguageVersion.of(17) } }\n',
      'tasks.register("jmh") {\n  group = "Benchmarks"\n}\njava { toolchain { languageVersion = JavaLanguageVersion.of(17) } }\n',
      [],
    ],
    [
      'finds another group for all projects',
      'allprojects {\n  group = "com.acme"\n}\n',
      'allprojects {\n  group = "org.acme"\n}\n',
      ['2 The group of the package is `org.acme` instead of `com.acme`: those who depend on it get no new version under the old one.'],
    ],
    [
      'finds a newer Java for the tools',
      'java {\n  toolchain { languageVersion = JavaLanguageVersion.of(17) }\n}\n',
      'java {\n  toolchain { languageVersion = JavaLanguageVersion.of(21) }\n}\n',
      [`2 ${asks('Java', '21', '17')}`],
    ],
    [
      'warns of a dependency of the API that is another major version, and of one that is gone',
      'dependencies {\n  api("com.acme:a:1.4.0")\n  api("com.acme:b:1.0")\n}\n',
      'dependencies {\n  api("com.acme:a:2.0.0")\n}\n',
      [
        '2 Consumers get `com.acme:a` 2.0.0 instead of 1.4.0 with this package: those who call it must follow to another major version.',
        '2 Consumers no longer get `com.acme:b` with this package: those who call it must depend on it themselves.',
      ],
    ],
    ['leaves comments alone', 'group = "a.b" // jvmToolchain(17)\n', 'group = "a.b" // jvmToolchain(21)\n', []],
    [
      'leaves other tools alone where the release stays',
      'options.release = 11\njvmToolchain(17)\n',
      'options.release = 11\njvmToolchain(21)\n',
      [],
    ],
    ['leaves dependencies of its own alone', 'implementation("com.acme:a:1.0")\n', 'implementation("com.acme:a:2.0")\n', []],
  ]);
  it('leaves a package alone that another folder is now', async () => {
    const named = (name: string): string => `<project>\n  <artifactId>${name}</artifactId>\n</project>\n`;
    await expectFindings(
      packageBreak,
      { 'pom.xml': named('orders') },
      { 'pom.xml': named('orders-parent'), 'core/pom.xml': named('orders') },
      [],
    );
  });

  it('finds a module that is gone with its folder, and not one that has moved', async () => {
    const settings = (...names: readonly string[]): Record<string, string> => ({
      'settings.gradle': `rootProject.name = 'shop'\ninclude ${names.map((name) => `':${name}'`).join(', ')}\n`,
    });
    const file = (folder: string): Record<string, string> => ({ [`${folder}/build.gradle`]: 'apply plugin: "java"\n' });
    await expectFindings(
      packageBreak,
      { ...settings('core', 'web'), ...file('core'), ...file('web') },
      { ...settings('core'), ...file('core') },
      ['settings.gradle:2 The module `web` is gone: those who depend on its package get no new version of it.'],
    );
    await expectFindings(
      packageBreak,
      { ...settings('core', 'web'), ...file('core'), ...file('web') },
      { ...settings('core', 'parts:web'), ...file('core'), ...file('parts/web') },
      [],
    );
  });
  it('leaves modules of tests alone', async () => {
    const text = pom('');
    await expectFindings(
      packageBreak,
      { 'orders-test/pom.xml': text },
      { 'orders-test/pom.xml': text.replace('>orders<', '>test-orders<') },
      [],
    );
  });
  it('is an error for consumers, and a warning for operators', async () => {
    const [library] = await expectFindings(packageBreak, { 'package.json': engines('>=18') }, { 'package.json': engines('>=20') }, [
      `package.json:3 ${asks('Node.js', '>=20', '>=18')}`,
    ]);
    assert.equal(library?.severity, 'error');
    assert.equal(library.properties['breaking'], true);
  });
});
