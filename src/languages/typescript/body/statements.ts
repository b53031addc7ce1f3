import type { FunctionStatement, If, Statement } from '../../../code/statement.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { Reader, StatementReader } from '../reader.ts';
import { classFunctions, nestedFunction } from './functions.ts';
import { propertyName } from './names.ts';
import { readSwitch, readTry } from './branches.ts';
import { loops } from './loops.ts';
import { readUsing, variables } from './variables.ts';

const expression: StatementReader = (part, reader) =>
  part.first ? [{ kind: 'expression', value: reader.expression(part.first), range: rangeOf(part) }] : [];

const returning: StatementReader = (part, reader) => [
  { kind: 'return', ...(part.first && { value: reader.expression(part.first) }), range: rangeOf(part) },
];

const throwing: StatementReader = (part, reader) =>
  part.first ? [{ kind: 'throw', value: reader.expression(part.first), range: rangeOf(part) }] : other(part, reader);

const branch: StatementReader = (part, reader) => {
  const [test, then, otherwise] = part.parts;
  if (!test || !then) return other(part, reader);
  const statement: If = {
    kind: 'if',
    test: reader.expression(test),
    then: reader.block(then),
    ...(otherwise && { otherwise: reader.block(otherwise.first) }),
    range: rangeOf(part),
  };
  return [statement];
};

const block: StatementReader = (part, reader) => [{ kind: 'block', body: reader.block(part), range: rangeOf(part) }];

/** What a label names is the statement itself. */
const labelled: StatementReader = (part, reader) => (part.last ? reader.block(part.last) : []);

const nothing: StatementReader = () => [];

function jump(kind: 'break' | 'continue'): StatementReader {
  return (part) => [{ kind, range: rangeOf(part) }];
}

const localFunction: StatementReader = (part, reader) => [functionsOf(part, [nestedFunction(part, propertyName(part, reader), reader)])];

const localClass: StatementReader = (part, reader) => [functionsOf(part, classFunctions(part, reader))];

function functionsOf(part: Part, functions: FunctionStatement['functions']): FunctionStatement {
  return { kind: 'functions', functions, range: rangeOf(part) };
}

const withStatement: StatementReader = (part, reader) => {
  const [object, body] = part.parts;
  return [{ kind: 'other', children: object ? [reader.expression(object)] : [], range: rangeOf(part) }, ...reader.block(body)];
};

/** Whatever has no neutral shape keeps the expressions inside it. */
function other(part: Part, reader: Reader): readonly Statement[] {
  const value = reader.expression(part);
  return [{ kind: 'other', children: value.kind === 'other' ? value.children : [value], range: rangeOf(part) }];
}

const readers: ReadonlyMap<string, StatementReader> = new Map<string, StatementReader>([
  ['expression_statement', expression],
  ['return_statement', returning],
  ['throw_statement', throwing],
  ['if_statement', branch],
  ['statement_block', block],
  ['labeled_statement', labelled],
  ['empty_statement', nothing],
  ['interface_declaration', nothing],
  ['type_alias_declaration', nothing],
  ['function_signature', nothing],
  ['break_statement', jump('break')],
  ['continue_statement', jump('continue')],
  ['function_declaration', localFunction],
  ['generator_function_declaration', localFunction],
  ['class_declaration', localClass],
  ['abstract_class_declaration', localClass],
  ['with_statement', withStatement],
  ['try_statement', readTry],
  ['switch_statement', readSwitch],
  ...variables,
  ...loops,
]);

/** A `using` declaration owns the rest of its block, as a resource owns the body of its `try`. */
export function readStatements(parts: readonly Part[], reader: Reader): readonly Statement[] {
  const statements: Statement[] = [];
  for (const [at, part] of parts.entries()) {
    const resource = readUsing(part, reader);
    if (!resource) {
      statements.push(...(readers.get(part.type) ?? other)(part, reader));
      continue;
    }
    const range = { start: part.start, end: (parts.at(-1) ?? part).end };
    const body = reader.within(1, range, () => readStatements(parts.slice(at + 1), reader)) ?? [];
    return [...statements, { kind: 'try', resources: [resource], body, handlers: [], range }];
  }
  return statements;
}
