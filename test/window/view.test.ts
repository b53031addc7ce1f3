import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOrdersRepository, type OrdersRepository } from '../vscode/orders-repository.ts';
import { ProductWindow } from './window.ts';

describe('the Plumbline view', () => {
  let repository: OrdersRepository;
  let window: ProductWindow;

  before(async () => {
    repository = createOrdersRepository();
    window = await ProductWindow.open({ workspace: repository.folder });
  });

  after(async () => {
    await window.close();
    repository.remove();
  });

  it('offers what can be reviewed', async () => {
    await window.openViewContainer('Plumbline');
    await welcome(window, 'before a reviewer does');
    assert.deepEqual(await buttons(window), ['Review Branch', 'Review Working Tree']);
    await window.takePicture('welcome-idle');
  });

  it('shows the findings of the branch after a click', async () => {
    await window.page.locator('.sidebar .welcome-view .monaco-button', { hasText: 'Review Branch' }).click();
    await window.treeRow('2 lines of code are commented out').waitFor();
    const rows = (await window.treeRows()).map((row) => row.replaceAll(/\s+/g, ''));
    assert.deepEqual(
      rows.filter((row) => !row.includes('.')),
      ['Compatibility2', 'Tests1', 'Security2', 'Robustness1', 'Readability1'],
    );
    await window.statusBarItem(/Plumbline.*4.*2.*1/).waitFor();
    await window.restPointer();
    await window.takePicture('findings');
  });

  it('opens a finding in a diff when it is clicked', async () => {
    await window.treeRow('is focused').click();
    await window.tab('orders.test.ts (main ↔ feature)').waitFor();
    await window.editorLines().filter({ hasText: 'it.only' }).waitFor();
    await window.takePicture('diff');
  });

  it('tells all about a finding when it is pointed at', async () => {
    const text = await window.hover(window.treeRow('TLS verification'));
    assert.match(
      text,
      /rejectUnauthorized: false.*Error · high confidence · new in this change.*Why: .*What to do: .*security\/disabled-tls-verification/s,
    );
    await window.takePicture('tooltip');
    await window.restPointer();
  });

  it('applies a safe fix by the button in the row, and the finding goes', async () => {
    await window.clickInlineAction('is focused', 'Apply Fix');
    await window.treeRow('is focused').waitFor({ state: 'detached' });
    assert.match(readFileSync(join(repository.folder, 'test/orders.test.ts'), 'utf8'), /\n {2}it\('adds up/);
    await window.page.locator('.sidebar', { hasText: 'with 1 saved file' }).waitFor();
  });

  it('opens an unsafe fix for a look, and checks it when it is saved', async () => {
    await window.clickInlineAction('TLS verification', 'Apply Fix');
    await window.editorLines().filter({ hasText: 'rejectUnauthorized: true' }).waitFor();
    assert.match(readFileSync(join(repository.folder, 'src/store.ts'), 'utf8'), /rejectUnauthorized: false/);
    await window.treeRow('TLS verification').waitFor();
    await window.page.keyboard.press('Control+s');
    await window.treeRow('TLS verification').waitFor({ state: 'detached' });
  });

  it('allows a finding with a reason, from the context menu, and shows what was allowed when it is asked for', async () => {
    await window.chooseFromContextMenu('A Stripe key', 'Allow with Reason');
    await window.answer('A key of the sandbox');
    await window.treeRow('A Stripe key').waitFor({ state: 'detached' });
    assert.match(
      readFileSync(join(repository.folder, 'src/regions.ts'), 'utf8'),
      /^\/\/ plumbline-allow security\/hardcoded-secret -- A key of the sandbox\n/,
    );
    await window.pickFromViewAction('Filter Findings', 'Allowed');
    await window.takePicture('filter');
    await window.page.keyboard.press('Enter');
    await window.treeRow('Allowed').waitFor();
    await window.clickViewAction('Show the Usual Findings');
    await window.treeRow('Allowed').waitFor({ state: 'detached' });
  });

  it('offers the fix where the problem is', async () => {
    await window.treeRow('The catch block').click();
    await window.editorLines().filter({ hasText: 'catch (error)' }).click();
    await window.statusBarItem(/Ln 14,/).waitFor();
    await window.openQuickFixes('Allow robustness/swallowed-error with reason');
    await window.takePicture('quick-fix');
    await window.page.keyboard.press('Escape');
  });

  it('has everything behind its item in the status bar', async () => {
    await window.statusBarItem(/Plumbline/).click();
    await window.quickPickRow('Check Before Push').waitFor();
    await window.takePicture('menu');
    await window.page.keyboard.press('Escape');
  });

  it('says when there is nothing to review, and when all is good', async () => {
    repository.git('commit', '--quiet', '--all', '--message', 'Mend');
    await window.runCommand('Plumbline: Review Working Tree');
    await window.page.locator('.sidebar', { hasText: 'no change between HEAD and working tree' }).waitFor();
    await window.takePicture('nothing');
    repository.write('NOTES.md', 'Orders are kept by region.\n');
    await window.clickViewAction('Review Working Tree');
    await welcome(window, 'All good');
    await window.takePicture('welcome-good');
  });

  it('says what is wrong with a range, and what to do', async () => {
    await window.runCommand('Plumbline: Review Range…');
    await window.answer('main..nowhere');
    await window.page.locator('.sidebar', { hasText: 'There is no revision "nowhere"' }).waitFor();
    await window.takePicture('failed');
  });
});

describe('the Plumbline view elsewhere', () => {
  let window: ProductWindow;
  let repository: OrdersRepository;

  beforeEach(() => {
    repository = createOrdersRepository();
  });

  afterEach(async () => {
    await window.close();
    repository.remove();
  });

  it('asks for a folder where none is open', async () => {
    window = await ProductWindow.open({});
    await window.openViewContainer('Plumbline');
    await welcome(window, 'Open a folder of a git repository');
    await window.takePicture('welcome-no-folder');
  });

  it('says that a folder is in no repository', async () => {
    repository.git('init', '--quiet', '--separate-git-dir', join(repository.folder, 'elsewhere'));
    writeFileSync(join(repository.folder, '.git'), '');
    window = await ProductWindow.open({ workspace: join(repository.folder, 'src') });
    await window.openViewContainer('Plumbline');
    await window.runCommand('Plumbline: Review Branch');
    await welcome(window, 'not in a git repository');
    await window.takePicture('welcome-no-repository');
  });

  it('works in Restricted Mode, and asks for the folder where there are several', async () => {
    const file = join(repository.folder, 'both.code-workspace');
    writeFileSync(file, JSON.stringify({ folders: [{ path: 'src' }, { path: 'test' }] }));
    window = await ProductWindow.open({ workspace: file, trusted: false });
    await window.openViewContainer('Plumbline');
    await window.runCommand('Plumbline: Review Branch');
    await window.quickPickRow('test').click();
    await window.treeRow('TLS verification').waitFor();
    await window.statusBarItem('Restricted Mode').waitFor();
    await window.takePicture('restricted');
  });
});

async function welcome(window: ProductWindow, text: string): Promise<void> {
  await window.page.locator('.sidebar .welcome-view', { hasText: text }).waitFor();
}

async function buttons(window: ProductWindow): Promise<string[]> {
  return window.page.locator('.sidebar .welcome-view .monaco-button').allInnerTexts();
}
