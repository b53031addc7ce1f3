import { posix } from 'node:path';
import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { isTrue, member, textOf, type DocumentNode } from '../../code/document-node.ts';
import { placeInScalar } from '../../code/scalar-place.ts';
import { isVersion } from '../../code/version.ts';
import { foldersAround, type TreeFiles } from '../tree-files.ts';
import { gradleProperty, gradlePropertyFiles, gradleVersionName, parentPom } from './inherited-version.ts';
import type { Need } from './need.ts';

/** Where a package, a document or a chart says which version it is. */
export interface DeclaredVersion {
  readonly file: SourceFile;
  /** The version alone, without quotes. */
  readonly range: TextRange;
  readonly version: string;
  /** Of an npm package, which changesets are about. */
  readonly packageName?: string;
  /** How it is read from another version of its file, where that takes more than the name of the file. */
  readonly read?: ReadVersion;
}

/** What a manifest says; `private` for a package that nobody depends on. */
export type ReadVersion = (file: SourceFile) => Omit<DeclaredVersion, 'file'> | 'private' | undefined;

/** Manifests in the order of their weight in one folder. */
const manifests: readonly { readonly name: string; readonly contracts?: readonly string[]; readonly read: ReadVersion }[] = [
  { name: 'Chart.yaml', contracts: ['helm-values'], read: ofChart },
  { name: 'package.json', read: ofNpm },
  { name: 'pom.xml', read: ofMaven },
  { name: 'gradle.properties', read: ofGradleProperties },
  { name: 'build.gradle', read: ofGradle },
  { name: 'build.gradle.kts', read: ofGradle },
];

/** Contracts whose own document says which version they are. */
const selfVersioned = new Set(['openapi', 'asyncapi']);

const ofLanguage: Readonly<Record<string, (name: string) => boolean>> = {
  java: (name) => name !== 'package.json' && name !== 'Chart.yaml',
  typescript: (name) => name === 'package.json',
  'helm-values': (name) => name === 'Chart.yaml',
};

/** What a manifest says of its version, by the name of the file; undefined for other files. */
export function versionIn(file: SourceFile): Omit<DeclaredVersion, 'file'> | undefined {
  const found = manifests.find(({ name }) => name === posix.basename(file.path))?.read(file);
  return found === 'private' ? undefined : found;
}

/** The version that a need is about: of the document itself, or of the nearest package around it. */
export async function declaredVersionOf(
  { contract, place }: Pick<Need, 'contract' | 'place'>,
  files: TreeFiles,
): Promise<DeclaredVersion | undefined> {
  if (selfVersioned.has(contract)) {
    const file = (await files.read('head', [place.file.path])).get(place.file.path);
    const found = file && ofApi(file);
    return file && found && found !== 'private' ? { ...found, file } : undefined;
  }
  const isFor = ofLanguage[contract] ?? ((name: string) => name !== 'Chart.yaml');
  const wanted = manifests.filter(({ name }) => isFor(name));
  const paths = foldersAround(place.file.path).flatMap((folder) =>
    wanted.map(({ name, read }) => ({ path: posix.join(folder, name), read })),
  );
  const present = await files.read(
    'head',
    paths.map(({ path }) => path),
  );
  for (const { path, read } of paths) {
    const file = present.get(path);
    const found = file && read(file);
    if (found === 'private') return undefined;
    if (file && found && isVersion(found.version)) return { ...found, file };
    const inherited = file && !found ? await inheritedVersion(file, files) : undefined;
    if (inherited) return inherited;
  }
  return undefined;
}

/** So many projects are gone up through. */
const mostParents = 5;

/** The version that a build takes from another place: from a parent beside it, or from a property. */
async function inheritedVersion(file: SourceFile, files: TreeFiles): Promise<DeclaredVersion | undefined> {
  if (posix.basename(file.path) === 'pom.xml') return versionOfParent(file, files);
  const name = /\.gradle(?:\.kts)?$/.test(file.path) ? gradleVersionName(file) : undefined;
  if (name === undefined) return undefined;
  const read: ReadVersion = (each) => gradleProperty(each, name);
  for (const each of await gradlePropertyFiles(file, files)) {
    const found = gradleProperty(each, name);
    if (found && isVersion(found.version)) return { ...found, file: each, read };
  }
  return undefined;
}

