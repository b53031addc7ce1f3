import { downgradedDependency } from '../../../../src/rules/delivery/downgraded-dependency.ts';
import { fileCases } from '../rule-cases.ts';

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
