import type { Call } from '../../../code/expression.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { ExpressionReader, Reader } from '../reader.ts';
import { foldType } from '../fold.ts';
import { isGroupCallee } from '../tests/marks.ts';
import { classFunctions } from './functions.ts';
import { taggedTemplate } from './literals.ts';
import { other } from './operators.ts';

const call: ExpressionReader = (part, reader) => {
  const callee = part.first;
  const list = part.last;
  if (!callee || !list || callee === list) return other(part, reader);
  if (list.type === 'template_string') return taggedTemplate(reader.expression(callee), list, reader, rangeOf(part));
  const types = part.find('type_arguments');
  return {
    ...target(bare(callee), reader),
    kind: 'call',
    arguments: isGroupCallee(reader.text.slice(callee.start, Math.min(callee.end, callee.start + 40)))
      ? reader.groupArguments(list.parts)
      : reader.expressions(list.parts),
    ...(types && { typeArguments: types.parts.map((type) => foldType(reader.slice(type))) }),
    range: rangeOf(part),
  };
};

/** `(f)()` and `f!()` call `f`. */
function bare(callee: Part): Part {
  let at = callee;
  while ((at.type === 'parenthesized_expression' || at.type === 'non_null_expression') && at.first) at = at.first;
  return at;
}

function target(callee: Part, reader: Reader): Pick<Call, 'name' | 'nameRange' | 'receiver'> {
  if (callee.type === 'identifier' || callee.type === 'import' || callee.type === 'super')
    return { name: reader.slice(callee), nameRange: rangeOf(callee) };
  const [object, property] = memberParts(callee);
  if (object && property) return { name: reader.slice(property), nameRange: rangeOf(property), receiver: reader.expression(object) };
  return { name: '', nameRange: { start: callee.end, end: callee.end }, receiver: reader.expression(callee) };
}

function memberParts(part: Part): readonly (Part | undefined)[] {
  return (part.type === 'member_expression' || part.type === 'nested_identifier') && part.parts.length > 1 ? [part.first, part.last] : [];
}

const member: ExpressionReader = (part, reader) => {
  const [object, property] = memberParts(part);
  if (!object || !property) return other(part, reader);
  return {
    kind: 'member',
    object: reader.expression(object),
    name: reader.slice(property),
    ...(part.find('optional_chain') && { optional: true }),
    range: rangeOf(part),
  };
};

const index: ExpressionReader = (part, reader) => {
  const { first, last } = part;
  if (!first || !last || first === last) return other(part, reader);
  return { kind: 'index', object: reader.expression(first), index: reader.expression(last), range: rangeOf(part) };
};

const construction: ExpressionReader = (part, reader) => {
  const type = part.first && bare(part.first);
  if (!type) return other(part, reader);
  return {
    kind: 'new',
    type: type.type === 'class' ? '' : reader.slice(type),
    arguments: reader.expressions(part.find('arguments')?.parts ?? []),
    ...(type.type === 'class' && { members: classFunctions(type, reader) }),
    range: rangeOf(part),
  };
};

const instantiation: ExpressionReader = (part, reader) => (part.first ? reader.expression(part.first) : other(part, reader));

export const calls: readonly (readonly [string, ExpressionReader])[] = [
  ['call_expression', call],
  ['member_expression', member],
  ['nested_identifier', member],
  ['subscript_expression', index],
  ['new_expression', construction],
  ['instantiation_expression', instantiation],
];
