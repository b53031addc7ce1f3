import type { ChangedFile } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import type { SurfaceElement } from '../../code/surface/surface-element.ts';

/**
 * Tells routes whose type has another type above it since the change that the change does not show: an interface that is generated
 * from a description says the paths then, and what its methods are called says nothing of them.
 */
export function inheritedAnew(files: readonly ChangedFile[]): (element: SurfaceElement) => boolean {
  const before = new Map(files.flatMap(({ base }) => typesOf(base)));
  const after = new Map(files.flatMap(({ head }) => typesOf(head)));
  const shown = new Set(files.flatMap(({ head }) => (head?.facts?.symbols ?? []).map(({ name }) => name)));
  const hasUnseen = (owner: string): boolean => {
    const known = new Set(before.get(owner)?.supertypes.map(({ type }) => simpleName(type)));
    return (after.get(owner)?.supertypes ?? []).map(({ type }) => simpleName(type)).some((name) => !known.has(name) && !shown.has(name));
  };
  return ({ kind, symbol }) =>
    (kind === 'route' || kind === 'route-parameter') &&
    symbol?.kind === 'method' &&
    hasUnseen(symbol.qualifiedName.slice(0, symbol.qualifiedName.lastIndexOf('.')));
}

function typesOf(file: ChangedFile['head']): readonly [string, SymbolFact][] {
  return (file?.facts?.symbols ?? []).filter(({ supertypes }) => supertypes.length > 0).map((each) => [each.qualifiedName, each]);
}

function simpleName(type: string): string {
  const [name = ''] = type.split('<', 1);
  return name.slice(name.lastIndexOf('.') + 1).trim();
}
