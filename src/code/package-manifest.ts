const manifests = /(?:^|\/)(?:package\.json|pom\.xml|build\.gradle(?:\.kts)?)$/;

/** Whether a path is that of the file that makes its folder a package or module: of npm, Maven or Gradle. */
export function isPackageManifest(path: string): boolean {
  return manifests.test(path);
}
