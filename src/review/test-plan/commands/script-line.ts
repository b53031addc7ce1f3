import { isPlainWord } from './shell-words.ts';

/** A script's own way to start a test runner, without the files that it runs. */
export interface ScriptLine {
  readonly runner: string;
  /** `NODE_ENV=test` */
  readonly variables: readonly string[];
  readonly usesCrossEnv: boolean;
  /** `node --expose-gc node_modules/.bin/mocha`, where the runner is not started by its name alone. */
  readonly start: readonly string[];
  readonly flags: readonly string[];
}

const names = /^(?:vitest|jest|mocha|ava|tap|tape|jasmine|playwright)$/;
/** Options that take the next word. */
const takesValue =
  /^(?:--dir|--root|--config|-c|--require|-r|--import|--loader|--experimental-loader|--reporter|-R|--project|--env|--environment|--timeout|-t|--ui|-u|--opts|--file|--pool)$/;
/** What is about all tests, ends at the first failure, or never ends. */
const dropped = /^(?:run|watch|test|dev|--|--run|-w|--watch\w*|--coverage.*|--changed.*|--onlyChanged|-o|--bail|-b|--passWithNoTests)$/;

/** What a script says about its test runner; undefined where it starts none that is known. */
export function readScriptLine(script: string, files: readonly string[]): ScriptLine | undefined {
  for (const part of script.split(/&&|\|\||[;|&\n]/)) {
    const words = part.trim().split(/\s+/).map(unquoted);
    const line = readWords(words, files);
    if (line) return line;
  }
  return undefined;
}

function readWords(words: readonly string[], files: readonly string[]): ScriptLine | undefined {
  const at = words.findIndex((word) => runnerIn(word) !== undefined);
  const variables = words.slice(0, at === -1 ? words.length : at).filter((word) => /^\w+=/.test(word));
  const usesCrossEnv = words.includes('cross-env');
  if (at === -1) return nodeLine(words, files, { variables, usesCrossEnv });
  const starter = words[at] ?? '';
  const node = starter.includes('/') ? words.lastIndexOf('node', at) : -1;
  const start = node === -1 ? [] : words.slice(node, at + 1);
  const line = { runner: runnerIn(starter) ?? '', variables, usesCrossEnv, start, flags: flagsOf(words.slice(at + 1), files) };
  return isSafe(line) ? line : { ...line, variables: [], usesCrossEnv: false, start: [], flags: [] };
}

/** `node --import tsx --test test/*.ts`, `tsx --test`. */
function nodeLine(
  words: readonly string[],
  files: readonly string[],
  rest: Pick<ScriptLine, 'variables' | 'usesCrossEnv'>,
): ScriptLine | undefined {
  const at = words.findIndex((word) => word === 'node' || word === 'tsx');
  if (at === -1 || !words.slice(at).includes('--test')) return undefined;
  const line = { runner: 'node', ...rest, start: words.slice(at, at + 1), flags: flagsOf(words.slice(at + 1), files) };
  return isSafe(line) ? line : { runner: 'node', variables: [], usesCrossEnv: false, start: ['node'], flags: ['--test'] };
}

function runnerIn(word: string): string | undefined {
  const name = word
    .slice(word.lastIndexOf('/') + 1)
    .replace(/^_/, '')
    .replace(/\.[cm]?js$/, '');
  return names.test(name) && (!word.includes('/') || word.includes('node_modules/')) ? name : undefined;
}

/** The options; without the files, folders and patterns that say which tests are run. */
function flagsOf(words: readonly string[], files: readonly string[]): readonly string[] {
  return words.filter((word, index) => {
    if (takesValue.test(words[index - 1] ?? '')) return true;
    if (word === '' || dropped.test(word)) return false;
    const path = word.replace(/^\.\//, '').replace(/\/$/, '');
    return !/[*?{[]/.test(word) && !files.some((file) => file === path || file.startsWith(`${path}/`));
  });
}

/** A script may hold anything; only plain words are handed on. */
function isSafe({ variables, start, flags }: ScriptLine): boolean {
  return [...variables, ...start, ...flags].every(isPlainWord);
}

function unquoted(text: string): string {
  return /^(['"]).*\1$/.test(text) ? text.slice(1, -1) : text;
}
