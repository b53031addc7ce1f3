import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';

/** What is told of a member that is not written. */
export type AddedMember = Pick<SymbolFact, 'name' | 'visibility' | 'modifiers' | 'type'> & {
  readonly kind: 'constructor' | 'method';
  readonly parameters: readonly ParameterFact[];
};
