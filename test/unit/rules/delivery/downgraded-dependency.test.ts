import { downgradedDependency } from '../../../../src/rules/delivery/downgraded-dependency.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const npm = (dependencies: Readonly<Record<string, string>>): string => `${JSON.stringify({ dependencies }, null, 2)}\n`;
const pom = (version: string, property = '1.0'): string =>
  `<project>\n  <properties>\n    <acme.version>${property}</acme.version>\n  </properties>\n  <dependencies>\n    <dependency>\n      <groupId>org.acme</groupId>\n      <artifactId>orders</artifactId>\n      <version>${version}</version>\n    </dependency>\n    <dependency>\n      <groupId>org.acme</groupId>\n      <artifactId>bills</artifactId>\n    </dependency>\n  </dependencies>\n</project>\n`;

describe('delivery/downgraded-dependency', () => {
  fileCases(downgradedDependency, 'package.json', [
    [
      'finds an earlier version',
      npm({ a: '2.0.1', b: '^1.2.3' }),
      npm({ a: '2.0.0', b: '~1.2.3' }),
      ['3 `a` goes back from `2.0.1` to `2.0.0`: what was corrected in between is lost.'],
    ],
    [
      'finds an earlier major version in a range',
      npm({ a: '^10.0.0' }),
      npm({ a: '>=9' }),
      ['3 `a` goes back from `^10.0.0` to `>=9`: what was corrected in between is lost.'],
    ],
    ['leaves later versions alone', npm({ a: '^9.9.0' }), npm({ a: '^10.0.0', b: '1.0.0' }), []],
    ['leaves what names no version alone', npm({ a: '^2.0.0', b: '2.0.0' }), npm({ a: 'workspace:*', b: '1 || 2' }), []],
    ['leaves dependencies that are gone alone', npm({ a: '^2.0.0' }), npm({}), []],
  ]);
  fileCases(downgradedDependency, 'gradle/libs.versions.toml', [
    [
      'leaves a module alone that is there in two versions',
      '[libraries]\nbnd = "biz.acme:bnd:6.4.0"\nbnd17 = "biz.acme:bnd:7.1.0"\nlog = "biz.acme:log:1.0-RC1"\n',
      '[libraries]\nbnd = "biz.acme:bnd:6.4.0"\nbnd17 = "biz.acme:bnd:7.1.0"\nlog = "biz.acme:log:1.0"\n',
      [],
    ],
    [
      'finds the one of two that goes back',
      '[libraries]\nbnd = "biz.acme:bnd:6.4.0"\nbnd17 = "biz.acme:bnd:7.1.0"\n',
      '[libraries]\nbnd = "biz.acme:bnd:6.4.0"\nbnd17 = "biz.acme:bnd:7.0.0"\n',
      ['3 `biz.acme:bnd` goes back from `7.1.0` to `7.0.0`: what was corrected in between is lost.'],
    ],
  ]);
  it('leaves packages of the same repository alone that go back together', async () => {
    const client = (version: string): string => `${JSON.stringify({ name: '@acme/client', version })}\n`;
    const app = (version: string): string => npm({ '@acme/client': version });
    await expectFindings(
      downgradedDependency,
      { 'packages/client/package.json': client('2.1.0'), 'packages/app/package.json': app('2.1.0') },
      { 'packages/client/package.json': client('2.0.0'), 'packages/app/package.json': app('2.0.0') },
      [],
    );
  });
  fileCases(downgradedDependency, 'pom.xml', [
    [
      'finds an earlier version in Maven',
      pom('3.2.10'),
      pom('3.2.9.RELEASE'),
      ['9 `org.acme:orders` goes back from `3.2.10` to `3.2.9.RELEASE`: what was corrected in between is lost.'],
    ],
    [
      'finds one by its property',
      pom('${acme.version}', '2.1'),
      pom('${acme.version}', '2.0'),
      ['9 `org.acme:orders` goes back from `2.1` to `2.0`: what was corrected in between is lost.'],
    ],
    ['leaves later versions alone', pom('${acme.version}', '2.1'), pom('2.2'), []],
  ]);
});
