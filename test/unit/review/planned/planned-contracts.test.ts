import assert from 'node:assert/strict';
import { inMemoryChangeSet, type Texts } from '../../../../src/change/in-memory.ts';
import { isAnnouncing } from '../../../../src/code/announcement.ts';
import { review } from '../../../../src/review/review.ts';
import { rules } from '../../../../src/rules/index.ts';
import { extractorOfCheckout, standardOf } from '../reviewing.ts';

const ofContracts = rules.filter(({ id }) => id.startsWith('compatibility/'));

/** Every break, as severity, planned, and what is said of the plan; each deprecation is this old. */
async function plans(base: Texts, head: Texts, changed: string): Promise<string[]> {
  const history = {
    subjects: () => Promise.resolve([]),
    changesOfLine: () => Promise.resolve([]),
    lastChanged: () => Promise.resolve({ changed: Date.parse(changed), isBeginning: false }),
  };
  const extractor = extractorOfCheckout();
  try {
    const changeSet = { ...inMemoryChangeSet(base, head), history };
    const asked = { changeSet, standard: standardOf(ofContracts), rules: ofContracts, now: new Date('2026-08-10') };
    const { findings } = await review(asked, extractor);
    return findings.flatMap(({ severity, message, properties }) =>
      properties['breaking'] === true
        ? [`${severity} ${JSON.stringify(properties['planned'])} ${/It is dep.*|\S+ announces.*/.exec(message)?.[0].trim() ?? ''}`]
        : [],
    );
  } finally {
    await extractor.dispose();
  }
}

const indented = (lines: string): string => lines.replaceAll('|', '\n');
const api = (operation: string): string =>
  indented(
    `openapi: 3.0.3|info: { title: Orders, version: 1.4.0 }|paths:|  /orders:|    get:|      responses: { '200': { description: ok } }|${operation}`,
  );
const operation = (of: string): string =>
  `    delete:|      operationId: dropOrders|${of}      responses: { '204': { description: gone } }|`;
const schema = (field: string): string => `type Query {\n  order(id: ID!): Order\n}\ntype Order {\n  id: ID!\n${field}}\n`;
const proto = (field: string): string => `syntax = "proto3";\npackage acme.v1;\nmessage Order {\n  string id = 1;\n${field}}\n`;
const jsonSchema = (property: string): string =>
  `{\n  "$schema": "https://json-schema.org/draft/2020-12/schema",\n  "type": "object",\n  "additionalProperties": false,\n  "properties": {\n    "id": { "type": "string" }${property}\n  }\n}\n`;
const controller = (method: string): string =>
  `package com.acme;\nimport org.springframework.web.bind.annotation.*;\n@RestController\n@RequestMapping("/orders")\nclass OrderController {\n  @GetMapping\n  String get() { return ""; }\n${method}}\n`;
const routes = (more: string): string =>
  `import express from 'express';\nconst app = express();\napp.get('/a', (q, r) => r.send('a'));\n${more}`;

/** Path, what is deprecated in it, what is left, and the words of the changelog. */
const cases: readonly (readonly [name: string, path: string, base: string, head: string, told: string])[] = [
  ['an operation', 'openapi.yaml', api(operation('      deprecated: true|')), api(''), 'DELETE /orders'],
  [
    'an operation of a JSON document',
    'openapi.json',
    JSON.stringify({ openapi: '3.0.3', info: {}, paths: { '/a': { get: {}, put: { deprecated: true } } } }, null, 2),
    JSON.stringify({ openapi: '3.0.3', info: {}, paths: { '/a': { get: {} } } }, null, 2),
    'PUT /a',
  ],
  ['a field of GraphQL', 'schema.graphql', schema('  total: Int @deprecated(reason: "use sum")\n'), schema(''), 'Order.total'],
  [
    'an argument of GraphQL',
    'schema.graphql',
    schema('  total(old: Int @deprecated): Int\n'),
    schema('  total: Int\n'),
    'The argument `old`',
  ],
  [
    'a value of GraphQL with a short name',
    'schema.graphql',
    schema('  c: C\n') + 'enum C {\n  A\n  B @deprecated\n}\n',
    schema('  c: C\n') + 'enum C {\n  A\n}\n',
    'C.B',
  ],
  [
    'a field of a message',
    'order.proto',
    proto('  int64 total = 2 [deprecated = true];\n'),
    proto('  reserved 2;\n  reserved "total";\n'),
    'Order.total',
  ],
  [
    'a property of a JSON Schema',
    'order.schema.json',
    jsonSchema(',\n    "total": { "type": "integer", "deprecated": true }'),
    jsonSchema(''),
    'total',
  ],
  [
    'a route of Spring',
    'src/main/java/com/acme/OrderController.java',
    controller('  @Deprecated\n  @DeleteMapping\n  void drop() { }\n'),
    controller(''),
    'DELETE /orders',
  ],
  [
    'a route of Express with a comment',
    'src/app.ts',
    routes("/** @deprecated use /a */\napp.get('/b', (q, r) => r.send('b'));\n"),
    routes(''),
    'GET /b',
  ],
  [
    'an option that its help calls deprecated',
    'src/cli.ts',
    commandLine(".option('--old', 'deprecated: use --now')"),
    commandLine(''),
    '--old',
  ],
  [
    'an option of yargs that says so of itself',
    'src/cli.ts',
    "import yargs from 'yargs';\nyargs(process.argv)\n  .option('old', { type: 'string', deprecated: 'use --now' })\n  .parse();\n",
    "import yargs from 'yargs';\nyargs(process.argv)\n  .parse();\n",
    '--old',
  ],
];

