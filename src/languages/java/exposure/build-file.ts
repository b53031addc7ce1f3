import { pluginsOf, readMavenProject } from './maven-project.ts';
import type { MavenProject } from './maven-project.ts';

/** What a build file makes that is run and not compiled against. `needsMain`: only where there is a main class as well. */
export interface Product {
  /** For people, e.g. `a web archive`. */
  readonly name: string;
  readonly needsMain: boolean;
}

const webArchive: Product = { name: 'a web archive', needsMain: false };

const springBoot: Product = { name: 'a Spring Boot application', needsMain: true };

const quarkus: Product = { name: 'a Quarkus application', needsMain: false };

const micronaut: Product = { name: 'a Micronaut application', needsMain: false };

const image: Product = { name: 'a container image', needsMain: false };

const program: Product = { name: 'a program', needsMain: false };

const mavenPlugins: ReadonlyMap<unknown, Product> = new Map([
  ['spring-boot-maven-plugin', springBoot],
  ['quarkus-maven-plugin', quarkus],
  ['micronaut-maven-plugin', micronaut],
  ['jib-maven-plugin', image],
]);

const gradlePlugins: readonly (readonly [RegExp, Product])[] = [
  [/["']war["']/, webArchive],
  [/["']org\.springframework\.boot["']|libs\.plugins\.(?:[\w.]{0,40}\.)?spring\.?boot\b/i, springBoot],
  [/["']io\.quarkus["']|libs\.plugins\.quarkus\b/, quarkus],
  [/["']io\.micronaut\.application["']|libs\.plugins\.micronaut\.application\b/, micronaut],
  [/["']com\.google\.cloud\.tools\.jib["']|libs\.plugins\.jib\b/, image],
  [/["']application["']|^\s*application\s*$/, program],
];

/** Words of which a build file that makes one of these holds at least one. */
export const productWords: readonly string[] = [
  'war',
  'ear',
  'boot',
  'springBoot',
  'quarkus',
  'micronaut',
  'jib',
  'application',
  'mainClass',
  'manifest',
];

/** Whether what a build file makes can be started; a library that is published may have a main class, too. */
export function isStarted(text: string): boolean {
  return /<mainClass>|["']Main-Class["']|\bmainClass(?:Name)?\s{0,9}(?:=|\.set\()/.test(text);
}

/** What the build file makes, if it makes something to run. */
export async function productOf(path: string, text: string): Promise<Product | undefined> {
  return path.endsWith('.xml') ? productOfMaven(await readMavenProject(text)) : productOfGradle(text);
}

function productOfMaven(project: MavenProject | undefined): Product | undefined {
  const plugins = pluginsOf(project);
  const isArchive = project?.packaging === 'war' || project?.packaging === 'ear';
  if (isArchive && !plugins.some((plugin) => plugin.configuration?.attachClasses === 'true')) return webArchive;
  for (const { artifactId, configuration } of plugins) {
    const product = configuration?.skip === 'true' ? undefined : mavenPlugins.get(artifactId);
    if (product) return product;
  }
  return undefined;
}

function productOfGradle(text: string): Product | undefined {
  const code = withoutComments(text);
  const isJarOnly = /\bbootJar\b[^}]{0,200}\benabled\s{0,9}=\s{0,9}false/.test(code);
  const lines = code
    .split('\n')
    .filter((line) => /\bid\b|\bapply\b|\balias\b|^\s*application\s*$/.test(line) && !/\bapply\s{0,200}\(?\s{0,200}false\b/.test(line));
  for (const [plugin, product] of gradlePlugins)
    if (!(isJarOnly && product === springBoot) && lines.some((line) => plugin.test(line))) return product;
  return undefined;
}

function withoutComments(text: string): string {
  return text.replace(/(^|\s)\/\/.*/g, '$1');
}
