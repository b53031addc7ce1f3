import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../../src/change/in-memory.ts';
import { java } from '../../../../src/languages/java/language.ts';
import { factsOf, moduleOf, symbolIn } from './reading-java.ts';

/** How one class is exposed in a tree that has these other files. */
async function exposureOf(path: string, text: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
  const tree = inMemoryChangeSet({}, { ...others, [path]: text }).trees.head;
  const exposures = await java.exposures([await factsOf(text, { path })], tree, 'head', moduleOf);
  const exposure = exposures.get(path);
  return `${exposure?.scope}: ${exposure?.reason}`;
}

const path = 'app/src/main/java/com/acme/api/A.java';
const text = 'package com.acme.api; public class A {}';
const main = { 'app/src/main/java/com/acme/Main.java': 'package com.acme; @SpringBootApplication class Main {}' };
const bootPlugin = '<plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin>';
const pom = (content: string): string => `<project>${content}</project>`;

describe('the exposure of Java files', () => {
  it('is everything public in a library', async () => {
    assert.equal(await exposureOf(path, text), 'all: public in package com.acme.api');
    assert.equal(await exposureOf('A.java', 'public class A {}'), 'all: public in the unnamed package');
    assert.equal(await exposureOf('src/main/java/a/impl/A.java', 'package a.impl; public class A {}'), 'all: public in package a.impl');
  });

  it('is nothing in internal packages and in code that is not shipped', async () => {
    assert.equal(
      await exposureOf('src/main/java/a/internal/b/A.java', 'package a.internal.b; public class A {}'),
      'none: package a.internal.b is internal',
    );
    assert.equal(await exposureOf('src/test/java/a/A.java', 'package a; public class A {}'), 'none: src/test/java/a/A.java is test code');
  });

  it('is nothing in templates of sources, but for those that are compiled as they stand', async () => {
    const of = (folder: string): Promise<string> => exposureOf(`src/main/${folder}/a/A.java`, 'package a; public class A {}');
    for (const folder of ['templates', 'resources/archetype'])
      assert.equal(await of(folder), `none: src/main/${folder}/a/A.java is no source that is compiled as it stands`);
    for (const folder of ['java-templates', 'java11', 'java/templates']) assert.equal(await of(folder), 'all: public in package a');
  });

  it('is nothing in a source set beside the main one', async () => {
    const of = (
      set: string,
      others: Readonly<Record<string, string>> = { 'app/src/main/java/com/acme/B.java': 'package com.acme; class B {}' },
    ): Promise<string> => exposureOf(`app/src/${set}/java/com/acme/api/A.java`, text, others);
    assert.equal(await of('javaPoet'), 'none: the source set javaPoet is not published');
    assert.equal(await of('java11'), 'all: public in package com.acme.api');
    assert.equal(await of('core', {}), 'all: public in package com.acme.api');
  });

  it('is what the module exports', async () => {
    const exporting = { 'app/src/main/java/module-info.java': 'module com.acme { exports com.acme.api; }' };
    assert.equal(await exposureOf(path, text, exporting), 'all: module com.acme exports com.acme.api');
    const other = { 'app/src/main/java/module-info.java': 'module com.acme { exports com.acme.api to com.friend; }' };
    assert.equal(await exposureOf(path, text, other), 'none: module com.acme does not export com.acme.api to everyone');
    const elsewhere = { 'lib/src/main/java/module-info.java': 'module com.acme { }' };
    assert.equal(await exposureOf(path, text, elsewhere), 'all: public in package com.acme.api');
  });

  it('is nothing in a Spring Boot application', async () => {
    const none = 'none: app/pom.xml packages the Spring Boot application of app/src/main/java/com/acme/Main.java';
    const all = 'all: public in package com.acme.api';
    const withPom = (content: string): Promise<string> => exposureOf(path, text, { ...main, 'app/pom.xml': pom(content) });
    assert.equal(await withPom(`<build><plugins>${bootPlugin}</plugins></build>`), none);
    assert.equal(
      await withPom(`<!-- ${bootPlugin} --><build><pluginManagement><plugins>${bootPlugin}</plugins></pluginManagement></build>`),
      all,
    );
    assert.equal(
      await withPom(
        `<build><plugins>${bootPlugin.replace('</plugin>', '<configuration><skip>true</skip></configuration></plugin>')}</plugins></build>`,
      ),
      all,
    );
    assert.equal(await exposureOf(path, text, { 'app/pom.xml': pom(`<build><plugins>${bootPlugin}</plugins></build>`) }), all);
    assert.equal(await withPom('<packaging>war</packaging>'), 'none: app/pom.xml packages a web archive');
    assert.equal(await withPom('<packaging>'), all);
  });

  it('reads Gradle builds, the nearest one only', async () => {
    const withGradle = (content: string, name = 'app/build.gradle'): Promise<string> =>
      exposureOf(path, text, { ...main, [name]: content });
    const reasonOf = (name: string): string => `none: ${name} packages the Spring Boot application of app/src/main/java/com/acme/Main.java`;
    const all = 'all: public in package com.acme.api';
    assert.equal(await withGradle("plugins {\n  id 'org.springframework.boot' version '3.4.0'\n}"), reasonOf('app/build.gradle'));
    assert.equal(
      await withGradle('plugins {\n  id("org.springframework.boot") version "3.4.0"\n}', 'app/build.gradle.kts'),
      reasonOf('app/build.gradle.kts'),
    );
    assert.equal(await withGradle("apply plugin: 'org.springframework.boot'"), reasonOf('app/build.gradle'));
    assert.equal(await withGradle("plugins {\n  id 'org.springframework.boot' version '3.4.0' apply false\n}"), all);
    assert.equal(await withGradle("// id 'org.springframework.boot'\n"), all);
    assert.equal(await withGradle("plugins {\n  id 'org.springframework.boot'\n}\nbootJar {\n  enabled = false\n}"), all);
    assert.equal(await withGradle("plugins { id 'war' }"), 'none: app/build.gradle packages a web archive');
    assert.equal(await withGradle('plugins {\n  alias(libs.plugins.spring.boot)\n}'), reasonOf('app/build.gradle'));
    assert.equal(await withGradle('plugins {\n  application\n}', 'app/build.gradle.kts'), 'none: app/build.gradle.kts packages a program');
    assert.equal(await withGradle("plugins {\n  id 'io.quarkus'\n}"), 'none: app/build.gradle packages a Quarkus application');
  });

  it('is nothing in a module that has a main class and inherits the plugin', async () => {
    const builds = {
      'app/build.gradle': 'plugins { id "java" }',
      'build.gradle': "subprojects {\n  apply plugin: 'org.springframework.boot'\n}",
    };
    const reason = 'none: build.gradle packages the Spring Boot application of app/src/main/java/com/acme/Main.java';
    assert.equal(await exposureOf(path, text, { ...main, ...builds }), reason);
    const started = { 'app/src/main/java/com/acme/Main.java': 'class Main { void main() { SpringApplication.run(Main.class); } }' };
    assert.equal(await exposureOf(path, text, { ...started, ...builds }), reason);
    const elsewhere = { 'other/src/main/java/com/acme/Main.java': '@SpringBootApplication class Main {}' };
    const withoutMain = 'none: nothing publishes what app/build.gradle makes: it is a part of what build.gradle packages';
    assert.equal(await exposureOf(path, text, { ...elsewhere, ...builds }), withoutMain);
  });

  it('is nothing in a module that nothing publishes, beside the application that it is for', async () => {
    const all = 'all: public in package com.acme.api';
    const application = pom(`<build><plugins>${bootPlugin}</plugins></build>`);
    const server = { 'server/src/main/java/Main.java': '@SpringBootApplication class Main {}', 'server/pom.xml': application };
    const modules = { 'app/pom.xml': pom(''), ...server };
    const part = 'none: nothing publishes what app/pom.xml makes: it is a part of what server/pom.xml packages';
    assert.equal(await exposureOf(path, text, modules), part);
    assert.equal(await exposureOf(path, text, { 'app/pom.xml': pom(''), 'server/pom.xml': application }), all);
    assert.equal(await exposureOf(path, text, { 'app/pom.xml': pom('') }), all);
    assert.equal(await exposureOf(path, text, { 'app/pom.xml': pom(''), 'samples/server/pom.xml': application }), all);
    assert.equal(await exposureOf(path, text, { ...modules, 'pom.xml': pom('<distributionManagement/>') }), all);
    assert.equal(await exposureOf(path, text, { ...modules, 'gradle/publish.gradle': "apply plugin: 'maven-publish'" }), all);
  });

  it('is nothing in what is started and published nowhere', async () => {
    const all = 'all: public in package com.acme.api';
    const jar = 'jar {\n  manifest {\n    attributes("Main-Class": "com.acme.Main")\n  }\n}\n';
    assert.equal(
      await exposureOf(path, text, { 'app/build.gradle': jar }),
      'none: app/build.gradle makes a program, and nothing publishes it',
    );
    assert.equal(await exposureOf(path, text, { 'app/build.gradle': `plugins { id 'maven-publish' }\n${jar}` }), all);
    assert.equal(await exposureOf(path, text, { 'app/build.gradle': 'jar { }' }), all);
    const started = pom(
      '<build><plugins><plugin><artifactId>maven-shade-plugin</artifactId><configuration><mainClass>a.Main</mainClass></configuration></plugin></plugins></build>',
    );
    const named = pom('<dependencies><dependency><artifactId>acme-publishing</artifactId></dependency></dependencies>');
    const part = 'none: nothing publishes what app/pom.xml makes: it is a part of what server/pom.xml packages';
    assert.equal(await exposureOf(path, text, { 'app/pom.xml': named, 'server/pom.xml': started }), part);
    const plugin = '<plugin><artifactId>central-publishing-maven-plugin</artifactId></plugin>';
    const published = { 'pom.xml': pom(`<build><plugins>${plugin}</plugins></build>`) };
    assert.equal(await exposureOf(path, text, { 'app/pom.xml': named, 'server/pom.xml': started, ...published }), all);
  });

  it('finds the application behind however many other build files', async () => {
    const server = {
      'server/src/main/java/Main.java': '@SpringBootApplication class Main {}',
      'server/pom.xml': pom(`<build><plugins>${bootPlugin}</plugins></build>`),
    };
    const plain = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [`a/m${index}/pom.xml`, pom('<name>not the spring-boot-maven-plugin</name>')]),
    );
    assert.match(await exposureOf(path, text, { 'app/pom.xml': pom(''), ...plain, ...server }), /^none: .*server\/pom\.xml/);
  });

  it('is everything public where a parent outside of the tree may publish the module', async () => {
    const server = {
      'server/src/main/java/Main.java': '@SpringBootApplication class Main {}',
      'server/pom.xml': pom(`<build><plugins>${bootPlugin}</plugins></build>`),
    };
    const withParent = (parent: string, others: Readonly<Record<string, string>> = {}): Promise<string> =>
      exposureOf(path, text, { ...server, ...others, 'app/pom.xml': pom(`<parent>${parent}</parent>`) });
    const all = 'all: public in package com.acme.api';
    const part = 'none: nothing publishes what app/pom.xml makes: it is a part of what server/pom.xml packages';
    const boot = '<groupId>org.springframework.boot</groupId><relativePath/>';
    assert.equal(await withParent('<groupId>com.bank</groupId><relativePath/>'), all);
    assert.equal(await withParent('<groupId>com.bank</groupId>'), all);
    assert.equal(await withParent('<groupId>com.bank</groupId>', { 'pom.xml': pom('') }), part);
    assert.equal(await withParent('<relativePath>../parent</relativePath>', { 'parent/pom.xml': pom(`<parent>${boot}</parent>`) }), part);
    assert.equal(await withParent('<relativePath>../../../parent</relativePath><groupId>com.bank</groupId>', server), all);
    assert.equal(await withParent('<relativePath>pom.xml</relativePath>'), part);
  });
});

describe('internal Java symbols', () => {
  it('say so by annotation or documentation', async () => {
    const source = `package a;
@VisibleForTesting class A {}
@ApiStatus.Internal class B {}
@API(status = API.Status.INTERNAL) class C {}
@API(status = STABLE) class D {}
/** Not for you.
 * @hidden */
class E {}
/** See {@link Internal}. */ class F {}
`;
    const facts = await factsOf(source, { touched: [] });
    assert.deepEqual(
      ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => java.internalReason(symbolIn(facts, `a.${name}`), source)),
      ['@VisibleForTesting', '@ApiStatus.Internal', '@API(status = INTERNAL)', undefined, '@hidden in its documentation', undefined],
    );
  });
});
