import { numberOf, primitiveOf } from '../operators.ts';
import type { Realm } from '../realm.ts';
import type { Thing } from '../value.ts';
import { isThing, unclear, type Value } from '../value.ts';

const reading =
  'getTime valueOf toISOString toJSON getUTCFullYear getUTCMonth getUTCDate getUTCDay getUTCHours getUTCMinutes getUTCSeconds getUTCMilliseconds toUTCString'.split(
    ' ',
  );

/** Moments that are given are known; the present and the zone are not. */
export function dateType(realm: Realm): Thing {
  const type = realm.native(() => unclear);
  type.properties.set('prototype', realm.date);
  type.properties.set(
    'now',
    realm.native(() => unclear),
  );
  type.properties.set(
    'UTC',
    realm.native((_, given) =>
      given.includes(unclear) ? unclear : Date.UTC(...(given.map((each) => numberOf(realm, each)) as [number, number])),
    ),
  );
  type.properties.set(
    'parse',
    realm.native((_, [text]) => (typeof text === 'string' && isZoned(text) ? Date.parse(text) : unclear)),
  );
  type.construct = (fresh, [given, another]) => {
    const moment = another === undefined ? momentOf(realm, given) : undefined;
    if (moment === undefined) return unclear;
    fresh.date = moment;
    return undefined;
  };
  for (const name of reading)
    realm.date.properties.set(
      name,
      realm.native((self) => read(realm, self, name)),
    );
  realm.date.isOpen = true;
  return type;
}

function momentOf(realm: Realm, given: Value): Date | undefined {
  if (given === undefined || given === unclear) return undefined;
  if (isThing(given)) return given.date && new Date(given.date);
  const value = primitiveOf(realm, given, 'default');
  if (typeof value === 'string') return isZoned(value) ? new Date(value) : undefined;
  return typeof value === 'number' ? new Date(value) : undefined;
}

/** A text that means the same moment everywhere. */
function isZoned(text: string): boolean {
  return /Z$|[+-]\d\d:?\d\d$|GMT|^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text);
}

function read(realm: Realm, self: Value, name: string): Value {
  if (!isThing(self) || !self.date) return unclear;
  if (name === 'toISOString' && Number.isNaN(self.date.getTime())) throw realm.error('RangeError', 'Invalid time value');
  return self.date[name as 'getTime']();
}
