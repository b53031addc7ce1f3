import assert from 'node:assert/strict';
import { rules } from '../../../../src/rules/index.ts';
import type { Texts } from '../../../../src/change/in-memory.ts';
import { reviewTexts } from '../reviewing.ts';

const ofContracts = rules.filter(({ id }) => id.startsWith('compatibility/'));

/** Where all that is found is used and described, `path:line`. */
async function users(base: Texts, head: Texts, unchanged: Texts): Promise<readonly string[]> {
  const { findings } = await reviewTexts({ ...base, ...unchanged }, { ...head, ...unchanged }, ofContracts);
  const named = /^(?:still )?(?:used|described) here$/;
  return findings.flatMap(({ related }) =>
    related.filter(({ caption }) => named.test(caption)).map(({ path, start }) => `${path}:${start.line}`),
  );
}

type Case = readonly [name: string, base: Texts, head: Texts, unchanged: Texts, used: readonly string[]];

const java = (members: string): Texts => ({
  'src/main/java/com/acme/Orders.java': `package com.acme;\n\npublic class Orders {\n${members}  public long sum() {\n    return 1;\n  }\n}\n`,
});
const total = '  public long total() {\n    return 1;\n  }\n';
const inPackage = (name: string, body: string): Texts => ({ [`src/main/java/com/acme/${name}.java`]: `package com.acme;\n${body}\n` });
const manifest = (name: string, entry = './src/index.ts'): string => `{ "name": "${name}", "version": "1.0.0", "exports": "${entry}" }\n`;
const script = (more: string): string => `${more}export function sum(): number {\n  return 1;\n}\n`;
const scriptTotal = 'export function total(): number {\n  return 1;\n}\n';
const api = (more: string): Texts => ({
  'openapi.yaml': `openapi: 3.0.3\ninfo: { title: o, version: 1.0.0 }\npaths:\n  /orders:\n    get:\n      responses: { '200': { description: ok } }\n${more}`,
});
const schema = (more: string): Texts => ({ 'schema.graphql': `type Query {\n  order: Order\n}\ntype Order {\n  id: ID!\n${more}}\n` });
const proto = (more: string): Texts => ({
  'o.proto': `syntax = "proto3";\npackage acme.v1;\nmessage Order {\n  string id = 1;\n${more}}\n`,
});

