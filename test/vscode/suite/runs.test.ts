import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { commands, extensions } from 'vscode';
import type { ExtensionParts } from '../../../src/vscode/extension.ts';
import { done, file, folder, git, problems, product, rows, startClean, until } from './product.ts';

describe('runs', () => {
  let parts: ExtensionParts;

  before(async () => {
    parts = await product();
  });

  beforeEach(() => startClean(parts));

  it('registers every command of the manifest', async () => {
    const manifest = extensions.getExtension('plumbline.plumbline')?.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it('shows nothing of a cancelled review', async () => {
    const seen: string[] = [];
    const listener = parts.runs.onChange(() => seen.push(parts.runs.state.kind));
    const review = commands.executeCommand('plumbline.reviewBranch');
    await until('the review runs', () => parts.runs.state.kind === 'running');
    await commands.executeCommand('plumbline.cancel');
    await review;
    listener.dispose();
    assert.equal(parts.runs.state.kind, 'idle');
    assert.ok(!seen.includes('done') && !seen.includes('failed'), seen.join(', '));
  });

  it('lets a newer review take the place of an older one', async () => {
    const results: string[] = [];
    const listener = parts.runs.onChange(() => {
      if (parts.runs.state.kind === 'done') results.push(parts.runs.state.question.source.kind);
    });
    await Promise.all([
      parts.runs.start({ folder, source: { kind: 'branch' }, mayFetch: true }),
      parts.runs.start({ folder, source: { kind: 'range', range: 'main..feature' }, mayFetch: true }),
      parts.runs.start({ folder, source: { kind: 'working-tree' }, mayFetch: true }),
    ]);
    listener.dispose();
    assert.deepEqual(results, ['working-tree']);
    assert.deepEqual(done(parts.runs.state).answer.files, []);
  });

  it('starts the engine again when it ends during a review, and says so', async () => {
    await parts.runs.start({ folder, source: { kind: 'working-tree' }, mayFetch: true });
    const review = commands.executeCommand('plumbline.reviewBranch');
    await until('the review runs', () => parts.runs.state.kind === 'running');
    await parts.engine.stop();
    await review;
    assert.deepEqual(
      done(parts.runs.state).answer.review.notices.map(({ id }) => id),
      ['engine-restarted'],
    );
    assert.equal(rows(parts).at(-1), '  The review engine ended unexpectedly and was started again. | ');
    await until('the problems are shown', () => problems(file('src/orders.ts')).length === 3);
  });

  it('reviews what is staged, and leaves out what is not', async () => {
    writeFileSync(file('src/store.ts').fsPath, 'export const staged = { rejectUnauthorized: false };\n');
    git('add', 'src/store.ts');
    writeFileSync(file('src/orders.ts').fsPath, 'export const loose = { rejectUnauthorized: false };\n');
    await commands.executeCommand('plumbline.reviewStaged');
    const { answer, question } = done(parts.runs.state);
    assert.deepEqual([question.source, answer.files], [{ kind: 'staged' }, [{ path: 'src/store.ts', kind: 'modified' }]]);
  });

  it('checks before a push what the remote does not have, and says so where there is none', async () => {
    await commands.executeCommand('plumbline.checkBeforePush');
    assert.equal(parts.runs.state.kind === 'failed' && parts.runs.state.failure.kind, 'refused');
    git('init', '--quiet', '--bare', '.git/remote');
    git('remote', 'add', 'origin', '.git/remote');
    try {
      git('push', '--quiet', 'origin', 'main');
      await commands.executeCommand('plumbline.checkBeforePush');
      const { answer } = done(parts.runs.state);
      assert.deepEqual(
        answer.files.map(({ kind, path }) => `${kind} ${path}`),
        [
          ...[
            'modified src/index.ts',
            'modified src/orders.ts',
            'added src/regions.ts',
            'deleted src/rounding.ts',
            'modified src/store.ts',
            'modified test/orders.test.ts',
          ],
        ],
      );
    } finally {
      git('remote', 'remove', 'origin');
    }
  });

  it('groups and filters as the person likes, and remembers it', async () => {
    await commands.executeCommand('plumbline.reviewBranch');
    await parts.tree.setGrouping('file');
    await parts.tree.setFilter({ severities: ['note'], apart: [] });
    try {
      await commands.executeCommand('plumbline.reviewAgain');
      assert.deepEqual(rows(parts), ['orders.ts | 1 · src', '  2 lines of code are commented out. | 20']);
    } finally {
      await parts.tree.setGrouping('expectation');
      await commands.executeCommand('plumbline.clearFilter');
    }
    assert.equal(rows(parts)[0], 'Compatibility | 2');
  });

  it('says what cannot be reviewed and what to do', async () => {
    await parts.runs.start({ folder, source: { kind: 'range', range: 'main..nowhere' }, mayFetch: true });
    const { state } = parts.runs;
    assert.ok(state.kind === 'failed');
    assert.equal(state.failure.kind, 'refused');
    assert.match(state.failure.message, /nowhere/);
    assert.notEqual(state.failure.hint, '');
  });

  it('knows a folder without a repository', async () => {
    await parts.runs.start({ folder: '/', source: { kind: 'branch' }, mayFetch: true });
    assert.equal(parts.runs.state.kind === 'failed' && parts.runs.state.failure.kind, 'not-a-repository');
  });
});
