import { contractsDisagree } from '../../../../src/rules/compatibility/contracts-disagree.ts';
import { expectFindings, type Texts } from '../rule-cases.ts';

const controller = 'src/main/java/shop/Orders.java';
const api = (head: string, path: string, method = 'get'): Texts => ({
  'api/openapi.yaml': `openapi: 3.0.3\ninfo: { title: Orders, version: '1' }\n${head}paths:\n  ${path}:\n    ${method}: { responses: {} }\n`,
});
const spring = (...members: readonly string[]): Texts => ({
  [controller]: `package shop;\n\n@RestController\nclass Orders {\n${members.map((member) => `  ${member} {}\n`).join('')}}\n`,
});
const find = '@GetMapping("/api/orders/{id}") Order find(@PathVariable long id)';
const other = '@PostMapping("/api/bills") Bill add(@RequestBody Bill bill)';
const schema = (fields: string): Texts => ({ 'src/main/resources/graphql/schema.graphqls': `"All orders"\ntype Query {\n${fields}}\n` });
const resolver = (...members: readonly string[]): Texts => spring(...members);
const entity = (fields: string): Texts => ({
  'src/main/java/shop/Order.java': `package shop;\n\n@Entity\nclass Order {\n  private long id;\n${fields}}\n`,
});
const migrations = { 'db/migrations/001_orders.sql': 'CREATE TABLE orders (id bigint, paid_at timestamp);\n' };
const typeorm = (fields: string): Texts => ({ 'src/order.ts': `@Entity()\nexport class Order {\n  @Column() id: string;\n${fields}}\n` });
const scripts = { 'src/migrations/1-orders.ts': 'export class Orders1 { up(q) { return q.query("CREATE TABLE order (id text)"); } }\n' };

