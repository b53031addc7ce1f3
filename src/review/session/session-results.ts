import type { Side } from '../../change/change-set.ts';
import type { Keep } from '../kept-results.ts';
import type { EditedTree, TreeWatch } from './edited-tree.ts';

interface KeptResult {
  readonly inputs: readonly unknown[];
  readonly read: Readonly<Record<Side, TreeWatch>>;
  readonly result: Promise<unknown>;
}

/** Keeps results for as long as neither their inputs nor what they read of the trees changes. */
export function keepInSession(trees: Readonly<Record<Side, EditedTree>>): Keep {
  const kept = new Map<string, KeptResult>();
  return async <Result>(name: string, inputs: readonly unknown[], make: (trees: Readonly<Record<Side, TreeWatch>>) => Promise<Result>) => {
    const before = kept.get(name);
    if (before && isAsBefore(before, inputs)) return before.result as Promise<Result>;
    before?.read.base.end();
    before?.read.head.end();
    const read = { base: trees.base.watched(), head: trees.head.watched() };
    const result = make(read);
    kept.set(name, { inputs, read, result });
    // Whoever waits for it gets the error; whoever asks later asks anew.
    result.catch(() => kept.delete(name));
    return result;
  };
}

function isAsBefore({ inputs, read }: KeptResult, now: readonly unknown[]): boolean {
  return !read.base.isStale && !read.head.isStale && inputs.length === now.length && inputs.every((input, index) => input === now[index]);
}
