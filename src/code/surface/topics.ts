import type { SourceFile } from '../code-change.ts';
import type { Call, Construction, Expression } from '../expression.ts';
import { constantOf } from '../flow/constant.ts';
import type { Scope } from '../flow/scope.ts';
import { dottedName, visitsOf } from '../walk.ts';
import { argumentOf, argumentTexts, literalText, simpleNameOf } from './annotation-values.ts';
import type { SurfaceElement } from './surface-element.ts';

type Way = 'read' | 'sent';

/** Annotation → the arguments that name what is listened to. */
const listeners: Readonly<Record<string, readonly string[]>> = {
  KafkaListener: ['topics', 'topicPattern'],
  RabbitListener: ['queues'],
  JmsListener: ['destination'],
  SqsListener: ['value', 'queueNames'],
  PulsarListener: ['topics'],
  EventPattern: ['value', '0'],
  MessagePattern: ['value', '0'],
};

/** The topics, queues and channels that annotations listen to. */
export function annotatedTopics(file: SourceFile): readonly SurfaceElement[] {
  return (file.facts?.symbols ?? []).flatMap((symbol) =>
    symbol.annotations.flatMap((annotation) => {
      const names = listeners[simpleNameOf(annotation)];
      if (!names) return [];
      return names.flatMap((name) =>
        [...argumentTexts(annotation, [name], { file, symbol }), ...patternIn(argumentOf(annotation, name))].map((topic) =>
          elementOf(topic, 'read', annotation.range, { file, symbol }),
        ),
      );
    }),
  );
}

/** NestJS' pattern of several words: `{ cmd: 'sum' }`. */
function patternIn(value: Expression | undefined): readonly string[] {
  if (value?.kind !== 'object') return [];
  const said = value.properties.map(({ key, value: each }) => `${key}: ${literalText(each) ?? '…'}`);
  return said.length > 0 && !said.some((each) => each.endsWith('…')) ? [said.join(', ')] : [];
}

/** The topics that touched code sends to or reads by calls. */
export function topicCalls(scope: Scope): readonly SurfaceElement[] {
  const spoken = clients.filter(({ modules }) => scope.file.facts?.imports.some(({ source }) => modules.test(source)));
  return visitsOf(scope.code, 'call', 'new').flatMap(({ node }) => {
    const [first] = node.arguments;
    const way = node.kind === 'call' ? wayOf(node, spoken) : made(node, spoken);
    if (!way || !first) return [];
    return topicsIn(first, scope).map((topic) => elementOf(topic, way, node.range, scope));
  });
}

/** A library whose words others have, too: they count in files that import it. */
interface Client {
  readonly modules: RegExp;
  readonly on?: RegExp;
  readonly ways: Readonly<Record<string, Way>>;
}

const clients: readonly Client[] = [
  { modules: /^(?:nats|nats\.ws|@nats-io\/[\w-]+|io\.nats\..*)$/, ways: { publish: 'sent', request: 'sent', subscribe: 'read' } },
  {
    modules: /^(?:mqtt|async-mqtt|org\.eclipse\.paho\..*)$/,
    ways: { publish: 'sent', publishAsync: 'sent', subscribe: 'read', subscribeAsync: 'read' },
  },
  { modules: /^(?:ioredis|redis|@redis\/client)$/, ways: { publish: 'sent', subscribe: 'read', pSubscribe: 'read', psubscribe: 'read' } },
  { modules: /^(?:@google-cloud\/pubsub)$/, ways: { topic: 'sent', subscription: 'read' } },
  { modules: /^(?:org\.apache\.kafka\.streams\b.*)$/, ways: { stream: 'read', table: 'read', globalTable: 'read', to: 'sent' } },
  { modules: /^(?:org\.apache\.kafka\.clients\.producer\b.*)$/, ways: { ProducerRecord: 'sent' } },
  { modules: /^(?:@nestjs\/microservices)$/, on: /client|kafka|broker|bus$/i, ways: { emit: 'sent', send: 'sent' } },
  { modules: /^(?:amqplib(?:\/.*)?|amqp-connection-manager)$/, on: /ch(?:annel)?(?:wrapper)?$/i, ways: { publish: 'sent' } },
  {
    modules: /^(?:@aws-sdk\/client-(?:sns|sqs))$/,
    ways: {
      PublishCommand: 'sent',
      PublishBatchCommand: 'sent',
      SendMessageCommand: 'sent',
      SendMessageBatchCommand: 'sent',
      ReceiveMessageCommand: 'read',
    },
  },
];

function wayOf({ name, receiver }: Call, spoken: readonly Client[]): Way | undefined {
  if (!receiver) return undefined;
  const on = receiver.kind === 'call' ? receiver.name : (dottedName(receiver) ?? '');
  const client = spoken.find(({ ways, on: of }) => Object.hasOwn(ways, name) && /^[a-z]/.test(name) && (of?.test(on) ?? true));
  return client?.ways[name] ?? wayByReceiver(name, on);
}

function wayByReceiver(name: string, on: string): Way | undefined {
  if (/kafka\w*template$/i.test(on) && /^send(?:Default)?$/.test(name)) return 'sent';
  if (/(?:rabbit|amqp|jms)\w*template$/i.test(on) && /^(?:convertAndSend|send|convertSendAndReceive)$/.test(name)) return 'sent';
  if (/producer$/i.test(on) && name === 'send') return 'sent';
  if (/consumer$/i.test(on) && name === 'subscribe') return 'read';
  if (/channel$|^ch$/i.test(on) && name === 'sendToQueue') return 'sent';
  return /channel$|^ch$/i.test(on) && name === 'consume' ? 'read' : undefined;
}

/** `new PublishCommand({ TopicArn })`, `new ProducerRecord<>("orders", order)`. */
function made({ type }: Construction, spoken: readonly Client[]): Way | undefined {
  return spoken.find(({ ways }) => Object.hasOwn(ways, type))?.ways[type];
}

const keys = new Set(['topic', 'topics', 'TopicArn', 'TargetArn', 'QueueUrl']);

/** A text, or `{ topic: 'a' }` and `{ topics: ['a'] }`. */
function topicsIn(value: Expression, scope: Scope): readonly string[] {
  if (value.kind === 'object') {
    const named = value.properties.filter(({ key }) => keys.has(key)).flatMap((property) => topicsIn(property.value, scope));
    return named.length > 0 || !value.properties.some(({ key }) => key === 'cmd') ? named : patternIn(value);
  }
  if (value.kind === 'array') return value.elements.flatMap((each) => topicsIn(each, scope));
  const known = constantOf(value, scope);
  return typeof known === 'string' && /^\S+$/.test(known) ? [known] : [];
}

function elementOf(
  topic: string,
  way: Way,
  range: SurfaceElement['range'],
  { file, symbol }: Pick<Scope, 'file' | 'symbol'>,
): SurfaceElement {
  return {
    kind: 'topic',
    name: topic,
    identity: `${way} ${topic}`,
    file,
    range,
    symbol,
    required: false,
    deprecated: symbol.deprecated,
    shape: way,
  };
}
