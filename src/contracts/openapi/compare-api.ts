import { itemsOf, member, textOf } from '../../code/document-node.ts';
import type { ApiComparison } from './comparison.ts';
import { compareOperation } from './compare-operation.ts';
import { deprecationOf, isOver, isUnstable } from './lifecycle.ts';
import type { Operation, PathItem } from './openapi-model.ts';

/** Compares two versions of an API. */
export function compareApi(comparison: ApiComparison): void {
  const { old, now } = comparison;
  comparePaths({ old: old.paths, now: now.paths, kind: 'path' }, comparison);
  comparePaths({ old: old.webhooks, now: now.webhooks, kind: 'webhook' }, comparison);
  compareProtocols(comparison);
  compareServers(comparison);
  compareComponents(comparison);
}

interface PathsPair {
  readonly old: Api['paths'];
  readonly now: Api['paths'];
  readonly kind: 'path' | 'webhook';
}

type Api = ApiComparison['old'];

function comparePaths({ old, now, kind }: PathsPair, comparison: ApiComparison): void {
  for (const [template, was] of old) {
    const is = now.get(template);
    if (!is) pathRemoved(was, kind, comparison);
    else comparePathItem(was, is, comparison);
  }
  for (const [template, is] of now) {
    if (old.has(template)) continue;
    comparison.changes.add({
      change: kind === 'path' ? 'api-path-added' : 'webhook-added',
      impact: 'compatible',
      says: `${kind === 'path' ? 'the path' : 'the webhook'} \`${is.path}\` is new`,
      element: is.pointer,
      now: is.at,
    });
  }
}

/** One finding for a path, however many operations it had. */
function pathRemoved({ path, at, pointer, operations }: PathItem, kind: 'path' | 'webhook', { changes, today, now }: ApiComparison): void {
  const all = [...operations.values()];
  const impact = all.length === 0 || all.every(isUnstable) ? 'compatible' : 'breaking';
  const names = all.map(({ method }) => method.toUpperCase()).join(', ');
  const says = kind === 'path' ? `the path \`${path}\` (${names}) is gone` : `the webhook \`${path}\` is gone`;
  const consequence = kind === 'path' ? goneFor(all, today) : 'consumers that wait for it are never called again';
  changes.add({
    change: kind === 'path' ? removedId('api-path-removed', all, today) : 'webhook-removed',
    impact,
    says,
    consequence,
    element: all.length === 1 ? `${pointer}/${all[0]?.method ?? ''}` : pointer,
    old: at,
    into: member(now.root, kind === 'path' ? 'paths' : 'webhooks'),
    deprecatedBefore: all.length > 0 && all.every(({ deprecated }) => deprecated),
    deprecation: deprecationOf(all),
  });
}

function comparePathItem(was: PathItem, is: PathItem, comparison: ApiComparison): void {
  for (const [method, old] of was.operations) {
    const now = is.operations.get(method);
    if (now) compareOperation({ old, now, comparison });
    else operationRemoved(old, is, comparison);
  }
  for (const [method, now] of is.operations) {
    if (!was.operations.has(method))
      comparison.changes.add({
        change: 'api-operation-added',
        impact: 'compatible',
        says: `${now.name} is new`,
        element: now.pointer,
        now: now.at,
      });
  }
}

function operationRemoved(old: Operation, { at }: PathItem, { changes, today }: ApiComparison): void {
  changes.add({
    change: removedId('api-operation-removed', [old], today),
    impact: isUnstable(old) ? 'compatible' : 'breaking',
    says: `${old.name} is gone`,
    consequence: goneFor([old], today),
    element: old.pointer,
    old: old.at,
    into: at,
    deprecatedBefore: old.deprecated,
    deprecation: deprecationOf([old]),
  });
}

/** What was announced to go by a day that has passed, or was never promised. */
function mayGo(operation: Operation, today: string): boolean {
  return isUnstable(operation) || isOver(operation, today);
}

function removedId(id: string, operations: readonly Operation[], today: string): string {
  if (operations.length === 0 || !operations.every(({ deprecated }) => deprecated)) return `${id}-without-deprecation`;
  return operations.every(({ sunset, ...rest }) => !sunset || isOver({ sunset, ...rest }, today))
    ? `${id}-with-deprecation`
    : `${id}-before-sunset`;
}

function goneFor(operations: readonly Operation[], today: string): string {
  return operations.every((each) => mayGo(each, today))
    ? 'it was not to be relied on any more'
    : 'callers get an error instead of an answer';
}

/** Swagger 2 says how its one address is called. Where others stay, the address does, and only those who called it this way are shut out. */
function compareProtocols({ old, now, changes }: ApiComparison): void {
  const [were, are] = [old, now].map(({ root }) => new Map(itemsOf(member(root, 'schemes')).map((node) => [textOf(node) ?? '', node])));
  if (!were || !are || are.size === 0) return;
  for (const [name, node] of were)
    if (!are.has(name))
      changes.add({
        change: 'api-protocol-removed',
        impact: 'breaking',
        says: `the API is no longer to be called over \`${name}\`, only over ${[...are.keys()].map((each) => `\`${each}\``).join(', ')}`,
        consequence: 'callers that have the old address are refused',
        element: '/schemes',
        old: node,
      });
}

/** Many documents name the address of a test system, so a changed address is a risk and no break. */
function compareServers({ old, now, changes }: ApiComparison): void {
  const hosts = new Set([...now.servers.keys()].map(hostOf));
  // Where Swagger 2 names protocols, one that is gone is told as such.
  const toldAsProtocol = (address: string): boolean => member(now.root, 'schemes') !== undefined && hosts.has(hostOf(address));
  const gone = [...old.servers].filter(([address]) => !now.servers.has(address) && !toldAsProtocol(address));
  const added = [...now.servers].filter(([address]) => !old.servers.has(address));
  const list = (servers: readonly (readonly [string, unknown])[]): string => servers.map(([address]) => `\`${address}\``).join(', ');
  const [[, first] = []] = gone;
  if (now.servers.size === 0 || !first) return;
  changes.add({
    change: 'api-server-removed',
    impact: 'risky',
    says: `the base address ${list(gone)} is gone${added.length > 0 ? `, and ${list(added)} is new` : ''}`,
    consequence: 'callers that have it in their configuration must follow',
    element: '/servers',
    old: first,
    now: added[0]?.[1],
  });
}

function hostOf(address: string): string {
  return address.replace(/^\w+:/, '');
}

/** Schemas that no operation uses are still names in generated clients. */
function compareComponents({ old, now, changes }: ApiComparison): void {
  for (const [name, node] of old.schemas) {
    if (!now.schemas.has(name))
      changes.add({
        change: 'api-schema-removed',
        impact: 'compatible',
        says: `the schema \`${name}\` is gone`,
        consequence: 'code generated from the document loses a type of this name',
        element: `/components/schemas/${name}`,
        old: node,
      });
  }
}
