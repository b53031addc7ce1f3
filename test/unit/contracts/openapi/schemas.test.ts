import assert from 'node:assert/strict';
import { openApiKind } from '../../../../src/contracts/openapi/openapi-kind.ts';
import { compare } from '../comparing.ts';

const api = (operation: string): string =>
  `openapi: 3.1.0\ninfo: {title: Things, version: 1.0.0}\npaths:\n  /things:\n    post:\n${operation}`;
const sent = (schema: string): string =>
  api(
    `      requestBody:\n        content:\n          application/json:\n            schema: ${schema}\n      responses: {'200': {description: ok}}\n`,
  );
const got = (schema: string): string =>
  api(
    `      responses:\n        '200':\n          description: ok\n          content:\n            application/json:\n              schema: ${schema}\n`,
  );

type SchemaCase = readonly [name: string, old: string, now: string, whenSent: readonly string[], whenGot: readonly string[]];

const cases: readonly SchemaCase[] = [
  ['a type changes', '{type: integer}', '{type: boolean}', ['breaking request-body-type-changed'], ['breaking response-body-type-changed']],
  [
    'an integer becomes a number',
    '{type: integer}',
    '{type: number}',
    ['compatible request-body-type-generalized'],
    ['breaking response-body-type-generalized'],
  ],
  [
    'one more type is allowed (3.1)',
    '{type: [string, integer]}',
    '{type: [string, integer, boolean]}',
    ['compatible request-body-list-of-types-widened'],
    ['breaking response-body-list-of-types-widened'],
  ],
  [
    'null is allowed',
    '{type: string}',
    '{type: string, nullable: true}',
    ['compatible request-body-became-nullable'],
    ['breaking response-body-became-nullable'],
  ],
  [
    'null is allowed by a union',
    '{type: string}',
    '{anyOf: [{type: string}, {type: "null"}]}',
    ['compatible request-body-became-nullable'],
    ['breaking response-body-became-nullable'],
  ],
  [
    'a format is added',
    '{type: string}',
    '{type: string, format: date}',
    ['breaking request-body-format-added'],
    ['compatible response-body-format-added'],
  ],
  [
    'a format is removed',
    '{type: string, format: date}',
    '{type: string}',
    ['compatible request-body-format-removed'],
    ['breaking response-body-format-removed'],
  ],
  [
    'a format widens',
    '{type: integer, format: int32}',
    '{type: integer, format: int64}',
    ['compatible request-body-format-changed'],
    ['breaking response-body-format-changed'],
  ],
  [
    'a format is another',
    '{type: string, format: date}',
    '{type: string, format: uuid}',
    ['breaking request-body-format-changed'],
    ['breaking response-body-format-changed'],
  ],
  [
    'a value of an enumeration is removed',
    '{type: string, enum: [a, b]}',
    '{type: string, enum: [a]}',
    ['breaking request-body-enum-value-removed'],
    ['compatible response-body-enum-value-removed'],
  ],
  [
    'a value of an enumeration is added',
    '{type: string, enum: [a]}',
    '{type: string, enum: [a, b]}',
    ['compatible request-body-enum-value-added'],
    ['breaking response-body-enum-value-added'],
  ],
  [
    'an extensible value is added',
    '{type: string, x-extensible-enum: [a]}',
    '{type: string, x-extensible-enum: [a, b]}',
    ['compatible request-body-x-extensible-enum-value-added'],
    ['compatible response-body-x-extensible-enum-value-added'],
  ],
  [
    'it becomes an enumeration',
    '{type: string}',
    '{type: string, enum: [a]}',
    ['breaking request-body-became-enum'],
    ['compatible response-body-became-enum'],
  ],
  [
    'it is no enumeration any more',
    '{type: string, enum: [a]}',
    '{type: string}',
    ['compatible request-body-enum-removed'],
    ['breaking response-body-enum-removed'],
  ],
  [
    'a constant is added',
    '{type: string}',
    '{type: string, const: a}',
    ['breaking request-body-const-added'],
    ['compatible response-body-const-added'],
  ],
  [
    'a constant is removed',
    '{type: string, const: a}',
    '{type: string}',
    ['compatible request-body-const-removed'],
    ['breaking response-body-const-removed'],
  ],
  [
    'a constant changes',
    '{type: string, const: a}',
    '{type: string, const: b}',
    ['breaking request-body-const-changed'],
    ['breaking response-body-const-changed'],
  ],
  [
    'a constant becomes one of several values',
    '{const: a}',
    '{type: string, enum: [a, b]}',
    ['compatible request-body-const-removed'],
    ['breaking response-body-const-removed'],
  ],
  [
    'a condition has one more consequence',
    '{type: object, if: {required: [a]}}',
    '{type: object, if: {required: [a]}, then: {required: [b]}}',
    ['breaking request-body-then-added'],
    ['compatible response-body-then-added'],
  ],
  ['other properties may be anything, as they might before', '{type: object}', '{type: object, unevaluatedProperties: true}', [], []],
  [
    'the promised end of a property comes earlier',
    '{type: object, properties: {a: {type: string, deprecated: true, x-sunset: "9999-02-01"}}}',
    '{type: object, properties: {a: {type: string, deprecated: true, x-sunset: "9999-01-01"}}}',
    ['breaking request-property-sunset-date-too-small'],
    ['breaking response-property-sunset-date-too-small'],
  ],
  [
    'the promised end of a property comes later',
    '{type: object, properties: {a: {type: string, deprecated: true, x-sunset: "9999-01-01"}}}',
    '{type: object, properties: {a: {type: string, deprecated: true, x-sunset: "9999-02-01"}}}',
    ['compatible request-property-sunset-date-later'],
    ['compatible response-property-sunset-date-later'],
  ],
  [
    'the promised end of a property is taken back',
    '{type: object, properties: {a: {type: string, deprecated: true, x-sunset: "9999-02-01"}}}',
    '{type: object, properties: {a: {type: string, deprecated: true}}}',
    ['breaking request-property-sunset-deleted'],
    ['breaking response-property-sunset-deleted'],
  ],
  [
    'a property is less stable',
    '{type: object, properties: {a: {type: string}}}',
    '{type: object, properties: {a: {type: string, x-stability-level: beta}}}',
    ['breaking request-property-stability-decreased'],
    ['breaking response-property-stability-decreased'],
  ],
  [
    'a default changes',
    '{type: string, default: a}',
    '{type: string, default: b}',
    ['risky request-body-default-value-changed'],
    ['compatible response-body-default-value-changed'],
  ],
  [
    'the maximum length decreases',
    '{type: string, maxLength: 10}',
    '{type: string, maxLength: 5}',
    ['breaking request-body-max-length-decreased'],
    ['compatible response-body-max-length-decreased'],
  ],
  [
    'the maximum length is no longer set',
    '{type: string, maxLength: 10}',
    '{type: string}',
    ['compatible request-body-max-length-unset'],
    ['breaking response-body-max-length-unset'],
  ],
  [
    'the minimum length increases',
    '{type: string, minLength: 1}',
    '{type: string, minLength: 5}',
    ['breaking request-body-min-length-increased'],
    ['compatible response-body-min-length-increased'],
  ],
  ['a minimum of nothing is said', '{type: string}', '{type: string, minLength: 0}', [], []],
  [
    'the maximum decreases',
    '{type: integer, maximum: 10}',
    '{type: integer, maximum: 5}',
    ['breaking request-body-max-decreased'],
    ['compatible response-body-max-decreased'],
  ],
  [
    'the maximum becomes exclusive',
    '{type: integer, maximum: 10}',
    '{type: integer, maximum: 10, exclusiveMaximum: true}',
    ['breaking request-body-exclusive-max-decreased'],
    ['compatible response-body-exclusive-max-decreased'],
  ],
  [
    'the exclusive minimum decreases',
    '{type: integer, exclusiveMinimum: 10}',
    '{type: integer, exclusiveMinimum: 5}',
    ['compatible request-body-exclusive-min-decreased'],
    ['breaking response-body-exclusive-min-decreased'],
  ],
  [
    'a multiple is asked for',
    '{type: integer}',
    '{type: integer, multipleOf: 5}',
    ['breaking request-body-multiple-of-set'],
    ['compatible response-body-multiple-of-set'],
  ],
  [
    'a multiple is a finer one',
    '{type: integer, multipleOf: 10}',
    '{type: integer, multipleOf: 5}',
    ['compatible request-body-multiple-of-changed'],
    ['breaking response-body-multiple-of-changed'],
  ],
  [
    'items must differ',
    '{type: array, items: {type: string}}',
    '{type: array, uniqueItems: true, items: {type: string}}',
    ['breaking request-body-unique-items-set'],
    ['compatible response-body-unique-items-set'],
  ],
  [
    'fewer items are allowed',
    '{type: array, maxItems: 9, items: {type: string}}',
    '{type: array, maxItems: 5, items: {type: string}}',
    ['breaking request-body-max-items-decreased'],
    ['compatible response-body-max-items-decreased'],
  ],
  [
    'fewer properties are allowed',
    '{type: object, maxProperties: 9}',
    '{type: object, maxProperties: 5}',
    ['breaking request-body-max-properties-decreased'],
    ['compatible response-body-max-properties-decreased'],
  ],
  [
    'a pattern is added',
    '{type: string}',
    '{type: string, pattern: "^a"}',
    ['breaking request-body-pattern-added'],
    ['compatible response-body-pattern-added'],
  ],
  [
    'a pattern is removed',
    '{type: string, pattern: "^a"}',
    '{type: string}',
    ['compatible request-body-pattern-removed'],
    ['risky response-body-pattern-removed'],
  ],
  [
    'a pattern changes',
    '{type: string, pattern: "^a"}',
    '{type: string, pattern: "^b"}',
    ['breaking request-body-pattern-changed'],
    ['risky response-body-pattern-changed'],
  ],
  [
    'an optional property is added',
    '{type: object, properties: {a: {type: string}}}',
    '{type: object, properties: {a: {type: string}, b: {type: string}}}',
    ['compatible request-optional-property-added'],
    ['compatible response-optional-property-added'],
  ],
  [
    'a required property is added',
    '{type: object, properties: {a: {type: string}}}',
    '{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}',
    ['breaking request-required-property-added'],
    ['compatible response-required-property-added'],
  ],
  [
    'a required property with a default is added',
    '{type: object, properties: {a: {type: string}}}',
    '{type: object, required: [b], properties: {a: {type: string}, b: {type: string, default: x}}}',
    ['breaking request-required-property-added-with-default'],
    ['compatible response-required-property-added-with-default'],
  ],
  [
    'a required read-only property is added',
    '{type: object, properties: {a: {type: string}}}',
    '{type: object, required: [b], properties: {a: {type: string}, b: {type: string, readOnly: true}}}',
    ['compatible request-optional-property-added'],
    ['compatible response-required-property-added'],
  ],
  [
    'a property becomes required',
    '{type: object, properties: {a: {type: string}}}',
    '{type: object, required: [a], properties: {a: {type: string}}}',
    ['breaking request-property-became-required'],
    ['compatible response-property-became-required'],
  ],
  [
    'a property becomes optional',
    '{type: object, required: [a], properties: {a: {type: string}}}',
    '{type: object, properties: {a: {type: string}}}',
    ['compatible request-property-became-optional'],
    ['breaking response-property-became-optional'],
  ],
  [
    'an optional property is removed',
    '{type: object, properties: {a: {type: string}, b: {type: string}}}',
    '{type: object, properties: {a: {type: string}}}',
    ['risky request-optional-property-removed'],
    ['risky response-optional-property-removed'],
  ],
  [
    'a property is removed where others are forbidden',
    '{type: object, additionalProperties: false, properties: {a: {type: string}, b: {type: string}}}',
    '{type: object, additionalProperties: false, properties: {a: {type: string}}}',
    ['breaking request-optional-property-removed'],
    ['risky response-optional-property-removed'],
  ],
  [
    'a required property is removed',
    '{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}',
    '{type: object, properties: {a: {type: string}}}',
    ['risky request-required-property-removed'],
    ['breaking response-required-property-removed'],
  ],
  [
    'a required property becomes write-only',
    '{type: object, required: [a], properties: {a: {type: string}}}',
    '{type: object, required: [a], properties: {a: {type: string, writeOnly: true}}}',
    ['compatible request-required-property-became-write-only'],
    ['breaking response-required-property-became-write-only'],
  ],
  [
    'a required property is read-only no more',
    '{type: object, required: [a], properties: {a: {type: string, readOnly: true}}}',
    '{type: object, required: [a], properties: {a: {type: string}}}',
    ['breaking request-required-property-became-not-read-only'],
    ['compatible response-required-property-became-not-read-only'],
  ],
  [
    'a read-only property narrows',
    '{type: object, properties: {a: {type: string, readOnly: true}}}',
    '{type: object, properties: {a: {type: string, maxLength: 5, readOnly: true}}}',
    [],
    ['compatible response-property-max-length-set'],
  ],
  [
    'a property is deprecated',
    '{type: object, properties: {a: {type: string}}}',
    '{type: object, properties: {a: {type: string, deprecated: true}}}',
    ['compatible request-property-deprecated'],
    ['compatible response-property-deprecated'],
  ],
  [
    'other properties are forbidden',
    '{type: object}',
    '{type: object, additionalProperties: false}',
    ['breaking request-body-additional-properties-forbidden'],
    ['compatible response-body-additional-properties-forbidden'],
  ],
  [
    'other properties are allowed',
    '{type: object, additionalProperties: false}',
    '{type: object}',
    ['compatible request-body-additional-properties-allowed'],
    ['compatible response-body-additional-properties-allowed'],
  ],
  [
    'other properties are held to a schema',
    '{type: object}',
    '{type: object, additionalProperties: {type: string}}',
    ['breaking request-body-additional-properties-restricted'],
    ['compatible response-body-additional-properties-restricted'],
  ],
  [
    'the schema of other properties changes',
    '{type: object, additionalProperties: {type: integer}}',
    '{type: object, additionalProperties: {type: string}}',
    ['breaking request-body-type-changed'],
    ['breaking response-body-type-changed'],
  ],
  [
    'a pattern of properties is added',
    '{type: object}',
    '{type: object, patternProperties: {"^x": {type: string}}}',
    ['breaking request-body-pattern-property-added'],
    ['compatible response-body-pattern-property-added'],
  ],
  [
    'items change deep inside',
    '{type: array, items: {type: object, properties: {a: {type: array, items: {type: string, maxLength: 9}}}}}',
    '{type: array, items: {type: object, properties: {a: {type: array, items: {type: string, maxLength: 5}}}}}',
    ['breaking request-property-max-length-decreased'],
    ['compatible response-property-max-length-decreased'],
  ],
  [
    'a position is added',
    '{type: array, items: {type: string}}',
    '{type: array, items: {type: string}, prefixItems: [{type: integer}]}',
    ['breaking request-body-prefix-items-added'],
    ['breaking response-body-prefix-items-added'],
  ],
  [
    'something must be contained',
    '{type: array}',
    '{type: array, contains: {type: string}}',
    ['breaking request-body-contains-added'],
    ['compatible response-body-contains-added'],
  ],
  [
    'fewer must be contained',
    '{type: array, contains: {type: string}, minContains: 5}',
    '{type: array, contains: {type: string}, minContains: 2}',
    ['compatible request-body-min-contains-decreased'],
    ['breaking response-body-min-contains-decreased'],
  ],
  [
    'a schema is wrapped in one of',
    '{type: string}',
    '{oneOf: [{type: string}, {type: integer}]}',
    ['compatible request-body-wrapped-in-one-of'],
    ['breaking response-body-wrapped-in-one-of'],
  ],
  [
    'a schema becomes one of two, and all that fitted it fits both',
    '{type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}}}',
    '{oneOf: [{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}, {type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}]}',
    ['breaking request-body-wrapped-in-one-of'],
    ['breaking response-body-wrapped-in-one-of'],
  ],
  [
    'a schema becomes any of two, and all that fitted it fits both',
    '{type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}}}',
    '{anyOf: [{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}, {type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}]}',
    ['compatible request-body-wrapped-in-any-of'],
    ['breaking response-body-wrapped-in-any-of'],
  ],
  [
    'one of is unwrapped',
    '{oneOf: [{type: string}, {type: integer}]}',
    '{type: string}',
    ['breaking request-body-unwrapped-from-one-of'],
    ['compatible response-body-unwrapped-from-one-of'],
  ],
  [
    'an alternative is added',
    '{oneOf: [{type: string}, {type: integer}]}',
    '{oneOf: [{type: string}, {type: integer}, {type: boolean}]}',
    ['compatible request-body-one-of-added'],
    ['breaking response-body-one-of-added'],
  ],
  [
    'an alternative is removed',
    '{anyOf: [{type: string}, {type: integer}, {type: boolean}]}',
    '{anyOf: [{type: string}, {type: integer}]}',
    ['breaking request-body-any-of-removed'],
    ['compatible response-body-any-of-removed'],
  ],
  [
    'alternatives of the same title stay as they are',
    '{oneOf: [{type: string, title: value}, {type: integer, title: value}]}',
    '{oneOf: [{type: string, title: value}, {type: integer, title: value, description: How many.}]}',
    [],
    [],
  ],
  ['alternatives change their order', '{oneOf: [{type: string}, {type: integer}]}', '{oneOf: [{type: integer}, {type: string}]}', [], []],
  [
    'an alternative that was covered is added',
    '{anyOf: [{type: string}, {type: number}]}',
    '{anyOf: [{type: string}, {type: number}, {type: integer}]}',
    ['compatible request-body-any-of-added'],
    ['compatible response-body-any-of-added'],
  ],
  [
    'a part that says nothing new is added',
    '{allOf: [{type: object, properties: {a: {type: string}}}]}',
    '{allOf: [{type: object, properties: {a: {type: string}}}, {description: more}]}',
    [],
    [],
  ],
  [
    'a part that requires more is added',
    '{allOf: [{type: object, properties: {a: {type: string}}}]}',
    '{allOf: [{type: object, properties: {a: {type: string}}}, {required: [a]}]}',
    ['breaking request-property-became-required'],
    ['compatible response-property-became-required'],
  ],
  [
    'parts are merged into one',
    '{allOf: [{type: object, properties: {a: {type: string}}}, {type: object, required: [a]}]}',
    '{type: object, required: [a], properties: {a: {type: string}}}',
    [],
    [],
  ],
  [
    'more is excluded',
    '{type: string, not: {enum: [a]}}',
    '{type: string, not: {enum: [a, b]}}',
    ['breaking request-body-enum-value-added'],
    ['compatible response-body-enum-value-added'],
  ],
  [
    'a condition is added',
    '{type: object}',
    '{type: object, if: {required: [a]}, then: {required: [b]}}',
    ['compatible request-body-if-added', 'breaking request-body-then-added'],
    ['compatible response-body-if-added', 'compatible response-body-then-added'],
  ],
  [
    'a dependency is added',
    '{type: object}',
    '{type: object, dependentRequired: {a: [b]}}',
    ['breaking request-body-dependent-required-added'],
    ['compatible response-body-dependent-required-added'],
  ],
  [
    'a dependent schema is removed',
    '{type: object, dependentSchemas: {a: {required: [b]}}}',
    '{type: object}',
    ['compatible request-body-dependent-schema-removed'],
    ['breaking response-body-dependent-schema-removed'],
  ],
  [
    'property names are restricted',
    '{type: object}',
    '{type: object, propertyNames: {pattern: "^a"}}',
    ['breaking request-body-property-names-added'],
    ['compatible response-body-property-names-added'],
  ],
  [
    'the discriminator is another',
    '{type: object, discriminator: {propertyName: a}}',
    '{type: object, discriminator: {propertyName: b}}',
    ['breaking request-body-discriminator-property-name-changed'],
    ['breaking response-body-discriminator-property-name-changed'],
  ],
  [
    'a mapping of the discriminator is removed',
    '{type: object, discriminator: {propertyName: a, mapping: {x: X, y: Y}}}',
    '{type: object, discriminator: {propertyName: a, mapping: {x: X}}}',
    ['risky request-body-discriminator-mapping-deleted'],
    ['risky response-body-discriminator-mapping-deleted'],
  ],
  [
    'the content is encoded in another way',
    '{type: string, contentEncoding: base64}',
    '{type: string, contentEncoding: base32}',
    ['breaking request-body-content-encoding-changed'],
    ['breaking response-body-content-encoding-changed'],
  ],
  ['descriptions change', '{type: string, description: a, example: x}', '{type: string, description: b, title: t}', [], []],
];

