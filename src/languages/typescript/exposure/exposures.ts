import type { TreeReader } from '../../../change/change-set.ts';
import type { FileFacts } from '../../../code/facts.ts';
import type { Exposure, ReadModule } from '../../../code/language.ts';
import { groupBy } from '../../../base/group-by.ts';
import { entryPoints } from './entry-points.ts';
import type { Manifest } from './manifest.ts';
import { ModuleGraph } from './module-graph.ts';
import { Packages, readLayouts } from './packages.ts';
import { reachFrom } from './reach.ts';
import type { Reach } from './reach.ts';
import { isCodePath } from './source-paths.ts';

/** For each changed file what consumers of its package can reach. */
export async function readExposures(
  files: readonly FileFacts[],
  tree: TreeReader,
  read: ReadModule,
): Promise<ReadonlyMap<string, Exposure>> {
  if (files.length === 0) return new Map();
  const paths = await tree.paths();
  const packages = await Packages.read(paths, tree);
  const graph = new ModuleGraph(files, tree, read);
  const exposures = new Map<string, Exposure>();
  const all = [...groupBy(files, ({ path }) => packages.of(path))].map(async ([manifest, own]) => {
    const exposureOf = manifest ? await inPackage({ manifest, packages, paths, tree, graph }) : () => withoutPackage(packages.isEmpty);
    for (const facts of own) exposures.set(facts.path, exposureOf(facts));
  });
  await Promise.all(all);
  return exposures;
}

function withoutPackage(isEverywhere: boolean): Exposure {
  return {
    scope: 'all',
    reason: isEverywhere
      ? 'there is no package.json: everything exported counts as public'
      : 'no package.json is above the file: everything exported counts as public',
  };
}

interface PackageContext {
  readonly manifest: Manifest;
  readonly packages: Packages;
  readonly paths: readonly string[];
  readonly tree: TreeReader;
  readonly graph: ModuleGraph;
}

async function inPackage({ manifest, packages, paths, tree, graph }: PackageContext): Promise<(facts: FileFacts) => Exposure> {
  const name = `package ${manifest.name}`;
  if (manifest.isPrivate && manifest.targets.length === 0) return () => none(`${name} is private and has no entry point`);
  if (manifest.isPrivate && !packages.hasDependents(manifest)) return () => none(`${name} is private and no other package depends on it`);
  const tracked = new Set(paths);
  const entries = entryPoints(manifest, await readLayouts(manifest, paths, tree), tracked);
  if (entries.length === 0)
    return holdsOnlyDeclarations(manifest, paths)
      ? () => everything(`${name} has only declarations`)
      : () => ({ ...none(`${name} has no entry point that could be found`), isUnknown: manifest.targets.length > 0 });
  const reach = await reachFrom(entries, graph, tracked);
  const known = { packageName: manifest.name, ...(manifest.isPrivate && { isWithin: true }) };
  const from = `${name}${ownPathsOf(manifest)}`;
  return (facts) => ({ ...exposureOf(facts, reach, { name, from }), ...known });
}

/** Paths that count for nothing, with why. */
function ownPathsOf({ ownPaths }: Manifest): string {
  if (ownPaths.length === 0) return '';
  return `, of which ${inShort(ownPaths)} ${ownPaths.length === 1 ? 'says by its name that it is' : 'say by their names that they are'} the package’s own`;
}

function inShort(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).map((path) => `"${path}"`);
  return shown.join(', ') + (paths.length > 3 ? ` and ${paths.length - 3} more` : '');
}

function holdsOnlyDeclarations({ directory }: Manifest, paths: readonly string[]): boolean {
  const code = paths.filter((path) => path.startsWith(directory) && isCodePath(path));
  return code.length > 0 && code.every((path) => /\.d\.[cm]?ts$/.test(path));
}

interface PackageWords {
  readonly name: string;
  /** The name with what counts as no entry point. */
  readonly from: string;
}

function exposureOf(facts: FileFacts, { files, isCapped }: Reach, { name, from }: PackageWords): Exposure {
  const reached = files.get(facts.path);
  const capped = isCapped ? ' (it re-exports more than is followed)' : '';
  if (!reached) return none(`not reached from the entry points of ${from}${capped}`);
  const reason = `exported by ${inShort([...reached.subpaths].sort())} of ${name}${capped}`;
  // A declaration file without exports declares globals.
  if (/\.d\.[cm]?ts$/.test(facts.path) && facts.exports.length === 0) return everything(reason);
  const names = [...reached.names].map(([local, known]) => [local, [...known].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const each of handedOn(facts, files)) names.push([each, [each]]);
  const handsOn = facts.exports.some(({ exported }) => exported === '*');
  return names.length === 0 && !handsOn
    ? none(`declares nothing that ${name} exports${capped}`)
    : { scope: 'names', names: Object.fromEntries(names), reason };
}

/** The public names of all that a file hands on as a whole, but for those that it has itself. */
function handedOn({ path, symbols }: FileFacts, files: Reach['files']): readonly string[] {
  const seen = new Set([path]);
  const found = new Set<string>();
  for (const at of seen) {
    const reached = files.get(at);
    if (!reached) continue;
    if (at !== path) for (const known of reached.names.values()) for (const each of known) found.add(each);
    for (const star of reached.stars) seen.add(star);
  }
  const own = new Set(symbols.flatMap(({ name, parent }) => (parent === 0 ? [name] : [])));
  return [...found].filter((each) => !own.has(each)).sort();
}

function none(reason: string): Exposure {
  return { scope: 'none', reason };
}

function everything(reason: string): Exposure {
  return { scope: 'all', reason };
}
