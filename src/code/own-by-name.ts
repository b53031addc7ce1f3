const ownWords = String.raw`unsafe|internals?|private|unstable|experimental`;
const warning = String.raw`do[-_]?not[-_]?(?:use|import)`;
const ownPath = new RegExp(String.raw`/(?:${ownWords}|(?:unstable|experimental)[-_][^/]*|_[^/]*)(?:/|$)|${warning}`, 'i');

/** Whether a path by which a package can be entered says that what is behind it is the package's own, or may change: `./internal/a`, `./do-not-use-path`. */
export function isOwnPath(subpath: string): boolean {
  return ownPath.test(subpath);
}

/** The same of what is in a type or object. What ends with `_` is so, but for words that could not be names otherwise: `in_`. */
export function isOwnMember(name: string): boolean {
  return name.startsWith('_') || isOwnName(name) || (/[a-z0-9]_$/i.test(name) && !reserved.has(name.slice(0, -1)));
}

const reserved: ReadonlySet<string> = new Set(
  'as break case catch class const continue default delete do else enum export extends false finally for from function if implements import in instanceof interface is let new not null of or and package private protected public return static super switch this throw true try type typeof var void while with yield'.split(
    ' ',
  ),
);

const ownName = /^_+[^_]|^(?:unsafe|internal|private|unstable|experimental)_|do_?not_?(?:use|import)/i;

/** Whether what is exported from a script says by its name that it is the package's own, or may change: `_cache`, `unstable_batch`. `_` and `__` are names like others. */
export function isOwnName(name: string): boolean {
  return ownName.test(name);
}
