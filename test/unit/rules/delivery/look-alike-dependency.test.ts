import { lookAlikeDependency } from '../../../../src/rules/delivery/look-alike-dependency.ts';
import { fileCases } from '../rule-cases.ts';

const npm = (...names: readonly string[]): string =>
  `${JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])) }, null, 2)}\n`;

describe('delivery/look-alike-dependency', () => {
  fileCases(lookAlikeDependency, 'package.json', [
    [
      'finds a letter more',
      npm('react'),
      npm('react', 'lodashs'),
      ['4 `lodashs` is nearly `lodash`, which many use: make sure that it is the package you mean.'],
    ],
    [
      'finds letters changed about',
      npm(),
      npm('exrpess'),
      ['3 `exrpess` is nearly `express`, which many use: make sure that it is the package you mean.'],
    ],
    [
      'finds another way to part the words',
      npm(),
      npm('crossenv', 'socketio'),
      [
        '3 `crossenv` is nearly `cross-env`, which many use: make sure that it is the package you mean.',
        '4 `socketio` is nearly `socket.io`, which many use: make sure that it is the package you mean.',
      ],
    ],
    ['leaves well-known names alone', npm(), npm('express', 'mysql2', 'preact', 'color', 'mssql', 'eclint'), []],
    ['leaves what was there before alone', npm('lodashs'), npm('lodashs', 'react'), []],
    ['leaves packages of an organisation alone', npm(), npm('@acme/lodahs'), []],
    ['leaves other names alone', npm(), npm('orders', 'ab'), []],
  ]);
});

describe('delivery/look-alike-dependency in builds of Java', () => {
  const pom = (group: string, artifact: string): string =>
    `<project>\n  <dependencies>\n    <dependency>\n      <groupId>${group}</groupId>\n      <artifactId>${artifact}</artifactId>\n      <version>2.17.0</version>\n    </dependency>\n  </dependencies>\n</project>\n`;
  const like = (line: number, name: string, known: string): string =>
    `${line} \`${name}\` is nearly \`${known}\`, which many use: make sure that it is the package you mean.`;
  fileCases(lookAlikeDependency, 'pom.xml', [
    [
      'finds another beginning of the group',
      '',
      pom('org.fasterxml.jackson.core', 'jackson-databind'),
      [like(6, 'org.fasterxml.jackson.core:jackson-databind', 'com.fasterxml.jackson.core:jackson-databind')],
    ],
    [
      'finds a letter of the group changed',
      '',
      pom('org.apache.loging.log4j', 'log4j-core'),
      [like(6, 'org.apache.loging.log4j:log4j-core', 'org.apache.logging.log4j:log4j-core')],
    ],
    ['leaves the known group alone', '', pom('com.fasterxml.jackson.core', 'jackson-databind'), []],
    ['leaves a group of its own alone', '', pom('com.acme', 'jackson-databind'), []],
    ['leaves other artifacts alone', '', pom('org.fasterxml', 'orders'), []],
  ]);
  fileCases(lookAlikeDependency, 'build.gradle.kts', [
    [
      'finds an artifact and a plugin',
      '',
      'plugins {\n  id("org.springframwork.boot") version "3.3.0"\n}\ndependencies {\n  implementation("io.google.guava:guava:33.0.0")\n}\n',
      [like(2, 'org.springframwork.boot', 'org.springframework.boot'), like(5, 'io.google.guava:guava', 'com.google.guava:guava')],
    ],
    [
      'leaves known ones and comments alone',
      '',
      'plugins {\n  id("org.springframework.boot") version "3.3.0"\n}\n// implementation("io.google.guava:guava:33.0.0")\n',
      [],
    ],
  ]);
});
