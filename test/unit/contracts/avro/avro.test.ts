import assert from 'node:assert/strict';
import avsc from 'avsc';
import { avroKind } from '../../../../src/contracts/avro/avro-kind.ts';
import { compare, kindCases, shown, type KindCase } from '../comparing.ts';

const record = (fields: string) => `{ "type": "record", "name": "R", "namespace": "n", "fields": [\n${fields}\n] }`;
const field = (type: string, more = '') => record(`{ "name": "a", "type": ${type}${more} }`);
const fields = (name: string, before: string, after: string, expected: readonly string[]): KindCase => [
  name,
  record(before),
  record(after),
  expected,
];
const type = (name: string, before: string, after: string, expected: readonly string[]): KindCase => [
  name,
  field(before),
  field(after),
  expected,
];

const a = '{ "name": "a", "type": "int" }';
const enumOf = (symbols: string, more = '') => `{ "type": "enum", "name": "E", "symbols": [${symbols}]${more} }`;

const cases: readonly KindCase[] = [
  fields('a field added without default', a, `${a},\n{ "name": "b", "type": "int" }`, [
    'breaking reader-field-missing-default-value n.R.b head:3',
  ]),
  fields('a field added with default', a, `${a},\n{ "name": "b", "type": "int", "default": 0 }`, []),
  fields('a field removed that had no default', `${a},\n{ "name": "b", "type": "int" }`, a, [
    'risky forward-reader-field-missing-default-value n.R.b base:3',
  ]),
  fields('a field removed that had a default', `${a},\n{ "name": "b", "type": "int", "default": 0 }`, a, []),
  fields('a field renamed', a, '{ "name": "b", "type": "int" }', [
    'breaking reader-field-missing-default-value n.R.b head:2',
    'risky forward-reader-field-missing-default-value n.R.a base:2',
  ]),
  fields('a field renamed with an alias', a, '{ "name": "b", "type": "int", "aliases": ["a"] }', [
    'risky forward-reader-field-missing-default-value n.R.a base:2',
  ]),
  fields(
    'fields in another order, documented',
    `${a}, { "name": "b", "type": "int" }`,
    `{ "name": "b", "type": "int", "doc": "x" }, ${a}`,
    [],
  ),
  type('a promotion', '"int"', '"double"', ['risky forward-type-mismatch n.R.a head:2']),
  type('a promotion both ways', '"string"', '"bytes"', []),
  type('the opposite of a promotion', '"long"', '"int"', ['breaking type-mismatch n.R.a head:2']),
  type('another type', '"int"', '"string"', ['breaking type-mismatch n.R.a head:2']),
  type('an array for a map', '{ "type": "array", "items": "int" }', '{ "type": "map", "values": "int" }', [
    'breaking type-mismatch n.R.a head:2',
  ]),
  type('an array of other items', '{ "type": "array", "items": "int" }', '{ "type": "array", "items": "string" }', [
    'breaking type-mismatch n.R.a[] head:2',
  ]),
  type('a map of other values', '{ "type": "map", "values": "long" }', '{ "type": "map", "values": "int" }', [
    'breaking type-mismatch n.R.a{} head:2',
  ]),
  type('a type that may be null', '"int"', '["null", "int"]', ['risky forward-type-mismatch n.R.a head:2']),
  type('a type that may no longer be null', '["null", "int"]', '"int"', ['breaking type-mismatch n.R.a head:2']),
  type('a union without a branch', '["null", "int", "string"]', '["null", "int"]', ['breaking missing-union-branch n.R.a/2 head:2']),
  type('a union with one more branch', '["null", "int"]', '["null", "int", "string"]', [
    'risky forward-missing-union-branch n.R.a/2 head:2',
  ]),
  type('a union in another order', '["null", "int"]', '["int", "null"]', []),
  type('a union whose branch was promoted', '["null", "int"]', '["null", "long"]', ['risky forward-missing-union-branch n.R.a/1 head:2']),
  type('a type that no branch reads', '"boolean"', '["null", "int"]', ['breaking missing-union-branch n.R.a head:2']),
  type('a symbol removed', enumOf('"A", "B"'), enumOf('"A"'), ['breaking missing-enum-symbols n.R.a head:2']),
  type('a symbol removed from an enum with default', enumOf('"A", "B"'), enumOf('"A"', ', "default": "A"'), []),
  type('a symbol added', enumOf('"A"'), enumOf('"A", "B"'), ['risky forward-missing-enum-symbols n.R.a head:2']),
  type('a symbol added to an enum with default', enumOf('"A"', ', "default": "A"'), enumOf('"A", "B"', ', "default": "A"'), []),
  type('an enum of another name', enumOf('"A"'), enumOf('"A"').replace('"E"', '"F"'), ['breaking name-mismatch n.R.a head:2']),
  type(
    'an enum of another name with an alias',
    enumOf('"A"'),
    enumOf('"A"', ', "aliases": ["E"]').replace('"E", "symbols"', '"F", "symbols"'),
    ['risky forward-name-mismatch n.R.a head:2'],
  ),
  type('another size', '{ "type": "fixed", "name": "F", "size": 4 }', '{ "type": "fixed", "name": "F", "size": 8 }', [
    'breaking fixed-size-mismatch n.R.a head:2',
  ]),
  type(
    'another unit of time',
    '{ "type": "long", "logicalType": "timestamp-millis" }',
    '{ "type": "long", "logicalType": "timestamp-micros" }',
    ['breaking logical-type-mismatch n.R.a head:2'],
  ),
  type(
    'another scale',
    '{ "type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2 }',
    '{ "type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 3 }',
    ['breaking logical-type-mismatch n.R.a head:2'],
  ),
  type(
    'more digits',
    '{ "type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2 }',
    '{ "type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2 }',
    ['risky forward-logical-type-mismatch n.R.a head:2'],
  ),
  type(
    'fewer digits',
    '{ "type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2 }',
    '{ "type": "bytes", "logicalType": "decimal", "precision": 7, "scale": 2 }',
    ['breaking logical-type-mismatch n.R.a head:2'],
  ),
  type('a logical type that was not said', '"long"', '{ "type": "long", "logicalType": "timestamp-millis" }', []),
  type(
    'a nested record of another field',
    '{ "type": "record", "name": "N", "fields": [] }',
    '{ "type": "record", "name": "N", "fields": [{ "name": "x", "type": "int" }] }',
    ['breaking reader-field-missing-default-value n.N.x head:2'],
  ),
  ['another record', record(a), record(a).replace('"R"', '"S"'), ['breaking name-mismatch n.S head:1']],
  ['another namespace', record(a), record(a).replace('"n"', '"m"'), []],
  [
    'a record that holds itself',
    field('["null", "n.R"]'),
    record('{ "name": "a", "type": ["null", "n.R"] }, { "name": "b", "type": "int" }'),
    ['breaking reader-field-missing-default-value n.R.b head:2'],
  ],
  ['a schema without a name', '"int"', '"string"', ['breaking type-mismatch # head:1']],
  ['a default removed', field('"int"', ', "default": 1'), field('"int"'), []],
];

