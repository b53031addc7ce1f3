import { Worker } from 'node:worker_threads';
import { UserError } from '../../base/errors.ts';
import type { CompilerTask, CompilerTaskAnswers } from './answer-questions.ts';

/** A thread of its own for the compiler. */
export interface CompilerThread {
  /** Path of the built `compiler-worker`. */
  readonly script: string;
  /** How long the compiler may take. */
  readonly seconds: number;
  /** Ends it at once. */
  readonly signal?: AbortSignal | undefined;
}

/** What the thread says when it is done. */
export type CompilerReply =
  | { readonly kind: 'answers'; readonly answers: CompilerTaskAnswers }
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string };

/** What a large program takes; beyond that the thread ends, and the answer stays open. */
const mostMegabytes = 3_000;

/**
 * Answers in a thread that is ended when the time is up or the review is cancelled.
 * Rejects with the signal's reason where it was aborted, and with what the compiler failed with.
 */
export async function answerInThread(
  task: CompilerTask,
  { script, seconds, signal }: CompilerThread,
): Promise<CompilerTaskAnswers | 'too slow'> {
  signal?.throwIfAborted();
  const worker = new Worker(script, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
  let stop = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      stop = () => {
        reject(signal?.reason instanceof Error ? signal.reason : new Error('The review was cancelled'));
      };
      signal?.addEventListener('abort', stop, { once: true });
      timer = setTimeout(() => {
        resolve('too slow');
      }, seconds * 1000);
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(new Error(`The compiler ended with exit code ${code} before it answered`));
      });
      worker.once('message', (reply: CompilerReply) => {
        if (reply.kind === 'answers') resolve(reply.answers);
        else reject(new UserError(reply.message, reply.hint));
      });
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
