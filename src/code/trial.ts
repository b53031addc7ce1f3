import type { TextRange } from '../base/text-range.ts';
import type { SymbolAt } from './code-change.ts';

/** A part of the change was put otherwise, and the tests were run on it: whether they notice. Only where a person had tests run. */
export interface Trial {
  /** The function at head. */
  readonly at: SymbolAt;
  readonly tried: Tried;
  /** `passed`: no test noticed. `failed`: a test did. `unclear`: neither can be said, as where what was tried does not build. */
  readonly outcome: 'passed' | 'failed' | 'unclear';
  /** The command that ran the tests, as the person wrote it. */
  readonly command: string;
  /** Of that command; absent where it was ended for taking too long. */
  readonly exitCode?: number;
  /** The test files that stood for the command's placeholder, in their order; none where it has no placeholder. */
  readonly tests: readonly string[];
}

export type Tried =
  /** Its body is what it was at base. */
  | { readonly kind: 'undone' }
  /** All it does is to throw: it is new, or what it was at base does not fit any more. */
  | { readonly kind: 'emptied' }
  /** One place of it reads otherwise. */
  | Mutation;

/** One place in a function at head, and what stands there instead: `;` where a statement is left out. */
export interface Mutation {
  readonly kind: 'mutated';
  readonly range: TextRange;
  readonly replacement: string;
}
