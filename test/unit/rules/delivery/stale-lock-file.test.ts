import { staleLockFile } from '../../../../src/rules/delivery/stale-lock-file.ts';
import { expectFindings } from '../rule-cases.ts';

const npm = (dependencies: Readonly<Record<string, string>>): string => `${JSON.stringify({ dependencies }, null, 2)}\n`;
const lock = (dependencies: Readonly<Record<string, string>>): string =>
  `${JSON.stringify({ lockfileVersion: 3, packages: { '': { dependencies } } })}\n`;
const before = { 'package.json': npm({ a: '1.0.0' }), 'package-lock.json': lock({ a: '1.0.0' }) };

describe('delivery/stale-lock-file', () => {
  const cases: readonly [string, Readonly<Record<string, string>>, readonly string[]][] = [
    [
      'finds a range that the lock file has not',
      { 'package.json': npm({ a: '2.0.0' }), 'package-lock.json': lock({ a: '1.5.0' }) },
      ['package.json:3 `a` is `2.0.0` here and `1.5.0` in package-lock.json: run `npm install` and commit the lock file.'],
    ],
    [
      'finds a dependency that the lock file has not',
      { 'package.json': npm({ a: '1.0.0', b: '1.0.0' }), 'package-lock.json': lock({ a: '1.0.0' }).replace('3', '2') },
      ['package.json:4 `b` is `1.0.0` here and missing in package-lock.json: run `npm install` and commit the lock file.'],
    ],
    [
      'finds it in a package below',
      { 'web/package.json': npm({ a: '2.0.0' }), 'web/package-lock.json': lock({ a: '1.0.0' }) },
      ['web/package.json:3 `a` is `2.0.0` here and `1.0.0` in package-lock.json: run `npm install` and commit the lock file.'],
    ],
    ['leaves equal ranges alone', { 'package.json': npm({ a: '2.0.0' }), 'package-lock.json': lock({ a: '2.0.0' }) }, []],
    [
      'leaves other lock files alone',
      { 'package.json': npm({ a: '2.0.0' }), 'package-lock.json': '{ "lockfileVersion": 1, "dependencies": {} }\n' },
      [],
    ],
    [
      'finds a lock file that the change does not touch',
      { ...before, 'package.json': npm({ a: '2.0.0', b: '1.0.0' }) },
      ['package.json:3 `a` is `2.0.0` now, and the change touches no lock file: if there is one, it says something else.'],
    ],
    ['leaves what no lock file holds alone', { ...before, 'package.json': npm({ a: '1.0.0', b: 'workspace:*' }) }, []],
    ['leaves what is taken away alone', { ...before, 'package.json': npm({}) }, []],
    [
      'leaves the lock file of a workspace alone that is touched',
      {
        'package.json': npm({ a: '1.0.0' }),
        'package-lock.json': lock({ a: '1.0.0' }).replace('3', '2'),
        'web/package.json': npm({ a: '2.0.0' }),
      },
      [],
    ],
  ];
  for (const [name, head, finds] of cases)
    it(name, async () => {
      await expectFindings(staleLockFile, before, head, finds);
    });
});

