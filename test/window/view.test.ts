import assert from 'node:assert/strict';
import { createOrdersRepository, type OrdersRepository } from '../vscode/orders-repository.ts';
import { ProductWindow } from './window.ts';

describe('the Plumbline view', () => {
  let workspace: OrdersRepository;
  let window: ProductWindow;

  before(async () => {
    workspace = createOrdersRepository();
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
