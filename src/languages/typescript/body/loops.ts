import type { Assignment, Expression } from '../../../code/expression.ts';
import type { Loop } from '../../../code/statement.ts';
import { foldType } from '../fold.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { Reader, StatementReader } from '../reader.ts';
import { declaratorParts } from './variables.ts';

const forLoop: StatementReader = (part, reader) => [loop(part, 'for', part.parts.slice(0, -1), part.last, reader)];

const forEach: StatementReader = (part, reader) => {
  const { parts } = part;
  const variable = parts[0];
  return [
    { ...loop(part, 'for-each', parts.slice(-2, -1), part.last, reader), ...(variable && { variable: foldType(reader.slice(variable)) }) },
  ];
};

const whileLoop: StatementReader = (part, reader) => [loop(part, 'while', part.parts.slice(0, 1), part.parts[1], reader)];

const doLoop: StatementReader = (part, reader) => [loop(part, 'do', part.parts.slice(1), part.first, reader)];

function loop(part: Part, form: Loop['form'], header: readonly Part[], body: Part | undefined, reader: Reader): Loop {
  return {
    kind: 'loop',
    form,
    header: header.flatMap((piece) => readHeader(piece, reader)),
    body: reader.block(body),
    range: rangeOf(part),
  };
}

function readHeader(part: Part, reader: Reader): readonly Expression[] {
  if (part.type === 'empty_statement') return [];
  if (part.type === 'expression_statement') return reader.expressions(part.parts);
  if (part.type !== 'lexical_declaration' && part.type !== 'variable_declaration') return [reader.expression(part)];
  return part.parts.flatMap((declarator) => readInitializer(declarator, reader));
}

/** `let i = 0` in the head of a loop is an assignment. */
function readInitializer(part: Part, reader: Reader): readonly Assignment[] {
  const { name, value } = declaratorParts(part);
  if (!name || !value) return [];
  return [{ kind: 'assignment', operator: '=', target: reader.expression(name), value: reader.expression(value), range: rangeOf(part) }];
}

export const loops: readonly (readonly [string, StatementReader])[] = [
  ['for_statement', forLoop],
  ['for_in_statement', forEach],
  ['while_statement', whileLoop],
  ['do_statement', doLoop],
];
