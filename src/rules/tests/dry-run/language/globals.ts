import type { Machine } from '../machine.ts';
import { memberOf } from '../members.ts';
import { itemsOf, numberOf, primitiveOf, textOf } from '../operators.ts';
import { boundedPattern } from '../patterns/bounded.ts';
import type { Realm } from '../realm.ts';
import { isThing, longestList, Thing, truth, unclear, Unclear, type Callable, type Value } from '../value.ts';
import { fromJson, toJson } from './json.ts';
import { dateType } from './dates.ts';
import { addLists } from './lists.ts';
import { collections, objectType, promiseType } from './objects.ts';
import { addTexts } from './texts.ts';

const errors = ['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError'];

/** What scripts find without asking for it, by name; of what is not here nothing is known. */
export function globalsOf(machine: Machine): ReadonlyMap<string, Value> {
  const { realm } = machine;
  const object = objectType(machine);
  addTexts(realm);
  addLists(machine);
  const found = new Map<string, Value>([
    ['undefined', undefined],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['Object', object],
    ['Promise', promiseType(machine)],
    ['Array', arrayType(machine)],
    ['String', textType(realm)],
    ['Number', numberType(realm)],
    ['Boolean', realm.native((_, [value]) => (value === unclear ? unclear : truth(value)))],
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
  for (const name of [
    'global',
    'globalThis',
    'window',
    'document',
    'URL',
    'URLSearchParams',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'setImmediate',
    'queueMicrotask',
    'BigInt',
    'Proxy',
    'Reflect',
    'Headers',
    'Request',
    'Response',
    'fetch',
    'TextEncoder',
    'TextDecoder',
    'Uint8Array',
    'ArrayBuffer',
    'AbortController',
    'performance',
    'crypto',
    'structuredClone',
    'navigator',
    'Event',
    'EventTarget',
    'Intl',
    'WeakRef',
    'Blob',
    'FormData',
    'ReadableStream',
    'Float64Array',
    'Int32Array',
    'DataView',
  ])
    // prettier-ignore
    found.set(name, unclear);
  return found;
}

const plainFunctions: Readonly<Record<string, (text: string, radix?: number) => Value>> = {
  parseInt: (text, radix) => parseInt(text, radix),
  parseFloat: (text) => parseFloat(text),
  isNaN: (text) => Number.isNaN(Number(text)),
  isFinite: (text) => Number.isFinite(Number(text)),
  encodeURIComponent: (text) => encodeURIComponent(text),
  encodeURI: (text) => encodeURI(text),
  decodeURIComponent: (text) => decodeURIComponent(text),
  decodeURI: (text) => decodeURI(text),
  escape: (text) => (encodeURIComponent(text).length === text.length ? text : unclear),
  unescape: (text) => unescapedText(text),
};

function ofHost(realm: Realm, call: (text: string, radix?: number) => Value, [first, second]: readonly Value[]): Value {
  if (first === unclear || second === unclear) return unclear;
  try {
    return call(textOf(realm, first), second === undefined ? undefined : numberOf(realm, second));
  } catch (error) {
    if (error instanceof URIError) throw realm.error('URIError', error.message);
    throw error;
  }
}

function errorType(realm: Realm, name: string): Thing {
  const type = realm.native((_, given) => {
    const fresh = new Thing(realm.errors.get(name) ?? realm.object);
    type.construct?.(fresh, given);
    return fresh;
  });
  const parent = name === 'Error' ? realm.object : (realm.errors.get('Error') ?? realm.object);
  const prototype = new Thing(parent);
  prototype.properties.set('name', name);
  prototype.properties.set('message', '');
  prototype.properties.set('constructor', type);
  prototype.properties.set(
    'toString',
    realm.native((self) => `${textOf(realm, memberOf(realm, self, 'name'))}: ${textOf(realm, memberOf(realm, self, 'message'))}`),
  );
  prototype.hidden = new Set(prototype.properties.keys());
  realm.errors.set(name, prototype);
  type.properties.set('prototype', prototype);
  type.properties.set(
    'captureStackTrace',
    realm.native(() => undefined),
  );
  type.properties.set('name', name);
  type.construct = (fresh, [message]) => {
    if (message !== undefined) fresh.properties.set('message', message === unclear ? unclear : textOf(realm, message));
    fresh.properties.set('stack', unclear);
    fresh.hidden = new Set([...fresh.hidden, 'message', 'stack']);
    return undefined;
  };
  return type;
}

function arrayType(machine: Machine): Thing {
  const { realm } = machine;
  const made: Callable = (_, given) => {
    const [size] = given;
    if (given.length !== 1 || typeof size !== 'number') return realm.list(given);
    if (size > longestList) throw new Unclear('a long list');
    const list = realm.list([]);
    list.elements = new Array<Value>(size);
    return list;
  };
  const type = realm.native(made);
  type.construct = (fresh, given) => {
    const list = made(undefined, given);
    if (isThing(list)) fresh.elements = list.elements ?? [];
    return undefined;
  };
  type.properties.set('prototype', realm.array);
  type.properties.set(
    'isArray',
    realm.native((_, [value]) => (value === unclear ? unclear : isThing(value) && value.elements !== undefined)),
  );
  type.properties.set(
    'of',
    realm.native((_, given) => realm.list(given)),
  );
  type.properties.set(
    'from',
    realm.native((_, [value, callback]) => {
      const length = isThing(value) && !value.elements && !value.set && !value.map ? memberOf(realm, value, 'length') : undefined;
      if (length !== undefined && (typeof length !== 'number' || length > longestList)) throw new Unclear('a long list');
      const items = length === undefined ? itemsOf(value) : Array.from({ length }, () => undefined);
      return realm.list(callback === undefined ? items : items.map((each, index) => machine.call(callback, undefined, [each, index])));
    }),
  );
  return type;
}

function textType(realm: Realm): Thing {
  const type = realm.native((_, given) => (given.length === 0 ? '' : given[0] === unclear ? unclear : textOf(realm, given[0])));
  type.construct = () => unclear;
  type.properties.set('prototype', realm.string);
  type.properties.set(
    'fromCharCode',
    realm.native((_, codes) => (codes.includes(unclear) ? unclear : String.fromCharCode(...codes.map((code) => numberOf(realm, code))))),
  );
  type.properties.set(
    'fromCodePoint',
    realm.native((_, codes) => (codes.includes(unclear) ? unclear : String.fromCodePoint(...codes.map((code) => numberOf(realm, code))))),
  );
  return type;
}

function numberType(realm: Realm): Thing {
  const type = realm.native((_, given) =>
    given[0] === unclear ? unclear : given.length === 0 ? 0 : Number(primitiveOf(realm, given[0], 'default')),
  );
  type.properties.set('prototype', realm.number);
  const asking: Readonly<Record<string, (value: unknown) => boolean>> = { isInteger: Number.isInteger, isFinite: Number.isFinite, isNaN: Number.isNaN, isSafeInteger: Number.isSafeInteger }; // prettier-ignore
  for (const [name, ask] of Object.entries(asking))
    type.properties.set(
      name,
      realm.native((_, [value]) => (value === unclear ? unclear : ask(value))),
    );
  for (const name of ['MAX_SAFE_INTEGER', 'MIN_SAFE_INTEGER', 'MAX_VALUE', 'MIN_VALUE', 'EPSILON', 'POSITIVE_INFINITY', 'NEGATIVE_INFINITY', 'NaN'] as const) type.properties.set(name, Number[name]); // prettier-ignore
  for (const name of ['parseInt', 'parseFloat'] as const)
    type.properties.set(
      name,
      realm.native((_, given) => ofHost(realm, plainFunctions[name] ?? (() => unclear), given)),
    );
  return type;
}

function symbolType(realm: Realm): Thing {
  const type = realm.native(() => {
    const made = new Thing(realm.symbol);
    made.isSymbol = true;
    return made;
  });
  for (const name of ['iterator', 'asyncIterator', 'toStringTag', 'hasInstance', 'toPrimitive', 'for']) type.properties.set(name, unclear);
  type.properties.set('prototype', realm.symbol);
  return type;
}

function patternType(realm: Realm): Thing {
  const made: Callable = (_, [source, flags]) => {
    if (source === unclear || flags === unclear) return unclear;
    if (isThing(source) && source.pattern)
      return realm.expression(boundedPattern(source.pattern.source, flags === undefined ? source.pattern.flags : textOf(realm, flags)));
    return realm.expression(boundedPattern(textOf(realm, source), flags === undefined ? '' : textOf(realm, flags)));
  };
  const type = realm.native(made);
  type.construct = (_, given) => made(undefined, given);
  type.properties.set('prototype', realm.regex);
  return type;
}

function functionType(realm: Realm): Thing {
  const type = realm.native(() => unclear);
  type.properties.set('prototype', realm.function);
  return type;
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

function unescapedText(text: string): string {
  return text.replace(/%(?:u([\da-f]{4})|([\da-f]{2}))/gi, (_, wide?: string, narrow?: string) =>
    String.fromCharCode(parseInt(wide ?? narrow ?? '', 16)),
  );
}

/** Bytes are not known; that other objects are none is. */
function bufferType(realm: Realm): Thing {
  const type = realm.plain();
  type.isOpen = true;
  type.properties.set(
    'isBuffer',
    realm.native((_, [value]) => (value === unclear ? unclear : false)),
  );
  type.properties.set('prototype', new Thing(realm.object));
  return type;
}

/** The process that tests run in, as far as it is the same everywhere: without settings, and with its output read by a program. */
function processOf(realm: Realm): Thing {
  const stream = (): Thing =>
    realm.plain({ isTTY: undefined, columns: undefined, write: realm.native(() => true), on: unclear, once: unclear });
  return realm.plain({
    env: realm.plain(),
    argv: realm.list(['node', 'script']),
    execArgv: realm.list([]),
    versions: realm.plain({ node: '20.0.0' }),
    stdout: stream(),
    stderr: stream(),
    mainModule: undefined,
    ...Object.fromEntries(
      [
        'platform',
        'version',
        'exit',
        'on',
        'once',
        'cwd',
        'nextTick',
        'stdin',
        'hrtime',
        'emitWarning',
        'exitCode',
        'pid',
        'memoryUsage',
        'execPath',
        'kill',
        'off',
        'removeListener',
      ].map((name) => [name, unclear]),
    ),
  });
}
