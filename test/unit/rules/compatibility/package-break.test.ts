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
    [
      'finds that there is no archive of classes any more, also where nothing was said',
      pom(''),
      pom('<packaging>pom</packaging>'),
      ['6 The packaging of the package is `pom` instead of `jar`: those who depend on it get no new version under the old one.'],
    ],
    [
      'finds that an archive to be deployed is no longer built',
      pom('<packaging>war</packaging>'),
      pom('<packaging>pom</packaging>'),
      ['6 The packaging of the package is `pom` instead of `war`: those who depend on it get no new version under the old one.'],
    ],
    ['leaves packagings that all build an archive of classes alone', pom('<packaging>bundle</packaging>'), pom(''), []],
    ['leaves a project alone that builds an archive from now on', pom('<packaging>pom</packaging>'), pom(''), []],
    [
      'leaves a package alone that only says where it went',
      pom(''),
      pom(
        '<packaging>pom</packaging><distributionManagement><relocation><artifactId>shop</artifactId></relocation></distributionManagement>',
      ),
      [],
    ],
    [
      'tells another name alone where the packaging is another, too',
      pom(''),
      pom('<packaging>pom</packaging>').replace('orders', 'orders-parent'),
      [
        '5 The artifactId of the package is `orders-parent` instead of `orders`: those who depend on it get no new version under the old one.',
      ],
    ],
    [
      'leaves the packaging of an application alone',
      pom('<build><plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>'),
      pom('<packaging>pom</packaging>'),
      [],
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
  describe('sees a dependency of another major version', () => {
    const npm = (range: string): string => json(`"dependencies": { "tree": "${range}" }`);
    const raisedIn = (name: string, path: string): string =>
      `package.json:3 The dependency \`tree\` is ^3.0.0 instead of ^2.1.0, and consumers see it in \`${name}\` (\`${path}\`): those who use it must follow to another major version.`;
    const packages: readonly (readonly [string, Readonly<Record<string, string>>, string[]])[] = [
      ['that the entry hands on', { 'src/index.ts': "export { parse } from 'tree';\n" }, [raisedIn('parse', 'src/index.ts')]],
      ['that it hands on as a whole', { 'index.ts': "export * from 'tree/api';\n" }, [raisedIn('tree', 'index.ts')]],
      [
        'with a type in a signature that is handed on',
        {
          'src/index.ts': "export * from './read.js';\n",
          'src/read.ts': "import type { Node } from 'tree';\nexport function read(\n  text: string,\n): Node {\n  return text;\n}\n",
        },
        [raisedIn('read', 'src/read.ts')],
      ],
      [
        'with a type in an interface, under another name',
        { 'index.ts': "import { type Node as Branch } from 'tree';\nexport interface Found {\n  at?: Branch[];\n}\n" },
        [raisedIn('Found', 'index.ts')],
      ],
      [
        'with a supertype, behind an interface without members',
        { 'index.ts': "import type { Node } from 'tree';\nexport interface None {}\nexport interface Leaf extends Node {\n  a: 1;\n}\n" },
        [raisedIn('Leaf', 'index.ts')],
      ],
      [
        'not where it is only called',
        {
          'index.ts':
            "import { parse, Node } from 'tree';\nexport function size(text: string): number {\n  const all: Node = parse(text);\n  return all.size;\n}\n",
        },
        [],
      ],
      [
        'not where the file is not handed on',
        { 'index.ts': 'export const a = 1;\n', 'src/read.ts': "import type { Node } from 'tree';\nexport function read(): Node;\n" },
        [],
      ],
      [
        'not where another name of the file is handed on',
        {
          'index.ts': "export { size } from './read.ts';\n",
          'read.ts': "import type { Node } from 'tree';\nexport const size = 1;\nexport function read(): Node;\n",
        },
        [],
      ],
      ['not in comments, nor of a name that only begins so', { 'index.ts': "// export * from 'tree';\nexport * from 'treeline';\n" }, []],
    ];
    for (const [name, sources, finds] of packages)
      it(`of npm ${name}`, () =>
        expectFindings(packageBreak, { ...sources, 'package.json': npm('^2.1.0') }, { ...sources, 'package.json': npm('^3.0.0') }, finds));
    it('of npm not where only the minor version is another, or it is private', async () => {
      const sources = { 'index.ts': "export * from 'tree';\n" };
      await expectFindings(packageBreak, { ...sources, 'package.json': npm('^2.1.0') }, { ...sources, 'package.json': npm('^2.4.0') }, []);
      const own = (range: string): string => npm(range).replace('"name"', '"private": true, "name"');
      await expectFindings(packageBreak, { ...sources, 'package.json': own('^2.1.0') }, { ...sources, 'package.json': own('^3.0.0') }, []);
    });

    const maven = (version: string, more = ''): string =>
      pom(
        `<dependencies><dependency><groupId>com.google.guava</groupId><artifactId>guava</artifactId><version>${version}</version>${more}</dependency></dependencies>`,
      );
    const source = 'src/main/java/a/Shop.java';
    const java = (declared: string): Record<string, string> => ({
      [source]: `package a;\nimport com.google.common.collect.ImmutableList;\n${declared}\n`,
    });
    const raised = [
      `pom.xml:6 The dependency \`com.google.guava:guava\` is 33.0-jre instead of 32.1-jre, and consumers see it in \`ImmutableList\` (\`${source}\`): those who use it must follow to another major version.`,
    ];
    const classes: readonly (readonly [string, string, string[], string?])[] = [
      ['with a type that a public method returns', 'public class Shop {\n  public ImmutableList<String> all() { return null; }\n}', raised],
      ['with a type that an interface takes', 'public interface Shop {\n  void add(ImmutableList<String> some);\n}', raised],
      ['with a supertype', 'public abstract class Shop extends ImmutableList<String> {\n}', raised],
      ['not where it is only called', 'public class Shop {\n  public int size() {\n    return ImmutableList.of().size();\n  }\n}', []],
      [
        'not in the body of a method of an interface',
        'public interface Shop {\n  default int size() {\n    ImmutableList<String> all = find(1);\n    ImmutableList.of(all);\n    return ImmutableList.of(1).size();\n  }\n}',
        [],
      ],
      ['not in what is private', 'public class Shop {\n  private ImmutableList<String> all;\n}', []],
      ['not in a class of the package', 'class Shop {\n  public ImmutableList<String> all() { return null; }\n}', []],
      ['not as a value', 'public class Shop {\n  public static final Object ALL = ImmutableList.of();\n}', []],
      [
        'not of another scope',
        'public class Shop {\n  public ImmutableList<String> all() { return null; }\n}',
        [],
        '<scope>provided</scope>',
      ],
    ];
    for (const [name, declared, finds, more] of classes)
      it(`of Maven ${name}`, () =>
        expectFindings(
          packageBreak,
          { ...java(declared), 'pom.xml': maven('32.1-jre', more) },
          { ...java(declared), 'pom.xml': maven('33.0-jre', more) },
          finds,
        ));
    it('of Maven by a property', async () => {
      const at = (version: string): string =>
        maven('${guava}').replace('<dependencies>', `<properties><guava>${version}</guava></properties>\n<dependencies>`);
      const sources = java('public class Shop {\n  protected void add(ImmutableList<String> some) {}\n}');
      await expectFindings(packageBreak, { ...sources, 'pom.xml': at('32.1-jre') }, { ...sources, 'pom.xml': at('33.0-jre') }, raised);
    });
  });

  describe('sees a dependency that consumers no longer get', () => {
    const source = 'src/main/java/a/Shop.java';
    const shows = 'public class Shop {\n  public ImmutableList<String> all() { return null; }\n}';
    const hides = 'public class Shop {\n  private ImmutableList<String> all;\n}';
    const java = (declared: string): Record<string, string> => ({
      [source]: `package a;\nimport com.google.common.collect.ImmutableList;\n${declared}\n`,
    });
    const dependency = (more: string): string =>
      `<dependencies><dependency><groupId>com.google.guava</groupId><artifactId>guava</artifactId><version>33.0-jre</version>${more}</dependency></dependencies>`;
    const scope = (name: string): string => pom(dependency(`<scope>${name}</scope>`));
    const withdrawn = (how: string): string =>
      `pom.xml:6 The dependency \`com.google.guava:guava\` is ${how}, and consumers see it in \`ImmutableList\` (\`${source}\`): those who use that no longer compile until they depend on it themselves.`;
    const gone = `pom.xml:6 Consumers no longer get \`com.google.guava:guava\` with this package, which they saw in \`ImmutableList\` (\`${source}\`): those who call it must depend on it themselves.`;
    const all = pom(dependency(''));
    const shared = '<groupId>com.google.common.shop</groupId>';
    const cases: readonly (readonly [string, readonly [string, string], readonly [string, string], readonly string[]])[] = [
      ['provided', [all, shows], [scope('provided'), shows], [withdrawn('of the scope `provided` instead of `compile`')]],
      ['of tests', [scope('compile'), shows], [scope('test'), shows], [withdrawn('of the scope `test` instead of `compile`')]],
      ['optional', [all, shows], [pom(dependency('<optional>true</optional>')), shows], [withdrawn('optional now')]],
      ['gone with the types that showed it', [all, shows], [pom(''), hides], [gone]],
      ['not one that comes with another one', [all, shows], [pom(''), shows], []],
      ['not one that was never shown', [all, hides], [scope('provided'), hides], []],
      ['not one that was theirs already', [scope('provided'), shows], [scope('test'), shows], []],
      [
        'not one whose package others share',
        [pom(dependency('') + shared), shows],
        [pom(dependency('<optional>true</optional>') + shared), shows],
        [],
      ],
      ['not one whose scope is written now', [all, shows], [scope('compile'), shows], []],
    ];
    for (const [name, base, head, finds] of cases)
      it(`of Maven: ${name}`, () =>
        expectFindings(packageBreak, { ...java(base[1]), 'pom.xml': base[0] }, { ...java(head[1]), 'pom.xml': head[0] }, finds));

    const gradle = (configuration: string): string => `dependencies { ${configuration}("com.google.guava:guava:33.0-jre") }\n`;
    it('of Gradle, as a break where public types show it', async () => {
      const [found] = await expectFindings(
        packageBreak,
        { ...java(shows), 'build.gradle.kts': gradle('api') },
        { ...java(shows), 'build.gradle.kts': gradle('implementation') },
        [
          `build.gradle.kts:1 Consumers no longer get \`com.google.guava:guava\` with this package, and still see it in \`ImmutableList\` (\`${source}\`): those who use that no longer compile until they depend on it themselves.`,
        ],
      );
      assert.equal(found?.properties['breaking'], true);
      const [hidden] = await expectFindings(
        packageBreak,
        { ...java(hides), 'build.gradle.kts': gradle('api') },
        { ...java(hides), 'build.gradle.kts': gradle('implementation') },
        [
          'build.gradle.kts:1 Consumers no longer get `com.google.guava:guava` with this package: those who call it must depend on it themselves.',
        ],
      );
      assert.equal(hidden?.properties['breaking'], false);
    });
  });

  describe('reads what the parent of Spring Boot sets', () => {
    const boot = (version: string, rest = ''): string =>
      `<project>\n  <parent>\n    <groupId>org.springframework.boot</groupId>\n    <artifactId>spring-boot-starter-parent</artifactId>\n    <version>${version}</version>\n  </parent>\n  <artifactId>orders</artifactId>\n  ${rest}\n</project>\n`;
    const own = '<properties><java.version>17</java.version></properties>';
    const starter =
      '<dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies>';
    fileCases(packageBreak, 'pom.xml', [
      ['finds the Java of the next major version', boot('2.7.0'), boot('3.0.0'), [`5 ${asks('Java', '17', '1.8')}`]],
      ['leaves a project alone that says its own', boot('2.7.0', own), boot('3.0.0', own), []],
      ['leaves the next minor version alone', boot('3.3.0'), boot('3.4.0'), []],
    ]);
    it('finds what starters bring in public types', () => {
      const sources = {
        'src/main/java/a/Shop.java':
          'package a;\nimport org.springframework.http.HttpStatus;\npublic class Shop {\n  public HttpStatus is() { return null; }\n}\n',
      };
      return expectFindings(
        packageBreak,
        { ...sources, 'pom.xml': boot('2.7.0', own + starter) },
        { ...sources, 'pom.xml': boot('3.0.0', own + starter) },
        [
          'pom.xml:5 The list of versions of `org.springframework.boot` is 3.0.0 instead of 2.7.0, and consumers see a type of it in `HttpStatus` (`src/main/java/a/Shop.java`): those who use it must follow to another major version.',
        ],
      );
    });
  });

  it('finds another name in the properties of a build, and not one that the build file beside them sets', async () => {
    const named = (group: string, artifact: string): string => `GROUP=${group}\nPOM_ARTIFACT_ID = ${artifact}\nversion=1.0\n`;
    const other = (what: string, now: string, old: string): string =>
      `The ${what} of the package is \`${now}\` instead of \`${old}\`: those who depend on it get no new version under the old one.`;
    await expectFindings(
      packageBreak,
      { 'gradle.properties': named('com.acme', 'cart') },
      { 'gradle.properties': named('org.acme', 'carts') },
      [`gradle.properties:1 ${other('group', 'org.acme', 'com.acme')}`, `gradle.properties:2 ${other('artifactId', 'carts', 'cart')}`],
    );
    const build = { 'build.gradle': "group = 'com.acme'\n" };
    await expectFindings(
      packageBreak,
      { ...build, 'gradle.properties': 'group=a.b\n' },
      { ...build, 'gradle.properties': 'group=a.c\n' },
      [],
    );
  });

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
  it('takes nothing for a module that a build file includes in what it packs', async () => {
    const build = (version: string): string =>
      `dependencies {\n  api project(':core')\n}\nshadowJar {\n  dependencies {\n    include(dependency('io.netty:${version}'))\n    include 'META-INF/services/**', 'licence.txt${version}'\n  }\n}\n`;
    await expectFindings(packageBreak, { 'statsd/build.gradle': build('') }, { 'statsd/build.gradle': build('.*') }, []);
    await expectFindings(packageBreak, { 'statsd/build.gradle.kts': build('') }, { 'statsd/build.gradle.kts': build('.*') }, []);
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
