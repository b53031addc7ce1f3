import assert from 'node:assert/strict';
import { openApiKind } from '../../../../src/contracts/openapi/openapi-kind.ts';
import { compare, shown, type Texts } from '../comparing.ts';

const root = (schema: string): string => `openapi: 3.1.0
info: {title: Things, version: 1.0.0}
paths:
  /things:
    get:
      responses: {'200': {description: ok, content: {application/json: {schema: ${schema}}}}}
`;
const pet = (required: string): string => `type: object\nrequired: ${required}\nproperties:\n  a: {type: string}\n`;
const swagger =
  '{"swagger": "2.0", "info": {"title": "Things", "version": "1"}, "paths": {"/things": {"post": {"consumes": ["application/json"], "parameters": [{"in": "body", "name": "b", "required": true, "schema": {"type": "object", "properties": {"a": {"type": "string", "maxLength": 9}}}}, {"in": "query", "name": "q", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"}], "responses": {"200": {"description": "ok", "schema": {"type": "integer"}}}}}}}\n';
const three = `openapi: 3.0.0
info: {title: Things, version: '1'}
paths:
  /things:
    post:
      parameters: [{in: query, name: q, schema: {type: array, items: {type: string}}}]
      requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {a: {type: string, maxLength: 9}}}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: integer}}}}}
`;

async function found(base: Texts, head: Texts, further: Texts = {}) {
  const { changes, notices } = await compare(openApiKind, base, head, further);
  return { changes: changes.map(shown), notices: notices.map(({ id }) => id) };
}

describe('files of OpenAPI', () => {
  it('say once what several of them say in the same words', async () => {
    const inline = (required: string): string => `{type: object, required: ${required}, properties: {a: {type: string}}}`;
    const texts = (required: string): Texts => ({ 'a.yaml': root(inline(required)), 'b.yaml': root(inline(required)) });
    const { changes } = await compare(openApiKind, texts('[a]'), texts('[]'));
    assert.deepEqual(changes.map(shown), [
      'breaking response-property-became-optional /paths/~1things/get/responses/200/content/application~1json/properties/a base:6',
    ]);
    assert.deepEqual(
      changes.map(({ file, also }) => [file.path, also?.map((each) => each.file.path)]),
      [['a.yaml', ['b.yaml']]],
    );
    const one = await compare(openApiKind, texts('[a]'), { ...texts('[a]'), 'b.yaml': root(inline('[]')) });
    assert.deepEqual(
      one.changes.map(({ file, also }) => [file.path, also]),
      [['b.yaml', undefined]],
    );
  });

  it('are told from other files', () => {
    const recognised = (path: string, text: string): boolean => openApiKind.recognises(path, text);
    assert.deepEqual(
      [
        recognised('a.yaml', three),
        recognised('a.json', swagger),
        recognised('a.yml', 'title: x\nopenapi: 3.0.0\n'),
        recognised('a.yaml', 'example:\n  openapi: 3.0.0\n'),
        recognised('a.md', three),
        recognised('a.json', '{"name": "openapi"}'),
      ],
      [true, true, true, false, false, false],
    );
  });
  it('are the same in Swagger 2 and OpenAPI 3', async () => {
    assert.deepEqual(await found({ 'swagger.json': swagger }, { 'openapi.yaml': three }), { changes: [], notices: [] });
  });
  it('say once that an API is gone', async () => {
    assert.deepEqual(await found({ 'openapi.yaml': three }, {}), { changes: ['breaking api-removed / base:1'], notices: [] });
  });
  it('say that an API is new', async () => {
    assert.deepEqual(await found({}, { 'openapi.yaml': three }), { changes: ['compatible api-added / head:1'], notices: [] });
  });
  it('refer to other files', async () => {
    const reference = root("{$ref: './schemas/pet.yaml'}");
    const changes = [
      'breaking response-property-became-optional /paths/~1things/get/responses/200/content/application~1json/properties/a base:2',
    ];
    assert.deepEqual(
      await found(
        { 'api/openapi.yaml': `${reference}# old\n`, 'api/schemas/pet.yaml': pet('[a]') },
        { 'api/openapi.yaml': reference, 'api/schemas/pet.yaml': pet('[]') },
      ),
      { changes, notices: [] },
    );
  });
  it('may be split in two without a change', async () => {
    assert.deepEqual(
      await found(
        { 'openapi.yaml': root('{type: object, required: [a], properties: {a: {type: string}}}') },
        { 'openapi.yaml': root("{$ref: 'pet.yaml'}") },
        { 'pet.yaml': pet('[a]') },
      ),
      { changes: [], notices: [] },
    );
  });
  it('never lead out of the repository', async () => {
    assert.deepEqual(
      await found({ 'openapi.yaml': root('{type: string}') }, { 'openapi.yaml': root("{$ref: 'https://example.test/pet.yaml'}") }),
      { changes: [], notices: ['contract-remote-reference'] },
    );
  });
  it('may refer to themselves', async () => {
    const node = (limit: number): string =>
      `${root("{$ref: '#/components/schemas/Node'}")}components:\n  schemas:\n    Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}, v: {type: string, maxLength: ${limit}}, c: {$ref: '#/components/schemas/C'}}}\n    C: {$ref: '#/components/schemas/C'}\n`;
    assert.deepEqual(await found({ 'openapi.yaml': node(5) }, { 'openapi.yaml': node(9) }), {
      changes: [
        'breaking response-property-max-length-increased /paths/~1things/get/responses/200/content/application~1json/properties/v head:9',
      ],
      notices: [],
    });
  });
  it('that are broken are a notice, and nothing is gone from them', async () => {
    assert.deepEqual(await found({ 'openapi.yaml': three }, { 'openapi.yaml': `${three}  /other: [\n` }), {
      changes: [],
      notices: ['contract-broken'],
    });
    assert.deepEqual(await found({ 'openapi.json': swagger }, { 'openapi.json': swagger.slice(0, 200) }), {
      changes: [],
      notices: ['contract-broken'],
    });
    assert.deepEqual(await found({ 'openapi.yaml': three }, { 'openapi.yaml': 'a: b: c: [' }), {
      changes: [],
      notices: ['contract-broken'],
    });
  });
  it('that are nested without end are a notice', async () => {
    assert.deepEqual((await found({ 'openapi.yaml': three }, { 'openapi.yaml': `${three}x: ${'['.repeat(50_000)}\n` })).notices, [
      'contract-broken',
    ]);
    assert.deepEqual((await found({ 'openapi.yaml': three }, { 'openapi.yaml': `${three}x:\n  ${'- '.repeat(50_000)}a\n` })).notices, [
      'contract-broken',
    ]);
    assert.deepEqual(
      (
        await found(
          { 'openapi.yaml': three },
          { 'openapi.yaml': `${three}x:\n${Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth + 1)}a:`).join('\n')}\n` },
        )
      ).notices,
      ['contract-broken'],
    );
    assert.deepEqual(
      (
        await found(
          { 'openapi.json': swagger },
          { 'openapi.json': `{"openapi": "3.0.0", "x": ${'['.repeat(200_000)}${']'.repeat(200_000)}}` },
        )
      ).notices,
      ['contract-broken'],
    );
  });
  it('that are too large are a notice', async () => {
    assert.deepEqual(await found({ 'openapi.yaml': three }, { 'openapi.yaml': `${three}# ${'x'.repeat(7_000_000)}\n` }), {
      changes: [],
      notices: ['contract-too-large'],
    });
  });
  it('that are bombs of aliases are compared in no time', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) =>
        `  l${level + 1}: &l${level + 1} {type: object, properties: {${Array.from({ length: 9 }, (_each, at) => `p${at}: *l${level}`).join(', ')}}}`,
    ).join('\n');
    const bomb = (most: number): string =>
      `openapi: 3.1.0\ninfo: {title: Things, version: 1.0.0}\nx-levels:\n  l0: &l0 {type: string, maxLength: ${most}}\n${levels}\npaths:\n  /things:\n    get:\n      responses: {'200': {description: ok, content: {application/json: {schema: *l30}}}}\n`;
    const { changes } = await compare(openApiKind, { 'openapi.yaml': bomb(5) }, { 'openapi.yaml': bomb(9) });
    assert.deepEqual(
      changes.map(({ change }) => change),
      ['response-property-max-length-increased'],
    );
  }).timeout(5000);
});

