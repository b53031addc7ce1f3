import assert from 'node:assert/strict';
import { asyncApiKind } from '../../../../src/contracts/asyncapi/asyncapi-kind.ts';
import { compare, kindCases, shown } from '../comparing.ts';

const two = (channels: string, rest = ''): string =>
  `asyncapi: 2.6.0\ninfo: {title: Orders, version: 1.0.0}\n${rest}channels:\n${channels}`;
const three = (action: string, messages: string, rest = ''): string =>
  `asyncapi: 3.0.0\ninfo: {title: Orders, version: 1.0.0}\nchannels:\n  orders:\n    address: shop.orders\n    messages:\n${messages}operations:\n  op:\n    action: ${action}\n    channel: {$ref: '#/channels/orders'}\n${rest}`;
const payload = (schema: string): string => `      placed: {payload: ${schema}}\n`;
const wide = '{type: object, properties: {a: {type: string}}}';
const strict = '{type: object, required: [a], properties: {a: {type: string}}}';
const message = (kind: string, rest: string): string => `  shop.orders:\n    ${kind}:\n      message: {name: placed, ${rest}}\n`;

const cases: readonly (readonly [name: string, old: string, now: string, expected: readonly string[]])[] = [
  ['a channel is removed', two(`${message('publish', '')}  b: {}\n`), two('  b: {}\n'), ['breaking channel-removed']],
  ['a channel is added', two('  b: {}\n'), two(`${message('publish', '')}  b: {}\n`), ['compatible channel-added']],
  [
    'a use of a channel is removed',
    two(`${message('publish', '')}    subscribe: {}\n`),
    two(message('publish', '')),
    ['breaking operation-removed'],
  ],
  [
    'a use of a channel is added',
    two(message('publish', '')),
    two(`${message('publish', '')}    subscribe: {}\n`),
    ['compatible operation-added'],
  ],
  [
    'what consumers send must have a property (2)',
    two(message('publish', `payload: ${wide}`)),
    two(message('publish', `payload: ${strict}`)),
    ['breaking message-payload-property-became-required'],
  ],
  [
    'what consumers read always has a property (2)',
    two(message('subscribe', `payload: ${wide}`)),
    two(message('subscribe', `payload: ${strict}`)),
    ['compatible message-payload-property-became-required'],
  ],
  [
    'what consumers read may lack a property (3)',
    three('send', payload(strict)),
    three('send', payload(wide)),
    ['breaking message-payload-property-became-optional'],
  ],
  [
    'what consumers send may lack a property (3)',
    three('receive', payload(strict)),
    three('receive', payload(wide)),
    ['compatible message-payload-property-became-optional'],
  ],
  [
    'a channel without operations narrows',
    three('send', payload(wide)).replace('channels/orders', 'channels/other'),
    three('send', payload(strict)).replace('channels/orders', 'channels/other'),
    ['breaking message-payload-property-became-required'],
  ],
  [
    'a reply loses a property',
    three('receive', payload(strict), "    messages: []\n    reply: {channel: {$ref: '#/channels/orders'}}\n"),
    three('receive', payload(wide), "    messages: []\n    reply: {channel: {$ref: '#/channels/orders'}}\n"),
    ['breaking message-payload-property-became-optional'],
  ],
  [
    'a kind of message is removed',
    three('send', '      a: {}\n      b: {}\n'),
    three('send', '      a: {}\n'),
    ['breaking message-removed'],
  ],
  [
    'readers meet a new kind of message',
    three('send', '      a: {}\n'),
    three('send', '      a: {}\n      b: {}\n'),
    ['risky message-added'],
  ],
  [
    'writers may send a new kind of message',
    three('receive', '      a: {}\n'),
    three('receive', '      a: {}\n      b: {}\n'),
    ['compatible message-added'],
  ],
  ['the only message gets another name', three('send', payload(wide)), three('send', payload(wide).replace('placed', 'ordered')), []],
  [
    'a message is one of several (2)',
    two(message('subscribe', 'x: 1').replace('{name: placed, x: 1}', '{oneOf: [{name: a}, {name: b}]}')),
    two(message('subscribe', 'x: 1').replace('{name: placed, x: 1}', '{oneOf: [{name: a}]}')),
    ['breaking message-removed'],
  ],
  [
    'the content type changes',
    two(message('subscribe', 'contentType: application/json')),
    two(message('subscribe', 'contentType: application/xml')),
    ['breaking message-content-type-changed'],
  ],
  [
    'the usual content type changes',
    two(message('subscribe', ''), 'defaultContentType: application/json\n'),
    two(message('subscribe', ''), 'defaultContentType: application/avro\n'),
    ['breaking message-content-type-changed'],
  ],
  [
    'the format of the schema changes',
    two(message('subscribe', `payload: ${wide}`)),
    two(message('subscribe', "schemaFormat: 'application/vnd.apache.avro;version=1.9.0', payload: {type: string}")),
    ['breaking message-schema-format-changed'],
  ],
  [
    'a payload in another format changes (3)',
    three('send', payload("{schemaFormat: 'application/vnd.apache.avro', schema: {type: string}}")),
    three('send', payload("{schemaFormat: 'application/vnd.apache.avro', schema: {type: int}}")),
    ['risky message-payload-changed'],
  ],
  [
    'what consumers send is held to a schema',
    two(message('publish', '')),
    two(message('publish', `payload: ${wide}`)),
    ['breaking message-payload-added'],
  ],
  [
    'a header becomes required',
    two(message('publish', '')),
    two(message('publish', 'headers: {type: object, required: [h], properties: {h: {type: string}}}')),
    ['breaking message-headers-required-property-added'],
  ],
  [
    'a header of a trait is gone',
    two(message('subscribe', 'traits: [{headers: {type: object, required: [h], properties: {h: {type: string}}}}]')),
    two(message('subscribe', 'traits: []')),
    ['breaking message-headers-required-property-removed'],
  ],
  [
    'a cloud event has another type',
    two(message('subscribe', 'payload: {type: object, required: [type], properties: {type: {const: shop.placed}, data: {type: object}}}')),
    two(
      message('subscribe', 'payload: {type: object, required: [type], properties: {type: {const: shop.placed.v2}, data: {type: object}}}'),
    ),
    ['breaking message-payload-property-const-changed'],
  ],
  [
    'the correlation id stands elsewhere',
    two(message('subscribe', "correlationId: {location: '$message.header#/a'}")),
    two(message('subscribe', "correlationId: {location: '$message.header#/b'}")),
    ['risky message-correlation-id-changed'],
  ],
  [
    'the key changes its type',
    two(message('subscribe', 'bindings: {kafka: {key: {type: string}}}')),
    two(message('subscribe', 'bindings: {kafka: {key: {type: integer}}}')),
    ['breaking message-key-type-changed'],
  ],
  [
    'the topic of a channel changes',
    two('  a: {bindings: {kafka: {topic: a}}}\n'),
    two('  a: {bindings: {kafka: {topic: b}}}\n'),
    ['breaking kafka-topic-changed'],
  ],
  [
    'a binding changes',
    two('  a: {bindings: {kafka: {partitions: 3}}}\n'),
    two('  a: {bindings: {kafka: {partitions: 1}}}\n'),
    ['risky binding-changed'],
  ],
  ['a binding is gone', two('  a: {bindings: {kafka: {partitions: 3}}}\n'), two('  a: {bindings: {}}\n'), ['risky binding-removed']],
  [
    'a parameter may have fewer values',
    two('  a.{x}: {parameters: {x: {schema: {type: string, enum: [b, c]}}}}\n'),
    two('  a.{y}: {parameters: {y: {schema: {type: string, enum: [b]}}}}\n'),
    ['breaking channel-parameter-enum-value-removed'],
  ],
  [
    'the operation id changes',
    two('  a: {subscribe: {operationId: x}}\n'),
    two('  a: {subscribe: {operationId: y}}\n'),
    ['risky operation-id-changed'],
  ],
  ['security is asked for', two('  a: {subscribe: {}}\n'), two('  a: {subscribe: {security: [{key: []}]}}\n'), ['breaking security-added']],
  [
    'a server speaks another protocol',
    two('  a: {}\n', 'servers: {prod: {url: q.test, protocol: amqp}}\n'),
    two('  a: {}\n', 'servers: {prod: {url: q.test, protocol: kafka}}\n'),
    ['breaking server-protocol-changed'],
  ],
  [
    'a server is at another address',
    two('  a: {}\n', 'servers: {prod: {url: q.test, protocol: amqp}}\n'),
    two('  a: {}\n', 'servers: {prod: {url: r.test, protocol: amqp}}\n'),
    ['risky server-address-changed'],
  ],
  [
    'version 2 becomes version 3 and says the same',
    two(`  shop.orders:\n    subscribe: {operationId: op, message: {name: placed, payload: ${strict}}}\n`),
    three('send', payload(strict)),
    [],
  ],
];

