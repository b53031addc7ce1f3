import type { SourceFile } from '../../../code/code-change.ts';
import type { BuildFiles } from '../build-files.ts';
import { javaRunner } from './java-runner.ts';
import type { Runner } from './runner.ts';
import { scriptRunner } from './script-runner.ts';

/** What runs a test file by the build files above it; undefined where that cannot be told. */
export function runnerOf(file: SourceFile, build: BuildFiles): Runner | undefined {
  // A name that breaks lines would end the command line.
  if (/\p{Cc}/u.test(file.path)) return undefined;
  return file.facts?.language === 'java' ? javaRunner(file, build) : scriptRunner(file, build);
}

/** The command lines that run these tests, in their order; with a placeholder for the tests where `form` says so. */
export function commandsFor(
  runners: ReadonlyMap<SourceFile, Runner | undefined>,
  form: 'commandFor' | 'templateFor' = 'commandFor',
): readonly string[] {
  const groups = new Map<string, { readonly runner: Runner; readonly files: SourceFile[] }>();
  for (const [file, runner] of runners) {
    if (!runner) continue;
    const group = groups.get(runner.key);
    if (group) group.files.push(file);
    else groups.set(runner.key, { runner, files: [file] });
  }
  return [...groups.values()].map(({ runner, files }) => runner[form](files));
}
