import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Log, Result } from 'sarif';

/** The built command line. */
export const cli = join(import.meta.dirname, '../../../dist/cli.js');

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the built command line, as a person would. */
export function startCli(args: readonly string[], { cwd, environment }: RunOptions = {}) {
  if (!existsSync(cli)) throw new Error(`${cli} is not there: run \`npm run build\` first`);
  const env = { PATH: process.env['PATH'], HOME: devNull, XDG_CACHE_HOME: devNull, ...environment };
  return spawn(process.execPath, [cli, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the built command line to its end. */
export async function runCli(args: readonly string[], options?: RunOptions): Promise<Run> {
  const child = startCli(args, options);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr, exitCode: await ended };
}

/** The results of a SARIF report in short: `rule path:line state`, suppressed ones left out. */
export function resultsOf(sarif: string): string[] {
  const results = (JSON.parse(sarif) as Log).runs[0]?.results ?? [];
  return results.filter(({ suppressions }) => !suppressions?.length).map(describe);
}

function describe({ ruleId, locations, baselineState }: Result): string {
  const physical = locations?.[0]?.physicalLocation;
  return `${ruleId ?? ''} ${physical?.artifactLocation?.uri ?? ''}:${physical?.region?.startLine ?? 0} ${baselineState ?? ''}`;
}
