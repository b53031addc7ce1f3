import type { TextRange } from '../../../base/text-range.ts';
import type { SymbolFact } from '../../facts.ts';
import type { Callable } from './callable.ts';
import type { State } from './state.ts';
import type { Value } from './value.ts';

/** One function that is being gone through. */
export interface Frame {
  readonly callable?: Callable;
  /** The call that led into it. */
  readonly call?: TextRange;
  readonly symbol: SymbolFact;
  readonly returned: Value[];
  /** States at the jumps out of the loops and switches around. */
  readonly breaks: State[][];
  readonly continues: State[][];
  readonly thrown: Value[][];
}
