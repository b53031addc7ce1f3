import { openApiBreak } from '../../../../src/rules/compatibility/openapi-break.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const api = (operation: string): string =>
  `openapi: 3.0.3\ninfo: { title: Orders, version: 1.0.0 }\npaths:\n  /orders:\n    get:\n${operation}`;
const answer = "      responses: { '200': { description: ok } }\n";
const parameter = (rest: string): string =>
  api(`      parameters:\n        - { name: size, in: query, ${rest}schema: { type: integer } }\n${answer}`);

describe('compatibility/openapi-break', () => {
  fileCases(openApiBreak, 'openapi.yaml', [
    [
      'finds a parameter that is required now',
      parameter(''),
      parameter('required: true, '),
      ['7 The query parameter `size` of `GET /orders` is required, and was optional: callers that leave it out are refused.'],
    ],
    [
      'finds an operation that is gone',
      `${api(answer)}    post:\n${answer}`,
      api(answer),
      ['7 `POST /orders` is gone: callers get an error instead of an answer.'],
    ],
    [
      'warns of another operation id',
      api(`      operationId: orders\n${answer}`),
      api(`      operationId: allOrders\n${answer}`),
      ['6 The operation id of `GET /orders` is `allOrders` instead of `orders`: methods of generated clients get another name.'],
    ],
    ['leaves a new optional parameter alone', api(answer), parameter(''), []],
    ['leaves other files alone', 'orders: 1\n', 'orders: 2\n', []],
  ]);
  it('says once that a whole API is gone', async () => {
    await expectFindings(openApiBreak, { 'openapi.yaml': api(answer) }, {}, [
      'openapi.yaml:1 The API `Orders` in `openapi.yaml` is gone: nobody who calls it, or generates a client from it, finds it any more.',
    ]);
  });
  it('notes what was announced to go by the day of the review, and finds what goes before', async () => {
    const dated = (day: string): string => `${api(answer)}    post:\n      deprecated: true\n      x-sunset: '${day}'\n${answer}`;
    await expectFindings(openApiBreak, { 'openapi.yaml': dated('2026-08-10') }, { 'openapi.yaml': api(answer) }, [
      'openapi.yaml:7 `POST /orders` is gone: it was not to be relied on any more. It is deprecated, to go from 2026-08-10.',
    ]);
    await expectFindings(openApiBreak, { 'openapi.yaml': dated('2026-08-11') }, { 'openapi.yaml': api(answer) }, [
      'openapi.yaml:7 `POST /orders` is gone: callers get an error instead of an answer. It is deprecated; but it was to stay until 2026-08-11.',
    ]);
  });
  it('finds what a changed part does to a document that is not in the change', async () => {
    const document = api(
      "      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: parts/order.yaml } } } } }\n",
    );
    const part = (type: string): string => `type: object\nrequired: [id]\nproperties:\n  id: { type: ${type} }\n`;
    await expectFindings(
      openApiBreak,
      { 'openapi.yaml': document, 'parts/order.yaml': part('string') },
      { 'openapi.yaml': document, 'parts/order.yaml': part('integer') },
      [
        'parts/order.yaml:4 The type of property `id` in the response body of `GET /orders` (200) is `integer` instead of `string`: readers may get what was ruled out before.',
      ],
    );
  });
});
