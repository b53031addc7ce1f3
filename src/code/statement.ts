import type { TextRange } from '../base/text-range.ts';
import type { Expression, NestedFunction } from './expression.ts';

/** The neutral shape of a statement. Same rules as for `Expression`. */
export type Statement =
  ExpressionStatement | VariableStatement | Return | Throw | If | Loop | Try | Switch | Jump | Block | FunctionStatement | OtherStatement;

interface Ranged {
  readonly range: TextRange;
}

export interface ExpressionStatement extends Ranged {
  readonly kind: 'expression';
  readonly value: Expression;
}

/** One declared variable; a declaration of several is several statements. A destructuring pattern has its text as name. */
export interface VariableStatement extends Ranged {
  readonly kind: 'variable';
  readonly name: string;
  readonly type?: string;
  readonly value?: Expression;
  readonly constant: boolean;
}

export interface Return extends Ranged {
  readonly kind: 'return';
  readonly value?: Expression;
}

export interface Throw extends Ranged {
  readonly kind: 'throw';
  readonly value: Expression;
}

export interface If extends Ranged {
  readonly kind: 'if';
  readonly test: Expression;
  readonly then: readonly Statement[];
  readonly otherwise?: readonly Statement[];
}

/** `variable` and `header` (what is looped over) for `for-each`; `header` holds initialiser, test and step of a `for`, the test of a `while` and `do`. */
export interface Loop extends Ranged {
  readonly kind: 'loop';
  readonly form: 'for' | 'for-each' | 'while' | 'do';
  readonly variable?: string;
  readonly header: readonly Expression[];
  readonly body: readonly Statement[];
}

export interface Try extends Ranged {
  readonly kind: 'try';
  /** Resources of a try-with-resources or `using`. */
  readonly resources: readonly Statement[];
  readonly body: readonly Statement[];
  readonly handlers: readonly Handler[];
  readonly finalizer?: readonly Statement[];
}

export interface Handler extends Ranged {
  /** The caught types as written; empty where the language catches everything. */
  readonly types: readonly string[];
  /** The variable, absent in `catch {}`. */
  readonly name?: string;
  readonly body: readonly Statement[];
  /** Between the braces, comments included. */
  readonly bodyRange: TextRange;
}

export interface Switch extends Ranged {
  readonly kind: 'switch';
  readonly subject: Expression;
  readonly cases: readonly {
    /** Empty for `default`. */
    readonly labels: readonly Expression[];
    readonly body: readonly Statement[];
    readonly range: TextRange;
  }[];
}

export interface Jump extends Ranged {
  readonly kind: 'break' | 'continue';
}

/** A block of its own; `lock` is the monitor of a `synchronized` block. */
export interface Block extends Ranged {
  readonly kind: 'block';
  readonly lock?: Expression;
  readonly body: readonly Statement[];
}

/** Functions declared inside a body: a local function (one), a local class (its methods). */
export interface FunctionStatement extends Ranged {
  readonly kind: 'functions';
  readonly functions: readonly NestedFunction[];
}

export interface OtherStatement extends Ranged {
  readonly kind: 'other';
  readonly children: readonly Expression[];
}
