import { packageBreak } from '../../../../src/rules/compatibility/package-break.ts';
import { expectFindings, type Texts } from '../rule-cases.ts';

const catalogue = 'gradle/libs.versions.toml';
const library = "plugins { id 'java-library' }\ndependencies {\n";
const moneyIn = (version: string, more = ''): string =>
  `[versions]\nmoney = "${version}"\n${more}\n[libraries]\nacme-money = { module = "com.acme:money", version.ref = "money" }\nacme-tax = { group = "com.acme", name = "tax", version.ref = "money" }\ncart = "com.acme:cart:1.0"\n[bundles]\nshop = ["acme-money", "cart"]\n`;
const odd = (text: string): string =>
  text.replace('[libraries]\n', '[libraries]\n"odd(" = { module = "com.acme:odd", version.ref = "money" }\n');
const raised = (name: string, build: string): string =>
  `The version of ${name} is 3.0.0 instead of 2.1.0, and consumers get it with \`${build}\`: those who call it must follow to another major version.`;

describe('compatibility/package-break, where versions stand elsewhere,', () => {
  const steps: readonly (readonly [string, Texts, Texts, Texts, string[]])[] = [
    [
      'finds a major version in a catalogue that a module hands on',
      { [catalogue]: moneyIn('2.1.0') },
      { [catalogue]: moneyIn('3.0.0') },
      { 'core/build.gradle.kts': 'dependencies {\n  api(libs.acme.money)\n}\n' },
      [`${catalogue}:2 ${raised('`com.acme:money`', 'core/build.gradle.kts')}`],
    ],
    [
      'says once what several libraries have from one version',
      { [catalogue]: moneyIn('2.1.0') },
      { [catalogue]: moneyIn('3.0.0') },
      { 'core/build.gradle': `${library}  api libs.acme.money\n  compileOnlyApi libs.acme.tax\n}\n` },
      [`${catalogue}:2 ${raised('`com.acme:money` (and 1 more with this version)', 'core/build.gradle')}`],
    ],
    [
      'finds a major version in the properties of a build',
      { 'gradle.properties': 'org.gradle.caching=true\nmoneyVersion=2.1.0\n' },
      { 'gradle.properties': 'org.gradle.caching=true\nmoneyVersion=3.0.0\n' },
      { 'core/build.gradle': `${library}  api "com.acme:money:\${moneyVersion}"\n}\n` },
      [`gradle.properties:2 ${raised('`com.acme:money`', 'core/build.gradle')}`],
    ],
    [
      'finds a major version in the root of a build',
      { 'build.gradle': "ext {\n  moneyVersion = '2.1.0'\n}\n" },
      { 'build.gradle': "ext {\n  moneyVersion = '3.0.0'\n}\n" },
      { 'core/core.gradle': `${library}  api("com.acme:money:$moneyVersion")\n}\n` },
      [`build.gradle:2 ${raised('`com.acme:money`', 'core/core.gradle')}`],
    ],
    [
      'reads a catalogue with a name that no build file can say',
      { [catalogue]: odd(moneyIn('2.1.0')) },
      { [catalogue]: odd(moneyIn('3.0.0')) },
      { 'core/build.gradle.kts': 'dependencies {\n  api(libs.acme.money)\n}\n' },
      [`${catalogue}:2 ${raised('`com.acme:money`', 'core/build.gradle.kts')}`],
    ],
    [
      'leaves what modules use for themselves alone',
      { [catalogue]: moneyIn('2.1.0') },
      { [catalogue]: moneyIn('3.0.0') },
      { 'core/build.gradle.kts': 'dependencies {\n  implementation(libs.acme.money)\n  testImplementation(libs.acme.tax)\n}\n' },
      [],
    ],
    [
      'leaves a minor version alone, and one that only another library has',
      { [catalogue]: moneyIn('2.1.0', 'cart = "1"') },
      { [catalogue]: moneyIn('2.4.0', 'cart = "2"') },
      { 'core/build.gradle.kts': 'dependencies {\n  api(libs.acme.money)\n}\n' },
      [],
    ],
    [
      'leaves applications, samples and builds of other folders alone',
      { [`app/${catalogue}`]: moneyIn('2.1.0') },
      { [`app/${catalogue}`]: moneyIn('3.0.0') },
      {
        'app/web/build.gradle': "plugins { id 'application' }\ndependencies {\n  api libs.acme.money\n}\n",
        'app/samples/build.gradle': `${library}  api libs.acme.money\n}\n`,
        'lib/build.gradle': `${library}  api libs.acme.money\n}\n`,
      },
      [],
    ],
    [
      'leaves a module alone that hands on the library only now',
      { [catalogue]: moneyIn('2.1.0'), 'core/build.gradle': `${library}  implementation libs.acme.money\n}\n` },
      { [catalogue]: moneyIn('3.0.0'), 'core/build.gradle': `${library}  api libs.acme.money\n}\n` },
      {},
      [],
    ],
    [
      'leaves a dependency alone that is named by a catalogue now',
      { 'build.gradle': `${library}  api 'com.acme:money:2.1.0'\n}\n` },
      { 'build.gradle': `${library}  api libs.acme.money\n}\n`, [catalogue]: moneyIn('2.1.0') },
      {},
      [],
    ],
    [
      'finds one of a bundle, of a catalogue and of a project that is no longer handed on',
      { 'core/build.gradle': `${library}  api libs.bundles.shop\n  api libs.acme.tax\n  api project(':base')\n}\n` },
      { 'core/build.gradle': `${library}  api libs.acme.money\n  implementation libs.acme.tax\n  implementation project(':base')\n}\n` },
      { [catalogue]: moneyIn('2.1.0'), 'base/build.gradle': library + '}\n' },
      [
        'core/build.gradle:3 Consumers no longer get `com.acme:tax` with this package: those who call it must depend on it themselves.',
        'core/build.gradle:3 Consumers no longer get `:base` with this package: those who call it must depend on it themselves.',
        'core/build.gradle:3 Consumers no longer get `com.acme:cart` with this package: those who call it must depend on it themselves.',
      ],
    ],
    [
      'says nothing to be gone where a name leads nowhere, or a project is gone itself',
      { 'a/build.gradle': `${library}  api libs.acme.tax\n}\n`, 'b/build.gradle': `${library}  api project(':old')\n}\n` },
      { 'a/build.gradle': `${library}  api shared.acme.tax\n}\n`, 'b/build.gradle': `${library}}\n` },
      { [catalogue]: moneyIn('2.1.0') },
      [],
    ],
    [
      'finds another major version of a platform, and what a list of versions sets no longer',
      {
        'core/build.gradle.kts': 'dependencies {\n  api(platform("com.acme:bom:2.0"))\n}\n',
        'bom/build.gradle.kts':
          'plugins { `java-platform` }\ndependencies {\n  constraints {\n    api("com.acme:a:1.0")\n    api("com.acme:b:1.0")\n  }\n}\n',
      },
      {
        'core/build.gradle.kts': 'dependencies {\n  api(platform("com.acme:bom:3.0"))\n}\n',
        'bom/build.gradle.kts': 'plugins { `java-platform` }\ndependencies {\n  constraints {\n    api("com.acme:a:2.0")\n  }\n}\n',
      },
      {},
      [
        'bom/build.gradle.kts:4 This package no longer sets the version of `com.acme:b` for those who import it: those who left it out must say it themselves.',
        'bom/build.gradle.kts:4 The version of `com.acme:a` that this package sets for those who import it is 2.0 instead of 1.0: those who call it must follow to another major version.',
        'core/build.gradle.kts:2 Consumers get the versions of `com.acme:bom` 3.0 instead of 2.0 with this package: those who call what it sets must follow to other major versions.',
      ],
    ],
  ];
  for (const [name, base, head, further, finds] of steps)
    it(name, () => expectFindings(packageBreak, { ...further, ...base }, { ...further, ...head }, finds));

  const money = (more: string): string =>
    `<dependency><groupId>com.acme.money</groupId><artifactId>money-api</artifactId>${more}</dependency>`;
  const parent = (rest: string): string =>
    `<project>\n<groupId>a</groupId>\n<artifactId>all</artifactId>\n<packaging>pom</packaging>\n${rest}\n</project>\n`;
  const managed = (version: string): string =>
    parent(`<dependencyManagement><dependencies>\n${money(`<version>${version}</version>`)}\n</dependencies></dependencyManagement>`);
  const imported = (version: string): string =>
    parent(
      `<dependencyManagement><dependencies>\n<dependency><groupId>com.acme</groupId><artifactId>acme-bom</artifactId><version>${version}</version><type>pom</type><scope>import</scope></dependency>\n</dependencies></dependencyManagement>`,
    );
  const under = (version: string): string =>
    `<project>\n<parent><groupId>com.acme</groupId><artifactId>acme-parent</artifactId>\n<version>${version}</version></parent>\n<artifactId>all</artifactId></project>\n`;
  const child = (dependency: string): Texts => ({
    'core/pom.xml': `<project><artifactId>core</artifactId><dependencies>${dependency}</dependencies></project>\n`,
    'core/src/main/java/a/Shop.java':
      'package a;\nimport com.acme.money.Money;\npublic class Shop {\n  public Money total() { return null; }\n}\n',
  });
  const seen =
    'and consumers see a type of it in `Money` (`core/src/main/java/a/Shop.java`): those who use it must follow to another major version.';
  const projects: readonly (readonly [string, string, string, Texts, string[]])[] = [
    [
      'finds a major version that a parent manages for a module',
      managed('2.1.0'),
      managed('3.0.0'),
      child(money('')),
      [`pom.xml:6 The managed version of \`com.acme.money:money-api\` is 3.0.0 instead of 2.1.0, ${seen}`],
    ],
    [
      'finds that of a list of versions that is imported',
      imported('2.1.0'),
      imported('3.0.0'),
      child(money('')),
      [`pom.xml:6 The list of versions of \`com.acme\` is 3.0.0 instead of 2.1.0, ${seen}`],
    ],
    [
      'finds that of a parent from elsewhere',
      under('2.1.0'),
      under('3.0.0'),
      child(money('')),
      [`pom.xml:3 The list of versions of \`com.acme\` is 3.0.0 instead of 2.1.0, ${seen}`],
    ],
    ['leaves a module alone that says its own version', managed('2.1.0'), managed('3.0.0'), child(money('<version>2.1.0</version>')), []],
    ['leaves a module alone that only tests with it', managed('2.1.0'), managed('3.0.0'), child(money('<scope>test</scope>')), []],
    ['leaves a minor version alone', imported('2.1.0'), imported('2.9.0'), child(money('')), []],
    [
      'leaves alone what the project sets by name beside a list',
      imported('2.1.0').replace('</dependencies>', `${money('<version>${money}</version>')}</dependencies>`),
      imported('3.0.0').replace('</dependencies>', `${money('<version>${money}</version>')}</dependencies>`),
      child(money('')),
      [],
    ],
    ['leaves what another list sets alone', imported('2.1.0'), imported('3.0.0'), child(money('').replaceAll('com.acme', 'org.acme')), []],
  ];
  for (const [name, base, head, further, finds] of projects)
    it(name, () => expectFindings(packageBreak, { ...further, 'pom.xml': base }, { ...further, 'pom.xml': head }, finds));

  it('leaves alone that modules are released with their parent, which stands beside them', () => {
    const released = (version: string): Texts => ({
      'pom.xml': parent(`<version>${version}</version>`).replace('<groupId>a<', '<groupId>com.acme<'),
      'core/pom.xml': `<project><parent><groupId>com.acme</groupId><artifactId>all</artifactId><version>${version}</version></parent><artifactId>core</artifactId><dependencies>${money('')}</dependencies></project>\n`,
      'core/src/main/java/a/Shop.java': child('')['core/src/main/java/a/Shop.java'] ?? '',
    });
    return expectFindings(packageBreak, released('2.1.0'), released('3.0.0'), []);
  });

  it('finds what a list of versions of Maven sets no longer, and another major version', () => {
    const list = (entries: string): Texts => ({
      'pom.xml': `<project>\n<artifactId>acme-bom</artifactId>\n<packaging>pom</packaging>\n<dependencyManagement><dependencies>\n${entries}\n</dependencies></dependencyManagement>\n</project>\n`,
    });
    const entry = (name: string, version: string): string =>
      `<dependency><groupId>a</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`;
    return expectFindings(packageBreak, list(`${entry('x', '1.0')}\n${entry('y', '1.0')}`), list(entry('x', '2.0')), [
      'pom.xml:5 The version of `a:x` that this package sets for those who import it is 2.0 instead of 1.0: those who call it must follow to another major version.',
      'pom.xml:5 This package no longer sets the version of `a:y` for those who import it: those who left it out must say it themselves.',
    ]);
  });
});
