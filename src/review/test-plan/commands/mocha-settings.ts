import { parse as parseJson } from 'jsonc-parser';
import { parse as parseYaml } from 'yaml';
import { foldersAbove, inFolder, type BuildFiles } from '../build-files.ts';
import { readManifest } from './package-manifest.ts';
import { word } from './shell-words.ts';

/** Where mocha looks for its settings, in its order, as far as they are data. */
const mochaFiles = ['.mocharc.yaml', '.mocharc.yml', '.mocharc.jsonc', '.mocharc.json'] as const;

/** What is not said again: the tests to run, and what ends early, never, or asks other files. */
const left = /^(?:spec|_|watch.*|w|bail|b|config|package|opts|extends)$/;

/**
 * The options for mocha to run some files only. What its settings list as `spec` is run besides what the command line names:
 * then they are left unread, and the others of them are said as options. Empty where they list nothing, or are code.
 * @see https://mochajs.org/#merging
 */
export function mochaOptions(folder: string, { texts, has }: BuildFiles): readonly string[] {
  const packaged = readManifest(texts.get(inFolder(folder, 'package.json')) ?? '').mocha;
  if (packaged['spec'] !== undefined) return ['--no-package', ...optionsOf(packaged)];
  for (const above of foldersAbove(inFolder(folder, 'package.json'))) {
    if (['.mocharc.cjs', '.mocharc.js', '.mocharc.mjs'].some((name) => has(inFolder(above, name)))) return [];
    const path = mochaFiles.map((name) => inFolder(above, name)).find((each) => texts.has(each));
    if (path === undefined) continue;
    const settings = settingsIn(path, texts.get(path) ?? '');
    return settings['spec'] === undefined ? [] : ['--no-config', ...optionsOf(settings)];
  }
  return [];
}

function settingsIn(path: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = /\.ya?ml$/.test(path) ? parseYaml(text, { maxAliasCount: 0 }) : parseJson(text);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    // What cannot be read is mocha's to complain about.
    return {};
  }
}

function optionsOf(settings: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    if (left.test(name) || !/^[\w-]+$/.test(name)) return [];
    const option = `${name.length === 1 ? '-' : '--'}${name}`;
    return [value].flat().flatMap((each: unknown) => {
      if (each === true) return [option];
      if (each === false) return [`--no-${name}`];
      return typeof each === 'string' || typeof each === 'number'
        ? [word(name.length === 1 ? `${option}${each}` : `${option}=${each}`)]
        : [];
    });
  });
}
