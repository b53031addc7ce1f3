import type { TreeReader } from '../../../change/change-set.ts';
import { isWebArchive, packagesSpringBoot } from './build-file.ts';

const buildFiles = ['pom.xml', 'build.gradle', 'build.gradle.kts'];

/**
 * For each path in an application the reason why it is one: its nearest build file packages a Spring Boot application that has a main class there,
 * or a web archive. A library beside it has its own build file and is not in the result.
 */
export async function applicationReason(paths: readonly string[], tree: TreeReader): Promise<ReadonlyMap<string, string>> {
  const candidates = new Set(paths.flatMap((path) => foldersOf(path).flatMap((folder) => buildFiles.map((name) => folder + name))));
  const snapshots = await tree.read([...candidates].sort());
  const reasons = new Map<string, Promise<string | undefined>>();
  let mains: ReturnType<TreeReader['grep']> | undefined;

  async function reasonOf(buildFile: string, text: string): Promise<string | undefined> {
    if (await isWebArchive(buildFile, text)) return `${buildFile} packages a web archive`;
    if (!(await packagesSpringBoot(buildFile, text))) return undefined;
    mains ??= tree.grep(['SpringBootApplication'], ['.java', '.kt', '.groovy']);
    const folder = buildFile.slice(0, buildFile.lastIndexOf('/') + 1);
    const main = [...(await mains).keys()].find((path) => path.startsWith(`${folder}src/main/`));
    return main === undefined ? undefined : `${buildFile} packages the Spring Boot application of ${main}`;
  }

  const result = new Map<string, string>();
  for (const path of paths) {
    const nearest = foldersOf(path)
      .flatMap((folder) => buildFiles.map((name) => folder + name))
      .find((each) => snapshots.has(each));
    if (nearest === undefined) continue;
    const reason = reasons.get(nearest) ?? reasonOf(nearest, snapshots.get(nearest)?.text ?? '');
    reasons.set(nearest, reason);
    const known = await reason;
    if (known !== undefined) result.set(path, known);
  }
  return result;
}

/** The folders around a path with their closing slash, the nearest first, the root last. */
function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end + 1));
  return [...folders, ''];
}
