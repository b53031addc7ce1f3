import type { ChangedFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { methodsOfComputedPaths } from '../../code/surface/script-routes.ts';
import type { SurfaceElement } from '../../code/surface/surface-element.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { namedIn, setIn } from './elsewhere.ts';
import { inheritedAnew } from './inherited.ts';
import { goneChanges, narrowedChange, renamedChanges } from './gone.ts';
import { demanded, keptChanges } from './kept.ts';
import { newPrefix } from './new-prefix.ts';
import { isServedOtherwise } from './mounted.ts';
import { renamedAmong } from './pairing.ts';
import { keyOf, surfaceSides, type SurfaceSides } from './side-elements.ts';

/** Compares how a product is called, configured and started before and after a change. What has moved within the change is not gone. */
export async function compareSurface(
  files: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const sides = surfaceSides(files);
  if (sides.base.size === 0 && sides.head.size === 0) return [];
  const set = await setIn([...sides.head.values()].flat(), surroundings);
  const changes = [...keptIn(sides, set), ...(await goneAndNew(files, sides, set, surroundings)), ...newPrefix(files, sides)];
  return changes.sort((a, b) => (a.file.path === b.file.path ? a.range.start - b.range.start : a.file.path < b.file.path ? -1 : 1));
}

function keptIn({ base, head }: SurfaceSides, set: ReadonlySet<SurfaceElement>): readonly ContractChange[] {
  return [...base].flatMap(([key, were]) => {
    const are = head.get(key);
    return are
      ? keptChanges(
          were,
          are,
          are.some((each) => set.has(each)),
        )
      : [];
  });
}

async function goneAndNew(
  files: readonly ChangedFile[],
  sides: SurfaceSides,
  set: ReadonlySet<SurfaceElement>,
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const isInherited = inheritedAnew(files);
  const gone = only(sides.base, sides.head).filter(
    (element) =>
      !isCovered(element, sides) && !isServedOtherwise(element, sides) && !isComputedNow(element, files) && !isInherited(element),
  );
  const added = only(sides.head, sides.base);
  const [stillThere, thereBefore] = await Promise.all([namedIn('head', gone, surroundings), namedIn('base', added, surroundings)]);
  const [left, fresh] = [gone.filter((each) => !stillThere.has(each)), added.filter((each) => !thereBefore.has(each))];
  const renamed = renamedAmong(
    left.filter((each) => methodsLeft(each, sides.head).length === 0),
    fresh,
  );
  const paired = new Set(renamed.flatMap(({ old, now }) => [old, now]));
  const known = new Set([...sides.base.values()].flatMap((each) => each.map(({ identity }) => identity)));
  const narrowed = left.filter((each) => !paired.has(each) && methodsLeft(each, sides.head).length > 0);
  const isGone = (each: SurfaceElement): boolean => !paired.has(each) && !narrowed.includes(each) && isPartOfKept(each, sides.head);
  return [
    ...renamedChanges(renamed.filter(({ old, now }) => isSaid(old) && isSaid(now))),
    ...narrowed.flatMap((each) => narrowedChange(each, methodsLeft(each, sides.head))),
    ...goneChanges(left.filter((each) => isGone(each) && (isSaid(each) || each.kind !== 'setting'))),
    ...fresh
      .filter(
        (each) =>
          !paired.has(each) && !set.has(each) && (each.within === undefined || known.has(each.within.identity)) && !isOptionOfNew(each),
      )
      .flatMap(demanded),
  ];
}

/** Whether the name stands there. A constant of another file, and what is put in when the product starts, may be any name, the same as before too. */
function isSaid({ name }: SurfaceElement): boolean {
  return !name.includes('${');
}

function only(of: SurfaceSides['base'], without: SurfaceSides['base']): readonly SurfaceElement[] {
  return [...of].flatMap(([key, [first]]) => (without.has(key) || !first || first.touched === false ? [] : [first]));
}

/** A route whose path takes any method now; a setting that is read as a part of a whole; an option that is another name of one that is kept. */
function isCovered({ kind, identity, name }: SurfaceElement, { head }: SurfaceSides): boolean {
  if (kind === 'route') return head.has(keyOf({ kind, identity: identity.replace(/^\S+/, 'ANY') }));
  if (kind === 'setting') return wholesOf(identity).some((whole) => head.has(keyOf({ kind, identity: whole })));
  return kind === 'option' && [...head.values()].some((all) => all.some((each) => each.kind === 'option' && each.aliases?.includes(name)));
}

/** `a.b` and `a` of `a.b.c`. */
function wholesOf(setting: string): readonly string[] {
  const parts = setting.split('.').slice(0, 20);
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('.'));
}

/** Whether the same file registers routes of the method whose paths are not known: the route may be among them. */
function isComputedNow({ kind, identity, file }: SurfaceElement, files: readonly ChangedFile[]): boolean {
  const head = kind === 'route' ? files.find(({ base }) => base === file)?.head : undefined;
  const computed = head ? methodsOfComputedPaths(head) : [];
  return computed.some((method) => method === 'ANY' || identity.startsWith(`${method} `));
}

/** The methods that a route still takes which took any. */
function methodsLeft({ kind, identity }: SurfaceElement, head: SurfaceSides['head']): readonly SurfaceElement[] {
  if (kind !== 'route' || !identity.startsWith('ANY ')) return [];
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].flatMap(
    (method) => head.get(keyOf({ kind, identity: identity.replace('ANY', method) }))?.[0] ?? [],
  );
}

/** The parameters of a route that is gone are gone with it, and so is what a command took. */
function isPartOfKept({ kind, within }: SurfaceElement, head: SurfaceSides['head']): boolean {
  // Most libraries let arguments pass that are too many.
  if (kind === 'argument') return false;
  if (!within) return kind !== 'route-parameter';
  return head.has(keyOf({ kind: kind === 'route-parameter' ? 'route' : 'command', identity: within.identity }));
}

/** Whether the command is new as well is not known, so a new option that must be given is left alone. */
function isOptionOfNew({ kind, file }: SurfaceElement): boolean {
  const isOption = kind === 'option' || kind === 'argument';
  return isOption && file.touched.length > 0 && file.side === 'head' && isNewFile(file.touched, file.text.length);
}

function isNewFile(touched: readonly { readonly start: number; readonly end: number }[], length: number): boolean {
  return touched.some(({ start, end }) => start === 0 && end >= length);
}
