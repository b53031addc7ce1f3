import type { Call } from '../../../code/expression.ts';
import { statusNamed } from '../../../code/http-status.ts';

/** The status that a call asserts: `isNotFound()` → `404`, `is(404)` → `404`, `isEqualTo(HttpStatus.CONFLICT)` → `409`; its own name where it is not known. */
export function statusOf(call: Call): string {
  const [argument] = call.arguments;
  if (argument?.kind === 'number') return argument.text;
  if (argument?.kind === 'call' && argument.receiver?.kind === 'member')
    return statusNamed(argument.receiver.name) ?? argument.receiver.name;
  if (argument?.kind === 'member') return statusNamed(argument.name) ?? argument.name;
  return statusNamed(call.name) ?? statusNamed(call.name.replace(/^(?:is|hasStatus)/, '')) ?? call.name;
}
