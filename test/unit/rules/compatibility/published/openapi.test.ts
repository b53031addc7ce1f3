import { openApiKind } from '../../../../../src/contracts/openapi/openapi-kind.ts';
import { body, doc, ok, op, par, res, type CatalogueCase } from '../../../contracts/openapi/catalogue.ts';
import { operationChanges } from '../../../contracts/openapi/operation-changes.ts';
import { propertyChanges } from '../../../contracts/openapi/property-changes.ts';
import { narrowings, others, positions } from '../../../contracts/openapi/schema-changes.ts';
import { openApiIds } from './openapi-ids.ts';
import { mapsPublishedChanges, type LeftOut, type PublishedChange } from './published.ts';

/** One change of a schema in some positions; `{}` in an id stands for the position, in what is told for it, too. */
type SchemaChange = readonly [ids: string, positions: readonly string[], base: string, head: string, told: readonly string[]];

const requests = ['request-body', 'request-property'];
const responses = ['response-body', 'response-property'];
const keyed = (name: string): string => `{type: object, required: [${name}], properties: {${name}: {type: string}}}`;
const object = (properties: string, required = ''): string => `{type: object, ${required}properties: {${properties}}}`;

const schemaChanges: readonly SchemaChange[] = [
  [
    '{}-deprecated-with-sunset',
    ['request-property', 'response-property'],
    '{type: string}',
    '{type: string, deprecated: true, x-sunset: "2028-01-01"}',
    ['compatible {}-deprecated'],
  ],
  ['{}-type-changed', [...requests, ...responses], '{type: string}', '{type: boolean}', ['breaking {}-type-changed']],
  [
    '{}-type-changed',
    ['request-parameter-property'],
    '{type: string}',
    '{type: boolean}',
    ['breaking request-parameter-property-type-specialized'],
  ],
  [
    '{}-all-of-added',
    requests,
    `{allOf: [${keyed('k')}]}`,
    `{allOf: [${keyed('k')}, ${keyed('b')}]}`,
    ['breaking request-required-property-added'],
  ],
  [
    '{}-all-of-removed',
    requests,
    `{allOf: [${keyed('k')}, ${keyed('b')}]}`,
    `{allOf: [${keyed('k')}]}`,
    ['risky request-required-property-removed'],
  ],
  [
    '{}-all-of-added',
    responses,
    `{allOf: [${keyed('k')}]}`,
    `{allOf: [${keyed('k')}, ${keyed('b')}]}`,
    ['compatible response-required-property-added'],
  ],
  [
    '{}-all-of-removed',
    responses,
    `{allOf: [${keyed('k')}, ${keyed('b')}]}`,
    `{allOf: [${keyed('k')}]}`,
    ['breaking response-required-property-removed'],
  ],
  ['{}-if-added', [...requests, ...responses], '{type: object}', '{type: object, if: {required: [a]}}', ['compatible {}-if-added']],
  ['{}-if-removed', [...requests, ...responses], '{type: object, if: {required: [a]}}', '{type: object}', ['compatible {}-if-removed']],
  [
    'request-body-wrapped-in-one-of',
    ['request-body'],
    keyed('k'),
    `{oneOf: [${keyed('k')}, {type: string}]}`,
    ['compatible {}-wrapped-in-one-of'],
  ],
  [
    'response-body-wrapped-in-one-of',
    ['response-body'],
    keyed('k'),
    `{oneOf: [${keyed('k')}, {type: string}]}`,
    ['breaking {}-wrapped-in-one-of'],
  ],
  [
    'ConstraintIsStronger request.max.length.decreased',
    ['request-property'],
    '{type: string, maxLength: 2}',
    '{type: string, maxLength: 1}',
    ['breaking {}-max-length-decreased'],
  ],
  [
    'ConstraintIsWeaker',
    ['request-property'],
    '{type: string, maxLength: 1}',
    '{type: string, maxLength: 2}',
    ['compatible {}-max-length-increased'],
  ],
  [
    'ConstraintChanged schema.pattern.changed',
    ['request-property'],
    '{type: string, pattern: "^a$"}',
    '{type: string, pattern: "^b$"}',
    ['breaking {}-pattern-changed'],
  ],
  [
    'request.min.length.increased',
    ['request-property'],
    '{type: string, minLength: 1}',
    '{type: string, minLength: 2}',
    ['breaking {}-min-length-increased'],
  ],
  [
    'request.numeric.range.decreased',
    ['request-property'],
    '{type: integer, maximum: 2}',
    '{type: integer, maximum: 1}',
    ['breaking {}-max-decreased'],
  ],
  [
    'request.enum.decreased RemovedEnumValue',
    ['request-property'],
    '{type: string, enum: [a, b]}',
    '{type: string, enum: [a]}',
    ['breaking {}-enum-value-removed'],
  ],
  [
    'request.oneof.decreased',
    ['request-property'],
    '{oneOf: [{type: integer}, {type: object}]}',
    '{oneOf: [{type: integer}]}',
    ['breaking {}-one-of-removed'],
  ],
  [
    'response.oneof.increased',
    ['response-property'],
    '{oneOf: [{type: integer}]}',
    '{oneOf: [{type: integer}, {type: object}]}',
    ['breaking {}-one-of-added'],
  ],
  [
    'response.enum.increased AddedEnumValue',
    ['response-property'],
    '{type: string, enum: [a]}',
    '{type: string, enum: [a, b]}',
    ['breaking {}-enum-value-added'],
  ],
  [
    'response.max.length.increased',
    ['response-property'],
    '{type: string, maxLength: 1}',
    '{type: string, maxLength: 2}',
    ['breaking {}-max-length-increased'],
  ],
  [
    'response.min.length.increased',
    ['response-property'],
    '{type: string, minLength: 1}',
    '{type: string, minLength: 2}',
    ['compatible {}-min-length-increased'],
  ],
  [
    'response.numeric.range.increased',
    ['response-property'],
    '{type: integer, maximum: 1}',
    '{type: integer, maximum: 2}',
    ['breaking {}-max-increased'],
  ],
  [
    'schema.min-properties.changed',
    ['request-property'],
    '{type: object, minProperties: 1}',
    '{type: object, minProperties: 2}',
    ['breaking {}-min-properties-increased'],
  ],
  [
    'schema.max-properties.changed',
    ['request-property'],
    '{type: object, maxProperties: 2}',
    '{type: object, maxProperties: 1}',
    ['breaking {}-max-properties-decreased'],
  ],
  ['schema.type.changed TypeChanged', ['request-property'], '{type: string}', '{type: boolean}', ['breaking {}-type-changed']],
  [
    'TypeFormatChanged',
    ['response-property'],
    '{type: integer, format: int32}',
    '{type: integer, format: int64}',
    ['breaking {}-format-changed'],
  ],
  [
    'DefaultValueChanged',
    ['request-property'],
    '{type: string, default: a}',
    '{type: string, default: b}',
    ['risky {}-default-value-changed'],
  ],
  [
    'AddedAdditionalProperties',
    ['request-body'],
    '{type: object, additionalProperties: false}',
    '{type: object, additionalProperties: {type: string}}',
    ['compatible {}-additional-properties-allowed'],
  ],
  [
    'RemovedAdditionalProperties',
    ['request-body'],
    '{type: object, additionalProperties: {type: string}}',
    '{type: object, additionalProperties: false}',
    ['breaking {}-additional-properties-forbidden'],
  ],
  [
    'schema.discriminator.changed DifferentDiscriminator',
    ['response-body'],
    '{oneOf: [{type: object}, {type: array}], discriminator: {propertyName: k}}',
    '{oneOf: [{type: object}, {type: array}], discriminator: {propertyName: l}}',
    ['breaking {}-discriminator-property-name-changed'],
  ],
  [
    'DifferentAllOf DifferentExtends',
    ['response-body'],
    `{allOf: [${keyed('a')}]}`,
    `{allOf: [${keyed('b')}]}`,
    ['compatible response-required-property-added', 'breaking response-required-property-removed'],
  ],
  [
    'ConstantStatusHasChanged',
    ['request-parameter'],
    '{type: string, enum: [a]}',
    '{type: string, enum: [a, b]}',
    ['compatible {}-enum-value-added'],
  ],
];

