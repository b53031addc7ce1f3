import type { SourceFile } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import { textBefore } from '../sql-sink.ts';
import type { Part } from '../string-parts.ts';
import { isScript, type Style } from './style.ts';

/** A statement with parameters, and what goes into them, as source. */
export interface Parameters {
  readonly text: string;
  readonly values: readonly { readonly name: string; readonly source: string }[];
}

/** Writes a marker for each piece that is a value. */
export function withParameters(parts: readonly Part[], style: Style, file: SourceFile): Parameters {
  const values: { name: string; source: string }[] = [];
  let text = '';
  let rest: { quote: string; wild: boolean } | undefined;
  parts.forEach((part, index) => {
    if (part.kind === 'text') {
      const own = rest ? part.text.slice(rest.quote.length + (rest.wild ? 1 : 0)) : part.text;
      text += style === 'template' ? own.replace(/[\\`]|\$(?=\{)/g, String.raw`\$&`) : own;
      rest = undefined;
      return;
    }
    const { quote, before, behind } = surroundings(parts, index);
    text = text.slice(0, text.length - quote.length - before.length);
    rest = { quote, wild: behind !== '' };
    const name = parameterName(part.expression, values);
    const own = file.text.slice(part.expression.range.start, part.expression.range.end);
    const source = withWildcards(own, before, behind, file);
    values.push({ name, source });
    text += marker(style, name, source, values.length);
  });
  return { text, values };
}

function marker(style: Style, name: string, source: string, count: number): string {
  if (style === 'template') return `\${${source}}`;
  return style === 'numbered' ? `$${String(count)}` : style === 'question' ? '?' : `:${name}`;
}

/** The quotes around a value go, since the parameter carries its own type, and with them the `%` that belong to the value. */
function surroundings(parts: readonly Part[], index: number): { readonly quote: string; readonly before: string; readonly behind: string } {
  const [, quote = '', before = ''] = /(['"])(%?)$/.exec(textBefore(parts, index)) ?? [];
  const next = parts[index + 1];
  const [, behind = '', closing = ''] = /^(%?)(['"])/.exec(next?.kind === 'text' ? next.text : '') ?? [];
  return quote !== '' && closing === quote ? { quote, before, behind } : { quote: '', before: '', behind: '' };
}

function withWildcards(value: string, before: string, behind: string, file: SourceFile): string {
  if (before + behind === '') return value;
  if (isScript(file)) return `\`${before}\${${value}}${behind}\``;
  return [before && `"${before}"`, value, behind && `"${behind}"`].filter(Boolean).join(' + ');
}

/** By what is written there, or by its place where that has no name, or one that another value has already. */
function parameterName(expression: Expression, before: Parameters['values']): string {
  const own = expression.kind === 'name' || expression.kind === 'member' ? expression.name : undefined;
  return own === undefined || before.some(({ name }) => name === own) ? `value${String(before.length + 1)}` : own;
}

/** A literal of a text. */
export function quoted(text: string, double: boolean): string {
  const escaped = text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n');
  return double ? `"${escaped.replace(/"/g, '\\"')}"` : `'${escaped.replace(/'/g, "\\'")}'`;
}
