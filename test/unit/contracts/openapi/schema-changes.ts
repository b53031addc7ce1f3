/** Changes of one schema of OpenAPI, and where it may stand: published tools name a change by both. */

const post = (operation: string): string =>
  `openapi: 3.1.0\ninfo: {title: Things, version: 1.0.0}\npaths:\n  /things:\n    post:\n${operation}`;
const ok = "      responses: {'200': {description: ok}}\n";
const within = (schema: string): string => `{type: object, properties: {p: ${schema}}}`;
export const sent = (schema: string): string => post(`      requestBody: {content: {application/json: {schema: ${schema}}}}\n${ok}`);
const got = (schema: string): string =>
  post(`      responses: {'200': {description: ok, content: {application/json: {schema: ${schema}}}}}\n`);
const asked = (schema: string): string => post(`      parameters: [{name: q, in: query, style: deepObject, schema: ${schema}}]\n${ok}`);

/** Where a schema may stand, by how the ids of its changes begin. */
export const positions: Readonly<Record<string, (schema: string) => string>> = {
  'request-body': sent,
  'request-property': (schema) => sent(within(schema)),
  'request-parameter-property': (schema) => asked(within(schema)),
  'request-parameter': (schema) => post(`      parameters: [{name: q, in: query, schema: ${schema}}]\n${ok}`),
  'response-body': got,
  'response-property': (schema) => got(within(schema)),
  'response-header': (schema) => post(`      responses: {'200': {description: ok, headers: {X-Q: {schema: ${schema}}}}}\n`),
};

/** Both schemas, and what the way there and back are called. */
export type Narrowing = readonly [narrow: string, wide: string, narrowed: string, widened: string];

