import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, ConfigurationTarget, Uri, workspace } from 'vscode';
import type { ExtensionParts } from '../../../src/vscode/extension.ts';
import type { ReviewQuestion } from '../../../src/vscode/engine-protocol.ts';
import { done, folder, git, product, rows, startClean, until } from './product.ts';

const question: ReviewQuestion = { folder, source: { kind: 'branch', base: 'main' }, mayFetch: true, standard: 'plumbline:recommended' };

describe('the deep check', () => {
  let parts: ExtensionParts;
  let out: string;

  before(async () => {
    parts = await product();
  });

  beforeEach(async () => {
    await startClean(parts);
    out = mkdtempSync(join(tmpdir(), 'plumbline-suite-'));
  });

  afterEach(async () => {
    await parts.testCommands.set(Uri.file(folder), undefined);
    parts.runs.clear();
    rmSync(out, { recursive: true, force: true });
  });

  /** Reviews the branch, and then deeply with a command. */
  async function check(command: string): Promise<void> {
    await parts.runs.start(question);
    await parts.testCommands.set(Uri.file(folder), command);
    await commands.executeCommand('plumbline.runDeepCheck');
  }

  it('runs the person’s own command on the change under review, and shows what it found among the rest', async () => {
    const [head, status] = [git('rev-parse', 'HEAD'), git('status', '--porcelain')];
    await check(`echo ran >> ${out}/ran && grep -q totalOf src/orders.ts`);
    const { answer } = done(parts.runs.state);
    const found = answer.review.findings.filter(({ rule }) => rule === 'tests/passes-without-the-change');
    assert.ok(found.length > 0, JSON.stringify(answer.review.notices));
    assert.match(found[0]!.message, /`echo ran >> /);
    assert.ok(
      rows(parts).some((row) => row.includes(found[0]!.message.replaceAll('`', '').slice(0, 20))),
      rows(parts).join('\n'),
    );
    assert.deepEqual([git('rev-parse', 'HEAD'), git('status', '--porcelain')], [head, status]);
    const runs = readFileSync(join(out, 'ran'), 'utf8').length;
    await commands.executeCommand('plumbline.reviewAgain');
    assert.equal(done(parts.runs.state).question.deep, undefined);
    assert.equal(readFileSync(join(out, 'ran'), 'utf8').length, runs, 'a review that is made again runs nothing');
  });

  it('asks the TypeScript that the person names, in each review', async () => {
    const settings = workspace.getConfiguration('plumbline');
    try {
      await settings.update('typescript', out, ConfigurationTarget.Global);
      await commands.executeCommand('plumbline.reviewBranch');
      const { state } = parts.runs;
      assert.ok(state.kind === 'failed', JSON.stringify(state));
      assert.match(JSON.stringify(state.failure), /There is no TypeScript in/);
    } finally {
      await settings.update('typescript', undefined, ConfigurationTarget.Global);
    }
    await commands.executeCommand('plumbline.reviewBranch');
    assert.equal(done(parts.runs.state).question.types, undefined);
  });

  it('says why where the tests fail as they are', async () => {
    await check('false');
    assert.ok(done(parts.runs.state).answer.review.notices.some(({ id }) => id === 'deep-check-red'));
  });

  it('ends all that it started when it is cancelled', async () => {
    const running = check(`echo $$ > ${out}/id; sleep 600 & sleep 600`);
    const id = await processId(join(out, 'id'));
    await commands.executeCommand('plumbline.cancel');
    await running;
    await until('the command has ended', () => !runs(id));
    assert.equal(parts.runs.state.kind, 'idle');
  });

  it('ends all that it started when the engine is ended in the midst of it', async () => {
    const before = scratchFolders();
    const running = check(`[ -e ${out}/id ] && exit 1; echo $$ > ${out}/id; sleep 600 & sleep 600`);
    const id = await processId(join(out, 'id'));
    await parts.engine.stop();
    await until('the command has ended', () => !runs(id));
    await running;
    assert.deepEqual(scratchFolders(), before);
  });

  it('refuses where the workspace is not trusted, whoever asks', async () => {
    await parts.runs.start({ ...question, mayFetch: false, deep: { command: `touch ${out}/ran`, minutes: 1 } });
    const { state } = parts.runs;
    assert.deepEqual(state.kind === 'failed' && [state.failure.kind, state.failure.message], [
      'refused',
      'A deep check needs a trusted workspace.',
    ]);
    assert.equal(existsSync(join(out, 'ran')), false);
  });
});

async function processId(file: string): Promise<number> {
  await until('the command runs', () => existsSync(file) && readFileSync(file, 'utf8').endsWith('\n'));
  return Number(readFileSync(file, 'utf8'));
}

function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    // Of one whose thread is gone nobody asks how it ended: it stays listed, but does not run.
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function scratchFolders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`plumbline-deep-${process.pid}-`));
}
