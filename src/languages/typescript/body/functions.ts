import type { FunctionExpression, NestedFunction } from '../../../code/expression.ts';
import type { Statement } from '../../../code/statement.ts';
import { foldType } from '../fold.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { ExpressionReader, Reader } from '../reader.ts';
import { propertyName, propertyPart } from './names.ts';

export const functionTypes: ReadonlySet<string> = new Set(['arrow_function', 'function_expression', 'generator_function', 'function']);

const functionExpression: ExpressionReader = (part, reader) => readFunction(part, reader);

function readFunction(part: Part, reader: Reader): FunctionExpression {
  const name = part.type === 'arrow_function' ? undefined : part.find('identifier');
  return {
    kind: 'function',
    ...(name && { name: reader.slice(name) }),
    parameters: parameterNames(part, reader),
    async: /^(?:async|static\s+async)\b/.test(reader.text.slice(part.start, part.start + 30)),
    body: functionBody(part, reader),
    range: rangeOf(part),
  };
}

/** The statements of a function; an arrow's expression is what it returns. */
export function functionBody(part: Part, reader: Reader): readonly Statement[] {
  const body = part.last;
  if (!body || body.type === 'formal_parameters') return [];
  if (body.type === 'statement_block') return reader.block(body);
  return part.type === 'arrow_function' ? [{ kind: 'return', value: reader.expression(body), range: rangeOf(body) }] : [];
}

/** Names only; a destructured parameter is its text. */
export function parameterNames(part: Part, reader: Reader): readonly string[] {
  const list = part.find('formal_parameters');
  if (list) return list.parts.map((parameter) => bindingText(parameter, reader));
  return part.type === 'arrow_function' && part.first ? [bindingText(part.first, reader)] : [];
}

const bindings = new Set(['identifier', 'object_pattern', 'array_pattern', 'this', 'member_expression']);

/** What a parameter binds, without its decorators, modifiers, type and default value. */
export function binding(part: Part): Part {
  let at = part;
  for (;;) {
    const inner = at.parts.find(({ type }) => bindings.has(type) || type === 'rest_pattern' || type === 'assignment_pattern');
    if (bindings.has(at.type) || !inner) return at;
    at = inner;
  }
}

function bindingText(part: Part, reader: Reader): string {
  return foldType(reader.slice(binding(part)));
}

/** A local function, or a method of an object or class, where it needs a name of its own. */
export function nestedFunction(part: Part, name: string, reader: Reader): NestedFunction {
  return { name, parameters: parameterNames(part, reader), body: functionBody(part, reader), range: rangeOf(part) };
}

/** Methods and constructors by name; static blocks and initial values as functions with the name `''`. */
export function classFunctions(part: Part, reader: Reader): NestedFunction[] {
  return classMembers(part).flatMap((member) => {
    if (member.type === 'method_definition') return [nestedFunction(member, propertyName(member, reader), reader)];
    if (member.type === 'class_static_block') return [nestedFunction(member, '', reader)];
    const value = fieldValue(member);
    if (!value) return [];
    return [functionTypes.has(value.type) ? nestedFunction(value, propertyName(member, reader), reader) : initialValue(value, reader)];
  });
}

function initialValue(value: Part, reader: Reader): NestedFunction {
  const range = rangeOf(value);
  return { name: '', parameters: [], body: [{ kind: 'expression', value: reader.expression(value), range }], range };
}

function classMembers(part: Part): readonly Part[] {
  return part.find('class_body')?.parts ?? [];
}

/** The initial value of a field: the last part, unless that is its name or type. */
export function fieldValue(member: Part): Part | undefined {
  if (member.type !== 'public_field_definition' && member.type !== 'field_definition') return undefined;
  const { last } = member;
  if (!last || last.type === 'type_annotation' || last === propertyPart(member)) return undefined;
  return last;
}

/** An anonymous class keeps its functions and initial values. */
const classExpression: ExpressionReader = (part, reader) => ({
  kind: 'other',
  children: classFunctions(part, reader).map((nested): FunctionExpression => ({ kind: 'function', async: false, ...nested })),
  range: rangeOf(part),
});

export const functions: readonly (readonly [string, ExpressionReader])[] = [
  ...[...functionTypes].map((type) => [type, functionExpression] as const),
  ['method_definition', functionExpression],
  ['class', classExpression],
];
