import { posix } from 'node:path';
import type { Machine } from '../machine.ts';
import { textOf } from '../operators.ts';
import { isThing, unclear, type Thing, type Value } from '../value.ts';

/** What of Node's `util` shapes objects. */
export function utilities({ realm }: Machine): Thing {
  const made = realm.plain();
  made.isOpen = true;
  made.isOfNode = true;
  made.properties.set(
    'inherits',
    realm.native((_, [type, parent]) => {
      const own = isThing(type) ? type.held('prototype') : undefined;
      const other = isThing(parent) ? parent.held('prototype') : undefined;
      if (isThing(own) && isThing(other)) own.prototype = other;
      return undefined;
    }),
  );
  return made;
}

/** Of Node's `path` what does not depend on where one is. */
export function paths({ realm }: Machine): Thing {
  const made = realm.plain({ sep: '/', delimiter: ':' });
  made.isOpen = true;
  made.isOfNode = true;
  const functions: Readonly<Record<string, (...given: string[]) => string>> = {
    basename: (path = '') => posix.basename(path),
    dirname: (path = '') => posix.dirname(path),
    extname: (path = '') => posix.extname(path),
    join: (...given) => posix.join(...given),
    normalize: (path = '') => posix.normalize(path),
  };
  for (const [name, call] of Object.entries(functions))
    made.properties.set(
      name,
      realm.native((_, given): Value => (given.includes(unclear) ? unclear : call(...given.map((each) => textOf(realm, each))))),
    );
  for (const name of ['resolve', 'relative'] as const)
    made.properties.set(
      name,
      realm.native((_, given): Value => {
        const texts = given.map((each) => (each === unclear ? '' : textOf(realm, each)));
        // Where one is in the end is known only of paths that begin at the root.
        const isKnown = name === 'resolve' ? texts.some((each) => posix.isAbsolute(each)) : texts.every((each) => posix.isAbsolute(each));
        if (!isKnown || given.includes(unclear)) return unclear;
        return name === 'resolve' ? posix.resolve(...texts) : posix.relative(texts[0] ?? '', texts[1] ?? '');
      }),
    );
  made.properties.set(
    'isAbsolute',
    realm.native((_, [path]) => (path === unclear ? unclear : posix.isAbsolute(textOf(realm, path)))),
  );
  return made;
}
