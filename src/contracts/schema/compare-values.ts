import { canonical, shown } from '../document/canonical.ts';
import { isTrue, itemsOf, type DocumentNode } from '../../code/document-node.ts';
import type { SchemaPair, SchemaWalk } from './schema-place.ts';
import { keyword, keywords, type SchemaView } from './schema-view.ts';

const extensible = ['x-extensible-enum', 'x-ms-enum'];

/** Compares enumerations, constants and defaults. */
export function compareValues(pair: SchemaPair, walk: SchemaWalk): void {
  compareEnums(pair, 'enum', walk);
  compareEnums(pair, 'x-extensible-enum', walk);
  compareConstants(pair, walk);
  compareDefaults(pair, walk);
}

function compareEnums(pair: SchemaPair, name: 'enum' | 'x-extensible-enum', walk: SchemaWalk): void {
  const [old, now] = [valuesOf(pair.old, name), valuesOf(pair.now, name)];
  if (old && now) compareEnumValues(pair, { name, old, now }, walk);
  // A constant is told by itself: it is a list of one.
  else if (now && !isConstantOf(pair.old, now)) becameEnum(pair, name, walk);
  else if (old && !isConstantOf(pair.now, old)) enumGone(pair, name, walk);
}

function compareEnumValues(
  pair: SchemaPair,
  { name, old, now }: { readonly name: 'enum' | 'x-extensible-enum'; readonly old: Values; readonly now: Values },
  walk: SchemaWalk,
): void {
  const prefix = name === 'enum' ? 'enum-value' : 'x-extensible-enum-value';
  const { subject, within } = pair.place;
  for (const [value, node] of old) {
    if (now.has(value)) continue;
    walk.report(pair, {
      change: `${prefix}-removed`,
      effect: 'narrowed',
      says: `${shown(node)} is no longer a value of ${subject}${within}, which may be ${listOf(now)}`,
      old: node,
      now: undefined,
      consequence: pair.place.flow === 'in' ? 'callers that send it are refused' : 'readers never meet it again',
    });
  }
  const open = name === 'x-extensible-enum' || extensible.some((each) => isOpen(pair.old, each));
  for (const [value, node] of now) {
    if (old.has(value)) continue;
    walk.report(pair, {
      change: `${prefix}-added`,
      effect: 'widened',
      says: `${shown(node)} is a new value of ${subject}${within}, which was ${listOf(old)}`,
      now: node,
      ...(open && { impact: 'compatible' as const }),
      consequence:
        pair.place.flow === 'in'
          ? 'nobody who sends the others has to change'
          : 'readers that handle only the known values meet one that they do not know',
    });
  }
}

function isConstantOf(view: SchemaView, values: Values): boolean {
  const constant = keyword(view, 'const');
  return constant !== undefined && values.has(canonical(constant));
}

function becameEnum(pair: SchemaPair, name: string, walk: SchemaWalk): void {
  const node = keyword(pair.now, name);
  walk.report(pair, {
    change: 'became-enum',
    effect: 'narrowed',
    says: `${pair.place.subject}${pair.place.within} is restricted to ${shown(node)}, which it was not before`,
    now: node,
  });
}

function enumGone(pair: SchemaPair, name: string, walk: SchemaWalk): void {
  const node = keyword(pair.old, name);
  walk.report(pair, {
    change: 'enum-removed',
    effect: 'widened',
    says: `${pair.place.subject}${pair.place.within} is no longer restricted to ${shown(node)}`,
    old: node,
  });
}

function isOpen(view: SchemaView, name: string): boolean {
  const node = keyword(view, name);
  if (node?.kind === 'object') return [...node.members].some(([key, value]) => key === 'modelAsString' && isTrue(value));
  return isTrue(node);
}

type Values = ReadonlyMap<string, DocumentNode>;

/** The values that all enumerations allow; `null` among them is told by nullability. */
function valuesOf(view: SchemaView, name: string): Values | undefined {
  const lists = keywords(view, name).filter((node) => node.kind === 'array');
  if (lists.length === 0) return undefined;
  const sets = lists.map((list) => new Map(itemsOf(list).map((item) => [canonical(item), item])));
  const [first = new Map<string, DocumentNode>(), ...others] = sets;
  const values = new Map([...first].filter(([value]) => others.every((other) => other.has(value))));
  if (view.types !== undefined) values.delete('null');
  return values;
}

function listOf(values: Values): string {
  const names = [...values.values()].map(shown);
  return names.length > 6 ? `one of ${names.slice(0, 5).join(', ')} and ${names.length - 5} others` : names.join(', ') || 'nothing';
}

function compareConstants(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [keyword(pair.old, 'const'), keyword(pair.now, 'const')];
  const { subject, within } = pair.place;
  if (!old && now)
    walk.report(pair, {
      change: 'const-added',
      effect: constFitsEnum(pair, now) ? 'none' : 'narrowed',
      says: `${subject}${within} must be ${shown(now)}, which it had not to be before`,
      now,
    });
  else if (old && !now)
    walk.report(pair, {
      change: 'const-removed',
      effect: constIsEnum(pair, old) ? 'none' : 'widened',
      says: `${subject}${within} need not be ${shown(old)} any more`,
      old,
    });
  else if (canonical(old) !== canonical(now))
    walk.report(pair, {
      change: 'const-changed',
      effect: 'changed',
      says: `${subject}${within} must be ${shown(now)} instead of ${shown(old)}`,
      old,
      now,
    });
}

function constFitsEnum({ old }: SchemaPair, now: DocumentNode): boolean {
  const values = valuesOf(old, 'enum');
  return values?.size === 1 && values.has(canonical(now));
}

function constIsEnum({ now }: SchemaPair, old: DocumentNode): boolean {
  const values = valuesOf(now, 'enum');
  return values?.size === 1 && values.has(canonical(old));
}

/** A default decides for all who leave a value out. For parameters, that is a promise of behaviour; elsewhere it is mostly a hint. */
function compareDefaults(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [keyword(pair.old, 'default'), keyword(pair.now, 'default')];
  if (canonical(old) === canonical(now)) return;
  const { place } = pair;
  const value = (node: DocumentNode | undefined): string => (node ? shown(node) : 'none');
  walk.report(pair, {
    change: !old ? 'default-value-added' : now ? 'default-value-changed' : 'default-value-removed',
    effect: 'none',
    impact:
      place.flow === 'out'
        ? 'compatible'
        : place.prefix === 'request-parameter'
          ? 'breaking'
          : place.prefix === '' || !old
            ? 'compatible'
            : 'risky',
    says: `the default of ${place.subject}${place.within} is ${value(now)} instead of ${value(old)}`,
    old,
    now,
    consequence: place.flow === 'in' ? 'callers that leave it out get another behaviour' : 'nobody who reads it has to change',
  });
}
