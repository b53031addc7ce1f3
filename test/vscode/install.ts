import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';
import { replaceNativeModules } from './native-stand-ins.ts';
import { VSCODE_CACHE, VSCODE_VERSIONS, type VersionName } from './versions.ts';

/** A VS Code server on this machine. */
export interface Installation {
  /** The Node program that runs the server. */
  readonly node: string;
  /** The folder with the server's `out/server-main.js`. */
  readonly server: string;
}

const NPM_TIME_LIMIT_MS = 10 * 60_000;
const NPM_INSTALL = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Installs a VS Code version into the cache folder unless it is there already.
 * It is installed beside its place and renamed at the end, so that an interrupted installation is never taken for a whole one.
 */
export function installVSCode(name: VersionName): Installation {
  const folder = join(VSCODE_CACHE, VSCODE_VERSIONS[name].vscode);
  if (!existsSync(folder)) install(name, folder);
  return {
    node: join(folder, 'node_modules', nodePackage(), 'bin', 'node'),
    server: serverFolder(folder),
  };
}

function serverFolder(installation: string): string {
  return join(installation, 'node_modules', 'code-server', 'lib', 'vscode');
}

function install(name: VersionName, folder: string): void {
  const { vscode, codeServer, node } = VSCODE_VERSIONS[name];
  const started = performance.now();
  console.log(`Installing VS Code ${vscode} (up to 0.8 GB) into ${folder} …`);
  mkdirSync(VSCODE_CACHE, { recursive: true });
  removeAbandoned();
  const partial = mkdtempSync(join(VSCODE_CACHE, 'partial-'));
  try {
    writeFileSync(join(partial, 'package.json'), '{ "private": true }\n');
    npm(partial, [`code-server@${codeServer}`, `${nodePackage()}@${node}`, '--save-exact']);
    // The server's own dependencies are not code-server's: it installs them in its install script, which refuses to run as root.
    npm(serverFolder(partial), ['--omit=dev']);
    replaceNativeModules(serverFolder(partial));
    moveIntoPlace(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  console.log(`Installed VS Code ${vscode} in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
}

/** Removes what a killed installation left behind; a younger one may still be running. */
function removeAbandoned(): void {
  for (const name of readdirSync(VSCODE_CACHE).filter((entry) => entry.startsWith('partial-'))) {
    const folder = join(VSCODE_CACHE, name);
    if (Date.now() - statSync(folder).mtimeMs > 2 * NPM_TIME_LIMIT_MS) rmSync(folder, { recursive: true, force: true });
  }
}

function npm(folder: string, packages: readonly string[]): void {
  const run = spawnSync('npm', [...NPM_INSTALL, ...packages], { cwd: folder, encoding: 'utf8', timeout: NPM_TIME_LIMIT_MS });
  if (run.status === 0) return;
  const reason = run.error?.message ?? `exit code ${run.status ?? run.signal ?? 'unknown'}`;
  throw new Error(`npm install ${packages.join(' ')} failed in ${folder}: ${reason}\n${run.stdout}${run.stderr}`);
}

function moveIntoPlace(partial: string, folder: string): void {
  try {
    renameSync(partial, folder);
  } catch (error) {
    // Another run may have been quicker; then its installation is as good as this one.
    if (!existsSync(folder)) throw error;
  }
}

function nodePackage(): string {
  const { platform, arch } = process;
  if (platform === 'linux' && (arch === 'x64' || arch === 'arm64')) return `node-linux-${arch}`;
  throw new Error(
    `VS Code from npm packages runs on Linux x64 and arm64, not on ${platform} ${arch}.\n` +
      'Set VSCODE_DESKTOP=1 to run the suite in a downloaded desktop VS Code instead.',
  );
}

if (process.argv[1] === import.meta.filename) {
  try {
    for (const name of Object.keys(VSCODE_VERSIONS) as VersionName[]) installVSCode(name);
    console.log(`VS Code is installed in ${VSCODE_CACHE}; Chromium is ${findChromium()}.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
