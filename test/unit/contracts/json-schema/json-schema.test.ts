import assert from 'node:assert/strict';
import { jsonSchemaKind } from '../../../../src/contracts/json-schema/json-schema-kind.ts';
import type { ContractChange } from '../../../../src/code/contract-change.ts';
import { compare, shown } from '../comparing.ts';

const schema = (rest: string): string => `{"$schema": "https://json-schema.org/draft/2020-12/schema",\n${rest}}\n`;

/** What both schemas say, which id the difference has, and whom it breaks: `b`ackward, `f`orward, in capitals where few are met. */
type Row = readonly [name: string, old: string, now: string, change: string, breaks: string];

const rows: readonly Row[] = [
  ['a type narrows', '"type": ["string", "integer"]', '"type": "string"', 'type-specialized', 'b'],
  ['a type widens', '"type": "string"', '"type": ["string", "integer"]', 'type-generalized', 'f'],
  ['a type changes', '"type": "string"', '"type": "boolean"', 'type-changed', 'bf'],
  ['an integer becomes a number', '"type": "integer"', '"type": "number"', 'type-generalized', 'f'],
  ['a length is bounded', '"type": "string"', '"type": "string", "maxLength": 5', 'max-length-set', 'b'],
  ['a length is bounded no more', '"type": "string", "maxLength": 5', '"type": "string"', 'max-length-unset', 'f'],
  ['a maximum length grows', '"maxLength": 5', '"maxLength": 6', 'max-length-increased', 'f'],
  ['a minimum length grows', '"minLength": 5', '"minLength": 6', 'min-length-increased', 'b'],
  ['a maximum shrinks', '"maximum": 5', '"maximum": 4', 'max-decreased', 'b'],
  ['a minimum shrinks', '"minimum": 5', '"minimum": 4', 'min-decreased', 'f'],
  ['a maximum becomes exclusive', '"maximum": 5', '"exclusiveMaximum": 5', 'exclusive-max-decreased', 'b'],
  ['a multiple grows', '"multipleOf": 2', '"multipleOf": 4', 'multiple-of-changed', 'b'],
  ['a multiple is another', '"multipleOf": 2', '"multipleOf": 3', 'multiple-of-changed', 'bf'],
  ['a pattern is added', '"type": "string"', '"type": "string", "pattern": "^a"', 'pattern-added', 'b'],
  ['a pattern is gone', '"type": "string", "pattern": "^a"', '"type": "string"', 'pattern-removed', 'f'],
  ['a pattern is another', '"pattern": "^a"', '"pattern": "^b"', 'pattern-changed', 'bf'],
  ['a number of items is bounded', '"type": "array"', '"type": "array", "maxItems": 5', 'max-items-set', 'b'],
  ['items must differ', '"type": "array"', '"type": "array", "uniqueItems": true', 'unique-items-set', 'b'],
  ['more properties are asked for', '"minProperties": 1', '"minProperties": 2', 'min-properties-increased', 'b'],
  [
    'a property becomes required',
    '"properties": {"a": true}',
    '"properties": {"a": true}, "required": ["a"]',
    'property-became-required /properties/a',
    'b',
  ],
  [
    'a property becomes optional',
    '"properties": {"a": true}, "required": ["a"]',
    '"properties": {"a": true}',
    'property-became-optional /properties/a',
    'f',
  ],
  [
    'a required property is added to an open object',
    '"properties": {}',
    '"properties": {"a": true}, "required": ["a"]',
    'required-property-added /properties/a',
    'b',
  ],
  [
    'a required property with a default is added to a closed object',
    '"additionalProperties": false',
    '"additionalProperties": false, "properties": {"a": {"default": 1}}, "required": ["a"]',
    'required-property-added-with-default /properties/a',
    'f',
  ],
  [
    'an optional property is added to a closed object',
    '"additionalProperties": false',
    '"additionalProperties": false, "properties": {"a": {"type": "string"}}',
    'optional-property-added /properties/a',
    'f',
  ],
  [
    'an optional property with a type is added to an open object',
    '"type": "object"',
    '"type": "object", "properties": {"a": {"type": "string"}}',
    'optional-property-added /properties/a',
    'B',
  ],
  [
    'a property that takes all is added to an open object',
    '"type": "object"',
    '"type": "object", "properties": {"a": {}}',
    'optional-property-added /properties/a',
    '',
  ],
  [
    "a property is added that all others' schema covers",
    '"additionalProperties": {"type": "string"}',
    '"additionalProperties": {"type": "string"}, "properties": {"a": {"type": "string"}}',
    'optional-property-added /properties/a',
    '',
  ],
  [
    "a property is added that all others' schema does not cover",
    '"additionalProperties": {"type": "string"}',
    '"additionalProperties": {"type": "string"}, "properties": {"a": {"type": "integer"}}',
    'optional-property-added /properties/a',
    'bf',
  ],
  [
    'a property is removed from an open object',
    '"properties": {"a": {"type": "string"}}',
    '"properties": {}',
    'property-removed /properties/a',
    'F',
  ],
  [
    'a property is removed from a closed object',
    '"additionalProperties": false, "properties": {"a": {"type": "string"}}',
    '"additionalProperties": false',
    'property-removed /properties/a',
    'b',
  ],
  [
    'a property that nothing fits is removed from a closed object',
    '"additionalProperties": false, "properties": {"a": false}',
    '"additionalProperties": false',
    'property-removed /properties/a',
    '',
  ],
  [
    'a property is removed whose name a pattern covers',
    '"additionalProperties": false, "patternProperties": {"^x-": {"type": "string"}}, "properties": {"x-a": {"type": "string"}}',
    '"additionalProperties": false, "patternProperties": {"^x-": {"type": "string"}}',
    'property-removed /properties/x-a',
    '',
  ],
  [
    'a property is removed whose name a pattern covers otherwise',
    '"additionalProperties": false, "patternProperties": {"^x-": {"type": "string"}}, "properties": {"x-a": {"type": "string", "maxLength": 9}}',
    '"additionalProperties": false, "patternProperties": {"^x-": {"type": "string"}}',
    'property-removed /properties/x-a',
    'f',
  ],
  [
    'other properties are forbidden',
    '"type": "object"',
    '"type": "object", "additionalProperties": false',
    'additional-properties-forbidden',
    'b',
  ],
  [
    'other properties are allowed',
    '"type": "object", "additionalProperties": false',
    '"type": "object"',
    'additional-properties-allowed',
    'f',
  ],
  [
    'other properties are held to a schema',
    '"type": "object"',
    '"type": "object", "additionalProperties": {"type": "string"}',
    'additional-properties-restricted',
    'b',
  ],
  [
    'names are held to a pattern',
    '"type": "object"',
    '"type": "object", "patternProperties": {"^x-": {"type": "string"}}',
    'pattern-property-added',
    'b',
  ],
  [
    'names of a pattern are let into a closed object',
    '"type": "object", "additionalProperties": false',
    '"type": "object", "additionalProperties": false, "patternProperties": {"^x-": {"type": "string"}}',
    'pattern-property-added',
    'f',
  ],
  [
    'names of a pattern are no longer let into a closed object',
    '"type": "object", "additionalProperties": false, "patternProperties": {"^x-": {"type": "string"}}',
    '"type": "object", "additionalProperties": false',
    'pattern-property-removed',
    'b',
  ],
  ['dependencies grow', '"dependentRequired": {"a": ["b"]}', '"dependentRequired": {"a": ["b", "c"]}', 'dependent-required-changed', 'b'],
  ['a value is removed', '"enum": [1, 2]', '"enum": [1]', 'enum-value-removed', 'b'],
  ['a value is added', '"enum": [1]', '"enum": [1, 2]', 'enum-value-added', 'f'],
  ['a constant is another', '"const": 1', '"const": 2', 'const-changed', 'bf'],
  ['a way to fit is added', '"anyOf": [{"type": "string"}]', '"anyOf": [{"type": "string"}, {"type": "integer"}]', 'any-of-added', 'f'],
  ['a way to fit is gone', '"oneOf": [{"type": "string"}, {"type": "integer"}]', '"oneOf": [{"type": "string"}]', 'one-of-removed', 'b'],
  ['something is excluded', '"type": "string"', '"type": "string", "not": {"const": "a"}', 'not-added', 'b'],
  ['more is excluded', '"not": {"enum": ["a"]}', '"not": {"enum": ["a", "b"]}', 'enum-value-added /not', 'b'],
  ['items get a schema', '"type": "array"', '"type": "array", "items": {"type": "string"}', 'items-restricted', 'b'],
  [
    'a place in a closed list is gone',
    '"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false',
    '"prefixItems": [{"type": "string"}], "items": false',
    'prefix-items-removed',
    'b',
  ],
  [
    'a place is added to a closed list',
    '"prefixItems": [{"type": "string"}], "items": false',
    '"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false',
    'prefix-items-added',
    'f',
  ],
  ['one of the items must be of a kind', '"type": "array"', '"type": "array", "contains": {"type": "string"}', 'contains-added', 'b'],
  [
    'a definition narrows',
    '"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}',
    '"$ref": "#/$defs/a", "$defs": {"a": {"type": "string", "maxLength": 5}}',
    'max-length-set',
    'b',
  ],
  [
    'definitions that a tool numbered are numbered otherwise',
    '"properties": {"z": {"type": "object"}, "a": {"$ref": "#/$defs/s1"}, "b": {"$ref": "#/$defs/s2"}}, "$defs": {"s1": {"type": "string"}, "s2": {"items": {"$ref": "#/$defs/s1"}}}',
    '"properties": {"z": {"$ref": "#/$defs/s1"}, "a": {"$ref": "#/$defs/s2"}, "b": {"$ref": "#/$defs/s3"}}, "$defs": {"s1": {"type": "object"}, "s2": {"type": "string"}, "s3": {"items": {"$ref": "#/$defs/s2"}}}',
    '',
    '',
  ],
  [
    'a numbered definition narrows and is numbered otherwise',
    '"properties": {"a": {"$ref": "#/$defs/s1"}, "z": {"type": "object"}}, "$defs": {"s1": {"type": "string"}}',
    '"properties": {"a": {"$ref": "#/$defs/s2"}, "z": {"$ref": "#/$defs/s1"}}, "$defs": {"s1": {"type": "object"}, "s2": {"type": "string", "maxLength": 5}}',
    'max-length-set /properties/a',
    'b',
  ],
  [
    'an alternative that a tool numbered narrows and is numbered otherwise',
    '"anyOf": [{"$ref": "#/$defs/s1"}, {"type": "integer"}], "$defs": {"s1": {"type": "string"}}',
    '"anyOf": [{"$ref": "#/$defs/s2"}, {"type": "integer"}], "$defs": {"s2": {"type": "string", "maxLength": 5}}',
    'max-length-set /anyOf/0',
    'b',
  ],
  [
    'a definition that only others refer to narrows',
    '"type": "object", "$defs": {"shared": {"type": "string"}}',
    '"type": "object", "$defs": {"shared": {"type": "string", "maxLength": 5}}',
    'max-length-set /$defs/shared',
    'b',
  ],
  ['a constant is one of several values', '"const": "a"', '"type": "string", "enum": ["a", "b"]', 'const-removed', 'f'],
  ['one of several values is a constant', '"enum": ["a", "b"]', '"type": "string", "const": "a"', 'const-added', 'b'],
  ['values that had no type are of any of their type', '"enum": ["a", "b"]', '"type": "string"', 'enum-removed', 'f'],
  ['one more position takes anything', '"prefixItems": [{"type": "string"}]', '"prefixItems": [{"type": "string"}, {}]', '', ''],
  ['only words for people change', '"title": "a", "description": "b"', '"title": "c", "description": "d"', '', ''],
];

function broken(changes: readonly ContractChange[]): readonly string[] {
  return changes
    .filter(({ impact }) => impact !== 'compatible')
    .map(
      ({ impact, change, element, promise, unlikely }) => `${impact} ${change} ${element} ${promise ?? ''}${unlikely ? ' unlikely' : ''}`,
    )
    .sort();
}

function expected(change: string, breaks: string): readonly string[] {
  const [id = '', element = ''] = change.split(' ');
  const ways: Readonly<Record<string, string>> = { b: 'backward', f: 'forward', B: 'backward unlikely', F: 'forward unlikely' };
  return Array.from(breaks, (way) => `breaking ${id} ${element} ${ways[way] ?? ''}`).sort();
}

describe('JSON Schema', () => {
  for (const [name, old, now, change, breaks] of rows)
    it(name, async () => {
      const { changes, notices } = await compare(jsonSchemaKind, { 'a.json': schema(old) }, { 'a.json': schema(now) });
      assert.deepEqual(notices, []);
      assert.deepEqual(broken(changes), expected(change, breaks));
    });
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
