import assert from 'node:assert/strict';
import { jsonSchemaKind } from '../../../../src/contracts/json-schema/json-schema-kind.ts';
import { compare, kindCases, shown, type KindCase } from '../comparing.ts';

const schema = (rest: string): string => `{"$schema": "https://json-schema.org/draft/2020-12/schema",\n${rest}}\n`;

const cases: readonly KindCase[] = [
  ['a type narrows', schema('"type": ["string", "integer"]'), schema('"type": "string"'), ['breaking type-specialized  head:2']],
  ['a type widens', schema('"type": "string"'), schema('"type": ["string", "integer"]'), ['compatible type-generalized  head:2']],
  [
    'a property becomes required',
    schema('"type": "object", "properties": {"a": true}'),
    schema('"type": "object", "properties": {"a": true},\n"required": ["a"]'),
    ['breaking property-became-required /properties/a head:3'],
  ],
  [
    'a required property with a default is added',
    schema('"type": "object", "additionalProperties": false, "properties": {"a": true}'),
    schema('"type": "object", "additionalProperties": false, "properties": {"a": true, "b": {"default": 1}},\n"required": ["b"]'),
    ['compatible required-property-added-with-default /properties/b head:3'],
  ],
  [
    'an optional property is added to a closed object',
    schema('"type": "object", "additionalProperties": false'),
    schema('"type": "object", "additionalProperties": false,\n"properties": {"b": {"type": "string"}}'),
    ['compatible optional-property-added /properties/b head:3'],
  ],
  [
    'an optional property is added to an open object',
    schema('"type": "object"'),
    schema('"type": "object",\n"properties": {"b": {"type": "string"}}'),
    ['risky optional-property-added /properties/b head:3'],
  ],
  [
    'a property is removed from a closed object',
    schema('"type": "object", "additionalProperties": false, "properties": {"b": {"type": "string"}}'),
    schema('"type": "object", "additionalProperties": false'),
    ['breaking property-removed /properties/b base:2'],
  ],
  [
    'a property is removed from an open object',
    schema('"type": "object", "properties": {"b": {"type": "string"}}'),
    schema('"type": "object"'),
    ['compatible property-removed /properties/b base:2'],
  ],
  ['a value is removed', schema('"enum": [1, 2]'), schema('"enum": [1]'), ['breaking enum-value-removed  base:2']],
  [
    'a definition narrows',
    schema('"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}'),
    schema('"$ref": "#/$defs/a", "$defs": {"a": {"type": "string", "maxLength": 5}}'),
    ['breaking max-length-set  head:2'],
  ],
  [
    'dependencies grow',
    schema('"dependentRequired": {"a": ["b"]}'),
    schema('"dependentRequired": {"a": ["b", "c"]}'),
    ['breaking dependent-required-changed  head:2'],
  ],
];

describe('JSON Schema', () => {
  kindCases(jsonSchemaKind, 'order.schema.json', cases);
  it('is told from other documents', () => {
    const recognised = [
      schema('"type": "string"'),
      '{"$schema": "https://json.schemastore.org/package.json"}',
      '{"$schema": "./order.schema.json"}',
    ].map((text) => jsonSchemaKind.recognises('a.json', text));
    assert.deepEqual(recognised, [true, false, false]);
  });
  it('says once that a schema is gone', async () => {
    const { changes } = await compare(jsonSchemaKind, { 'a.json': schema('"type": "string"') }, {});
    assert.deepEqual(changes.map(shown), ['breaking schema-removed / base:1']);
  });
  it('is compared where only a part of it changes', async () => {
    const further = { 'order.schema.json': schema('"properties": {"a": {"$ref": "parts/name.json"}}') };
    const { changes, notices } = await compare(
      jsonSchemaKind,
      { 'parts/name.json': '{"type": "string"}' },
      { 'parts/name.json': '{"type": "string", "maxLength": 5}' },
      further,
    );
    assert.deepEqual([...changes.map(shown), ...notices], ['breaking max-length-set /properties/a head:1']);
  });
});