/** Pairs of schemas of which the first takes less, and what the way to it and back are called. */
export const narrowings: readonly Narrowing[] = [
  ['{type: string}', '{type: [string, "null"]}', 'became-not-nullable', 'became-nullable'],
  ['{type: string, enum: [a]}', '{type: string, enum: [a, b]}', 'enum-value-removed', 'enum-value-added'],
  ['{type: string, enum: [a]}', '{type: string}', 'became-enum', 'enum-removed'],
  [
    '{type: array, items: {type: string}, maxItems: 1}',
    '{type: array, items: {type: string}, maxItems: 2}',
    'max-items-decreased',
    'max-items-increased',
  ],
  ['{type: array, items: {type: string}, maxItems: 1}', '{type: array, items: {type: string}}', 'max-items-set', 'max-items-unset'],
  [
    '{type: array, items: {type: string}, minItems: 2}',
    '{type: array, items: {type: string}, minItems: 1}',
    'min-items-increased',
    'min-items-decreased',
  ],
  ['{type: array, items: {type: string}, minItems: 2}', '{type: array, items: {type: string}}', 'min-items-set', 'min-items-unset'],
  [
    '{type: array, items: {type: string}, uniqueItems: true}',
    '{type: array, items: {type: string}}',
    'unique-items-set',
    'unique-items-unset',
  ],
  ['{type: string, maxLength: 1}', '{type: string, maxLength: 2}', 'max-length-decreased', 'max-length-increased'],
  ['{type: string, maxLength: 1}', '{type: string}', 'max-length-set', 'max-length-unset'],
  ['{type: string, minLength: 2}', '{type: string, minLength: 1}', 'min-length-increased', 'min-length-decreased'],
  ['{type: string, minLength: 2}', '{type: string}', 'min-length-set', 'min-length-unset'],
  ['{type: integer, maximum: 1}', '{type: integer, maximum: 2}', 'max-decreased', 'max-increased'],
  ['{type: integer, maximum: 1}', '{type: integer}', 'max-set', 'max-unset'],
  ['{type: integer, minimum: 2}', '{type: integer, minimum: 1}', 'min-increased', 'min-decreased'],
  ['{type: integer, minimum: 2}', '{type: integer}', 'min-set', 'min-unset'],
  ['{type: integer, exclusiveMaximum: 1}', '{type: integer, exclusiveMaximum: 2}', 'exclusive-max-decreased', 'exclusive-max-increased'],
  ['{type: integer, exclusiveMaximum: 1}', '{type: integer}', 'exclusive-max-set', 'exclusive-max-unset'],
  ['{type: integer, exclusiveMinimum: 2}', '{type: integer, exclusiveMinimum: 1}', 'exclusive-min-increased', 'exclusive-min-decreased'],
  ['{type: integer, exclusiveMinimum: 2}', '{type: integer}', 'exclusive-min-set', 'exclusive-min-unset'],
  ['{type: integer, multipleOf: 4}', '{type: integer, multipleOf: 2}', 'multiple-of-changed', 'multiple-of-changed'],
  ['{type: integer, multipleOf: 4}', '{type: integer}', 'multiple-of-set', 'multiple-of-unset'],
  ['{type: integer}', '{type: number}', 'type-specialized', 'type-generalized'],
  ['{type: integer}', '{}', 'type-specialized', 'type-generalized'],
  ['{type: integer, format: int32}', '{type: integer, format: int64}', 'format-changed', 'format-changed'],
  ['{type: string, const: a}', '{type: string}', 'const-added', 'const-removed'],
  [
    '{type: array, prefixItems: [{type: string}, {type: integer}]}',
    '{type: array, prefixItems: [{type: string}]}',
    'prefix-items-added',
    'prefix-items-removed',
  ],
  ['{type: object, if: {required: [a]}, then: {required: [b]}}', '{type: object, if: {required: [a]}}', 'then-added', 'then-removed'],
  [
    '{type: object, if: {required: [a]}, then: {required: [b]}, else: {required: [c]}}',
    '{type: object, if: {required: [a]}, else: {required: [c]}}',
    'then-added',
    'then-removed',
  ],
  [
    '{type: object, if: {required: [a]}, then: {required: [b]}, else: {required: [c]}}',
    '{type: object, if: {required: [a]}, then: {required: [b]}}',
    'else-added',
    'else-removed',
  ],
  ['{type: array, contains: {type: string}}', '{type: array}', 'contains-added', 'contains-removed'],
  [
    '{type: array, contains: {type: string}, minContains: 2}',
    '{type: array, contains: {type: string}, minContains: 1}',
    'min-contains-set',
    'min-contains-unset',
  ],
  [
    '{type: array, contains: {type: string}, maxContains: 2}',
    '{type: array, contains: {type: string}, maxContains: 3}',
    'max-contains-decreased',
    'max-contains-increased',
  ],
  ['{type: object, dependentRequired: {a: [b]}}', '{type: object}', 'dependent-required-added', 'dependent-required-removed'],
  [
    '{type: object, dependentRequired: {a: [b, c]}}',
    '{type: object, dependentRequired: {a: [b]}}',
    'dependent-required-changed',
    'dependent-required-changed',
  ],
  ['{type: object, dependentSchemas: {a: {required: [b]}}}', '{type: object}', 'dependent-schema-added', 'dependent-schema-removed'],
  ['{type: object, patternProperties: {"^a": {type: string}}}', '{type: object}', 'pattern-property-added', 'pattern-property-removed'],
  ['{type: object, propertyNames: {maxLength: 3}}', '{type: object}', 'property-names-added', 'property-names-removed'],
  ['{type: array, unevaluatedItems: false}', '{type: array}', 'unevaluated-items-added', 'unevaluated-items-removed'],
  ['{type: array, unevaluatedItems: {type: string}}', '{type: array}', 'unevaluated-items-added', 'unevaluated-items-removed'],
  ['{type: object, unevaluatedProperties: false}', '{type: object}', 'unevaluated-properties-added', 'unevaluated-properties-removed'],
  [
    '{type: object, unevaluatedProperties: {type: string}}',
    '{type: object}',
    'unevaluated-properties-added',
    'unevaluated-properties-removed',
  ],
  [
    '{type: object, additionalProperties: {type: string}}',
    '{type: object}',
    'additional-properties-restricted',
    'additional-properties-unrestricted',
  ],
  [
    '{type: string, contentMediaType: application/json, contentSchema: {type: object}}',
    '{type: string, contentMediaType: application/json}',
    'content-schema-added',
    'content-schema-removed',
  ],
  ['{type: string, contentMediaType: application/json}', '{type: string}', 'content-media-type-changed', 'content-media-type-changed'],
  ['{type: string, not: {enum: [a]}}', '{type: string}', 'not-added', 'not-removed'],
  ['{type: [integer, array]}', '{type: [integer, boolean, array]}', 'list-of-types-narrowed', 'list-of-types-widened'],
  ['{anyOf: [{type: integer}]}', '{anyOf: [{type: integer}, {type: object}]}', 'any-of-removed', 'any-of-added'],
  ['{oneOf: [{type: integer}]}', '{oneOf: [{type: integer}, {type: object}]}', 'one-of-removed', 'one-of-added'],
  [
    '{type: array, contains: {type: string}, minContains: 3}',
    '{type: array, contains: {type: string}, minContains: 2}',
    'min-contains-increased',
    'min-contains-decreased',
  ],
  ['{type: object, maxProperties: 1}', '{type: object, maxProperties: 2}', 'max-properties-decreased', 'max-properties-increased'],
  ['{type: object, minProperties: 2}', '{type: object, minProperties: 1}', 'min-properties-increased', 'min-properties-decreased'],
];

