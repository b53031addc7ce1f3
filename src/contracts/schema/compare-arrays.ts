import { itemsOf, scalarOf, type DocumentNode } from '../../code/document-node.ts';
import { innerPlace, type SchemaPair, type SchemaWalk } from './schema-place.ts';
import { keyword, keywords, type SchemaView } from './schema-view.ts';

/** Compares what a list may hold: by position, at all, and at least one of. */
export function compareArrays(pair: SchemaPair, walk: SchemaWalk): void {
  comparePositions(pair, walk);
  const [old, now] = [restOf(pair.old), restOf(pair.now)];
  const place = { ...innerPlace(pair.place, 'items', 'the items'), prefix: pair.place.prefix };
  if (old && now) walk.compare([old], [now], place);
  else if (isRestriction(old ?? now)) {
    const closed = scalarOf(old ?? now) === false;
    walk.report(pair, {
      change: `items-${closed ? (now ? 'forbidden' : 'allowed') : now ? 'restricted' : 'unrestricted'}`,
      effect: now ? 'narrowed' : 'widened',
      says: `${closed ? 'more items' : 'the items'} of ${pair.place.subject}${pair.place.within} ${now ? 'are held to a schema, and were not before' : 'are no longer held to a schema'}`,
      old,
      now,
    });
  }
  compareContains(pair, walk);
}

/** The schema of items without a position of their own. */
function restOf(view: SchemaView): DocumentNode | undefined {
  const items = keywords(view, 'items').find((node) => node.kind !== 'array');
  return items ?? keyword(view, 'additionalItems');
}

function isRestriction(node: DocumentNode | undefined): boolean {
  return node !== undefined && scalarOf(node) !== true && !(node.kind === 'object' && node.members.size === 0);
}

function positionsOf(view: SchemaView): readonly DocumentNode[] {
  const list = keywords(view, 'items').find((node) => node.kind === 'array');
  return itemsOf(keyword(view, 'prefixItems') ?? list);
}

function comparePositions(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [positionsOf(pair.old), positionsOf(pair.now)];
  for (let at = 0; at < Math.max(old.length, now.length); at++) {
    const place = innerPlace(pair.place, `prefixItems/${at}`, `item ${at + 1}`);
    const [was, is] = [old[at], now[at]];
    if (was && is) walk.compare([was], [is], place);
    else positionAddedOrRemoved(pair, { was, is, at }, walk);
  }
}

/** A position that is new was held to the schema of all items before, and the other way round. */
function positionAddedOrRemoved(
  pair: SchemaPair,
  { was, is, at }: { readonly was: DocumentNode | undefined; readonly is: DocumentNode | undefined; readonly at: number },
  walk: SchemaWalk,
): void {
  const place = innerPlace(pair.place, `prefixItems/${at}`, `item ${at + 1}`);
  const [old, now] = [was ?? restOf(pair.old), is ?? restOf(pair.now)];
  const narrows = now !== undefined && (old ? walk.breaks([old], [now], { ...place, flow: 'in' }) : isRestriction(now));
  const widens = old !== undefined && (now ? walk.breaks([old], [now], { ...place, flow: 'out' }) : isRestriction(old));
  const effect = narrows && widens ? 'changed' : narrows ? 'narrowed' : widens ? 'widened' : 'none';
  walk.report(pair, {
    change: is ? 'prefix-items-added' : 'prefix-items-removed',
    effect,
    says: `${place.subject}${place.within} ${is ? 'has a schema of its own, and had none' : 'has no schema of its own any more'}`,
    old: was,
    now: is,
  });
}

function compareContains(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [keyword(pair.old, 'contains'), keyword(pair.now, 'contains')];
  if (old && now) walk.compare([old], [now], innerPlace(pair.place, 'contains', 'what `contains` asks for'));
  else if (old ?? now)
    walk.report(pair, {
      change: now ? 'contains-added' : 'contains-removed',
      effect: now ? 'narrowed' : 'widened',
      says: `${pair.place.subject}${pair.place.within} ${now ? 'must contain an item of a kind, which it had not to before' : 'need not contain an item of a kind any more'}`,
      old,
      now,
    });
}
