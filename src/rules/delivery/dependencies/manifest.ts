import type { SourceFile } from '../../../code/code-change.ts';
import { itemsOf, member, membersOf, textOf, type DocumentNode, type ScalarNode } from '../../../code/document-node.ts';

/** A dependency as a manifest declares it. */
export interface Dependency {
  readonly ecosystem: 'npm' | 'maven';
  /** `express`, `org.acme:orders`. */
  readonly name: string;
  /** As written; absent where it is managed elsewhere. */
  readonly version?: string | undefined;
  /** The version, or the name where there is none. */
  readonly node: DocumentNode;
}

const known = new WeakMap<SourceFile, readonly Dependency[]>();

/** What a package.json, a pom.xml or a build file of Gradle depends on; nothing of any other file. */
export function dependenciesOf(file: SourceFile | undefined): readonly Dependency[] {
  if (!file || file.role === 'vendored' || isSample(file.path)) return [];
  const before = known.get(file);
  if (before) return before;
  // A lock file is a document too, and a large one: only manifests are read.
  const readFrom = isPackage(file.path) ? ofPackage : /(?:^|\/)pom\.xml$/.test(file.path) ? ofPom : undefined;
  const read = isGradle.test(file.path) ? ofGradle(file) : (readFrom?.(file.document?.roots[0]) ?? []);
  known.set(file, read);
  return read;
}

export function isPackage(path: string): boolean {
  return /(?:^|\/)package\.json$/.test(path);
}

/** Whether a manifest belongs to a fixture, an example or a measurement: nobody depends on it. */
export function isSample(path: string): boolean {
  return /(?:^|\/)(?:fixtures?|__fixtures__|__tests__|tests?|testdata|examples?|samples?|bench(?:marks?)?|playground|templates?)\//i.test(
    path,
  );
}

const groups = ['dependencies', 'devDependencies', 'optionalDependencies'];

function ofPackage(root: DocumentNode | undefined): Dependency[] {
  return groups
    .flatMap((group) => membersOf(member(root, group)))
    .map(([name, node]) => ({ ecosystem: 'npm' as const, name, version: textOf(node), node }));
}

function ofPom(root: DocumentNode | undefined): Dependency[] {
  const lists = [member(root, 'dependencies'), member(root, 'dependencyManagement', 'dependencies'), member(root, 'build', 'plugins')];
  const items = lists.flatMap((list) => ['dependency', 'plugin'].flatMap((name) => several(member(list, name))));
  return items.flatMap((item) => {
    const version = member(item, 'version');
    const name = `${textOf(member(item, 'groupId')) ?? 'org.apache.maven.plugins'}:${textOf(member(item, 'artifactId')) ?? ''}`;
    return [{ ecosystem: 'maven' as const, name, version: resolved(version, root), node: version ?? member(item, 'artifactId') ?? item }];
  });
}

const isGradle = /(?:^|\/)(?:[\w.-]+\.gradle(?:\.kts)?|[\w.-]+\.versions\.toml)$/;
/** `implementation("group:artifact:version")`, `id("plugin") version "1.2"`, and in a catalogue `name = "1.2"`; no comments. */
const coordinates = /["']([\w.-]{2,80}:[\w.-]{2,80}):([\w.+[\](),-]{1,40})(?:@\w+)?["']/;
const plugin = /\bid\s?\(?\s?["']([\w.-]{2,80})["']\)?\s{1,4}version\s?\(?["']([\w.+-]{1,40})["']/;
const catalogued = /^\s{0,8}([\w.-]{2,60})\s?=\s?["'](\d[\w.+-]{0,40})["']/;

function ofGradle(file: SourceFile): Dependency[] {
  const found: Dependency[] = [];
  for (let line = 1; line <= file.lines.lineCount; line += 1) {
    const { start, end } = file.lines.lineRange(line);
    const text = file.text.slice(start, Math.min(end, start + 500)).replace(/(?:^|\s)(?:\/\/|#).*$/s, '');
    const match = coordinates.exec(text) ?? plugin.exec(text) ?? (file.path.endsWith('.toml') ? catalogued.exec(text) : null);
    const [whole, name, version] = match ?? [];
    if (match === null || whole === undefined || name === undefined || version === undefined) continue;
    const at = start + match.index + whole.lastIndexOf(version);
    const node: ScalarNode = { kind: 'scalar', value: version, file, range: { start: at, end: at + version.length } };
    found.push({ ecosystem: 'maven', name, version, node });
  }
  return found;
}

/** An element that may be repeated. */
export function several(node: DocumentNode | undefined): readonly DocumentNode[] {
  return node?.kind === 'array' ? itemsOf(node) : node ? [node] : [];
}

/** `${spring.version}` by the properties of the same file. */
function resolved(version: DocumentNode | undefined, root: DocumentNode | undefined): string | undefined {
  const written = textOf(version);
  const property = /^\$\{([\w.-]+)\}$/.exec(written ?? '')?.[1];
  return property === undefined ? written : (textOf(member(root, 'properties', property)) ?? written);
}

/** The lowest version that a declaration takes, as numbers; undefined where it names none. */
export function lowestVersion(version: string | undefined): readonly number[] | undefined {
  const found = /^(?:npm:\S+@)?[\^~>=v\s]*(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[.\-+][\w.+-]*)?$/.exec(version ?? '');
  return found ? [found[1], found[2], found[3]].map((part) => Number(part ?? 0)) : undefined;
}

/** Whether `now` is lower than `old`, number by number. */
export function isLower(now: readonly number[], old: readonly number[]): boolean {
  for (const [index, number] of old.entries()) if ((now[index] ?? 0) !== number) return (now[index] ?? 0) < number;
  return false;
}
