import { contains, type TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import type { VariableStatement } from '../../../code/statement.ts';
import { visitsOf } from '../../../code/walk.ts';
import { isValuePlace, textBefore, type BuiltSql } from '../sql-sink.ts';
import type { Part } from '../string-parts.ts';

/** The pieces of the statement as they are written: in the call, or as the value of a variable that only the call reads. */
interface Written {
  readonly parts: readonly Expression[];
  readonly range: TextRange;
  readonly variable?: VariableStatement;
}

/** A statement that is built, with the place where that is written. */
export interface WrittenSql extends BuiltSql {
  readonly written: Written;
}

/** Where the text of a statement is written; undefined where the call is not the only one that reads it, or it may have changed until then. */
export function writtenFor(argument: Expression, { file, code }: Scope): Written | undefined {
  if (argument.kind === 'concatenation') return argument.tag ? undefined : argument;
  if (argument.kind !== 'name') return undefined;
  const [variable, ...others] = visitsOf(code, 'variable').filter(({ node }) => node.name === argument.name);
  const uses = visitsOf(code, 'name').filter(({ node }) => node.name === argument.name);
  const value = variable?.node.value;
  if (!variable || others.length > 0 || uses.length !== 1 || value?.kind !== 'concatenation' || value.tag) return undefined;
  // What is pasted may be something else by the time of the call.
  const pasted = value.parts.flatMap((part) => (part.kind === 'name' ? [part.name] : []));
  const between = { start: value.range.end, end: argument.range.start };
  const isSetBetween = visitsOf(code, 'assignment').some(
    ({ node }) => node.target.kind === 'name' && pasted.includes(node.target.name) && contains(between, node.range),
  );
  return isSetBetween || file.text.slice(value.range.start, value.range.end).startsWith('(')
    ? undefined
    : { parts: value.parts, range: value.range, variable: variable.node };
}

/** The pieces as they are written; undefined where one of them is no value, or nothing that can be one. */
export function ownParts({ written, parts: known }: WrittenSql, scope: Scope): readonly Part[] | undefined {
  const dynamic = new Set(known.flatMap((part) => (part.kind === 'dynamic' ? [part.expression] : [])));
  const parts = written.parts.map((part): Part =>
    part.kind === 'string' ? { kind: 'text', text: part.value } : { kind: 'dynamic', expression: part },
  );
  const own = parts.flatMap((part) => (part.kind === 'dynamic' ? [part.expression] : []));
  if (own.length === 0 || ![...dynamic].every((each) => own.includes(each))) return undefined;
  // What cannot carry a stranger's text may be a value as well: a number that is pasted beside it.
  const isValue = (each: Expression): boolean => dynamic.has(each) || (each.kind === 'name' && isNumber(each.name, scope));
  const atValues = parts.every((part, index) => part.kind === 'text' || isValuePlace(textBefore(parts, index)));
  return atValues && own.every(isValue) ? parts : undefined;
}

function isNumber(name: string, { symbol, code }: Scope): boolean {
  const type =
    symbol.parameters?.find((each) => each.name === name)?.type ??
    visitsOf(code, 'variable').find(({ node }) => node.name === name)?.node.type;
  return type !== undefined && /^(?:int|long|short|double|float|Integer|Long|Short|Double|BigDecimal|number|bigint)$/.test(type);
}
