import { contractsDisagree } from '../../../../src/rules/compatibility/contracts-disagree.ts';
import { expectFindings, type Texts } from '../rule-cases.ts';

const java = (name: string, code: string): Texts => ({ [`src/main/java/shop/${name}.java`]: `package shop;\n\n${code}\n` });
const clocks = (annotation: string, name: string): Texts =>
  java('Clocks', `@Configuration\nclass Clocks {\n  ${annotation}\n  Clock ${name}() {\n    return Clock.systemUTC();\n  }\n}`);
const billing = java(
  'Billing',
  '@Service\nclass Billing {\n  Billing(@Qualifier("shopClock") Clock clock) {\n    this.clock = clock;\n  }\n}',
);

describe('compatibility/contracts-disagree of beans', () => {
  it('finds a bean that is asked for by the name that it had', async () => {
    const finds = [
      'src/main/java/shop/Billing.java:5 The bean `shopClock` is asked for by its name here, but `shopClock`, which was it, is gone or has another name: the application does not start.',
    ];
    await expectFindings(
      contractsDisagree,
      { ...clocks('@Bean', 'shopClock'), ...billing },
      { ...clocks('@Bean', 'clock'), ...billing },
      finds,
    );
    await expectFindings(
      contractsDisagree,
      { ...clocks('@Bean("shopClock")', 'utc'), ...billing },
      { ...clocks('@Bean("utcClock")', 'utc'), ...billing },
      finds.map((each) => each.replace('but `shopClock`', 'but `utc`')),
    );
  });
  it('finds a component that a lookup still names', async () => {
    const mailer = java('Mailer', '@Component("mailer")\nclass Mailer {\n}');
    const lookup = java('Jobs', 'class Jobs {\n  void run() {\n    context.getBean("mailer", Sender.class).send();\n  }\n}');
    await expectFindings(contractsDisagree, { ...mailer, ...lookup }, lookup, [
      'src/main/java/shop/Jobs.java:5 The bean `mailer` is asked for by its name here, but `Mailer`, which was it, is gone or has another name: the application does not start.',
    ]);
  });
  it('knows a class whose name begins with several capitals by that name', async () => {
    const mapper = java('URLMapper', '@Component\nclass URLMapper {\n}');
    const lookup = java('Jobs', 'class Jobs {\n  void run() {\n    context.getBean("URLMapper").map();\n  }\n}');
    await expectFindings(contractsDisagree, { ...mapper, ...lookup }, lookup, [
      'src/main/java/shop/Jobs.java:5 The bean `URLMapper` is asked for by its name here, but `URLMapper`, which was it, is gone or has another name: the application does not start.',
    ]);
  });
  it('leaves a bean alone that nobody asks for, that all ask for anew, or that is declared elsewhere', async () => {
    const base = { ...clocks('@Bean', 'shopClock'), ...billing };
    await expectFindings(contractsDisagree, clocks('@Bean', 'shopClock'), clocks('@Bean', 'clock'), []);
    const follows = Object.fromEntries(Object.entries(billing).map(([path, text]) => [path, text.replace('shopClock', 'clock')]));
    await expectFindings(contractsDisagree, base, { ...clocks('@Bean', 'clock'), ...follows }, []);
    const elsewhere = java('Times', '@Configuration\nclass Times {\n  @Bean\n  Clock shopClock() {\n    return Clock.systemUTC();\n  }\n}');
    await expectFindings(contractsDisagree, { ...base, ...elsewhere }, { ...clocks('@Bean', 'clock'), ...billing, ...elsewhere }, []);
  });
  it('says nothing where more files have the name than are read, for one of them may declare the bean', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => Object.entries(java(`M${at}`, `class A${at} { String a = "shopClock"; }`))).flat(),
    );
    const elsewhere = java('Times', '@Configuration\nclass Times {\n  @Bean\n  Clock shopClock() {\n    return Clock.systemUTC();\n  }\n}');
    const base = { ...clocks('@Bean', 'shopClock'), ...billing, ...elsewhere, ...many };
    await expectFindings(contractsDisagree, base, { ...base, ...clocks('@Bean', 'clock') }, []);
  });
  it('leaves a qualifier alone that stands on what declares a bean', async () => {
    const other = java(
      'Times',
      '@Configuration\nclass Times {\n  @Bean\n  @Qualifier("shopClock")\n  Clock system() {\n    return Clock.systemUTC();\n  }\n}',
    );
    await expectFindings(contractsDisagree, { ...clocks('@Bean', 'shopClock'), ...other }, { ...clocks('@Bean', 'clock'), ...other }, []);
  });
});

const orders = (statement: string): Texts =>
  java('Orders', `@Service\nclass Orders {\n  void place(Order order) {\n    store.save(order);\n    ${statement}\n  }\n}`);
const listener = java('Mails', '@Component\nclass Mails {\n  @EventListener\n  void on(OrderPlaced event) {\n    send(event);\n  }\n}');
const published = 'events.publishEvent(new OrderPlaced(order.id()));';