async function versionOfParent(file: SourceFile, files: TreeFiles): Promise<DeclaredVersion | undefined> {
  let at: SourceFile | undefined = file;
  for (let step = 0; at && step < mostParents; step += 1) {
    const path = parentPom(at);
    at = path === undefined ? undefined : (await files.read('head', [path])).get(path);
    const found = at && ofMaven(at);
    if (at && found && found !== 'private' && isVersion(found.version)) return { ...found, file: at, read: ofMaven };
  }
  return undefined;
}

/** The same version at base: what it is compared with; undefined where there was none. */
export async function versionBefore({ file, read }: DeclaredVersion, basePath: string, files: TreeFiles): Promise<string | undefined> {
  const base = (await files.read('base', [basePath])).get(basePath);
  const name = posix.basename(file.path);
  const found = base && (read ?? manifests.find((each) => each.name === name)?.read ?? ofApi)(base);
  return found && found !== 'private' ? found.version : undefined;
}

function ofNpm(file: SourceFile): ReturnType<ReadVersion> {
  const root = rootOf(file);
  const packageName = textOf(member(root, 'name'));
  // A file that only says how modules are loaded belongs to the package around it.
  if (packageName === undefined) return undefined;
  if (isTrue(member(root, 'private'))) return 'private';
  const version = scalarText(member(root, 'version'));
  return version && { ...version, packageName };
}

function ofMaven(file: SourceFile): ReturnType<ReadVersion> {
  // A project without a version of its own has its parent's, which the folders around it tell.
  return resolved(scalarText(member(rootOf(file), 'version')), rootOf(file));
}

/** A version may be put together of properties of the same project. */
function resolved(
  said: Omit<DeclaredVersion, 'file'> | undefined,
  root: DocumentNode | undefined,
): Omit<DeclaredVersion, 'file'> | undefined {
  const [, name, rest = ''] = /^\$\{([\w.-]{1,100})\}(.*)$/.exec(said?.version ?? '') ?? [];
  if (name === undefined) return said;
  const property = scalarText(member(root, 'properties', name));
  return property && (rest === '' || rest.startsWith('$')) ? property : undefined;
}

function ofChart(file: SourceFile): ReturnType<ReadVersion> {
  return scalarText(member(rootOf(file), 'version'));
}

function ofApi(file: SourceFile): ReturnType<ReadVersion> {
  return scalarText(member(rootOf(file), 'info', 'version'));
}

function ofGradle(file: SourceFile): ReturnType<ReadVersion> {
  return matched(file, /^[ \t]{0,40}(?:project\.)?version[ \t]{0,20}=?[ \t]{0,20}["']([\w.+-]{1,60})["']/dm);
}

function ofGradleProperties(file: SourceFile): ReturnType<ReadVersion> {
  return matched(file, /^(?:version|VERSION_NAME|projectVersion|libraryVersion)[ \t]*=[ \t]*([\w.+-]{1,60})[ \t]*$/dm);
}

function matched({ text }: SourceFile, pattern: RegExp): ReturnType<ReadVersion> {
  const found = pattern.exec(text);
  const [start, end] = found?.indices?.[1] ?? [];
  return start === undefined || end === undefined ? undefined : { version: text.slice(start, end), range: { start, end } };
}

function rootOf({ document }: SourceFile): DocumentNode | undefined {
  return document?.error ? undefined : document?.roots[0];
}

/** A scalar as it is written, with the place of its characters. */
function scalarText(node: DocumentNode | undefined): Omit<DeclaredVersion, 'file'> | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const { value, range, file } = node;
  if (typeof value !== 'string') return { version: file.text.slice(range.start, range.end), range };
  return { version: value, range: placeInScalar(node, { start: 0, end: value.length }) };
}
