import type { LogOutputChannel } from 'vscode';
import { countedFindings } from '../report/selection.ts';
import type { ReviewState } from './review-state.ts';

/** Writes what happens to a review to the log; steps of a running one only where the log is to hold everything. */
export function logState(state: ReviewState, log: LogOutputChannel): void {
  switch (state.kind) {
    case 'idle':
      return;
    case 'running':
      if (state.progress) log.trace(`${state.progress.step} (${state.progress.done}/${state.progress.total})`);
      else log.info(`Reviewing ${JSON.stringify(state.question.source)} in ${state.question.folder}`);
      return;
    case 'failed':
      log.error(`The review failed (${state.failure.kind}): ${state.failure.message} ${state.failure.hint}`);
      return;
    case 'done': {
      const { review } = state.answer;
      log.info(
        `Reviewed ${review.size.files} files: ${review.verdict.gate}, ${countedFindings(review).length} findings, ${review.notices.length} notices`,
      );
      for (const notice of review.notices) log.info(`Notice ${notice.id}: ${notice.path ?? ''} ${notice.message}`);
    }
  }
}
