import { unpinnedDependency } from '../../../../src/rules/delivery/unpinned-dependency.ts';
import { fileCases } from '../rule-cases.ts';

const npm = (version: string): string => `${JSON.stringify({ peerDependencies: { x: '*' }, devDependencies: { a: version } }, null, 2)}\n`;
const pom = (version: string): string =>
  `<project>\n  <dependencies>\n    <dependency>\n      <groupId>org.acme</groupId>\n      <artifactId>orders</artifactId>\n      <version>${version}</version>\n    </dependency>\n  </dependencies>\n</project>\n`;

describe('delivery/unpinned-dependency', () => {
  fileCases(unpinnedDependency, 'package.json', [
    ['finds any version', npm('^1.0.0'), npm('*'), ['6 `a` may be any version (`*`): name a range of compatible ones.']],
    ['finds the latest', npm('^1.0.0'), npm('latest'), ['6 `a` may be any version (`latest`): name a range of compatible ones.']],
    [
      'finds a repository without a commit',
      '',
      npm('git+https://github.com/acme/a.git'),
      [
        '6 `a` comes from a repository without a commit (`git+https://github.com/acme/a.git`), so that it changes whenever someone pushes: take a version of the registry, or name the commit.',
      ],
    ],
    [
      'finds files on a server',
      '',
      npm('https://acme.example/a.tgz'),
      ['6 `a` comes from an address (`https://acme.example/a.tgz`) where the file can be replaced: take a version of the registry.'],
    ],
    [
      'finds files without encryption',
      '',
      npm('http://acme.example/a.tgz'),
      ['6 `a` comes over an unencrypted connection (`http://acme.example/a.tgz`): anyone on the way can replace it.'],
    ],
    ['leaves versions and ranges alone', '', npm('>=1.0.0 <3'), []],
    ['leaves a repository with a commit alone', '', npm('github:acme/a#0123456789012345678901234567890123456789'), []],
    ['leaves packages of the same repository alone', '', npm('workspace:*'), []],
    ['leaves files of the same repository alone', '', npm('file:../a'), []],
  ]);
  fileCases(unpinnedDependency, 'packages/a/fixtures/b/package.json', [['leaves fixtures alone', '', npm('*'), []]]);
  fileCases(unpinnedDependency, 'pom.xml', [
    ['finds any later version in Maven', pom('1.0'), pom('[1.0,)'), ['6 `org.acme:orders` may be any later version (`[1.0,)`): name one.']],
    ['finds the latest in Maven', pom('1.0'), pom('LATEST'), ['6 `org.acme:orders` may be any later version (`LATEST`): name one.']],
    ['leaves versions alone', '', pom('${acme.version}'), []],
  ]);
  const chart = (version: string): string =>
    `apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n  - name: redis\n    version: "${version}"\n    repository: https://charts.acme.example\n`;
  fileCases(unpinnedDependency, 'chart/Chart.yaml', [
    [
      'finds any version of a chart',
      '',
      chart('*'),
      ['6 The chart `redis` may be any later version (`*`): name a range of compatible ones.'],
    ],
    [
      'finds any later version of a chart',
      '',
      chart('>=17.0.0'),
      ['6 The chart `redis` may be any later version (`>=17.0.0`): name a range of compatible ones.'],
    ],
    ['leaves a range alone', '', chart('^17.0.0'), []],
  ]);
});
