import type { SourceFile } from '../../../code/code-change.ts';
import { foldersAbove, inFolder, within, type BuildFiles } from '../build-files.ts';
import { mochaOptions } from './mocha-settings.ts';
import { readManifest, type PackageManifest } from './package-manifest.ts';
import type { Runner } from './runner.ts';
import { readScriptLine, type ScriptLine } from './script-line.ts';
import { fileWord, inFolderOf } from './shell-words.ts';

/** How each is told to run some files once. */
const runners: Readonly<Record<string, { readonly package?: string; readonly start: readonly string[]; readonly files?: string }>> = {
  vitest: { start: ['vitest', 'run'] },
  jest: { start: ['jest'], files: '--runTestsByPath' },
  mocha: { start: ['mocha'] },
  ava: { start: ['ava'] },
  tap: { start: ['tap'] },
  tape: { start: ['tape'] },
  jasmine: { start: ['jasmine'] },
  playwright: { package: '@playwright/test', start: ['playwright', 'test'] },
  node: { start: ['node', '--test'] },
};

/** The runner that the nearest package with one names in its scripts, or else has among what it depends on. */
export function scriptRunner(file: SourceFile, build: BuildFiles): Runner | undefined {
  const framework = frameworkOf(file);
  for (const folder of foldersAbove(file.path)) {
    const text = build.texts.get(inFolder(folder, 'package.json'));
    if (text === undefined) continue;
    const manifest = readManifest(text);
    const name = nameOf(manifest, framework, within(folder, file.path));
    if (name !== undefined) return runner(name, folder, manifest, build);
  }
  return undefined;
}

function runner(name: string, folder: string, manifest: PackageManifest, build: BuildFiles): Runner {
  const pathsOf = (files: readonly SourceFile[]): readonly string[] => files.map(({ path }) => within(folder, path));
  const running = (files: readonly SourceFile[], words: readonly string[]): string => {
    const line = linesOf(manifest, pathsOf(files)).find((each) => each.runner === name);
    const settings =
      name === 'mocha' && !line?.flags.some((flag) => /^--(?:no-)?(?:config|package)\b/.test(flag))
        ? mochaOptions(folder, build)
        : name === 'tap'
          ? tapOptions(manifest, line?.flags ?? [])
          : [];
    return inFolderOf(folder, [...startOf(name, line, launcher(folder, manifest, build)), ...settings, ...words].join(' '));
  };
  return {
    name: name === 'node' ? 'node --test' : name,
    key: `${name} ${folder}`,
    commandFor: (files) => running(files, pathsOf(files).map(fileWord)),
    templateFor: (files) => running(files, ['{files}']),
  };
}

/** From version 15 on tap fails where the tests that are run do not reach every line. */
function tapOptions({ dependencies }: PackageManifest, flags: readonly string[]): readonly string[] {
  const version = Number(/\d+/.exec(dependencies.get('tap') ?? '')?.[0] ?? 0);
  if (version < 15 || flags.some((flag) => flag.includes('coverage'))) return [];
  return [version < 18 ? '--no-check-coverage' : '--disable-coverage'];
}

function startOf(name: string, line: ScriptLine | undefined, launch: string): readonly string[] {
  const { start = [name], files } = runners[name] ?? {};
  const { variables = [], usesCrossEnv = false, flags = [] } = line ?? {};
  const [program = name, ...once] = start;
  const own = line && line.start.length > 0 ? line.start : [program];
  // The script's own words hold `--test` already.
  const isTold = line !== undefined && name === 'node';
  const started = [...own, ...(isTold ? [] : once), ...flags, ...(files === undefined ? [] : [files])];
  if (usesCrossEnv) return [launch, 'cross-env', ...variables, ...started];
  return [...variables, ...(own[0] === 'node' ? [] : [launch]), ...started];
}

/** The one that the file's own framework asks for, where the package has it; or else the first that a script starts. */
function nameOf(manifest: PackageManifest, framework: string | undefined, path: string): string | undefined {
  const scripted = linesOf(manifest, [path]).map((line) => line.runner);
  const installed = Object.keys(runners).filter((name) => manifest.dependencies.has(runners[name]?.package ?? name));
  const known = [...scripted, ...installed];
  if (framework === 'node') return 'node';
  return framework !== undefined && known.includes(framework) ? framework : known.find((name) => name !== 'playwright');
}

function linesOf({ scripts }: PackageManifest, files: readonly string[]): readonly ScriptLine[] {
  return scripts.flatMap((script) => readScriptLine(script, files) ?? []);
}

/** By what a file imports: `describe` and `it` are the words of several. */
function frameworkOf({ facts }: SourceFile): string | undefined {
  const sources = facts?.imports.map(({ source }) => source) ?? [];
  if (sources.some((source) => source === 'node:test' || source === 'test')) return 'node';
  return Object.keys(runners).find((name) =>
    sources.some((source) => source === (runners[name]?.package ?? name) || source === `@${name}/globals`),
  );
}

/** What starts a program of the package's own, by the package manager that the repository uses. */
function launcher(folder: string, manifest: PackageManifest, build: BuildFiles): string {
  const folders = foldersAbove(inFolder(folder, 'package.json'));
  const said = manifest.packageManager ?? readManifest(build.texts.get('package.json') ?? '').packageManager ?? '';
  const manager = Object.keys(launchers).find((name) => said.startsWith(`${name}@`));
  const locked = Object.entries(locks).find(([lock]) => folders.some((each) => build.has(inFolder(each, lock))))?.[1];
  return launchers[manager ?? locked ?? 'npm'] ?? 'npx';
}

const launchers: Readonly<Record<string, string>> = { npm: 'npx', pnpm: 'pnpm exec', yarn: 'yarn', bun: 'bunx' };
const locks = { 'pnpm-lock.yaml': 'pnpm', 'yarn.lock': 'yarn', 'bun.lock': 'bun', 'bun.lockb': 'bun' };
