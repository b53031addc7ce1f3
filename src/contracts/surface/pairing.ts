import { groupBy } from '../../base/group-by.ts';
import type { SurfaceElement } from '../../code/surface/surface-element.ts';

export interface Renamed {
  readonly old: SurfaceElement;
  readonly now: SurfaceElement;
}

/** What is gone and what is new in its place: the only ones of their kind in the same function or declaration, or in the same file with the same default. */
export function renamedAmong(gone: readonly SurfaceElement[], added: readonly SurfaceElement[]): readonly Renamed[] {
  const bySymbol = pairs(gone.filter(hasName), added.filter(hasName), placeOf);
  const paired = new Set(bySymbol.flatMap(({ old, now }) => [old, now]));
  const left = (all: readonly SurfaceElement[]): readonly SurfaceElement[] =>
    all.filter((each) => !paired.has(each) && each.default !== undefined && each.kind !== 'route' && hasName(each));
  return [...bySymbol, ...pairs(left(gone), left(added), (element) => `${element.kind} ${element.file.path} ${element.default ?? ''}`)];
}

/** An argument is known by its position. */
function hasName({ kind }: SurfaceElement): boolean {
  return kind !== 'argument';
}

function pairs(
  gone: readonly SurfaceElement[],
  added: readonly SurfaceElement[],
  keyOf: (element: SurfaceElement) => string,
): readonly Renamed[] {
  const now = groupBy(added, keyOf);
  return [...groupBy(gone, keyOf)].flatMap(([key, old]) => {
    const [first, second] = [old[0], now.get(key)?.[0]];
    return first && second && old.length === 1 && now.get(key)?.length === 1 ? [{ old: first, now: second }] : [];
  });
}

/** In a module many routes stand beside each other: there their methods must be the same. */
function placeOf(element: SurfaceElement): string {
  const { kind, symbol, name, shape = '' } = element;
  const isShared = symbol?.kind === 'module' || symbol?.kind === 'function';
  const method = kind === 'route' && isShared ? name.slice(0, name.indexOf(' ')) : '';
  return [kind, symbol?.qualifiedName ?? element.file.path, method, shape].join('\n');
}
