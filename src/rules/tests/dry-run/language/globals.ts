import type { Machine } from '../machine.ts';
import { numberOf } from '../operators.ts';
import type { Realm } from '../realm.ts';
import { isThing, truth, unclear, type Thing, type Value } from '../value.ts';
import { dateType } from './dates.ts';
import { ofHost, plainFunctions } from './functions.ts';
import { fromJson, toJson } from './json.ts';
import { addLists } from './lists.ts';
import { collections, objectType, promiseType } from './objects.ts';
import { bufferType, processOf, unknownNames } from './surroundings.ts';
import { addTexts } from './texts.ts';
import { addIterators, symbolType } from './symbols.ts';
import { arrayType, errorType, functionType, numberType, patternType, textType } from './types.ts';

const errors = ['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError'];

/** What scripts find without asking for it, by name; of what is not here nothing is known. */
export function globalsOf(machine: Machine): ReadonlyMap<string, Value> {
  const { realm } = machine;
  const object = objectType(machine);
  addTexts(realm);
  addLists(machine);
  addIterators(realm);
  const found = new Map<string, Value>([
    ['undefined', undefined],
    // What builds set to leave checks out is set where tests run.
    ['__DEV__', true],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['Object', object],
    ['Promise', promiseType(machine)],
    ['Array', arrayType(machine)],
    ['String', textType(realm)],
    ['Number', numberType(realm)],
    ['Boolean', flagType(realm)],
    ['Symbol', symbolType(realm)],
    ['RegExp', patternType(realm)],
    ['Function', functionType(realm)],
    ['Math', namespace(realm, Math as unknown as Record<string, unknown>, /^random$/)],
    [
      'JSON',
      realm.plain({
        stringify: realm.native((_, [value, replacer, indent]) => toJson(machine, value, replacer, indent)),
        parse: realm.native((_, [text]) => fromJson(realm, text)),
      }),
    ],
    [
      'console',
      realm.plain(Object.fromEntries(['log', 'warn', 'error', 'info', 'debug'].map((name) => [name, realm.native(() => undefined)]))),
    ],
    ...Object.entries(collections(machine)),
  ]);
  for (const name of errors) found.set(name, errorType(realm, name));
  for (const [name, call] of Object.entries(plainFunctions))
    found.set(
      name,
      realm.native((_, given) => ofHost(realm, call, given)),
    );
  found.set('Date', dateType(realm));
  found.set('Buffer', bufferType(realm));
  found.set('process', processOf(realm));
  for (const [name, type] of found) if (isThing(type) && type.call) introduce(type, name);
  for (const name of unknownNames) found.set(name, unclear);
  const whole = realm.plain(Object.fromEntries(found));
  for (const name of Object.getOwnPropertyNames(globalThis)) if (!found.has(name)) whole.properties.set(name, unclear);
  for (const name of ['globalThis', 'global']) found.set(name, whole);
  return found;
}

function flagType(realm: Realm): Thing {
  const type = realm.native((_, [value]) => (value === unclear ? unclear : truth(value)));
  type.construct = () => unclear;
  type.properties.set('prototype', realm.boolean);
  return type;
}

/** What a type is called, and that what it makes is of it. */
function introduce(type: Thing, name: string): void {
  type.properties.set('name', name);
  type.hidden = new Set([...type.hidden, 'name']);
  const prototype = type.held('prototype');
  if (!isThing(prototype) || prototype.properties.has('constructor')) return;
  prototype.properties.set('constructor', type);
  prototype.hidden = new Set([...prototype.hidden, 'constructor']);
}

/** The functions and constants of a namespace that work on numbers. */
function namespace(realm: Realm, host: Readonly<Record<string, unknown>>, except: RegExp): Thing {
  const made = realm.plain();
  for (const name of Object.getOwnPropertyNames(host)) {
    const value = host[name];
    if (typeof value === 'number') made.properties.set(name, value);
    if (typeof value !== 'function') continue;
    made.properties.set(
      name,
      realm.native((_, given) =>
        given.includes(unclear) || except.test(name)
          ? unclear
          : (value as (...numbers: number[]) => number)(...given.map((each) => numberOf(realm, each))),
      ),
    );
  }
  return made;
}
