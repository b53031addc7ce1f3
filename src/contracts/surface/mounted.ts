import { allBelow } from '../../code/surface/mounts.ts';
import type { SurfaceElement } from '../../code/surface/surface-element.ts';
import { keyOf, type SurfaceSides } from './side-elements.ts';

/** Routers within routers are followed as deep as this. */
const deepest = 3;

/**
 * Whether a route that is no longer written is still served, because the change puts it together otherwise: the beginning of its path went to where its router
 * is mounted, or came from there. A part of it has to be new: what was there before does not stand for what is gone.
 */
export function isServedOtherwise({ kind, identity }: SurfaceElement, sides: SurfaceSides): boolean {
  if (kind !== 'route') return false;
  const [method = '', path = ''] = identity.split(' ');
  if (path.endsWith(allBelow) && servedBelow(path, sides)) return true;
  const mounted = prefixesIn(sides.base).map((prefix) => `${prefix}${path === '/' ? '' : path}`);
  return [path, ...mounted].some((whole) => isServed({ method, path: whole }, sides));
}

interface Sought {
  readonly method: string;
  readonly path: string;
}

function isServed({ method, path }: Sought, sides: SurfaceSides, isNew = false, depth = 0): boolean {
  const written = [method, 'ANY'].map((each) => keyOf({ kind: 'route', identity: `${each} ${path}` }));
  if (written.some((key) => sides.head.has(key) && (isNew || !sides.base.has(key)))) return true;
  if (depth === deepest) return false;
  return prefixesIn(sides.head).some((prefix) => {
    if (path !== prefix && !path.startsWith(`${prefix}/`)) return false;
    const isNewMount = !sides.base.has(keyOf({ kind: 'route', identity: `ANY ${prefix}${allBelow}` }));
    return isServed({ method, path: path.slice(prefix.length) || '/' }, sides, isNew || isNewMount, depth + 1);
  });
}

/** The routes of a router are written where it was mounted. */
function servedBelow(path: string, { base, head }: SurfaceSides): boolean {
  const whole = path.slice(0, -allBelow.length);
  // Where all stands under a shorter path now, the rest is written at the routes.
  const shorter = prefixesIn(head).flatMap((each) => (whole.startsWith(`${each}/`) ? [whole.slice(each.length)] : []));
  return [whole, ...shorter].some((prefix) => isNewBelow(prefix, { base, head }));
}

function isNewBelow(prefix: string, { base, head }: SurfaceSides): boolean {
  return [...head].some(([key, [route]]) => {
    const [, own = ''] = route?.kind === 'route' ? route.identity.split(' ') : [];
    return (own === prefix || own.startsWith(`${prefix}/`)) && !own.endsWith(allBelow) && !base.has(key);
  });
}

function prefixesIn(side: SurfaceSides['base']): readonly string[] {
  return [...side.values()].flatMap(([element]) => {
    const [, path = ''] = element?.kind === 'route' ? element.identity.split(' ') : [];
    return path.endsWith(allBelow) ? [path.slice(0, -allBelow.length)] : [];
  });
}
