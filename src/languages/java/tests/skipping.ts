import type { Call, Expression } from '../../../code/expression.ts';
import type { AnnotationFact, TestFact } from '../../../code/facts.ts';
import type { Statement } from '../../../code/statement.ts';
import { simpleName } from '../declarations/modifiers.ts';

type Skip = Pick<TestFact, 'run' | 'skipReason' | 'markRange'>;

/** Whether a test never runs: `@Disabled`, `@Ignore`, `enabled = false`, or an assumption at its start that cannot hold. Conditions on the machine do not count. */
export function skipOf(annotations: readonly AnnotationFact[], body: readonly Statement[]): Skip {
  for (const annotation of annotations) {
    const name = simpleName(annotation.name);
    if (name === 'Disabled' || name === 'Ignore')
      return skipped(
        annotation.range,
        annotation.arguments.map((argument) => argument.value),
      );
    if (name === 'Test' && annotation.arguments.some((argument) => argument.name === 'enabled' && argument.value.kind === 'false')) {
      return skipped(
        annotation.range,
        annotation.arguments.flatMap((argument) => (argument.name === 'description' ? [argument.value] : [])),
      );
    }
  }
  const [first] = body;
  const call = first?.kind === 'expression' && first.value.kind === 'call' ? first.value : undefined;
  return call && neverHolds(call) ? skipped(call.range, call.arguments) : { run: 'live' };
}

function neverHolds(call: Call): boolean {
  if (call.name === 'assumeTrue') return call.arguments.some((argument) => argument.kind === 'false');
  if (call.name === 'assumeFalse') return call.arguments.some((argument) => argument.kind === 'true');
  return call.name === 'abort' && (!call.receiver || (call.receiver.kind === 'name' && call.receiver.name === 'Assumptions'));
}

function skipped(markRange: AnnotationFact['range'], values: readonly Expression[]): Skip {
  const reason = values.flatMap(textIn).join('');
  return { run: 'skipped', markRange, ...(reason !== '' && { skipReason: reason }) };
}

function textIn(expression: Expression): string[] {
  if (expression.kind === 'string') return [expression.value];
  return expression.kind === 'concatenation' ? expression.parts.flatMap(textIn) : [];
}
