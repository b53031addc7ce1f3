/** Types of the language's library and of Node.js that are classes or interfaces of their own, and what each can be given for by its name alone. */
const above: Readonly<Record<string, readonly string[]>> = {
  Array: ['ReadonlyArray', 'Iterable', 'ArrayLike'],
  ReadonlyArray: ['Iterable', 'ArrayLike'],
  Map: ['ReadonlyMap', 'Iterable'],
  ReadonlyMap: ['Iterable'],
  Set: ['ReadonlySet', 'Iterable'],
  ReadonlySet: ['Iterable'],
  Promise: ['PromiseLike'],
  Generator: ['IterableIterator', 'Iterator', 'Iterable'],
  AsyncGenerator: ['AsyncIterableIterator', 'AsyncIterator', 'AsyncIterable'],
  IterableIterator: ['Iterator', 'Iterable'],
  AsyncIterableIterator: ['AsyncIterator', 'AsyncIterable'],
  AggregateError: ['Error'],
  EvalError: ['Error'],
  RangeError: ['Error'],
  ReferenceError: ['Error'],
  SyntaxError: ['Error'],
  TypeError: ['Error'],
  URIError: ['Error'],
  DOMException: ['Error'],
  Buffer: ['Uint8Array', 'ArrayBufferView'],
  Uint8Array: ['ArrayBufferView'],
  ArrayBuffer: ['ArrayBufferLike'],
  SharedArrayBuffer: ['ArrayBufferLike'],
  AbortSignal: ['EventTarget'],
};

const alone =
  'WeakMap WeakSet Date RegExp Error Function Record URL URLSearchParams Iterable AsyncIterable Iterator AsyncIterator PromiseLike ArrayLike';

const known: ReadonlySet<string> = new Set([...Object.keys(above), ...alone.split(' ')]);

/** Whether the name is that of such a type. */
export function isLibraryType(name: string): boolean {
  return known.has(name);
}

/** Whether every value of one is one of the other, by what they are called. Errors are alike: each has what every other has. */
export function isLibrarySubtype(from: string, to: string): boolean {
  if (!known.has(from)) return false;
  return (above[from] ?? []).includes(to) || (isError(from) && isError(to));
}

/** Whether instances of a class that extends one of them have a member of this name, whether it says so or not. */
export function isLibraryMember(written: string, member: string): boolean {
  const type = /^[\w$]+/.exec(written)?.[0] ?? '';
  return isError(type) ? /^(?:name|message|stack|cause|toString)$/.test(member) : (members.get(type)?.includes(member) ?? false);
}

const body = 'arrayBuffer blob body bodyUsed bytes clone formData headers json text url';

/** What those types of the web and of the language have that are extended most. */
const members: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    Request: `${body} cache credentials destination integrity keepalive method mode redirect referrer referrerPolicy signal`,
    Response: `${body} ok redirected status statusText type`,
    Event: 'bubbles cancelable composed currentTarget defaultPrevented isTrusted preventDefault stopPropagation target timeStamp type',
    EventTarget: 'addEventListener dispatchEvent removeEventListener',
    Promise: 'catch finally then',
    Map: 'clear delete entries forEach get has keys set size values',
    Set: 'add clear delete entries forEach has keys size values',
  }).map(([name, written]) => [name, written.split(' ')]),
);

function isError(name: string): boolean {
  return name === 'Error' || (above[name] ?? []).includes('Error');
}
