import type { Review } from '../review/review-result.ts';
import type { Engine } from './engine-client.ts';
import { EngineError, EngineStopped } from './engine-error.ts';
import type { ReviewAnswer, ReviewQuestion, SavedFile } from './engine-protocol.ts';
import { followsSaves, type Failure, type ReviewState } from './review-state.ts';

/** The review that is shown, and the one that runs: at most one, the newest. */
export class ReviewRuns {
  readonly #engine: Engine;
  readonly #listeners = new Set<() => void>();
  #state: ReviewState = { kind: 'idle' };
  #cancellation = new AbortController();
  #run = 0;
  #generation = 0;
  /** Since the last review began. */
  #headMoved = false;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get state(): ReviewState {
    return this.#state;
  }

  /** Called after every change of `state`. */
  onChange(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Runs a review in place of any other. Ends when the review ended, failed or was replaced; never rejects. */
  async start(question: ReviewQuestion): Promise<void> {
    this.#headMoved = false;
    const signal = this.#replace({ kind: 'running', question, progress: undefined });
    try {
      const answer = await this.#reviewTwiceAtMost(question, signal);
      this.#set(signal, {
        kind: 'done',
        question,
        answer,
        run: ++this.#run,
        generation: ++this.#generation,
        saved: new Set(),
        headMoved: this.#headMoved,
      });
    } catch (error) {
      this.#set(signal, { kind: 'failed', question, failure: failureOf(error) });
    }
  }

  /** Runs the last review again, without its deep check; nothing happens where there was none. */
  async repeat(): Promise<void> {
    if (this.#state.kind !== 'idle') await this.start(withoutDeepCheck(this.#state.question));
  }

  /** Ends a running review; a finished one stays. */
  cancel(): void {
    if (this.#state.kind === 'running') this.clear();
  }

  clear(): void {
    this.#replace({ kind: 'idle' });
  }

  /** Tells that what is checked out is no longer what was reviewed; in the midst of a review it is said at its end. */
  headMoved(): void {
    this.#headMoved = true;
    if (this.#state.kind === 'done' && !this.#state.headMoved) this.#set(this.#cancellation.signal, { ...this.#state, headMoved: true });
  }

  /** Checks a saved file again, where it is part of the review and the review follows the working tree. */
  async update(file: SavedFile): Promise<void> {
    const before = this.#state;
    if (before.kind !== 'done' || !followsSaves(before.question) || !isReviewed(before.answer, file.path)) return;
    this.#cancellation.abort();
    const { signal } = (this.#cancellation = new AbortController());
    // Also where a newer save replaces this check: the newer one starts from all that the engine was told.
    this.#state = { ...before, saved: new Set([...before.saved, file.path]) };
    try {
      const show = (review: Review): void => {
        this.#showUpdated(signal, review);
      };
      show(await this.#engine.update(file, show));
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof EngineStopped) await this.#startAfresh(before.question);
      else this.#set(signal, { kind: 'failed', question: before.question, failure: failureOf(error) });
    }
  }

  #showUpdated(signal: AbortSignal, review: Review): void {
    if (this.#state.kind !== 'done') return;
    this.#set(signal, { ...this.#state, answer: { ...this.#state.answer, review }, generation: ++this.#generation });
  }

  async #startAfresh(question: ReviewQuestion): Promise<void> {
    await this.start(withoutDeepCheck(question));
    if (this.#state.kind === 'done')
      this.#set(this.#cancellation.signal, { ...this.#state, answer: withRestartNotice(this.#state.answer) });
  }

  async #reviewTwiceAtMost(question: ReviewQuestion, signal: AbortSignal): Promise<ReviewAnswer> {
    const review = (): Promise<ReviewAnswer> =>
      this.#engine.review(
        question,
        (progress) => {
          this.#set(signal, { kind: 'running', question, progress });
        },
        signal,
      );
    try {
      return await review();
    } catch (error) {
      if (signal.aborted || !(error instanceof EngineStopped)) throw error;
      return withRestartNotice(await review());
    }
  }

  #replace(state: ReviewState): AbortSignal {
    this.#cancellation.abort();
    this.#cancellation = new AbortController();
    this.#set(this.#cancellation.signal, state);
    return this.#cancellation.signal;
  }

  /** Shows a state unless what it comes from was replaced: a stale result is never shown. */
  #set(signal: AbortSignal, state: ReviewState): void {
    if (signal.aborted) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Nobody's tests are run but when the person asks for that very thing. */
function withoutDeepCheck(question: ReviewQuestion): ReviewQuestion {
  const { deep, ...others } = question;
  return deep ? others : question;
}

function isReviewed(answer: ReviewAnswer, path: string): boolean {
  return answer.files.some((file) => file.path === path);
}

function withRestartNotice(answer: ReviewAnswer): ReviewAnswer {
  const notice = {
    id: 'engine-restarted',
    message: 'The review engine ended unexpectedly and was started again.',
    remedy: 'If it happens again, the log says why.',
    incomplete: false,
  };
  return { ...answer, review: { ...answer.review, notices: [notice, ...answer.review.notices] } };
}

function failureOf(error: unknown): Failure {
  if (error instanceof EngineError) return { ...error.failure, message: error.message };
  if (error instanceof EngineStopped) return { kind: 'engine-stopped', message: error.message, hint: '' };
  return { kind: 'defect', message: error instanceof Error ? error.message : String(error), hint: '' };
}
