import { canonical } from '../document/canonical.ts';
import { member, membersOf, scalarOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import { referenceOf } from '../document/documents.ts';
import type { SchemaPair, SchemaPlace, SchemaWalk } from './schema-place.ts';
import { innerPlace } from './schema-place.ts';
import { keyword, type SchemaView, type Union } from './schema-view.ts';

/** Compares `oneOf` and `anyOf`. False: one side is a union as a whole and the other is none, so there is no more to compare. */
export function compareUnions(pair: SchemaPair, walk: SchemaWalk): boolean {
  const { old, now } = pair;
  if (old.unions.length === 0 && now.unions.length === 0) return true;
  const [oldWhole, nowWhole] = [wholeUnion(old), wholeUnion(now)];
  if (oldWhole && !nowWhole && now.unions.length === 0) return unionGone(pair, oldWhole, walk);
  if (nowWhole && !oldWhole && old.unions.length === 0) return becameUnion(pair, nowWhole, walk);
  for (let at = 0; at < Math.max(old.unions.length, now.unions.length); at++) {
    const [was, is] = [old.unions[at], now.unions[at]];
    if (was && is) compareBranches(pair, was, is, walk);
    else unionBesideKeywords(pair, was, is, walk);
  }
  return true;
}

const ofNoWeight = new Set([
  'oneOf',
  'anyOf',
  'title',
  'description',
  'example',
  'examples',
  'default',
  'nullable',
  'deprecated',
  'discriminator',
  '$schema',
  '$id',
  '$comment',
  '$defs',
  'definitions',
  'xml',
  'externalDocs',
  '$ref',
]);

/** The only union of a schema that says nothing else. */
function wholeUnion(view: SchemaView): Union | undefined {
  const [union] = view.unions;
  const says = view.parts.some(
    (part) => part.kind === 'object' && [...part.members.keys()].some((name) => !ofNoWeight.has(name) && !name.startsWith('x-')),
  );
  return view.unions.length === 1 && !says ? union : undefined;
}

/**
 * A schema became alternatives: all that it was must be one of them (in), all of them must be what it was (out).
 * Of `oneOf`, what fits two is refused (JSON Schema Core, 10.2.1.3).
 */
function becameUnion(pair: SchemaPair, union: Union, walk: SchemaWalk): false {
  const { place, old } = pair;
  const isEmpty = old.parts.every((part) => part.kind === 'object' && [...part.members.keys()].every((name) => ofNoWeight.has(name)));
  const fitting = isEmpty ? [] : union.branches.filter((branch) => !walk.breaks([old.at], [branch], { ...place, flow: 'in' }));
  const fitsTwice = union.kind === 'oneOf' && fitting.length > 1;
  const narrows = fitting.length === 0 || fitsTwice;
  const widens = !isEmpty && union.branches.some((branch) => walk.breaks([old.at], [branch], { ...place, flow: 'out' }));
  const effect = narrows && widens ? 'changed' : narrows ? 'narrowed' : widens ? 'widened' : 'none';
  walk.report(pair, {
    change: isEmpty ? `${idOf(union)}-added` : `wrapped-in-${idOf(union)}`,
    effect,
    says: `${place.subject}${place.within} is one of ${union.branches.length} alternatives (${namesOf(union)}) instead of a single schema`,
    ...(fitsTwice && place.flow === 'in' && { consequence: 'what was sent before fits more than one, and exactly one is allowed' }),
    now: union.at,
  });
  return false;
}

function unionGone(pair: SchemaPair, union: Union, walk: SchemaWalk): false {
  const { place, now } = pair;
  const narrows = union.branches.some((branch) => walk.breaks([branch], [now.at], { ...place, flow: 'in' }));
  const widens = union.branches.every((branch) => walk.breaks([branch], [now.at], { ...place, flow: 'out' }));
  const effect = narrows && widens ? 'changed' : narrows ? 'narrowed' : widens ? 'widened' : 'none';
  walk.report(pair, {
    change: `unwrapped-from-${idOf(union)}`,
    effect,
    says: `${place.subject}${place.within} is a single schema instead of one of ${union.branches.length} alternatives (${namesOf(union)})`,
    old: union.at,
  });
  return false;
}

function unionBesideKeywords(pair: SchemaPair, was: Union | undefined, is: Union | undefined, walk: SchemaWalk): void {
  const union = is ?? was;
  if (!union) return;
  const isEmpty = union.branches.some((branch) => branch.kind === 'object' && branch.members.size === 0);
  walk.report(pair, {
    change: `${idOf(union)}-${is ? 'added' : 'removed'}`,
    effect: isEmpty ? 'none' : is ? 'narrowed' : 'widened',
    says: `${pair.place.subject}${pair.place.within} ${is ? 'must also be' : 'need no longer be'} one of ${union.branches.length} alternatives (${namesOf(union)})`,
    old: was?.at,
    now: is?.at,
  });
}

function compareBranches(pair: SchemaPair, was: Union, is: Union, walk: SchemaWalk): void {
  const values = new Map([...valuesOf(pair.old, was), ...valuesOf(pair.now, is)]);
  const pairs = pairBranches(was.branches, is.branches, values);
  const gone = was.branches.filter((branch) => !pairs.has(branch));
  const kept = new Set(pairs.values());
  const added = is.branches.filter((branch) => !kept.has(branch));
  pairRest(pair, gone, added, pairs, walk);
  for (const [old, now] of pairs) walk.compare([old], [now], branchPlace(pair.place, is, now));
  for (const branch of gone.filter((each) => !pairs.has(each))) branchGone(pair, { was, is, branch }, walk);
  const paired = new Set(pairs.values());
  for (const branch of added.filter((each) => !paired.has(each))) branchAdded(pair, { was, is, branch }, walk);
}

interface BranchChange {
  readonly was: Union;
  readonly is: Union;
  readonly branch: DocumentNode;
}

function branchGone(pair: SchemaPair, { was, is, branch }: BranchChange, walk: SchemaWalk): void {
  const place = branchPlace(pair.place, was, branch);
  const covered = is.branches.some(
    (each) => mayStandFor(pair, { was, is, branch }, each) && !walk.breaks([branch], [each], { ...place, flow: 'in' }),
  );
  walk.report(pair, {
    change: `${idOf(is)}-removed`,
    effect: covered ? 'none' : 'narrowed',
    says: `${nameOf(branch)} is no longer one of the alternatives of ${pair.place.subject}${pair.place.within}`,
    old: branch,
    consequence: covered
      ? 'another alternative takes all of it'
      : pair.place.flow === 'in'
        ? 'callers that send it are refused'
        : 'readers never meet it again',
  });
}

/**
 * Whether another alternative may take what one took that is gone. What a message names as a kind of its own beside others, its receiver
 * and generated clients tell apart by more than by what fits: nearly every object fits a schema that asks for little.
 */
function mayStandFor({ place }: SchemaPair, { was, branch }: BranchChange, other: DocumentNode): boolean {
  if (place.prefix === '' || areUnnamed(branch) || areUnnamed(other)) return true;
  return was.branches.every((each) => identityOf(each) !== identityOf(other));
}

/** A new alternative that another already covered is nothing new, unless exactly one must fit. */
function branchAdded(pair: SchemaPair, { was, is, branch }: BranchChange, walk: SchemaWalk): void {
  const place = branchPlace(pair.place, is, branch);
  const covered = is.kind === 'anyOf' && was.branches.some((each) => !walk.breaks([each], [branch], { ...place, flow: 'out' }));
  walk.report(pair, {
    change: `${idOf(is)}-added`,
    effect: covered ? 'none' : 'widened',
    says: `${nameOf(branch)} is a new alternative of ${pair.place.subject}${pair.place.within}`,
    now: branch,
    consequence: covered
      ? 'another alternative already allowed all of it'
      : pair.place.flow === 'in'
        ? 'nobody who sends the others has to change'
        : 'readers that handle only the known ones fail',
  });
}

/** The value by which the discriminator of a schema tells each of its alternatives, where it lists them. */
function valuesOf(view: SchemaView, { branches }: Union): readonly (readonly [DocumentNode, string])[] {
  const mapping = membersOf(member(keyword(view, 'discriminator'), 'mapping'));
  return branches.flatMap((branch) => {
    const value = mapping.find(([, target]) => textOf(target)?.split('/').pop() === identityOf(branch))?.[0];
    return value === undefined ? [] : [[branch, value] as const];
  });
}

/** Pairs alternatives by the value of the discriminator, by name, by what they are, then by a title that no other has; the order does not matter. */
function pairBranches(
  old: readonly DocumentNode[],
  now: readonly DocumentNode[],
  values: ReadonlyMap<DocumentNode, string>,
): Map<DocumentNode, DocumentNode> {
  const pairs = new Map<DocumentNode, DocumentNode>();
  const free = new Set(now);
  for (const identity of [(branch: DocumentNode) => values.get(branch), identityOf, canonical, ownTitles(old, now)]) {
    const byIdentity = new Map([...free].map((branch) => [identity(branch), branch]));
    for (const branch of old) {
      const key = identity(branch);
      const match = key === undefined || pairs.has(branch) ? undefined : byIdentity.get(key);
      if (!match || !free.delete(match)) continue;
      pairs.set(branch, match);
    }
  }
  return pairs;
}

/** What is left is paired where it goes together without a break, then where only one is left on each side. */
function pairRest(
  pair: SchemaPair,
  gone: readonly DocumentNode[],
  added: readonly DocumentNode[],
  pairs: Map<DocumentNode, DocumentNode>,
  walk: SchemaWalk,
): void {
  const free = new Set(added.slice(0, 30));
  for (const old of gone.slice(0, 30)) {
    const match =
      [...free].find((now) => !walk.breaks([old], [now], pair.place)) ??
      (gone.length === 1 && added.length === 1 && areUnnamed(old, added[0]) ? added[0] : undefined);
    if (!match || !free.delete(match)) continue;
    pairs.set(old, match);
  }
}

/** Whether their names, if they have any, say nothing: a tool only numbered them (`__schema51`). */
function areUnnamed(...branches: readonly (DocumentNode | undefined)[]): boolean {
  return branches.every((branch) => branch && /^(?:_*(?:[a-z]+_*)?\d+)?$/i.test(identityOf(branch) ?? ''));
}

/** Titles that are generated may be the same for all alternatives. */
function ownTitles(...sides: readonly (readonly DocumentNode[])[]): (branch: DocumentNode) => string | undefined {
  const shared = new Set(sides.flatMap((side) => side.map(titleOf).filter((title, index, all) => all.indexOf(title) !== index)));
  return (branch) => {
    const title = titleOf(branch);
    return shared.has(title) ? undefined : title;
  };
}

function identityOf(branch: DocumentNode): string | undefined {
  return referenceOf(branch)?.split('/').pop();
}

function titleOf(branch: DocumentNode): string | undefined {
  return textOf(member(branch, 'title'));
}

function nameOf(branch: DocumentNode): string {
  const name = identityOf(branch) ?? titleOf(branch) ?? scalarOf(member(branch, 'type')) ?? 'a schema without a name';
  return `\`${name}\``;
}

function namesOf({ branches }: Union): string {
  return branches.length > 5
    ? `${branches.slice(0, 4).map(nameOf).join(', ')} and ${branches.length - 4} others`
    : branches.map(nameOf).join(', ');
}

function idOf({ kind }: Union): string {
  return kind === 'oneOf' ? 'one-of' : 'any-of';
}

function branchPlace(place: SchemaPlace, { kind, branches }: Union, branch: DocumentNode): SchemaPlace {
  return { ...innerPlace(place, `${kind}/${branches.indexOf(branch)}`, `alternative ${nameOf(branch)}`) };
}
