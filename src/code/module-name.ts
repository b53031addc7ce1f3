import { posix } from 'node:path';
import type { FileFacts } from './facts.ts';

/** What a module itself is called where it is imported: `lib/parse-query.js` is `parseQuery`. */
export function moduleName(path: string): string {
  const [name = ''] = path.slice(path.lastIndexOf('/') + 1).split('.');
  return name.replace(/(?<![-_])[-_]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The path of a script without its suffix, and without `index`: how modules name each other. */
export function withoutScriptSuffix(path: string): string {
  return path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '');
}

/** The file that a relative import of a script names, without suffix; undefined for packages. */
export function importedPath(from: string, source: string): string | undefined {
  return source.startsWith('.') ? withoutScriptSuffix(posix.join(posix.dirname(from), source)) : undefined;
}

/** The package of a Java file; empty where it has none. */
export function packageOf(facts: FileFacts | undefined): string {
  const name = facts?.symbols[0]?.qualifiedName ?? '';
  return name === facts?.path ? '' : name;
}

/** Whether a symbol stands for its module. */
export function isModuleItself(name: string): boolean {
  return name === 'default' || name === 'module.exports';
}

/** What a script is found by where another imports it: its path without suffix, `''` for what stands at the root. */
export function moduleKey(path: string): string {
  const key = withoutScriptSuffix(path);
  return key === 'index' ? '' : key;
}

/** The key of what a relative import names; undefined for packages. */
export function resolvedKey(from: string, source: string): string | undefined {
  const path = importedPath(from, source)?.replace(/(?<!\/)\/+$/, '');
  return path === undefined ? undefined : path === '.' || path === 'index' ? '' : path;
}

/** The same for what a package's name or an alias may stand for in its own repository, which the mains of the programs know. */
export function importKey(from: string, source: string): string {
  return resolvedKey(from, source) ?? `package ${source}`;
}
