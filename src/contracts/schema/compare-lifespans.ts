import { isTrue, textOf } from '../../code/document-node.ts';
import { dayOf, stabilityRank } from '../document/lifespan.ts';
import type { SchemaPair, SchemaWalk } from './schema-place.ts';
import { keyword, type SchemaView } from './schema-view.ts';

/** Compares how long a property is to live, by OpenAPI's usual extensions: what consumers plan by is a promise too. */
export function compareLifespans(pair: SchemaPair, walk: SchemaWalk): void {
  if (pair.place.prefix === '') return;
  compareSunset(pair, walk);
  compareStability(pair, walk);
}

function isDeprecated(view: SchemaView): boolean {
  return isTrue(keyword(view, 'deprecated'));
}

function compareSunset(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [keyword(pair.old, 'x-sunset'), keyword(pair.now, 'x-sunset')];
  const [before, after] = [dayOf(old), dayOf(now)];
  if (!isDeprecated(pair.old) || !isDeprecated(pair.now) || before === undefined || before === after) return;
  const promised = `the promised end of ${pair.place.subject}${pair.place.within}`;
  const isLater = after !== undefined && after > before;
  walk.report(pair, {
    change: !now
      ? 'sunset-deleted'
      : after === undefined
        ? 'deprecated-sunset-invalid'
        : isLater
          ? 'sunset-date-later'
          : 'sunset-date-too-small',
    effect: 'none',
    impact: isLater ? 'compatible' : 'breaking',
    says: `${promised} is ${now ? (textOf(now) ?? 'no date') : 'not said'} instead of ${before}`,
    consequence: isLater ? 'consumers have longer' : 'consumers that planned by it no longer know how long they have',
    old,
    now,
  });
}

/** What says nothing, or says it in words of its own, is taken to be stable. */
function compareStability(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [keyword(pair.old, 'x-stability-level'), keyword(pair.now, 'x-stability-level')];
  const [was, is] = [stabilityRank(old) ?? 3, stabilityRank(now) ?? 3];
  if (was === is) return;
  walk.report(pair, {
    change: is < was ? 'stability-decreased' : 'stability-increased',
    effect: 'none',
    impact: is < was ? 'breaking' : 'compatible',
    says: `the stability of ${pair.place.subject}${pair.place.within} is ${textOf(now) ?? 'not set'} instead of ${textOf(old) ?? 'not set'}`,
    consequence: is < was ? 'consumers that rely on it lose the promise that it stays' : 'consumers may rely on it more',
    old,
    now,
  });
}