describe('compatibility/contracts-disagree', () => {
  it('finds a route that is gone although a document describes it below its server', async () => {
    await expectFindings(
      contractsDisagree,
      { ...api("servers: [{ url: 'https://shop.test/api' }]\n", '/orders/{order}'), ...spring(find, other) },
      { ...api("servers: [{ url: 'https://shop.test/api' }]\n", '/orders/{order}'), ...spring(other) },
      [
        'api/openapi.yaml:6 `GET /orders/{order}` is described here, but the code that served it as `GET /api/orders/{id}` is gone or serves another path: callers who hold to the document get an error.',
      ],
    );
  });
  it('leaves a route alone that the document does not have, has with another method, or has no more', async () => {
    for (const document of [api('', '/api/orders'), api('', '/api/orders/{id}', 'post'), {}])
      await expectFindings(
        contractsDisagree,
        { ...api('', '/api/orders/{id}'), ...spring(find, other) },
        { ...document, ...spring(other) },
        [],
      );
  });
  it('leaves a route alone that moves to another class, and documents of tests', async () => {
    const moved = { 'src/main/java/shop/Found.java': `package shop;\n\n@RestController\nclass Found {\n  ${find} {}\n}\n` };
    await expectFindings(
      contractsDisagree,
      { ...api('', '/api/orders/{id}'), ...spring(find, other) },
      { ...api('', '/api/orders/{id}'), ...spring(other), ...moved },
      [],
    );
    const inTests = { 'src/test/resources/openapi.yaml': api('', '/api/orders/{id}')['api/openapi.yaml'] ?? '' };
    await expectFindings(contractsDisagree, { ...inTests, ...spring(find, other) }, { ...inTests, ...spring(other) }, []);
  });
  it('finds a field of the schema that nothing answers any more', async () => {
    await expectFindings(
      contractsDisagree,
      { ...schema('  order(id: ID!): Order\n'), ...resolver('@QueryMapping Order order(@Argument String id)', other) },
      { ...schema('  order(id: ID!): Order\n'), ...resolver(other) },
      [
        'src/main/resources/graphql/schema.graphqls:3 The schema has `Query.order`, but the method that answered it is gone: those who ask for it get nothing or an error.',
      ],
    );
  });
  it('leaves a field alone that is gone as well, is of another type, or is answered elsewhere', async () => {
    const base = { ...schema('  order: Order\n  all: [Order]\n'), ...resolver('@QueryMapping Order order()', other) };
    await expectFindings(contractsDisagree, base, { ...schema('  # order: Order\n  all: [Order]\n'), ...resolver(other) }, []);
    await expectFindings(
      contractsDisagree,
      base,
      { ...schema('  order: Order\n  all: [Order]\n'), ...resolver('@QueryMapping("order") Order find()', other) },
      [],
    );
    const mutation = { ...base, ...resolver('@MutationMapping Order order()', other) };
    await expectFindings(contractsDisagree, mutation, { ...mutation, ...resolver(other) }, []);
  });
  it('finds that of a map of resolvers and of a method of NestJS', async () => {
    const map = (...fields: readonly string[]): Texts => ({
      'src/resolvers.js': `export const resolvers = {\n  Query: {\n${fields.map((field) => `    ${field},\n`).join('')}  },\n  Order: { total: ({ sum }) => sum },\n};\n`,
    });
    const nest = (...methods: readonly string[]): Texts => ({
      'src/orders.resolver.ts': `@Resolver()\nexport class Orders {\n${methods.map((method) => `  ${method} { return this.orders.find(); }\n`).join('')}}\n`,
    });
    const fields = schema('  order(id: ID!): Order\n  all: [Order]\n');
    const found = [
      'src/main/resources/graphql/schema.graphqls:3 The schema has `Query.order`, but the method that answered it is gone: those who ask for it get nothing or an error.',
    ];
    const all = 'all: () => find()';
    await expectFindings(
      contractsDisagree,
      { ...fields, ...map('order: (_, { id }) => byId(id)', all) },
      { ...fields, ...map(all) },
      found,
    );
    const each = '@Query() all()';
    for (const one of ['@Query() order(@Args("id") id: string)', "@Query('order') byId()", "@Query(() => Order, { name: 'order' }) byId()"])
      await expectFindings(contractsDisagree, { ...fields, ...nest(one, each) }, { ...fields, ...nest(each) }, found);
    // It may be put together elsewhere, is gone as well, or is of another type.
    await expectFindings(
      contractsDisagree,
      { ...fields, ...map('order: (_, { id }) => byId(id)', all) },
      { ...fields, ...map('...orders', all), 'src/orders.js': 'export const orders = { order: byId };\n' },
      [],
    );
    await expectFindings(contractsDisagree, { ...fields, ...map('order: byId', all) }, { ...schema('  all: [Order]\n'), ...map(all) }, []);
    await expectFindings(contractsDisagree, { ...fields, ...nest('@Mutation() order()', each) }, { ...fields, ...nest(each) }, []);
    await expectFindings(contractsDisagree, { ...fields, ...nest('find(@Query() order: string)', each) }, { ...fields, ...nest(each) }, []);
  });
  it('finds a column of a class that no migration adds', async () => {
    await expectFindings(
      contractsDisagree,
      { ...migrations, ...entity('') },
      { ...migrations, ...entity('  @Column(name = "ship_note")\n  private String note;\n') },
      [
        'src/main/java/shop/Order.java:7 `Order.note` is a new column (`ship_note`), but no migration adds it: the first query of `Order` fails where the database is made by migrations.',
      ],
    );
    await expectFindings(
      contractsDisagree,
      { ...scripts, ...typeorm('') },
      { ...scripts, ...typeorm("  @Column({ name: 'note' }) text: string;\n") },
      [
        'src/order.ts:4 `Order.text` is a new column (`note`), but no migration adds it: the first query of `Order` fails where the database is made by migrations.',
      ],
    );
  });
  it('leaves columns alone that are there already, that are none, and where there are no migrations', async () => {
    const added = (fields: string): Texts => ({ ...migrations, ...entity(fields) });
    await expectFindings(contractsDisagree, added(''), added('  private Instant paidAt;\n'), []);
    await expectFindings(
      contractsDisagree,
      added(''),
      added('  @Transient private String note;\n  @OneToMany private List<Line> lines;\n  static int count;\n'),
      [],
    );
    await expectFindings(
      contractsDisagree,
      added('  private String note;\n'),
      added('  @Column(name = "note") private String text;\n'),
      [],
    );
    await expectFindings(contractsDisagree, entity(''), entity('  private String note;\n'), []);
    await expectFindings(contractsDisagree, { ...scripts, ...typeorm('') }, { ...scripts, ...typeorm('  note: string;\n') }, []);
  });
});
