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

/**
 * Reads blobs by their ids. Each id asked for is in the result; what could not be read says why.
 * @param known the sizes that need not be asked for
 */
export async function readBlobs(
  repository: Repository,
  ids: Iterable<string>,
  budget: ReadBudget,
  known: ReadonlyMap<string, number> = new Map(),
): Promise<Map<string, Content>> {
  const contents = new Map<string, Content>();
  const unique = [...new Set(ids)];
  const asked = await blobSizes(
    repository,
    unique.filter((id) => !known.has(id)),
  );
  const wanted: SizedBlob[] = [];
  for (const id of unique) {
    const size = known.get(id) ?? asked.get(id);
    if (size === undefined) contents.set(id, unreadContent(repository.isPartial ? 'missing' : 'unreadable'));
    else if (budget.admit(size)) wanted.push({ id, size });
    else contents.set(id, unreadContent('too-large', size));
  }
  await Promise.all(
    batches(wanted).map((batch) =>
      halving(batch, async (part) => {
        parseBatch(await repository.catFile(['--batch', '--buffer'], lines(part.map((blob) => blob.id))), contents);
      }),
    ),
  );
  for (const { id, size } of wanted) if (!contents.has(id)) contents.set(id, unreadContent('unreadable', size));
  return contents;
}

/** The sizes of the blobs that git has. */
async function blobSizes(repository: Repository, ids: readonly string[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  await halving(ids, async (part) => {
    const output = await repository.catFile(['--batch-check', '--buffer'], lines(part));
    for (const line of output.toString('latin1').split('\n')) {
      const [id = '', type, size] = line.split(' ');
      if (type === 'blob') sizes.set(id, Number(size));
    }
  });
  return sizes;
}

/** Halves what git fails at until the damaged objects stand alone, and leaves these out. */
async function halving<T>(
  items: readonly T[],
  run: (items: readonly T[]) => Promise<void>,
  retries = { left: MOST_RETRIES },
): Promise<void> {
  if (items.length === 0) return;
  try {
    await run(items);
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    if (items.length === 1 || retries.left-- <= 0) return;
    const half = items.length >> 1;
    await halving(items.slice(0, half), run, retries);
    await halving(items.slice(half), run, retries);
  }
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

const FEED = 10;

/** Each object comes as `ID TYPE SIZE`, its bytes, and a line feed after both. */
function parseBatch(output: Buffer, contents: Map<string, Content>): void {
  for (let at = 0; at < output.length;) {
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
