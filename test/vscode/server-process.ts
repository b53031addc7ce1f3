import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { cleanUpAtExit, endProcessGroup } from './cleanup.ts';
import type { Installation } from './install.ts';

/** A running VS Code server with its own, empty data and extensions folders. */
export interface ServerProcess {
  readonly port: number;
  /** What the server has written so far. */
  log(): string;
  /** Ends the server with all that it started and deletes its data. */
  stop(): void;
}

const START_LIMIT_MS = 60_000;

/** Settings under which nothing moves or asks by itself. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Starts the server and waits until it listens. */
export async function startServer(
  installation: Installation,
  options: { readonly settings: Readonly<Record<string, unknown>>; readonly trusted: boolean },
): Promise<ServerProcess> {
  const data = mkdtempSync(join(tmpdir(), 'plumbline-vscode-'));
  writeSettings(data, options.settings);
  const child = spawn(installation.node, serverArguments(data, options.trusted), {
    cwd: installation.server,
    env: { ...process.env, PATH: `${dirname(installation.node)}${delimiter}${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const log = collectOutput(child);
  const stop = cleanUpAtExit(() => {
    endProcessGroup(child.pid);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  });
  try {
    return { port: await listeningPort(child, log), log, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function writeSettings(data: string, settings: Readonly<Record<string, unknown>>): void {
  const folder = join(data, 'data', 'Machine');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2));
}

function serverArguments(data: string, trusted: boolean): string[] {
  return [
    join('out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    // Without this flag a built VS Code ignores the extension development path and the tests path silently.
    '--enable-smoke-test-driver',
    ...(trusted ? ['--disable-workspace-trust'] : []),
    ...['--telemetry-level', 'off', '--server-data-dir', data, '--extensions-dir', join(data, 'extensions')],
  ];
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return () => text;
}

function listeningPort(child: ChildProcess, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      clearTimeout(limit);
      reject(new Error(`The VS Code server ${reason}. Its log:\n${log()}`));
    };
    const limit = setTimeout(() => {
      fail(`did not listen within ${START_LIMIT_MS / 1000} s`);
    }, START_LIMIT_MS);
    child.once('error', (error) => {
      fail(`could not be started: ${error.message}`);
    });
    child.once('exit', (code) => {
      fail(`ended at once with exit code ${code ?? 'none'}`);
    });
    child.stdout?.on('data', () => {
      const port = /agent listening on (\d{1,5})/.exec(log())?.[1];
      if (port === undefined) return;
      clearTimeout(limit);
      resolve(Number(port));
    });
  });
}
