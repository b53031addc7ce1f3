import { canonical } from '../document/canonical.ts';
import { isTrue, member, membersOf, scalarOf, type DocumentNode } from '../../code/document-node.ts';
import { additionalOf, coverOf, type Additional } from './open-content.ts';
import {
  escaped,
  innerPlace,
  propertyPlace,
  type SchemaDifference,
  type SchemaPair,
  type SchemaPlace,
  type SchemaWalk,
} from './schema-place.ts';
import { keyword, keywords, propertiesOf, requiredOf } from './schema-view.ts';

/** Compares properties, which of them are required, and what else an object may hold. */
export function compareObjects(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [propertiesOf(pair.old), propertiesOf(pair.now)];
  const names = new Set([...old.keys(), ...now.keys(), ...requiredOf(pair.old).keys(), ...requiredOf(pair.now).keys()]);
  for (const name of names) compareProperty({ pair, name, old: old.get(name), now: now.get(name) }, walk);
  compareAdditional(pair, walk);
  comparePatternProperties(pair, walk);
}

interface Property {
  readonly pair: SchemaPair;
  readonly name: string;
  readonly old: readonly DocumentNode[] | undefined;
  readonly now: readonly DocumentNode[] | undefined;
}

function compareProperty(property: Property, walk: SchemaWalk): void {
  const { pair, name, old, now } = property;
  const place = propertyPlace(pair.place, name);
  if (old && now) {
    const [wasHidden, isNowHidden] = [isHidden(old, place), isHidden(now, place)];
    for (const flag of ['readOnly', 'writeOnly'] as const) compareFlag({ ...property, old, now }, flag, walk);
    if (wasHidden || isNowHidden) return;
    compareRequired(property, walk);
    walk.compare(old, now, { ...place, deprecated: place.deprecated || isDeprecated(old) });
  } else if (now) addedProperty({ ...property, now }, walk);
  else if (old) removedProperty({ ...property, old }, walk);
  else compareRequired(property, walk);
}

/** What consumers neither write nor read at this place: `readOnly` in what they send, `writeOnly` in what they get. */
function isHidden(schemas: readonly DocumentNode[], { flow, prefix }: SchemaPlace): boolean {
  if (prefix === '') return false;
  return schemas.some((schema) => isTrue(member(schema, flow === 'in' ? 'readOnly' : 'writeOnly')));
}

/**
 * A property that consumers get no more, or may send no more, is as good as gone; one that they must send now,
 * and did not have to as long as only the answers had it, is as good as new.
 */
function compareFlag(
  { pair, name, old, now }: Property & { readonly old: readonly DocumentNode[]; readonly now: readonly DocumentNode[] },
  flag: 'readOnly' | 'writeOnly',
  walk: SchemaWalk,
): void {
  const [was, is] = [flagOf(old, flag), flagOf(now, flag)];
  const place = propertyPlace(pair.place, name);
  if (isTrue(was) === isTrue(is) || place.prefix === '') return;
  const required = requiredOf(isTrue(is) ? pair.old : pair.now).has(name);
  const hides = (place.flow === 'in') === (flag === 'readOnly');
  const breaks = hides && required && (place.flow === 'out') === isTrue(is);
  walk.report(pair, {
    change: `${required ? 'required' : 'optional'}-property-became-${isTrue(is) ? '' : 'not-'}${flag === 'readOnly' ? 'read-only' : 'write-only'}`,
    effect: 'none',
    impact: breaks ? 'breaking' : hides && isTrue(is) ? 'risky' : 'compatible',
    says: `${place.subject}${place.within} is ${isTrue(is) ? '' : 'no longer '}\`${flag}\``,
    old: was ?? old[0],
    now: is ?? now[0],
    below: `/properties/${escaped(name)}`,
    consequence: consequenceOfFlag(place, { hides, shown: !isTrue(is), breaks }),
  });
}

function flagOf(schemas: readonly DocumentNode[], flag: string): DocumentNode | undefined {
  return schemas.flatMap((schema) => member(schema, flag) ?? [])[0];
}

function consequenceOfFlag(
  { flow }: SchemaPlace,
  { hides, shown, breaks }: { readonly hides: boolean; readonly shown: boolean; readonly breaks: boolean },
): string {
  if (!hides || (shown && !breaks)) return 'nobody who holds to the contract has to change';
  if (flow === 'out') return 'readers no longer find it';
  return breaks ? 'callers that do not send it are refused' : 'what callers send there is no longer looked at';
}

function isDeprecated(schemas: readonly DocumentNode[]): boolean {
  return schemas.some((schema) => isTrue(member(schema, 'deprecated')));
}

