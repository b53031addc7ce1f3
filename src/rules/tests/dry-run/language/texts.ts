import { text, textOf } from '../operators.ts';
import type { Realm } from '../realm.ts';
import { isThing, longestList, unclear, Unclear, type Callable, type Value } from '../value.ts';

type Host = string | number | boolean | bigint | null | undefined | RegExp | ((...given: unknown[]) => string);

/** Methods of texts that depend on nothing else. */
const ofTexts = [
  'at', 'charAt', 'charCodeAt', 'codePointAt', 'concat', 'endsWith', 'includes', 'indexOf', 'lastIndexOf', 'localeCompare', 'match', 'matchAll',
  'normalize', 'padEnd', 'padStart', 'repeat', 'replace', 'replaceAll', 'search', 'slice', 'split', 'startsWith', 'substr', 'substring',
  'toLowerCase', 'toString', 'toUpperCase', 'trim', 'trimEnd', 'trimLeft', 'trimRight', 'trimStart', 'valueOf', 'toLocaleLowerCase', 'toLocaleUpperCase',
] as const; // prettier-ignore

const ofNumbers = ['toFixed', 'toPrecision', 'toString', 'valueOf', 'toExponential'] as const;

/** Longer texts are not repeated or filled up to. */
const longest = 100_000;
/** What replacing may make at most, before it is looked at. */
const longestMade = 10_000_000;

export function addTexts(realm: Realm): void {
  for (const name of ofTexts) realm.string.properties.set(name, realm.native(onText(realm, name)));
  for (const name of ofNumbers)
    realm.number.properties.set(
      name,
      realm.native((self, given) => numberMethod(name, self, given)),
    );
  for (const name of ['toString', 'valueOf'] as const)
    realm.boolean.properties.set(
      name,
      realm.native((self) => (name === 'toString' && typeof self === 'boolean' ? String(self) : self)),
    );
  realm.regex.properties.set(
    'test',
    realm.native((self, [tried]) => (tried === unclear ? unclear : matchOf(realm, self, tried) !== null)),
  );
  realm.regex.properties.set(
    'exec',
    realm.native((self, [tried]) => (tried === unclear ? unclear : converted(realm, matchOf(realm, self, tried)))),
  );
  realm.regex.properties.set(
    'toString',
    realm.native((self) => (isThing(self) && self.pattern ? String(self.pattern) : unclear)),
  );
}

function matchOf(realm: Realm, self: Value, tried: Value): RegExpExecArray | null {
  if (!isThing(self) || !self.pattern) throw new Unclear('a pattern');
  return self.pattern.exec(textOf(realm, tried));
}

function onText(realm: Realm, name: (typeof ofTexts)[number]): Callable {
  return (self, given) => {
    if (self === unclear || given.includes(unclear)) return unclear;
    const own = textOf(realm, self);
    const hosted = given.map((each) => hostOf(realm, each));
    if (/^(?:repeat|padStart|padEnd)$/.test(name) && Number(hosted[0]) * (name === 'repeat' ? own.length : 1) > longest)
      throw new Unclear('a long text');
    if (name.startsWith('replace') && growsTooLong(own, hosted[1])) throw new Unclear('a long text');
    if (/^(?:match|matchAll|search)$/.test(name) && typeof hosted[0] === 'string')
      hosted[0] = realm.expression(hosted[0], name === 'matchAll' ? 'g' : '').pattern;
    const call = (Reflect.get(String.prototype, name) as (...values: readonly unknown[]) => unknown).bind(own);
    try {
      const value = call(...hosted);
      return converted(
        realm,
        typeof value === 'object' && value !== null && Symbol.iterator in value && !Array.isArray(value)
          ? [...(value as Iterable<unknown>)]
          : value,
      );
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError) throw realm.error(error.name, error.message);
      throw error;
    }
  };
}

/** `$` may stand for all of the text. */
function growsTooLong(text: string, replacement: Host): boolean {
  return typeof replacement === 'string' && text.length * (replacement.includes('$') ? text.length : replacement.length) > longestMade;
}

/** What a method of the language is handed. */
function hostOf(realm: Realm, value: Value): Host {
  if (!isThing(value)) return value === unclear ? undefined : value;
  if (value.pattern) return value.pattern;
  const { call } = value;
  if (call)
    return (...given) =>
      textOf(
        realm,
        call(
          undefined,
          given.map((each) => converted(realm, each)),
        ),
      );
  return textOf(realm, value);
}

/** A result of the language's own as a value of the dry run. */
export function converted(realm: Realm, value: unknown): Value {
  if (typeof value === 'string') return text(value);
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    if (value.length > longestList) throw new Unclear('a long list');
    const list = realm.list(value.map((each) => converted(realm, each)));
    const { index, input, groups } = value as Partial<RegExpExecArray>;
    if (index !== undefined) {
      list.properties.set('index', index);
      list.properties.set('input', input);
      list.properties.set('groups', groups === undefined ? undefined : realm.plain(groups));
      list.hidden = new Set(['index', 'input', 'groups']);
    }
    return list;
  }
  return typeof value === 'object' ? realm.plain(value as Record<string, Value>) : unclear;
}

function numberMethod(name: (typeof ofNumbers)[number], self: Value, [first]: readonly Value[]): Value {
  if (typeof self !== 'number' || (first !== undefined && typeof first !== 'number')) return unclear;
  return name === 'valueOf' ? self : self[name](first);
}
