import { ResponseError, type CancellationToken, type MessageConnection } from 'vscode-jsonrpc/node';
import { UserError } from '../base/errors.ts';
import type { ReportProgress } from '../base/progress.ts';
import type { StartedGroup } from '../deep/started-groups.ts';
import { NoRepository } from './engine-error.ts';
import type { Review } from '../review/review-result.ts';
import type { Problem } from '../standard/problem.ts';
import {
  failureCode,
  groupNotification,
  logNotification,
  mistakesRequest,
  ownType,
  progressType,
  reviewRequest,
  textRequest,
  updateRequest,
  type EngineFailure,
  type ReviewAnswer,
  type ReviewQuestion,
  type SavedFile,
  type StandardQuestion,
  type TextQuestion,
} from './engine-protocol.ts';

/** A finished review that can be asked on. */
export interface OpenReview {
  readonly answer: ReviewAnswer;
  /** @param onOwn is told before what the file says by itself */
  update(file: SavedFile, onOwn: (review: Review) => void): Promise<Review>;
  text(question: TextQuestion): string | undefined;
}

/** What a review has to tell beside its answer. */
export interface ReviewListener {
  readonly log: (line: string) => void;
  readonly onGroup: (group: StartedGroup) => void;
}

export type MistakesOf = (question: StandardQuestion) => Promise<readonly Problem[]>;

export type OpenReviewOf = (
  question: ReviewQuestion,
  onProgress: ReportProgress,
  signal: AbortSignal,
  listener: ReviewListener,
) => Promise<OpenReview>;

/** Answers the extension's questions about one review at a time, the last one that was finished, and about standards. */
export function serveEngine(connection: MessageConnection, openReview: OpenReviewOf, mistakesOf: MistakesOf): void {
  let open: OpenReview | undefined;
  const listener: ReviewListener = {
    log: (line) => void connection.sendNotification(logNotification, line),
    onGroup: (group) => void connection.sendNotification(groupNotification, group),
  };
  connection.onRequest(reviewRequest, async ({ progressToken, ...question }, token) =>
    answering(connection, async () => {
      const report: ReportProgress = (progress) => void connection.sendProgress(progressType, progressToken, progress);
      const finished = await openReview(question, throttled(report), abortSignal(token), listener);
      // A newer question may have been answered meanwhile; the extension drops the answer to a cancelled one.
      if (!token.isCancellationRequested) open = finished;
      return finished.answer;
    }),
  );
  connection.onRequest(mistakesRequest, (question) => answering(connection, () => mistakesOf(question)));
  connection.onRequest(updateRequest, ({ ownToken, ...file }) =>
    answering(connection, () => opened(open).update(file, (own) => void connection.sendProgress(ownType, ownToken, own))),
  );
  connection.onRequest(textRequest, (question) => answering(connection, () => Promise.resolve(opened(open).text(question) ?? null)));
}

function opened(open: OpenReview | undefined): OpenReview {
  if (open === undefined) throw new UserError('There is no review to go on from.', 'Run the review again.');
  return open;
}

async function answering<Answer>(
  connection: MessageConnection,
  answer: () => Promise<Answer>,
): Promise<Answer | ResponseError<EngineFailure>> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof UserError) {
      return new ResponseError(failureCode, error.message, {
        kind: error instanceof NoRepository ? 'not-a-repository' : 'refused',
        hint: error.hint,
      });
    }
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    // What was cancelled did not fail.
    if (!(error instanceof Error && error.name === 'AbortError')) await connection.sendNotification(logNotification, stack ?? message);
    return new ResponseError(failureCode, message, { kind: 'defect', hint: '' });
  }
}

function abortSignal(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => {
    controller.abort();
  });
  return controller.signal;
}

const PROGRESS_INTERVAL_MS = 50;

/** A step's beginning is always told; what follows within it at most every 50 ms. */
function throttled(report: ReportProgress): ReportProgress {
  let step = '';
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (progress.step === step && now - last < PROGRESS_INTERVAL_MS) return;
    ({ step } = progress);
    last = now;
    report(progress);
  };
}