describe('schemas of OpenAPI', () => {
  for (const [name, old, now, whenSent, whenGot] of cases) {
    it(`in what is sent: ${name}`, async () => {
      assert.deepEqual(await changesOf(sent(old), sent(now)), whenSent);
    });
    it(`in what is got: ${name}`, async () => {
      assert.deepEqual(await changesOf(got(old), got(now)), whenGot);
    });
    it(`does not differ from itself: ${name}`, async () => {
      assert.deepEqual(await changesOf(sent(now), `${sent(now)}# same\n`), []);
    });
  }
});

async function changesOf(base: string, head: string): Promise<readonly string[]> {
  const { changes, notices } = await compare(openApiKind, { 'openapi.yaml': base }, { 'openapi.yaml': head });
  assert.deepEqual(notices, []);
  return changes.map(({ impact, change }) => `${impact} ${change}`);
}

describe('an alternative of OpenAPI that is gone', () => {
  const pets = (union: string, more = ''): string =>
    `${sent(union)}components:\n  schemas:\n    Cat: {type: object, properties: {name: {type: string}}}\n    Dog: {type: object, properties: {name: {type: string}}}\n${more}`;
  const ref = (name: string): string => `{$ref: '#/components/schemas/${name}'}`;
  const tellingPets = (dog: string): string =>
    `${sent(ref('Pet'))}components:\n  schemas:\n    Pet: {type: object, properties: {kind: {type: string}, friend: ${ref('Pet')}}, oneOf: [${ref('Cat')}, ${ref(dog)}], discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/${dog}'}}}\n    Cat: {allOf: [${ref('Pet')}, {type: object, properties: {purrs: {type: boolean}}}]}\n    ${dog}: {allOf: [${ref('Pet')}, {type: object, properties: {barks: {type: boolean}}}]}\n`;
  const cases: readonly (readonly [name: string, old: string, now: string, expected: readonly string[]])[] = [
    [
      'is told by its name, though another would take it',
      pets(`{oneOf: [${ref('Cat')}, ${ref('Dog')}]}`),
      pets(`{oneOf: [${ref('Cat')}]}`),
      ['breaking request-body-one-of-removed'],
    ],
    [
      'has another name now',
      pets(`{oneOf: [${ref('Cat')}, ${ref('Dog')}]}`),
      pets(`{oneOf: [${ref('Cat')}, ${ref('Hound')}]}`, '    Hound: {type: object, properties: {name: {type: string}}}\n'),
      [],
    ],
    [
      'has another name under the same value of the discriminator, and holds the alternatives itself',
      tellingPets('Dog'),
      tellingPets('Hound'),
      ['risky request-body-discriminator-mapping-changed'],
    ],
    [
      'is taken by one without a name',
      pets(`{anyOf: [${ref('Cat')}, ${ref('Dog')}, {type: object, properties: {name: {type: string}}}]}`),
      pets(`{anyOf: [${ref('Cat')}, {type: object, properties: {name: {type: string}}}]}`),
      ['compatible request-body-any-of-removed'],
    ],
    [
      'had no name',
      pets(`{anyOf: [${ref('Cat')}, {type: object, required: [name], properties: {name: {type: string}}}]}`),
      pets(`{anyOf: [${ref('Cat')}]}`),
      ['compatible request-body-any-of-removed'],
    ],
  ];
  for (const [name, old, now, expected] of cases)
    it(name, async () => {
      const { changes } = await compare(openApiKind, { 'openapi.yaml': old }, { 'openapi.yaml': now });
      assert.deepEqual(
        changes.map(({ impact, change }) => `${impact} ${change}`).filter((each) => each.includes('request-body')),
        expected,
      );
    });
});
