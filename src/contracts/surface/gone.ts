import { groupBy } from '../../base/group-by.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { SurfaceElement, SurfaceKind } from '../../code/surface/surface-element.ts';
import type { Renamed } from './pairing.ts';
import { surfaceChange, titleOf } from './surface-change.ts';

const consequences: Readonly<
  Record<SurfaceKind, { readonly gone: string; readonly renamed: string; readonly impact: ContractChange['impact'] }>
> = {
  route: {
    gone: 'callers get an error instead of an answer',
    renamed: 'callers of the old one get an error instead of an answer',
    impact: 'breaking',
  },
  'route-parameter': {
    gone: 'what callers send in it no longer counts',
    renamed: 'what callers send under the old name no longer counts',
    impact: 'risky',
  },
  option: { gone: 'scripts that pass it fail', renamed: 'scripts that pass the old one fail', impact: 'breaking' },
  command: { gone: 'scripts that call it fail', renamed: 'scripts that call the old one fail', impact: 'breaking' },
  argument: { gone: '', renamed: '', impact: 'compatible' },
  topic: { gone: '', renamed: 'those on the other end stay at the old one', impact: 'breaking' },
  'environment-variable': {
    gone: 'where it is set, that has no effect any more',
    renamed: 'where only the old one is set, that has no effect any more',
    impact: 'risky',
  },
  setting: {
    gone: 'where it is set, that has no effect any more',
    renamed: 'where only the old one is set, that has no effect any more',
    impact: 'risky',
  },
  // A flag is there to go when all have what it switches.
  'feature-flag': {
    gone: 'where it is switched, that has no effect any more',
    renamed: 'where only the old one is switched, that has no effect any more',
    impact: 'compatible',
  },
  bean: {
    gone: 'who asks for it by its name no longer finds it',
    renamed: 'who asks for it by its old name no longer finds it',
    impact: 'risky',
  },
  'error-answer': {
    gone: 'callers get the status of a failed server, or that of another handler',
    renamed: 'callers get another answer to the old one',
    impact: 'risky',
  },
};

/** What is often put in place of another thing on purpose. */
const exchanged: ReadonlySet<SurfaceKind> = new Set(['feature-flag', 'bean']);

/** What users still know by its old name. */
export function renamedChanges(all: readonly Renamed[]): readonly ContractChange[] {
  return [...groupBy(all.filter(isOtherwise), ({ old, now }) => movedTogether(old, now))].flatMap(([group, pairs]) => {
    const [first] = pairs;
    if (group !== '' && pairs.length > 1 && first) return prefixChanged(first, pairs.length);
    return pairs.flatMap((pair) =>
      surfaceChange(pair, {
        change: `${pair.old.kind}-renamed`,
        impact: exchanged.has(pair.old.kind) ? 'risky' : 'breaking',
        says: `${titleOf(pair.old)} is ${calledNow(pair.now)} now: ${consequences[pair.old.kind].renamed}`,
      }),
    );
  });
}

/** A parameter that keeps its name has only gone along with its route. */
function isOtherwise({ old, now }: Renamed): boolean {
  return old.kind !== 'route-parameter' || old.name !== now.name;
}

function calledNow({ kind, name }: SurfaceElement): string {
  return kind === 'route-parameter' ? name : `\`${name}\``;
}

/** Routes of one type whose paths differ in the same way at their beginning have moved together. */
function movedTogether(old: SurfaceElement, now: SurfaceElement): string {
  if (old.kind !== 'route') return '';
  const [were, are] = [old.name.split(/[ /]/), now.name.split(/[ /]/)];
  while (were.length > 2 && are.length > 2 && were.at(-1) === are.at(-1)) {
    were.pop();
    are.pop();
  }
  return `${ownerOf(old)}\n/${were.slice(2).join('/')}\n/${are.slice(2).join('/')}`;
}

function ownerName(element: SurfaceElement): string {
  const owner = ownerOf(element);
  return element.symbol?.kind === 'module' ? owner : owner.slice(owner.lastIndexOf('.') + 1);
}

function ownerOf({ symbol, file }: SurfaceElement): string {
  const name = symbol?.kind === 'module' ? file.path : (symbol?.qualifiedName ?? file.path);
  return symbol?.kind === 'method' ? name.slice(0, name.lastIndexOf('.')) : name;
}

function prefixChanged(first: Renamed, count: number): readonly ContractChange[] {
  return surfaceChange(first, {
    change: 'route-renamed',
    impact: 'breaking',
    says: `${count} routes of \`${ownerName(first.old)}\` have other paths: \`${first.old.name}\` is \`${first.now.name}\` now, and callers of the old ones get an error instead of an answer`,
  });
}

/** Most routes that take any method are called with one: whether others were is not known. */
export function narrowedChange(old: SurfaceElement, left: readonly SurfaceElement[]): readonly ContractChange[] {
  const methods = left.map(({ name }) => `\`${name.slice(0, name.indexOf(' '))}\``).join(', ');
  return surfaceChange(
    { old, now: left[0] },
    {
      change: 'route-methods-narrowed',
      impact: 'risky',
      says: `${titleOf(old)} takes only ${methods} now: callers that use another method are refused`,
    },
  );
}

/** What users no longer find at all. Several routes of one type that is gone are told once. */
export function goneChanges(all: readonly SurfaceElement[]): readonly ContractChange[] {
  const [routes, others] = [all.filter(({ kind }) => kind === 'route'), all.filter(({ kind }) => kind !== 'route')];
  return [
    ...[...groupBy(routes, ownerOf)].flatMap(([, group]) => (group.length > 2 ? routesGone(group) : group.flatMap(goneChange))),
    ...others.flatMap(goneChange),
  ];
}

function goneChange(element: SurfaceElement): readonly ContractChange[] {
  const { gone, impact } = consequences[element.kind];
  const consequence =
    element.kind !== 'topic'
      ? gone
      : element.shape === 'sent'
        ? 'those who read it get nothing any more'
        : 'nobody reads what is sent there any more';
  return surfaceChange(
    { old: element },
    { change: `${element.kind}-removed`, impact, says: `${titleOf(element)} is gone: ${consequence}` },
  );
}

function routesGone(group: readonly SurfaceElement[]): readonly ContractChange[] {
  const names = group.slice(0, 3).map(({ name }) => `\`${name}\``);
  const owner = group[0] ? `\`${ownerName(group[0])}\`` : 'it';
  const more = group.length > 3 ? ` and ${group.length - 3} more` : '';
  return surfaceChange(
    { old: group[0] },
    {
      change: 'route-removed',
      impact: 'breaking',
      says: `the routes ${names.join(', ')}${more} of ${owner} are gone: ${consequences.route.gone}`,
    },
  );
}
