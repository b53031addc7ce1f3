import { numberOf } from '../../../code/flow/fold.ts';
import type { Expression } from '../../../code/expression.ts';
import type { EdgeValue } from './obligation.ts';

/** Below, at and above a bound: an error by one shows at one of them. */
export function aroundBound(bound: Expression, text: string): readonly EdgeValue[] {
  const value = bound.kind === 'number' ? numberOf(bound.text) : undefined;
  if (value === undefined || !Number.isSafeInteger(value))
    return [`${text} - 1`, text, `${text} + 1`].map((each): EdgeValue => ({ kind: 'constant', text: each }));
  return [value - 1, value, value + 1].map((each): EdgeValue => ({ kind: 'number', text: String(each) }));
}

export const nullValues: readonly EdgeValue[] = [{ kind: 'null', text: 'null' }];
export const undefinedValues: readonly EdgeValue[] = [{ kind: 'undefined', text: 'undefined' }];
export const emptyValues: readonly EdgeValue[] = [{ kind: 'empty', text: '' }];
/** For loops: a slip shows with nothing, with one element, or with several. */
export const amounts: readonly EdgeValue[] = [
  { kind: 'none', text: '' },
  { kind: 'one', text: '' },
  { kind: 'many', text: '' },
];

/** A literal or constant that a condition compares with. */
export function constantValue(value: Expression, text: string): EdgeValue {
  if (value.kind === 'string') return { kind: 'string', text };
  if (value.kind === 'number') return { kind: 'number', text };
  if (value.kind === 'null' || value.kind === 'undefined') return { kind: value.kind, text: value.kind };
  return { kind: 'constant', text };
}
