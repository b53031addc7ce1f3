import { canonical } from '../../code/canonical.ts';
import { codeOf, visitsOf } from '../../code/walk.ts';
import type { Safeguard, SafeguardKind } from '../safeguards/safeguard.ts';
import { scopeOf } from '../safeguards/scopes.ts';

const caring = /^(?:orElse|orElseGet|orElseThrow|ifPresent|ifPresentOrElse)$/;
const careless = /^get(?:As(?:Int|Long|Double))?$/;

/** What is done where an `Optional` is empty: `find(id).orElseThrow(…)` against `find(id).get()`. */
export const optionalValues: SafeguardKind = {
  find: (at) => {
    if (at.file.facts?.language !== 'java') return [];
    const calls = visitsOf(codeOf(at.symbol), 'call');
    // `get()` is said of much else: only what is cared for at one side is an `Optional`.
    return calls.flatMap((visited): readonly Safeguard[] => {
      const { name, receiver, arguments: given, range } = visited.node;
      if (!receiver || (!caring.test(name) && !(careless.test(name) && given.length === 0 && receiver.kind === 'call'))) return [];
      const isLost = careless.test(name) || (name === 'orElse' && given[0]?.kind === 'null');
      const of = canonical(receiver);
      return [{ family: `optional ${of}`, key: of, subject: of, scope: scopeOf(visited), range, level: isLost ? 0 : 1, scale: of }];
    });
  },
  exposed: () => false,
};
