/** What is read of a `pom.xml`; everything in it may be missing or of another shape. */
export interface MavenProject {
  readonly packaging?: unknown;
  readonly parent?: { readonly groupId?: unknown; readonly relativePath?: unknown };
  readonly build?: { readonly plugins?: { readonly plugin?: readonly MavenPlugin[] } };
}

export interface MavenPlugin {
  readonly artifactId?: unknown;
  readonly configuration?: { readonly skip?: unknown; readonly attachClasses?: unknown };
}

/** Undefined where the file is broken: it then says nothing, and its code is treated as a library's. */
export async function readMavenProject(text: string): Promise<MavenProject | undefined> {
  const { XMLParser } = await import('fast-xml-parser');
  const parser = new XMLParser({ parseTagValue: false, processEntities: false, isArray: (name) => name === 'plugin' });
  try {
    return (parser.parse(text) as { readonly project?: MavenProject }).project;
  } catch {
    return undefined;
  }
}

/** Plugins of the build itself: those under management and in profiles are only prepared there. */
export function pluginsOf(project: MavenProject | undefined): readonly MavenPlugin[] {
  return project?.build?.plugins?.plugin ?? [];
}
