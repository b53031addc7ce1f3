import type { Handler, Switch, Try } from '../../../code/statement.ts';
import { foldType } from '../fold.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { Reader, StatementReader } from '../reader.ts';

export const readTry: StatementReader = (part, reader) => {
  const handler = part.find('catch_clause');
  const finalizer = part.find('finally_clause');
  const statement: Try = {
    kind: 'try',
    resources: [],
    body: reader.block(part.first),
    handlers: handler ? [readHandler(handler, reader)] : [],
    ...(finalizer && { finalizer: reader.block(finalizer.last) }),
    range: rangeOf(part),
  };
  return [statement];
};

/** Catches everything: a type written beside the variable is only an assertion. */
function readHandler(part: Part, reader: Reader): Handler {
  const body = part.find('statement_block');
  const name = part.first === body ? undefined : part.first;
  const inside = body ?? { start: part.end - 1, end: part.end + 1 };
  return {
    types: [],
    ...(name && { name: foldType(reader.slice(name)) }),
    body: reader.block(body),
    bodyRange: { start: inside.start + 1, end: body ? closingBrace(body, reader.text) : inside.end - 1 },
    range: rangeOf(part),
  };
}

/** The grammar counts a comment that follows on the same line to the block: the brace may stand before it. */
function closingBrace(body: Part, text: string): number {
  let at = body.last?.end ?? body.start + 1;
  while (at < body.end && text.charAt(at) !== '}') {
    const close = text.startsWith('//', at) ? '\n' : text.startsWith('/*', at) ? '*/' : undefined;
    const end = close === undefined ? at : text.indexOf(close, at);
    at = end === -1 ? body.end : end + (close?.length ?? 1);
  }
  return Math.min(at, body.end - 1);
}

export const readSwitch: StatementReader = (part, reader) => {
  const [subject, body] = part.parts;
  const statement: Switch = {
    kind: 'switch',
    subject: subject ? reader.expression(subject) : { kind: 'other', children: [], range: rangeOf(part) },
    cases: (body?.parts ?? []).map((branch) => readCase(branch, reader)),
    range: rangeOf(part),
  };
  return [statement];
};

function readCase(part: Part, reader: Reader): Switch['cases'][number] {
  const label = part.type === 'switch_case' ? part.first : undefined;
  return {
    labels: label ? [reader.expression(label)] : [],
    body: reader.statements(label ? part.parts.slice(1) : part.parts),
    range: rangeOf(part),
  };
}
