import { contentOf, unreadContent, type Content } from './content.ts';
import type { ReadBudget } from './read-limits.ts';
import type { Repository } from './repository.ts';
import { GitFailure } from './start.ts';

/** A damaged object ends git; how often the rest is tried again without it. */
const MOST_RETRIES = 200;

/** Reads blobs by their ids. Each id asked for is in the result; what could not be read says why. */
export async function readBlobs(repository: Repository, ids: Iterable<string>, budget: ReadBudget): Promise<Map<string, Content>> {
  const contents = new Map<string, Content>();
  const unique = [...new Set(ids)];
  const sizes = await blobSizes(repository, unique);
  const wanted: string[] = [];
  for (const id of unique) {
    const size = sizes.get(id);
    if (size === undefined) contents.set(id, unreadContent(repository.isPartial ? 'missing' : 'unreadable'));
    else if (budget.admit(size)) wanted.push(id);
    else contents.set(id, unreadContent('too-large', size));
  }
  await halving(wanted, (part) =>
    repository.contents.ask(part, (object) => {
      if (object) contents.set(object.id, contentOf(object.bytes));
    }),
  );
  for (const id of wanted) if (!contents.has(id)) contents.set(id, unreadContent('unreadable', sizes.get(id)));
  return contents;
}

/** The sizes of the blobs that git has. */
async function blobSizes(repository: Repository, ids: readonly string[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  await halving(ids, (part) =>
    repository.known.ask(part, (object) => {
      if (object?.type === 'blob') sizes.set(object.id, object.size);
    }),
  );
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
