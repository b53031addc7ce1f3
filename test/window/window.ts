import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { startVSCode, type VSCode, type VSCodeOptions } from '../vscode/server.ts';
import { REPOSITORY } from '../vscode/versions.ts';

/** Where a picture goes: `screenshots` are for whoever reads a failure, `pictures` are the README's. */
export type PictureFolder = 'screenshots' | 'pictures';

const FOLDERS = { screenshots: join('.cache', 'screenshots'), pictures: join('media', 'pictures') };
const WAIT_LIMIT_MS = 30_000;

/** The windows that are open now, for whoever reports a failure. */
export const openWindows = new Set<ProductWindow>();

/**
 * A VS Code window as its user sees it. Every method waits for what it names, for 30 s at most,
 * and texts match where they occur within the shown text, unless they are given as a regular expression.
 */
export class ProductWindow {
  readonly page: Page;
  readonly #vscode: VSCode;

  private constructor(vscode: VSCode) {
    this.#vscode = vscode;
    this.page = vscode.page;
    this.page.setDefaultTimeout(WAIT_LIMIT_MS);
  }

  /** Opens a window of the newest VS Code with this extension, unless told otherwise. */
  static async open(options: Partial<VSCodeOptions>): Promise<ProductWindow> {
    const opened = new ProductWindow(await startVSCode({ version: 'newest', extensionPath: REPOSITORY, ...options }));
    openWindows.add(opened);
    // A window is light until it has read its settings from the server.
    if (options.settings === undefined) await opened.page.locator('.monaco-workbench.vs-dark').waitFor();
    return opened;
  }

  async close(): Promise<void> {
    openWindows.delete(this);
    await this.#vscode.stop();
  }

  /** What the server and the window have logged. */
  log(): string {
    return this.#vscode.log();
  }

  /** Shows a view container by its label in the activity bar. */
  async openViewContainer(label: string): Promise<void> {
    const item = this.page.locator(`.activitybar .action-item:has([aria-label^="${label}"])`);
    await item.waitFor();
    const shown = (await item.getAttribute('class'))?.split(' ').includes('checked') ?? false;
    if (!shown) await item.click();
    await this.page.locator('.sidebar .composite.title', { hasText: new RegExp(label, 'i') }).waitFor();
  }

  /** Runs a command by the title that the palette shows, such as `Plumbline: Review Branch`. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget:visible input[type="text"]');
    await input.fill(`>${title}`);
    await this.quickPickRow(title).click();
  }

  /** A row of an open quick pick. */
  quickPickRow(text: string | RegExp): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  }

  /** Answers an open input box. */
  async answer(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input[type="text"]');
    await input.fill(text);
    await input.press('Enter');
  }

  /** A row of a tree in the side bar. */
  treeRow(text: string | RegExp): Locator {
    return this.page.locator('.sidebar [role="treeitem"]', { hasText: text }).first();
  }

  /** The texts of all rows of the side bar's trees that are on screen, from top to bottom. */
  async treeRows(): Promise<string[]> {
    return this.page.locator('.sidebar [role="treeitem"]').allInnerTexts();
  }

  /** Clicks an icon on the right of a tree row, by its label. */
  async clickInlineAction(row: string | RegExp, label: string): Promise<void> {
    await this.treeRow(row).hover();
    await this.treeRow(row).locator(`.actions .action-label[aria-label^="${label}"]`).click();
  }

  /** Clicks an icon in the title of a view, by its label. */
  async clickViewAction(label: string): Promise<void> {
    await this.page.locator('.sidebar .composite.title').hover();
    await this.page.locator(`.sidebar :is(.composite.title, .pane-header) .action-label[aria-label^="${label}"]`).first().click();
  }

  /** Chooses from the pick that an icon in the title of a view opens. */
  async pickFromViewAction(label: string, row: string | RegExp): Promise<void> {
    await openedAgain(async (timeout) => {
      await this.clickViewAction(label);
      await this.quickPickRow(row).click({ timeout });
    });
  }

  /** Opens the list of quick fixes where the cursor stands, and waits for one of them. */
  async openQuickFixes(fix: string | RegExp): Promise<void> {
    await openedAgain(async (timeout) => {
      await this.page.keyboard.press('Control+.');
      await this.page.locator('.action-widget', { hasText: fix }).waitFor({ timeout });
    });
  }

  /** Opens a tree row's context menu and chooses from it. */
  async chooseFromContextMenu(row: string | RegExp, item: string | RegExp): Promise<void> {
    await this.openContextMenu(row);
    // A menu takes no click within the first moment, lest the click that opened it chooses from it; keys it takes at once.
    await this.menuItem(item).hover();
    await this.page.locator('.monaco-menu .action-item.focused', { hasText: item }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  async openContextMenu(row: string | RegExp): Promise<void> {
    await this.treeRow(row).click({ button: 'right' });
    await this.page.locator('.monaco-menu').waitFor();
  }

  /** An item of an open menu. */
  menuItem(text: string | RegExp): Locator {
    return this.page.locator('.monaco-menu .action-item', { hasText: text }).first();
  }

  /** Points at something and returns the text of the hover that appears. */
  async hover(target: Locator): Promise<string> {
    await this.restPointer();
    await target.hover();
    const hover = this.page
      .locator('.monaco-hover:visible')
      .filter({ hasNotText: /^Loading\.\.\.$/ })
      .last();
    await hover.waitFor();
    return hover.innerText();
  }

  /** An item of the status bar. */
  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text }).first();
  }

  /** An editor's tab. */
  tab(text: string | RegExp): Locator {
    return this.page.locator('.tabs-container .tab', { hasText: text }).first();
  }

  /** The lines that the active editor shows; of a diff, those of the modified side. */
  editorLines(): Locator {
    return this.page.locator(
      '.editor-group-container.active :is(.editor.modified, .editor-instance > .monaco-editor, .editor-container > .monaco-editor) .view-line',
    );
  }

  /** A notification, shown now. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text }).first();
  }

  /** Moves the pointer to where nothing reacts to it: a hover only appears where the pointer arrives. */
  async restPointer(): Promise<void> {
    await this.page.mouse.move(700, 1);
  }

  /** Writes a picture of the window to `NAME.png`. */
  async takePicture(name: string, folder: PictureFolder = 'screenshots'): Promise<string> {
    const path = join(REPOSITORY, FOLDERS[folder], `${name}.png`);
    await this.#vscode.screenshot(path);
    return path;
  }
}

/**
 * What opens over the window closes where anything else takes the focus, as VS Code itself may do after a save: then it is opened again, as a person would.
 *
 * @param open opens it and uses it, with a time limit in milliseconds; fails where it is not there
 */
async function openedAgain(open: (timeout: number) => Promise<void>): Promise<void> {
  for (let attempts = 3; attempts > 1; attempts--) {
    const used = await open(5_000).then(
      () => true,
      () => false,
    );
    if (used) return;
  }
  await open(WAIT_LIMIT_MS);
}
