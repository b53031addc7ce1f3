import { contractRule } from '../contract-rule.ts';
import type { Example } from '../rule.ts';

const document = `openapi: 3.0.3
info: { title: Orders, version: 1.0.0 }
paths:
  /orders/{id}:
    get:
      responses: { '200': { description: ok } }
`;
const controller = (path: string): string => `package shop;

@RestController
class Orders {
  @GetMapping("${path}")
  Order find(@PathVariable long id) {
    return orders.find(id);
  }
}
`;
const entity = (field: string): string => `package shop;

@Entity
class Order {
  private long id;
${field}}
`;
const first = { 'src/main/resources/db/migration/V1__orders.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY);\n' };

const examples: readonly Example[] = [
  {
    name: 'code serves another path than the document says',
    base: { 'openapi.yaml': document, 'src/main/java/shop/Orders.java': controller('/orders/{id}') },
    head: { 'openapi.yaml': document, 'src/main/java/shop/Orders.java': controller('/order/{id}') },
    finds: [
      'openapi.yaml:5 `GET /orders/{id}` is described here, but the code that served it as `GET /orders/{id}` is gone or serves another path: callers who hold to the document get an error.',
    ],
  },
  {
    name: 'an entity has a column that no migration adds',
    base: { ...first, 'src/main/java/shop/Order.java': entity('') },
    head: { ...first, 'src/main/java/shop/Order.java': entity('  private String shipNote;\n') },
    finds: [
      'src/main/java/shop/Order.java:6 `Order.shipNote` is a new column (`ship_note`), but no migration adds it: the first query of `Order` fails where the database is made by migrations.',
    ],
  },
  {
    name: 'a migration drops a column that an entity still has',
    base: {
      ...first,
      'src/main/java/shop/Order.java': entity('  private String shipNote;\n').replace('@Entity', '@Entity @Table(name = "orders")'),
    },
    head: {
      ...first,
      'src/main/java/shop/Order.java': entity('  private String shipNote;\n').replace('@Entity', '@Entity @Table(name = "orders")'),
      'src/main/resources/db/migration/V2__note.sql': 'ALTER TABLE orders DROP COLUMN ship_note;\n',
    },
    finds: [
      'src/main/resources/db/migration/V2__note.sql:1 `orders.ship_note` is dropped here, but `Order.shipNote` (`src/main/java/shop/Order.java`) is still mapped to it: every query of `Order` fails.',
    ],
  },
  {
    name: 'the document follows the code, and a migration the entity',
    base: {
      ...first,
      'openapi.yaml': document,
      'src/main/java/shop/Orders.java': controller('/orders/{id}'),
      'src/main/java/shop/Order.java': entity(''),
    },
    head: {
      ...first,
      'openapi.yaml': document.replace('/orders/{id}', '/order/{id}'),
      'src/main/java/shop/Orders.java': controller('/order/{id}'),
      'src/main/java/shop/Order.java': entity('  private String shipNote;\n'),
      'src/main/resources/db/migration/V2__note.sql': 'ALTER TABLE orders ADD COLUMN ship_note text;\n',
    },
    finds: [],
  },
];

export const contractsDisagree = contractRule('agreement', {
  id: 'compatibility/contracts-disagree',
  title: 'A contract and the code behind it that no longer say the same',
  reason:
    'Consumers hold to the document, the schema or the database, not to the code. When only one of the two changes, nothing fails before the first call, and then at a consumer.',
  remedy:
    'Change both in the same change: the OpenAPI document with its controller, the GraphQL schema with its resolvers, the entity with a migration.',
  limits:
    'Only what is sure is said: a route that the code served and an OpenAPI document still describes; a field of `Query`, `Mutation` or `Subscription` whose method (Spring for GraphQL, DGS, NestJS, type-graphql) or entry in a map of resolvers is gone; a column that a known entity of JPA or TypeORM has anew and no migration of the repository names, where there are migrations. A new field of the schema is said where methods with annotations answer all its others; a new field of a message of Protocol Buffers where Java code fills all its others at once and no other code fills it; a bean of Spring where code or XML of the repository still asks for it by the name that it had; an event of Spring that is still listened to, where nothing makes one any more. A new route is said where a document describes all others of its file, a new operation of a document where code serves those whose paths begin most like its own and nothing in the code names it, and a parameter that code asks for anew where the document lets callers leave it out. A field of a body is said that a change gives to, or takes from, code or document alone, where both had all the others in common: bodies are read of Spring’s, JAX-RS’ and NestJS’ methods and of what handlers of Express are typed with, as far as their types are classes, records or interfaces without supertypes and the document has JSON with plain properties, and types within them up to two deep. Of a body that is checked (`@Valid`, `@Validated`, class-validator) it is said where a field becomes required in the code alone, or may be left out by the document alone; constraints of groups are not counted. Of the database it is said that a migration takes away or renames what a class is mapped to, that it adds a column which must have a value and which no field fills, and that a field is gone whose column must have one; migrations in SQL, of Rails, in Java (Flyway) and in scripts are read for that. A schema of Prisma is compared with the migrations beside it, where they have all other fields of the model: fields and models that are new, gone, or may be empty on one side only. Columns of superclasses and embedded parts, and relations between entities, are not compared. What is changed is looked for by its name (of a route, the longest fixed part of its path): nothing is said of what more than 80 files of the product name, or more than 20 OpenAPI documents.',
  examples,
});