describe('parts of OpenAPI documents', () => {
  const direct = { 'api/openapi.yaml': root("{$ref: './schemas/pet.yaml'}") };
  const optional =
    'breaking response-property-became-optional /paths/~1things/get/responses/200/content/application~1json/properties/a base:2';
  it('are compared in the documents that use them', async () => {
    assert.deepEqual(await found({ 'api/schemas/pet.yaml': pet('[a]') }, { 'api/schemas/pet.yaml': pet('[]') }, direct), {
      changes: [optional],
      notices: [],
    });
  });
  it('may be used over other parts', async () => {
    const further = {
      'api/openapi.yaml': root("{$ref: 'schemas/one%20animal.yaml#/Animal'}"),
      'api/schemas/one animal.yaml': "Animal: {$ref: '../pet.yaml'}\n",
    };
    assert.deepEqual(await found({ 'api/pet.yaml': pet('[a]') }, { 'api/pet.yaml': pet('[]') }, further), {
      changes: [optional],
      notices: [],
    });
  });
  it('are nobody’s where another file of the name is meant', async () => {
    assert.deepEqual(
      await found({ 'other/pet.yaml': pet('[a]') }, { 'other/pet.yaml': pet('[]') }, { ...direct, 'api/schemas/pet.yaml': pet('[a]') }),
      { changes: [], notices: [] },
    );
    assert.deepEqual(await found({ 'a/values.yaml': 'type: a\n' }, { 'a/values.yaml': 'type: [\n' }, direct), { changes: [], notices: [] });
  });
  it('that are gone are a notice', async () => {
    assert.deepEqual(await found({ 'api/schemas/pet.yaml': pet('[a]') }, {}, direct), { changes: [], notices: ['contract-part-missing'] });
  });
  it('that are broken are a notice', async () => {
    assert.deepEqual(await found({ 'api/schemas/pet.yaml': pet('[a]') }, { 'api/schemas/pet.yaml': pet('[') }, direct), {
      changes: [],
      notices: ['contract-broken'],
    });
  });
  it('that too many documents may use are a notice', async () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`d${at}.yaml`, "a: {$ref: 'x/pet.yaml'}\n"]));
    assert.deepEqual(await found({ 'pet.yaml': pet('[a]') }, { 'pet.yaml': pet('[]') }, many), {
      changes: [],
      notices: ['contract-parts-not-followed'],
    });
  });
  it('says that a protocol of Swagger 2 is gone, and not that its address is', async () => {
    const over = (schemes: string): string => swagger.replace('"info"', `"host": "api.test", "schemes": ${schemes}, "info"`);
    const { changes } = await compare(openApiKind, { 'a.json': over('["http", "https"]') }, { 'a.json': over('["https"]') });
    assert.deepEqual(changes.map(shown), ['breaking api-protocol-removed /schemes base:1']);
    const more = await compare(openApiKind, { 'a.json': over('["https"]') }, { 'a.json': over('["https", "http"]') });
    assert.deepEqual(more.changes.map(shown), []);
  });
});
