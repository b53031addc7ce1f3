import type { TextRange } from '../../../base/text-range.ts';

/** A directive of nginx, on one line. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  /** Both, with single spaces. */
  readonly text: string;
  readonly range: TextRange;
}

/** What a directive protects. */
export interface Protection {
  /** For people, and by which both sides are compared. */
  readonly what: string;
  /** More is stricter; those that are there or not have one. */
  readonly level: number;
  /** From so many times as much on it is laxer; absent: from any more. */
  readonly laxerFrom?: number;
  /** How another file says the same. */
  readonly said: RegExp;
  readonly category: string;
}

const directive = /^[ \t]{0,40}([a-z_]{3,40})[ \t]{1,20}([^;\n#]{1,1000});/gm;

/** The directives of a configuration, without those that only open a block. */
export function directivesIn(text: string): readonly Directive[] {
  return Array.from(text.slice(0, 500_000).matchAll(directive), (match) => {
    const [whole, name = '', value = ''] = match;
    const start = match.index + whole.indexOf(name);
    const folded = value.trim().replace(/\s{1,200}/g, ' ');
    return { name, value: folded, text: `${name} ${folded}`, range: { start, end: match.index + whole.length } };
  });
}

const lines =
  /^[ \t]{0,40}(?:header|Header(?:[ \t]{1,9}always)?[ \t]{1,9}(?:set|append|add))[ \t]{1,20}(?:\/\S{0,100}[ \t]{1,9})?([A-Za-z-]{3,60})[ \t]{1,20}([^\n]{1,1000})$/gm;

/** Headers as Caddy and Apache are told of them, one to a line: `header X-Frame-Options DENY`, `Header always set …`. */
export function headerLinesIn(text: string): readonly Directive[] {
  return Array.from(text.slice(0, 500_000).matchAll(lines), (match) => {
    const [whole, name = '', value = ''] = match;
    const start = match.index + whole.search(/\S/);
    return {
      name: 'add_header',
      value: `${name} ${value.trim()}`,
      text: whole.trim().replace(/\s{1,200}/g, ' '),
      range: { start, end: match.index + whole.length },
    };
  });
}

const headers =
  /^["']?(content-security-policy|x-frame-options|strict-transport-security|x-content-type-options|referrer-policy|permissions-policy|access-control-allow-origin)["']?\s(.{1,900})/i;

const there: ReadonlyMap<string, Omit<Protection, 'level'>> = new Map([
  ['limit_req', { what: 'the limit on requests', said: /limit_req\b|rate_?-?limit|throttl/i, category: 'dos' }],
  ['limit_conn', { what: 'the limit on connections', said: /limit_conn\b|maxConnections/i, category: 'dos' }],
  ['auth_basic', { what: 'the check who calls', said: /auth/i, category: 'missing-auth' }],
  ['auth_request', { what: 'the check who calls', said: /auth/i, category: 'missing-auth' }],
  ['auth_jwt', { what: 'the check who calls', said: /auth|jwt/i, category: 'missing-auth' }],
  ['deny', { what: 'the list of who may call', said: /\bdeny\b|denyAll|hasIpAddress/, category: 'missing-auth' }],
  ['ssl_verify_client', { what: 'the check of clients’ certificates', said: /ssl_verify_client|client-?auth/i, category: 'missing-auth' }],
  ['proxy_ssl_verify', { what: 'the check of certificates behind it', said: /proxy_ssl_verify/, category: 'cert-validation' }],
]);

/** What a directive protects; undefined for most. */
export function protectionOf({ name, value }: Directive): Protection | undefined {
  if (name === 'add_header') return headerProtection(value);
  if (name === 'client_max_body_size')
    return {
      what: 'the size of a body',
      level: sizeLevel(value),
      laxerFrom: 10,
      said: /client_max_body_size|bodyLimit|max-?file-?size/i,
      category: 'dos',
    };
  if (waits.test(name))
    return { what: `the time limit \`${name}\``, level: timeLevel(value), laxerFrom: 10, said: /time-?_?out|deadline/i, category: 'dos' };
  if (name === 'ssl_protocols')
    return {
      what: 'versions of TLS',
      level: /SSLv|TLSv1(?:\.1)?(?=\s|$)/.test(value) ? 0 : 1,
      said: /ssl_protocols/,
      category: 'weak-crypto',
    };
  const found = there.get(name);
  return found && { ...found, level: /^off$/.test(value) ? 0 : 1 };
}

/** How applications set the same headers. */
const byMiddleware =
  'helmet|secureHeaders|frameguard|frameOptions|hsts|strictTransportSecurity|contentSecurityPolicy|noSniff|contentTypeOptions';

function headerProtection(value: string): Protection | undefined {
  const [, name, content = ''] = headers.exec(value) ?? [];
  if (name === undefined) return undefined;
  const isOrigin = /^access-control/i.test(name);
  if (isOrigin && !/["'\s]\*["'\s]?|^\*/.test(` ${content}`) && !/https?:/.test(content)) return undefined;
  return {
    what: isOrigin ? 'the list of origins that may ask' : `\`${name}\``,
    level: isOrigin ? (/["'\s]\*/.test(` ${content}`) ? 0 : 1) : 1,
    said: new RegExp(`${name}|${byMiddleware}`, 'i'),
    category: isOrigin ? 'cors' : 'headers',
  };
}

const waits = /^(?:client_(?:body|header)|send|keepalive|(?:proxy|fastcgi|uwsgi|grpc)_(?:read|connect|send))_timeout$/;

/** None, or the less the longer it is. */
function timeLevel(value: string): number {
  const [, number = '0', unit = 's'] = /^(\d{1,9})(ms|s|m|h|d)?\b/.exec(value) ?? [];
  const seconds = Number(number) * ({ ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 }[unit] ?? 1);
  return seconds === 0 ? 0 : 1 / seconds;
}

/** None, or the less the larger it is. */
function sizeLevel(value: string): number {
  const [, number = '0', unit = ''] = /^(\d{1,12})([kmg]?)$/i.exec(value) ?? [];
  const bytes = Number(number) * ({ k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[unit.toLowerCase()] ?? 1);
  return bytes === 0 ? 0 : 1 / bytes;
}
