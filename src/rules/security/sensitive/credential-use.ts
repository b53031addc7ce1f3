import type { Expression } from '../../../code/expression.ts';
import type { Scope } from '../../../code/flow/scope.ts';

/** An expression that is handed to where a password, key or token is taken. */
export interface CredentialUse {
  readonly at: Scope;
  readonly expression: Expression;
  /** What it is for, e.g. `password`. */
  readonly name: string;
  /** A key may be bytes, and hold anything. */
  readonly bytes?: true;
}
