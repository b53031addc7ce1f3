import { Worker } from 'node:worker_threads';
import {
  CancellationTokenSource,
  createMessageConnection,
  ErrorCodes,
  PortMessageReader,
  PortMessageWriter,
  ResponseError,
  type MessageConnection,
  type RequestType,
} from 'vscode-jsonrpc/node';
import type { ReportProgress } from '../base/progress.ts';
import { StartedGroups } from '../deep/started-groups.ts';
import type { Review } from '../review/review-result.ts';
import type { Problem } from '../standard/problem.ts';
import { EngineError, EngineStopped } from './engine-error.ts';
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
  type EngineData,
  type EngineFailure,
  type ReviewAnswer,
  type ReviewQuestion,
  type SavedFile,
  type StandardQuestion,
  type TextQuestion,
} from './engine-protocol.ts';

interface RunningWorker {
  readonly worker: Worker;
  readonly connection: MessageConnection;
  /** Rejects when the worker ends, for the connection itself does not notice. */
  readonly stopped: Promise<never>;
}

/** What the extension knows of the engine. */
export interface Engine {
  /** @throws EngineError, EngineStopped, or the signal's reason */
  review(question: ReviewQuestion, onProgress: ReportProgress, signal: AbortSignal): Promise<ReviewAnswer>;
  /**
   * Tells `onOwn` as soon as it is known what the file says by itself, with the rest as it was.
   * Cannot be cancelled: the engine must get to know every save, or later answers would be about old texts.
   */
  update(file: SavedFile, onOwn: (review: Review) => void): Promise<Review>;
  text(question: TextQuestion): Promise<string | undefined>;
}

/** What the extension asks of the engine beside reviews. */
export interface StandardCheck {
  /** What is wrong in a `plumbline.yaml` as it is being written. */
  mistakes(question: StandardQuestion): Promise<readonly Problem[]>;
}

/** The engine in its worker thread: started when first asked, and again when asked after it ended. */
export class EngineClient implements Engine, StandardCheck {
  readonly #workerFile: string;
  readonly #data: EngineData;
  readonly #log: (line: string) => void;
  #running: RunningWorker | undefined;
  #token = 0;

  constructor(workerFile: string, data: EngineData, log: (line: string) => void) {
    this.#workerFile = workerFile;
    this.#data = data;
    this.#log = log;
  }

  async review(question: ReviewQuestion, onProgress: ReportProgress, signal: AbortSignal): Promise<ReviewAnswer> {
    const running = this.#start();
    const progressToken = ++this.#token;
    const listener = running.connection.onProgress(progressType, progressToken, onProgress);
    try {
      return await this.#ask(running, reviewRequest, { ...question, progressToken }, signal);
    } finally {
      listener.dispose();
    }
  }

  async update(file: SavedFile, onOwn: (review: Review) => void): Promise<Review> {
    const running = this.#current();
    const ownToken = ++this.#token;
    const listener = running.connection.onProgress(ownType, ownToken, onOwn);
    try {
      return await this.#ask(running, updateRequest, { ...file, ownToken });
    } finally {
      listener.dispose();
    }
  }

  async text(question: TextQuestion): Promise<string | undefined> {
    return (await this.#ask(this.#current(), textRequest, question)) ?? undefined;
  }

  async mistakes(question: StandardQuestion): Promise<readonly Problem[]> {
    return this.#ask(this.#start(), mistakesRequest, question);
  }

  /** Ends the worker; what it was asked is rejected with `EngineStopped`. The next question starts another. */
  async stop(): Promise<void> {
    await this.#running?.worker.terminate();
  }

  async #ask<Question, Answer>(
    { connection, stopped }: RunningWorker,
    type: RequestType<Question, Answer, EngineFailure>,
    question: Question,
    signal?: AbortSignal,
  ): Promise<Answer> {
    signal?.throwIfAborted();
    const cancellation = new CancellationTokenSource();
    const cancel = (): void => {
      cancellation.cancel();
    };
    signal?.addEventListener('abort', cancel);
    try {
      return await Promise.race([connection.sendRequest(type, question as never, cancellation.token), stopped]);
    } catch (error) {
      signal?.throwIfAborted();
      throw engineError(error);
    } finally {
      signal?.removeEventListener('abort', cancel);
      cancellation.dispose();
    }
  }

  /** The worker that has the last review; another one would know nothing of it. */
  #current(): RunningWorker {
    if (this.#running === undefined) throw new EngineStopped('The engine ended since the review');
    return this.#running;
  }

  #start(): RunningWorker {
    return (this.#running ??= this.#startWorker());
  }

  #startWorker(): RunningWorker {
    const worker = new Worker(this.#workerFile, {
      name: 'plumbline-engine',
      workerData: this.#data,
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    const connection = createMessageConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
    connection.onNotification(logNotification, this.#log);
    const groups = new StartedGroups();
    const endGroups = (): void => {
      groups.end();
    };
    connection.onNotification(groupNotification, (group) => {
      groups.note(group);
    });
    process.once('exit', endGroups);
    connection.listen();
    for (const stream of [worker.stdout, worker.stderr])
      stream.on('data', (text: Buffer) => {
        this.#log(text.toString().trimEnd());
      });
    const stopped = new Promise<never>((_resolve, reject) => {
      worker.once('error', (error) => {
        this.#log(`The engine failed: ${error.stack ?? error.message}`);
      });
      worker.once('exit', (code) => {
        this.#log(`The engine ended with exit code ${code}`);
        if (this.#running?.worker === worker) this.#running = undefined;
        endGroups();
        process.off('exit', endGroups);
        reject(new EngineStopped('The engine ended before it answered'));
        connection.dispose();
      });
    });
    stopped.catch(() => undefined);
    return { worker, connection, stopped };
  }
}

/** All but the engine's own answers comes from a connection whose worker is gone. */
function engineError(error: unknown): Error {
  if (error instanceof EngineStopped) return error;
  if (!(error instanceof ResponseError) || error.code === ErrorCodes.PendingResponseRejected)
    return new EngineStopped('The engine cannot be reached', { cause: error });
  const failure: EngineFailure = error.code === failureCode ? (error.data as EngineFailure) : { kind: 'defect', hint: '' };
  return new EngineError(error.message, failure, { cause: error });
}
