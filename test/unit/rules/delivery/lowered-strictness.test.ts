import { loweredStrictness } from '../../../../src/rules/delivery/lowered-strictness.ts';
import { fileCases } from '../rule-cases.ts';

const tsconfig = (options: string, more = ''): string => `{\n  ${more}// as strict as can be\n  "compilerOptions": { ${options} }\n}\n`;
const pom = (configuration: string, properties = ''): string =>
  `<project>\n  <properties>\n    <a>1</a>\n    ${properties}\n  </properties>\n  <build><plugins><plugin>\n    <artifactId>x</artifactId>\n    <configuration>\n      ${configuration}\n    </configuration>\n  </plugin></plugins></build>\n</project>\n`;

describe('delivery/lowered-strictness of compilers', () => {
  fileCases(loweredStrictness, 'tsconfig.base.json', [
    [
      'finds a flag that is turned off',
      tsconfig('"strictNullChecks": true'),
      tsconfig('"strictNullChecks": false'),
      ['3 `strictNullChecks` goes from `true` to `false`: the compiler lets errors pass that it has found so far.'],
    ],
    [
      'finds a flag that is gone',
      tsconfig('"noUncheckedIndexedAccess": true, "target": "es2022"'),
      tsconfig('"target": "es2022"'),
      ['3 `noUncheckedIndexedAccess` goes from `true` to nothing: the compiler lets errors pass that it has found so far.'],
    ],
    [
      'finds a check that is turned off',
      tsconfig('"allowUnreachableCode": false'),
      tsconfig('"allowUnreachableCode": true'),
      ['3 `allowUnreachableCode` goes from `false` to `true`: the compiler lets errors pass that it has found so far.'],
    ],
    ['leaves a flag that `strict` has in it alone', tsconfig('"strict": true, "noImplicitAny": true'), tsconfig('"strict": true'), []],
    ['leaves stricter settings alone', tsconfig('"strict": false'), tsconfig('"strict": true, "noUnusedLocals": true'), []],
    [
      'leaves what another file may say alone',
      tsconfig('"strict": true'),
      tsconfig('"target": "es2022"', '"extends": "./strict.json", '),
      [],
    ],
    ['leaves a new file alone', '', tsconfig('"target": "es2022"'), []],
  ]);
});

describe('delivery/lowered-strictness of linters and thresholds', () => {
  fileCases(loweredStrictness, '.eslintrc.json', [
    [
      'finds a rule that is turned off',
      '{ "rules": { "eqeqeq": "error", "no-var": 2 } }\n',
      '{ "rules": { "eqeqeq": "off", "no-var": 1 } }\n',
      [
        '1 The lint rule `no-var` goes from `2` to `1`: what it has found so far passes.',
        '1 The lint rule `eqeqeq` goes from `error` to `off`: what it has found so far passes.',
      ],
    ],
    [
      'finds a rule with options that is lowered',
      '{ "rules": { "eqeqeq": ["error", "always"] } }\n',
      '{ "rules": { "eqeqeq": ["warn", "always"] } }\n',
      ['1 The lint rule `eqeqeq` goes from `error` to `warn`: what it has found so far passes.'],
    ],
    ['leaves a rule that is raised alone', '{ "rules": { "eqeqeq": "warn" } }\n', '{ "rules": { "eqeqeq": ["error"] } }\n', []],
  ]);
  fileCases(loweredStrictness, 'package.json', [
    [
      'finds a threshold that is lowered',
      '{ "jest": { "coverageThreshold": { "global": { "branches": 90, "lines": 80 } } } }\n',
      '{ "jest": { "coverageThreshold": { "global": { "branches": 50, "lines": 85 } } } }\n',
      ['1 The coverage that is asked for (`branches`) goes from `90` to `50`: that much code may lose its tests unseen.'],
    ],
    [
      'finds a threshold that is gone',
      '{ "name": "a", "c8": { "lines": 90 } }\n',
      '{ "name": "a" }\n',
      ['1 The coverage that is asked for (`lines`) goes from `90` to nothing: that much code may lose its tests unseen.'],
    ],
    [
      'leaves other numbers alone',
      '{ "engines": { "lines": 3 }, "jest": { "maxWorkers": 4 } }\n',
      '{ "engines": { "lines": 2 }, "jest": { "maxWorkers": 2 } }\n',
      [],
    ],
  ]);
  fileCases(loweredStrictness, 'codecov.yml', [
    [
      'finds a target that is lowered',
      'coverage:\n  status:\n    project:\n      default:\n        target: 90%\n',
      'coverage:\n  status:\n    project:\n      default:\n        target: 70%\n',
      ['5 The coverage that is asked for (`target`) goes from `90%` to `70%`: that much code may lose its tests unseen.'],
    ],
    [
      'leaves a target that follows the base alone',
      'coverage:\n  status:\n    project:\n      default:\n        target: 90%\n',
      'coverage:\n  status:\n    project:\n      default:\n        target: auto\n',
      [],
    ],
  ]);
});

