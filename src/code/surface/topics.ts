import type { SourceFile } from '../code-change.ts';
import type { Expression } from '../expression.ts';
import { constantOf } from '../flow/constant.ts';
import type { Scope } from '../flow/scope.ts';
import { dottedName, visitsOf } from '../walk.ts';
import { argumentTexts, simpleNameOf } from './annotation-values.ts';
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
        argumentTexts(annotation, [name], { file, symbol }).map((topic) => elementOf(topic, 'read', annotation.range, { file, symbol })),
      );
    }),
  );
}

/** The topics that touched code sends to or reads by calls. */
export function topicCalls(scope: Scope): readonly SurfaceElement[] {
  return visitsOf(scope.code, 'call').flatMap(({ node: call }) => {
    const on = call.receiver ? (call.receiver.kind === 'call' ? call.receiver.name : (dottedName(call.receiver) ?? '')) : '';
    const [first] = call.arguments;
    const way = wayOf(call.name, on);
    if (!way || !first) return [];
    return topicsIn(first, scope).map((topic) => elementOf(topic, way, call.range, scope));
  });
}

function wayOf(name: string, on: string): Way | undefined {
  if (/kafka\w*template$/i.test(on) && /^send(?:Default)?$/.test(name)) return 'sent';
  if (/(?:rabbit|amqp|jms)\w*template$/i.test(on) && /^(?:convertAndSend|send|convertSendAndReceive)$/.test(name)) return 'sent';
  if (/producer$/i.test(on) && name === 'send') return 'sent';
  if (/consumer$/i.test(on) && name === 'subscribe') return 'read';
  if (/channel$|^ch$/i.test(on) && name === 'sendToQueue') return 'sent';
  return /channel$|^ch$/i.test(on) && name === 'consume' ? 'read' : undefined;
}

/** A text, or `{ topic: 'a' }` and `{ topics: ['a'] }`. */
function topicsIn(value: Expression, scope: Scope): readonly string[] {
  if (value.kind === 'object')
    return value.properties.filter(({ key }) => key === 'topic' || key === 'topics').flatMap((property) => topicsIn(property.value, scope));
  if (value.kind === 'array') return value.elements.flatMap((each) => topicsIn(each, scope));
  const known = constantOf(value, scope);
  return typeof known === 'string' && known !== '' ? [known] : [];
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
