import { Memo } from '../../../base/memo.ts';
import { chainOf, type Chain } from '../../../code/chain.ts';
import type { Call, Member } from '../../../code/expression.ts';
import type { AssertionFact, TestFact } from '../../../code/facts.ts';
import { visitsOf, type Visited } from '../../../code/walk.ts';

/** An assertion of a test with its code. */
export interface Check {
  readonly fact: AssertionFact;
  /** The whole chain that asserts. */
  readonly visited: Visited<Call | Member>;
  readonly chain: Chain;
}

const known = new Memo<TestFact, readonly Check[]>();

/** The assertions that stand in the body of a test, in order; what an annotation expects is none of them. */
export function checksOf(test: TestFact): readonly Check[] {
  const checks = known.get(test) ?? readChecks(test);
  known.set(test, checks);
  return checks;
}

function readChecks({ assertions, body }: TestFact): readonly Check[] {
  if (assertions.length === 0) return [];
  const visits = new Map<string, Visited<Call | Member>>();
  for (const visited of visitsOf(body, 'call', 'member')) {
    const { node } = visited;
    const { start, end } = node.range;
    if (!visits.has(`${start} ${end}`)) visits.set(`${start} ${end}`, visited);
    // Java's begin at the name.
    if (node.kind === 'call' && !visits.has(`${node.nameRange.start} ${end}`)) visits.set(`${node.nameRange.start} ${end}`, visited);
  }
  return assertions.flatMap((fact) => {
    const visited = visits.get(`${fact.range.start} ${fact.range.end}`);
    return visited ? [{ fact, visited, chain: chainOf(visited.node) }] : [];
  });
}

/** The last call of a chain. */
export function lastCall({ chain }: Check): Call | undefined {
  return chain.calls.at(-1)?.call;
}