describe('delivery/lowered-strictness of Maven', () => {
  const args = (...all: readonly string[]): string =>
    `<configuration><compilerArgs>${all.map((each) => `<arg>${each}</arg>`).join('')}</compilerArgs></configuration>`;
  const plugins = (...all: readonly string[]): string =>
    `<project>\n  <build>\n    <plugins>\n${all.map((each) => `      <plugin>${each}</plugin>\n`).join('')}    </plugins>\n  </build>\n</project>\n`;
  fileCases(loweredStrictness, 'pom.xml', [
    [
      'finds violations that no longer fail',
      pom('<failOnViolation>true</failOnViolation>'),
      pom('<failOnViolation>false</failOnViolation>'),
      ['9 `failOnViolation` goes from `true` to `false`: what fails there no longer fails the build.'],
    ],
    [
      'finds tests that are skipped',
      pom('<b/>'),
      pom('<b/>', '<maven.test.skip>true</maven.test.skip>'),
      ['4 `maven.test.skip` is set to `true`: what fails there no longer fails the build.'],
    ],
    [
      'finds coverage that is lowered',
      pom('<limit><counter>LINE</counter><minimum>0.80</minimum></limit>'),
      pom('<limit><counter>LINE</counter><minimum>0.50</minimum></limit>'),
      ['9 The coverage that JaCoCo asks for goes from `0.80` to `0.50`: that much code may lose its tests unseen.'],
    ],
    [
      'finds errors of a new plugin that do not count, and leaves those alone that only follow another plugin',
      plugins('<b/>', '<configuration><failOnError>false</failOnError></configuration>'),
      plugins(
        '<b/>',
        '<configuration><failsOnError>false</failsOnError></configuration>',
        '<configuration><failOnError>false</failOnError></configuration>',
      ),
      ['5 `failsOnError` is set to `false`: what fails there no longer fails the build.'],
    ],
    [
      'leaves alone what has the number of a stricter one',
      plugins(
        '<b/>',
        '<configuration><failOnError>true</failOnError></configuration>',
        '<configuration><failOnError>false</failOnError></configuration>',
      ),
      plugins(
        '<configuration><failOnError>true</failOnError></configuration>',
        '<configuration><failOnError>false</failOnError></configuration>',
      ),
      [],
    ],
    [
      'finds a warning that is no longer one of all plugins, and leaves those alone that only follow another plugin',
      plugins('<b/>', args('-Xlint:all', '-Werror', '-Xlint:-try')),
      plugins('<b/>', '<c/>', args('-Xlint:all', '-Xdoclint')),
      ['4 What the compiler is told goes from `-Werror` to nothing: its warnings no longer fail the build.'],
    ],
    [
      'leaves stricter settings alone',
      pom('<failOnViolation>false</failOnViolation>'),
      pom('<failOnViolation>true</failOnViolation>', '<skipTests>false</skipTests>'),
      [],
    ],
  ]);
});
