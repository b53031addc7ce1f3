import { changedTopic } from '../../../../src/rules/compatibility/changed-topic.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const listener = (annotation: string): string =>
  `package shop;\n\nclass Billing {\n  ${annotation}\n  void on(Order order) {\n    bill(order);\n  }\n}\n`;
const sending = (call: string): string => `package shop;\n\nclass Orders {\n  void place(Order order) {\n    ${call};\n  }\n}\n`;
const script = (call: string): string => `export async function run(order) {\n  await ${call};\n}\n`;

describe('compatibility/changed-topic', () => {
  fileCases(changedTopic, 'src/main/java/shop/Billing.java', [
    [
      'finds a queue that nobody reads any more',
      listener('@RabbitListener(queues = {"bills", "refunds"})'),
      listener('@RabbitListener(queues = "bills")'),
      ['4 The source `refunds` is gone: nobody reads what is sent there any more.'],
    ],
    [
      'finds a constant that has another value',
      'package shop;\n\nclass Billing {\n  static final String TOPIC = "orders";\n\n  @KafkaListener(topics = TOPIC)\n  void on(Order order) {}\n}\n',
      'package shop;\n\nclass Billing {\n  static final String TOPIC = "orders.v2";\n\n  @KafkaListener(topics = TOPIC)\n  void on(Order order) {}\n}\n',
      ['6 The source `orders` is `orders.v2` now: those on the other end stay at the old one.'],
    ],
    [
      'finds a topic that nothing is sent to any more',
      sending('kafkaTemplate.send("orders.placed", order)'),
      sending('audit.log(order)'),
      ['5 The destination `orders.placed` is gone: those who read it get nothing any more.'],
    ],
    [
      'leaves other arguments alone',
      sending('kafkaTemplate.send("orders", order)'),
      sending('kafkaTemplate.send("orders", order.id(), order)'),
      [],
    ],
    [
      'leaves another handler alone',
      listener('@JmsListener(destination = "bills")'),
      listener('@JmsListener(destination = "bills")').replace('bill(', 'pay('),
      [],
    ],
    ['leaves the senders of other things alone', sending('mailer.send("a@b.test", order)'), sending('mailer.send("c@d.test", order)'), []],
  ]);
  fileCases(changedTopic, 'src/orders.ts', [
    [
      'finds another queue that is sent to',
      script("channel.sendToQueue('orders', data(order))"),
      script("channel.sendToQueue('placed', data(order))"),
      ['2 The destination `orders` is `placed` now: those on the other end stay at the old one.'],
    ],
    [
      'finds a topic that is read no more',
      script("consumer.subscribe({ topics: ['orders', 'bills'] })"),
      script("consumer.subscribe({ topics: ['orders'] })"),
      ['2 The source `bills` is gone: nobody reads what is sent there any more.'],
    ],
    [
      'finds a pattern that has another name',
      "@Controller()\nexport class Orders {\n  @EventPattern('order.placed')\n  on(order: Order) {}\n}\n",
      "@Controller()\nexport class Orders {\n  @EventPattern('order.created')\n  on(order: Order) {}\n}\n",
      ['3 The source `order.placed` is `order.created` now: those on the other end stay at the old one.'],
    ],
    [
      'leaves one more topic alone',
      script("consumer.subscribe({ topics: ['orders'] })"),
      script("consumer.subscribe({ topics: ['orders', 'bills'] })"),
      [],
    ],
    [
      'leaves other messages alone',
      script("producer.send({ topic: 'orders', messages: [a] })"),
      script("producer.send({ topic: 'orders', messages: [b] })"),
      [],
    ],
    ['leaves other events alone', script("bus.publish('a')"), script("bus.publish('b')"), []],
  ]);
  it('leaves alone what moves to another file, and what another file still reads', async () => {
    const text = listener('@KafkaListener(topics = "orders")');
    await expectFindings(
      changedTopic,
      { 'src/main/java/shop/Billing.java': text },
      { 'src/main/java/shop/Bills.java': text.replace('Billing', 'Bills') },
      [],
    );
    const other = { 'src/main/java/shop/Other.java': text.replace('Billing', 'Other') };
    await expectFindings(changedTopic, { 'src/main/java/shop/Billing.java': text, ...other }, other, []);
  });
  const nats = (call: string): string => `import { connect } from 'nats';\n\n${script(call)}`;
  const aws = (arn: string): string =>
    `import { PublishCommand } from '@aws-sdk/client-sns';\n\n${script(`client.send(new PublishCommand({ TopicArn: '${arn}', Message: order }))`)}`;
  const moved = 'those on the other end stay at the old one';
  fileCases(changedTopic, 'src/orders.ts', [
    [
      'finds another subject of NATS',
      nats("connection.publish('orders.made', order)"),
      nats("connection.publish('orders.placed', order)"),
      [`4 The destination \`orders.made\` is \`orders.placed\` now: ${moved}.`],
    ],
    [
      'finds another topic of SNS',
      aws('arn:aws:sns:eu:1:orders'),
      aws('arn:aws:sns:eu:1:sales'),
      [`4 The destination \`arn:aws:sns:eu:1:orders\` is \`arn:aws:sns:eu:1:sales\` now: ${moved}.`],
    ],
    [
      'finds another message pattern of several words',
      "import { MessagePattern } from '@nestjs/microservices';\n\nexport class Sums {\n  @MessagePattern({ cmd: 'sum' })\n  add() {}\n}\n",
      "import { MessagePattern } from '@nestjs/microservices';\n\nexport class Sums {\n  @MessagePattern({ cmd: 'add' })\n  add() {}\n}\n",
      [`4 The source \`cmd: sum\` is \`cmd: add\` now: ${moved}.`],
    ],
    ['leaves what others publish alone', script("bus.publish('orders.made', order)"), script("bus.publish('orders.placed', order)"), []],
    [
      'leaves a subject in a constant alone',
      nats("connection.publish('orders.made', order)"),
      nats('connection.publish(SUBJECT, order)').replace('export', "const SUBJECT = 'orders.made';\n\nexport"),
      [],
    ],
  ]);
  fileCases(changedTopic, 'src/main/java/shop/Topology.java', [
    [
      'finds another topic of a stream',
      'package shop;\n\nimport org.apache.kafka.streams.StreamsBuilder;\n\nclass Topology {\n  void build(StreamsBuilder builder) {\n    builder.stream("orders").to("bills");\n  }\n}\n',
      'package shop;\n\nimport org.apache.kafka.streams.StreamsBuilder;\n\nclass Topology {\n  void build(StreamsBuilder builder) {\n    builder.stream("orders").to("invoices");\n  }\n}\n',
      [`7 The destination \`bills\` is \`invoices\` now: ${moved}.`],
    ],
  ]);
});
