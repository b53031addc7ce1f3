import type { ChangeSet } from '../change/change-set.ts';

/**
 * Makes a result, or gives the one that it made before where it would be the same again.
 * @param name tells the results of one review apart
 * @param inputs all that the result depends on besides the trees, compared by identity
 * @param make asks no other trees than those it is given
 */
export type Keep = <Result>(
  name: string,
  inputs: readonly unknown[],
  make: (trees: ChangeSet['trees']) => Promise<Result>,
) => Promise<Result>;

/** For a review that is made once. */
export function keepNothing(trees: ChangeSet['trees']): Keep {
  return (_name, _inputs, make) => make(trees);
}
