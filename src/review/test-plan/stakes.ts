import { remembered } from '../../base/remembered.ts';
import type { CodeChange } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { callsIn, codeOf, visitsOf } from '../../code/walk.ts';
import type { FunctionUnderTest, Obligation } from '../../rules/tests/gaps/obligation.ts';
import { riskOf } from '../../rules/tests/gaps/risk.ts';
import type { Risk } from './test-plan.ts';

/** How much there is to lose with what a change does, tested or not: the kind of what is new × who calls it × how involved it is. */
export class Stakes {
  /** Name → how many of the changed functions call it. */
  readonly #callers: ReadonlyMap<string, number>;

  constructor({ symbols }: CodeChange) {
    const callers = new Map<string, number>();
    for (const change of symbols) {
      if (change.kind === 'removed' || change.head.file.role !== 'production') continue;
      for (const name of namesCalledIn(change.head.symbol)) callers.set(name, (callers.get(name) ?? 0) + 1);
    }
    this.#callers = callers;
  }

  /** With all of a function, or with some of what is new in it. Greater is worse. */
  of({ at, obligations }: Pick<FunctionUnderTest, 'at' | 'obligations'>, some: readonly Obligation[] = obligations): number {
    const decisions = visitsOf(codeOf(at.symbol), 'if', 'loop', 'switch', 'try', 'conditional').length;
    const callers = this.#callers.get(at.symbol.name) ?? 0;
    // What a test shows already is at stake as well once the code around it changes.
    const kind = riskOf(
      at,
      some.map((each) => ({ ...each, shown: 'missing' })),
    );
    return kind * (1 + Math.min(callers, 10) / 10) * (1 + Math.min(decisions, 20) / 20);
  }
}

/** A figure for people. A new public function is of medium risk; one that is called, decides much or is about money or access is of high risk. */
export function riskFor(stake: number): Risk {
  if (stake >= 11) return 'high';
  return stake >= 5 ? 'medium' : 'low';
}

const namesCalledIn = remembered((symbol: SymbolFact): ReadonlySet<string> => new Set(callsIn(codeOf(symbol)).map(({ name }) => name)));
