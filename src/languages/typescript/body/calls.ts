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
  // Read in the order of the text; assigning is several times faster than spreading, and there are very many calls.
  const draft: CallDraft = callTo(bare(callee), reader);
  draft.arguments = isGroupCallee(reader.text.slice(callee.start, Math.min(callee.end, callee.start + 40)))
    ? reader.groupArguments(list.parts)
    : reader.expressions(list.parts);
  if (types) draft.typeArguments = types.parts.map((type) => foldType(reader.slice(type)));
  draft.range = rangeOf(part);
  return draft;
};

type CallDraft = { -readonly [Key in keyof Call]: Call[Key] };

/** `(f)()` and `f!()` call `f`. */
function bare(callee: Part): Part {
  let at = callee;
  while ((at.type === 'parenthesized_expression' || at.type === 'non_null_expression') && at.first) at = at.first;
  return at;
}

/** A call of what is named, as yet without arguments. */
function callTo(callee: Part, reader: Reader): CallDraft {
  if (callee.type === 'identifier' || callee.type === 'import' || callee.type === 'super')
    return { kind: 'call', name: reader.slice(callee), nameRange: rangeOf(callee), arguments: none, range: callee };
  const [object, property] = memberParts(callee);
  const isMember = object !== undefined && property !== undefined;
  const draft: CallDraft = {
    kind: 'call',
    name: isMember ? reader.slice(property) : '',
    nameRange: isMember ? rangeOf(property) : { start: callee.end, end: callee.end },
    receiver: reader.expression(isMember ? object : callee),
    arguments: none,
    range: callee,
  };
  // Asking the text costs less than looking for a node, and there are very many calls.
  if (isMember && reader.text.startsWith('?.', property.start - 2)) draft.optional = true;
  return draft;
}

const none: readonly never[] = [];

function memberParts(part: Part): readonly (Part | undefined)[] {
  return (part.type === 'member_expression' || part.type === 'nested_identifier') && part.parts.length > 1 ? [part.first, part.last] : [];
}

const member: ExpressionReader = (part, reader) => {
  const [object, property] = memberParts(part);
  if (!object || !property) return other(part, reader);
  const [kind, read, name, range] = ['member' as const, reader.expression(object), reader.slice(property), rangeOf(part)];
  return part.find('optional_chain') ? { kind, object: read, name, optional: true, range } : { kind, object: read, name, range };
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
