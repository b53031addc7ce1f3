import { shortened } from '../../../base/shortened.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { Call, Construction, Expression } from '../../../code/expression.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import { originOf } from '../../../code/flow/origin.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare, visitsOf } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { optionOf, textOf } from '../../pattern/values.ts';

/** A connection that others on the way can read and change. */
export interface Cleartext {
  readonly at: Scope;
  readonly range: TextRange;
  readonly address: string;
  readonly credentials?: true;
}

const schemes = /^(?:http|ftp|ws|ldap|telnet|smtp|mqtt|amqp|imap|pop3):\/\/([^/:?#\s]+)/i;
/** To look for one in the whole text is much faster than to fold every argument. */
const anyAddress = /\b(?:http|ftp|ws|ldap|telnet|smtp|mqtt|amqp|imap|pop3):\/\/\w/i;
const near =
  /^(?:localhost$|0\.0\.0\.0$|\[|::1$|(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\.[\d.]{1,11}$|host\.docker\.internal$)|\.(?:local|localhost|internal|test|invalid|svc|lan|home|intranet)$/i;

/** An address in plain text of a machine elsewhere; one without a dot is a service beside this one. */
export function cleartextAddress(text: string): string | undefined {
  const host = schemes.exec(text)?.[1];
  if (host === undefined || !host.includes('.') || near.test(host) || /[${}<>%*]/.test(host)) return undefined;
  return shortened(text, 60);
}

/** The known beginning of a text: all of it, or the first piece of what is put together. */
function beginning(expression: Expression | undefined, scope: Scope): string | undefined {
  if (!expression) return undefined;
  const known = textOf(expression, scope);
  if (known !== undefined) return known;
  const held = bare(heldBy(expression, scope) ?? expression);
  const first = held.kind === 'concatenation' && !held.tag ? held.parts[0] : undefined;
  return first?.kind === 'string' && schemes.test(first.value) && /:\/\/[^/]+[/:?]/.test(first.value) ? first.value : undefined;
}

const scriptClients =
  /^(?:axios|got|request|request-promise|needle|superagent|node-fetch|undici|http|https|nugget|ky|ws|websocket|wretch|bent|phin|download|@angular\/common\/http|basic-ftp|ftp|ldapjs|ldapts)\b/;

/** `fetch('http://…')`, `axios.get('http://…')`, `new WebSocket('ws://…')`. */
export function* cleartextInScript(code: CodeInventory): Generator<Cleartext> {
  if (!anyAddress.test(code.file.text)) return;
  for (const sight of code.calls('fetch'))
    if (!sight.node.receiver || lastName(sight.node.receiver) === 'window') yield* ofArguments(sight, sight.node.arguments.slice(0, 1));
  for (const sight of code.constructions('WebSocket', 'EventSource')) yield* ofArguments(sight, sight.node.arguments.slice(0, 1));
  yield* spokenUnencrypted(code);
  for (const sight of code.of('call')) {
    const [first] = sight.node.arguments;
    if (!first || !(beginning(first, sight) ?? beginning(optionOf(first, 'url', sight), sight))) continue;
    const own =
      /^\$|jQuery$/.test((sight.node.receiver && lastName(sight.node.receiver)) ?? '') && /^(get|post|ajax|getJSON)$/.test(sight.node.name);
    if (own || scriptClients.test(originOf(sight.node, sight) ?? '')) yield* ofArguments(sight, [first]);
  }
}

const spoken = /^(?:ftp|ws|ldap|telnet|smtp|mqtt|amqp|imap|pop3):/i;

/** `url = 'mqtt://broker.acme.com'`: nobody writes such an address but to connect to it, while one of a page may only be shown. */
function* spokenUnencrypted(code: CodeInventory): Generator<Cleartext> {
  for (const sight of code.of('string')) {
    const { value, range } = sight.node;
    const around = sight.parent?.node.kind;
    const isGiven =
      around === 'assignment' ||
      around === 'variable' ||
      around === 'object' ||
      (around === undefined && sight.symbol.value === sight.node);
    if (!isGiven || !spoken.test(value)) continue;
    const address = cleartextAddress(value);
    if (address !== undefined) yield { at: sight, range, address };
  }
}

/** `new URL("http://…").openConnection()`, `restTemplate.getForObject("http://…")`, `URI.create("http://…")`. */
export function* cleartextInJava(code: CodeInventory): Generator<Cleartext> {
  if (!anyAddress.test(code.file.text)) return;
  for (const sight of code.constructions('HttpGet', 'HttpPost', 'HttpPut', 'HttpDelete', 'HttpPatch'))
    yield* ofArguments(sight, sight.node.arguments.slice(0, 1));
  for (const sight of code.constructions('URL')) {
    const opened = visitsOf(sight.code, 'call').some(({ node }) => /^(openConnection|openStream|getContent)$/.test(node.name));
    if (opened) yield* ofArguments(sight, sight.node.arguments.slice(0, 1));
  }
  for (const sight of code.calls(
    'getForObject',
    'getForEntity',
    'postForObject',
    'postForEntity',
    'exchange',
    'uri',
    'baseUrl',
    'setProviderUrl',
    'rootUri',
  ))
    yield* ofArguments(sight, sight.node.arguments.slice(0, 1));
  for (const sight of code.calls('create'))
    if (
      (sight.node.receiver && lastName(sight.node.receiver)) === 'URI' &&
      code.calls('newHttpClient', 'sendAsync', 'newBuilder').length > 0
    )
      yield* ofArguments(sight, sight.node.arguments);
  for (const sight of code.constructions('InitialDirContext', 'InitialLdapContext')) yield* ofDirectory(sight);
}

function* ofArguments(sight: Sight<Call | Construction>, given: readonly Expression[]): Generator<Cleartext> {
  for (const each of given) {
    const text = beginning(each, sight) ?? beginning(optionOf(each, 'url', sight) ?? optionOf(each, 'uri', sight), sight);
    const address = text === undefined ? undefined : cleartextAddress(text);
    if (address !== undefined) yield { at: sight, range: sight.node.range, address };
  }
}

/** A simple bind sends name and password as they are. */
function* ofDirectory(sight: Sight<Construction>): Generator<Cleartext> {
  const settings = visitsOf(sight.code, 'call').flatMap(({ node }) => {
    const [key, value] = node.arguments;
    if (!/^(put|setProperty)$/.test(node.name) || !key || !value || node.range.start > sight.node.range.start) return [];
    return [{ key: textOf(key, sight) ?? lastName(key) ?? '', value }];
  });
  const of = (name: RegExp): Expression | undefined => settings.findLast(({ key }) => name.test(key))?.value;
  const url = of(/^(?:PROVIDER_URL|java\.naming\.provider\.url)$/);
  const simple = textOf(of(/^(?:SECURITY_AUTHENTICATION|java\.naming\.security\.authentication)$/), sight) === 'simple';
  const encrypted = of(/^(?:SECURITY_PROTOCOL|java\.naming\.security\.protocol)$/);
  const held = url && bare(heldBy(url, sight) ?? url);
  const text =
    textOf(url, sight) ??
    (held?.kind === 'concatenation' && held.parts[0]?.kind === 'string' ? `${held.parts[0].value}directory.example` : undefined);
  if (!simple || encrypted || text === undefined || cleartextAddress(text) === undefined) return;
  yield { at: sight, range: sight.node.range, address: textOf(url, sight) ?? 'ldap://…', credentials: true };
}
