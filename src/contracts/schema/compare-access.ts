import { canonical, shown } from '../document/canonical.ts';
import { isTrue, member, membersOf, textOf } from '../../code/document-node.ts';
import type { SchemaPair, SchemaWalk } from './schema-place.ts';
import { keyword, type SchemaView } from './schema-view.ts';

/** Compares deprecation, and how alternatives are told apart. */
export function compareAccess(pair: SchemaPair, walk: SchemaWalk): void {
  compareDeprecation(pair, walk);
  compareDiscriminators(pair, walk);
}

function isSet(view: SchemaView, name: string): boolean {
  return isTrue(keyword(view, name));
}

function compareDeprecation(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [isSet(pair.old, 'deprecated'), isSet(pair.now, 'deprecated')];
  if (old === now) return;
  walk.report(pair, {
    change: now ? 'deprecated' : 'reactivated',
    effect: 'none',
    says: `${pair.place.subject}${pair.place.within} is ${now ? 'deprecated' : 'no longer deprecated'}`,
    old: keyword(pair.old, 'deprecated'),
    now: keyword(pair.now, 'deprecated'),
  });
}

function compareDiscriminators(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [keyword(pair.old, 'discriminator'), keyword(pair.now, 'discriminator')];
  if (!old || !now) {
    if (old ?? now)
      walk.report(pair, {
        change: now ? 'discriminator-added' : 'discriminator-removed',
        effect: 'none',
        impact: now ? 'compatible' : 'risky',
        says: `the discriminator of ${pair.place.subject}${pair.place.within} is ${now ? 'new' : 'gone'}`,
        old,
        now,
      });
    return;
  }
  const nameOf = (node: typeof old): string | undefined => textOf(node) ?? textOf(member(node, 'propertyName'));
  if (nameOf(old) !== nameOf(now)) {
    walk.report(pair, {
      change: 'discriminator-property-name-changed',
      effect: 'changed',
      says: `the discriminator of ${pair.place.subject}${pair.place.within} is \`${nameOf(now) ?? ''}\` instead of \`${nameOf(old) ?? ''}\``,
      old,
      now,
      consequence: 'consumers that tell the alternatives apart by the old one fail',
    });
  }
  compareMappings(pair, new Map(membersOf(member(old, 'mapping'))), new Map(membersOf(member(now, 'mapping'))), walk);
}

type Mapping = ReadonlyMap<string, Parameters<typeof canonical>[0]>;

function compareMappings(pair: SchemaPair, old: Mapping, now: Mapping, walk: SchemaWalk): void {
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(name), now.get(name)];
    if (canonical(was) === canonical(is)) continue;
    const change = `discriminator-mapping-${!was ? 'added' : is ? 'changed' : 'deleted'}`;
    walk.report(pair, {
      change,
      effect: 'none',
      impact: was ? 'risky' : 'compatible',
      says: `\`${name}\` of the discriminator of ${pair.place.subject}${pair.place.within} means ${is ? shown(is) : 'nothing'} instead of ${was ? shown(was) : 'nothing'}`,
      old: was,
      now: is,
    });
  }
}
