import { isTrue, member, membersOf, scalarOf, type DocumentNode } from '../../code/document-node.ts';
import { escaped, innerPlace, propertyPlace, type SchemaPair, type SchemaPlace, type SchemaWalk } from './schema-place.ts';
import { keyword, keywords, propertiesOf, requiredOf, type SchemaView } from './schema-view.ts';

/** Compares properties, which of them are required, and what else an object may hold. */
export function compareObjects(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [propertiesOf(pair.old), propertiesOf(pair.now)];
  const names = new Set([...old.keys(), ...now.keys(), ...requiredOf(pair.old).keys(), ...requiredOf(pair.now).keys()]);
  for (const name of names) compareProperty({ pair, name, old: old.get(name), now: now.get(name) }, walk);
  compareAdditional(pair, 'additionalProperties', walk);
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

function addedProperty({ pair, name, now }: Property & { readonly now: readonly DocumentNode[] }, walk: SchemaWalk): void {
  const place = propertyPlace(pair.place, name);
  const required = requiredOf(pair.now).get(name);
  const wasRequired = requiredOf(pair.old).has(name);
  const hidden = isHidden(now, place);
  const adds = required !== undefined && !wasRequired && !hidden;
  const hasDefault = now.some((schema) => member(schema, 'default'));
  const open = !adds && isOpenTo(pair.old, now);
  walk.report(pair, {
    change: `${adds ? 'required' : 'optional'}-property-added${adds && hasDefault ? '-with-default' : ''}`,
    effect: adds ? 'narrowed' : 'none',
    ...(adds && hasDefault && place.prefix === '' && { impact: 'compatible' as const }),
    ...(open && place.prefix === '' && { impact: 'risky' as const }),
    says: `${place.subject}${place.within} is new and ${adds ? 'required' : 'optional'}`,
    now: adds ? required : now[0],
    below: `/properties/${escaped(name)}`,
    consequence: consequenceOfAdded(place, adds, open),
  });
}

/** Whether other values could stand under a new property's name before. */
function isOpenTo(old: SchemaView, now: readonly DocumentNode[]): boolean {
  const restricts = now.some(
    (schema) =>
      schema.kind === 'object' &&
      ['type', 'enum', 'const', '$ref', 'allOf', 'anyOf', 'oneOf', 'pattern', 'format'].some((each) => schema.members.has(each)),
  );
  return restricts && additionalOf(old, 'additionalProperties') === 'any';
}

function consequenceOfAdded({ flow }: SchemaPlace, adds: boolean, open: boolean): string {
  if (adds) return flow === 'in' ? 'callers that do not send it are refused' : 'nobody who reads the rest has to change';
  return open ? 'those who already wrote something else under this name no longer fit' : 'nobody has to change';
}

function removedProperty({ pair, name, old }: Property & { readonly old: readonly DocumentNode[] }, walk: SchemaWalk): void {
  const place = propertyPlace(pair.place, name);
  if (isHidden(old, place)) return;
  const required = requiredOf(pair.old).has(name);
  const isDropped = additionalOf(pair.now, 'additionalProperties') !== 'any';
  walk.report(
    { ...pair, place: { ...pair.place, deprecated: pair.place.deprecated || isDeprecated(old) } },
    {
      change: place.prefix === '' ? 'property-removed' : `${required ? 'required' : 'optional'}-property-removed`,
      effect: 'none',
      impact: impactOfRemoved(place, { required, isDropped, never: old.some((schema) => scalarOf(schema) === false) }),
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

function impactOfRemoved(
  { flow, prefix }: SchemaPlace,
  { required, isDropped, never }: { readonly required: boolean; readonly isDropped: boolean; readonly never: boolean },
) {
  if (flow === 'out') return required ? 'breaking' : 'risky';
  if (isDropped && !never) return 'breaking';
  return prefix === '' ? 'compatible' : 'risky';
}

type Additional = 'any' | 'none' | DocumentNode;

/** What an object may hold beyond what is named. */
function additionalOf(view: SchemaView, name: string): Additional {
  const nodes = keywords(view, name).filter((node) => scalarOf(node) !== true && !(node.kind === 'object' && node.members.size === 0));
  const closed =
    nodes.some((node) => scalarOf(node) === false) ||
    (name === 'additionalProperties' && scalarOf(keyword(view, 'unevaluatedProperties')) === false);
  return closed ? 'none' : (nodes[0] ?? 'any');
}

function compareAdditional(pair: SchemaPair, name: 'additionalProperties', walk: SchemaWalk): void {
  const [old, now] = [additionalOf(pair.old, name), additionalOf(pair.now, name)];
  const { subject, within, flow } = pair.place;
  if (typeof old === 'object' && typeof now === 'object') {
    walk.compare([old], [now], innerPlace(pair.place, name, 'other properties'));
    return;
  }
  if (old === now) return undefined;
  const at = { old: keyword(pair.old, name), now: keyword(pair.now, name) };
  const narrowed = rank(now) < rank(old);
  const change = `additional-properties-${now === 'none' ? 'forbidden' : old === 'none' ? 'allowed' : narrowed ? 'restricted' : 'unrestricted'}`;
  // Readers are told to ignore what they do not know, so more names are no break for them; other types of values are.
  const tolerated = flow === 'out' && !narrowed && old === 'none' ? { impact: 'compatible' as const } : {};
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
    if (was && is) walk.compare([was], [is], place);
    else
      walk.report(pair, {
        change: is ? 'pattern-property-added' : 'pattern-property-removed',
        effect: is ? 'narrowed' : 'widened',
        says: `${place.subject}${place.within} ${is ? 'must fit a schema, which they had not to before' : 'need not fit a schema any more'}`,
        old: was,
        now: is,
      });
  }
}