function compareRequired({ pair, name, now: schemas = [] }: Property, walk: SchemaWalk): void {
  const [old, now] = [requiredOf(pair.old).get(name), requiredOf(pair.now).get(name)];
  if ((old === undefined) === (now === undefined)) return;
  const { subject, within, flow } = propertyPlace(pair.place, name);
  const hasDefault = now !== undefined && schemas.some((schema) => member(schema, 'default'));
  walk.report(pair, {
    change: now ? `property-became-required${hasDefault ? '-with-default' : ''}` : 'property-became-optional',
    effect: now ? 'narrowed' : 'widened',
    ...(hasDefault && pair.place.prefix === '' && { impact: 'compatible' as const }),
    says: `${subject}${within} is ${now ? 'required, and was optional' : 'optional, and was required'}`,
    old: old ?? pair.old.at,
    now,
    below: `/properties/${escaped(name)}`,
    consequence:
      flow === 'in'
        ? now
          ? 'callers that leave it out are refused'
          : 'nobody who sends it has to change'
        : now
          ? 'nobody who reads it has to change'
          : 'readers that rely on it may not find it',
  });
}

function addedProperty(property: Property & { readonly now: readonly DocumentNode[] }, walk: SchemaWalk): void {
  const { pair, name, now } = property;
  const place = propertyPlace(pair.place, name);
  const required = requiredOf(pair.now).get(name);
  const wasRequired = requiredOf(pair.old).has(name);
  const adds = required !== undefined && !wasRequired && !isHidden(now, place);
  const hasDefault = now.some((schema) => member(schema, 'default'));
  const clash = place.prefix === '' ? clashOfAdded(property, walk) : undefined;
  walk.report(pair, {
    change: `${adds ? 'required' : 'optional'}-property-added${adds && hasDefault ? '-with-default' : ''}`,
    effect: adds ? 'narrowed' : 'none',
    ...(adds && hasDefault && place.prefix === '' && { effect: 'none' as const }),
    ...(clash && (!adds || hasDefault || place.flow === 'out') && clash),
    says: `${place.subject}${place.within} is new and ${adds ? 'required' : 'optional'}`,
    now: adds ? required : now[0],
    below: `/properties/${escaped(name)}`,
    consequence: consequenceOfAdded(place, adds, clash !== undefined),
  });
}

type Clash = Pick<SchemaDifference, 'effect' | 'unlikely'>;

/** What could stand under a new property's name before: what somebody may have written, or nothing at all for those who still read with the old schema. */
function clashOfAdded({ pair, name, now }: Property & { readonly now: readonly DocumentNode[] }, walk: SchemaWalk): Clash | undefined {
  const place = propertyPlace(pair.place, name);
  const cover = coverOf(pair.old, name);
  if (place.flow === 'out')
    return cover === 'none' || (cover !== 'any' && walk.breaks(cover, now, place)) ? { effect: 'widened' } : undefined;
  if (cover === 'any') return now.some(restricts) ? { effect: 'narrowed', unlikely: true } : undefined;
  return cover !== 'none' && walk.breaks(cover, now, place) ? { effect: 'narrowed' } : undefined;
}

function restricts(schema: DocumentNode): boolean {
  return (
    scalarOf(schema) === false ||
    (schema.kind === 'object' &&
      ['type', 'enum', 'const', '$ref', 'allOf', 'anyOf', 'oneOf', 'pattern', 'format'].some((each) => schema.members.has(each)))
  );
}

function consequenceOfAdded({ flow }: SchemaPlace, adds: boolean, clashes: boolean): string {
  if (clashes && flow === 'out') return 'those who read with the old schema meet what it rules out';
  if (adds) return flow === 'in' ? 'callers that do not send it are refused' : 'nobody who reads the rest has to change';
  return clashes ? 'those who already wrote something else under this name no longer fit' : 'nobody has to change';
}

function removedProperty({ pair, name, old }: Property & { readonly old: readonly DocumentNode[] }, walk: SchemaWalk): void {
  const place = propertyPlace(pair.place, name);
  if (isHidden(old, place)) return;
  const required = requiredOf(pair.old).has(name);
  const cover = coverOf(pair.now, name);
  const isDropped = cover === 'none' || (cover !== 'any' && walk.breaks(old, cover, { ...place, flow: 'in' }));
  walk.report(
    { ...pair, place: { ...pair.place, deprecated: pair.place.deprecated || isDeprecated(old) } },
    {
      change: place.prefix === '' ? 'property-removed' : `${required ? 'required' : 'optional'}-property-removed`,
      effect: 'none',
      ...(place.prefix === ''
        ? clashOfRemoved({ pair, name, old, now: undefined }, walk)
        : { impact: impactOfRemoved(place, { required, isDropped }) }),
      says: `${place.subject}${place.within} is gone`,
      old: old[0],
      below: `/properties/${escaped(name)}`,
      consequence:
        place.flow === 'in'
          ? isDropped
            ? 'callers that send it are refused'
            : 'what callers send there is no longer looked at'
          : 'readers that use it no longer find it',
    },
  );
}

