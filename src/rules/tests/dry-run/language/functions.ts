import { numberOf, textOf } from '../operators.ts';
import type { Realm } from '../realm.ts';
import { unclear, type Value } from '../value.ts';

/** Functions that are there without an object, by name. */
export const plainFunctions: Readonly<Record<string, (text: string, radix?: number) => Value>> = {
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

/** What one of them gives for values of a dry run. */
export function ofHost(realm: Realm, call: (text: string, radix?: number) => Value, [first, second]: readonly Value[]): Value {
  if (first === unclear || second === unclear) return unclear;
  try {
    return call(textOf(realm, first), second === undefined ? undefined : numberOf(realm, second));
  } catch (error) {
    if (error instanceof URIError) throw realm.error('URIError', error.message);
    throw error;
  }
}

function unescapedText(text: string): string {
  return text.replace(/%(?:u([\da-f]{4})|([\da-f]{2}))/gi, (_, wide?: string, narrow?: string) =>
    String.fromCharCode(parseInt(wide ?? narrow ?? '', 16)),
  );
}
