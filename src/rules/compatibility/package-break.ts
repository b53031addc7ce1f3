import { contractRule } from '../contract-rule.ts';
import type { Example } from '../rule.ts';

const node = (range: string): Record<string, string> => ({
  'package.json': `{\n  "name": "orders",\n  "version": "1.2.0",\n  "engines": { "node": "${range}" }\n}\n`,
});
const pom = (artifact: string, java: number): Record<string, string> => ({
  'pom.xml': `<project>\n  <groupId>com.acme</groupId>\n  <artifactId>${artifact}</artifactId>\n  <properties>\n    <maven.compiler.release>${java}</maven.compiler.release>\n  </properties>\n</project>\n`,
});

const catalogue = (version: string): string =>
  `[versions]\nmoney = "${version}"\n\n[libraries]\nmoney = { module = "com.acme:money", version.ref = "money" }\n`;
const handsOn = 'plugins { `java-library` }\ndependencies {\n  api(libs.money)\n}\n';

const examples: readonly Example[] = [
  {
    name: 'a newer runtime is asked for',
    base: node('>=18'),
    head: node('>=20'),
    finds: ['package.json:4 The package asks for Node.js >=20 instead of >=18: consumers with an older one can no longer use it.'],
    fixed: node('>=18'),
  },
  {
    name: 'a package has another name',
    base: pom('orders', 17),
    head: pom('orders-core', 17),
    finds: [
      'pom.xml:3 The artifactId of the package is `orders-core` instead of `orders`: those who depend on it get no new version under the old one.',
    ],
    fixed: pom('orders', 17),
  },
  {
    name: 'a version catalogue raises what a module hands on',
    base: { 'gradle/libs.versions.toml': catalogue('2.1.0'), 'core/build.gradle.kts': handsOn },
    head: { 'gradle/libs.versions.toml': catalogue('3.0.0'), 'core/build.gradle.kts': handsOn },
    finds: [
      'gradle/libs.versions.toml:2 The version of `com.acme:money` is 3.0.0 instead of 2.1.0, and consumers get it with `core/build.gradle.kts`: those who call it must follow to another major version.',
    ],
    fixed: { 'gradle/libs.versions.toml': catalogue('2.1.0'), 'core/build.gradle.kts': handsOn },
  },
  { name: 'an older runtime is enough', base: pom('orders', 21), head: pom('orders', 17), finds: [] },
];

export const packageBreak = contractRule('manifest', {
  id: 'compatibility/package-break',
  title: 'A package that its consumers can no longer use',
  reason:
    'Consumers take the next version without reading what is in it. When it asks for a newer runtime, their build or their start fails; when it has another name, they get no new version at all and do not notice.',
  remedy:
    'Raise what the package asks for in a major version only, and say so before. Publish a package that has another name under the old one too, as one that refers to the new one.',
  sources: [
    { title: 'npm: engines', url: 'https://docs.npmjs.com/cli/v10/configuring-npm/package-json#engines' },
    { title: 'Maven: guide to relocation', url: 'https://maven.apache.org/guides/mini/guide-relocation.html' },
    { title: 'Gradle: version catalogues', url: 'https://docs.gradle.org/current/userguide/version_catalogs.html' },
    { title: 'Gradle: API and implementation separation', url: 'https://docs.gradle.org/current/userguide/java_library_plugin.html' },
  ],
  limits:
    "Compared are the engines and the name in `package.json`, coordinates, modules and Java's version in `pom.xml`, and the same in Gradle's build files as far as their text says it without being run; entry points and peers of an npm package belong to its API. A private npm package has no consumers. For an application a newer runtime is a warning, as it has operators and no consumers. A dependency that consumers no longer get (Maven's scope, `optional`, `implementation` for `api`) is a break where public types still show it. Otherwise of Gradle's `api` dependencies, platforms and constraints another major version, and that one is gone, are warnings, wherever the version stands: in the build file, in a version catalogue, in `gradle.properties` or in another build file of the tree. Of npm and Maven another major version is one where the dependency is handed on or stands in what is exported from the entry of the sources or declared public, also where a parent, its `dependencyManagement` or an imported list of versions manages it; of a list from elsewhere it is only known that it sets the versions of its own group. What plugins of a build add is not known. A manifest that is new or gone is not compared.",
  examples,
});
