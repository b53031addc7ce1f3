import type { ChangedFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { allBelow } from '../../code/surface/mounts.ts';
import { joinedPath, type SurfaceElement } from '../../code/surface/surface-element.ts';
import type { SurfaceSides } from './side-elements.ts';
import { surfaceChange } from './surface-change.ts';

const sets = /\bsetGlobalPrefix\s{0,20}\(/;

/** A prefix that NestJS puts before the paths of all routes since the change, in a product that began without one. */
export function newPrefix(files: readonly ChangedFile[], { base, head }: SurfaceSides): readonly ContractChange[] {
  if (files.some((file) => file.base && sets.test(file.base.text))) return [];
  const startsBefore = new Set(files.filter((file) => file.base?.text.includes('NestFactory.create')).flatMap((file) => file.head ?? []));
  const prefixes = [...head.values()].flat().filter((each) => startsBefore.has(each.file) && isGlobalPrefix(each));
  return prefixes.filter((each) => !isTakenFromRoutes(each, base)).flatMap(allMoved);
}

function isGlobalPrefix({ file, range, name }: SurfaceElement): boolean {
  return name.endsWith(allBelow) && sets.test(file.text.slice(range.start, range.end));
}

/** Whether routes that the change shows had it in their own paths. */
function isTakenFromRoutes(prefix: SurfaceElement, base: SurfaceSides['base']): boolean {
  const path = pathOf(prefix);
  return [...base.values()].flat().some(({ kind, name }) => kind === 'route' && name.slice(name.indexOf(' ') + 1).startsWith(`${path}/`));
}

function allMoved(prefix: SurfaceElement): readonly ContractChange[] {
  return surfaceChange(
    { now: prefix },
    {
      change: 'route-prefix-added',
      impact: 'breaking',
      says: `all routes stand under \`${pathOf(prefix)}\` now: callers of the paths without it get an error instead of an answer`,
    },
  );
}

function pathOf({ name }: SurfaceElement): string {
  return joinedPath(name.slice(name.indexOf(' ') + 1, -allBelow.length));
}
