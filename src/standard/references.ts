import { join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { suggestion } from '../base/nearest.ts';
import type { TreeReader } from '../change/change-set.ts';
import { builtInStandards } from './built-in.ts';
import type { CheckQuery } from './check-custom-rules.ts';
import { isGitReference, parseGitReference } from './git-reference.ts';
import { folderHome, relativePath, treeHome } from './home.ts';
import type { Home } from './home.ts';

/** The name of a standard's file where only its folder, package or repository is named. */
export const standardFileName = 'plumbline.yaml';

/**
 * Gets the tree of a tag or commit of a git repository, from the cache if it is there; returns its folder.
 * @throws UserError where it cannot be had, or where the revision is a branch
 */
export type FetchPinned = (url: string, revision: string) => Promise<string>;

/** Where standards that are not part of the file itself are looked for. */
export interface StandardSources {
  /** The absolute folder that has the `node_modules`. */
  readonly root: string;
  /** The side of the change that is believed: what it holds wins over what lies on disk. */
  readonly base?: TreeReader;
  /** Undefined where nothing may be fetched, e.g. in a workspace that is not trusted. */
  readonly fetchPinned?: FetchPinned;
  /** Tries the queries of the standard's own rules; without it mistakes in them are told when they are run. */
  readonly checkQuery?: CheckQuery;
}

/** A file of a standard, found. */
export interface StandardText {
  readonly home: Home;
  /** Relative to its home. */
  readonly path: string;
  readonly text: string;
}

/** The source of a file in messages, unique for the file. */
export function sourceOf({ home, path }: Pick<StandardText, 'home' | 'path'>): string {
  return home.label === '' || path === '' ? home.label + path : `${home.label}/${path}`;
}

/** Whether it means a built-in standard or a git repository, and so cannot be a file of that name. */
export function isReference(named: string): boolean {
  return named.startsWith('plumbline:') || isGitReference(named);
}

/**
 * Finds what a file's `extends` names.
 * @throws UserError where it is not to be had
 */
export async function findReferenced(from: StandardText, reference: string, sources: StandardSources): Promise<StandardText> {
  if (reference.startsWith('plumbline:')) return builtInStandard(reference);
  if (isGitReference(reference)) return fromGit(from, reference, sources);
  if (/^\.{0,2}\//.test(reference) || /^[A-Za-z]:[\\/]/.test(reference)) return fromFile(from, reference);
  return fromPackage(reference, sources);
}

/** @throws UserError where there is none of this name */
export function builtInStandard(reference: string): StandardText {
  const text = builtInStandards[reference];
  const known = Object.keys(builtInStandards);
  if (text === undefined)
    throw new UserError(`There is no standard "${reference}"${suggestion(reference, known)}.`, `There are ${known.join(', ')}.`);
  return { home: { label: reference, trusted: false, read: () => Promise.resolve(undefined) }, path: '', text };
}

async function fromFile(from: StandardText, reference: string): Promise<StandardText> {
  const path = reference.startsWith('.') ? relativePath(from.home, from.path, reference) : undefined;
  if (path === undefined)
    throw new UserError(
      `"${reference}" lies outside of what the standard belongs to.`,
      'Use a path inside, a package or a git repository.',
    );
  return readIn(from.home, path, reference);
}

async function fromPackage(reference: string, sources: StandardSources): Promise<StandardText> {
  const match = /^((?:@[\w.~-]+\/)?[\w~-][\w.~-]*)(?:\/([^\\]+))?$/.exec(reference);
  const [, name, path = standardFileName] = match ?? [];
  if (name === undefined || path.split('/').includes('..'))
    throw new UserError(
      `"${reference}" is no name of a package.`,
      'A file begins with "./", a git repository with "git+https:" or "github:".',
    );
  const folder = `node_modules/${name}/`;
  const tracked = sources.base ? treeHome(sources.base, folder, name) : undefined;
  const text = await tracked?.read(path);
  if (tracked && text !== undefined) return { home: tracked, path, text };
  return readIn(packageHome(sources.root, folder, name), path, reference);
}

/** Confined to the repository and not to the package alone: package managers link packages from elsewhere in it. */
function packageHome(root: string, folder: string, name: string): Home {
  const home = folderHome(root, name, false);
  return { ...home, read: (path) => home.read(join(folder, path)) };
}

async function fromGit(from: StandardText, reference: string, sources: StandardSources): Promise<StandardText> {
  const parsed = parseGitReference(reference, from.home.trusted);
  if (typeof parsed === 'string') throw new UserError(parsed, 'Pin it, e.g. github:acme/standard#v1.2.0');
  if (!sources.fetchPinned) throw new UserError(`"${reference}" may not be fetched here.`, 'Trust the workspace first.');
  const folder = await sources.fetchPinned(parsed.url, parsed.revision);
  return readIn(folderHome(folder, reference, false), standardFileName, reference);
}

async function readIn(home: Home, path: string, reference: string): Promise<StandardText> {
  const text = await home.read(path);
  if (text !== undefined) return { home, path, text };
  const hint = home.label === '' ? 'Check the path.' : 'Is the package installed, and does it hold this file?';
  throw new UserError(`"${reference}" is not to be found: there is no ${sourceOf({ home, path })}.`, hint);
}
