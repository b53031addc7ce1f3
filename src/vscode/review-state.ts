import type { TestPlan } from '../review/test-plan/test-plan.ts';
import type { Progress } from '../base/progress.ts';
import type { ReviewAnswer, ReviewQuestion } from './engine-protocol.ts';

export interface Failure {
  readonly kind: 'not-a-repository' | 'refused' | 'defect' | 'engine-stopped';
  readonly message: string;
  readonly hint: string;
}

/** What there is to show, at any moment exactly one of these. */
export type ReviewState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly question: ReviewQuestion; readonly progress: Progress | undefined }
  | { readonly kind: 'failed'; readonly question: ReviewQuestion; readonly failure: Failure }
  | DoneState;

export interface DoneState {
  readonly kind: 'done';
  readonly question: ReviewQuestion;
  readonly answer: ReviewAnswer;
  /** The number of the review; checks on save belong to the same one. */
  readonly run: number;
  /** Changes whenever the answer does: what was made from another answer is stale. */
  readonly generation: number;
  /** Paths of the files whose saved text is reviewed in place of the change's own. */
  readonly saved: ReadonlySet<string>;
  /** Whether HEAD has moved since: what was compared is no longer what is checked out. */
  readonly headMoved: boolean;
}

/** The view's content as the manifest's `when` clauses name it. */
export type ViewContent = 'idle' | 'running' | 'not-a-repository' | 'failed' | 'nothing-to-review' | 'all-good' | 'findings';

/** @param rows whether the tree has anything to show */
export function viewContent(state: ReviewState, rows: boolean): ViewContent {
  switch (state.kind) {
    case 'idle':
    case 'running':
      return state.kind;
    case 'failed':
      return state.failure.kind === 'not-a-repository' ? 'not-a-repository' : 'failed';
    case 'done':
      if (state.answer.files.length === 0) return 'nothing-to-review';
      return rows ? 'findings' : 'all-good';
  }
}

/** Whether the head of what was asked is checked out, so that its files are those in the working tree. */
export function isInWorkingTree({ source }: ReviewQuestion): boolean {
  switch (source.kind) {
    case 'working-tree':
    case 'staged':
    case 'outgoing':
      return true;
    case 'whole-tree':
    case 'branch':
      return source.head === undefined;
    case 'range':
    case 'folders':
      return false;
  }
}

/**
 * Whether a save belongs to what was asked: it does to the working tree, and to the branch that is being worked on.
 * What is staged or about to be pushed stays what it is when a file is saved.
 */
export function followsSaves(question: ReviewQuestion): boolean {
  return question.source.kind === 'working-tree' || (question.source.kind === 'branch' && question.source.head === undefined);
}

/** The plan of the review that is shown. */
export function testPlanOf(state: ReviewState): TestPlan | undefined {
  return state.kind === 'done' ? state.answer.review.testPlan : undefined;
}
