import assert from 'node:assert/strict';
import { createWorkspace, type Workspace } from '../vscode/workspace.ts';
import { ProductWindow } from './window.ts';

describe('the Plumbline view', () => {
  let workspace: Workspace;
  let window: ProductWindow;

  before(async () => {
    workspace = createWorkspace();
    window = await ProductWindow.open({ workspace: workspace.folder });
  });

  after(async () => {
    await window.close();
    workspace.remove();
  });

  it('opens from the activity bar', async () => {
    await window.openViewContainer('Plumbline');
    await window.takePicture('view');
    assert.match(await window.page.locator('.sidebar .composite.title').innerText(), /plumbline/i);
  });
});
