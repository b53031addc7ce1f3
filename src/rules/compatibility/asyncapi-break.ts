import type { Example } from '../rule.ts';
import { contractRule } from '../contract-rule.ts';

const api = (payload: string): Record<string, string> => ({
  'asyncapi.yaml': `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: shop.orders
    messages:
      placed:
        payload:
          type: object
${payload}operations:
  sendOrders:
    action: send
    channel: { $ref: '#/channels/orders' }
`,
});
const both = api(
  '          required: [id, total]\n          properties:\n            id: { type: string }\n            total: { type: number }\n',
);
const without = api('          required: [id]\n          properties:\n            id: { type: string }\n');
const more = api(
  '          required: [id, total]\n          properties:\n            id: { type: string }\n            total: { type: number }\n            note: { type: string }\n',
);

const examples: readonly Example[] = [
  {
    name: 'readers of a message no longer find a property',
    base: both,
    head: without,
    finds: [
      'asyncapi.yaml:13 Property `total` in the payload of the message `placed` in what consumers read from `shop.orders` is gone: readers that use it no longer find it.',
    ],
  },
  { name: 'readers of a message find one more property', base: without, head: more, finds: [] },
];

export const asyncApiBreak = contractRule('asyncapi', {
  id: 'compatibility/asyncapi-break',
  title: 'A break in an AsyncAPI document',
  reason:
    'Messages are written and read by programs that know only the document, and are often kept: a reader that meets what was ruled out, or a writer whose message is no longer understood, fails long after the change was deployed, and often silently.',
  remedy:
    'Add beside the old: an optional property, a new kind of message, a new channel. Publish to both until nobody reads the old one, and mark it as deprecated meanwhile.',
  sources: [
    { title: 'AsyncAPI Specification 3.0', url: 'https://www.asyncapi.com/docs/reference/specification/v3.0.0' },
    { title: 'AsyncAPI Specification 2.6', url: 'https://www.asyncapi.com/docs/reference/specification/v2.6.0' },
    { title: 'CloudEvents 1.0', url: 'https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md' },
  ],
  limits:
    'Version 2 is read as it is defined: consumers publish to `publish` and subscribe to `subscribe`; in version 3 they read what the application sends. A channel that no operation uses is compared for both. A kind of message that is new among others which consumers read is a warning, as is another server address and most of what bindings say; a topic, queue or exchange that has another name is a break. Payloads in Avro, Protocol Buffers or RAML are only told to have changed (their own files are compared by their own rules). Envelopes such as CloudEvents are compared as the schemas that they are: another constant `type` is a break. The names of servers, tags and external documentation say nothing to a consumer and are left out; references to other hosts are not followed.',
  examples,
});
