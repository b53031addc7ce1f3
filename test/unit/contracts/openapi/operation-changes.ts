import { body, doc, ok, op, par, res, type CatalogueCase } from './catalogue.ts';

const oauth = (flow: string): string => `key: {type: oauth2, flows: {${flow}}}`;
const twoSchemes = `${oauth("implicit: {authorizationUrl: 'https://a.test', scopes: {r: read, w: write}}").replace('key', 'oauth')}, key: {type: apiKey, in: header, name: X}`;
const sec = (root: string, operation: string, schemes = twoSchemes): string =>
  doc(`${root}paths: {/things: {post: {${operation}${ok}}}}\ncomponents: {securitySchemes: {${schemes}}}\n`);
const media = (types: string): string => op(`responses: {'200': {description: ok, content: {${types}}}}`);
const hdr = (headers: string): string => op(`responses: {'200': {description: ok, headers: {${headers}}}}`);

/** Changes of operations, named as oasdiff does where it names them. */
export const operationChanges: readonly CatalogueCase[] = [
  ['api-deprecated-sunset-missing', ['compatible api-deprecated'], op(ok), op('deprecated: true\n' + ok)],
  ['api-deprecated-sunset-parse', ['compatible api-deprecated'], op(ok), op('deprecated: true\nx-sunset: soon\n' + ok)],
  ['api-sunset-date-too-small', ['compatible api-deprecated'], op(ok), op('deprecated: true\nx-sunset: "2026-08-20"\n' + ok)],
  [
    'api-sunset-date-changed-too-small',
    ['breaking api-sunset-date-earlier'],
    op('deprecated: true\nx-sunset: "2028-08-20"\n' + ok),
    op('deprecated: true\nx-sunset: "2026-08-20"\n' + ok),
  ],
  ['sunset-deleted', ['breaking api-sunset-deleted'], op('deprecated: true\nx-sunset: "2028-08-20"\n' + ok), op('deprecated: true\n' + ok)],
  ['endpoint-deprecated-with-sunset', ['compatible api-deprecated'], op(ok), op('deprecated: true\nx-sunset: "2028-08-20"\n' + ok)],
  ['endpoint-reactivated', ['compatible api-reactivated'], op('deprecated: true\n' + ok), op(ok)],
  ['api-invalid-stability-level', ['breaking api-invalid-stability-level'], op(ok), op('x-stability-level: odd\n' + ok)],
  [
    'api-stability-increased',
    ['compatible api-stability-increased'],
    op('x-stability-level: beta\n' + ok),
    op('x-stability-level: stable\n' + ok),
  ],
  [
    'api-stability-decreased',
    ['breaking api-stability-decreased'],
    op('x-stability-level: stable\n' + ok),
    op('x-stability-level: beta\n' + ok),
  ],
  [
    'api-path-removed-with-deprecation',
    ['breaking api-path-removed-with-deprecation'],
    op('deprecated: true\nx-sunset: "2026-01-01"\n' + ok),
    doc(`paths:\n  /other: {get: {responses: {'200': {description: ok}}}}\n`),
  ],
  [
    'api-path-removed-before-sunset',
    ['breaking api-path-removed-before-sunset'],
    op('deprecated: true\nx-sunset: "2028-01-01"\n' + ok),
    doc(`paths:\n  /other: {get: {responses: {'200': {description: ok}}}}\n`),
  ],
  [
    'api-path-sunset-parse',
    ['breaking api-path-removed-before-sunset'],
    op('deprecated: true\nx-sunset: soon\n' + ok),
    doc(`paths:\n  /other: {get: {responses: {'200': {description: ok}}}}\n`),
  ],
  [
    'api-path-removed-without-deprecation',
    ['breaking api-path-removed-without-deprecation'],
    op(ok),
    doc(`paths:\n  /other: {get: {responses: {'200': {description: ok}}}}\n`),
  ],
  [
    'endpoint-added',
    ['compatible api-operation-added'],
    doc(`paths: {/a: {put: {${ok}}}}\n`),
    doc(`paths: {/a: {put: {${ok}}, get: {${ok}}}}\n`),
  ],
  [
    'webhook-added',
    ['compatible webhook-added'],
    doc(`paths: {/a: {put: {${ok}}}}\n`),
    doc(`paths: {/a: {put: {${ok}}}}\nwebhooks: {a: {post: {${ok}}}}\n`),
  ],
  [
    'webhook-removed',
    ['breaking webhook-removed'],
    doc(`paths: {/a: {put: {${ok}}}}\nwebhooks: {a: {post: {${ok}}}}\n`),
    doc(`paths: {/a: {put: {${ok}}}}\n`),
  ],
  [
    'webhook body became-required',
    ['compatible request-body-became-required', 'breaking request-body-type-changed'],
    doc(
      `paths: {/a: {put: {${ok}}}}\nwebhooks: {a: {post: {requestBody: {content: {application/json: {schema: {type: string}}}},${ok}}}}\n`,
    ),
    doc(
      `paths: {/a: {put: {${ok}}}}\nwebhooks: {a: {post: {requestBody: {required: true, content: {application/json: {schema: {type: integer}}}},${ok}}}}\n`,
    ),
  ],
  ['api-global-security-added', ['breaking api-security-added'], sec('', ''), sec('security: [{key: []}]\n', '')],
  ['api-global-security-removed', ['compatible api-security-relaxed'], sec('security: [{key: []}]\n', ''), sec('', '')],
  [
    'api-global-security-scope-added',
    ['breaking api-security-scope-added'],
    sec('security: [{oauth: [r]}]\n', ''),
    sec('security: [{oauth: [r, w]}]\n', ''),
  ],
  [
    'api-global-security-scope-removed',
    ['compatible api-security-relaxed'],
    sec('security: [{oauth: [r, w]}]\n', ''),
    sec('security: [{oauth: [r]}]\n', ''),
  ],
  ['api-security-added', ['breaking api-security-added'], sec('', ''), sec('', 'security: [{key: []}], ')],
  [
    'api-security-added (alternative)',
    ['compatible api-security-relaxed'],
    sec('', 'security: [{key: []}], '),
    sec('', 'security: [{key: []}, {oauth: [r]}], '),
  ],
  [
    'api-security-removed',
    ['breaking api-security-changed'],
    sec('', 'security: [{key: []}, {oauth: [r]}], '),
    sec('', 'security: [{key: []}], '),
  ],
  [
    'api-security-scope-added',
    ['breaking api-security-scope-added'],
    sec('', 'security: [{oauth: [r]}], '),
    sec('', 'security: [{oauth: [r, w]}], '),
  ],
  [
    'api-security-scope-removed',
    ['compatible api-security-relaxed'],
    sec('', 'security: [{oauth: [r, w]}], '),
    sec('', 'security: [{oauth: [r]}], '),
  ],
  ['api-operation-id-added', ['compatible api-operation-id-added'], op(ok), op('operationId: a\n' + ok)],
  ['api-operation-id-removed', ['risky api-operation-id-removed'], op('operationId: a\n' + ok), op(ok)],
  ['operation-id changed', ['risky api-operation-id-changed'], op('operationId: a\n' + ok), op('operationId: b\n' + ok)],
  ['api-tag-added', ['compatible api-tag-added'], op(ok), op('tags: [a]\n' + ok)],
  ['api-tag-removed', ['compatible api-tag-removed'], op('tags: [a]\n' + ok), op(ok)],
  ['api-version-decreased', [], doc('paths: {}\n', '2.0.0'), doc('paths: {}\n', '1.0.0')],
  ['api-version-not-bumped', ['compatible api-operation-id-added'], op(ok), op('operationId: a\n' + ok)],
  [
    'api-major-version-not-bumped',
    ['breaking api-path-removed-without-deprecation'],
    op(ok),
    doc(`paths:\n  /other: {get: {responses: {'200': {description: ok}}}}\n`, '1.1.0'),
  ],
  [
    'api-schema-removed',
    ['breaking api-schema-removed'],
    doc('paths: {}\ncomponents: {schemas: {A: {type: string}, B: {type: string}}}\n'),
    doc('paths: {}\ncomponents: {schemas: {A: {type: string}}}\n'),
  ],
  ['request-body-added-optional', ['compatible request-body-added-optional'], op(ok), body('{type: string}')],
  ['request-body-added-required', ['breaking request-body-added-required'], op(ok), body('{type: string}', 'required: true, ')],
  ['request-body-removed', ['breaking request-body-removed'], body('{type: string}'), op(ok)],
  [
    'request-body-became-optional',
    ['compatible request-body-became-optional'],
    body('{type: string}', 'required: true, '),
    body('{type: string}'),
  ],
  [
    'request-body-became-required',
    ['breaking request-body-became-required'],
    body('{type: string}'),
    body('{type: string}', 'required: true, '),
  ],
  [
    'request-body-media-type-added',
    ['compatible request-body-media-type-added'],
    op(`requestBody: {content: {application/json: {}}}\n${ok}`),
    op(`requestBody: {content: {application/json: {}, application/xml: {}}}\n${ok}`),
  ],
  [
    'request-body-media-type-removed',
    ['breaking request-body-media-type-removed'],
    op(`requestBody: {content: {application/json: {}, application/xml: {}}}\n${ok}`),
    op(`requestBody: {content: {application/json: {}}}\n${ok}`),
  ],
  [
    'request-body-media-type-schema-added',
    ['breaking request-body-media-type-schema-added'],
    op(`requestBody: {content: {application/json: {}}}\n${ok}`),
    body('{type: string}'),
  ],
  [
    'request-body-media-type-schema-removed',
    ['compatible request-body-media-type-schema-removed'],
    body('{type: string}'),
    op(`requestBody: {content: {application/json: {}}}\n${ok}`),
  ],
  [
    'response-body-media-type-schema-added',
    ['compatible response-body-media-type-schema-added'],
    media('application/json: {}'),
    res('{type: string}'),
  ],
  [
    'response-body-media-type-schema-removed',
    ['risky response-body-media-type-schema-removed'],
    res('{type: string}'),
    media('application/json: {}'),
  ],
  [
    'response-media-type-added',
    ['compatible response-media-type-added'],
    media('application/json: {}'),
    media('application/json: {}, application/xml: {}'),
  ],
  [
    'response-media-type-removed',
    ['breaking response-media-type-removed'],
    media('application/json: {}, application/xml: {}'),
    media('application/json: {}'),
  ],
  [
    'response-media-type-name-changed',
    ['breaking response-media-type-removed', 'compatible response-media-type-added'],
    media('application/a+json: {schema: {type: string}}'),
    media('application/b+json: {schema: {type: string}}'),
  ],
  [
    'response-media-type-name-generalized',
    ['breaking response-media-type-name-generalized'],
    media('application/json: {schema: {type: string}}'),
    media('application/*: {schema: {type: string}}'),
  ],
  [
    'response-media-type-name-specialized',
    ['compatible response-media-type-name-specialized'],
    media('application/*: {schema: {type: string}}'),
    media('application/json: {schema: {type: string}}'),
  ],
  [
    'response-mediatype-enum-value-removed',
    ['compatible response-body-enum-value-removed'],
    res('{type: string, enum: [a, b]}'),
    res('{type: string, enum: [a]}'),
  ],
  ['response-header-added', ['compatible response-header-added'], hdr(''), hdr('X-A: {schema: {type: string}}')],
  [
    'required-response-header-removed',
    ['breaking required-response-header-removed'],
    hdr('X-A: {required: true, schema: {type: string}}'),
    hdr(''),
  ],
  ['optional-response-header-removed', ['breaking optional-response-header-removed'], hdr('X-A: {schema: {type: string}}'), hdr('')],
  [
    'response-header-became-optional',
    ['breaking response-header-became-optional'],
    hdr('X-A: {required: true, schema: {type: string}}'),
    hdr('X-A: {schema: {type: string}}'),
  ],
  [
    'response-header-became-required',
    ['compatible response-header-became-required'],
    hdr('X-A: {schema: {type: string}}'),
    hdr('X-A: {required: true, schema: {type: string}}'),
  ],
  [
    'response-header-type-changed',
    ['breaking response-header-type-changed'],
    hdr('X-A: {schema: {type: integer}}'),
    hdr('X-A: {schema: {type: boolean}}'),
  ],
  [
    'response-success-status-added',
    ['compatible response-success-status-added'],
    op(ok),
    op("responses: {'200': {description: ok}, '201': {description: ok}}"),
  ],
  [
    'response-success-status-removed',
    ['breaking response-success-status-removed'],
    op("responses: {'200': {description: ok}, '201': {description: ok}}"),
    op(ok),
  ],
  [
    'response-non-success-status-removed',
    ['compatible response-non-success-status-removed'],
    op("responses: {'200': {description: ok}, '404': {description: ok}}"),
    op(ok),
  ],
  [
    'response-non-success-status-added',
    ['compatible response-non-success-status-added'],
    op(ok),
    op("responses: {'200': {description: ok}, '404': {description: ok}}"),
  ],
  [
    'new-optional-request-parameter',
    ['compatible new-optional-request-parameter'],
    op(ok),
    par('{name: q, in: query, schema: {type: string}}'),
  ],
  [
    'new-required-request-parameter',
    ['breaking new-required-request-parameter'],
    op(ok),
    par('{name: q, in: query, required: true, schema: {type: string}}'),
  ],
  [
    'new-optional-request-default-parameter-to-existing-path',
    ['compatible new-optional-request-parameter'],
    op(ok),
    par('{name: q, in: query, schema: {type: string, default: a}}'),
  ],
  [
    'new-required-request-default-parameter-to-existing-path',
    ['breaking new-required-request-parameter'],
    op(ok),
    par('{name: q, in: query, required: true, schema: {type: string, default: a}}'),
  ],
  [
    'new-request-path-parameter',
    ['breaking new-request-path-parameter'],
    doc(`paths: {'/a': {get: {${ok}}}}\n`),
    doc(`paths: {'/a': {get: {parameters: [{name: b, in: path, required: true, schema: {type: string}}], ${ok}}}}\n`),
  ],
  ['request-parameter-removed', ['breaking request-parameter-removed'], par('{name: q, in: query, schema: {type: string}}'), op(ok)],
  [
    'request-parameter-removed-with-deprecation',
    ['breaking request-parameter-removed-with-deprecation'],
    par('{name: q, in: query, deprecated: true, x-sunset: "2026-01-01", schema: {type: string}}'),
    op(ok),
  ],
  [
    'request-parameter-removed-before-sunset',
    ['breaking request-parameter-removed-with-deprecation'],
    par('{name: q, in: query, deprecated: true, x-sunset: "2028-01-01", schema: {type: string}}'),
    op(ok),
  ],
  [
    'request-parameter-became-optional',
    ['compatible request-parameter-became-optional'],
    par('{name: q, in: query, required: true, schema: {type: string}}'),
    par('{name: q, in: query, schema: {type: string}}'),
  ],
  [
    'request-parameter-became-required',
    ['breaking request-parameter-became-required'],
    par('{name: q, in: query, schema: {type: string}}'),
    par('{name: q, in: query, required: true, schema: {type: string}}'),
  ],
  [
    'request-parameter-deprecated',
    ['compatible request-parameter-deprecated'],
    par('{name: q, in: query, schema: {type: string}}'),
    par('{name: q, in: query, deprecated: true, schema: {type: string}}'),
  ],
  [
    'request-parameter-sunset-date-changed-too-small',
    ['breaking request-parameter-sunset-date-earlier'],
    par('{name: q, in: query, deprecated: true, x-sunset: "2028-01-01", schema: {type: string}}'),
    par('{name: q, in: query, deprecated: true, x-sunset: "2026-09-01", schema: {type: string}}'),
  ],
  [
    'request-parameter-sunset-deleted',
    ['breaking request-parameter-sunset-deleted'],
    par('{name: q, in: query, deprecated: true, x-sunset: "2028-01-01", schema: {type: string}}'),
    par('{name: q, in: query, deprecated: true, schema: {type: string}}'),
  ],
  [
    'request-parameter-type-changed',
    ['breaking request-parameter-type-changed'],
    par('{name: q, in: query, schema: {type: integer}}'),
    par('{name: q, in: query, schema: {type: boolean}}'),
  ],
  [
    'request-parameter-list-of-types-narrowed',
    ['breaking request-parameter-type-specialized'],
    par('{name: q, in: query, schema: {type: [integer, boolean, "null"]}}'),
    par('{name: q, in: query, schema: {type: [integer, "null"]}}'),
  ],
  [
    'request-parameter-list-of-types-narrowed',
    ['breaking request-parameter-list-of-types-narrowed'],
    par('{name: q, in: query, schema: {type: [integer, boolean, array]}}'),
    par('{name: q, in: query, schema: {type: [integer, array]}}'),
  ],
  [
    'request-parameter style',
    ['breaking request-parameter-style-changed'],
    par('{name: q, in: query, style: form, schema: {type: array, items: {type: string}}}'),
    par('{name: q, in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}}'),
  ],
  [
    'request-parameter explode',
    ['breaking request-parameter-explode-changed'],
    par('{name: q, in: query, explode: true, schema: {type: array, items: {type: string}}}'),
    par('{name: q, in: query, explode: false, schema: {type: array, items: {type: string}}}'),
  ],
  [
    'request-parameter allowEmptyValue',
    ['breaking request-parameter-allow-empty-value-decreased'],
    par('{name: q, in: query, allowEmptyValue: true, schema: {type: string}}'),
    par('{name: q, in: query, schema: {type: string}}'),
  ],
  [
    'request-parameter in changed',
    ['breaking request-parameter-location-changed'],
    par('{name: q, in: query, schema: {type: string}}'),
    par('{name: q, in: header, schema: {type: string}}'),
  ],
  [
    'server changed',
    ['risky api-server-removed'],
    doc(`servers: [{url: 'https://a.test/v1'}]\npaths: {/a: {get: {${ok}}}}\n`),
    doc(`servers: [{url: 'https://b.test/v1'}]\npaths: {/a: {get: {${ok}}}}\n`),
  ],
  [
    'callback',
    ['breaking request-required-property-removed', 'compatible request-optional-property-added'],
    op(
      `callbacks: {done: {'{$request.body#/url}': {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}, required: [a]}}}}, ${ok}}}}}\n${ok}`,
    ),
    op(
      `callbacks: {done: {'{$request.body#/url}': {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}, ${ok}}}}}\n${ok}`,
    ),
  ],
  [
    'path parameter renamed',
    [],
    doc(`paths: {'/a/{id}': {get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], ${ok}}}}\n`),
    doc(`paths: {'/a/{key}': {get: {parameters: [{name: key, in: path, required: true, schema: {type: string}}], ${ok}}}}\n`),
  ],
  [
    'params reordered',
    [],
    par('{name: a, in: query, schema: {type: string}}, {name: b, in: query, schema: {type: string}}'),
    par('{name: b, in: query, schema: {type: string}}, {name: a, in: query, schema: {type: string}}'),
  ],
  ...(
    [
      ['breaking api-operation-removed-without-deprecation', ''],
      ['breaking api-operation-removed-with-deprecation', 'deprecated: true, x-sunset: "2026-01-01", '],
      ['breaking api-operation-removed-before-sunset', 'deprecated: true, x-sunset: "2028-01-01", '],
    ] as const
  ).map(
    ([expected, life]) =>
      [expected, [expected], doc(`paths: {/a: {get: {${life}${ok}}, put: {${ok}}}}\n`), doc(`paths: {/a: {put: {${ok}}}}\n`)] as const,
  ),
  ...(
    [
      [
        'component-added',
        [],
        twoSchemes.replace(/^.*?, key/, 'key'),
        `key: {type: apiKey, in: header, name: X}, b: {type: http, scheme: basic}`,
      ],
      [
        'component-removed',
        [],
        `key: {type: apiKey, in: header, name: X}, b: {type: http, scheme: basic}`,
        'key: {type: apiKey, in: header, name: X}',
      ],
      [
        'component-type-changed',
        ['breaking api-security-component-type-changed'],
        'key: {type: apiKey, in: header, name: X}',
        'key: {type: http, scheme: basic}',
      ],
      [
        'component-oauth-url-changed',
        ['breaking api-security-component-oauth-url-changed'],
        oauth("implicit: {authorizationUrl: 'https://a.test', scopes: {r: read}}"),
        oauth("implicit: {authorizationUrl: 'https://b.test', scopes: {r: read}}"),
      ],
      [
        'component-oauth-token-url-changed',
        ['breaking api-security-component-oauth-token-url-changed'],
        oauth("clientCredentials: {tokenUrl: 'https://a.test', scopes: {r: read}}"),
        oauth("clientCredentials: {tokenUrl: 'https://b.test', scopes: {r: read}}"),
      ],
      [
        'component-oauth-scope-changed (its description)',
        [],
        oauth("clientCredentials: {tokenUrl: 'https://a.test', scopes: {r: read}}"),
        oauth("clientCredentials: {tokenUrl: 'https://a.test', scopes: {r: reads}}"),
      ],
      [
        'component-oauth-scope-added (no operation asks for it)',
        [],
        oauth("clientCredentials: {tokenUrl: 'https://a.test', scopes: {r: read}}"),
        oauth("clientCredentials: {tokenUrl: 'https://a.test', scopes: {r: read, w: write}}"),
      ],
    ] as const
  ).map(
    ([name, expected, base, head]) =>
      [`api-security-${name}`, expected, sec('', 'security: [{key: []}], ', base), sec('', 'security: [{key: []}], ', head)] as const,
  ),
];