describe('AsyncAPI', () => {
  for (const [name, old, now, expected] of cases)
    it(name, async () => {
      const { changes, notices } = await compare(asyncApiKind, { 'a.yaml': old }, { 'a.yaml': now });
      assert.deepEqual(notices, []);
      assert.deepEqual(
        changes.map(({ impact, change }) => `${impact} ${change}`),
        expected,
      );
    });
  it('is told from other documents', () => {
    const recognised = [two(''), '{"asyncapi": "3.0.0"}', 'openapi: 3.0.0\n', 'text: asyncapi\n'].map((text) =>
      asyncApiKind.recognises('a.yaml', text),
    );
    assert.deepEqual(recognised, [true, true, false, false]);
  });
  it('says once that a document is gone, and nothing of one that is broken', async () => {
    const text = two(message('publish', ''));
    assert.deepEqual((await compare(asyncApiKind, { 'a.yaml': text }, {})).changes.map(shown), ['breaking api-removed / base:1']);
    const { changes, notices } = await compare(asyncApiKind, { 'a.yaml': text }, { 'a.yaml': `${text}  [` });
    assert.deepEqual(changes, []);
    assert.deepEqual(
      notices.map(({ id }) => id),
      ['contract-broken'],
    );
  });
  it('follows references to messages in other files, of which only one changes', async () => {
    const root = two("  a:\n    publish: {message: {$ref: 'messages/placed.yaml'}}\n");
    const { changes } = await compare(
      asyncApiKind,
      { 'messages/placed.yaml': `payload: ${wide}\ncontent: x\n` },
      { 'messages/placed.yaml': `payload: ${strict}\ncontent: x\n` },
      { 'a.yaml': root },
    );
    assert.deepEqual(changes.map(shown), [
      'breaking message-payload-property-became-required /channels/a/publish/message/payload/properties/a head:1',
    ]);
  });
});

