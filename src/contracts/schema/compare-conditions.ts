import { canonical } from '../document/canonical.ts';
import { itemsOf, membersOf, textsOf, type DocumentNode } from '../../code/document-node.ts';
import { allowsAll } from './open-content.ts';
import { escaped, innerPlace, turned, type SchemaPair, type SchemaWalk } from './schema-place.ts';
import { keyword, keywords, type SchemaView } from './schema-view.ts';

/** A keyword that holds one schema, and what it restricts when it is there. */
const single = [
  { name: 'propertyNames', id: 'property-names', subject: 'the property names' },
  { name: 'unevaluatedProperties', id: 'unevaluated-properties', subject: 'properties not named elsewhere' },
  { name: 'unevaluatedItems', id: 'unevaluated-items', subject: 'items not named elsewhere' },
  { name: 'if', id: 'if', subject: 'the condition' },
  { name: 'then', id: 'then', subject: 'the consequence of the condition' },
  { name: 'else', id: 'else', subject: 'the alternative to the condition' },
] as const;

/** Compares `not`, conditions and dependencies. */
export function compareConditions(pair: SchemaPair, walk: SchemaWalk): void {
  compareNot(pair, walk);
  for (const each of single) compareSingle(pair, each, walk);
  compareDependentNames(pair, walk);
  compareDependentSchemas(pair, walk);
}

/** What is excluded must not grow where the schema must not narrow, so the flow turns. */
function compareNot(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [keyword(pair.old, 'not'), keyword(pair.now, 'not')];
  if (old && now) walk.compare([old], [now], turned(innerPlace(pair.place, 'not', 'what is excluded')));
  else if (old ?? now)
    walk.report(pair, {
      change: now ? 'not-added' : 'not-removed',
      effect: now ? 'narrowed' : 'widened',
      says: `${pair.place.subject}${pair.place.within} ${now ? 'excludes values that it did not before' : 'no longer excludes what `not` named'}`,
      old,
      now,
    });
}

function compareSingle(pair: SchemaPair, { name, id, subject }: (typeof single)[number], walk: SchemaWalk): void {
  const [old, now] = [keyword(pair.old, name), keyword(pair.now, name)];
  const place = innerPlace(pair.place, name, subject);
  if (old && now) {
    // Another condition moves values from one branch to the other: both ways can break.
    if (name !== 'if') walk.compare([old], [now], place);
    else if (canonical(old) !== canonical(now))
      walk.report(pair, { change: 'if-changed', effect: 'changed', says: `${place.subject}${place.within} is another`, old, now });
  } else if (restricts(old ?? now)) {
    walk.report(pair, {
      change: `${id}-${now ? 'added' : 'removed'}`,
      // A condition by itself asks for nothing: what follows from it does.
      effect: name === 'if' ? 'none' : now ? 'narrowed' : 'widened',
      says: `\`${name}\` of ${pair.place.subject}${pair.place.within} is ${now ? 'new' : 'gone'}`,
      old,
      now,
    });
  }
}

function restricts(node: DocumentNode | undefined): boolean {
  return node !== undefined && !allowsAll(node);
}

function dependencies(view: SchemaView, keywordOfKind: string, isKind: (node: DocumentNode) => boolean): ReadonlyMap<string, DocumentNode> {
  return new Map(
    [keywordOfKind, 'dependencies']
      .flatMap((name) => keywords(view, name))
      .flatMap(membersOf)
      .filter(([, node]) => isKind(node)),
  );
}

function compareDependentNames(pair: SchemaPair, walk: SchemaWalk): void {
  const read = (view: SchemaView) => dependencies(view, 'dependentRequired', ({ kind }) => kind === 'array');
  const [old, now] = [read(pair.old), read(pair.now)];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(name), now.get(name)];
    const [before, after] = [new Set(textsOf(was)), new Set(textsOf(is))];
    const more = itemsOf(is).some((item) => textsOf(item).some((text) => !before.has(text)));
    const fewer = itemsOf(was).some((item) => textsOf(item).some((text) => !after.has(text)));
    if (!more && !fewer) continue;
    walk.report(pair, {
      change: `dependent-required-${!was ? 'added' : is ? 'changed' : 'removed'}`,
      effect: more ? (fewer ? 'changed' : 'narrowed') : 'widened',
      says: `what must stand beside property \`${name}\`${pair.place.within} is ${namesOf(after)} instead of ${namesOf(before)}`,
      old: was,
      now: is,
    });
  }
}

function namesOf(names: ReadonlySet<string>): string {
  return [...names].map((name) => `\`${name}\``).join(', ') || 'nothing';
}

function compareDependentSchemas(pair: SchemaPair, walk: SchemaWalk): void {
  const read = (view: SchemaView) => dependencies(view, 'dependentSchemas', ({ kind }) => kind !== 'array');
  const [old, now] = [read(pair.old), read(pair.now)];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(name), now.get(name)];
    if (was && is)
      walk.compare([was], [is], innerPlace(pair.place, `dependentSchemas/${escaped(name)}`, `what must hold beside property \`${name}\``));
    else
      walk.report(pair, {
        change: is ? 'dependent-schema-added' : 'dependent-schema-removed',
        effect: is ? 'narrowed' : 'widened',
        says: `what must hold beside property \`${name}\`${pair.place.within} is ${is ? 'new' : 'gone'}`,
        old: was,
        now: is,
      });
  }
}
