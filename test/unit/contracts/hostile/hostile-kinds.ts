import type { Texts } from '../../../../src/change/in-memory.ts';

/** A kind of contract, a text of it, and what may be done to that text. */
export interface HostileKind {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** The text after an ordinary change that a rule finds. */
  readonly changed: string;
  /** What stands beside it. */
  readonly further?: Texts;
  readonly broken: string;
  /** Where it is broken, as the notice says it. */
  readonly brokenAt: RegExp;
  readonly deep: string;
  /** Adds this much on one line. */
  readonly padded: (text: string, length: number) => string;
  /** Characters that are more than is read. */
  readonly tooLong: number;
  /** Characters of the longest line that is read, where a million are too many. */
  readonly longestLine?: number;
}

const brackets = '['.repeat(100_000) + ']'.repeat(100_000);
const yamlPadding = (text: string, length: number): string => `${text}x-long: "${'a'.repeat(length)}"\n`;

function yamlKind(name: string, path: string, text: string, [from, to]: readonly [string, string], part: string): HostileKind {
  const line = text.slice(0, text.indexOf(`  ${part}:`)).split('\n').length;
  return {
    name,
    path,
    text,
    changed: text.replace(from, to),
    broken: text.replace(`  ${part}:`, `  ${part}: ]{`),
    brokenAt: new RegExp(`line ${line}`),
    deep: `${text}x: ${brackets}\n`,
    padded: yamlPadding,
    tooLong: 6_000_001,
  };
}

export const openApi = yamlKind(
  'OpenAPI',
  'api/openapi.yaml',
  "openapi: 3.1.0\ninfo: {title: Things, version: 1.0.0}\npaths:\n  /things:\n    get:\n      responses: {'200': {description: ok}}\n  /other:\n    get:\n      responses: {'200': {description: ok}}\n",
  ['  /other:', '  /another:'],
  '/other',
);

export const asyncApi = yamlKind(
  'AsyncAPI',
  'api/asyncapi.yaml',
  "asyncapi: 3.0.0\ninfo: {title: Events, version: 1.0.0}\nchannels:\n  orders: {address: orders, messages: {placed: {payload: {type: object, properties: {id: {type: string}}}}}}\n  bills: {address: bills, messages: {sent: {payload: {type: object}}}}\noperations:\n  take: {action: receive, channel: {$ref: '#/channels/orders'}}\n",
  ['address: orders', 'address: purchases'],
  'bills',
);

export const jsonSchema = yamlKind(
  'JSON Schema',
  'api/thing.yaml',
  '$schema: https://json-schema.org/draft/2020-12/schema\ntype: object\nproperties:\n  id: {type: string}\n  name: {type: string}\n',
  ['id: {type: string}', 'id: {type: number}'],
  'name',
);

export const helmValues: HostileKind = {
  ...yamlKind(
    'Helm values',
    'chart/values.yaml',
    'image: a\nservice:\n  port: 80\n  node: 1\nmail:\n  host: mail.test\n',
    ['mail:\n  host: mail.test\n', ''],
    'node',
  ),
  further: { 'chart/Chart.yaml': 'name: a\n', 'chart/templates/a.yaml': 'a: {{ .Values.image }}\n' },
};

export const graphql: HostileKind = {
  name: 'GraphQL',
  path: 'api/schema.graphql',
  text: 'type Query {\n  thing: Thing\n  other: String\n}\ntype Thing {\n  id: ID!\n}\n',
  changed: 'type Query {\n  thing: Thing\n}\ntype Thing {\n  id: ID!\n}\n',
  broken: 'type Query {\n  thing: Thing\n}\ntype Thing {{\n',
  brokenAt: /line 4/,
  deep: `type Query {\n  thing(a: [Int] = ${brackets}): Int\n}\n`,
  padded: (text, length) => `${text}"${'a'.repeat(length)}" type Long { a: Int }\n`,
  tooLong: 5_000_001,
};

const proto = (last: string): string => `syntax = "proto3";\npackage a;\nmessage Thing {\n  string id = 1;\n${last}}\n`;
export const protobuf: HostileKind = {
  name: 'Protocol Buffers',
  path: 'api/thing.proto',
  text: proto('  string name = 2;\n'),
  changed: proto(''),
  broken: proto('  string name = ;\n'),
  brokenAt: /line 5/,
  deep: proto('message A {'.repeat(100_000) + '}'.repeat(100_000)),
  padded: (text, length) => `${text}/*${'a'.repeat(length)}*/\n`,
  tooLong: 10_000_001,
};

