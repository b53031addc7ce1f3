import type { ContractChange } from '../../../code/contract-change.ts';
import type { DescribedOperation } from '../described-operations.ts';
import type { ReachedBody } from './reached-bodies.ts';
import type { SchemaField } from './schema-fields.ts';
import type { SentField, SentType } from './type-fields.ts';

const bodyNames = { request: 'the body of', response: 'the answer of' } as const;

/** What becomes of a field on one side alone. */
export type Difference = 'new' | 'gone' | 'required' | 'optional';

interface Where {
  readonly reached: ReachedBody;
  readonly operation: DescribedOperation;
}

function placeOf({ reached: { body, within }, operation }: Where): string {
  const whole = `${bodyNames[body.place]} \`${operation.name}\``;
  return within.length === 0 ? whole : `\`${within.join('.')}\` of ${whole}`;
}

const common = { contract: 'agreement', impact: 'risky', deprecatedBefore: false } as const;

/** The code alone changed. */
export function codeChange(
  type: { readonly base: SentType; readonly head: SentType },
  { field, difference }: { readonly field: SentField; readonly difference: 'new' | 'gone' | 'required' },
  described: SchemaField | undefined,
  where: Where,
): ContractChange {
  const { operation } = where;
  const document = operation.node.file.path;
  const node = described?.node ?? operation.node;
  const effect =
    where.reached.body.place === 'request' ? 'what callers send in it is no longer read' : 'callers who hold to the document miss it';
  const messages = {
    new: `\`${field.label}\` is new in ${placeOf(where)}, but \`${document}\`, which has the other fields of \`${type.head.name}\`, does not describe it: callers do not know of it.`,
    gone: `\`${field.label}\` is gone from ${placeOf(where)}, but \`${document}\` still describes \`${described?.name ?? field.name}\`: ${effect}.`,
    required: `\`${field.label}\` must be given in ${placeOf(where)} now, but \`${document}\` lets callers leave \`${described?.name ?? field.name}\` out: those who do are refused.`,
  };
  const changes = { new: 'body-field-not-described', gone: 'described-body-field-removed', required: 'body-field-required-in-code' };
  return {
    ...common,
    change: changes[difference],
    message: messages[difference],
    element: `${operation.name} ${field.name}`,
    file: difference === 'gone' ? type.base.file : type.head.file,
    range: field.range,
    before: { file: node.file, range: node.key ?? node.range },
  };
}

/** No document describes the route. */
export function undescribedChange(
  type: { readonly base: SentType; readonly head: SentType },
  { field, difference }: { readonly field: SentField; readonly difference: 'gone' | 'required' },
  { body, within }: ReachedBody,
): ContractChange {
  const side = difference === 'gone' ? type.base : type.head;
  const whole = `${bodyNames[body.place]} \`${body.name}\``;
  const place = within.length === 0 ? whole : `\`${within.join('.')}\` of ${whole}`;
  const symbol = side.file.facts?.symbols.find(({ nameRange }) => nameRange.start === field.range.start);
  const isAnswer = body.place === 'response';
  const effect = isAnswer ? 'callers that read it no longer find it' : 'what callers send in it no longer counts, or is refused';
  return {
    contract: 'http-routes',
    change: difference === 'required' ? 'route-request-field-required' : `route-${body.place}-field-removed`,
    impact: difference === 'required' || isAnswer ? 'breaking' : 'risky',
    message:
      difference === 'required'
        ? `\`${field.name}\` must be given in ${place} now: callers who leave it out are refused.`
        : `\`${field.name}\` is gone from ${place}: ${effect}.`,
    element: `${body.name} ${[...within, field.name].join('.')}`,
    file: side.file,
    range: field.range,
    deprecatedBefore: difference === 'gone' && symbol?.deprecated === true,
  };
}

/** The document alone changed. */
export function documentChange(
  type: SentType,
  { field, difference }: { readonly field: SchemaField; readonly difference: 'new' | 'gone' | 'optional' },
  where: Where,
): ContractChange {
  const { name, node } = field;
  const effect =
    where.reached.body.place === 'request' ? 'what callers send in it is not read' : 'callers who hold to the document miss it';
  const of = `\`${type.name}\` (\`${type.file.path}\`)`;
  const messages = {
    new: `\`${name}\` is new in ${placeOf(where)}, but ${of}, which has all the others, does not: ${effect}.`,
    gone: `\`${name}\` is no longer described in ${placeOf(where)}, but ${of} still has it, like all the others: the document and the code say different things.`,
    optional: `\`${name}\` may be left out of ${placeOf(where)} by the document now, but ${of} still must have it: callers who leave it out are refused.`,
  };
  const changes = { new: 'described-body-field-missing', gone: 'body-field-no-longer-described', optional: 'body-field-required-in-code' };
  return {
    ...common,
    change: changes[difference],
    message: messages[difference],
    element: `${where.operation.name} ${name}`,
    file: node.file,
    range: node.key ?? node.range,
    before: { file: type.file, range: type.range },
  };
}
