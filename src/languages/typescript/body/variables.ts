import type { Statement, VariableStatement } from '../../../code/statement.ts';
import { foldType } from '../fold.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { Reader, StatementReader } from '../reader.ts';

const declaration: StatementReader = (part, reader) => {
  const constant = reader.text.startsWith('const', part.start);
  return part.parts.filter(({ type }) => type === 'variable_declarator').map((declarator) => variable(declarator, constant, reader));
};

function variable(part: Part, constant: boolean, reader: Reader): VariableStatement {
  const { name, type, value } = declaratorParts(part);
  return {
    kind: 'variable',
    name: name ? foldType(reader.slice(name)) : '',
    ...(type && { type: typeText(type, reader) }),
    ...(value && { value: reader.expression(value) }),
    constant,
    range: rangeOf(part),
  };
}

export interface DeclaratorParts {
  readonly name: Part | undefined;
  readonly type: Part | undefined;
  readonly value: Part | undefined;
}

/** The parts of `name: type = value`. */
export function declaratorParts(part: Part): DeclaratorParts {
  const [name, ...rest] = part.parts;
  const type = rest[0]?.type === 'type_annotation' ? rest[0] : undefined;
  return { name, type, value: type ? rest[1] : rest[0] };
}

/** A type annotation without its colon. */
export function typeText(annotation: Part, reader: Reader): string {
  return foldType(reader.text.slice(annotation.start + 1, annotation.end));
}

/** `using x = f()` and `await using x = f()`, which the grammar reads as assignments. */
export function readUsing(part: Part, reader: Reader): Statement | undefined {
  if (part.type !== 'expression_statement' || !/^(?:await\s+)?using\b/.test(reader.text.slice(part.start, part.start + 40)))
    return undefined;
  const assigned = part.first?.type === 'await_expression' ? part.first.first : part.first;
  const [target, value] = assigned?.type === 'assignment_expression' ? assigned.parts : [];
  if (!target || !value || !reader.text.startsWith('using', assigned?.start)) return undefined;
  return { kind: 'variable', name: reader.slice(target), value: reader.expression(value), constant: true, range: rangeOf(part) };
}

export const variables: readonly (readonly [string, StatementReader])[] = [
  ['lexical_declaration', declaration],
  ['variable_declaration', declaration],
];
