import { posix } from 'node:path';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { member, shownRange, textOf, type DocumentNode } from '../../code/document-node.ts';
import { readDocument } from '../../documents/read-document.ts';
import { readXml } from '../../documents/read-xml.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { unchangedFile } from '../document/documents.ts';
import type { ApiUse } from './api-use.ts';
import { isBelow, majorOf } from './gradle-api.ts';
import { innerModule } from './inner-module.ts';
import { mavenApiUse } from './maven-api-use.ts';
import { isHandedOn, pomDependencies, type PomDependency } from './pom-dependencies.ts';

/** A version that a project of Maven sets for its own dependencies and those of the modules below it. */
interface Managed {
  /** `com.acme:money`, or the group for all that a list of versions of that group sets. */
  readonly name: string;
  readonly isGroup: boolean;
  readonly isParent?: true;
  readonly value: string;
  readonly node: DocumentNode;
}

interface RaisedManaged extends Managed {
  readonly was: Managed;
}

const mostProjects = 300;

/** Major versions that a parent, its list of versions or one that it imports raises for what the public types of modules show. */
export async function managedVersions(
  files: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const found: ContractChange[] = [];
  for (const { base, head } of files) {
    if (!base || !head?.path.endsWith('pom.xml')) continue;
    const all = raisedIn(base, head);
    const isOwn = all.some(({ isParent }) => isParent) && (await hasOwnParent(head, surroundings));
    for (const raised of all.filter(({ isParent }) => !isParent || !isOwn)) {
      const use = await firstUse(raised, head, surroundings);
      if (use) found.push(changeOf(raised, use, { base, head }));
    }
  }
  return found;
}

function raisedIn(base: SourceFile, head: SourceFile): readonly RaisedManaged[] {
  const old = new Map(managedBy(base).map((each) => [each.name, each]));
  return managedBy(head).flatMap((now) => {
    const was = old.get(now.name);
    const [from, to] = [majorOf(was?.value ?? '')?.[0], majorOf(now.value)?.[0]];
    return was && from !== undefined && to !== undefined && from < to ? [{ ...now, was }] : [];
  });
}

function managedBy(file: SourceFile): readonly Managed[] {
  const root = rootOf(file);
  const listed = pomDependencies(root, 'dependencyManagement', 'dependencies').flatMap(
    ({ name, group, type, scope, version }): Managed[] => {
      if (!version) return [];
      const isGroup = type === 'pom' && scope === 'import';
      return [{ name: isGroup ? group : name, isGroup, ...version }];
    },
  );
  const [group, node] = [textOf(member(root, 'parent', 'groupId')), member(root, 'parent', 'version')];
  const value = textOf(node);
  return group !== undefined && node && value !== undefined
    ? [...listed, { name: group, isGroup: true, isParent: true, value, node }]
    : listed;
}

/** Whether the parent of a project stands in the same tree: what it sets is compared there, and its modules are released with it. */
async function hasOwnParent(file: SourceFile, { read }: ContractSurroundings): Promise<boolean> {
  const parent = member(rootOf(file), 'parent');
  const said = textOf(member(parent, 'relativePath')) ?? '../pom.xml';
  const at = posix.join(posix.dirname(file.path), said.endsWith('.xml') ? said : `${said}/pom.xml`);
  if (at.startsWith('../')) return false;
  const [text] = (await read('head', [at])).values();
  const found = text === undefined ? undefined : rootOf(unchangedFile('head', at, text));
  return found !== undefined && textOf(member(found, 'artifactId')) === textOf(member(parent, 'artifactId'));
}

function rootOf(file: SourceFile): DocumentNode | undefined {
  const document = file.document ?? readDocument(file, 'xml', readXml);
  return document.error ? undefined : document.roots[0];
}

/** The first place below a project where what consumers see has a type of a dependency that is managed so. */
async function firstUse(managed: Managed, head: SourceFile, { grep, read }: ContractSurroundings): Promise<ApiUse | undefined> {
  const word = /(?<!\w)\w+$/.exec(managed.name)?.[0];
  if (word === undefined) return undefined;
  const held = await grep('head', [word], ['pom.xml']);
  const paths = [...held.keys()].filter((each) => isBelow(each, posix.dirname(head.path)) && !innerModule.test(posix.dirname(each)));
  // What a project sets by name is not set by a list.
  const own = managed.isGroup ? pomDependencies(rootOf(head), 'dependencyManagement', 'dependencies').map(({ name }) => name) : [];
  for (const [each, text] of await read('head', paths.slice(0, mostProjects))) {
    const project = rootOf(unchangedFile('head', each, text));
    for (const dependency of pomDependencies(project, 'dependencies').filter(
      (one) => isManagedBy(one, managed) && !own.includes(one.name),
    )) {
      const use = await mavenApiUse(dependency.name, posix.dirname(each), { side: 'head', read, grep });
      if (use) return use;
    }
  }
  return undefined;
}

/** What says its own version is not managed. */
function isManagedBy(dependency: PomDependency, { name, isGroup }: Managed): boolean {
  if (dependency.version || dependency.written !== undefined || !isHandedOn(dependency)) return false;
  return isGroup ? dependency.group === name || dependency.group.startsWith(`${name}.`) : dependency.name === name;
}

function changeOf(
  { name, isGroup, value, node, was }: RaisedManaged,
  use: ApiUse,
  { base }: { readonly base: SourceFile; readonly head: SourceFile },
): ContractChange {
  const what = isGroup ? `The list of versions of \`${name}\`` : `The managed version of \`${name}\``;
  const [range, before] = [shownRange(node), shownRange(was.node)];
  return {
    contract: 'manifest',
    change: 'api-dependency-major-raised',
    impact: 'risky',
    message: `${what} is ${value} instead of ${was.value}, and consumers see a type of it in \`${use.name}\` (\`${use.path}\`): those who use it must follow to another major version.`,
    element: name,
    file: node.file,
    range,
    before: { file: base, range: before },
    deprecatedBefore: false,
    fix: { title: `Keep ${was.value}`, edits: [{ range, newText: base.text.slice(before.start, before.end) }] },
  };
}
