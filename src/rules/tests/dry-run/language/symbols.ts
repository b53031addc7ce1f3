import { textOf } from '../operators.ts';
import type { Realm } from '../realm.ts';
import { isThing, unclear, type Thing, type Value } from '../value.ts';

/** Symbols that the language itself asks for. */
const known = ['iterator', 'asyncIterator', 'toStringTag', 'hasInstance', 'toPrimitive', 'species', 'dispose', 'asyncDispose'];

export function symbolType(realm: Realm): Thing {
  const type = realm.native((_, [description]) => {
    const said = description === undefined || description === unclear ? '' : textOf(realm, description);
    return realm.symbolOf(`@@${realm.symbols.size}:${said}`, said);
  });
  for (const name of known) type.properties.set(name, realm.symbolOf(`@@${name}`, `Symbol.${name}`));
  type.properties.set(
    'for',
    realm.native((_, [key]) => (key === unclear ? unclear : realm.symbolOf(`@@for ${textOf(realm, key)}`, textOf(realm, key)))),
  );
  const described = (self: Value): string | undefined => (isThing(self) ? self.symbol?.description : undefined);
  realm.symbol.properties.set(
    'toString',
    realm.native((self) => `Symbol(${described(self) ?? ''})`),
  );
  type.properties.set('prototype', realm.symbol);
  return type;
}

/** The symbols among the names of an object's own properties. */
export function symbolsOf(realm: Realm, value: Value): readonly Thing[] {
  if (!isThing(value)) return [];
  return [...value.properties.keys()].flatMap((key) => (key.startsWith('@@') ? (realm.symbols.get(key) ?? []) : []));
}

/** What gives one value after another, and the kinds of objects that do. */
export function addIterators(realm: Realm): void {
  const next = (self: Value): Value => {
    const end = isThing(self) ? self.iterator?.next() : undefined;
    return end === undefined ? unclear : realm.plain({ value: end.value, done: end.done === true });
  };
  realm.iterator.properties.set('next', realm.native(next));
  realm.asyncIterator.properties.set(
    'next',
    realm.native((self) => realm.settle(() => next(self))),
  );
  for (const [prototype, name] of [
    [realm.iterator, '@@iterator'],
    [realm.asyncIterator, '@@asyncIterator'],
  ] as const) {
    prototype.properties.set(
      name,
      realm.native((self) => self),
    );
    prototype.properties.set(
      'return',
      realm.native((self, [value]) => {
        if (isThing(self)) self.iterator = [][Symbol.iterator]();
        const end = realm.plain({ value, done: true });
        return prototype === realm.iterator ? end : realm.promised(end);
      }),
    );
    prototype.hidden = new Set(prototype.properties.keys());
  }
  realm.array.properties.set('@@iterator', realm.native(listIterator(realm)));
  realm.string.properties.set(
    '@@iterator',
    realm.native((self) => realm.iterating(textOf(realm, self))),
  );
}

function listIterator(realm: Realm) {
  return (self: Value): Value => (isThing(self) && self.elements ? realm.iterating(self.elements) : unclear);
}
