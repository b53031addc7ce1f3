import assert from 'node:assert/strict';
import { commands, env, languages, TabInputTextDiff, Uri, window, workspace } from 'vscode';
import type { ExtensionParts } from '../../../src/vscode/extension.ts';
import type { FindingNode, TreeNode } from '../../../src/vscode/tree-nodes.ts';
import { done, file, folder, git, problems, product, rows, startClean, until } from './product.ts';

describe('Review Branch', () => {
  let parts: ExtensionParts;

  before(async () => {
    parts = await product();
    await startClean(parts);
    await commands.executeCommand('plumbline.reviewBranch');
  });

  it('shows the findings by expectation and file', () => {
    assert.deepEqual(rows(parts), [
      'Compatibility | 2',
      '  orders.ts | 1 · src',
      '    findOrder needs region now: callers no longer compile. | 9',
      '  rounding.ts | 1 · src',
      '    roundUp is gone: code that calls it breaks. | 2',
      'Tests | 1',
      '  orders.test.ts | 1 · test',
      '    The test “adds up the lines” is focused, so no other test of the file is run. | 5',
      'Security | 2',
      '  regions.ts | 1 · src',
      '    A Stripe key is written into the code: sk_l… (32 characters). | 1',
      '  store.ts | 1 · src',
      '    TLS verification is off: rejectUnauthorized: false accepts every certificate. | 4',
      'Robustness | 1',
      '  orders.ts | 1 · src',
      '    The catch block of findOrder is empty: an error is lost. | 14',
      'Readability | 1',
      '  orders.ts | 1 · src',
      '    2 lines of code are commented out. | 20',
    ]);
  });

  it('gives every row a name of its own', () => {
    const ids: (string | undefined)[] = [];
    const visit = (nodes: readonly TreeNode[]): void => {
      for (const node of nodes) {
        ids.push(parts.tree.getTreeItem(node).id);
        visit(parts.tree.getChildren(node));
      }
    };
    visit(parts.tree.getChildren());
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length > 15);
  });

  it('offers to fix in bulk only where there is a safe fix', () => {
    const kinds = parts.tree.getChildren().map((node) => [parts.tree.getTreeItem(node).label, parts.tree.getTreeItem(node).contextValue]);
    assert.deepEqual(
      kinds.filter(([, kind]) => kind === 'group safe').map(([label]) => label),
      ['Tests', 'Readability'],
    );
  });

  it('shows the same in the Problems panel, with links to the rules and to the evidence', async () => {
    await until('the problems are shown', () => problems(file('src/orders.ts')).length > 0);
    const all = languages.getDiagnostics().filter(([, diagnostics]) => diagnostics.some(({ source }) => source === 'Plumbline'));
    assert.deepEqual(Object.fromEntries(all.map(([uri]) => [workspace.asRelativePath(uri), problems(uri)])), {
      'src/orders.ts': [
        '9:23 0 compatibility/changed-signature',
        '14:5 1 robustness/swallowed-error',
        '20:3 2 readability/commented-out-code',
      ],
      'src/regions.ts': ['1:17 0 security/hardcoded-secret'],
      'src/store.ts': ['4:56 0 security/disabled-tls-verification'],
      'test/orders.test.ts': ['5:6 1 tests/skipped-or-focused-test'],
    });
    const [signature] = languages.getDiagnostics(file('src/orders.ts')).filter(({ source }) => source === 'Plumbline');
    assert.equal(
      (signature!.code as { target: { toString(skip: boolean): string } }).target.toString(true),
      'command:plumbline.explainRule?["compatibility/changed-signature"]',
    );
    assert.deepEqual(
      signature!.relatedInformation?.map(({ message, location }) => [
        message,
        location.uri.scheme,
        location.uri.path,
        location.range.start.line,
      ]),
      [['it was declared so', 'plumbline', '/src/orders.ts', 8]],
    );
  });

  it('says what was compared', () => {
    const { answer } = done(parts.runs.state);
    assert.deepEqual(
      [answer.root, answer.review.base.name, answer.review.verdict],
      [folder, 'main', { gate: 'failed', failOn: 'error', complete: true }],
    );
  });

  it('opens a finding in a diff against base, with the file itself on the right', async () => {
    await open(parts, 'tests/skipped-or-focused-test');
    const { input, label } = window.tabGroups.activeTabGroup.activeTab!;
    assert.ok(input instanceof TabInputTextDiff, label);
    assert.equal(input.modified.toString(), file('test/orders.test.ts').toString());
    assert.equal((await workspace.openTextDocument(input.original)).getText(), git('show', 'main:test/orders.test.ts'));
    await until('the caret is at the finding', () => window.activeTextEditor?.selection.active.line === 4);
  });

  it('opens an added file alone, and a deleted one as it was', async () => {
    await open(parts, 'security/hardcoded-secret');
    await until('the file is open', () => window.activeTextEditor?.document.uri.toString() === file('src/regions.ts').toString());
    await open(parts, 'compatibility/removed-public-symbol');
    await until('the file is open', () => window.activeTextEditor?.document.uri.scheme === 'plumbline');
    assert.equal(window.activeTextEditor?.document.getText(), git('show', 'main:src/rounding.ts'));
    assert.equal(window.activeTextEditor.selection.active.line, 1);
  });

  it('goes from finding to finding', async () => {
    await open(parts, 'security/disabled-tls-verification');
    await commands.executeCommand('plumbline.previousFinding');
    await until('the previous one is open', () => window.activeTextEditor?.document.uri.path.endsWith('regions.ts') === true);
    await commands.executeCommand('plumbline.nextFinding');
    await until('the next one is open', () => window.activeTextEditor?.document.uri.path.endsWith('store.ts') === true);
  });

  it('explains a rule on its own page', async () => {
    await commands.executeCommand('plumbline.explainRule', 'security/hardcoded-secret');
    await until('the page is open', () => window.tabGroups.activeTabGroup.activeTab?.label.includes('hardcoded-secret.md') === true);
  });

  it('opens a report', async () => {
    await commands.executeCommand('plumbline.openReport');
    await until('the report is open', () => window.tabGroups.activeTabGroup.activeTab?.label.includes('report') === true);
  });

  it('forgets everything when it is cleared', async () => {
    await commands.executeCommand('plumbline.clear');
    assert.deepEqual(rows(parts), []);
    await until('the problems are gone', () => problems(file('src/orders.ts')).length === 0);
  });
});