function commandLine(option: string): string {
  return `import { program } from 'commander';\nprogram\n  .option('--now', 'now')\n  ${option}\n  .parse();\n`;
}

describe('what was planned, contract by contract', () => {
  for (const [name, path, base, head, told] of cases) {
    const without = { 'CHANGELOG.md': '# Changelog\n' };
    const announced = { 'CHANGELOG.md': `# Changelog\n\n## Unreleased\n\n- ${told} is gone\n` };
    it(`${name}: long ago, and announced`, async () => {
      assert.deepEqual(await plans({ [path]: base, ...without }, { [path]: head, ...announced }, '2025-06-01'), [
        'note "planned" It is deprecated since 2025-06-01, and CHANGELOG.md announces it.',
      ]);
    });
    it(`${name}: a month ago, and announced by nothing`, async () => {
      assert.deepEqual(await plans({ [path]: base, ...without }, { [path]: head }, '2026-07-10'), [
        'warning "partly" It is deprecated since 2026-07-10; but 6 months of notice are asked for, and no changelog entry names it.',
      ]);
    });
  }

  it('an operation that named the day that it went: a note without more', async () => {
    const base = api(operation("      deprecated: true|      x-sunset: '2026-08-01'|"));
    assert.deepEqual(await plans({ 'openapi.yaml': base }, { 'openapi.yaml': api('') }, '2025-06-01'), [
      'note "planned" It is deprecated since 2025-06-01, to go from 2026-08-01.',
    ]);
  });

  it('a path of which one operation was to stay longer', async () => {
    const path = (left: string): string =>
      `openapi: 3.0.3\ninfo: { title: Orders, version: 1.4.0 }\npaths:\n  /ready: { get: { responses: {} } }\n${left}`;
    const old = path(
      "  /orders:\n    get: { deprecated: true, x-sunset: '2026-01-01', responses: {} }\n    post: { deprecated: true, x-sunset: '2027-05-01', responses: {} }\n",
    );
    assert.deepEqual(await plans({ 'openapi.yaml': old }, { 'openapi.yaml': path('') }, '2025-01-01'), [
      'warning "partly" It is deprecated since 2025-01-01; but it was to stay until 2027-05-01.',
    ]);
  });

  it('the promised end of an operation is no notice that it changes', async () => {
    const old = api(operation("      deprecated: true|      x-sunset: '2026-01-01'|"));
    const now = api(operation('      deprecated: true|'));
    assert.deepEqual(await plans({ 'openapi.yaml': old }, { 'openapi.yaml': now }, '2025-01-01'), ['error "none" ']);
  });

  it('a parameter of an operation that is to go, though the next one says another day', async () => {
    const next =
      "  /later:|    get:|      deprecated: true|      x-sunset: '2029-01-01'|      responses: { '204': { description: gone } }|";
    const end = "      deprecated: true|      x-sunset: '2026-01-01'|";
    const parameter = '      parameters: [{ name: q, in: query, schema: { type: string } }]|';
    const [old, now] = [api(operation(parameter + end) + indented(next)), api(operation(end) + indented(next))];
    assert.deepEqual(await plans({ 'openapi.yaml': old }, { 'openapi.yaml': now }, '2025-01-01'), [
      'note "planned" It is deprecated since 2025-01-01, to go from 2026-01-01.',
    ]);
  });

  it('an operation that goes with a major version of its document', async () => {
    const base = api(operation('      deprecated: true|'));
    assert.deepEqual(await plans({ 'openapi.yaml': base }, { 'openapi.yaml': api('').replace('1.4.0', '2.0.0') }, '2025-06-01'), [
      'note "planned" It is deprecated since 2025-06-01, and the version goes to 2.0.0.',
    ]);
  });

  it('the least version of a runtime, which nothing can deprecate', async () => {
    const manifest = (version: string, node: string): string =>
      `{\n  "name": "orders",\n  "version": "${version}",\n  "engines": { "node": ">=${node}" }\n}\n`;
    assert.deepEqual(
      await plans(
        { 'package.json': manifest('1.2.0', '18'), 'CHANGELOG.md': '# C\n' },
        { 'package.json': manifest('2.0.0', '20'), 'CHANGELOG.md': '# C\n\n- Node.js 18 is left behind\n' },
        '2025-06-01',
      ),
      ['note "planned" CHANGELOG.md announces it.'],
    );
  });

  it('a break that was not deprecated is told partly, with the path of what announces it', async () => {
    const base = { 'src/changes/changes.xml': '<document/>', 'openapi.yaml': api(operation('')) };
    const head = { 'src/changes/changes.xml': '<document><action>DELETE /orders is gone</action></document>', 'openapi.yaml': api('') };
    assert.deepEqual(await plans(base, head, '2025-06-01'), [
      'warning "partly" src/changes/changes.xml announces it; but it was not deprecated before.',
    ]);
  });
});

describe('what announces a break', () => {
  for (const [path, announces] of [
    ['docs/migration/v3.md', true],
    ['changelog.d/12.removal.md', true],
    ['src/changes/changes.xml', true],
    ['src/main/resources/db/changelog/parts/0109_upgrade.xml', false],
    ['src/main/resources/db/changelog/0109_upgrade.yaml', false],
    ['src/migrations/v3.ts', false],
  ] as const)
    it(`${path}: ${announces ? 'yes' : 'no'}`, () => {
      assert.equal(isAnnouncing(path), announces);
    });
});
