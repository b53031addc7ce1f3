import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Call } from '../../../code/expression.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import type { VariableStatement } from '../../../code/statement.ts';
import { visitsOf } from '../../../code/walk.ts';
import type { FixDraft } from '../../../finding/draft.ts';
import { indentationAt, wholeLines } from '../../code-in-file.ts';
import { isScript } from './style.ts';
import type { WrittenSql } from './written-sql.ts';

/** The variable that a statement is prepared for, and where its values can be set: `PreparedStatement s = connection.prepareStatement("…")`. */
interface PreparedVariable {
  readonly name: string;
  readonly place: number;
  /** What stands before the setters, and behind them. */
  readonly around: readonly [string, string];
}

/** The variable of a statement that the call prepares. */
export function preparedVariable(call: Call, { file, code }: Scope): PreparedVariable | undefined {
  if (isScript(file) || !/^prepare(?:Statement|Call)$/.test(call.name) || call.arguments.length > 1) return undefined;
  const held = visitsOf(code, 'variable').find(({ node }) => node.value === call);
  if (!held) return undefined;
  const { node, parent } = held;
  const around = parent?.node;
  if (around?.kind === 'try' && around.resources.includes(node)) {
    const [first] = around.body;
    return first && { name: node.name, place: first.range.start, around: ['', `\n${indentationAt(file, first.range.start)}`] };
  }
  return { name: node.name, place: node.range.end, around: [`\n${indentationAt(file, node.range.start)}`, ''] };
}

/** Sets the parameters behind where the statement is prepared. */
export function setBehind(
  text: TextRange,
  { name, place, around: [before, behind] }: PreparedVariable,
  { file, literal, values }: { readonly file: SourceFile; readonly literal: string; readonly values: readonly string[] },
): FixDraft {
  const setters = values.map((value, index) => `${before}${name}.setObject(${String(index + 1)}, ${value});${behind}`).join('');
  return {
    title: 'Pass the values as parameters',
    safety: 'unsafe',
    edits: [
      { file, range: text, newText: literal },
      { file, range: { start: place, end: place }, newText: setters },
    ],
  };
}

interface CreatedStatement {
  readonly name: string;
  readonly variable: VariableStatement;
  readonly made: Call;
}

/** The variable that holds a statement without parameters: `Statement statement = connection.createStatement()`. */
export function createdStatement({ call, written }: WrittenSql, { file, code }: Scope): CreatedStatement | undefined {
  if (isScript(file) || !/^execute(?:Query|Update|LargeUpdate)?$/.test(call.name) || call.arguments.length > 1) return undefined;
  const name = call.receiver?.kind === 'name' ? call.receiver.name : undefined;
  const variables = visitsOf(code, 'variable').filter(({ node }) => node.name === name);
  const [variable, ...others] = variables.map(({ node }) => node);
  const made = variable?.value;
  const uses = visitsOf(code, 'name').filter(({ node }) => node.name === name);
  if (name === undefined || !variable || others.length > 0 || uses.length !== 1) return undefined;
  if (made?.kind !== 'call' || made.name !== 'createStatement' || made.arguments.length > 0 || !made.receiver) return undefined;
  // A statement is prepared with its text, which has to be there by then.
  if (written.variable && written.range.start > made.range.start) return undefined;
  return { name, variable, made };
}

/** Prepares the statement where it was made without parameters, and sets them before it is run. */
export function prepared(
  { call, argument, written }: WrittenSql,
  { name, variable, made }: CreatedStatement,
  { file, literal, values }: { readonly file: SourceFile; readonly literal: string; readonly values: readonly string[] },
): FixDraft | undefined {
  const type = /^\s*(?:java\.sql\.)?Statement(?=\s)/.exec(file.text.slice(variable.range.start, made.range.start));
  if (!type) return undefined;
  const line = wholeLines(file, { start: call.range.start, end: call.range.start }).start;
  const indent = indentationAt(file, call.range.start);
  const setters = values.map((value, index) => `${indent}${name}.setObject(${String(index + 1)}, ${value});\n`).join('');
  return {
    title: 'Prepare the statement, and pass the values as parameters',
    safety: 'unsafe',
    edits: [
      { file, range: { start: variable.range.start, end: variable.range.start + type[0].length }, newText: 'java.sql.PreparedStatement' },
      {
        file,
        range: { start: made.nameRange.start, end: made.range.end },
        newText: `prepareStatement(${written.variable?.name ?? literal})`,
      },
      { file, range: { start: line, end: line }, newText: setters },
      { file, range: argument.range, newText: '' },
      ...(written.variable ? [{ file, range: written.range, newText: literal }] : []),
    ],
  };
}
