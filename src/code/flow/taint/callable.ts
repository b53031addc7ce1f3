import type { TextRange } from '../../../base/text-range.ts';
import type { ParameterFact, SymbolFact } from '../../facts.ts';
import type { Statement } from '../../statement.ts';
import { bodyOf } from '../scope.ts';
import type { State } from './state.ts';

/** A function that can be gone into: of the file, or nested. */
export interface Callable {
  readonly name: string;
  /** Patterns where they take their argument apart. */
  readonly parameters: readonly string[];
  /** Declared types and annotations, of functions of the file. */
  readonly declared?: readonly ParameterFact[];
  readonly body: readonly Statement[];
  readonly range: TextRange;
  /** What it sees around it; absent for functions of the file. */
  readonly around?: State;
  /** The symbol that it is, for functions of the file. */
  readonly symbol?: SymbolFact;
}

/** A function of the file as one that can be gone into. */
export function callableOf(symbol: SymbolFact): Callable {
  const declared = symbol.parameters ?? [];
  return {
    name: symbol.name,
    parameters: declared.map(({ name }) => name),
    declared,
    body: bodyOf(symbol) ?? [],
    range: symbol.range,
    symbol,
  };
}