describe('the comparison of Avro schemas', () => {
  kindCases(avroKind, 'r.avsc', cases);

  it('says of old data what avsc says', () => {
    // avsc knows nothing of logical types, and compares names with their namespace.
    const others = ['another unit of time', 'another scale', 'fewer digits', 'another namespace'];
    for (const [name, before, after, expected] of cases.filter(([each]) => !others.includes(each))) {
      assert.equal(isReadable(after, before), !expected.some((each) => each.startsWith('breaking')), name);
      const isForward = !expected.some((each) => each.startsWith('risky') || each.startsWith('breaking'));
      if (isForward) assert.ok(isReadable(before, after), name);
    }
  });

  it('says what the schema was and what it is', async () => {
    const { changes } = await compare(avroKind, { 'r.avsc': field('["null", "int", "string"]') }, { 'r.avsc': field('["null", "int"]') });
    assert.deepEqual(
      changes.map(({ message }) => message),
      [
        '`n.R.a` is `union of null, int`, was `union of null, int, string`, so it no longer takes `string`: readers with the new schema cannot read data that was written with the old one.',
      ],
    );
  });

  it('points at the place as the Java library does', async () => {
    const pointers = async (before: string, after: string): Promise<readonly (string | undefined)[]> =>
      (await compare(avroKind, { 'r.avsc': before }, { 'r.avsc': after })).changes.map(({ pointer }) => pointer);
    assert.deepEqual(await pointers('"int"', '"string"'), ['/']);
    assert.deepEqual(await pointers(record(a), record(`${a}, { "name": "b", "type": "int" }`)), ['/fields/1']);
    assert.deepEqual(await pointers(field('["null", "int", "string"]'), field('["null", "int"]')), ['/fields/0/type/2']);
    assert.deepEqual(await pointers('["int", "string"]', '["int"]'), ['/1']);
    assert.deepEqual(await pointers(field(enumOf('"A", "B"')), field(enumOf('"A"'))), ['/fields/0/type/symbols']);
    assert.deepEqual(await pointers(record(a), record(a).replace('"R"', '"S"')), ['/name']);
    const [small, large] = [4, 8].map((size) => `{ "type": "fixed", "name": "F", "size": ${size} }`) as [string, string];
    assert.deepEqual(await pointers(small, large), ['/size']);
    const items = (of: string): string => `{ "type": "array", "items": ${of} }`;
    assert.deepEqual(await pointers(field(items('"long"')), field(items('"int"'))), ['/fields/0/type/items']);
  });

  it('finds named types in other changed files, and beside the file', async () => {
    const user = field('"n.T"');
    const [before, after] = ['"int"', '"string"'].map(
      (x) => `{ "type": "record", "name": "n.T", "fields": [{ "name": "x", "type": ${x} }] }`,
    ) as [string, string];
    const { changes } = await compare(avroKind, { 'd/r.avsc': `${user} `, 'd/t.avsc': before }, { 'd/r.avsc': user, 'd/t.avsc': after });
    assert.deepEqual(changes.map(shown), ['breaking type-mismatch n.T.x head:1']);
    const alone = await compare(
      avroKind,
      { 'd/r.avsc': field('"int"') },
      { 'd/r.avsc': user },
      { 'd/T.avsc': '{ "type": "enum", "name": "n.T", "symbols": [] }' },
    );
    assert.deepEqual(
      alone.changes.map(({ message }) => message),
      ['`n.R.a` has type `enum n.T`, was `int`: readers with the new schema cannot read data that was written with the old one.'],
    );
  });

  it('tells a removed schema once, and not one that moved', async () => {
    assert.deepEqual((await compare(avroKind, { 'r.avsc': record(a) }, {})).changes.map(shown), ['breaking schema-removed n.R base:1']);
    assert.deepEqual((await compare(avroKind, { 'r.avsc': record(a) }, { 'moved/r.avsc': record(a) })).changes, []);
    assert.deepEqual((await compare(avroKind, {}, { 'r.avsc': record(a) })).changes, []);
  });

  for (const [name, text] of [
    ['broken JSON', '{ "type": "record"'],
    ['no schema', '42'],
    ['arrays nested without end', '['.repeat(100_000)],
    ['objects nested without end', '{"type":'.repeat(1000) + '"int"' + '}'.repeat(1000)],
    ['a record without fields', '{ "type": "record", "name": "R" }'],
  ] as const) {
    it(`gives a notice for ${name}`, async () => {
      const { changes, notices } = await compare(avroKind, { 'r.avsc': record(a) }, { 'r.avsc': text });
      assert.deepEqual([changes, notices.map(({ id }) => id)], [[], ['contract-not-read']]);
    });
  }
});

function isReadable(reader: string, writer: string): boolean {
  try {
    // Each with options of its own: they keep the names that were defined.
    const [read, written] = [reader, writer].map((text) => avsc.Type.forSchema(JSON.parse(text) as avsc.Schema, { wrapUnions: true }));
    read!.createResolver(written!);
    return true;
  } catch {
    return false;
  }
}