describe('the test plan', () => {
  let parts: ExtensionParts;

  before(async () => {
    parts = await product();
    await startClean(parts);
  });

  it('opens as a page, and its command is copied and not run', async () => {
    await parts.runs.start({ folder, source: { kind: 'branch', base: 'main' }, mayFetch: true, standard: 'plumbline:recommended' });
    const { testPlan } = done(parts.runs.state).answer.review;
    assert.deepEqual(
      testPlan?.runOrder.map(({ path }) => path),
      ['test/orders.test.ts'],
    );
    assert.deepEqual(testPlan.commands, ['npx mocha test/orders.test.ts']);
    await commands.executeCommand('plumbline.copyTestCommand');
    assert.equal(await env.clipboard.readText(), 'npx mocha test/orders.test.ts');
    await commands.executeCommand('plumbline.showTestPlan');
    await until('the plan is open', () => window.tabGroups.activeTabGroup.activeTab?.label.includes('test plan') === true);
    const page = await workspace.openTextDocument(Uri.from({ scheme: 'plumbline-report', path: '/Plumbline test plan.md' }));
    assert.match(page.getText(), /^# Test plan\n\nTest plan: \d+ cases/);
    assert.ok(page.getText().includes('npx mocha test/orders.test.ts'));
  });
});

describe('a review of what is not checked out', () => {
  it('shows read-only texts on both sides, and their problems', async () => {
    const parts = await product();
    await startClean(parts);
    git('switch', '--quiet', 'main');
    try {
      await parts.runs.start({ folder, source: { kind: 'range', range: 'main..feature' }, mayFetch: true });
      await open(parts, 'tests/skipped-or-focused-test');
      const { input } = window.tabGroups.activeTabGroup.activeTab!;
      assert.ok(input instanceof TabInputTextDiff);
      assert.equal((await workspace.openTextDocument(input.modified)).getText(), git('show', 'feature:test/orders.test.ts'));
      await until('its problems are shown', () => problems(input.modified).length > 0);
      assert.deepEqual(problems(file('test/orders.test.ts')), []);
    } finally {
      git('switch', '--quiet', 'feature');
    }
  });
});

async function open(parts: ExtensionParts, rule: string): Promise<void> {
  const node: FindingNode | undefined = parts.tree.findings().find(({ finding }) => finding.rule === rule);
  assert.ok(node, `There is no finding of ${rule}`);
  await commands.executeCommand('plumbline.openFinding', node);
}
