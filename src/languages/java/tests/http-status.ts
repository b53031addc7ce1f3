import type { Call } from '../../../code/expression.ts';

/** Names that Spring's test clients and Spring's `HttpStatus` share, without `is`, in lower case (RFC 9110, 15). */
const codes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ok: '200',
    created: '201',
    accepted: '202',
    nocontent: '204',
    movedpermanently: '301',
    found: '302',
    seeother: '303',
    notmodified: '304',
    badrequest: '400',
    unauthorized: '401',
    forbidden: '403',
    notfound: '404',
    methodnotallowed: '405',
    conflict: '409',
    gone: '410',
    unprocessableentity: '422',
    toomanyrequests: '429',
    internalservererror: '500',
    is1xxinformational: '1xx',
    is2xxsuccessful: '2xx',
    is3xxredirection: '3xx',
    is4xxclienterror: '4xx',
    is5xxservererror: '5xx',
  }),
);

/** The status that a call asserts: `isNotFound()` → `404`, `is(404)` → `404`, `isEqualTo(HttpStatus.CONFLICT)` → `409`; its own name where it is not known. */
export function statusOf(call: Call): string {
  const [argument] = call.arguments;
  if (argument?.kind === 'number') return argument.text;
  if (argument?.kind === 'call' && argument.receiver?.kind === 'member')
    return codes.get(key(argument.receiver.name)) ?? argument.receiver.name;
  if (argument?.kind === 'member') return codes.get(key(argument.name)) ?? argument.name;
  const name = call.name.toLowerCase();
  return codes.get(name) ?? codes.get(key(call.name.replace(/^(?:is|hasStatus)/, ''))) ?? call.name;
}

function key(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
