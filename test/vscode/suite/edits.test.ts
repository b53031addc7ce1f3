import assert from 'node:assert/strict';
import { CodeActionKind, commands, env, Position, Range, window, workspace, WorkspaceEdit, type CodeAction, type Uri } from 'vscode';
import type { ExtensionParts } from '../../../src/vscode/extension.ts';
import { done, file, git, own, problems, product, rows, startClean, until } from './product.ts';

const ordersProblems = [
  '9:23 0 compatibility/changed-signature',
  '14:5 1 robustness/swallowed-error',
  '20:3 2 readability/commented-out-code',
];

describe('working on the findings', () => {
  let parts: ExtensionParts;
  const orders = file('src/orders.ts');
  const test = file('test/orders.test.ts');

  before(async () => {
    parts = await product();
  });

  beforeEach(async () => {
    await startClean(parts);
    await commands.executeCommand('plumbline.reviewBranch');
    await until('the problems are shown', () => problems(orders).length === 3 && problems(test).length === 1);
  });

  after(() => startClean(parts));

  it('moves the problems along with what is typed, and takes away those whose line is edited', async () => {
    await workspace.openTextDocument(orders);
    await insert(orders, new Position(0, 0), '// one\n// two\n');
    await until('the problems moved', () => problems(orders)[0]?.startsWith('11:') === true);
    assert.deepEqual(problems(orders), [
      '11:23 0 compatibility/changed-signature',
      '16:5 1 robustness/swallowed-error',
      '22:3 2 readability/commented-out-code',
    ]);
    await insert(orders, new Position(15, 4), ' ');
    await until('one is gone', () => problems(orders).length === 2);
    assert.deepEqual(problems(orders), ['11:23 0 compatibility/changed-signature', '22:3 2 readability/commented-out-code']);
  });

  it('offers the fix, the permission and the explanation', async () => {
    const actions = await actionsAt(test, own(test)[0]!.range);
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred === true]),
      [
        ['Let the other tests run', true],
        ['Allow tests/skipped-or-focused-test with reason…', false],
        ['Waive tests/skipped-or-focused-test until a day…', false],
        ['Explain tests/skipped-or-focused-test', false],
      ],
    );
  });

  it('applies a safe fix, and the finding goes when the file is saved', async () => {
    const [fix] = await actionsAt(test, own(test)[0]!.range);
    assert.ok(fix?.edit && (await workspace.applyEdit(fix.edit)));
    await until('the problem of the edited line is gone', () => problems(test).length === 0);
    assert.equal(rows(parts).includes('Tests | 1'), true);
    await (await workspace.openTextDocument(test)).save();
    await until('the finding is gone', () => !rows(parts).includes('Tests | 1'));
    assert.deepEqual([...done(parts.runs.state).saved], ['test/orders.test.ts']);
    assert.deepEqual(problems(orders), ordersProblems);
  });

  it('applies a fix from the tree and checks at once', async () => {
    await commands.executeCommand('plumbline.applyFix', finding('readability/commented-out-code'));
    await until('the finding is gone', () => !rows(parts).includes('Readability | 1'));
    assert.doesNotMatch((await workspace.openTextDocument(orders)).getText(), /discount/);
  });

  it('applies all safe fixes of the review', async () => {
    await commands.executeCommand('plumbline.fixAllSafe');
    await until('both findings are gone', () => !rows(parts).some((row) => row.startsWith('Readability') || row.startsWith('Tests')));
    assert.match((await workspace.openTextDocument(test)).getText(), /\n {2}it\('adds up/);
  });

  it('fixes all that is safe in a file on request', async () => {
    const document = await workspace.openTextDocument(test);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      test,
      new Range(0, 0, document.lineCount, 0),
      CodeActionKind.SourceFixAll.append('plumbline').value,
    );
    assert.deepEqual(
      actions.map(({ title, kind }) => [title, kind?.value]),
      [['Fix all safe findings in this file', 'source.fixAll.plumbline']],
    );
  });

  it('writes the reason into a comment above the line, and the finding is kept apart', async () => {
    await answering('The certificate is pinned by the proxy', () =>
      commands.executeCommand('plumbline.allowFinding', finding('security/disabled-tls-verification')),
    );
    const text = (await workspace.openTextDocument(file('src/store.ts'))).getText();
    assert.match(
      text,
      /\n {2}\/\/ plumbline-allow security\/disabled-tls-verification -- The certificate is pinned by the proxy\n {2}readonly #agent/,
    );
    await until('the finding is kept apart', () => problems(file('src/store.ts')).length === 0 && done(parts.runs.state).saved.size === 1);
    const allowed = done(parts.runs.state).answer.review.findings.filter(({ suppressions }) => suppressions.length > 0);
    assert.deepEqual(
      allowed.map(({ rule, suppressions }) => [rule, suppressions[0]?.reason]),
      [['security/disabled-tls-verification', 'The certificate is pinned by the proxy']],
    );
  });

  it('writes a waiver with its reason, owner and last day into the standard, to be saved by the person', async () => {
    const answers = ['It goes in autumn', 'team-orders', '2999-12-31'];
    await answering(
      () => answers.shift(),
      () => commands.executeCommand('plumbline.waiveFinding', finding('robustness/swallowed-error')),
    );
    const { fingerprint } = finding('robustness/swallowed-error').finding;
    const standard = window.activeTextEditor!.document;
    assert.ok(standard.uri.path.endsWith('/plumbline.yaml'));
    const waiver = standard.getText().split('waivers:\n')[1]?.replaceAll('"', '');
    assert.equal(
      waiver,
      `  - rule: robustness/swallowed-error\n    fingerprint: ${fingerprint}\n    reason: It goes in autumn\n    owner: team-orders\n    expires: 2999-12-31\n`,
    );
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('copies the title that a change should have', async () => {
    const titled = { ...finding('robustness/swallowed-error').finding, properties: { title: 'feat!: only one sum' } };
    await commands.executeCommand('plumbline.copyTitle', titled);
    assert.equal(await env.clipboard.readText(), 'feat!: only one sum');
  });

  it('changes nothing when no reason is given', async () => {
    await answering(undefined, () => commands.executeCommand('plumbline.allowFinding', finding('security/disabled-tls-verification')));
    assert.doesNotMatch((await workspace.openTextDocument(file('src/store.ts'))).getText(), /plumbline-allow/);
  });

  it('finds what an edit brings in when it is saved', async () => {
    const { generation } = done(parts.runs.state);
    const store = await workspace.openTextDocument(file('src/store.ts'));
    await insert(
      store.uri,
      store.positionAt(store.getText().indexOf('    throw new Error')),
      '    try {\n      await fetch(id);\n    } catch {}\n',
    );
    await store.save();
    await until('it is found', () => problems(store.uri).some((problem) => problem.includes('swallowed-error')));
    // First what the file says by itself, then the whole.
    await until('the whole is reviewed', () => done(parts.runs.state).generation === generation + 2);
  });

  it('leaves the review alone when a save is not to be checked', async () => {
    await workspace.getConfiguration('plumbline').update('runOnSave', false, true);
    try {
      const before = done(parts.runs.state);
      await insert(test, new Position(0, 0), '// note\n');
      await (await workspace.openTextDocument(test)).save();
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(parts.runs.state, before);
    } finally {
      await workspace.getConfiguration('plumbline').update('runOnSave', undefined, true);
    }
  });

  it('starts the engine again when it ended between a review and a save', async () => {
    await parts.engine.stop();
    await insert(test, new Position(0, 0), '// note\n');
    await (await workspace.openTextDocument(test)).save();
    await until('the review is there again', () => parts.runs.state.kind === 'done' && parts.runs.state.answer.review.notices.length > 0);
    assert.deepEqual(
      done(parts.runs.state).answer.review.notices.map(({ id }) => id),
      ['engine-restarted'],
    );
  });

  it('says when the branch has moved since the review', async () => {
    assert.equal(done(parts.runs.state).headMoved, false);
    git('commit', '--quiet', '--allow-empty', '--message', 'Move');
    await until('it is noticed', () => done(parts.runs.state).headMoved);
    git('reset', '--quiet', '--hard', 'HEAD^');
  });

  it('says when the branch moved in the midst of a review', async () => {
    const review = parts.runs.repeat();
    await until('it runs', () => parts.runs.state.kind === 'running' && parts.runs.state.progress !== undefined);
    git('commit', '--quiet', '--allow-empty', '--message', 'Move');
    await review;
    await until('it is noticed', () => done(parts.runs.state).headMoved);
    git('reset', '--quiet', '--hard', 'HEAD^');
  });

  function finding(rule: string) {
    const found = parts.tree.findings().find((node) => node.finding.rule === rule);
    assert.ok(found, `There is no finding of ${rule}`);
    return found;
  }
});

async function insert(uri: Uri, position: Position, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(uri, position, text);
  assert.ok(await workspace.applyEdit(edit));
}

async function actionsAt(uri: Uri, range: Range): Promise<CodeAction[]> {
  await workspace.openTextDocument(uri);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    CodeActionKind.QuickFix.value,
  );
  // The editor's own offers have commands of their own, such as an inline chat.
  return actions.filter(({ edit, command }) => edit !== undefined || command?.command.startsWith('plumbline.'));
}

/** Answers the next input box in place of the person. */
async function answering(answer: string | undefined | (() => string | undefined), act: () => Thenable<unknown>): Promise<void> {
  const { showInputBox } = window;
  window.showInputBox = () => Promise.resolve(typeof answer === 'function' ? answer() : answer);
  try {
    await act();
  } finally {
    window.showInputBox = showInputBox;
  }
}
