import { textOf } from '../../code/document-node.ts';
import { dayOf, stabilityRank } from '../document/lifespan.ts';
import { reportIn, type OperationPair } from './comparison.ts';
import type { Lifecycle } from './openapi-model.ts';

/** Compares how long an operation is to live. */
export function compareLifecycles(pair: OperationPair): void {
  compareLifecycle(pair, { old: pair.old, now: pair.now, prefix: 'api', subject: pair.now.name });
}

interface LifecyclePair {
  readonly old: Lifecycle;
  readonly now: Lifecycle;
  /** Begins the ids of changes: `api`, `request-parameter`. */
  readonly prefix: string;
  readonly subject: string;
}

/** Compares deprecation, the announced end and stability: what consumers plan by is a promise too. */
export function compareLifecycle(pair: OperationPair, life: LifecyclePair): void {
  const { old, now, prefix, subject } = life;
  if (old.deprecated !== now.deprecated) {
    const until = now.sunset ? ` and may go from ${textOf(now.sunset) ?? 'a day that is not said'}` : '';
    reportIn(pair, {
      change: `${prefix}-${now.deprecated ? 'deprecated' : 'reactivated'}`,
      impact: 'compatible',
      says: `${subject} is ${now.deprecated ? `deprecated${until}` : 'no longer deprecated'}`,
      old: old.deprecatedAt,
      now: now.deprecatedAt,
    });
  }
  if (old.deprecated && now.deprecated) compareSunset(pair, life);
  compareStability(pair, life);
}

function compareSunset(pair: OperationPair, { old, now, prefix, subject }: LifecyclePair): void {
  const [before, after] = [dayOf(old.sunset), dayOf(now.sunset)];
  if (!old.sunset || textOf(old.sunset) === textOf(now.sunset)) return;
  // That it goes is no notice that the notice changes.
  const at = { old: old.sunset, now: now.sunset, deprecatedBefore: false };
  const promised = `the promised end of ${subject}`;
  if (!now.sunset)
    reportIn(pair, {
      ...at,
      change: `${prefix}-sunset-deleted`,
      impact: 'breaking',
      says: `${promised}, ${textOf(old.sunset) ?? ''}, is deleted`,
      consequence: 'consumers that planned by it no longer know how long they have',
    });
  else if (after === undefined)
    reportIn(pair, {
      ...at,
      change: `${prefix}-sunset-parse`,
      impact: 'breaking',
      says: `${promised} is \`${textOf(now.sunset) ?? ''}\`, which is no date, instead of ${textOf(old.sunset) ?? ''}`,
      consequence: 'consumers that planned by it no longer know how long they have',
    });
  else if (before === undefined)
    reportIn(pair, { ...at, change: `${prefix}-sunset-set`, impact: 'compatible', says: `${promised} is ${after}; before it was no date` });
  else if (after < before)
    reportIn(pair, {
      ...at,
      change: `${prefix}-sunset-date-earlier`,
      impact: 'breaking',
      says: `${promised} is ${after} instead of ${before}`,
      consequence: 'consumers that planned by the later day are late',
    });
  else if (after > before)
    reportIn(pair, {
      ...at,
      change: `${prefix}-sunset-date-later`,
      impact: 'compatible',
      says: `${promised} is ${after} instead of ${before}`,
    });
}

function compareStability(pair: OperationPair, { old, now, prefix, subject }: LifecyclePair): void {
  const [before, after] = [textOf(old.stability), textOf(now.stability)];
  if (before === after) return;
  // What says nothing, or says it in words of its own, is taken to be stable.
  const [was, is] = [stabilityRank(old.stability) ?? 3, stabilityRank(now.stability) ?? (now.stability ? undefined : 3)];
  const at = { old: old.stability, now: now.stability };
  const says = `the stability of ${subject} is ${after ?? 'not set'} instead of ${before ?? 'not set'}`;
  if (is === undefined)
    reportIn(pair, {
      ...at,
      change: `${prefix}-invalid-stability-level`,
      impact: 'breaking',
      says,
      consequence: 'consumers no longer know what they may rely on',
    });
  else if (is < was)
    reportIn(pair, {
      ...at,
      change: `${prefix}-stability-decreased`,
      impact: 'breaking',
      says,
      consequence: 'consumers that rely on it lose the promise that it stays',
    });
  else if (is > was) reportIn(pair, { ...at, change: `${prefix}-stability-increased`, impact: 'compatible', says });
}
