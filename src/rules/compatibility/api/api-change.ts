import type { SymbolAt } from '../../../code/code-change.ts';
import type { ContractImpact } from '../../../code/contract-change.ts';
import type { Confidence } from '../../../finding/draft.ts';
import type { RuleId } from '../../../finding/expectation.ts';

/** What a change does to consumers: to those who compile, to what they have compiled, to what happens when it runs. */
export type Effect = 'source' | 'binary' | 'behavioural';

/** One kind of change of an API, in the table of its language. */
export interface ApiKind {
  /** The rule that tells it. */
  readonly rule: RuleId;
  readonly impact: ContractImpact;
  readonly breaks: readonly Effect[];
}

/** A type and what stands in its place, with their packages. */
export interface Swap {
  readonly from: string;
  readonly to: string;
}

/** One way in which a declaration is no longer what it was. */
export interface Difference<Id extends string = string> {
  readonly id: Id;
  /** Completes “`name` …”. */
  readonly what: string;
  /** Who notices, completes the sentence. */
  readonly whom: string;
  readonly confidence?: Confidence;
  /** Whether only a compiler, which knows the types of other modules, could tell. */
  readonly isUndecided?: boolean;
  /** Set where one type stands for another of the same simple name, and nothing else differs. */
  readonly swap?: Swap;
  /** Less than the kind’s own, where this case is less bad. */
  readonly impact?: ContractImpact;
}

/** The same symbol at both sides. */
export interface SymbolPair {
  readonly base: SymbolAt;
  readonly head: SymbolAt;
}

/** One difference of one public symbol. */
export interface ApiChange {
  readonly contract: 'java' | 'typescript';
  readonly kind: ApiKind;
  readonly difference: Difference;
  /** Absent for what is new. */
  readonly base?: SymbolAt;
  readonly head: SymbolAt;
}

/** Keeps what there is: lets a list of possible differences be written as conditions. */
export function found<Id extends string>(...candidates: readonly (Difference<Id> | false | undefined)[]): readonly Difference<Id>[] {
  return candidates.filter((each): each is Difference<Id> => each !== false && each !== undefined);
}

export function isBreaking({ kind, difference }: ApiChange): boolean {
  return (difference.impact ?? kind.impact) === 'breaking';
}
