import assert from 'node:assert/strict';
import { commands, window, workspace, type CodeAction } from 'vscode';
import type { ExtensionParts } from '../../../src/vscode/extension.ts';
import type { FindingNode } from '../../../src/vscode/tree-nodes.ts';
import { file, folder, git, product, startClean, until } from './product.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const limits = `/** The first characters of a text. */
export function clip(text: string, most: number): string {
  if (most < 1) throw new RangeError('most must be positive');
  return text.slice(0, most);
}
`;

const neighbour = `import assert from 'node:assert/strict';
import { regions } from '../src/regions.ts';

describe('regions', () => {
  it('are known', async () => {
    assert.equal((await regions()).status, 200);
  });
});
`;

describe('what no test shows', () => {
  let parts: ExtensionParts;
  let main: string;

  before(async () => {
    parts = await product();
    await startClean(parts);
    main = git('rev-parse', 'main').trim();
    git('checkout', '--quiet', 'main');
    write('plumbline.yaml', 'name: acme\\nrules:\\n  "*": off\\n  tests/untested-change: warning\\n');
    write('test/regions.test.ts', neighbour);
    commit('Ask for tests');
    git('checkout', '--quiet', '-b', 'limits');
    write('src/limits.ts', limits);
    commit('Clip texts');
    await commands.executeCommand('plumbline.reviewBranch');
    await until('the finding is there', () => parts.tree.findings().length > 0);
  });

  after(async () => {
    git('checkout', '--quiet', '--force', 'feature');
    git('branch', '--quiet', '--force', 'main', main);
    git('branch', '--quiet', '-D', 'limits');
    await startClean(parts);
  });

  function untested(): FindingNode {
    const [node] = parts.tree.findings();
    assert.ok(node);
    return node;
  }

  it('is listed under the function, one row a case, at the line that raised it', () => {
    const rows = parts.tree.getChildren(untested()).map((node) => {
      const { label, description } = parts.tree.getTreeItem(node);
      return [label, description];
    });
    assert.deepEqual(rows, [
      ['The new “clip” gives what is expected for ordinary input', 'limits.ts:2'],
      ['It does the right thing around the limit: when most is 0, 1 or 2', 'limits.ts:3'],
      ['It refuses with most must be positive when most is 0', 'limits.ts:3'],
    ]);
  });

  it('opens the line of a case by a click', async () => {
    const [, limit] = parts.tree.getChildren(untested());
    const { command } = parts.tree.getTreeItem(limit!);
    await commands.executeCommand(command!.command, ...((command!.arguments ?? []) as readonly unknown[]));
    await until('the line is shown', () => window.activeTextEditor?.selection.active.line === 2);
    assert.equal(window.activeTextEditor?.document.uri.toString(), file('src/limits.ts').toString());
  });

  it('writes the tests into a new file, and opens it', async () => {
    const document = await workspace.openTextDocument(file('src/limits.ts'));
    const at = document.lineAt(1).range;
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, at);
    const action = actions.find(({ title }) => title.startsWith('Write the missing tests'));
    assert.equal(action?.title, 'Write the missing tests into a new file, test/limits.test.ts');
    await commands.executeCommand('plumbline.applyFix', untested());
    await until('the file is open', () => window.activeTextEditor?.document.uri.path.endsWith('test/limits.test.ts') === true);
    const made = await workspace.openTextDocument(file('test/limits.test.ts'));
    assert.match(
      made.getText(),
      /^import assert from 'node:assert\/strict';\nimport \{ clip \} from '\.\.\/src\/limits\.ts';\n\ndescribe\('limits', \(\) => \{\n/,
    );
  });
});

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text.replaceAll('\\n', '\n'));
}

function commit(message: string): void {
  git('add', '.');
  git('commit', '--quiet', '--message', message);
}
