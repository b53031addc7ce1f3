import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../base/errors.ts';
import { answerQuestions, type CompilerTask } from './compiler/answer-questions.ts';
import type { CompilerReply } from './compiler/compiler-thread.ts';

function reply(task: CompilerTask): CompilerReply {
  try {
    return { kind: 'answers', answers: answerQuestions(task) };
  } catch (error) {
    if (error instanceof UserError) return { kind: 'refused', message: error.message, hint: error.hint };
    throw error;
  }
}

parentPort?.postMessage(reply(workerData as CompilerTask));
