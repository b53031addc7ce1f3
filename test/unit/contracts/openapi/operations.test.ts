import assert from 'node:assert/strict';
import { openApiKind } from '../../../../src/contracts/openapi/openapi-kind.ts';
import { compare } from '../comparing.ts';

const op = (body: string): string => `  /things/{id}:\n    get:\n${body}`;
const ok = "      responses: {'200': {description: ok}}\n";
const q = (parameter: string): string => op(`      parameters:\n        - ${parameter}\n${ok}`);
const api = (paths: string): string => `openapi: 3.0.3
info: {title: Things, version: 1.0.0}
paths:
${paths}components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    oauth: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://id.test', scopes: {read: r, write: w}}}}
`;

const cases: readonly (readonly [name: string, old: string, now: string, expected: readonly string[]])[] = [
  ['a path is removed', `${op(ok)}  /other:\n    post:\n${ok}`, op(ok), ['breaking api-path-removed-without-deprecation']],
  ['a path is added', op(ok), `${op(ok)}  /other:\n    post:\n${ok}`, ['compatible api-path-added']],
  ['an operation is removed', `${op(ok)}    post:\n${ok}`, op(ok), ['breaking api-operation-removed-without-deprecation']],
  [
    'a deprecated operation is removed after its day',
    `${op(ok)}    post:\n      deprecated: true\n      x-sunset: '2020-01-01'\n${ok}`,
    op(ok),
    ['breaking api-operation-removed-with-deprecation'],
  ],
  [
    'a deprecated operation is removed before its day',
    `${op(ok)}    post:\n      deprecated: true\n      x-sunset: '9999-01-01'\n${ok}`,
    op(ok),
    ['breaking api-operation-removed-before-sunset'],
  ],
  [
    'an unstable operation is removed',
    `${op(ok)}    post:\n      x-stability-level: alpha\n${ok}`,
    op(ok),
    ['compatible api-operation-removed-without-deprecation'],
  ],
  [
    'the name of a path parameter changes',
    '  /things/{id}:\n    get:\n      parameters:\n        - {name: id, in: path, required: true, schema: {type: string}}\n' + ok,
    '  /things/{thing}:\n    get:\n      parameters:\n        - {name: thing, in: path, required: true, schema: {type: string}}\n' + ok,
    [],
  ],
  [
    'a required parameter is added',
    op(ok),
    q('{name: a, in: query, required: true, schema: {type: string}}'),
    ['breaking new-required-request-parameter'],
  ],
  [
    'an optional parameter is added',
    op(ok),
    q('{name: a, in: query, schema: {type: string}}'),
    ['compatible new-optional-request-parameter'],
  ],
  ['a parameter is removed', q('{name: a, in: query, schema: {type: string}}'), op(ok), ['breaking request-parameter-removed']],
  [
    'a parameter becomes required',
    q('{name: a, in: query, schema: {type: string}}'),
    q('{name: a, in: query, required: true, schema: {type: string}}'),
    ['breaking request-parameter-became-required'],
  ],
  [
    'a parameter moves',
    q('{name: a, in: query, schema: {type: string}}'),
    q('{name: a, in: header, schema: {type: string}}'),
    ['breaking request-parameter-location-changed'],
  ],
  [
    'a header differs in case only',
    q('{name: X-A, in: header, schema: {type: string}}'),
    q('{name: x-a, in: header, schema: {type: string}}'),
    [],
  ],
  [
    'a parameter is written in another style',
    q('{name: a, in: query, style: form, schema: {type: array, items: {type: string}}}'),
    q('{name: a, in: query, style: pipeDelimited, explode: true, schema: {type: array, items: {type: string}}}'),
    ['breaking request-parameter-style-changed'],
  ],
  [
    'a parameter is no longer exploded',
    q('{name: a, in: query, schema: {type: array, items: {type: string}}}'),
    q('{name: a, in: query, explode: false, schema: {type: array, items: {type: string}}}'),
    ['breaking request-parameter-explode-changed'],
  ],
  [
    'the default of a parameter changes',
    q('{name: a, in: query, schema: {type: integer, default: 10}}'),
    q('{name: a, in: query, schema: {type: integer, default: 50}}'),
    ['breaking request-parameter-default-value-changed'],
  ],
  [
    'a number in the query becomes a text',
    q('{name: a, in: query, schema: {type: integer}}'),
    q('{name: a, in: query, schema: {type: string}}'),
    ['compatible request-parameter-type-generalized'],
  ],
  [
    'a value in the query may be repeated',
    q('{name: a, in: query, schema: {type: integer}}'),
    q('{name: a, in: query, schema: {type: array, items: {type: integer}}}'),
    ['compatible request-parameter-type-generalized'],
  ],
  [
    'a value in the query becomes a list of something else',
    q('{name: a, in: query, schema: {type: string}}'),
    q('{name: a, in: query, schema: {type: array, items: {type: integer}}}'),
    ['breaking request-parameter-type-changed'],
  ],
  [
    'a parameter may not be empty',
    q('{name: a, in: query, allowEmptyValue: true, schema: {type: string}}'),
    q('{name: a, in: query, schema: {type: string}}'),
    ['breaking request-parameter-allow-empty-value-decreased'],
  ],
  [
    'a deprecated parameter loses its day',
    q("{name: a, in: query, deprecated: true, x-sunset: '9999-01-01', schema: {type: string}}"),
    q('{name: a, in: query, deprecated: true, schema: {type: string}}'),
    ['breaking request-parameter-sunset-deleted'],
  ],
  ['an operation is deprecated', op(ok), op(`      deprecated: true\n${ok}`), ['compatible api-deprecated']],
  [
    'the day comes earlier',
    op(`      deprecated: true\n      x-sunset: '9999-02-01'\n${ok}`),
    op(`      deprecated: true\n      x-sunset: '9999-01-01'\n${ok}`),
    ['breaking api-sunset-date-earlier'],
  ],
  ['the stability decreases', op(ok), op(`      x-stability-level: beta\n${ok}`), ['breaking api-stability-decreased']],
  ['the operation id changes', op(`      operationId: a\n${ok}`), op(`      operationId: b\n${ok}`), ['risky api-operation-id-changed']],
  ['tags change', op(`      tags: [a]\n${ok}`), op(`      tags: [b]\n${ok}`), ['compatible api-tag-removed', 'compatible api-tag-added']],
  [
    'a required body is added',
    op(ok),
    op(`      requestBody: {required: true, content: {application/json: {schema: {type: string}}}}\n${ok}`),
    ['breaking request-body-added-required'],
  ],
  [
    'a body is removed',
    op(`      requestBody: {content: {application/json: {schema: {type: string}}}}\n${ok}`),
    op(ok),
    ['breaking request-body-removed'],
  ],
  [
    'a body becomes required',
    op(`      requestBody: {content: {application/json: {schema: {type: string}}}}\n${ok}`),
    op(`      requestBody: {required: true, content: {application/json: {schema: {type: string}}}}\n${ok}`),
    ['breaking request-body-became-required'],
  ],
  [
    'a media type of the body is removed',
    op(`      requestBody: {content: {application/json: {}, application/xml: {}}}\n${ok}`),
    op(`      requestBody: {content: {application/json: {}}}\n${ok}`),
    ['breaking request-body-media-type-removed'],
  ],
  [
    'a media type is covered by a range',
    op(`      requestBody: {content: {image/png: {}}}\n${ok}`),
    op(`      requestBody: {content: {'image/*': {}}}\n${ok}`),
    [],
  ],
  [
    'a successful status is removed',
    op("      responses: {'200': {description: a}, '201': {description: b}}\n"),
    op(ok),
    ['breaking response-success-status-removed'],
  ],
  [
    'a status of an error is removed',
    op("      responses: {'200': {description: a}, '404': {description: b}}\n"),
    op(ok),
    ['compatible response-non-success-status-removed'],
  ],
  [
    'statuses are added',
    op(ok),
    op("      responses: {'200': {description: a}, '201': {description: b}, '404': {description: b}}\n"),
    ['compatible response-success-status-added', 'compatible response-non-success-status-added'],
  ],
  [
    'a media type of the answer is removed',
    op("      responses: {'200': {description: a, content: {application/json: {}, text/csv: {}}}}\n"),
    op("      responses: {'200': {description: a, content: {application/json: {}}}}\n"),
    ['breaking response-media-type-removed'],
  ],
  [
    'a header of the answer is removed',
    op("      responses: {'200': {description: a, headers: {X-A: {schema: {type: string}}}}}\n"),
    op(ok),
    ['breaking optional-response-header-removed'],
  ],
  [
    'a header of the answer becomes optional',
    op("      responses: {'200': {description: a, headers: {X-A: {required: true, schema: {type: string}}}}}\n"),
    op("      responses: {'200': {description: a, headers: {X-A: {schema: {type: string}}}}}\n"),
    ['breaking response-header-became-optional'],
  ],
  [
    'a header of the answer is written in another way',
    op("      responses: {'200': {description: a, headers: {X-A: {explode: true, schema: {type: array, items: {type: string}}}}}}\n"),
    op("      responses: {'200': {description: a, headers: {X-A: {schema: {type: array, items: {type: string}}}}}}\n"),
    ['breaking response-header-explode-changed'],
  ],
  [
    'what a media type of the body holds is described',
    op(`      requestBody: {content: {application/json: {}}}\n${ok}`),
    op(`      requestBody: {content: {application/json: {schema: {type: object}}}}\n${ok}`),
    ['breaking request-body-media-type-schema-added'],
  ],
  [
    'what a media type of the body holds is described by anything',
    op(`      requestBody: {content: {application/json: {}}}\n${ok}`),
    op(`      requestBody: {content: {application/json: {schema: {}}}}\n${ok}`),
    [],
  ],
  [
    'what a media type of the body holds is no longer described',
    op(`      requestBody: {content: {application/json: {schema: {type: object}}}}\n${ok}`),
    op(`      requestBody: {content: {application/json: {}}}\n${ok}`),
    ['compatible request-body-media-type-schema-removed'],
  ],
  [
    'what a media type of the answer holds is no longer described',
    op("      responses: {'200': {description: a, content: {application/json: {schema: {type: object}}}}}\n"),
    op("      responses: {'200': {description: a, content: {application/json: {}}}}\n"),
    ['risky response-body-media-type-schema-removed'],
  ],
  ['security is asked for', op(ok), op(`      security: [{key: []}]\n${ok}`), ['breaking api-security-added']],
  [
    'another way to be let in is offered',
    op(`      security: [{key: []}]\n${ok}`),
    op(`      security: [{key: []}, {oauth: [read]}]\n${ok}`),
    ['compatible api-security-relaxed'],
  ],
  [
    'a way to be let in is removed',
    op(`      security: [{key: []}, {oauth: [read]}]\n${ok}`),
    op(`      security: [{key: []}]\n${ok}`),
    ['breaking api-security-changed'],
  ],
  [
    'one more scope is asked for',
    op(`      security: [{oauth: [read]}]\n${ok}`),
    op(`      security: [{oauth: [read, write]}]\n${ok}`),
    ['breaking api-security-scope-added'],
  ],
  [
    'a callback is removed',
    op(`      callbacks: {done: {'{$request.body#/url}': {post: {responses: {'200': {description: ok}}}}}}\n${ok}`),
    op(ok),
    ['breaking callback-removed'],
  ],
  [
    'what a callback sends loses a property',
    op(
      `      callbacks: {done: {'{$request.body#/url}': {post: {requestBody: {content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: string}}}}}}, responses: {'200': {description: ok}}}}}}\n${ok}`,
    ),
    op(
      `      callbacks: {done: {'{$request.body#/url}': {post: {requestBody: {content: {application/json: {schema: {type: object}}}}, responses: {'200': {description: ok}}}}}}\n${ok}`,
    ),
    ['breaking request-required-property-removed'],
  ],
];

describe('operations of OpenAPI', () => {
  for (const [name, old, now, expected] of cases) {
    it(name, async () => {
      const { changes, notices } = await compare(openApiKind, { 'openapi.yaml': api(old) }, { 'openapi.yaml': api(now) });
      assert.deepEqual(notices, []);
      assert.deepEqual(
        changes.map(({ impact, change }) => `${impact} ${change}`),
        expected,
      );
    });
  }
  it('may go from the day on that was announced', async () => {
    const old = api(`${op(ok)}    post:\n      deprecated: true\n      x-sunset: '2026-08-10'\n${ok}`);
    const found = async (today: string) =>
      (await compare(openApiKind, { 'openapi.yaml': old }, { 'openapi.yaml': api(op(ok)) }, {}, today)).changes.map(
        ({ impact, change }) => `${impact} ${change}`,
      );
    assert.deepEqual(await found('2026-08-09'), ['breaking api-operation-removed-before-sunset']);
    assert.deepEqual(await found('2026-08-10'), ['breaking api-operation-removed-with-deprecation']);
  });
});
