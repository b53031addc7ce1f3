import assert from 'node:assert/strict';
import { graphqlBreak } from '../../../../src/rules/compatibility/graphql-break.ts';
import { openApiBreak } from '../../../../src/rules/compatibility/openapi-break.ts';
import type { Rule } from '../../../../src/rules/rule.ts';
import { applyFix, reviewExample } from '../../rules/rule-cases.ts';

/** What the fix that brings something back makes of the text; undefined where there is none. */
async function broughtBack(rule: Rule, path: string, base: string, head: string): Promise<string | undefined> {
  const { findings } = await reviewExample(rule, { base: { [path]: base }, head: { [path]: head } });
  assert.equal(findings.length, 1);
  const fix = findings[0]?.fixes.find(({ title }) => title.startsWith('Bring'));
  return fix && applyFix({ [path]: head }, fix)[path];
}

describe('what is gone from a document', () => {
  const api = (...paths: readonly string[]): string =>
    `openapi: 3.0.3\ninfo:\n  title: Orders\n  version: 1.3.0\npaths:\n${paths.join('')}`;
  const orders = '  /orders:\n    get:\n      responses:\n        "200": { description: ok }\n';
  const bills =
    '  /bills:\n    get:\n      responses:\n        "200": { description: ok }\n    post:\n      summary: new\n      responses: {}\n';
  const goes = (indent: string): string => `${indent}deprecated: true\n${indent}x-sunset: '2027-02-10'\n`;

  it('comes back to a path of OpenAPI, deprecated until the notice has passed', async () => {
    assert.equal(
      await broughtBack(openApiBreak, 'openapi.yaml', api(orders, bills), api(orders)),
      api(
        orders,
        '  /bills:\n    get:\n',
        goes('      '),
        '      responses:\n        "200": { description: ok }\n    post:\n',
        goes('      '),
        '      summary: new\n      responses: {}\n',
      ),
    );
  });
  it('comes back with its comment behind what it stood behind', async () => {
    const [first, last] = [
      '  # All orders.\n  /orders:\n    get: { responses: {} } # open\n\n',
      '  # The last.\n  /z:\n    get: { responses: {} }\n',
    ];
    const bill = (mark: string): string => `  # What is owed.\n  # Slow.\n  '/bills/{id}':\n    get:\n${mark}      responses: {}\n`;
    const file = (...paths: readonly string[]): string => api(...paths);
    assert.equal(
      await broughtBack(openApiBreak, 'openapi.yaml', file(first, bill(''), last), file(first, last)),
      file(first.trimEnd(), '\n', bill(goes('      ')), '\n', last),
    );
    assert.equal(
      await broughtBack(openApiBreak, 'openapi.yaml', file(bill(''), first, last), file(first, last)),
      file(bill(goes('      ')), first, last),
    );
    assert.equal(
      await broughtBack(openApiBreak, 'openapi.yaml', file(first, bill('')), file(first).trimEnd()),
      `${file(first.trimEnd())}\n${bill(goes('      ')).trimEnd()}`,
    );
  });
  it('comes back to an operation with other indentation', async () => {
    const answered = 'get:\n            responses:\n                "200": { description: ok }\n';
    const wide = `    /bills:\n        ${answered}`;
    assert.equal(
      await broughtBack(openApiBreak, 'openapi.yaml', api(bills), api(wide)),
      api(`    /bills:\n        ${answered}`, '        post:\n', goes('          '), '          summary: new\n          responses: {}\n'),
    );
  });
  it('comes back to the properties of an answer', async () => {
    const answer = (properties: string): string =>
      api(
        `  /orders:\n    get:\n      responses:\n        "200":\n          description: ok\n          content:\n            application/json:\n              schema:\n                type: object\n                properties:\n${properties}`,
      );
    const [id, note] = [
      '                  id:\n                    type: string\n',
      '                  note:\n                    type: string\n',
    ];
    assert.equal(
      await broughtBack(openApiBreak, 'openapi.yaml', answer(id + note), answer(id)),
      answer(`${id}                  note:\n${goes('                    ')}                    type: string\n`),
    );
  });
  it('does not where its lines are shared, or the document is JSON', async () => {
    assert.equal(
      await broughtBack(openApiBreak, 'openapi.yaml', api(orders, '  /bills: { get: { responses: {} } }\n'), api(orders)),
      undefined,
    );
    const json = (paths: string): string => `{ "openapi": "3.0.3", "info": { "title": "a", "version": "1" }, "paths": {${paths}} }`;
    const one = '"/a": { "get": { "responses": {} } }';
    assert.equal(
      await broughtBack(openApiBreak, 'openapi.json', json(`${one}, "/b": { "get": { "responses": {} } }`), json(one)),
      undefined,
    );
  });

  const shop = (fields: string): string => `type Query {\n${fields}}\n`;
  it('comes back to a type of GraphQL', async () => {
    assert.equal(
      await broughtBack(graphqlBreak, 'schema.graphql', shop('  a: Int\n  orders(state: State = OPEN): [Int!]!,\n'), shop('  a: Int\n')),
      shop('  orders(state: State = OPEN): [Int!]! @deprecated(reason: "to be removed after 2027-02-10")\n  a: Int\n'),
    );
  });
  it('comes back to an enumeration of GraphQL, as it was where it was deprecated', async () => {
    const state = (values: string): string => `type Query {\n  a: State\n}\nenum State {\n${values}}\n`;
    assert.equal(
      await broughtBack(graphqlBreak, 'schema.graphql', state('\tA\n\tB @deprecated\n'), state('\tA\n')),
      state('\tB @deprecated\n\tA\n'),
    );
  });
  it('comes back with the line ends of the file, whichever it had', async () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    const api31 = api(orders, '  /bills:\n    query:\n', goes('      '), '      responses: {}\n');
    const was = api(orders, '  /bills:\n    query:\n      responses: {}\n');
    assert.equal(await broughtBack(openApiBreak, 'openapi.yaml', was, crlf(api(orders))), crlf(api31));
    assert.equal(await broughtBack(openApiBreak, 'openapi.yaml', crlf(was), api(orders)), api31);
    const goneField = '  b: Int @deprecated(reason: "to be removed after 2027-02-10")\n';
    assert.equal(
      await broughtBack(graphqlBreak, 'schema.graphql', crlf(shop('  a: Int\n  b: Int\n')), crlf(shop('  a: Int\n'))),
      crlf(shop(`${goneField}  a: Int\n`)),
    );
  });
  it('does not where its line is shared', async () => {
    assert.equal(await broughtBack(graphqlBreak, 'schema.graphql', 'type Query { a: Int b: Int }\n', 'type Query { a: Int }\n'), undefined);
    assert.equal(
      await broughtBack(graphqlBreak, 'schema.graphql', shop('  a: Int\n  b(\n    c: Int\n  ): Int\n'), shop('  a: Int\n')),
      undefined,
    );
  });
});
