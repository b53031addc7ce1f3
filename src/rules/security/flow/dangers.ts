import type { Taint } from '../../../code/flow/taint/value.ts';

/** What tainted data can harm where it arrives. */
export type DangerName =
  | 'sql'
  | 'nosql'
  | 'command'
  | 'shell'
  | 'ldap'
  | 'xpath'
  | 'expression'
  | 'template'
  | 'code'
  | 'lookup'
  | 'stylesheet'
  | 'log'
  | 'header'
  | 'prototype'
  | 'property'
  | 'method'
  | 'path'
  | 'joined'
  | 'request'
  | 'redirect'
  | 'html'
  | 'deserialisation'
  | 'session'
  | 'regex'
  | 'format'
  | 'size'
  | 'setting';

/** Who can bring data: by a request, by its headers, by the address or a message in a browser, by an archive, by a library's callers, by callers of a method of which nothing is known, by a queue that other programs write to, by who starts the program. */
export type SourceKind = 'request' | 'header' | 'client' | 'archive' | 'library' | 'caller' | 'message' | 'arguments';

const byRequest: readonly SourceKind[] = ['request', 'header'];
/** What takes such data does nothing else than run it: a method that lets its callers choose it has to know them. */
const byCallers: readonly SourceKind[] = [...byRequest, 'caller', 'message'];
/** What other programs send is no page's and no log's matter, but it must not choose what is run, asked or made. */
const byRequestOrMessage: readonly SourceKind[] = [...byRequest, 'message'];
const byAnyone: readonly SourceKind[] = ['request', 'header', 'client'];

const feared: Readonly<Record<DangerName, readonly SourceKind[]>> = {
  sql: byCallers,
  nosql: byCallers,
  command: byCallers,
  shell: ['library', 'arguments'],
  ldap: byCallers,
  xpath: [...byAnyone, 'caller', 'message'],
  expression: byCallers,
  template: byCallers,
  code: [...byAnyone, 'caller', 'message'],
  lookup: byRequestOrMessage,
  stylesheet: byRequestOrMessage,
  log: byRequest,
  header: byRequest,
  prototype: byRequest,
  path: [...byRequestOrMessage, 'archive'],
  joined: ['request'],
  request: byRequestOrMessage,
  property: byRequest,
  method: byAnyone,
  redirect: ['request', 'client'],
  html: ['request', 'client'],
  deserialisation: byRequestOrMessage,
  session: byRequest,
  regex: byRequest,
  format: byRequest,
  size: byRequest,
  setting: byRequest,
};

/** Whether tainted data does harm here, by who brought it and by what stands before it. */
export function isHarmful(danger: DangerName, taint: Taint): boolean {
  if (!feared[danger].includes(taint.kind as SourceKind)) return false;
  // Behind a single slash a second one makes it an address.
  if (danger === 'redirect') return taint.lead === '/' || choosesHost(taint.lead.replace(/^(redirect:|forward:)/, ''));
  // What stands before makes another name of it than those that all objects share.
  if (danger === 'property' || danger === 'method') return taint.lead === '';
  if (danger === 'request') return !/[?#]/.test(taint.lead) && (choosesHost(taint.lead) || taint.lead.endsWith('/'));
  return true;
}

/** Whether what follows this text still chooses the host. */
export function choosesHost(lead: string): boolean {
  return lead === '' || /^([a-z]+:)?\/\/[^/\0]*$/i.test(lead) || /^[a-z]+:$/i.test(lead);
}
