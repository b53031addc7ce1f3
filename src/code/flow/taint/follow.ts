import type { SourceFile } from '../../code-change.ts';
import type { FileFacts } from '../../facts.ts';
import { evaluate } from './evaluate.ts';
import { Follower } from './follower.ts';
import type { Knowledge } from './knowledge.ts';
import { run } from './run.ts';

/** One that goes through the code of a file with what is known about its libraries. */
export function followerOf(file: SourceFile, facts: FileFacts, knowledge: Knowledge): Follower {
  return new Follower(file, facts, knowledge, { evaluate, run });
}
