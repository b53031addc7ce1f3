import { isTrue, member, numberOf, type DocumentNode } from '../../code/document-node.ts';
import type { SchemaPair, SchemaWalk } from './schema-place.ts';
import { keywords, type SchemaView } from './schema-view.ts';

/** A keyword that sets a least or a greatest number of something. */
interface Bound {
  readonly keyword: string;
  /** Part of the change's id, e.g. `max-length`. */
  readonly id: string;
  readonly upper: boolean;
  /** The value that means the same as no bound. */
  readonly none?: number;
  /** For people: `the maximum length`. */
  readonly name: string;
}

const bounds: readonly Bound[] = [
  { keyword: 'minLength', id: 'min-length', upper: false, none: 0, name: 'minimum length' },
  { keyword: 'maxLength', id: 'max-length', upper: true, name: 'maximum length' },
  { keyword: 'minItems', id: 'min-items', upper: false, none: 0, name: 'minimum number of items' },
  { keyword: 'maxItems', id: 'max-items', upper: true, name: 'maximum number of items' },
  { keyword: 'minContains', id: 'min-contains', upper: false, none: 1, name: 'minimum number of items that `contains` asks for' },
  { keyword: 'maxContains', id: 'max-contains', upper: true, name: 'maximum number of items that `contains` asks for' },
  { keyword: 'minProperties', id: 'min-properties', upper: false, none: 0, name: 'minimum number of properties' },
  { keyword: 'maxProperties', id: 'max-properties', upper: true, name: 'maximum number of properties' },
];

/** Compares lengths, numbers of items and properties, ranges of numbers, multiples and uniqueness. */
export function compareBounds(pair: SchemaPair, walk: SchemaWalk): void {
  for (const bound of bounds) compareLimit(pair, bound, { old: plainLimit(pair.old, bound), now: plainLimit(pair.now, bound) }, walk);
  for (const upper of [false, true]) compareRange(pair, upper, walk);
  compareMultiples(pair, walk);
  compareUniqueness(pair, walk);
}

interface Limit {
  readonly value: number;
  readonly exclusive: boolean;
  readonly node: DocumentNode;
}

interface Limits {
  readonly old: Limit | undefined;
  readonly now: Limit | undefined;
}

function plainLimit(view: SchemaView, { keyword: name, upper, none }: Bound): Limit | undefined {
  return strictest(
    keywords(view, name).flatMap((node) => limitOf(node, false)),
    upper,
    none,
  );
}

function limitOf(node: DocumentNode | undefined, exclusive: boolean): readonly Limit[] {
  const value = numberOf(node);
  return node && value !== undefined ? [{ value, exclusive, node }] : [];
}

function strictest(limits: readonly Limit[], upper: boolean, none?: number): Limit | undefined {
  const [first, ...others] = limits.filter(({ value }) => value !== none);
  return first && others.reduce((best, each) => (isStricter(each, best, upper) ? each : best), first);
}

function isStricter(a: Limit, b: Limit, upper: boolean): boolean {
  if (a.value === b.value) return a.exclusive && !b.exclusive;
  return upper ? a.value < b.value : a.value > b.value;
}

function compareRange(pair: SchemaPair, upper: boolean, walk: SchemaWalk): void {
  const limits = { old: numericLimit(pair.old, upper), now: numericLimit(pair.now, upper) };
  const exclusive = (limits.now ?? limits.old)?.exclusive ?? false;
  const id = `${exclusive ? 'exclusive-' : ''}${upper ? 'max' : 'min'}`;
  compareLimit(pair, { id, upper, name: upper ? 'maximum' : 'minimum' }, limits, walk);
}

/** `exclusiveMaximum` is a number of its own, or (before draft 6) makes `maximum` exclusive. */
function numericLimit(view: SchemaView, upper: boolean): Limit | undefined {
  const [plain, own] = upper ? ['maximum', 'exclusiveMaximum'] : ['minimum', 'exclusiveMinimum'];
  const limits = view.parts.flatMap((part) => [
    ...limitOf(member(part, plain), isTrue(member(part, own))),
    ...limitOf(member(part, own), true),
  ]);
  return strictest(limits, upper);
}

function compareLimit(
  pair: SchemaPair,
  { id, upper, name }: Pick<Bound, 'id' | 'upper' | 'name'>,
  { old, now }: Limits,
  walk: SchemaWalk,
): void {
  if (old?.value === now?.value && old?.exclusive === now?.exclusive) return;
  const narrowed = now !== undefined && (!old || isStricter(now, old, upper));
  const way = !old ? 'set' : !now ? 'unset' : narrowed === upper ? 'decreased' : 'increased';
  walk.report(pair, {
    change: `${id}-${way}`,
    effect: narrowed ? 'narrowed' : 'widened',
    says: `the ${name} of ${pair.place.subject}${pair.place.within} is ${limitText(now)} instead of ${limitText(old)}`,
    old: old?.node,
    now: now?.node,
  });
}

function limitText(limit: Limit | undefined): string {
  return limit ? `${limit.value}${limit.exclusive ? ' (exclusive)' : ''}` : 'not set';
}

function compareMultiples(pair: SchemaPair, walk: SchemaWalk): void {
  const [oldNode, nowNode] = [keywords(pair.old, 'multipleOf')[0], keywords(pair.now, 'multipleOf')[0]];
  const [old, now] = [numberOf(oldNode), numberOf(nowNode)];
  if (old === now) return;
  const effect =
    old === undefined
      ? 'narrowed'
      : now === undefined
        ? 'widened'
        : isMultiple(now, old)
          ? 'narrowed'
          : isMultiple(old, now)
            ? 'widened'
            : 'changed';
  const change = old === undefined ? 'multiple-of-set' : now === undefined ? 'multiple-of-unset' : 'multiple-of-changed';
  walk.report(pair, {
    change,
    effect,
    says: `${pair.place.subject}${pair.place.within} must be a multiple of ${now ?? 'nothing'} instead of ${old ?? 'nothing'}`,
    old: oldNode,
    now: nowNode,
  });
}

function isMultiple(of: number, by: number): boolean {
  const ratio = of / by;
  return Math.abs(ratio - Math.round(ratio)) < 1e-9;
}

function compareUniqueness(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [keywords(pair.old, 'uniqueItems').find(isTrue), keywords(pair.now, 'uniqueItems').find(isTrue)];
  if ((old === undefined) === (now === undefined)) return;
  walk.report(pair, {
    change: now ? 'unique-items-set' : 'unique-items-unset',
    effect: now ? 'narrowed' : 'widened',
    says: `the items of ${pair.place.subject}${pair.place.within} ${now ? 'must all differ, which they had not to before' : 'need not differ any more'}`,
    old,
    now,
  });
}
