const ownWords = String.raw`unsafe|internals?|private|unstable|experimental`;
const warning = String.raw`do[-_]?not[-_]?(?:use|import)`;
const ownPath = new RegExp(String.raw`/(?:${ownWords}|(?:unstable|experimental)[-_][^/]*|_[^/]*)(?:/|$)|${warning}`, 'i');

/** Whether a path by which a package can be entered says that what is behind it is the package's own, or may change: `./internal/a`, `./do-not-use-path`. */
export function isOwnPath(subpath: string): boolean {
  return ownPath.test(subpath);
}

const ownName = /^_+[^_]|^(?:unsafe|internal|private|unstable|experimental)_|do_?not_?(?:use|import)/i;

/** Whether what is exported from a script says by its name that it is the package's own, or may change: `_cache`, `unstable_batch`. `_` and `__` are names like others. */
export function isOwnName(name: string): boolean {
  return ownName.test(name);
}