describe('the surroundings of messages in AsyncAPI', () => {
  const api = (servers: string, channels = '{orders: {address: orders}}'): string =>
    `asyncapi: 3.0.0\ninfo: {title: E, version: 1.0.0}\nservers: {a: {host: '{e}.test', protocol: amqp${servers}}}\nchannels: ${channels}\n`;
  const queue = (rest: string): string => api('', `{orders: {address: orders, bindings: {amqp: {is: queue, queue: {name: o${rest}}}}}}`);
  kindCases(asyncApiKind, 'asyncapi.yaml', [
    [
      'of which a server asks for security that it did not ask for',
      api(''),
      api(', security: [{type: userPassword}]'),
      ['breaking security-added /servers/a/security head:3'],
    ],
    [
      'of which a server asks for other security',
      api(', security: [{type: userPassword}]'),
      api(', security: [{type: X509}]'),
      ['breaking security-changed /servers/a/security head:3'],
    ],
    ['of which a server takes one more way in', api(', security: [{type: X509}]'), api(', security: [{type: plain}, {type: X509}]'), []],
    [
      'of which a server speaks another version of its protocol',
      api(", protocolVersion: '0.9'"),
      api(", protocolVersion: '1.0'"),
      ['risky server-protocol-version-changed /servers/a/protocolVersion head:3'],
    ],
    [
      'of which a part of an address may be chosen no more',
      api(', variables: {e: {enum: [x, y]}}'),
      api(', variables: {e: {enum: [x, z]}}'),
      ['breaking server-variable-enum-value-removed /servers/a/variables/e head:3'],
    ],
    ['of which a part of an address may be chosen freely', api(', variables: {e: {enum: [x]}}'), api(', variables: {e: {default: x}}'), []],
    [
      'of which a queue is kept otherwise',
      queue(', durable: true'),
      queue(', durable: false'),
      ['risky binding-changed /channels/orders/bindings/amqp.queue head:4'],
    ],
    [
      'of which a queue has another name and is kept as before',
      queue(', durable: true'),
      queue(', durable: true').replace('name: o', 'name: p'),
      ['breaking amqp-queue-name-changed /channels/orders/bindings/amqp/queue/name head:4'],
    ],
  ]);
});
