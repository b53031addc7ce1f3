import { isTrue, member, membersOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import { shownRange } from '../../code/document-node.ts';
import { lowestOf, type Manifest, type ManifestFact } from './manifest-fact.ts';

const runtimes: Readonly<Record<string, string>> = { node: 'Node.js', vscode: 'VS Code', bun: 'Bun', deno: 'Deno' };

/** What `package.json` says to consumers, but for its entry points. One that cannot be published, or is there to be started, has none. */
export function readPackageJson(root: DocumentNode): Manifest {
  if (isTrue(member(root, 'private')) || !member(root, 'name') || isStarted(root)) return { facts: [], isApplication: true };
  const floors = Object.entries(runtimes).flatMap(([key, name]): ManifestFact[] => {
    const node = member(root, 'engines', key);
    const value = textOf(node);
    return node && value !== undefined ? [{ kind: 'floor', name, value, version: lowestOf(value), range: shownRange(node) }] : [];
  });
  const node = member(root, 'name');
  const name = textOf(node);
  const coordinates: ManifestFact[] =
    node && name !== undefined ? [{ kind: 'coordinate', name: 'name', value: name, range: shownRange(node) }] : [];
  return { facts: [...coordinates, ...floors, ...dependencies(root)], isApplication: false };
}

const entries = ['main', 'module', 'browser', 'exports', 'types', 'typings', 'bin', 'files', 'publishConfig'];

/** Whether the package says how it is started and nothing about what others get from it. */
function isStarted(root: DocumentNode): boolean {
  const starts = membersOf(member(root, 'scripts')).some(([name]) => /^(?:start|serve|dev)(?::|$)/.test(name));
  return starts && !entries.some((entry) => member(root, entry));
}

/** By the major versions of their ranges. Peers belong to the entry of the package. */
function dependencies(root: DocumentNode): readonly ManifestFact[] {
  return membersOf(member(root, 'dependencies')).flatMap(([name, node]): ManifestFact[] => {
    const value = textOf(node);
    const version = value === undefined ? undefined : lowestOf(value)?.slice(0, 1);
    return value === undefined || !version ? [] : [{ kind: 'dependency', name, value, version, range: shownRange(node) }];
  });
}
