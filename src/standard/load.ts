import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { reasonOf, UserError } from '../base/errors.ts';
import type { TreeReader } from '../change/change-set.ts';
import type { Rule } from '../rules/rule.ts';
import { recommendedStandard } from './built-in.ts';
import { checkCustomRules } from './check-custom-rules.ts';
import { checkWaivers } from './check-waivers.ts';
import { collectLayers } from './collect-layers.ts';
import { isGitReference } from './git-reference.ts';
import { folderHome, treeHome } from './home.ts';
import type { Home } from './home.ts';
import { layerReader } from './layer.ts';
import { mergeLayers } from './merge.ts';
import { standardError } from './problem.ts';
import type { Problem } from './problem.ts';
import { builtInStandard, findReferenced, isReference, standardFileName } from './references.ts';
import type { StandardSources, StandardText } from './references.ts';
import type { Standard } from './standard.ts';

/**
 * The standard of a repository: its `plumbline.yaml` as the base side has it, so that a change cannot exempt itself;
 * the recommended one where there is none.
 * @throws UserError which names everything that is wrong in it
 */
export function loadStandard(base: TreeReader, rules: readonly Rule[], sources: StandardSources): Promise<Standard> {
  return loadFrom(treeHome(base, '', ''), rules, { ...sources, base });
}

/**
 * The standard that the person named, and so trusts: it may extend files anywhere beside it.
 * @param named a file (relative to the current folder), a built-in standard, or one in a git repository
 * @throws UserError which names everything that is wrong in it
 */
export async function loadNamedStandard(named: string, rules: readonly Rule[], sources: StandardSources): Promise<Standard> {
  return merge(await findNamed(named, sources), rules, sources);
}

/**
 * The standard of a folder as it lies on disk.
 * @throws UserError which names everything that is wrong in it
 */
export function loadStandardOnDisk(rules: readonly Rule[], sources: StandardSources): Promise<Standard> {
  return loadFrom(folderHome(sources.root, '', false), rules, sources);
}

/**
 * What is wrong in a `plumbline.yaml` as it is being written. Nothing is fetched for that: a file that extends one
 * in a git repository is looked at alone.
 * @param sources their root is the folder of the file
 */
export async function mistakesIn(
  text: string,
  rules: readonly Rule[],
  sources: Omit<StandardSources, 'base' | 'fetchPinned'>,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const own = layerReader(rules, problems)(standardFileName, text);
  if (problems.length > 0 || [own?.settings.extends ?? []].flat().some(isGitReference)) return problems;
  const merged = await tryToMerge({ home: folderHome(sources.root, '', false), path: standardFileName, text }, rules, sources);
  return Array.isArray(merged) ? merged.filter(({ source }) => source === standardFileName) : [];
}

async function loadFrom(home: Home, rules: readonly Rule[], sources: StandardSources): Promise<Standard> {
  const text = await home.read(standardFileName);
  return merge(text === undefined ? builtInStandard(recommendedStandard) : { home, path: standardFileName, text }, rules, sources);
}

async function findNamed(named: string, sources: StandardSources): Promise<StandardText> {
  if (isReference(named)) return findReferenced({ home: folderHome('.', '', true), path: '', text: '' }, named, sources);
  const path = resolve(named);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UserError(`The standard ${named} cannot be read: ${reasonOf(error)}.`, 'Check the path.', { cause: error });
  });
  return { home: folderHome(dirname(path), dirname(named) === '.' ? '' : dirname(named), true), path: basename(path), text };
}

async function merge(start: StandardText, rules: readonly Rule[], sources: StandardSources): Promise<Standard> {
  const merged = await tryToMerge(start, rules, sources);
  if (Array.isArray(merged)) throw standardError(merged);
  return merged;
}

async function tryToMerge(start: StandardText, rules: readonly Rule[], sources: StandardSources): Promise<Standard | Problem[]> {
  const problems: Problem[] = [];
  const layers = await collectLayers(start, { sources, problems, readLayer: layerReader(rules, problems) });
  if (problems.length > 0) return problems;
  const standard = mergeLayers(layers, rules);
  problems.push(...(await checkCustomRules(layers, standard, sources.checkQuery)), ...checkWaivers(standard));
  return problems.length > 0 ? problems : standard;
}
