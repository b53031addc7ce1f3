import assert from 'node:assert/strict';
import type { Engine } from '../../../src/vscode/engine-client.ts';
import { EngineError, EngineStopped } from '../../../src/vscode/engine-error.ts';
import type { ReviewAnswer, ReviewQuestion } from '../../../src/vscode/engine-protocol.ts';
import type { Review } from '../../../src/review/review-result.ts';
import { ReviewRuns } from '../../../src/vscode/review-runs.ts';
import { answerOf, branch, finding, reviewOf } from './reviews.ts';

const staged: ReviewQuestion = { ...branch, source: { kind: 'staged' } };
const restarted = {
  id: 'engine-restarted',
  message: 'The review engine ended unexpectedly and was started again.',
  remedy: 'If it happens again, the log says why.',
  incomplete: false,
};

describe('review runs', () => {
  it('go from running through its steps to done', async () => {
    const engine = new ScriptedEngine();
    const { runs, seen } = watched(engine);
    const run = runs.start(branch);
    engine.reviews[0]!.progress({ step: 'Reading', done: 1, total: 2 });
    engine.reviews[0]!.resolve(answerOf([finding()]));
    await run;
    assert.deepEqual(seen, ['running', 'running', 'done']);
    assert.deepEqual(runs.state, {
      kind: 'done',
      question: branch,
      answer: answerOf([finding()]),
      run: 1,
      generation: 1,
      saved: new Set(),
      headMoved: false,
    });
  });

  it('show the newest only, in whatever order the answers come', async () => {
    const engine = new ScriptedEngine();
    const { runs, seen } = watched(engine);
    const both = [runs.start(branch), runs.start(staged)];
    assert.equal(engine.reviews[0]!.signal.aborted, true);
    engine.reviews[1]!.resolve(answerOf([]));
    engine.reviews[0]!.resolve(answerOf([finding()]));
    engine.reviews[0]!.progress({ step: 'late', done: 0, total: 0 });
    await Promise.all(both);
    assert.deepEqual(seen, ['running', 'running', 'done']);
    assert.equal(runs.state.kind === 'done' && runs.state.question, staged);
  });

  it('say at their end that HEAD moved in the midst, and forget it when they begin again', async () => {
    const engine = new ScriptedEngine();
    const { runs } = watched(engine);
    const isMoved = (): boolean => runs.state.kind === 'done' && runs.state.headMoved;
    const run = runs.start(branch);
    runs.headMoved();
    engine.reviews[0]!.resolve(answerOf([finding()]));
    await run;
    assert.equal(isMoved(), true);
    const again = runs.start(branch);
    engine.reviews[1]!.resolve(answerOf([finding()]));
    await again;
    assert.equal(isMoved(), false);
  });

  it('show nothing of a cancelled one, be it answered or failed', async () => {
    for (const end of [
      (asked: Asked) => {
        asked.resolve(answerOf([]));
      },
      (asked: Asked) => {
        asked.reject(new Error('late'));
      },
    ]) {
      const engine = new ScriptedEngine();
      const { runs, seen } = watched(engine);
      const run = runs.start(branch);
      runs.cancel();
      end(engine.reviews[0]!);
      await run;
      assert.deepEqual(seen, ['running', 'idle']);
    }
  });

  it('keep a finished one when there is nothing to cancel', async () => {
    const { runs } = await finished();
    runs.cancel();
    assert.equal(runs.state.kind, 'done');
  });

  it('say why one failed', async () => {
    const engine = new ScriptedEngine();
    const { runs } = watched(engine);
    const run = runs.start(branch);
    engine.reviews[0]!.reject(new EngineError('no such revision', { kind: 'refused', hint: 'fetch it' }));
    await run;
    assert.deepEqual(runs.state, {
      kind: 'failed',
      question: branch,
      failure: { kind: 'refused', message: 'no such revision', hint: 'fetch it' },
    });
  });

  it('start once more when the engine ends, and say so', async () => {
    const engine = new ScriptedEngine();
    const { runs } = watched(engine);
    const run = runs.start(branch);
    engine.reviews[0]!.reject(new EngineStopped('gone'));
    await turn();
    engine.reviews[1]!.resolve(answerOf([]));
    await run;
    assert.deepEqual(runs.state.kind === 'done' && runs.state.answer, answerOf([], { notices: [restarted] }));
  });

  it('give up when it ends again', async () => {
    const engine = new ScriptedEngine();
    const { runs } = watched(engine);
    const run = runs.start(branch);
    engine.reviews[0]!.reject(new EngineStopped('gone'));
    await turn();
    engine.reviews[1]!.reject(new EngineStopped('gone again'));
    await run;
    assert.deepEqual(runs.state.kind === 'failed' && runs.state.failure, { kind: 'engine-stopped', message: 'gone again', hint: '' });
  });

  it('repeat the last question', async () => {
    const { runs, engine } = await finished();
    void runs.repeat();
    assert.deepEqual(
      engine.reviews.map(({ question }) => question),
      [branch, branch],
    );
  });

  it('run nobody’s tests but when the person asks for that', async () => {
    const deep: ReviewQuestion = { ...branch, deep: { command: 'npm test', minutes: 5 } };
    const engine = new ScriptedEngine();
    const { runs } = watched(engine);
    const run = runs.start(deep);
    engine.reviews[0]!.resolve(answerOf([]));
    await run;
    const update = runs.update({ path: 'src/a.ts', text: 'new' });
    engine.updates[0]!.reject(new EngineStopped('gone'));
    await turn();
    engine.reviews[1]!.resolve(answerOf([]));
    await update;
    void runs.start(deep);
    void runs.repeat();
    assert.deepEqual(
      engine.reviews.map(({ question }) => question),
      [deep, branch, deep, branch],
    );
  });
});

