import type { TextRange } from '../../../base/text-range.ts';
import type { Concatenation, Expression, StringLiteral } from '../../../code/expression.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { ExpressionReader, Reader } from '../reader.ts';

const escape = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/g;
const control: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  '\n': '',
  '\r\n': '',
  '\u2028': '',
  '\u2029': '',
};

/** What a string's text between its quotes stands for. */
export function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(escape, (_, point?: string, unit?: string, byte?: string, other?: string) => {
    const code = parseInt(point ?? unit ?? byte ?? '', 16);
    if (Number.isNaN(code)) return control[other ?? ''] ?? other ?? '';
    return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}

export function stringValue(part: Part, reader: Reader): string {
  return unescape(reader.text.slice(part.start + 1, part.end - 1));
}

const string: ExpressionReader = (part, reader) => ({ kind: 'string', value: stringValue(part, reader), range: rangeOf(part) });

const template: ExpressionReader = (part, reader) => {
  const parts = templateParts(part, reader);
  if (parts.every((piece) => piece.kind === 'string')) return string(part, reader);
  return { kind: 'concatenation', parts, range: rangeOf(part) };
};

export function taggedTemplate(tag: Expression, part: Part, reader: Reader, range: TextRange): Concatenation {
  return { kind: 'concatenation', parts: templateParts(part, reader), tag, range };
}

function templateParts(part: Part, reader: Reader): Expression[] {
  const parts: Expression[] = [];
  let at = part.start + 1;
  const literalUpTo = (end: number): void => {
    if (end > at) parts.push(literal(reader, { start: at, end }));
  };
  for (const substitution of part.parts) {
    if (substitution.type !== 'template_substitution') continue;
    literalUpTo(substitution.start);
    parts.push(...reader.expressions(substitution.parts));
    at = substitution.end;
  }
  literalUpTo(part.end - 1);
  return parts;
}

function literal(reader: Reader, range: TextRange): StringLiteral {
  return { kind: 'string', value: unescape(reader.slice(range)), range };
}

const number: ExpressionReader = (part, reader) => ({ kind: 'number', text: reader.slice(part), range: rangeOf(part) });

const name: ExpressionReader = (part, reader) => ({ kind: 'name', name: reader.slice(part), range: rangeOf(part) });

const regex: ExpressionReader = (part, reader) => ({
  kind: 'regex',
  pattern: sliceOf(part.find('regex_pattern'), reader),
  flags: sliceOf(part.find('regex_flags'), reader),
  range: rangeOf(part),
});

function sliceOf(part: Part | undefined, reader: Reader): string {
  return part ? reader.slice(part) : '';
}

function plain(kind: 'true' | 'false' | 'null' | 'undefined' | 'this' | 'super'): ExpressionReader {
  return (part) => ({ kind, range: rangeOf(part) });
}

export const literals: readonly (readonly [string, ExpressionReader])[] = [
  ['string', string],
  ['template_string', template],
  ['number', number],
  ['regex', regex],
  ['true', plain('true')],
  ['false', plain('false')],
  ['null', plain('null')],
  ['undefined', plain('undefined')],
  ['this', plain('this')],
  ['super', plain('super')],
  ['identifier', name],
  ['import', name],
  ['meta_property', name],
  ['property_identifier', name],
  ['private_property_identifier', name],
  ['shorthand_property_identifier', name],
  ['shorthand_property_identifier_pattern', name],
  ['statement_identifier', name],
  ['type_identifier', name],
];
