import type { Call, Expression, FunctionExpression } from '../../../code/expression.ts';
import { dottedName } from '../../../code/walk.ts';
import type { TestMark } from './marks.ts';

/** A test that skips itself, whatever happens: `this.skip()`, `t.skip('why')`, `test.skip(true, 'why')`, `pending('why')`. */
export function skipInside(callback: FunctionExpression | undefined): Pick<TestMark, 'run' | 'markRange' | 'skipReason'> | undefined {
  for (const statement of callback?.body ?? []) {
    const value = statement.kind === 'expression' || statement.kind === 'return' ? statement.value : undefined;
    if (value?.kind === 'call' && isSkip(value, callback?.parameters[0])) {
      const reason = value.arguments.find((argument) => argument.kind === 'string');
      return { run: 'skipped', markRange: value.range, ...(reason && { skipReason: reason.value }) };
    }
  }
  return undefined;
}

function isSkip(call: Call, context: string | undefined): boolean {
  const [condition] = call.arguments;
  // With a function it is a skipped test inside this one.
  if (call.arguments.some(({ kind }) => kind === 'function')) return false;
  if (condition && condition.kind !== 'true' && !isReason(condition)) return false;
  if (!call.receiver) return call.name === 'pending';
  const on = dottedName(call.receiver);
  const isTest = on === 'this' || on === 'test' || (on !== undefined && on === context);
  return isTest && (call.name === 'skip' || call.name === 'fixme' || call.name === 'todo');
}

function isReason({ kind }: Expression): boolean {
  return kind === 'string' || kind === 'concatenation';
}