describe('compatibility/contracts-disagree of events', () => {
  it('finds an event that is listened to and no longer published', async () => {
    await expectFindings(contractsDisagree, { ...orders(published), ...listener }, { ...orders('log(order);'), ...listener }, [
      'src/main/java/shop/Mails.java:6 `OrderPlaced` is listened to here, but nothing publishes it any more: what was done then is done no longer.',
    ]);
  });
  it('finds it where the listener says its event by an interface', async () => {
    const typed = java('Mails', 'class Mails implements ApplicationListener<OrderPlaced> {\n}');
    await expectFindings(
      contractsDisagree,
      { ...orders(published), ...typed },
      { ...orders('events.publishEvent(new OrderTaken(order.id()));'), ...typed },
      [
        'src/main/java/shop/Mails.java:3 `OrderPlaced` is listened to here, but nothing publishes it any more: what was done then is done no longer.',
      ],
    );
  });
  it('leaves an event alone that is made elsewhere, or that nobody listens to', async () => {
    const other = java('Imports', 'class Imports {\n  void run() {\n    events.publishEvent(new OrderPlaced(1));\n  }\n}');
    const base = { ...orders(published), ...listener, ...other };
    await expectFindings(contractsDisagree, base, { ...orders('log(order);'), ...listener, ...other }, []);
    await expectFindings(contractsDisagree, orders(published), orders('log(order);'), []);
    const moved = java(
      'Events',
      'class Events {\n  void placed(Order order) {\n    events.publishEvent(new OrderPlaced(order.id()));\n  }\n}',
    );
    await expectFindings(contractsDisagree, { ...orders(published), ...listener }, { ...orders('log(order);'), ...listener, ...moved }, []);
  });
});

const proto = (more: string): Texts => ({
  'proto/order.proto': `syntax = "proto3";\npackage shop;\nmessage Order {\n  string id = 1;\n  int64 paid_at = 2;\n${more}}\n`,
});
const mapper = (chain: string): Texts =>
  java('OrderMapper', `class OrderMapper {\n  Order toProto(Purchase from) {\n    return Order.newBuilder()${chain}.build();\n  }\n}`);
const all = '.setId(from.id()).setPaidAt(from.paidAt())';

describe('compatibility/contracts-disagree of mappers', () => {
  it('finds a new field that a mapper of all others leaves out', async () => {
    await expectFindings(contractsDisagree, { ...proto(''), ...mapper(all) }, { ...proto('  string ship_note = 3;\n'), ...mapper(all) }, [
      'src/main/java/shop/OrderMapper.java:5 All fields of `Order` are filled here but the new `ship_note`: those who read the message get nothing in it.',
    ]);
  });
  it('finds a list and a map that are left out', async () => {
    await expectFindings(
      contractsDisagree,
      { ...proto(''), ...mapper(all) },
      { ...proto('  repeated string tags = 3;\n  map<string, string> notes = 4;\n'), ...mapper(all) },
      [
        'src/main/java/shop/OrderMapper.java:5 All fields of `Order` are filled here but the new `tags`, `notes`: those who read the message get nothing in it.',
      ],
    );
  });
  it('leaves a field alone that other code fills', async () => {
    const trial = java('Trial', 'class Trial {\n  Order make() {\n    return Order.newBuilder().setShipNote("x").build();\n  }\n}');
    const base = { ...proto(''), ...mapper(all) };
    await expectFindings(contractsDisagree, base, { ...base, ...proto('  string ship_note = 3;\n'), ...trial }, []);
  });
  it('leaves a field alone that is filled, that is one of several, or whose message is never filled whole', async () => {
    const base = { ...proto(''), ...mapper(all) };
    await expectFindings(
      contractsDisagree,
      base,
      { ...proto('  string ship_note = 3;\n'), ...mapper(`${all}.setShipNote(from.note())`) },
      [],
    );
    await expectFindings(
      contractsDisagree,
      base,
      { ...proto('  repeated string tags = 3;\n'), ...mapper(`${all}.addAllTags(from.tags())`) },
      [],
    );
    await expectFindings(contractsDisagree, base, { ...proto('  oneof by { string card = 3; }\n'), ...mapper(all) }, []);
    const part = mapper('.setId(from.id())');
    await expectFindings(contractsDisagree, { ...proto(''), ...part }, { ...proto('  string ship_note = 3;\n'), ...part }, []);
  });
});

const schema = (fields: string): Texts => ({ 'src/main/resources/graphql/schema.graphqls': `type Query {\n${fields}}\n` });
const controller = (members: string): Texts => java('Api', `@Controller\nclass Api {\n${members}}`);
const order = '  @QueryMapping\n  Order order(@Argument String id) {\n    return store.find(id);\n  }\n';

describe('compatibility/contracts-disagree of new fields of a schema', () => {
  it('finds a field that no method answers', async () => {
    await expectFindings(
      contractsDisagree,
      { ...schema('  order(id: ID!): Order\n'), ...controller(order) },
      { ...schema('  order(id: ID!): Order\n  bills(of: ID!): [Bill!]!\n'), ...controller(order) },
      [
        'src/main/resources/graphql/schema.graphqls:3 `Query.bills` is new in the schema, but no method answers it as methods answer the other fields of `Query`: those who ask for it get nothing or an error.',
      ],
    );
  });
  it('leaves a field alone that a method answers, or where others are answered in another way', async () => {
    const bills =
      '  @SchemaMapping(typeName = "Query", field = "bills")\n  List<Bill> find(@Argument String of) {\n    return store.bills(of);\n  }\n';
    const head = schema('  order(id: ID!): Order\n  bills(of: ID!): [Bill!]!\n');
    const base = schema('  order(id: ID!): Order\n');
    await expectFindings(contractsDisagree, { ...base, ...controller(order) }, { ...head, ...controller(order + bills) }, []);
    const wired = controller('  void wire(Wiring wiring) {\n    wiring.add("order", this::order);\n  }\n');
    await expectFindings(contractsDisagree, { ...base, ...wired }, { ...head, ...wired }, []);
  });
});
