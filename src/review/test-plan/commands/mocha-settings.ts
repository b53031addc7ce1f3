import { parse as parseJson } from 'jsonc-parser';
import { parse as parseYaml } from 'yaml';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { valueOf } from '../../../code/flow/scope.ts';
import type { Statement } from '../../../code/statement.ts';
import { foldersAbove, inFolder, type BuildFiles } from '../build-files.ts';
import { readManifest } from './package-manifest.ts';
import { word } from './shell-words.ts';

/** Where mocha looks for its settings, in its order. */
const mochaFiles = [
  '.mocharc.cjs',
  '.mocharc.js',
  '.mocharc.mjs',
  '.mocharc.yaml',
  '.mocharc.yml',
  '.mocharc.jsonc',
  '.mocharc.json',
] as const;

/** What is not said again: the tests to run, and what ends early, never, or asks other files. */
const left = /^(?:spec|_|watch.*|w|bail|b|config|package|opts|extends)$/;

/**
 * The options for mocha to run some files only. What its settings list as `spec` is run besides what the command line names:
 * then they are left unread, and the others of them are said as options. Empty where they list nothing, or are code.
 * @see https://mochajs.org/#merging
 */
export function mochaOptions(folder: string, build: BuildFiles): readonly string[] {
  const packaged = readManifest(build.texts.get(inFolder(folder, 'package.json')) ?? '').mocha;
  if (packaged['spec'] !== undefined) return ['--no-package', ...optionsOf(packaged)];
  for (const above of foldersAbove(inFolder(folder, 'package.json'))) {
    const path = mochaFiles.map((name) => inFolder(above, name)).find((each) => build.texts.has(each));
    if (path === undefined) continue;
    const settings = settingsIn(path, build);
    return settings?.['spec'] === undefined ? [] : ['--no-config', ...optionsOf(settings)];
  }
  return [];
}

type Settings = Readonly<Record<string, unknown>>;

/** Undefined where they cannot be told, as where code works some of them out. */
function settingsIn(path: string, { texts, code }: BuildFiles): Settings | undefined {
  const file = code.get(path);
  if (/\.[cm]?js$/.test(path)) return file && settingsOf(file);
  const text = texts.get(path) ?? '';
  try {
    const read: unknown = /\.ya?ml$/.test(path) ? parseYaml(text, { maxAliasCount: 0 }) : parseJson(text);
    return typeof read === 'object' && read !== null ? (read as Settings) : undefined;
  } catch {
    // What cannot be read is mocha's to complain about.
    return undefined;
  }
}

/** `module.exports = { spec: 'test' }`, `export default { spec: ['test'] }`, or of a constant; undefined where anything else is done. */
function settingsOf({ facts }: SourceFile): Settings | undefined {
  const [module, ...declared] = facts?.symbols ?? [];
  const isDirective = (statement: Statement): boolean => statement.kind === 'expression' && statement.value.kind === 'string';
  if (!facts || module?.body?.every(isDirective) === false || facts.imports.length > 0) return undefined;
  const named = declared.filter(({ name }) => facts.exports.some((each) => each.name === name));
  const [whole] = named.filter(({ name }) =>
    facts.exports.some((each) => each.name === name && /^(?:default|export=)$/.test(each.exported)),
  );
  const settings = (whole ? membersOf(whole, facts) : named).map((symbol) => [symbol.name, plainValue(valueOf(symbol))] as const);
  return settings.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(settings);
}

/** What a literal stands for; undefined for other code. */
function plainValue(expression: Expression | undefined): unknown {
  switch (expression?.kind) {
    case 'string':
      return expression.value;
    case 'number':
      return Number(expression.text);
    case 'true':
    case 'false':
      return expression.kind === 'true';
    case 'array': {
      const values = expression.elements.map(plainValue);
      return values.includes(undefined) ? undefined : values;
    }
    default:
      return undefined;
  }
}

function optionsOf(settings: Settings): readonly string[] {
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
