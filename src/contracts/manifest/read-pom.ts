import { member, shownRange, textOf, type DocumentNode } from '../../code/document-node.ts';
import { majorOf } from './gradle-api.ts';
import { javaVersion, type Manifest, type ManifestFact } from './manifest-fact.ts';
import { isHandedOn, pomDependencies, severalOf } from './pom-dependencies.ts';

/** Properties that set the oldest Java, the strongest first. */
const javaProperties = [
  'maven.compiler.release',
  'maven.compiler.target',
  'java.version',
  'jdk.version',
  'javaVersion',
  'maven.compiler.source',
];

/** What a project of Maven says to consumers. */
export function readPom(root: DocumentNode): Manifest {
  return {
    facts: [...coordinates(root), ...java(root), ...modules(root), ...dependencies(root), ...managed(root)],
    isApplication:
      textOf(member(root, 'packaging')) === 'war' ||
      pluginsOf(root).some((plugin) => textOf(member(plugin, 'artifactId')) === 'spring-boot-maven-plugin'),
  };
}

function coordinates(root: DocumentNode): readonly ManifestFact[] {
  const named = ['groupId', 'artifactId'].flatMap((name): ManifestFact[] => {
    const node = member(root, name) ?? (name === 'groupId' ? member(root, 'parent', 'groupId') : undefined);
    const value = textOf(node);
    return node && value !== undefined && !value.includes('${') ? [{ kind: 'coordinate', name, value, range: shownRange(node) }] : [];
  });
  return [...named, ...packaging(root)];
}

/** Those that are no archive of classes; all others (`bundle`, `maven-plugin`, `ejb`) are built as a `jar`. */
const otherPackagings: ReadonlySet<string> = new Set(['pom', 'war', 'ear', 'rar', 'aar', 'zip']);

/** `jar` where nothing is said. A project that only says where its package went is followed there. */
function packaging(root: DocumentNode): readonly ManifestFact[] {
  const node = member(root, 'packaging');
  const place = node ?? member(root, 'artifactId');
  const said = textOf(node) ?? 'jar';
  if (!place || said.includes('${') || member(root, 'distributionManagement', 'relocation')) return [];
  const value = otherPackagings.has(said) ? said : 'jar';
  return [{ kind: 'coordinate', name: 'packaging', value, range: shownRange(place), ...(!node && { isImplied: true }) }];
}

function java(root: DocumentNode): readonly ManifestFact[] {
  const compiler = pluginsOf(root).find((plugin) => textOf(member(plugin, 'artifactId')) === 'maven-compiler-plugin');
  const said = [
    ...['release', 'target', 'source'].map((name) => member(compiler, 'configuration', name)),
    ...javaProperties.map((name) => member(root, 'properties', name)),
  ];
  const node = said.find((each) => javaVersion(textOf(each) ?? '') !== undefined);
  const value = textOf(node);
  if (node && value !== undefined) return [{ kind: 'floor', name: 'Java', value, version: javaVersion(value), range: shownRange(node) }];
  return javaOfParent(root);
}

/** The oldest Java of Spring Boot by its major version, which its parent sets where a project says nothing. */
const javaOfBoot: ReadonlyMap<number, string> = new Map([
  [1, '1.6'],
  [2, '1.8'],
  [3, '17'],
  [4, '17'],
]);

function javaOfParent(root: DocumentNode): readonly ManifestFact[] {
  const version = member(root, 'parent', 'version');
  const isBoot = textOf(member(root, 'parent', 'artifactId')) === 'spring-boot-starter-parent';
  const value = isBoot ? javaOfBoot.get(majorOf(textOf(version) ?? '')?.[0] ?? 0) : undefined;
  if (!version || value === undefined) return [];
  return [{ kind: 'floor', name: 'Java', value, version: javaVersion(value), range: shownRange(version), isImplied: true }];
}

function pluginsOf(root: DocumentNode): readonly DocumentNode[] {
  return [member(root, 'build', 'plugins', 'plugin'), member(root, 'build', 'pluginManagement', 'plugins', 'plugin')].flatMap(severalOf);
}

function modules(root: DocumentNode): readonly ManifestFact[] {
  const profiles = severalOf(member(root, 'profiles', 'profile'));
  return [root, ...profiles]
    .flatMap((each) => severalOf(member(each, 'modules', 'module')))
    .flatMap((node): ManifestFact[] => {
      const name = textOf(node);
      return name === undefined || name.includes('${') ? [] : [{ kind: 'module', name, value: name, range: shownRange(node) }];
    });
}

/** Those that consumers get too, by their major versions. */
function dependencies(root: DocumentNode): readonly ManifestFact[] {
  return pomDependencies(root, 'dependencies').flatMap((each): ManifestFact[] => {
    const { name, version: { value, node } = {} } = each;
    const version = value === undefined ? undefined : majorOf(value);
    return node && value !== undefined && version && isHandedOn(each)
      ? [{ kind: 'dependency', name, value, version, range: shownRange(node) }]
      : [];
  });
}

const isListOfVersions = /(?:^|[-_.])(?:bom|dependencies|platform)$/;

/** Of a project that others import for its versions: those that it sets. */
function managed(root: DocumentNode): readonly ManifestFact[] {
  if (textOf(member(root, 'packaging')) !== 'pom' || !isListOfVersions.test(textOf(member(root, 'artifactId')) ?? '')) return [];
  return pomDependencies(root, 'dependencyManagement', 'dependencies').flatMap(({ name, version }): ManifestFact[] =>
    version ? [{ kind: 'managed', name, value: version.value, version: majorOf(version.value), range: shownRange(version.node) }] : [],
  );
}
