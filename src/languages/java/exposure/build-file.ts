/** What is read of a `pom.xml`; everything in it may be missing or of another shape. */
interface Project {
  readonly packaging?: unknown;
  readonly build?: { readonly plugins?: { readonly plugin?: readonly Plugin[] } };
}

interface Plugin {
  readonly artifactId?: unknown;
  readonly configuration?: { readonly skip?: unknown; readonly attachClasses?: unknown };
}

/** Whether the build file packages a web application, whose classes nobody compiles against. */
export async function isWebArchive(path: string, text: string): Promise<boolean> {
  if (!path.endsWith('.xml')) return /\bid\s{0,9}\(?\s{0,9}["']war["']|apply\s{1,9}plugin:\s{0,9}["']war["']/.test(withoutComments(text));
  const project = await readProject(text);
  return project?.packaging === 'war' && !pluginsOf(project).some((plugin) => plugin.configuration?.attachClasses === 'true');
}

/** Whether the build file applies the plugin that packages a Spring Boot application, and does not switch it off. */
export async function packagesSpringBoot(path: string, text: string): Promise<boolean> {
  if (!path.endsWith('.xml')) return appliesBootPlugin(withoutComments(text));
  const plugin = pluginsOf(await readProject(text)).find(({ artifactId }) => artifactId === 'spring-boot-maven-plugin');
  return plugin !== undefined && plugin.configuration?.skip !== 'true';
}

function appliesBootPlugin(text: string): boolean {
  if (/\bbootJar\b[^}]{0,200}\benabled\s{0,9}=\s{0,9}false/.test(text)) return false;
  const lines = text.split('\n').filter((line) => /\bid\b|\bapply\b|\balias\b/.test(line));
  return lines.some((line) => /["']org\.springframework\.boot["']/.test(line) && !/\bapply\s*\(?\s*false\b/.test(line));
}

function withoutComments(text: string): string {
  return text.replace(/(^|\s)\/\/.*/g, '$1');
}

/** Plugins of the build itself: those under management and in profiles are only prepared there. */
function pluginsOf(project: Project | undefined): readonly Plugin[] {
  return project?.build?.plugins?.plugin ?? [];
}

async function readProject(text: string): Promise<Project | undefined> {
  const { XMLParser } = await import('fast-xml-parser');
  const parser = new XMLParser({ parseTagValue: false, processEntities: false, isArray: (name) => name === 'plugin' });
  try {
    return (parser.parse(text) as { readonly project?: Project }).project;
  } catch {
    // A broken build file says nothing: the code is then treated as a library.
    return undefined;
  }
}
