import { textOf, type DocumentNode } from '../../code/document-node.ts';
import type { Effect, SchemaPair, SchemaPlace, SchemaWalk } from './schema-place.ts';
import { keyword, typesOfValues, type SchemaView } from './schema-view.ts';

/** Formats whose values all fit another: `int32` fits wherever `int64` does. */
const widerFormats: Readonly<Record<string, readonly string[]>> = {
  int32: ['int64', 'float', 'double'],
  int64: ['double'],
  float: ['double'],
  email: ['idn-email'],
  hostname: ['idn-hostname'],
  uri: ['uri-reference', 'iri', 'iri-reference'],
};

/** Compares types, `null` and formats. False: the types have nothing to do with each other, so there is no more to compare. */
export function compareTypes(pair: SchemaPair, walk: SchemaWalk): boolean {
  const { old, now } = pair;
  compareNull(pair, walk);
  if (isListOfOne(pair)) return listInPlaceOfOne(pair, walk);
  // Listed values that say no type have one nevertheless, once the other side says it.
  const [were, are] = [old.types ?? (now.types && typesOfValues(old)), now.types ?? (old.types && typesOfValues(now))];
  const effect = effectBetween(covers(were, are, pair.place), covers(are, were, pair.place));
  if (effect !== 'none') reportTypes(pair, effect, walk);
  if (effect === 'changed' || !overlap(old, now)) return false;
  compareFormats(pair, walk);
  return true;
}

function compareNull(pair: SchemaPair, walk: SchemaWalk): void {
  const { old, now, place } = pair;
  if (old.nullable === now.nullable || !old.types || !now.types) return;
  const became = now.nullable;
  walk.report(pair, {
    change: became ? 'became-nullable' : 'became-not-nullable',
    effect: became ? 'widened' : 'narrowed',
    says: `${place.subject}${place.within} ${became ? 'may be `null`, which it might not before' : 'may not be `null`, which it might before'}`,
    old: keyword(old, 'nullable') ?? keyword(old, 'type'),
    now: keyword(now, 'nullable') ?? keyword(now, 'type'),
    consequence:
      place.flow === 'in'
        ? became
          ? 'nobody who sends it has to change'
          : 'callers that send `null` are refused'
        : became
          ? 'readers that do not expect `null` fail'
          : 'nobody who reads it has to change',
  });
}

function reportTypes(pair: SchemaPair, effect: Exclude<Effect, 'none'>, walk: SchemaWalk): void {
  const { old, now, place } = pair;
  const names = { narrowed: 'type-specialized', widened: 'type-generalized', changed: 'type-changed' };
  const lists = (old.types?.size ?? 0) > 1 && (now.types?.size ?? 0) > 1;
  const change = lists && effect !== 'changed' ? `list-of-types-${effect}` : names[effect];
  walk.report(pair, {
    change,
    effect,
    says: `the type of ${place.subject}${place.within} is ${typeNames(now)} instead of ${typeNames(old)}`,
    old: keyword(old, 'type'),
    now: keyword(now, 'type'),
  });
}

function typeNames({ types }: SchemaView): string {
  return types ? [...types].map((type) => `\`${type}\``).join(' or ') || '`null`' : 'any';
}

/** Whether every value of `inner` is one of `outer`. */
function covers(outer: SchemaView['types'], inner: SchemaView['types'], place: SchemaPlace): boolean {
  if (!outer) return true;
  if (!inner) return false;
  const all = place.asText && outer.has('string');
  return [...inner].every(
    (type) =>
      outer.has(type) ||
      (type === 'integer' && outer.has('number')) ||
      (all && ((type !== 'array' && type !== 'object') || place.flow === 'out')),
  );
}

function effectBetween(oldCoversNow: boolean, nowCoversOld: boolean): Effect {
  if (oldCoversNow && nowCoversOld) return 'none';
  if (oldCoversNow) return 'narrowed';
  return nowCoversOld ? 'widened' : 'changed';
}

function overlap(old: SchemaView, now: SchemaView): boolean {
  if (!old.types || !now.types) return true;
  const general = (types: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...types].map((type) => (type === 'integer' ? 'number' : type)));
  const [was, is] = [general(old.types), general(now.types)];
  return [...was].some((type) => is.has(type));
}

function isListOfOne({ old, now, place }: SchemaPair): boolean {
  return (
    place.repeats && (now.types?.has('array') ?? false) && old.types !== undefined && !old.types.has('array') && !old.types.has('object')
  );
}

/** A value that may be given once may now be repeated: fine if the items take what the value could be. */
function listInPlaceOfOne(pair: SchemaPair, walk: SchemaWalk): false {
  const { old, now, place } = pair;
  const items = keyword(now, 'items');
  const fits = items !== undefined && !walk.breaks(old.parts, [items], { ...place, repeats: false });
  walk.report(pair, {
    change: fits ? 'type-generalized' : 'type-changed',
    effect: fits ? 'widened' : 'changed',
    says: `the type of ${place.subject}${place.within} is a list instead of ${typeNames(old)}`,
    old: keyword(old, 'type'),
    now: keyword(now, 'type'),
    consequence: fits ? 'one value still is a list of one' : 'the items of the list do not take all that the single value could be',
  });
  return false;
}

/** Formats that say how a value is shown, and leave none out. */
const hints: ReadonlySet<string> = new Set(['password', 'commonmark', 'html']);

function compareFormats(pair: SchemaPair, walk: SchemaWalk): void {
  const at = { old: keyword(pair.old, 'format'), now: keyword(pair.now, 'format') };
  const [old, now] = [at.old, at.now].map((node) => (hints.has(textOf(node) ?? '') ? undefined : textOf(node)));
  if (old === now || (pair.place.asText && pair.now.types?.has('string') && !now && pair.place.flow === 'in')) return;
  const effect = formatEffect(old, now, pair);
  if (effect === 'none') return;
  reportFormat(
    pair,
    { ...at, effect, change: old === undefined ? 'format-added' : now === undefined ? 'format-removed' : 'format-changed' },
    walk,
  );
}

function reportFormat(
  pair: SchemaPair,
  found: {
    readonly old: DocumentNode | undefined;
    readonly now: DocumentNode | undefined;
    readonly effect: Effect;
    readonly change: string;
  },
  walk: SchemaWalk,
): void {
  const { place } = pair;
  const name = (node: DocumentNode | undefined): string => (node ? `\`${textOf(node) ?? ''}\`` : 'not fixed');
  walk.report(pair, {
    ...found,
    says: `the format of ${place.subject}${place.within} is ${name(found.now)} instead of ${name(found.old)}`,
  });
}

function formatEffect(old: string | undefined, now: string | undefined, { old: { types: oldTypes }, now: { types } }: SchemaPair): Effect {
  if (old === undefined) return 'narrowed';
  if (now === undefined) return oldTypes?.has('integer') && !types?.has('integer') ? 'none' : 'widened';
  if (widerFormats[old]?.includes(now)) return 'widened';
  return widerFormats[now]?.includes(old) ? 'narrowed' : 'changed';
}
