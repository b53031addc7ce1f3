import type { NestedFunction } from '../../../code/expression.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { argumentsOf } from './calls.ts';
import { parameterNames } from './functions.ts';
import { partsOf, rangeOf, textOf } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { lowerVariables } from './statement-parts.ts';

/**
 * What an anonymous or local class runs, flat: methods, constructors, those of its own nested types,
 * and under the name `''` its initializers, initial values and the arguments of enum constants.
 */
export function lowerNestedFunctions(reading: Reading, body: SyntaxNode): NestedFunction[] {
  return partsOf(body).flatMap((member) => lowerMember(reading, member));
}

function lowerMember(reading: Reading, member: SyntaxNode): NestedFunction[] {
  switch (member.type) {
    case 'method_declaration':
    case 'constructor_declaration':
    case 'compact_constructor_declaration':
      return [lowerFunction(reading, member)];
    case 'field_declaration':
    case 'constant_declaration':
      return [unnamed(member, lowerVariables(reading, member))];
    case 'block':
      return [unnamed(member, reading.statements(member.namedChildren))];
    case 'static_initializer':
      return [unnamed(member, reading.statements(member.namedChildren[0]?.namedChildren ?? []))];
    case 'enum_constant':
      return lowerConstant(reading, member);
    case 'enum_body_declarations':
      return reading.nestedFunctions(member);
    default: {
      const inner = member.childForFieldName('body');
      return inner ? reading.nestedFunctions(inner) : [];
    }
  }
}

function lowerFunction(reading: Reading, member: SyntaxNode): NestedFunction {
  const name = member.childForFieldName('name');
  const parameters = member.childForFieldName('parameters');
  const body = member.childForFieldName('body');
  return {
    name: name ? textOf(reading, name) : '',
    parameters: parameters ? parameterNames(reading, parameters) : [],
    body: body ? reading.statements(body.namedChildren) : [],
    range: rangeOf(member),
  };
}

function lowerConstant(reading: Reading, constant: SyntaxNode): NestedFunction[] {
  const values = argumentsOf(reading, constant).map((value) => ({ kind: 'expression' as const, value, range: value.range }));
  const body = constant.childForFieldName('body');
  return [...(values.length > 0 ? [unnamed(constant, values)] : []), ...(body ? reading.nestedFunctions(body) : [])];
}

function unnamed(node: SyntaxNode, body: NestedFunction['body']): NestedFunction {
  return { name: '', parameters: [], body, range: rangeOf(node) };
}
