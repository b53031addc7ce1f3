import { groupBy } from '../../base/group-by.ts';
import type { ChangedFile } from '../../code/code-change.ts';
import type { SurfaceElement } from '../../code/surface/surface-element.ts';
import { surfaceOf } from '../../code/surface/surface-of.ts';
import { applicationSettings } from './application-settings.ts';

/** What both sides of a change show, by kind and identity. */
export interface SurfaceSides {
  readonly base: ReadonlyMap<string, readonly SurfaceElement[]>;
  readonly head: ReadonlyMap<string, readonly SurfaceElement[]>;
}

/** Reads both sides of all files; of one with a syntax error nothing can be said to be gone or new. */
export function surfaceSides(files: readonly ChangedFile[]): SurfaceSides {
  const readable = files.filter(({ base, head }) => [base, head].every((file) => (file?.facts?.errors.length ?? 0) === 0));
  const elements = (side: 'base' | 'head'): ReadonlyMap<string, readonly SurfaceElement[]> =>
    groupBy(
      readable.flatMap((file) => (file[side] ? [...surfaceOf(file[side]), ...applicationSettings(file[side])] : [])),
      keyOf,
    );
  return { base: elements('base'), head: elements('head') };
}

/** Equal for the same thing. */
export function keyOf({ kind, identity }: Pick<SurfaceElement, 'kind' | 'identity'>): string {
  return `${kind} ${identity}`;
}
