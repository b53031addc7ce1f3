import { posix } from 'node:path';
import { isOwnPath } from '../../../code/own-by-name.ts';

/** A place in a package where consumers may enter, as its manifest says: what they import, and the file they get. */
export interface EntryTarget {
  /** `.` or `./feature`. */
  readonly subpath: string;
  /** Relative to the package, without `./`; may hold one `*`. */
  readonly target: string;
}

/** What a `package.json` says about the package's outside. */
export interface Manifest {
  /** Relative to the repository root; empty for the root. */
  readonly directory: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly hasBin: boolean;
  readonly targets: readonly EntryTarget[];
  /** Those paths of its `exports` that are no entry points, by what they are called. */
  readonly ownPaths: readonly string[];
  /** What the manifest's scripts run, for the files that they make a bundle of. */
  readonly commands: readonly string[];
  /** Names of all packages it depends on, in any way. */
  readonly dependencies: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** Undefined for a text that is no manifest of a package: broken, or there only to set `type`. Without a name it cannot be published. */
export function readManifest(path: string, text: string): Manifest | undefined {
  const json = parseObject(text);
  if (!json) return undefined;
  const isNamed = typeof json['name'] === 'string';
  if (!isNamed && entryTargets(json).length === 0 && !('dependencies' in json || 'devDependencies' in json || 'scripts' in json))
    return undefined;
  const directory = posix.dirname(path) === '.' ? '' : posix.dirname(path);
  return {
    directory,
    name: typeof json['name'] === 'string' ? json['name'] : directory === '' ? 'package.json' : directory,
    isPrivate: json['private'] === true || (!isNamed && entryTargets(json).length === 0),
    hasBin: json['bin'] !== undefined,
    targets: entryTargets(json),
    ownPaths: Object.keys(objectOf(json['exports']) ?? {}).filter((key) => key.startsWith('.') && isOwnPath(key)),
    commands: Object.values(objectOf(json['scripts']) ?? {}).filter((each) => typeof each === 'string'),
    dependencies: ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((key) =>
      Object.keys(objectOf(json[key]) ?? {}),
    ),
  };
}

function parseObject(text: string): Json | undefined {
  try {
    return objectOf(JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function entryTargets(json: Json): EntryTarget[] {
  const exports = json['exports'];
  const fields = ['main', 'module', 'browser', 'types', 'typings'].flatMap((key) => (typeof json[key] === 'string' ? [json[key]] : []));
  const declared = exports === undefined ? fields.map((target) => ({ subpath: '.', target })) : exportTargets(exports);
  const isCode = ({ target }: EntryTarget): boolean => !/\.(?:json|css|scss|wasm|node|html|svg)$/.test(target);
  const unique = new Map(
    declared
      .filter((each) => isCode(each) && !isOwnPath(each.subpath))
      .map(({ subpath, target }) => [`${subpath} ${target}`, { subpath, target: posix.normalize(target).replace(/^\.\//, '') }]),
  );
  return [...unique.values()].filter(({ target }) => !target.startsWith('..'));
}

/** The `exports` of a manifest: every target of every condition counts. */
function exportTargets(exports: unknown): EntryTarget[] {
  const map = objectOf(exports);
  const hasSubpaths = map !== undefined && Object.keys(map).some((key) => key.startsWith('.'));
  if (!hasSubpaths) return conditionTargets(exports).map((target) => ({ subpath: '.', target }));
  return Object.entries(map).flatMap(([subpath, value]) => conditionTargets(value).map((target) => ({ subpath, target })));
}

function conditionTargets(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (depth > 10 || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each) => conditionTargets(each, depth + 1));
}
