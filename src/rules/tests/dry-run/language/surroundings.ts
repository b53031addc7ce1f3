import type { Realm } from '../realm.ts';
import { Thing, unclear } from '../value.ts';

/** What is there in every script, and of which nothing is known. */
export const unknownNames: readonly string[] = [
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
];

/** Bytes are not known; that other objects are none is. */
export function bufferType(realm: Realm): Thing {
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
export function processOf(realm: Realm): Thing {
  const stream = (): Thing =>
    realm.plain({ isTTY: undefined, columns: undefined, write: realm.native(() => true), on: unclear, once: unclear });
  const process = realm.plain({
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
  process.isOpen = true;
  return process;
}