const schemes = (all: string, required = 'security: [{key: []}], '): string =>
  doc(`paths: {/things: {post: {${required}${ok}}}}\ncomponents: {securitySchemes: {${all}}}\n`);
const key = 'key: {type: apiKey, in: header, name: X}';
const flow = (address: string): string => `key: {type: oauth2, flows: {clientCredentials: {${address}, scopes: {r: read}}}}`;
const swagger = (operation: string, root = ''): string =>
  `swagger: '2.0'\ninfo: {title: Things, version: 1.0.0}\n${root}paths: {/things: {post: {${operation}}}}\n`;
const query = (schema: string, more = ''): string => par(`{name: q, in: query, ${more}schema: ${schema}}`);
const header = (name: string, more = ''): string =>
  op(`responses: {'200': {description: ok, headers: {${name}: {${more}schema: {type: array}}}}}`);
const operations = (all: string): string => doc(`paths: {/things: {${all}}}\n`);
const posted = `post: {${ok}}`;

const changes: readonly PublishedChange[] = [
  ['endpoint-deprecated', op(ok), op(`deprecated: true\n${ok}`), ['compatible api-deprecated']],
  [
    'api-removed-without-deprecation openapi.endpoints.decreased RemovedOperation',
    operations(`${posted}, get: {${ok}}`),
    operations(posted),
    ['breaking api-operation-removed-without-deprecation'],
  ],
  [
    'api-removed-with-deprecation',
    operations(`${posted}, get: {deprecated: true, x-sunset: "2026-01-01", ${ok}}`),
    operations(posted),
    ['breaking api-operation-removed-with-deprecation'],
  ],
  [
    'api-removed-before-sunset',
    operations(`${posted}, get: {deprecated: true, x-sunset: "2028-01-01", ${ok}}`),
    operations(posted),
    ['breaking api-operation-removed-before-sunset'],
  ],
  ['AddedOperation', operations(posted), operations(`${posted}, get: {${ok}}`), ['compatible api-operation-added']],
  [
    'RemovedPath',
    doc(`paths: {/a: {${posted}}, /b: {${posted}}}\n`),
    doc(`paths: {/a: {${posted}}}\n`),
    ['breaking api-path-removed-without-deprecation'],
  ],
  ['AddedPath', doc(`paths: {/a: {${posted}}}\n`), doc(`paths: {/a: {${posted}}, /b: {${posted}}}\n`), ['compatible api-path-added']],
  [
    'operation.id.changed ModifiedOperationId',
    op(`operationId: a\n${ok}`),
    op(`operationId: b\n${ok}`),
    ['risky api-operation-id-changed'],
  ],
  [
    'request-parameter-sunset-parse',
    query('{type: string}', 'deprecated: true, x-sunset: soon, '),
    op(ok),
    ['breaking request-parameter-removed-with-deprecation'],
  ],
  ['request.params.decreased RemovedOptionalParameter', query('{type: string}'), op(ok), ['breaking request-parameter-removed']],
  ['RemovedRequiredParameter', query('{type: string}', 'required: true, '), op(ok), ['breaking request-parameter-removed']],
  ['AddingOptionalParameter', op(ok), query('{type: string}'), ['compatible new-optional-request-parameter']],
  ['AddingRequiredParameter', op(ok), query('{type: string}', 'required: true, '), ['breaking new-required-request-parameter']],
  [
    'request.params.required.increased RequiredStatusChange',
    query('{type: string}'),
    query('{type: string}', 'required: true, '),
    ['breaking request-parameter-became-required'],
  ],
  [
    'request.param.allowempty.decreased',
    query('{type: string}', 'allowEmptyValue: true, '),
    query('{type: string}'),
    ['breaking request-parameter-allow-empty-value-decreased'],
  ],
  [
    'request.param.explode.changed',
    query('{type: array}', 'explode: true, '),
    query('{type: array}', 'explode: false, '),
    ['breaking request-parameter-explode-changed'],
  ],
  [
    'request.param.style.changed',
    query('{type: array}', 'style: form, '),
    query('{type: array}', 'style: pipeDelimited, '),
    ['breaking request-parameter-style-changed'],
  ],
  [
    'ParameterInHasChanged ParameterLocationHasChanged',
    query('{type: string}'),
    par('{name: q, in: header, schema: {type: string}}'),
    ['breaking request-parameter-location-changed'],
  ],
  [
    'ArrayCollectionFormatChanged',
    swagger(`parameters: [{name: v, in: query, type: array, items: {type: string}, collectionFormat: csv}], ${ok}`),
    swagger(`parameters: [{name: v, in: query, type: array, items: {type: string}, collectionFormat: pipes}], ${ok}`),
    ['breaking request-parameter-style-changed'],
  ],
  [
    'RemovedClientParameter',
    swagger(`parameters: [{$ref: '#/parameters/v'}], ${ok}`, 'parameters: {v: {name: v, in: query, type: string}}\n'),
    swagger(ok),
    ['breaking request-parameter-removed'],
  ],
  ['request.body.increased', op(ok), body('{type: string}', 'required: true, '), ['breaking request-body-added-required']],
  [
    'request.content.decreased RequestBodyFormatNoLongerSupported',
    op(`requestBody: {content: {application/json: {}, application/xml: {}}}\n${ok}`),
    op(`requestBody: {content: {application/json: {}}}\n${ok}`),
    ['breaking request-body-media-type-removed'],
  ],
  [
    'response.content.decreased',
    op("responses: {'200': {description: ok, content: {application/json: {}, application/xml: {}}}}"),
    op("responses: {'200': {description: ok, content: {application/json: {}}}}"),
    ['breaking response-media-type-removed'],
  ],
  [
    'ResponseBodyFormatNowSupported',
    op("responses: {'200': {description: ok, content: {application/json: {}}}}"),
    op("responses: {'200': {description: ok, content: {application/json: {}, application/xml: {}}}}"),
    ['compatible response-media-type-added'],
  ],
  [
    'request.readonly.increased ReadonlyPropertyChanged',
    body(object('k: {type: string}')),
    body(object('k: {type: string, readOnly: true}')),
    ['risky request-optional-property-became-read-only'],
  ],
  [
    'request.readonly.required.decreased',
    body(object('k: {type: string, readOnly: true}', 'required: [k], ')),
    body(object('k: {type: string}', 'required: [k], ')),
    ['breaking request-required-property-became-not-read-only'],
  ],
  ['request.required.increased', body(object('k: {type: string}')), body(keyed('k')), ['breaking request-property-became-required']],
  ['AddedRequiredProperty', body(object('')), body(keyed('k')), ['breaking request-required-property-added']],
  ['AddedOptionalProperty', body(object('')), body(object('k: {type: string}')), ['compatible request-optional-property-added']],
  ['RemovedProperty', res(keyed('k')), res('{type: object}'), ['breaking response-required-property-removed']],
  ['AddedPropertyInResponse', res(object('')), res(object('k: {type: string}')), ['compatible response-optional-property-added']],
  [
    'AddedReadOnlyPropertyInResponse',
    res(object('')),
    res(object('k: {type: string, readOnly: true}')),
    ['compatible response-optional-property-added'],
  ],
  ['response.required.decreased', res(keyed('k')), res(object('k: {type: string}')), ['breaking response-property-became-optional']],
  [
    'response.writeonly.increased',
    res(keyed('k')),
    res(object('k: {type: string, writeOnly: true}', 'required: [k], ')),
    ['breaking response-required-property-became-write-only'],
  ],
  [
    'response-optional-write-only-property-added response-required-write-only-property-added',
    res(object('k: {type: string}')),
    res(object('k: {type: string}, w: {type: string, writeOnly: true}', 'required: [w], ')),
    ['compatible response-optional-property-added'],
  ],
  [
    'response.header.explode.changed',
    header('X-Q', 'explode: true, '),
    header('X-Q', 'explode: false, '),
    ['breaking response-header-explode-changed'],
  ],
  ['response.header.required.decreased', header('X-Q', 'required: true, '), header('X-Q'), ['breaking response-header-became-optional']],
  ['response.header.required.increased', header('X-Q'), header('X-Q', 'required: true, '), ['compatible response-header-became-required']],
  ['response.headers.decreased RemovingHeader', header('X-Q'), op(ok), ['breaking optional-response-header-removed']],
  ['AddingHeader', op(ok), header('X-Q'), ['compatible response-header-added']],
  [
    'response.responses.decreased RemovedResponseCode',
    op("responses: {'200': {description: ok}, '201': {description: ok}}"),
    op(ok),
    ['breaking response-success-status-removed'],
  ],
  [
    'AddingResponseCode',
    op(ok),
    op("responses: {'200': {description: ok}, '404': {description: ok}}"),
    ['compatible response-non-success-status-added'],
  ],
  [
    'ProtocolNoLongerSupported',
    swagger(ok, 'host: a.test\nschemes: [http, https]\n'),
    swagger(ok, 'host: a.test\nschemes: [https]\n'),
    ['breaking api-protocol-removed'],
  ],
  [
    'security.requirement.schemes.increased',
    schemes(`${key}, b: {type: http, scheme: basic}`),
    schemes(`${key}, b: {type: http, scheme: basic}`, 'security: [{key: [], b: []}], '),
    ['breaking api-security-changed'],
  ],
  [
    'security.requirements.decreased',
    schemes(`${key}, b: {type: http, scheme: basic}`, 'security: [{key: []}, {b: []}], '),
    schemes(`${key}, b: {type: http, scheme: basic}`),
    ['breaking api-security-changed'],
  ],
  [
    'security.scheme.bearer.format.changed',
    schemes('key: {type: http, scheme: bearer, bearerFormat: JWT}'),
    schemes('key: {type: http, scheme: bearer, bearerFormat: opaque}'),
    ['breaking api-security-component-bearer-format-changed'],
  ],
  [
    'security.scheme.scheme.changed',
    schemes('key: {type: http, scheme: bearer}'),
    schemes('key: {type: http, scheme: basic}'),
    ['breaking api-security-component-scheme-changed'],
  ],
  [
    'security.scheme.oauth2.auth.url.changed',
    schemes("key: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a.test', scopes: {r: read}}}}"),
    schemes("key: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://b.test', scopes: {r: read}}}}"),
    ['breaking api-security-component-oauth-url-changed'],
  ],
  [
    'security.scheme.oauth2.token.url.changed',
    schemes(flow("tokenUrl: 'https://a.test'")),
    schemes(flow("tokenUrl: 'https://b.test'")),
    ['breaking api-security-component-oauth-token-url-changed'],
  ],
  [
    'security.scheme.oauth2.refresh.url.changed',
    schemes(flow("tokenUrl: 'https://a.test', refreshUrl: 'https://a.test/r'")),
    schemes(flow("tokenUrl: 'https://a.test', refreshUrl: 'https://a.test/s'")),
    ['breaking api-security-component-oauth-refresh-url-changed'],
  ],
  [
    'security.scheme.openidconnect.url.changed',
    schemes("key: {type: openIdConnect, openIdConnectUrl: 'https://a.test'}"),
    schemes("key: {type: openIdConnect, openIdConnectUrl: 'https://b.test'}"),
    ['breaking api-security-component-openid-connect-url-changed'],
  ],
  [
    'security.scheme.scopes.increased',
    schemes(
      "key: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.test', scopes: {r: read, w: write}}}}",
      'security: [{key: [r]}], ',
    ),
    schemes(
      "key: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.test', scopes: {r: read, w: write}}}}",
      'security: [{key: [r, w]}], ',
    ),
    ['breaking api-security-scope-added'],
  ],
];

