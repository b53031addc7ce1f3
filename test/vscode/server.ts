import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { format } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';
import { installVSCode } from './install.ts';
import { startServer, type ServerProcess } from './server-process.ts';
import type { VersionName } from './versions.ts';

export interface VSCodeOptions {
  readonly version: VersionName;
  /** The extension's folder (the one with `package.json`), absolute. */
  readonly extensionPath: string;
  /** The folder, or the `.code-workspace` file, to open, absolute. Left out: an empty window. */
  readonly workspace?: string;
  /** Machine settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** `false` turns Workspace Trust on and leaves the workspace untrusted (Restricted Mode). */
  readonly trusted?: boolean;
  /** A module with `run(): Promise<void>` to run inside the extension host, absolute. */
  readonly suite?: string;
  /** Receives each line that the window and the extension host log. */
  readonly onLog?: (line: string) => void;
  /** Device pixels per CSS pixel; 2 makes sharp pictures. */
  readonly scale?: number;
}

/** A real VS Code, its window shown by a headless Chromium. */
export interface VSCode {
  readonly page: Page;
  readonly browser: Browser;
  readonly url: string;
  /** The suite's exit code: 0 when every test passed. Never resolves without a suite. */
  readonly suiteExit: Promise<number>;
  /** Writes a PNG of the window, making its folder where needed. */
  screenshot(path: string): Promise<void>;
  /** What the server and the window have logged, for reports of failures. */
  log(): string;
  stop(): Promise<void>;
}

const WINDOW_LIMIT_MS = 120_000;
const CHROMIUM_FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Starts a VS Code with the extension and waits until its window is there. Call `stop` when done. */
export async function startVSCode(options: VSCodeOptions): Promise<VSCode> {
  const executablePath = findChromium();
  const server = await startServer(installVSCode(options.version), {
    settings: options.settings ?? {},
    trusted: options.trusted ?? true,
  });
  try {
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS, timeout: WINDOW_LIMIT_MS });
    return await openWindow(browser, server, options);
  } catch (error) {
    server.stop();
    throw error;
  }
}

async function openWindow(browser: Browser, server: ServerProcess, options: VSCodeOptions): Promise<VSCode> {
  const windowLog: string[] = [];
  const log = (): string => `--- server ---\n${server.log()}\n--- window ---\n${windowLog.join('\n')}`;
  try {
    const page = await browser.newPage({
      viewport: { width: 1400, height: 900 },
      deviceScaleFactor: options.scale ?? 1,
      colorScheme: 'dark',
    });
    page.on('console', (message) => windowLog.push(message.text()));
    page.on('pageerror', (error) => windowLog.push(error.message));
    const suiteExit = await receiveSuite(page, options.onLog ?? (() => undefined));
    const url = windowUrl(server.port, options);
    await page.goto(url, { timeout: WINDOW_LIMIT_MS });
    await page.locator('.monaco-workbench .activitybar').waitFor({ timeout: WINDOW_LIMIT_MS });
    const stop = async (): Promise<void> => {
      await browser.close();
      server.stop();
    };
    return { page, browser, url, ...suiteExit, screenshot: (path) => takeScreenshot(page, path), log, stop };
  } catch (error) {
    console.error(log());
    await browser.close();
    throw error;
  }
}

/** Installs the two functions by which VS Code's test runner reports to the page. */
async function receiveSuite(page: Page, onLog: (line: string) => void): Promise<Pick<VSCode, 'suiteExit'>> {
  await page.exposeFunction('codeAutomationLog', (_type: string, values: readonly unknown[]) => {
    onLog(format(...values));
  });
  let exit: (code: number) => void;
  const suiteExit = new Promise<number>((resolve) => {
    exit = resolve;
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    exit(code);
  });
  return { suiteExit };
}

function windowUrl(port: number, { workspace, extensionPath, suite }: VSCodeOptions): string {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extensionPath)],
    ...(suite === undefined ? [] : [['extensionTestsPath', remote(suite)]]),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (workspace !== undefined) url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  else url.searchParams.set('ew', 'true');
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

async function takeScreenshot(page: Page, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
}