/** What the change is called, both schemas, and what it does to those who send and those who read. */
export type Other = readonly [suffix: string, old: string, now: string, sent: string, got: string];

const chosen = '{oneOf: [{type: object}, {type: array}]';
const mapping = (...values: readonly string[]): string => `${chosen}, discriminator: {propertyName: k, mapping: {${values.join(', ')}}}}`;

/** Changes that are no narrowing, with what they do to those who send and those who read. */
export const others: readonly Other[] = [
  ['pattern-added', '{type: string}', '{type: string, pattern: "^a$"}', 'breaking', 'compatible'],
  ['pattern-removed', '{type: string, pattern: "^a$"}', '{type: string}', 'compatible', 'risky'],
  ['pattern-changed', '{type: string, pattern: "^a$"}', '{type: string, pattern: "^b$"}', 'breaking', 'risky'],
  ['pattern-generalized', '{type: string, pattern: "^a$"}', '{type: string, pattern: ".*"}', 'compatible', 'risky'],
  ['const-changed', '{type: string, const: a}', '{type: string, const: b}', 'breaking', 'breaking'],
  ['default-value-added', '{type: string}', '{type: string, default: a}', 'compatible', 'compatible'],
  ['default-value-changed', '{type: string, default: b}', '{type: string, default: a}', 'risky', 'compatible'],
  ['default-value-removed', '{type: string, default: b}', '{type: string}', 'risky', 'compatible'],
  [
    'content-encoding-changed',
    '{type: string, contentEncoding: base64}',
    '{type: string, contentEncoding: base32}',
    'breaking',
    'breaking',
  ],
  ['discriminator-added', `${chosen}}`, `${chosen}, discriminator: {propertyName: k}}`, 'compatible', 'compatible'],
  ['discriminator-removed', `${chosen}, discriminator: {propertyName: k}}`, `${chosen}}`, 'risky', 'risky'],
  [
    'discriminator-property-name-changed',
    `${chosen}, discriminator: {propertyName: k}}`,
    `${chosen}, discriminator: {propertyName: l}}`,
    'breaking',
    'breaking',
  ],
  ['discriminator-mapping-added', mapping('a: A'), mapping('a: A', 'b: B'), 'compatible', 'compatible'],
  ['discriminator-mapping-deleted', mapping('a: A', 'b: B'), mapping('a: A'), 'risky', 'risky'],
  ['discriminator-mapping-changed', mapping('a: A'), mapping('a: B'), 'risky', 'risky'],
  [
    'x-extensible-enum-value-removed',
    '{type: string, x-extensible-enum: [a, b]}',
    '{type: string, x-extensible-enum: [a]}',
    'breaking',
    'compatible',
  ],
  ['deprecated', '{type: string}', '{type: string, deprecated: true}', 'compatible', 'compatible'],
  ['reactivated', '{type: string, deprecated: true}', '{type: string}', 'compatible', 'compatible'],
  [
    'sunset-date-too-small',
    '{type: string, deprecated: true, x-sunset: "2028-01-01"}',
    '{type: string, deprecated: true, x-sunset: "2026-09-01"}',
    'breaking',
    'breaking',
  ],
  ['stability-decreased', '{type: string, x-stability-level: stable}', '{type: string, x-stability-level: beta}', 'breaking', 'breaking'],
  [
    'stability-increased',
    '{type: string, x-stability-level: beta}',
    '{type: string, x-stability-level: stable}',
    'compatible',
    'compatible',
  ],
];
