import type { Use } from '../../../code/flow/taint/knowledge.ts';
import { tainted, type Value } from '../../../code/flow/taint/value.ts';

/** Servers that hand a socket to whoever listens for connections, by where they come from or by how they are usually named. */
const servers = /^(?:socket\.io|ws|net|tls|uWebSockets\.js|sockjs|engine\.io)\b/;
const namedServer = /^(?:this\.)?(?:io|wss|ws[sS]erver|\w*[sS]ocketServer|server\.io|nsp)\.on$/;
const sockets = /^(?:socket|sock|ws|client|conn|connection|s)$/;
/** What a socket tells of itself. */
const ofItself =
  /^(?:connect|connection|disconnect|disconnecting|error|close|end|drain|open|ping|pong|timeout|ready|finish|lookup|upgrade|unexpected-response)$/;

/** Clients of queues that other programs write to: where they come from, what is called, for which event, and which parameter is the message. */
const queues: readonly (readonly [origin: RegExp, name: string, event: string | undefined, index: number])[] = [
  [/^mqtt\.connect(?:Async)?\(\)$/, 'on', 'message', 1],
  [/^i?o?redis\b/, 'on', 'message', 1],
  [/^i?o?redis\b/, 'on', 'pmessage', 2],
  [/^redis\b/, 'subscribe', undefined, 0],
  [/^redis\b/, 'pSubscribe', undefined, 0],
  [/^amqplib\b/, 'consume', undefined, 0],
  [/^@google-cloud\/pubsub\b/, 'on', 'message', 0],
];

/** What functions are handed that listen to sockets and queues. */
export function messagesOf(use: Use, parameters: readonly string[]): readonly (Value | undefined)[] | undefined {
  const { origin = '', written = '', name } = use;
  const event = use.values[0]?.constant;
  const queue = queues.find(([from, called, only]) => called === name && from.test(origin) && (only === undefined || only === event));
  if (queue) return parameters.map((_, index) => (index === queue[3] ? sent('message', use, 'other programs') : undefined));
  if (/^(?:net|tls)$/.test(origin) && /^create(?:Secure)?Server$/.test(name)) return [{ origin: '@socket' }];
  if (!/^(?:on|once|addListener)$/.test(name) || typeof event !== 'string') return undefined;
  const [first = ''] = parameters;
  if (/^(?:connection|connect)$/.test(event))
    return servers.test(origin) || (namedServer.test(written) && sockets.test(first)) ? [{ origin: '@socket' }] : undefined;
  return use.receiver?.origin === '@socket' && !ofItself.test(event)
    ? parameters.map(() => sent('request', use, 'who is connected'))
    : undefined;
}

function sent(kind: 'request' | 'message', { range }: Use, by: string): Value {
  return { taint: tainted(kind, 'a message', range, `sent by ${by}`) };
}
