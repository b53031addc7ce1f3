import type { SourceFile } from '../../code/code-change.ts';
import type { Scope } from '../../code/flow/scope.ts';
import type { Edit, FixDraft } from '../../finding/draft.ts';
import { quoted, withParameters, type Parameters } from './parameters/parameter-text.ts';
import { createdStatement, prepared, preparedVariable, setBehind } from './parameters/prepared-statement.ts';
import { isScript, styleOf, type Style } from './parameters/style.ts';
import { ownParts, writtenFor, type WrittenSql } from './parameters/written-sql.ts';
import type { BuiltSql } from './sql-sink.ts';

/** Puts parameters where the unknown pieces are, where the statement is written in the call itself or held for it. */
export function parameterised(found: BuiltSql, scope: Scope): FixDraft | undefined {
  const { file } = scope;
  const { call } = found;
  const written = call.arguments[0] === found.argument ? writtenFor(found.argument, scope) : undefined;
  if (!written) return undefined;
  const built = { ...found, written };
  const created = createdStatement(built, scope);
  const held = preparedVariable(call, scope);
  const style = (created ?? held) ? 'question' : styleOf(built, scope);
  const parts = style && ownParts(built, scope);
  if (!style || !parts || (style === 'question' && parts.some((part) => part.kind === 'text' && part.text.includes('?')))) return undefined;
  const { text, values } = withParameters(parts, style, file);
  const literal = quoted(text, style === 'named' || !isScript(file));
  const sources = values.map(({ source }) => source);
  if (created) return prepared(built, created, { file, literal, values: sources });
  if (held) return setBehind(written.range, held, { file, literal, values: sources });
  return { title: 'Pass the values as parameters', safety: 'unsafe', edits: editsFor(style, built, { text, values }, literal, file) };
}

function editsFor(
  style: Style,
  { call, argument, written }: WrittenSql,
  { text, values }: Parameters,
  literal: string,
  file: SourceFile,
): readonly Edit[] {
  const at = (place: number, newText: string): Edit => ({ file, range: { start: place, end: place }, newText });
  const end = call.arguments.at(-1)?.range.end ?? argument.range.end;
  if (style === 'template') {
    const typed = file.text.slice(call.nameRange.end, argument.range.start).replace(/\(\s*$/, '');
    return [
      {
        file,
        range: { start: call.nameRange.start, end: call.range.end },
        newText: `${call.name.replace('Unsafe', '')}${typed}\`${text}\``,
      },
    ];
  }
  const whole: Edit = { file, range: written.range, newText: literal };
  if (style === 'replacements') {
    const given = `replacements: { ${values.map(({ name, source }) => (name === source ? name : `${name}: ${source}`)).join(', ')} }`;
    const options = call.arguments[1];
    const [first] = options?.kind === 'object' ? options.properties : [];
    return [whole, first ? at(first.range.start, `${given}, `) : at(end, `, { ${given} }`)];
  }
  const sources = values.map(({ source }) => source);
  if (style === 'named')
    return [whole, at(call.range.end, values.map(({ name, source }) => `.setParameter("${name}", ${source})`).join(''))];
  if (isScript(file)) {
    const list = `, [${sources.join(', ')}]`;
    return written.variable ? [whole, at(end, list)] : [{ ...whole, newText: `${literal}${list}` }];
  }
  return [whole, at(end, sources.map((value) => `, ${value}`).join(''))];
}
