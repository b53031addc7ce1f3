import { canonical } from '../../../code/canonical.ts';
import type { Expression } from '../../../code/expression.ts';
import type { ParameterFact } from '../../../code/facts.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { farthest } from '../../../code/flow/scope.ts';
import { bare } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { Handler } from './handlers.ts';

const member = /(?:^|\.)(?:params|query|body|pathParameters|queryStringParameters)\??\.(\w{1,40})$/;
const call = /(?:^|\.)(?:param|params|query|formData|form|searchParams|data|body)(?:\.get)?\("(\w{1,40})"\)$/;
const idName = /^(?:_?id|uuid|guid|\w{1,40}(?:Id|ID|_id|Uuid|_uuid))$/;
const annotations = /^(?:PathVariable|RequestParam|Param|Query|PathParam|QueryParam|RestPath|RestQuery)$/;
/** What makes an id of a text and leaves it the same. */
const converting = /^(?:String|Number|BigInt|parseInt|ObjectId|toObjectId|valueOf|fromString|parseLong|of|toString|trim|as|parse)$/;

/** The id that an expression is of a request, by its name there: who asks for one may ask for any. */
export function requestedId(expression: Expression, handler: Handler): string | undefined {
  return idIn(bare(expression), [], handler, 0);
}

function idIn(value: Expression, path: readonly string[], handler: Handler, depth: number): string | undefined {
  if (depth > farthest) return undefined;
  const [only, ...more] = givenTo(value);
  if (only && more.length === 0 && path.length === 0) return idIn(bare(only), path, handler, depth + 1);
  if (value.kind === 'member' || value.kind === 'call' || path.length > 0) {
    const text = [canonical(value), ...path].join('.');
    const name = (member.exec(text) ?? call.exec(text))?.[1];
    if (name !== undefined) return idName.test(name) ? name : undefined;
  }
  return value.kind === 'name' ? boundId(value.name, path, handler, depth) : undefined;
}

function boundId(name: string, path: readonly string[], handler: Handler, depth: number): string | undefined {
  const [binding, ...others] = bindingsOf(name, handler.scope);
  if (!binding || others.length > 0) return undefined;
  if (binding.value && binding.form === 'variable') return idIn(bare(binding.value), [...binding.path, ...path], handler, depth + 1);
  const parameter = handler.scope.symbol.parameters?.find((each) => each.name === name);
  return parameter && path.length === 0 && idName.test(name) && isFromRequest(parameter, handler) ? name : undefined;
}

/** All that a server action is called with comes from a browser. */
function isFromRequest(parameter: ParameterFact, { name, scope }: Handler): boolean {
  return parameter.annotations.some((each) => annotations.test(simpleTypeName(each.name))) || name === scope.symbol.name;
}

function givenTo(value: Expression): readonly Expression[] {
  if (value.kind === 'unary') return value.operator === '+' ? [value.operand] : [];
  if (value.kind === 'new') return converting.test(simpleTypeName(value.type)) ? value.arguments : [];
  if (value.kind !== 'call' || !converting.test(value.name)) return [];
  return value.arguments.length > 0 ? value.arguments.slice(0, 1) : value.receiver ? [value.receiver] : [];
}
