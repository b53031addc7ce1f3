import { NotificationType, ProgressType, RequestType } from 'vscode-jsonrpc/node';
import type { Progress } from '../base/progress.ts';
import type { ChangeKind, Side } from '../change/change-set.ts';
import type { ChangeSource } from '../change/source.ts';
import type { StartedGroup } from '../deep/started-groups.ts';
import type { Review } from '../review/review-result.ts';
import type { Problem } from '../standard/problem.ts';

/** What the engine is told when it starts. */
export interface EngineData {
  /** Absolute path of a folder of the editor's storage, in which what was read is kept for later reviews. */
  readonly cache: string;
}

/** What the extension asks of the engine in its worker thread. All of it is plain data. */
export interface ReviewQuestion {
  /** Absolute path of a folder of the repository. */
  readonly folder: string;
  readonly source: ChangeSource;
  /** A standard to use in place of the repository's own: a path, or what `extends` takes. */
  readonly standard?: string;
  /** Whether standards may be fetched from other repositories: not in a workspace that is not trusted. */
  readonly mayFetch: boolean;
  /** Asks a TypeScript compiler, where the person's own settings name one. Where standards may not be fetched it is not loaded either. */
  readonly types?: TypesQuestion;
  /** Runs the tests on parts of the change. Only where the person has just asked for it, in a workspace that is trusted. */
  readonly deep?: DeepQuestion;
}

/** Which TypeScript compiler is asked about changed types. */
export interface TypesQuestion {
  /** The folder in which it is installed. */
  readonly typescript: string;
  /** How long it may take, in each review. */
  readonly seconds: number;
}

/** How tests are run: by the person's own command. */
export interface DeepQuestion {
  readonly command: string;
  /** For all of it. */
  readonly minutes: number;
}

/** One file of the reviewed change. */
export interface ReviewedFile {
  /** Relative to the root, forward slashes; the base path of a deleted file. */
  readonly path: string;
  readonly basePath?: string;
  readonly kind: ChangeKind;
}

export interface ReviewAnswer {
  /** Absolute path of the repository's root. */
  readonly root: string;
  readonly review: Review;
  readonly files: readonly ReviewedFile[];
}

/** A saved file of the reviewed change. */
export interface SavedFile {
  readonly path: string;
  readonly text: string;
}

export interface TextQuestion {
  readonly side: Side;
  readonly path: string;
}

/** A `plumbline.yaml` as it is being written. */
export interface StandardQuestion {
  /** Absolute path of the folder that it is in. */
  readonly folder: string;
  readonly text: string;
}

/** Why the engine could not do what it was asked. */
export interface EngineFailure {
  /** `refused`: the person can do something about it, and `hint` says what. `defect`: it is Plumbline's fault. */
  readonly kind: 'not-a-repository' | 'refused' | 'defect';
  readonly hint: string;
}

export const reviewRequest = new RequestType<ReviewQuestion & { readonly progressToken: number }, ReviewAnswer, EngineFailure>('review');
/** Checks again after a file was saved. The answer is the whole review; `ownType` tells before what the file says by itself. */
export const updateRequest = new RequestType<SavedFile & { readonly ownToken: number }, Review, EngineFailure>('update');
/** The text of a changed file in the last review; null where there is none. */
export const textRequest = new RequestType<TextQuestion, string | null, EngineFailure>('text');
/** What is wrong in a standard's file. */
export const mistakesRequest = new RequestType<StandardQuestion, readonly Problem[], EngineFailure>('mistakes');
export const progressType = new ProgressType<Progress>();
export const ownType = new ProgressType<Review>();
/** The engine may be ended at any moment: then the extension ends what it started. */
export const groupNotification = new NotificationType<StartedGroup>('group');
export const logNotification = new NotificationType<string>('log');

/** The error code under which an `EngineFailure` travels. */
export const failureCode = 1;
