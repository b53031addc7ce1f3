import { contentOf, unreadContent, type Content } from './content.ts';
import type { ReadBudget } from './read-limits.ts';
import type { Repository } from './repository.ts';
import { GitFailure } from './start.ts';

/** Bytes that one process hands over at most, since they are in memory at once. Most change sets need one process. */
const BATCH_BYTES = 24_000_000;

/** A damaged object ends git; how often the rest is tried again without it. */
const MOST_RETRIES = 200;

interface SizedBlob {
  readonly id: string;
  readonly size: number;
}

/** Reads blobs by their ids. Each id asked for is in the result; what could not be read says why. */
export async function readBlobs(repository: Repository, ids: Iterable<string>, budget: ReadBudget): Promise<Map<string, Content>> {
  const contents = new Map<string, Content>();
  const wanted: SizedBlob[] = [];
  for (const { id, size } of await blobSizes(repository, [...new Set(ids)])) {
    if (size === undefined) contents.set(id, unreadContent(repository.isPartial ? 'missing' : 'unreadable'));
    else if (budget.admit(size)) wanted.push({ id, size });
    else contents.set(id, unreadContent('too-large', size));
  }
  const retries = { left: MOST_RETRIES };
  await Promise.all(batches(wanted).map((batch) => readBatch(repository, batch, contents, retries)));
  return contents;
}

async function blobSizes(repository: Repository, ids: readonly string[]): Promise<{ id: string; size: number | undefined }[]> {
  if (ids.length === 0) return [];
  const output = await repository.catFile(['--batch-check', '--buffer'], lines(ids)).catch((error: unknown) => {
    if (error instanceof GitFailure) return Buffer.alloc(0);
    throw error;
  });
  const sizes = new Map<string, number>();
  for (const line of output.toString('latin1').split('\n')) {
    const [id = '', type, size] = line.split(' ');
    if (type === 'blob') sizes.set(id, Number(size));
  }
  return ids.map((id) => ({ id, size: sizes.get(id) }));
}

function batches(blobs: readonly SizedBlob[]): SizedBlob[][] {
  const all: SizedBlob[][] = [];
  let room = 0;
  for (const blob of blobs) {
    if (room < blob.size || all.length === 0) {
      all.push([]);
      room = BATCH_BYTES;
    }
    all.at(-1)?.push(blob);
    room -= blob.size;
  }
  return all;
}

/** Halves a batch that fails until the damaged objects stand alone. */
async function readBatch(repository: Repository, batch: readonly SizedBlob[], contents: Map<string, Content>, retries: { left: number }): Promise<void> {
  try {
    const output = await repository.catFile(['--batch', '--buffer'], lines(batch.map((blob) => blob.id)));
    parseBatch(output, contents);
    for (const { id, size } of batch) if (!contents.has(id)) contents.set(id, unreadContent('unreadable', size));
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    if (batch.length === 1 || retries.left-- <= 0) {
      for (const { id, size } of batch) contents.set(id, unreadContent('unreadable', size));
      return;
    }
    const half = batch.length >> 1;
    await readBatch(repository, batch.slice(0, half), contents, retries);
    await readBatch(repository, batch.slice(half), contents, retries);
  }
}

const FEED = 10;

/** Each object comes as `ID TYPE SIZE`, its bytes, and a line feed after both. */
function parseBatch(output: Buffer, contents: Map<string, Content>): void {
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(FEED, at);
    const [id = '', , size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    const next = at + Number(size);
    contents.set(id, contentOf(output.subarray(at, next)));
    at = next + 1;
  }
}

function lines(ids: readonly string[]): string {
  return `${ids.join('\n')}\n`;
}