describe('delivery/stale-lock-file of pnpm and Yarn', () => {
  const manifest = (range: string): string => `{\n  "dependencies": {\n    "express": "${range}"\n  }\n}\n`;
  const pnpm = (range: string): string =>
    `lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      express:\n        specifier: ${range}\n        version: 4.19.2\n\npackages:\n\n  express@4.19.2: {}\n`;
  const yarn = (range: string): string => `# yarn lockfile v1\n\nexpress@${range}:\n  version "4.19.2"\n`;

  it('finds another range in the lock file of pnpm', async () => {
    await expectFindings(
      staleLockFile,
      { 'package.json': manifest('^4.18.0'), 'pnpm-lock.yaml': '' },
      { 'package.json': manifest('^4.19.0'), 'pnpm-lock.yaml': pnpm('^4.18.0') },
      ['package.json:3 `express` is `^4.19.0` here and `^4.18.0` in pnpm-lock.yaml: run `pnpm install` and commit the lock file.'],
    );
  });

  it('finds what is missing in the lock file of Yarn', async () => {
    await expectFindings(
      staleLockFile,
      { 'package.json': manifest('^4.18.0'), 'yarn.lock': '' },
      { 'package.json': manifest('^4.19.0'), 'yarn.lock': yarn('^4.18.0') },
      ['package.json:3 `express` is `^4.19.0` here and missing in yarn.lock: run `yarn install` and commit the lock file.'],
    );
  });

  it('leaves alone what an override decides', async () => {
    const overrides = "overrides:\n  '@types/express@<5': ^5.0.0\n  express@<4.18.2: ^4.18.2\n\n";
    await expectFindings(
      staleLockFile,
      { 'package.json': manifest('^4.17.0'), 'pnpm-lock.yaml': '' },
      {
        'package.json': manifest('^4.17.1'),
        'pnpm-lock.yaml': pnpm('^4.18.2').replace('importers:', `${overrides}importers:`),
      },
      [],
    );
  });

  it('finds what an override of another package does not decide', async () => {
    await expectFindings(
      staleLockFile,
      { 'package.json': manifest('^4.17.0'), 'pnpm-lock.yaml': '' },
      {
        'package.json': manifest('^4.19.0'),
        'pnpm-lock.yaml': pnpm('^4.18.2').replace('importers:', "overrides:\n  '@types/express@<5': ^5.0.0\n\nimporters:"),
      },
      ['package.json:3 `express` is `^4.19.0` here and `^4.18.2` in pnpm-lock.yaml: run `pnpm install` and commit the lock file.'],
    );
  });

  it('leaves packages of the same workspace alone, which Yarn 1 does not list', async () => {
    await expectFindings(
      staleLockFile,
      { 'package.json': '{}', 'yarn.lock': '' },
      {
        'package.json': '{\n  "workspaces": ["packages/*"],\n  "dependencies": { "@acme/core": "^1.0.0" }\n}\n',
        'yarn.lock': yarn('^4.19.0'),
      },
      [],
    );
  });

  it('leaves lock files alone that say the same', async () => {
    for (const [path, lock] of [
      ['pnpm-lock.yaml', pnpm('^4.19.0')],
      ['yarn.lock', yarn('^4.19.0')],
      ['yarn.lock', yarn('npm:^4.19.0')],
    ] as const)
      await expectFindings(
        staleLockFile,
        { 'package.json': manifest('^4.18.0'), [path]: '' },
        { 'package.json': manifest('^4.19.0'), [path]: lock },
        [],
      );
  });

  const gradle = (...coordinates: readonly string[]): string =>
    `plugins {\n  id 'java'\n}\ndependencies {\n${coordinates.map((each) => `  implementation '${each}'\n`).join('')}}\n`;
  const locked = (...coordinates: readonly string[]): string =>
    `# This is a Gradle generated file for dependency locking.\n${coordinates.map((each) => `${each}=compileClasspath,runtimeClasspath\n`).join('')}empty=annotationProcessor\n`;
  const asGradle = async (build: string, lock: string, finds: readonly string[]): Promise<void> => {
    await expectFindings(staleLockFile, {}, { 'app/build.gradle': build, 'app/gradle.lockfile': lock }, finds);
  };

  it('finds a version that the lock file of Gradle has lower, and one that it has not', async () => {
    await asGradle(
      gradle('org.slf4j:slf4j-api:2.0.13', 'com.google.guava:guava:33.2.0-jre', 'commons-io:commons-io:2.16.1'),
      locked('com.google.guava:guava:32.0.0-jre', 'org.slf4j:slf4j-api:2.0.13'),
      [
        'app/build.gradle:6 `com.google.guava:guava` is `33.2.0-jre` here and `32.0.0-jre` in gradle.lockfile: run `./gradlew dependencies --write-locks` and commit the lock file.',
        'app/build.gradle:7 `commons-io:commons-io` is `2.16.1` here and missing in gradle.lockfile: run `./gradlew dependencies --write-locks` and commit the lock file.',
      ],
    );
  });

  it('leaves a lock file of Gradle alone that has what is declared, or what another dependency raised it to', async () => {
    const build = gradle('org.slf4j:slf4j-api:2.0.13', 'commons-io:commons-io:2.16.1', 'org.acme:managed');
    await asGradle(build, locked('commons-io:commons-io:2.16.1', 'org.slf4j:slf4j-api:2.0.16'), []);
    await asGradle(build, 'empty=\n', []);
  });
});
