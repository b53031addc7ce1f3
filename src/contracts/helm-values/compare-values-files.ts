import { posix } from 'node:path';
import type { Notice } from '../../base/notice.ts';
import type { ChangedFile } from '../../code/code-change.ts';
import { membersOf, scalarOf, type DocumentNode } from '../../code/document-node.ts';
import type { ContractComparison, ContractSurroundings } from '../contract-kind.ts';
import { canonical, shown } from '../document/canonical.ts';
import { ChangeList } from '../document/change-list.ts';
import { baseProblem } from '../document/read-contract-document.ts';

/** Compares the values of charts. Only a file beside a `Chart.yaml` is one; templates say whether a value still counts. */
export async function compareHelmValues(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<ContractComparison> {
  const changes = new ChangeList('helm-values');
  const notices: Notice[] = [];
  for (const { base, head } of files) {
    const folder = posix.dirname((head ?? base)?.path ?? '');
    if (!base || !head || !(await surroundings.paths('head')).includes(posix.join(folder, 'Chart.yaml'))) continue;
    notices.push(...baseProblem(base));
    if (base.document?.error || head.document?.error) continue;
    const [old, now] = [base.document?.roots[0], head.document?.roots[0]];
    if (old && now)
      compareMaps({ old, now, name: '' }, { changes, templates: await templatesOf(folder, surroundings), compared: new Map() });
  }
  return { changes: changes.changes, notices };
}

/** All templates of a chart as one text. */
async function templatesOf(folder: string, { paths, read }: ContractSurroundings): Promise<string> {
  const own = (await paths('head')).filter(
    (path) => path.startsWith(posix.join(folder, 'templates/')) && /\.(?:ya?ml|tpl|txt)$/.test(path),
  );
  return [...(await read('head', own.slice(0, 500))).values()].join('\n');
}

interface Values {
  readonly old: DocumentNode;
  readonly now: DocumentNode;
  /** Dotted; empty for the root. */
  readonly name: string;
}

interface Chart {
  readonly changes: ChangeList;
  readonly templates: string;
  /** Maps that were compared, and with what: aliases may lead to one in millions of ways. */
  readonly compared: Map<DocumentNode, Set<DocumentNode>>;
}

function compareMaps({ old, now, name: owner }: Values, chart: Chart): void {
  const before = chart.compared.get(old);
  if (before?.has(now)) return;
  chart.compared.set(old, new Set([...(before ?? []), now]));
  const are = new Map(membersOf(now));
  const were = new Map(membersOf(old));
  for (const [key, was] of were) {
    const name = owner === '' ? key : `${owner}.${key}`;
    const is = are.get(key);
    if (!is) valueGone(name, was, { are, were }, chart);
    else if (was.kind === 'object' && is.kind === 'object') compareMaps({ old: was, now: is, name }, chart);
    else if (was.kind !== is.kind) kindChanged(name, was, is, chart);
    else if (was.kind === 'scalar') defaultChanged(name, was, is, chart);
  }
}

type Members = ReadonlyMap<string, DocumentNode>;

/** A template that still asks for the value takes it from who installs the chart; only its default is gone. */
function valueGone(
  name: string,
  old: DocumentNode,
  { are, were }: { readonly are: Members; readonly were: Members },
  { changes, templates }: Chart,
): void {
  const isAsked = templates.includes(`.Values.${name}`);
  const [renamed] = [...are].filter(([key, node]) => !were.has(key) && node.kind === old.kind && canonical(node) === canonical(old));
  const instead = renamed && tellsApart(old) && !isAsked ? renamed : undefined;
  changes.add({
    change: isAsked ? 'default-removed' : instead ? 'value-renamed' : 'value-removed',
    impact: isAsked ? 'risky' : 'breaking',
    says: isAsked
      ? `the value \`${name}\` has no default any more, and templates still ask for it`
      : `the value \`${name}\` is ${instead ? `\`${[...name.split('.').slice(0, -1), instead[0]].join('.')}\` now` : 'gone'}`,
    consequence: isAsked
      ? 'an installation that does not set it gets nothing in its place'
      : 'installations that set it are no longer configured by it, and are not told',
    element: name,
    old,
    now: instead?.[1],
  });
}

/** Whether a value is rare enough to be known again under another name. */
function tellsApart(node: DocumentNode): boolean {
  if (node.kind === 'array') return node.items.length > 0;
  return node.kind === 'object'
    ? node.members.size > 0
    : typeof node.value === 'number' || (typeof node.value === 'string' && node.value !== '');
}

/** No value at all may become anything. */
function kindChanged(name: string, old: DocumentNode, now: DocumentNode, { changes }: Chart): void {
  if (scalarOf(old) === null || scalarOf(now) === null || scalarOf(old) === '') return;
  const title = { object: 'a map', array: 'a list', scalar: 'a single value' };
  changes.add({
    change: 'value-type-changed',
    impact: 'breaking',
    says: `the value \`${name}\` is ${title[now.kind]} instead of ${title[old.kind]}`,
    consequence: 'installations that set it the old way fail or are configured otherwise',
    element: name,
    old,
    now,
  });
}

/** Switches, ports and types decide what is installed; images, limits and texts are others with each version. */
function defaultChanged(name: string, old: DocumentNode, now: DocumentNode, { changes }: Chart): void {
  const [was, is] = [scalarOf(old), scalarOf(now)];
  if (was === is || !(typeof was === 'boolean' || /(?:port|type|className|storageClass|path)$/i.test(name)) || was === null) return;
  changes.add({
    change: 'default-changed',
    impact: 'risky',
    says: `the value \`${name}\` is ${shown(now)} by default instead of ${shown(old)}`,
    consequence: 'installations that do not set it are configured otherwise',
    element: name,
    old,
    now,
  });
}
