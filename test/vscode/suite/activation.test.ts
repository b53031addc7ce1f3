import assert from 'node:assert/strict';
import { extensions } from 'vscode';

describe('the extension in a real VS Code', () => {
  it('is the one under test, and activates', async () => {
    const extension = extensions.all.find(({ packageJSON }) => (packageJSON as { displayName?: string }).displayName === 'Plumbline');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
