/**
 * A bound for a question that branches as it is followed through names: neither deeper than `deepest`, nor more than `most` steps over all its
 * branches. Code can be written so that each name holds the one before many times: its ways double with every level, its steps do not.
 * The question begins at depth 0 and is asked to its end before another begins. Counted, not timed: the same code is always followed as far.
 */
export function stepLimit(deepest: number, most = mostSteps): (depth: number) => boolean {
  let steps = 0;
  return (depth) => {
    steps = depth === 0 ? 0 : steps + 1;
    return depth > deepest || steps > most;
  };
}

/** Far more than what people write needs: a text of hundreds of pieces is followed to its end. */
const mostSteps = 2000;
