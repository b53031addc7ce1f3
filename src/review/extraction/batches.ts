import { sideText } from '../../code/source-file.ts';
import type { ReadingTask } from './reading.ts';

/** Tasks that one worker reads in one go. */
export interface Batch {
  readonly indexes: readonly number[];
  readonly tasks: readonly ReadingTask[];
}

/** UTF-16 units: small enough that workers end at about the same time, large enough that handing over costs little. */
const batchSize = 400_000;

/** How much there is to read in a task, in UTF-16 units. */
export function sizeOf({ change }: ReadingTask): number {
  return (sideText(change, 'base')?.length ?? 0) + (sideText(change, 'head')?.length ?? 0);
}

/** Cuts tasks into batches of about equal size, in order; the first ones are small, so that something is seen soon. */
export function batchesOf(tasks: readonly ReadingTask[]): Batch[] {
  const batches: { indexes: number[]; tasks: ReadingTask[] }[] = [];
  let room = 0;
  for (const [index, task] of tasks.entries()) {
    if (room <= 0) {
      room = batches.length < 4 ? batchSize / 8 : batchSize;
      batches.push({ indexes: [], tasks: [] });
    }
    batches.at(-1)?.indexes.push(index);
    batches.at(-1)?.tasks.push(task);
    room -= sizeOf(task) + 100;
  }
  return batches;
}