const cases: readonly Case[] = [
  [
    'Java: static imports, full names, and neither a namesake nor another type',
    java(total.replace('public', 'public static')),
    java(''),
    {
      'src/main/java/a/One.java': 'package a;\nimport static com.acme.Orders.total;\nclass One {\n  long a() { return total(); }\n}\n',
      'src/main/java/a/All.java': 'package a;\nimport static com.acme.Orders.*;\nclass All {\n  long a() { return total(); }\n}\n',
      'src/main/java/a/Full.java': 'package a;\nclass Full {\n  long a() { return com.acme.Orders.total(); }\n}\n',
      'src/main/java/a/Own.java':
        'package a;\nimport static com.acme.Orders.*;\nclass Own {\n  long total() { return 1; }\n  long a() { return total(); }\n}\n',
      'src/main/java/a/Other.java': 'package a;\nclass Other {\n  long a(Basket Orders) { return Orders.total(); }\n}\n',
    },
    ['src/main/java/a/All.java:4', 'src/main/java/a/Full.java:3', 'src/main/java/a/One.java:4'],
  ],
  [
    'Java: heirs, and what is called on them',
    java(total),
    java(''),
    {
      ...inPackage('Special', 'class Special extends Orders {\n  long a() { return total(); }\n}'),
      ...inPackage('Ours', 'class Ours extends Orders {\n  long total() { return 2; }\n  long a() { return total(); }\n}'),
      ...inPackage('User', 'class User {\n  long a(Special s, Ours o) { return s.total() + o.total(); }\n}'),
    },
    ['src/main/java/com/acme/Special.java:3', 'src/main/java/com/acme/User.java:3'],
  ],
  [
    'Java: what overrides a member of an interface, and who calls it through the interface',
    inPackage('Repo', 'public interface Repo {\n  long find(String id);\n  long all();\n}'),
    inPackage('Repo', 'public interface Repo {\n  long all();\n}'),
    {
      ...inPackage(
        'DbRepo',
        'class DbRepo implements Repo {\n  @Override\n  public long find(String id) { return 1; }\n  @Override\n  public long all() { return 1; }\n}',
      ),
      ...inPackage('User', 'class User {\n  private final Repo repo = null;\n  long a() { return repo.find("1") + repo.all(); }\n}'),
    },
    ['src/main/java/com/acme/DbRepo.java:4', 'src/main/java/com/acme/User.java:4'],
  ],
  [
    'Java: a constructor and a record that take something else',
    { ...inPackage('R', 'public record R(String a, int b) { }'), ...java('  public Orders(String a) { }\n') },
    { ...inPackage('R', 'public record R(String a) { }'), ...java('  public Orders(String a, int b) { }\n') },
    inPackage(
      'User',
      'class User {\n  Object a() { return new Orders("1"); }\n  Object b() { return new Orders("1", 2); }\n  Object c() { return new R("1", 2); }\n}',
    ),
    ['src/main/java/com/acme/User.java:3', 'src/main/java/com/acme/User.java:5'],
  ],
  [
    'Java: a changed type, used in a file that the change leaves',
    java(total),
    java(total.replace('long', 'String').replace('1', '""')),
    inPackage('User', 'class User {\n  long a(Orders o) { return o.total(); }\n}'),
    ['src/main/java/com/acme/User.java:3'],
  ],
  [
    'Java: documentation, Kotlin and examples, and neither the changelog nor other totals',
    java(total),
    java(''),
    {
      'README.md': '# Orders\n\nCall `Orders.total()`.\n\nThe total is a sum.\n',
      'docs/guide.adoc': 'Use `Orders#total`.\n',
      'CHANGELOG.md': '- `Orders.total` is gone\n',
      'docs/baskets.md': 'Call `Baskets.total`.\n',
      'src/main/kotlin/K.kt': 'import com.acme.Orders\nfun k(o: Orders) = o.total()\n',
      'src/main/kotlin/L.kt': 'import com.other.Orders\nfun k(o: Orders) = o.total()\n',
      'examples/src/main/java/ex/Main.java':
        'package ex;\nimport com.acme.Orders;\nclass Main {\n  long a() { return new Orders().total(); }\n}\n',
    },
    ['examples/src/main/java/ex/Main.java:4', 'README.md:3', 'docs/guide.adoc:1', 'src/main/kotlin/K.kt:2'],
  ],
  [
    'scripts of other packages: by alias, whole module, require and documentation',
    { 'packages/orders/src/index.ts': script(scriptTotal) },
    { 'packages/orders/src/index.ts': script('') },
    {
      'package.json': '{ "private": true, "workspaces": ["packages/*", "apps/*"] }\n',
      'packages/orders/package.json': manifest('@acme/orders'),
      'packages/orders/README.md': "```ts\nimport { total } from '@acme/orders';\n```\n",
      'apps/a/alias.ts': "import { total as t } from '@acme/orders';\nexport const x = t();\n",
      'apps/a/all.ts': "import * as orders from '@acme/orders';\nexport const x = orders.total();\n",
      'apps/a/required.cjs': "const orders = require('@acme/orders');\nmodule.exports = orders.total();\n",
      'apps/a/other.ts': "import { total } from '@acme/baskets';\nexport const x = total();\n",
      'apps/a/View.vue': '<script setup lang="ts">\nimport { total } from \'@acme/orders\';\n</script>\n',
    },
    ['apps/a/alias.ts:1', 'apps/a/all.ts:2', 'apps/a/required.cjs:2', 'apps/a/View.vue:2', 'packages/orders/README.md:2'],
  ],
  [
    'scripts: through a module that hands it on',
    { 'src/lib/orders.ts': script(scriptTotal) },
    { 'src/lib/orders.ts': script('') },
    {
      'package.json': manifest('orders', './src/main.ts'),
      'src/main.ts': "export * from './lib/orders.ts';\nexport * from './lib/baskets.ts';\n",
      'src/lib/baskets.ts': 'export const baskets = 1;\n',
      'src/user.ts': "import { total } from './main.ts';\nexport const x = total();\n",
      'src/other.ts': "import { total } from './lib/baskets.ts';\nexport const x = total();\n",
    },
    ['src/user.ts:1'],
  ],
  [
    'scripts: the index at the root, by its folder',
    { 'index.js': 'exports.sum = () => 1;\nexports.total = () => 1;\n' },
    { 'index.js': 'exports.sum = () => 1;\n' },
    {
      'package.json': manifest('orders', './index.js'),
      'lib/u.js': "const { total } = require('..');\ntotal();\n",
      'lib/all.js': "const orders = require('../');\norders.total();\n",
    },
    ['lib/all.js:2', 'lib/u.js:1'],
  ],
  [
    'scripts: an argument that is required now, under an alias',
    { 'src/index.ts': 'export function f(a: string): void {}\n' },
    { 'src/index.ts': 'export function f(a: string, b: string): void {}\n' },
    { 'package.json': manifest('orders'), 'src/u.ts': "import { f as g } from './index.ts';\ng('a');\ng('a', 'b');\n" },
    ['src/u.ts:2'],
  ],
  [
    'OpenAPI: clients, tests and documentation of a path',
    api("  /orders/{id}/total:\n    get:\n      responses: { '200': { description: ok } }\n"),
    api(''),
    {
      'web/api.ts':
        'export const a = (id: string) => fetch(`/orders/${id}/total`);\nexport const b = (id: string) => fetch(`/orders/${id}/totals`);\n',
      'src/test/java/ApiTest.java': 'class ApiTest {\n  void t() { mvc.perform(get("/orders/{id}/total", 1)); }\n}\n',
      'README.md': '`GET /orders/{id}/total` and `GET /orders/{id}`\n',
    },
    ['README.md:1', 'src/test/java/ApiTest.java:2', 'web/api.ts:1'],
  ],
  [
    'GraphQL: operations, templates and documentation',
    schema('  totalAmount: Int\n'),
    schema(''),
    {
      'web/order.graphql': 'query {\n  order {\n    totalAmount\n  }\n}\n',
      'web/q.ts': "import gql from 'graphql-tag';\nexport const q = gql`{ order { totalAmount } }`;\n",
      'web/r.ts': 'export const totalAmount = 1;\n',
      'docs/api.md': 'Ask for `totalAmount`.\n',
    },
    ['docs/api.md:1', 'web/order.graphql:3', 'web/q.ts:2'],
  ],
  [
    'Protocol Buffers: what is made of them in several languages',
    proto('  int64 total_amount = 2;\n'),
    proto('  reserved 2;\n  reserved "total_amount";\n'),
    {
      'src/main/java/M.java': 'import com.acme.v1.Order;\nclass M {\n  long a(Order o) { return o.getTotalAmount(); }\n}\n',
      'web/m.ts': "import { Order } from './gen/o_pb';\nexport const f = (o: Order) => o.totalAmount;\n",
      'm.py': 'def f(o: Order):\n    return o.total_amount\n',
      'n.ts': 'export const f = (o: Basket) => o.totalAmount;\n',
    },
    ['m.py:2', 'src/main/java/M.java:3', 'web/m.ts:2'],
  ],
  [
    'SQL: queries of a column',
    { 'db/migration/V1__a.sql': 'create table orders (id bigint primary key, total_amount int);\n' },
    {
      'db/migration/V1__a.sql': 'create table orders (id bigint primary key, total_amount int);\n',
      'db/migration/V2__b.sql': 'alter table orders drop column total_amount;\n',
    },
    { 'reports/r.sql': 'select total_amount from orders;\n', 'reports/s.sql': 'select total_amount from baskets;\n' },
    ['reports/r.sql:1'],
  ],
  [
    'Avro: generated classes, generic records and other languages',
    {
      'order.avsc':
        '{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"id","type":"string"},{"name":"total","type":"int"}]}\n',
    },
    {
      'order.avsc':
        '{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"id","type":"string"},{"name":"total","type":"string"}]}\n',
    },
    {
      'src/main/java/a/Mail.java': 'package a;\nimport shop.Order;\nclass Mail {\n  long a(Order order) { return order.getTotal(); }\n}\n',
      'src/main/java/a/Bill.java': 'package a;\nclass Bill {\n  long a(Basket basket) { return basket.getTotal(); }\n}\n',
      'tools/read.py': 'from shop import Order\nfor order in read(Order):\n    print(order["total"])\n',
    },
    ['src/main/java/a/Mail.java:4', 'tools/read.py:3'],
  ],
  [
    'JSON Schema: what names the schema',
    {
      'schemas/order.schema.json':
        '{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","additionalProperties":false,"properties":{"note":{"type":"string"},"id":{"type":"string"}}}\n',
    },
    {
      'schemas/order.schema.json':
        '{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","additionalProperties":false,"properties":{"id":{"type":"string"}}}\n',
    },
    {
      'src/check.js':
        "import schema from '../schemas/order.schema.json' with { type: 'json' };\nexport const a = validate(schema, { id: '1', note: 'x' });\n",
      'src/other.js': "export const b = { note: 'x' };\n",
    },
    ['src/check.js:2'],
  ],
  [
    'topics: where a channel whose name is a word is read',
    { 'asyncapi.yaml': 'asyncapi: 2.6.0\ninfo: { title: o, version: 1.0.0 }\nchannels:\n  bills: {}\n  orders: {}\n' },
    { 'asyncapi.yaml': 'asyncapi: 2.6.0\ninfo: { title: o, version: 1.0.0 }\nchannels:\n  bills: {}\n' },
    {
      'src/main/java/a/Reader.java': 'package a;\nclass Reader {\n  @KafkaListener(topics = "orders")\n  void read(String text) {}\n}\n',
      'src/main/java/a/Words.java': 'package a;\nclass Words {\n  String a = "orders";\n}\n',
    },
    ['src/main/java/a/Reader.java:3'],
  ],
  [
    'GraphQL: values of enumerations',
    { 'schema.graphql': 'type Query {\n  role: Role\n}\nenum Role {\n  ADMIN\n  MEMBER\n}\n' },
    { 'schema.graphql': 'type Query {\n  role: Role\n}\nenum Role {\n  MEMBER\n}\n' },
    {
      'src/a.ts': "import { Role } from './generated';\nexport const a = Role.Admin;\n",
      'src/b.ts': "import type { Role } from './generated';\nexport const b: Role = 'ADMIN';\n",
      'src/c.ts': "export const c = 'ADMIN';\n",
      'src/q.graphql': 'query {\n  users(role: ADMIN) {\n    id\n  }\n}\n',
    },
    ['src/a.ts:2', 'src/b.ts:2', 'src/q.graphql:2'],
  ],
  [
    'configuration: where a variable is set',
    { 'src/a.ts': "export const b = process.env.ORDERS_SUM;\nif (!process.env.ORDERS_TOTAL) throw new Error('x');\n" },
    { 'src/a.ts': 'export const b = process.env.ORDERS_SUM;\n' },
    { 'k8s/d.yaml': 'env:\n  - name: ORDERS_TOTAL\n    value: "1"\n', '.env.example': 'ORDERS_TOTAL=1\nORDERS_TOTALS=2\n' },
    ['.env.example:1', 'k8s/d.yaml:2'],
  ],
  [
    'Helm: values of an installation',
    { 'chart/values.yaml': 'replicaTotal: 1\nimage: x\n' },
    { 'chart/values.yaml': 'image: x\n' },
    {
      'chart/Chart.yaml': 'apiVersion: v2\nname: o\nversion: 1.2.0\n',
      'deploy/prod.yaml': 'replicaTotal: 3\n',
      'up.sh': 'helm upgrade o ./chart --set replicaTotal=3\n',
    },
    ['deploy/prod.yaml:1', 'up.sh:1'],
  ],
  [
    'manifests: a path of a package',
    { 'package.json': '{\n  "name": "orders",\n  "version": "1.0.0",\n  "exports": { ".": "./a.js", "./old": "./b.js" }\n}\n' },
    { 'package.json': '{\n  "name": "orders",\n  "version": "1.0.0",\n  "exports": { ".": "./a.js" }\n}\n' },
    {
      'a.js': 'export const a = 1;\n',
      'b.js': 'export const b = 1;\n',
      'examples/m.mjs': "import { b } from 'orders/old';\nconsole.log(b);\n",
    },
    ['examples/m.mjs:1'],
  ],
];

describe('consumers inside the repository, contract by contract', () => {
  it('says that there are more where not all is counted', async () => {
    const told = async (unchanged: Texts): Promise<readonly string[]> => {
      const { findings } = await reviewTexts({ ...java(total), ...unchanged }, { ...java(''), ...unchanged }, ofContracts);
      return findings.flatMap(({ message }) => /(?:At least )?\d+ places? of.*/.exec(message)?.[0] ?? []);
    };
    const page = 'Call `Orders.total()`.\n';
    const pages = (count: number): Texts =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`docs/p${String(index)}.md`, page]));
    assert.deepEqual(await told({ 'README.md': page.repeat(5) }), ['5 places of this repository still describe it.']);
    assert.deepEqual(await told({ 'README.md': page.repeat(6) }), ['At least 5 places of this repository still describe it.']);
    assert.deepEqual(await told(pages(61)), ['At least 60 places of this repository still describe it.']);
    assert.deepEqual(await told({ 'README.md': page, 'docs/long.md': page.repeat(20_000) }), [
      'At least 1 place of this repository still describes it.',
    ]);
  });

  for (const [name, base, head, unchanged, used] of cases) {
    it(name, async () => {
      assert.deepEqual(await users(base, head, unchanged), used);
    });
  }
});
