import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { ObjectAnswers, type GitObject } from './object-answers.ts';
import { DEFAULT_TIME_LIMIT, failureOf, tooSlow, type GitPlace } from './start.ts';

interface Question {
  readonly names: readonly string[];
  readonly onAnswer: (object: GitObject | undefined) => void;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
  answered: number;
}

/**
 * A `git cat-file` that stays to be asked again: to start a process takes longer than many answers.
 * Where git ends at a damaged object, the question that met it fails and the others are asked anew.
 */
export class ObjectProcess {
  readonly #place: GitPlace;
  readonly #mode: '--batch' | '--batch-check';
  readonly #signal: AbortSignal | undefined;
  readonly #idle: number;
  #child: ChildProcessWithoutNullStreams | undefined;
  #questions: Question[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param idle milliseconds without a question after which the process is let go */
  constructor(place: GitPlace, mode: '--batch' | '--batch-check', signal?: AbortSignal, idle = 2_000) {
    this.#place = place;
    this.#mode = mode;
    this.#signal = signal;
    this.#idle = idle;
    signal?.addEventListener('abort', () => {
      this.#stop(signal.reason);
    });
  }

  /**
   * Asks for objects by their names and hands over each answer, in order.
   * @param names without line feeds
   * @throws GitFailure, UserError (no git, too slow), the signal's reason
   */
  ask(names: readonly string[], onAnswer: Question['onAnswer']): Promise<void> {
    this.#signal?.throwIfAborted();
    if (names.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const question = { names, onAnswer, resolve, reject, answered: 0 };
      this.#questions.push(question);
      this.#put(question);
    });
  }

  #put({ names }: Question): void {
    const child = (this.#child ??= this.#start());
    for (const each of handlesOf(child)) each.ref();
    this.#limit();
    child.stdin.write(`${names.join('\n')}\n`);
  }

  #start(): ChildProcessWithoutNullStreams {
    const args = ['cat-file', this.#mode];
    const child = spawn('git', args, { cwd: this.#place.directory, env: { ...this.#place.environment }, windowsHide: true });
    const answers = new ObjectAnswers(this.#mode === '--batch', (object) => {
      this.#answer(object);
    });
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      if (child === this.#child) answers.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    // What it could not be given, it does not answer: its end tells.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => {
      this.#ended(child, failureOf(args, 1, error.message));
    });
    child.on('close', (code) => {
      this.#ended(child, failureOf(args, code ?? 1, Buffer.concat(errors).toString()));
    });
    return child;
  }

  #answer(object: GitObject | undefined): void {
    const question = this.#questions[0];
    if (!question) return;
    question.onAnswer(object);
    question.answered++;
    if (question.answered < question.names.length) return;
    this.#questions.shift();
    question.resolve();
    this.#limit();
    if (this.#questions.length === 0 && this.#child) for (const each of handlesOf(this.#child)) each.unref();
  }

  #ended(child: ChildProcessWithoutNullStreams, failure: Error): void {
    if (child !== this.#child) return;
    this.#child = undefined;
    const [first, ...others] = this.#questions;
    this.#questions = others;
    for (const question of others) this.#put(question);
    first?.reject(failure);
  }

  /** A question may take its time, an idle process may not stay. */
  #limit(): void {
    clearTimeout(this.#timer);
    const isIdle = this.#questions.length === 0;
    this.#timer = setTimeout(
      () => {
        if (isIdle) this.#letGo();
        else this.#stop(tooSlow(['cat-file'], DEFAULT_TIME_LIMIT));
      },
      isIdle ? this.#idle : DEFAULT_TIME_LIMIT,
    ).unref();
  }

  /** Whoever asks next gets a new process: this one may end at any moment from now on. */
  #letGo(): void {
    this.#child?.stdin.end();
    this.#child = undefined;
  }

  #stop(reason: unknown): void {
    const questions = this.#questions;
    this.#questions = [];
    clearTimeout(this.#timer);
    this.#child?.kill();
    this.#child = undefined;
    for (const { reject } of questions) reject(reason);
  }
}

/** Keeps this program alive while it waits; the streams of a process are such, too. */
interface Handle {
  ref(): unknown;
  unref(): unknown;
}

function handlesOf(child: ChildProcessWithoutNullStreams): readonly Handle[] {
  return [child, child.stdin, child.stdout, child.stderr].filter((each): each is typeof each & Handle => 'ref' in each);
}