/** Property of an answer: gone is gone. Of a request: what is sent nonetheless is mostly ignored, unless nothing else may be sent. */
function impactOfRemoved({ flow }: SchemaPlace, { required, isDropped }: { readonly required: boolean; readonly isDropped: boolean }) {
  if (flow === 'out') return required ? 'breaking' : 'risky';
  return isDropped ? 'breaking' : 'risky';
}

/** What may stand under the name of a property that is gone: less than before, or more. */
function clashOfRemoved({ pair, name, old }: Property & { readonly old: readonly DocumentNode[] }, walk: SchemaWalk): Clash {
  const place = propertyPlace(pair.place, name);
  const cover = coverOf(pair.now, name);
  if (place.flow === 'in') {
    const never = old.some((schema) => scalarOf(schema) === false);
    return { effect: !never && (cover === 'none' || (cover !== 'any' && walk.breaks(old, cover, place))) ? 'narrowed' : 'none' };
  }
  if (requiredOf(pair.old).has(name) && !requiredOf(pair.now).has(name)) return { effect: 'widened' };
  if (cover === 'any') return old.some(restricts) ? { effect: 'widened', unlikely: true } : { effect: 'none' };
  return { effect: cover !== 'none' && walk.breaks(old, cover, place) ? 'widened' : 'none' };
}

function compareAdditional(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [additionalOf(pair.old), additionalOf(pair.now)];
  const { subject, within, flow } = pair.place;
  const name = 'additionalProperties';
  if (typeof old === 'object' && typeof now === 'object') {
    walk.compare([old], [now], innerPlace(pair.place, name, 'other properties'));
    return;
  }
  if (old === now) return undefined;
  const at = { old: keyword(pair.old, name), now: keyword(pair.now, name) };
  // What `unevaluatedProperties` closes or opens is told by itself.
  if (canonical(at.old) === canonical(at.now)) return undefined;
  const narrowed = rank(now) < rank(old);
  const change = `additional-properties-${now === 'none' ? 'forbidden' : old === 'none' ? 'allowed' : narrowed ? 'restricted' : 'unrestricted'}`;
  // Readers are told to ignore what they do not know, so more names are no break for them; other types of values are.
  const tolerated = pair.place.prefix !== '' && flow === 'out' && !narrowed && old === 'none' ? { impact: 'compatible' as const } : {};
  walk.report(pair, {
    change,
    effect: narrowed ? 'narrowed' : 'widened',
    ...tolerated,
    says: `other properties of ${subject}${within} are ${described(now)}, and were ${described(old)}`,
    ...at,
  });
  return undefined;
}

function rank(additional: Additional): number {
  return additional === 'any' ? 2 : additional === 'none' ? 0 : 1;
}

function described(additional: Additional): string {
  return additional === 'any' ? 'of any kind' : additional === 'none' ? 'forbidden' : 'held to a schema';
}

function comparePatternProperties(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [
    new Map(keywords(pair.old, 'patternProperties').flatMap(membersOf)),
    new Map(keywords(pair.now, 'patternProperties').flatMap(membersOf)),
  ];
  for (const pattern of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(pattern), now.get(pattern)];
    const place = innerPlace(pair.place, `patternProperties/${escaped(pattern)}`, `properties that match \`${pattern}\``);
    if (was && is) {
      walk.compare([was], [is], place);
      continue;
    }
    // Where nothing else is allowed, a pattern lets in what it names.
    const isOther = additionalOf(is ? pair.old : pair.now) !== 'none';
    const restricted = is ? 'must fit a schema, which they had not to before' : 'need not fit a schema any more';
    const letIn = is ? 'are allowed, which they were not before' : 'are no longer allowed';
    walk.report(pair, {
      change: is ? 'pattern-property-added' : 'pattern-property-removed',
      effect: isOther === (is !== undefined) ? 'narrowed' : 'widened',
      says: `${place.subject}${place.within} ${isOther ? restricted : letIn}`,
      old: was,
      now: is,
    });
  }
}
