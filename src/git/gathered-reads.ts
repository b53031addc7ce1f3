import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { Snapshot, TreeReader } from '../change/change-set.ts';

/** UTF-16 units of text that are kept of what was read. */
const KEPT = 4_000_000;

/** Milliseconds that a reading waits for others: a process takes longer to start. */
const WAIT = 1;

type ReadAll = (paths: readonly string[]) => Promise<ReadonlyMap<string, Snapshot>>;

/** Reads of one tree that are asked for at nearly the same time are one, and what was read lately is not read again. */
export function gatheredReads(readAll: ReadAll): TreeReader['read'] {
  const cacheMap = new LRUCache<string, Promise<Snapshot | null>>({ max: 5_000 });
  const loader = new DataLoader<string, Snapshot | null>(
    async (paths) => {
      const snapshots = await readAll(paths);
      return paths.map((path) => snapshots.get(path) ?? null);
    },
    { cacheMap, batchScheduleFn: (run) => setTimeout(run, WAIT) },
  );
  let kept = 0;
  return async (paths) => {
    const read = await loader.loadMany(paths);
    const found = new Map<string, Snapshot>();
    for (const each of read) {
      if (each instanceof Error) throw each;
      if (each) found.set(each.path, each);
    }
    kept += [...found.values()].reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
    if (kept > KEPT) {
      loader.clearAll();
      kept = 0;
    }
    return found;
  };
}