const record = (type: string): string =>
  `{"type": "record", "name": "Thing", "fields": [\n{"name": "id", "type": "string"},\n{"name": "name", "type": ${type}}]}\n`;
export const avro: HostileKind = {
  name: 'Avro',
  path: 'api/thing.avsc',
  text: record('"string"'),
  changed: record('"int"'),
  broken: record(']{'),
  brokenAt: /line 3/,
  deep: record(brackets),
  padded: (text, length) => text.replace('"name": "Thing"', `"name": "Thing", "doc": "${'a'.repeat(length)}"`),
  tooLong: 5_000_001,
};

const packed = (engines: string): string => `{\n"name": "orders",\n"engines": ${engines}\n}\n`;
export const packageJson: HostileKind = {
  name: 'package.json',
  path: 'package.json',
  text: packed('{"node": ">=18"}'),
  changed: packed('{"node": ">=20"}'),
  broken: packed(']{'),
  brokenAt: /line 3/,
  deep: packed(brackets),
  padded: (text, length) => text.replace('"orders"', `"orders", "x": "${'a'.repeat(length)}"`),
  tooLong: 40_000_001,
};

const project = (modules: string): string =>
  `<project>\n<groupId>a</groupId>\n<artifactId>orders</artifactId>\n<modules><module>core</module>${modules}\n</project>\n`;
export const pom: HostileKind = {
  name: 'pom.xml',
  path: 'pom.xml',
  text: project('<module>web</module></modules>'),
  changed: project('</modules>'),
  broken: project('<module>we').replace('</project>', ''),
  brokenAt: /line \d/,
  deep: project(`</modules>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`),
  padded: (text, length) => text.replace('<modules>', `<!--${'a'.repeat(length)}--><modules>`),
  tooLong: 6_000_001,
};

const build = (dependency: string): string => `sourceCompatibility = 11\ndependencies {\n  api 'a:b:1.0'\n${dependency}}\n`;
export const gradle: HostileKind = {
  name: 'Gradle',
  path: 'build.gradle',
  text: build("  api 'c:d:1.0'\n"),
  changed: build(''),
  broken: build("/* api 'c:d:1.0'\n"),
  brokenAt: /line 4/,
  deep: build('{'.repeat(100_000)),
  padded: (text, length) => `${text}def a = '${'a'.repeat(length)}'\n`,
  tooLong: 1_000_001,
  longestLine: 900_000,
};

const versions = (money: string): string =>
  `[versions]\nmoney = ${money}\n[libraries]\nmoney = { module = "a:money", version.ref = "money" }\n`;
export const catalogue: HostileKind = {
  name: 'a version catalogue',
  path: 'gradle/libs.versions.toml',
  further: { 'core/build.gradle': "plugins { id 'java-library' }\ndependencies {\n  api libs.money\n}\n" },
  text: versions('"1.0"'),
  changed: versions('"2.0"'),
  broken: versions('"2.0'),
  brokenAt: /line \d/,
  deep: versions(brackets),
  padded: (text, length) => text.replace('[libraries]', `other = "${'a'.repeat(length)}"\n[libraries]`),
  tooLong: 1_200_001,
  longestLine: 50_000,
};

export const migration: HostileKind = {
  name: 'SQL migration',
  path: 'db/migrations/002_next.sql',
  further: { 'db/migrations/001_start.sql': 'CREATE TABLE users (id int, name text);\n' },
  text: '',
  changed: 'DROP TABLE users;\n',
  broken: '/* DROP TABLE users;\n',
  brokenAt: /line 1/,
  deep: `SELECT ${'('.repeat(100_000)};\n`,
  padded: (text, length) => `${text}INSERT INTO users VALUES (1, '${'a'.repeat(length)}');\n`,
  tooLong: 2_000_001,
};

export const yamlKinds: readonly HostileKind[] = [openApi, asyncApi, jsonSchema, helmValues];
export const hostileKinds: readonly HostileKind[] = [...yamlKinds, graphql, protobuf, avro, packageJson, pom, gradle, catalogue, migration];
