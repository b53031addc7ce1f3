import type { TreeReader } from '../../../change/change-set.ts';
import { isStarted, productOf, productWords } from './build-file.ts';
import { buildFilesIn, folderOf } from './build-files.ts';
import type { FindMain } from './mains.ts';
import { readMavenProject } from './maven-project.ts';

/** Words of a build that publishes: `maven-publish`, `central-publishing-maven-plugin`, `nexus-staging-maven-plugin` … */
const publishing = [
  'publish',
  'publishing',
  'mavenPublish',
  'mavenPublishing',
  'distributionManagement',
  'altDeploymentRepository',
  'nexus',
  'artifactory',
  'jreleaser',
];

const scripts = ['pom.xml', '.gradle', '.kts', '.kt', '.groovy', '.toml'];

/** In a `pom.xml` the words are names of modules and dependencies as well: what publishes is said by an element or a plugin. */
const publishingInMaven =
  /<distributionManagement\b|\baltDeploymentRepository\b|<artifactId>\s{0,20}[\w.-]{0,60}(?:publishing|nexus|jreleaser|artifactory)[\w.-]{0,60}-plugin\b/;

/** Parents that do not say where to publish. */
const plainParents = /^(?:org\.springframework\.(?:boot|cloud)|io\.quarkus|io\.micronaut)(?:\.|$)/;

/** Programs that only show how a library is used. */
const samples = /(?:^|[/_-])(?:samples?|examples?|demos?|tutorials?|benchmarks?|playground|tests?|integration-tests?)(?:[/_-]|$)/i;

/**
 * The build file of an application that is made in this tree, where nothing in the tree publishes its modules: all of them are then parts of applications.
 * Undefined where something is published, or may be: in a parent that is not in the tree, or because there is no application that the modules could be for.
 */
export async function soleApplication(modules: readonly string[], tree: TreeReader, findMain: FindMain): Promise<string | undefined> {
  if (await isAnythingPublished(tree)) return undefined;
  if (await mayBePublishedByParent(modules, tree)) return undefined;
  const candidates = [...(await tree.grep(productWords, ['pom.xml', '.gradle', '.gradle.kts'])).keys()].filter(
    (path) => !samples.test(path),
  );
  for (let start = 0; start < candidates.length; start += readAtOnce) {
    const texts = await tree.read(candidates.slice(start, start + readAtOnce));
    for (const [path, { text }] of texts) {
      const product = await productOf(path, text ?? '');
      const isMade = product ? !product.needsMain || (await findMain(folderOf(path))) !== undefined : isStarted(text ?? '');
      if (isMade) return path;
    }
  }
  return undefined;
}

async function isAnythingPublished(tree: TreeReader): Promise<boolean> {
  const found = [...(await tree.grep(publishing, scripts)).keys()];
  if (found.some((path) => !path.endsWith('pom.xml'))) return true;
  for (let start = 0; start < found.length; start += readAtOnce) {
    const texts = await tree.read(found.slice(start, start + readAtOnce));
    if ([...texts.values()].some(({ text = '' }) => publishingInMaven.test(text))) return true;
  }
  return false;
}

/** Build files that are held in memory together. */
const readAtOnce = 500;

/** Follows the parents of Maven modules to one that is not in the tree. */
async function mayBePublishedByParent(modules: readonly string[], tree: TreeReader): Promise<boolean> {
  const seen = new Set<string>();
  let level = modules.filter((path) => path.endsWith('pom.xml'));
  while (level.length > 0) {
    const texts = await tree.read(level);
    const next: string[] = [];
    for (const path of level) {
      seen.add(path);
      const parent = (await readMavenProject(texts.get(path)?.text ?? ''))?.parent;
      if (parent === undefined) continue;
      const inTree = parentPath(path, parent.relativePath);
      const [held] = inTree === undefined ? [] : await buildFilesIn([inTree], tree);
      if (held === undefined) {
        if (!plainParents.test(String(parent.groupId))) return true;
      } else if (!seen.has(held)) next.push(held);
    }
    level = next;
  }
  return false;
}

/** @returns undefined where the parent is only looked for in a repository of artifacts, or outside of the tree */
function parentPath(path: string, relative: unknown): string | undefined {
  if (relative === '') return undefined;
  const target = typeof relative === 'string' ? relative.trim() : '../pom.xml';
  const parts = folderOf(path).split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  const found = parts.join('/');
  return found.endsWith('.xml') ? found : `${found === '' ? '' : `${found}/`}pom.xml`;
}
