import { itemsOf, member, shownRange, textOf, type DocumentNode } from '../../code/document-node.ts';
import { javaVersion, type Manifest, type ManifestFact } from './manifest-fact.ts';

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
    facts: [...coordinates(root), ...java(root), ...modules(root), ...dependencies(root)],
    isApplication:
      textOf(member(root, 'packaging')) === 'war' ||
      pluginsOf(root).some((plugin) => textOf(member(plugin, 'artifactId')) === 'spring-boot-maven-plugin'),
  };
}

function coordinates(root: DocumentNode): readonly ManifestFact[] {
  return ['groupId', 'artifactId', 'packaging'].flatMap((name): ManifestFact[] => {
    const node = member(root, name) ?? (name === 'groupId' ? member(root, 'parent', 'groupId') : undefined);
    const value = textOf(node);
    return node && value !== undefined && !value.includes('${') ? [{ kind: 'coordinate', name, value, range: shownRange(node) }] : [];
  });
}

function java(root: DocumentNode): readonly ManifestFact[] {
  const compiler = pluginsOf(root).find((plugin) => textOf(member(plugin, 'artifactId')) === 'maven-compiler-plugin');
  const said = [
    ...['release', 'target', 'source'].map((name) => member(compiler, 'configuration', name)),
    ...javaProperties.map((name) => member(root, 'properties', name)),
  ];
  const node = said.find((each) => javaVersion(textOf(each) ?? '') !== undefined);
  const value = textOf(node);
  return node && value !== undefined ? [{ kind: 'floor', name: 'Java', value, version: javaVersion(value), range: shownRange(node) }] : [];
}

function pluginsOf(root: DocumentNode): readonly DocumentNode[] {
  return [member(root, 'build', 'plugins', 'plugin'), member(root, 'build', 'pluginManagement', 'plugins', 'plugin')].flatMap(listOf);
}

/** One element is no list. */
function listOf(node: DocumentNode | undefined): readonly DocumentNode[] {
  return node?.kind === 'array' ? itemsOf(node) : node ? [node] : [];
}

function modules(root: DocumentNode): readonly ManifestFact[] {
  const profiles = listOf(member(root, 'profiles', 'profile'));
  return [root, ...profiles]
    .flatMap((each) => listOf(member(each, 'modules', 'module')))
    .flatMap((node): ManifestFact[] => {
      const name = textOf(node);
      return name === undefined || name.includes('${') ? [] : [{ kind: 'module', name, value: name, range: shownRange(node) }];
    });
}

/** Those that consumers get too, by their major versions; what a parent manages is not known. */
function dependencies(root: DocumentNode): readonly ManifestFact[] {
  return listOf(member(root, 'dependencies', 'dependency')).flatMap((each): ManifestFact[] => {
    const [group, artifact, scope, optional] = ['groupId', 'artifactId', 'scope', 'optional'].map((name) => textOf(member(each, name)));
    const written = member(each, 'version');
    const property = /^\$\{([^{}]{1,200})\}$/.exec(textOf(written) ?? '')?.[1];
    const node = property === undefined ? written : member(root, 'properties', property);
    const value = textOf(node);
    const major = /^(\d{1,5})(?:[.-]|$)/.exec(value ?? '')?.[1];
    if (!node || !group || !artifact || value === undefined || major === undefined) return [];
    if ((scope ?? 'compile') !== 'compile' || optional === 'true') return [];
    return [{ kind: 'dependency', name: `${group}:${artifact}`, value, version: [Number(major)], range: shownRange(node) }];
  });
}
