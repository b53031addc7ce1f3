import { contractRule } from '../contract-rule.ts';
import type { Example } from '../rule.ts';

const listener = (topic: string): Record<string, string> => ({
  'src/main/java/shop/Billing.java': `package shop;

class Billing {
  @KafkaListener(topics = "${topic}")
  void onOrder(Order order) {
    bill(order);
  }
}
`,
});
const sender = (topic: string): Record<string, string> => ({
  'src/orders.ts': `export async function place(order: Order) {
  await producer.send({ topic: '${topic}', messages: [{ value: JSON.stringify(order) }] });
}
`,
});

const examples: readonly Example[] = [
  {
    name: 'another topic is listened to',
    base: listener('orders'),
    head: listener('shop.orders'),
    finds: ['src/main/java/shop/Billing.java:4 The source `orders` is `shop.orders` now: those on the other end stay at the old one.'],
  },
  {
    name: 'another topic is sent to',
    base: sender('orders'),
    head: sender('shop-orders'),
    finds: ['src/orders.ts:2 The destination `orders` is `shop-orders` now: those on the other end stay at the old one.'],
  },
  {
    name: 'one more topic is listened to',
    base: listener('orders'),
    head: {
      ...listener('orders'),
      'src/main/java/shop/Refunds.java':
        'package shop;\n\nclass Refunds {\n  @KafkaListener(topics = "refunds")\n  void onRefund(Order order) {\n    pay(order);\n  }\n}\n',
    },
    finds: [],
  },
];

export const changedTopic = contractRule('messaging', {
  id: 'compatibility/changed-topic',
  title: 'A topic or queue that the other end no longer meets',
  reason:
    'Who sends to a topic and who reads from it know each other by its name alone. When one of them changes it, messages stay where nobody reads them, and nothing fails.',
  remedy: 'Send to both, or read from both, until the other end has followed and the old one is empty.',
  limits:
    'Read are `@KafkaListener`, `@RabbitListener`, `@JmsListener`, `@SqsListener`, `@PulsarListener`, NestJS message patterns, the templates of Spring, the producers, consumers and channels of Kafka (its streams too) and AMQP clients, and the calls of NATS, MQTT, Redis, Google Pub/Sub, SNS, SQS and NestJS clients in touched code. A topic whose name is computed or configured is not followed to its value. That one is gone is only said when nothing in the product names it any more.',
  examples,
});
