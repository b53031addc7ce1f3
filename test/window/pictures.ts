import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { makeSampleRepository } from '../demo/sample-repository.ts';
import { findChromium } from '../vscode/chromium.ts';
import { REPOSITORY } from '../vscode/versions.ts';
import { terminalPage } from './terminal-page.ts';
import { ProductWindow } from './window.ts';

const settings = {
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'workbench.layoutControl.enabled': false,
  'diffEditor.renderSideBySide': true,
};

/** Takes the README's pictures from the real product, on the sample repository. */
async function takePictures(): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'plumbline-pictures-'));
  const folder = join(parent, 'orders');
  makeSampleRepository(folder);
  try {
    await pictureWindow(folder);
    await pictureTerminal(folder);
  } finally {
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function pictureWindow(folder: string): Promise<void> {
  const window = await ProductWindow.open({ workspace: folder, settings, scale: 1.5 });
  try {
    await window.page.locator('.monaco-workbench.vs-dark').waitFor();
    await window.openViewContainer('Plumbline');
    await widenSideBar(window, 460);
    await window.runCommand('Plumbline: Review Branch');
    await window.treeRow('TLS verification is off').click();
    await window.editorLines().filter({ hasText: 'rejectUnauthorized: false' }).waitFor();
    await settle(window);
    await window.takePicture('review', 'pictures');
    await window.hover(window.treeRow('The catch block of refund'));
    await settle(window);
    await window.takePicture('tooltip', 'pictures');
    await window.restPointer();
    await window.treeRow('The catch block of refund').click();
    const line = window.editorLines().filter({ hasText: 'catch (RuntimeException' });
    await line.waitFor();
    await settle(window);
    await line.click();
    await settle(window);
    await window.openQuickFixes('Allow robustness/swallowed-error');
    await settle(window);
    await window.takePicture('quick-fix', 'pictures');
  } finally {
    await window.close();
  }
}

async function widenSideBar({ page }: ProductWindow, to: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('There is no side bar');
  await page.mouse.move(box.x + box.width + 1, 500);
  await page.mouse.down();
  await page.mouse.move(to, 500, { steps: 5 });
  await page.mouse.up();
}

/** Until colours, squiggles and animations are done; nothing says when they are. */
async function settle(window: ProductWindow): Promise<void> {
  await window.page.waitForTimeout(2000);
}

async function pictureTerminal(folder: string): Promise<void> {
  const { stdout } = spawnSync(process.execPath, [join(REPOSITORY, 'dist/cli.js'), 'check', '--base', 'main'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1' },
  });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, deviceScaleFactor: 1.5 });
    await page.setContent(terminalPage('plumbline check --base main', lastFindings(stdout)));
    const pictures = join(REPOSITORY, 'media', 'pictures');
    mkdirSync(pictures, { recursive: true });
    await page.locator('pre').screenshot({ path: join(pictures, 'terminal.png') });
  } finally {
    await browser.close();
  }
}

/** About a page of the output, from the beginning of a finding on. */
function lastFindings(output: string): string {
  const lines = output.trimEnd().split('\n').slice(-52);
  return lines.slice(lines.indexOf('') + 1).join('\n');
}

await takePictures();