const rule = 'compatibility/openapi-break';
const leftOut: readonly LeftOut[] = [
  {
    ids: `request-property-deprecated-sunset-missing request-property-deprecated-sunset-invalid
      response-property-deprecated-sunset-missing response-property-deprecated-sunset-invalid
      request-parameter-deprecated-sunset-missing`,
    rule,
    says: 'periods of notice, which the standard sets for all contracts alike',
  },
  {
    ids: `api-security-component-removed api-security-component-added api-security-component-oauth-scope-added
      api-security-component-oauth-scope-removed`,
    rule,
    says: 'so are security schemes, scopes and schemas that no operation refers to',
  },
  { ids: 'api-security-component-oauth-scope-changed', rule, says: 'the descriptions of scopes' },
  { ids: 'api-version-decreased VersionsReversed NoVersionChange', rule, says: 'That `info.version` does not follow is told by' },
  {
    ids: `request-body-all-of-added-annotation-only request-body-all-of-removed-annotation-only
      request-property-all-of-added-annotation-only request-property-all-of-removed-annotation-only
      response-body-all-of-added-annotation-only response-body-all-of-removed-annotation-only
      response-property-all-of-added-annotation-only response-property-all-of-removed-annotation-only`,
    rule,
    says: '`allOf` parts that ask for nothing new',
  },
  {
    ids: 'request-body-type-compatible request-property-type-compatible response-header-type-compatible response-body-type-compatible response-property-type-compatible',
    rule,
    says: 'types that are written otherwise and mean the same',
  },
  {
    ids: `request-read-only-property-enum-value-removed request-read-only-property-max-decreased
      request-read-only-property-exclusive-max-decreased request-read-only-property-max-length-decreased
      request-read-only-property-min-increased request-read-only-property-exclusive-min-increased
      response-optional-write-only-property-removed response-required-write-only-property-removed
      response-write-only-property-became-optional response-write-only-property-became-required
      response-write-only-property-enum-value-added response.writeonly.required.decreased`,
    rule,
    says: 'or widens one that is `writeOnly` in an answer, is silent',
  },
  { ids: 'RemovedDefinition ReferenceRedirection', rule, says: 'names of schemas that are no longer referred to by them' },
  { ids: 'ChangedParameterOrder', rule, says: 'the order of parameters' },
  {
    ids: 'XmsLongRunningOperationChanged XmsEnumChanged AddedXmsEnum RemovedXmsEnum',
    rule,
    says: 'vendors’ hints on code generation',
  },
  {
    ids: 'extension.content.types.decreased extension.content.type.%s.deleted',
    rule,
    says: 'extensions whose meaning only their owner knows',
  },
];

describe('the ids that tools for OpenAPI publish', () => {
  const placed = schemaChanges.flatMap(([ids, within, base, head, told]) =>
    within.map((position): PublishedChange => {
      const at = (text: string): string => text.replaceAll('{}', position);
      const document = positions[position];
      return [at(ids), document?.(base) ?? '', document?.(head) ?? '', told.map(at)];
    }),
  );
  mapsPublishedChanges({ kind: openApiKind, path: 'openapi.yaml' }, openApiIds, [...placed, ...changes], leftOut, toldInCatalogues());
});

/** What other tests of OpenAPI tell by these ids. */
function toldInCatalogues(): readonly string[] {
  const suffixes = [...narrowings.flatMap(([, , narrowed, widened]) => [narrowed, widened]), ...others.map(([suffix]) => suffix)];
  return [
    ...Object.keys(positions).flatMap((position) => suffixes.map((suffix) => `${position}-${suffix}`)),
    ...[...operationChanges, ...propertyChanges].flatMap(([name, expected]: CatalogueCase) =>
      expected.length > 0 ? [...name.split(' '), ...expected.map((told) => told.slice(told.indexOf(' ') + 1))] : [],
    ),
  ];
}
