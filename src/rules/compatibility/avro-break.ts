import { contractRule } from '../contract-rule.ts';

const base = [
  '{',
  '  "type": "record", "name": "Order", "namespace": "shop",',
  '  "fields": [',
  '    { "name": "id", "type": "string" },',
  '    { "name": "amount", "type": "int" }',
  '  ]',
  '}',
  '',
].join('\n');
const more = base.replace('"type": "int" }', '"type": "int" },\n    { "name": "note", "type": "string" }');
const kept = base.replace('"type": "int" }', '"type": "int" },\n    { "name": "note", "type": "string", "default": "" }');

export const avroBreak = contractRule('avro', {
  id: 'compatibility/avro-break',
  title: 'A break in an Avro schema',
  reason:
    'Avro data carries no names: who reads it needs the schema it was written with, and resolves it against its own. Where the two do not resolve, the reader stops at the first record, also at every record that was stored before the change.',
  remedy:
    'Give every new field a default, keep aliases of old names, give enums a default symbol, widen types only by the promotions that Avro has, and put what must be otherwise in a new field.',
  sources: [
    { title: 'Apache Avro: schema resolution', url: 'https://avro.apache.org/docs/1.12.0/specification/#schema-resolution' },
    {
      title: 'Confluent: schema evolution and compatibility',
      url: 'https://docs.confluent.io/platform/current/schema-registry/fundamentals/schema-evolution.html',
    },
  ],
  limits:
    'Changes are named as in the Java library. A break is what keeps readers with the new schema from data of the old one (*backward*, the usual promise of a registry: data is stored, and readers are updated first). What only keeps readers with the old schema from new data (*forward*, named `forward-…`) is a warning. The versions before the last are not known here, so *transitive* promises are not held. A changed namespace alone is silent, as names resolve without it, although generated classes move. A logical type that becomes another one is a break, since the same number means something else; one that is added or taken away is silent. IDL (`.avdl`) and protocols (`.avpr`) are not read. Types are looked for in the changed files and beside them in files that have their name.',
  examples: [
    {
      name: 'a new field has no default',
      base: { 'order.avsc': base },
      head: { 'order.avsc': more },
      finds: [
        'order.avsc:6 The field `shop.Order.note` of type `string` was added without a default: readers with the new schema cannot read data that was written with the old one.',
      ],
      fixed: { 'order.avsc': kept },
    },
    {
      name: 'a type is no promotion of the old one',
      base: { 'order.avsc': base },
      head: { 'order.avsc': base.replace('"int"', '"string"') },
      finds: [
        'order.avsc:5 `shop.Order.amount` has type `string`, was `int`: readers with the new schema cannot read data that was written with the old one.',
      ],
    },
    {
      name: 'only old readers fail',
      base: { 'order.avsc': base },
      head: { 'order.avsc': base.replace('"int"', '"long"') },
      finds: [
        'order.avsc:5 `shop.Order.amount` has type `long`, was `int`: readers that still have the old schema cannot read data that is written with the new one, so they must be updated before the writers are.',
      ],
    },
    { name: 'a new field has a default', base: { 'order.avsc': base }, head: { 'order.avsc': kept }, finds: [] },
  ],
});
