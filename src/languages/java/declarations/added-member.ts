import type { TextRange } from '../../../base/text-range.ts';
import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';

/** What is told of a member that is not written. */
export type AddedMember = Pick<SymbolFact, 'name' | 'visibility' | 'modifiers' | 'type'> & {
  readonly kind: 'constructor' | 'method';
  readonly parameters: readonly ParameterFact[];
  /** The name of the field or component that it is made for. */
  readonly place?: TextRange;
  readonly deprecated?: boolean;
};
