/** Names that Spring's `HttpStatus`, its test clients and Nest's exceptions share, in lower case (RFC 9110, 15). */
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
    paymentrequired: '402',
    forbidden: '403',
    notfound: '404',
    methodnotallowed: '405',
    notacceptable: '406',
    requesttimeout: '408',
    conflict: '409',
    gone: '410',
    preconditionfailed: '412',
    payloadtoolarge: '413',
    unsupportedmediatype: '415',
    unprocessableentity: '422',
    locked: '423',
    toomanyrequests: '429',
    internalservererror: '500',
    notimplemented: '501',
    badgateway: '502',
    serviceunavailable: '503',
    gatewaytimeout: '504',
    is1xxinformational: '1xx',
    is2xxsuccessful: '2xx',
    is3xxredirection: '3xx',
    is4xxclienterror: '4xx',
    is5xxservererror: '5xx',
  }),
);

/** `NOT_FOUND`, `notFound` → `404`, `is4xxClientError` → `4xx`; undefined where the name is of no status. */
export function statusNamed(name: string): string | undefined {
  return codes.get(name.replaceAll('_', '').toLowerCase());
}