describe('saves', () => {
  it('are checked, and what was saved is remembered', async () => {
    const { runs, engine } = await finished();
    const update = runs.update({ path: 'src/a.ts', text: 'new' });
    engine.updates[0]!.resolve(reviewOf([finding({ line: 2 })]));
    await update;
    assert.deepEqual(runs.state, {
      kind: 'done',
      question: branch,
      answer: answerOf([finding({ line: 2 })]),
      run: 1,
      generation: 2,
      saved: new Set(['src/a.ts']),
      headMoved: false,
    });
  });

  it('show at once what the file says by itself, unless a newer one came', async () => {
    const { runs, engine } = await finished();
    const shown = (): Review | undefined => (runs.state.kind === 'done' ? runs.state.answer.review : undefined);
    const first = runs.update({ path: 'src/a.ts', text: '1' });
    engine.updates[0]!.own(reviewOf([finding({ line: 2 })]));
    assert.deepEqual(shown(), reviewOf([finding({ line: 2 })]));
    const second = runs.update({ path: 'src/a.ts', text: '2' });
    engine.updates[1]!.own(reviewOf([finding({ line: 3 })]));
    engine.updates[0]!.resolve(reviewOf([]));
    await first;
    assert.deepEqual(shown(), reviewOf([finding({ line: 3 })]));
    engine.updates[1]!.resolve(reviewOf([]));
    await second;
    assert.deepEqual(shown(), reviewOf([]));
  });

  it('show the newest only', async () => {
    const { runs, engine } = await finished();
    const updates = [runs.update({ path: 'src/a.ts', text: '1' }), runs.update({ path: 'src/a.ts', text: '2' })];
    engine.updates[1]!.resolve(reviewOf([]));
    engine.updates[0]!.resolve(reviewOf([finding(), finding()]));
    await Promise.all(updates);
    assert.deepEqual(runs.state.kind === 'done' && runs.state.answer.review, reviewOf([]));
  });

  it('are dropped when a new review begins', async () => {
    const { runs, engine } = await finished();
    const update = runs.update({ path: 'src/a.ts', text: '1' });
    void runs.start(staged);
    engine.updates[0]!.resolve(reviewOf([finding()]));
    await update;
    assert.equal(runs.state.kind, 'running');
  });

  it('do not matter to files outside the change, nor to what is staged', async () => {
    const { runs, engine } = await finished();
    await runs.update({ path: 'src/other.ts', text: '' });
    const run = runs.start(staged);
    engine.reviews[1]!.resolve(answerOf([]));
    await run;
    await runs.update({ path: 'src/a.ts', text: '' });
    assert.equal(engine.updates.length, 0);
  });

  it('start the review afresh when the engine has ended', async () => {
    const { runs, engine } = await finished();
    const update = runs.update({ path: 'src/a.ts', text: '1' });
    engine.updates[0]!.reject(new EngineStopped('gone'));
    await turn();
    engine.reviews[1]!.resolve(answerOf([]));
    await update;
    assert.deepEqual(runs.state.kind === 'done' && runs.state.answer.review.notices, [restarted]);
  });
});

interface Asked {
  readonly question: ReviewQuestion;
  readonly signal: AbortSignal;
  readonly progress: Parameters<Engine['review']>[1];
  readonly resolve: (answer: ReviewAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Answers when and what a test says. */
class ScriptedEngine implements Engine {
  readonly reviews: Asked[] = [];
  readonly updates: { own: (review: Review) => void; resolve: (review: Review) => void; reject: (error: Error) => void }[] = [];

  review(...[question, progress, signal]: Parameters<Engine['review']>): Promise<ReviewAnswer> {
    return new Promise((resolve, reject) => this.reviews.push({ question, progress, signal, resolve, reject }));
  }

  update(...[, own]: Parameters<Engine['update']>): Promise<Review> {
    return new Promise((resolve, reject) => this.updates.push({ own, resolve, reject }));
  }

  text(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

function watched(engine: ScriptedEngine): { runs: ReviewRuns; seen: string[] } {
  const runs = new ReviewRuns(engine);
  const seen: string[] = [];
  runs.onChange(() => seen.push(runs.state.kind));
  return { runs, seen };
}

async function finished(): Promise<{ runs: ReviewRuns; engine: ScriptedEngine }> {
  const engine = new ScriptedEngine();
  const { runs } = watched(engine);
  const run = runs.start(branch);
  engine.reviews[0]!.resolve(answerOf([finding()]));
  await run;
  return { runs, engine };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
